import type { Accumulator } from '../accumulator.ts'
import { needsDay } from '../days.ts'
import { eachRecord, guarded, guardedAccumulator, needsOneOf, needsText } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { censusShare } from '../share.ts'

/** How one confirmed enrolment stands. */
export type EnrolmentOutcome = {
  readonly person: string
  /** The day the offering ends or the course is due, `YYYY-MM-DD`. */
  readonly due: string
  readonly status: EnrolmentStatus
}

export type EnrolmentStatus =
  | 'completed'
  | 'notCompleted'
  | 'running'
  | 'organiserCancelled'
  | 'withdrawnInTime'
  | 'withdrawnLate'
  | 'waived'

export type CompletionPolicy = {
  /** Enrolments due after this day are not due yet and count nowhere. */
  readonly asOf: string
  /** `enrolments` (a retake is a second enrolment, the default) or `people` (any completion of theirs counts). */
  readonly counted?: 'enrolments' | 'people'
  /** Waived enrolments: `leftOut` (the default), or `completed`, as cmi5 takes them. */
  readonly waived?: 'leftOut' | 'completed'
}

/** Whether an enrolment that is due could have been completed. */
const belongs: Readonly<Record<EnrolmentStatus, boolean>> = {
  completed: true,
  notCompleted: true,
  running: true,
  withdrawnLate: true,
  withdrawnInTime: false,
  organiserCancelled: false,
  waived: false,
}

type Cohort = {
  readonly enrolments: number
  readonly completed: number
  readonly waived: number
  readonly people: ReadonlySet<string>
  readonly finishers: ReadonlySet<string>
}

/**
 * Course completion rate from records (课程完成率), M06: as `completionRate`, from one record for each enrolment.
 *
 * Formula: completed / enrolments due by `asOf` that were not cancelled by the organiser, withdrawn in time or
 * waived (or, as an option, with the waived among the completed). An enrolment due later counts nowhere, not even when it is completed already.
 *
 * When to use: when there is a list of enrolments rather than counts.
 * When not: to mix courses whose due dates mean different things.
 *
 * Result: a ratio from 0 to 1, the waived in a note beside it; `undefined` (`ZeroDenominator`) when nothing is due.
 * Throws when a date is not `YYYY-MM-DD` or a status is unknown.
 *
 * Source: defaults D6 and D7 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { completionOfEnrolments } from 'training-ops/metrics'
 * const enrolments = [
 *   { person: 'an', due: '2026-03-31', status: 'completed' },
 *   { person: 'bo', due: '2026-03-31', status: 'notCompleted' },
 *   { person: 'bo', due: '2026-06-30', status: 'running' },
 * ] as const
 * const rate = completionOfEnrolments({ enrolments, asOf: '2026-04-30' })
 * rate // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', variant: { counted: 'enrolments', waived: 'leftOut' } }
 * ```
 */
export const completionOfEnrolments = /* @__PURE__ */ guarded(
  'completionOfEnrolments',
  ({
    enrolments,
    ...policy
  }: { readonly enrolments: readonly EnrolmentOutcome[] } & CompletionPolicy): MetricResult => {
    const { gather, extract } = steps(policy)
    return extract(gather(enrolments))
  },
)

const steps = ({ asOf, counted = 'enrolments', waived: waivedAre = 'leftOut' }: CompletionPolicy) => {
  needsDay('completionOfEnrolments', 'asOf', asOf)
  needsOneOf('completionOfEnrolments', 'counted', counted, ['enrolments', 'people'])
  needsOneOf('completionOfEnrolments', 'waived', waivedAre, ['leftOut', 'completed'])

  const statuses = Object.keys(belongs)
  const gather = (records: Iterable<EnrolmentOutcome>): Cohort => {
    let [enrolments, completed, waived, index] = [0, 0, 0, 0]
    const [people, finishers] = [new Set<string>(), new Set<string>()]
    for (const { person, due, status } of eachRecord('completionOfEnrolments', 'enrolments', records)) {
      needsText('completionOfEnrolments', 'enrolments[].person', person, index)
      needsDay('completionOfEnrolments', 'enrolments[].due', due, index)
      needsOneOf('completionOfEnrolments', 'enrolments[].status', status, statuses, index++)
      if (due > asOf) continue
      if (status === 'waived') waived += 1
      const isSatisfied = status === 'completed' || (status === 'waived' && waivedAre === 'completed')
      if (!belongs[status] && !isSatisfied) continue
      enrolments += 1
      people.add(person)
      if (!isSatisfied) continue
      completed += 1
      finishers.add(person)
    }
    return { enrolments, completed, waived, people, finishers }
  }

  const extract = (cohort: Cohort): MetricResult =>
    censusShare({
      part: counted === 'people' ? cohort.finishers.size : cohort.completed,
      whole: counted === 'people' ? cohort.people.size : cohort.enrolments,
      what: 'ended',
      variant: { counted, waived: waivedAre },
      ...(cohort.waived > 0 && { notes: [{ code: 'Waived', enrolments: cohort.waived }] }),
    })

  return { gather, extract }
}

export const completionOfEnrolmentsAccumulator = /* @__PURE__ */ guardedAccumulator(
  'completionOfEnrolmentsAccumulator',
  (policy: CompletionPolicy): Accumulator<EnrolmentOutcome, Cohort, MetricResult> => {
    const { gather, extract } = steps(policy)
    return {
      empty: gather([]),
      lift: (record) => gather([record]),
      combine: (a, b) => ({
        enrolments: a.enrolments + b.enrolments,
        completed: a.completed + b.completed,
        waived: a.waived + b.waived,
        people: new Set([...a.people, ...b.people]),
        finishers: new Set([...a.finishers, ...b.finishers]),
      }),
      extract,
      gather,
    }
  },
)
