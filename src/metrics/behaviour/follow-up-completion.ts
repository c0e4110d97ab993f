import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAt } from '../guard.ts'
import type { MetricResult, Note } from '../result.ts'
import { monthsAfter, needsDate } from './calendar-month.ts'

/** One learner's follow-up: when the training ended, and when the follow-up came in, if it did. */
export type FollowUp = { readonly endedOn: string; readonly submittedOn: string | null }

export type FollowUpOptions = {
  /** The day the figure is taken, `YYYY-MM-DD`. */
  readonly asOf: string
  /** Months after the end; 1 to 3 unless said otherwise. */
  readonly window?: { readonly fromMonth: number; readonly toMonth: number }
}

/** How the follow-ups whose window has closed came out, and how many are still open. */
export type FollowUpCounts = {
  readonly inWindow: number
  readonly early: number
  readonly late: number
  readonly missing: number
  readonly notYetDue: number
}

const calculator = 'followUpCompletion'
const none: FollowUpCounts = { inWindow: 0, early: 0, late: 0, missing: 0, notYetDue: 0 }
const oneToThreeMonths = { fromMonth: 1, toMonth: 3 }

const outcomeOf = (followUp: FollowUp, options: FollowUpOptions): keyof FollowUpCounts => {
  const { endedOn, submittedOn } = followUp
  const { asOf, window = oneToThreeMonths } = options
  const [opensOn, lastDay] = [monthsAfter(endedOn, window.fromMonth), monthsAfter(endedOn, window.toMonth)]
  if (asOf <= lastDay) return 'notYetDue'
  if (submittedOn === null || submittedOn > asOf) return 'missing'
  if (submittedOn < opensOn) return 'early'
  return submittedOn > lastDay ? 'late' : 'inWindow'
}

const lift = (followUp: FollowUp, options: FollowUpOptions, index?: number): FollowUpCounts => {
  needsDate(calculator, 'followUps[].endedOn', followUp.endedOn, index)
  if (followUp.submittedOn !== null)
    needsDate(calculator, 'followUps[].submittedOn', followUp.submittedOn, index)
  return { ...none, [outcomeOf(followUp, options)]: 1 }
}

const combine = (a: FollowUpCounts, b: FollowUpCounts): FollowUpCounts => ({
  inWindow: a.inWindow + b.inWindow,
  early: a.early + b.early,
  late: a.late + b.late,
  missing: a.missing + b.missing,
  notYetDue: a.notYetDue + b.notYetDue,
})

const shareInWindow = ({ inWindow, early, late, missing, notYetDue }: FollowUpCounts): MetricResult => {
  const due = inWindow + early + late + missing
  if (due === 0) return { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'due' } }
  const shown: readonly Note[] = [
    { code: 'SubmittedEarly', count: early },
    { code: 'SubmittedLate', count: late },
    { code: 'NotYetDue', count: notYetDue },
  ]
  const notes = shown.filter(({ count }) => count !== 0)
  return { status: 'ok', value: inWindow / due, n: due, unit: 'ratio', ...(notes.length > 0 && { notes }) }
}

const needsOptions = ({ asOf, window = oneToThreeMonths }: FollowUpOptions): void => {
  needsDate(calculator, 'asOf', asOf)
  const { fromMonth, toMonth } = window
  needsAt(Number.isSafeInteger(fromMonth), calculator, 'a whole number', 'window.fromMonth', fromMonth)
  const isLater = Number.isSafeInteger(toMonth) && toMonth >= fromMonth
  needsAt(isLater, calculator, `a whole number from ${fromMonth}`, 'window.toMonth', toMonth)
}

/**
 * Follow-up completion (跟踪完成率), M67: of the follow-ups on the job that are due, the share that came in while
 * they could tell something.
 *
 * Formula: follow-ups submitted from one month to three months after the end, both days included / follow-ups
 * whose three months are over.
 *
 * When to use: before reading any level 3 figure, to know how much it rests on.
 * When not: for follow-ups still within their window: they are not due, submitted or not, and are shown apart.
 *
 * Result: a ratio without an interval (all due follow-ups are known); notes count the early, the late and the not
 * yet due, none of which counts as done; `undefined` (`ZeroDenominator`) when nothing is due. Throws when a day is
 * not `YYYY-MM-DD` or the window does not run upwards.
 *
 * Source: no published standard; defined here. The window is a parameter; one to three months is common practice.
 *
 * @example
 * ```ts
 * import { followUpCompletion } from 'training-ops/metrics'
 * followUpCompletion({
 *   asOf: '2026-06-30',
 *   followUps: [
 *     { endedOn: '2026-01-31', submittedOn: '2026-02-28' },
 *     { endedOn: '2026-01-31', submittedOn: '2026-05-02' },
 *     { endedOn: '2026-06-01', submittedOn: null },
 *   ],
 * }) // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio', notes: [{ code: 'SubmittedLate', count: 1 }, { code: 'NotYetDue', count: 1 }] }
 * ```
 */
export const followUpCompletion = /* @__PURE__ */ guarded(
  'followUpCompletion',
  ({
    followUps,
    ...options
  }: FollowUpOptions & { readonly followUps: readonly FollowUp[] }): MetricResult => {
    needsOptions(options)
    return shareInWindow(
      [...followUps].map((followUp, index) => lift(followUp ?? {}, options, index)).reduce(combine, none),
    )
  },
)

/** The share over follow-ups that arrive one by one, as of one day. */
export const followUpCompletionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'followUpCompletionAccumulator',
  (options: FollowUpOptions): Accumulator<FollowUp, FollowUpCounts, MetricResult> => {
    needsOptions(options)
    return { empty: none, lift: (followUp) => lift(followUp, options), combine, extract: shareInWindow }
  },
)

export const followUpCompletionEntry: MetricEntry = {
  id: 'M67',
  calculator: 'followUpCompletion',
  unit: 'ratio',
  quantity: 'followUps',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
