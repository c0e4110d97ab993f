import type { Days } from '../figures/question.ts'
import type { CertificateRecord, CertificateRecords } from '../records/certificate/record.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'

/** A learner's record (学员档案): every enrolment of theirs by class, and their certificates by id. Nothing that was so is left out. */
export type Transcript = {
  readonly enrolments: Readonly<Record<string, EnrolmentRecord>>
  readonly certificates: Readonly<Record<string, CertificateRecord>>
}

/**
 * The transcripts of everybody who asked for a class or holds a certificate, by learner.
 *
 * @example
 * ```ts
 * import { transcriptsOf } from 'training-ops'
 * transcriptsOf({ enrolments: {}, certificates: {} }) // => {}
 * ```
 */
export const transcriptsOf = ({
  enrolments,
  certificates,
}: {
  readonly enrolments: EnrolmentRecords
  readonly certificates: CertificateRecords
}): Readonly<Record<string, Transcript>> => {
  const all: Record<
    string,
    { -readonly [Part in keyof Transcript]: Record<string, Transcript[Part][string]> }
  > = {}
  const of = (learnerId: string) => {
    all[learnerId] ??= { enrolments: {}, certificates: {} }
    return all[learnerId]
  }
  for (const one of Object.values(enrolments))
    if (one.status !== 'none') of(one.learnerId).enrolments[one.offeringId] = one
  for (const [certificateId, one] of Object.entries(certificates))
    of(one.learnerId).certificates[certificateId] = one
  return all
}

/**
 * When they asked for it, first.
 *
 * @example
 * ```ts
 * import { askedAt, enrolmentRecord } from 'training-ops'
 * askedAt(enrolmentRecord.initial()) // => ''
 * ```
 */
export const askedAt = ({ history }: EnrolmentRecord): string => history[0]?.at ?? ''

/**
 * Whole minutes attended in one enrolment: as its ending tells them, of the class as it was held, once it has ended.
 *
 * @example
 * ```ts
 * import { minutesIn } from 'training-ops'
 * minutesIn({ attended: { 's-1': { status: 'present', minutes: 90, on: '2026-04-06' }, 's-2': { status: 'present', minutes: 30, on: '2026-04-07' } } }) // => 120
 * ```
 */
export const minutesIn = ({
  attended,
  attendedMinutes,
}: Pick<EnrolmentRecord, 'attended' | 'attendedMinutes'>): number =>
  attendedMinutes ?? Object.values(attended).reduce((sum, { minutes }) => sum + minutes, 0)

/**
 * Whole minutes a learner attended (学时), of all their days or of these.
 *
 * @example
 * ```ts
 * import { minutesOn } from 'training-ops'
 * minutesOn({ enrolments: {}, certificates: {} }) // => 0
 * ```
 */
export const minutesOn = ({ enrolments }: Transcript, days?: Days): number =>
  Object.values(enrolments)
    .flatMap(({ attended }) => Object.values(attended))
    .filter(({ on }) => days === undefined || (on >= days.from && on < days.to))
    .reduce((sum, { minutes }) => sum + minutes, 0)
