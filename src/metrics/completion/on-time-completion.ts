import type { Accumulator } from '../accumulator.ts'
import { needsDay } from '../days.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, recordsOf } from '../guard.ts'
import { type MetricResult, type Note, notMeasurable } from '../result.ts'
import { censusShare } from '../share.ts'

/** One enrolment or assignment, with its two days, `YYYY-MM-DD`. */
export type DatedCompletion = {
  /** Left out where there is no due date. */
  readonly due?: string
  /** Left out while it is not completed. */
  readonly completedOn?: string
}

type Punctuality = { readonly due: number; readonly onTime: number; readonly undated: number }

const nothing: Punctuality = { due: 0, onTime: 0, undated: 0 }

const counter =
  (asOf: string) =>
  ({ due, completedOn }: DatedCompletion, index?: number): Punctuality => {
    if (due !== undefined) needsDay('onTimeCompletion', 'records[].due', due, index)
    if (completedOn !== undefined) needsDay('onTimeCompletion', 'records[].completedOn', completedOn, index)
    if (due === undefined) return { due: 0, onTime: 0, undated: 1 }
    if (due > asOf) return { due: 0, onTime: 0, undated: 0 }
    return { due: 1, onTime: completedOn !== undefined && completedOn <= due ? 1 : 0, undated: 0 }
  }

const combine = (a: Punctuality, b: Punctuality): Punctuality => ({
  due: a.due + b.due,
  onTime: a.onTime + b.onTime,
  undated: a.undated + b.undated,
})

const rateOf = ({ due, onTime, undated }: Punctuality): MetricResult => {
  if (due === 0 && undated > 0) return notMeasurable({ code: 'NoDeadline' })
  const notes: Note[] = [{ code: 'WithoutDueDate', records: undated }]
  return censusShare({ part: onTime, whole: due, what: 'due', ...(undated > 0 && { notes }) })
}

/**
 * On-time completion (按期完成率), M07: of what was due by now, the share that was completed by its due date.
 *
 * Formula: completed on or before the due date / due on or before `asOf`.
 *
 * When to use: for assigned and mandatory training.
 * When not: to ask whether people finish at all (M06), or are covered today (M26).
 *
 * Result: a ratio from 0 to 1; `n` is what was due; records without a due date count nowhere and a note counts
 * them; `undefined` (`ZeroDenominator`) when nothing is due yet, (`NoDeadline`) when nothing has a due date.
 * Throws when a date is not `YYYY-MM-DD`.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { onTimeCompletion } from 'training-ops/metrics'
 * const records = [
 *   { due: '2026-03-31', completedOn: '2026-03-31' },
 *   { due: '2026-03-31', completedOn: '2026-04-02' },
 *   { due: '2026-12-31', completedOn: '2026-03-01' },
 * ]
 * onTimeCompletion({ records, asOf: '2026-06-30' }) // => { status: 'ok', value: 0.5, n: 2, unit: 'ratio' }
 * ```
 */
export const onTimeCompletion = /* @__PURE__ */ guarded(
  'onTimeCompletion',
  ({
    records,
    asOf,
  }: {
    readonly records: readonly DatedCompletion[]
    readonly asOf: string
  }): MetricResult => {
    needsDay('onTimeCompletion', 'asOf', asOf)
    const count = counter(asOf)
    return rateOf(
      recordsOf('onTimeCompletion', 'records', records).reduce(
        (sum, record, index) => combine(sum, count(record, index)),
        nothing,
      ),
    )
  },
)

export const onTimeCompletionAccumulator = /* @__PURE__ */ guardedAccumulator(
  'onTimeCompletionAccumulator',
  (asOf: string): Accumulator<DatedCompletion, Punctuality, MetricResult> => {
    needsDay('onTimeCompletion', 'asOf', asOf)
    const count = counter(asOf)
    return { empty: nothing, lift: (record) => count(record), combine, extract: rateOf }
  },
)

export const onTimeCompletionEntry: MetricEntry = {
  id: 'M07',
  calculator: 'onTimeCompletion',
  unit: 'ratio',
  quantity: 'items',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
