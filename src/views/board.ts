import { hasEnded, isOpen } from '../delivery/enrolment/status.ts'
import type { EnrolmentRecord, EnrolmentRecords } from '../records/enrolment/record.ts'
import type { OfferingRecord, OfferingRecords } from '../records/offering/record.ts'

/** How many enrolments stand where. `left`: withdrawn, transferred, let an offer lapse, or ended with the class. */
export type EnrolmentCounts = Readonly<
  Record<'enrolled' | 'offered' | 'waitlisted' | 'completed' | 'failed' | 'noShow' | 'left', number>
>

/** One class as whoever runs it wants to see it: its record, and who is in it. */
export type ClassOnBoard = OfferingRecord & {
  /** When its first session begins and its last one ends, without those that were called off. */
  readonly starts: string
  readonly ends: string
  readonly enrolments: EnrolmentCounts
}

const bucketOf = ({ status }: EnrolmentRecord): keyof EnrolmentCounts | undefined => {
  if (status === 'none' || status === 'requested' || status === 'declined') return undefined
  return isOpen(status) || hasEnded(status) ? status : 'left'
}

/**
 * How many of these enrolments stand where; requests that nobody has answered, and those declined, are not counted.
 *
 * @example
 * ```ts
 * import { countEnrolments } from 'training-ops'
 * countEnrolments([]) // => { enrolled: 0, offered: 0, waitlisted: 0, completed: 0, failed: 0, noShow: 0, left: 0 }
 * ```
 */
export const countEnrolments = (enrolments: Iterable<EnrolmentRecord>): EnrolmentCounts => {
  const counts = { enrolled: 0, offered: 0, waitlisted: 0, completed: 0, failed: 0, noShow: 0, left: 0 }
  for (const one of enrolments) {
    const bucket = bucketOf(one)
    if (bucket !== undefined) counts[bucket]++
  }
  return counts
}

/**
 * Enrolments by class, or by learner.
 *
 * @example
 * ```ts
 * import { enrolmentRecord, enrolmentsBy } from 'training-ops'
 * const enrolment = { ...enrolmentRecord.initial(), offeringId: 'o-1', learnerId: 'ada' }
 * enrolmentsBy('learnerId', { 'o-1 ada': enrolment }).get('ada')?.length // => 1
 * ```
 */
export const enrolmentsBy = (
  field: 'offeringId' | 'learnerId',
  enrolments: EnrolmentRecords,
): ReadonlyMap<string, readonly EnrolmentRecord[]> => {
  const groups = new Map<string, EnrolmentRecord[]>()
  for (const one of Object.values(enrolments)) {
    const group = groups.get(one[field])
    if (group === undefined) groups.set(one[field], [one])
    else group.push(one)
  }
  return groups
}

/**
 * The board of classes (班级看板), by their ids: of each its record, its first and last hour, and how many enrolments stand where.
 *
 * @example
 * ```ts
 * import { boardOf } from 'training-ops'
 * boardOf({ offerings: {}, enrolments: {} }) // => {}
 * ```
 */
export const boardOf = ({
  offerings,
  enrolments,
}: {
  readonly offerings: OfferingRecords
  readonly enrolments: EnrolmentRecords
}): Readonly<Record<string, ClassOnBoard>> => {
  const people = enrolmentsBy('offeringId', enrolments)
  return Object.fromEntries(
    Object.entries(offerings).map(([offeringId, record]) => {
      return [
        offeringId,
        {
          ...record,
          starts: record.sessions.map(({ start }) => start).sort()[0] ?? '',
          ends:
            record.sessions
              .map(({ end }) => end)
              .sort()
              .at(-1) ?? '',
          enrolments: countEnrolments(people.get(offeringId) ?? []),
        },
      ]
    }),
  )
}
