import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAmount, needsCounts, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'

/** The leavers of a period, and the average headcount. */
export type Separations = {
  readonly voluntary: number
  readonly involuntary: number
  /** Of the same period; need not be whole. */
  readonly averageHeadcount: number
  /** `total` unless said otherwise. */
  readonly counted?: 'total' | 'voluntary'
}

/**
 * Turnover rate (离职率), M76: how many left in a period, for each person employed on average.
 *
 * Formula: separations / average headcount; all separations, or the voluntary ones alone.
 *
 * When to use: as a result that onboarding or leadership training aims at, over the same length of period.
 * When not: voluntary against total, or a quarter against a year: the rate is that of the period it was given.
 *
 * Result: a ratio, above 1 where more left than work there; the variant says which separations; `undefined`
 * (`ZeroDenominator`) without employees. Throws when separations are not whole numbers ≥ 0, or the headcount not a
 * number ≥ 0.
 *
 * Source: ISO 30414 (turnover rate); GRI 401-1.
 *
 * @example
 * ```ts
 * import { turnoverRate } from 'training-ops/metrics'
 * turnoverRate({ voluntary: 12, involuntary: 8, averageHeadcount: 160 }) // => { status: 'ok', value: 0.125, n: 160, unit: 'ratio', variant: { counted: 'total' } }
 * turnoverRate({ voluntary: 12, involuntary: 8, averageHeadcount: 160, counted: 'voluntary' }) // => { status: 'ok', value: 0.075, n: 160, unit: 'ratio', variant: { counted: 'voluntary' } }
 * ```
 */
export const turnoverRate = /* @__PURE__ */ guarded(
  'turnoverRate',
  (separations: Separations): MetricResult => {
    const { voluntary, involuntary, averageHeadcount, counted = 'total' } = separations
    needsCounts('turnoverRate', { voluntary, involuntary })
    needsAmount('turnoverRate', 'averageHeadcount', averageHeadcount)
    needsOneOf('turnoverRate', 'counted', counted, ['total', 'voluntary'])
    return share({
      part: counted === 'total' ? voluntary + involuntary : voluntary,
      whole: averageHeadcount,
      what: 'averageHeadcount',
      variant: { counted },
    })
  },
)

/** Sums separations and headcounts of several sites over one period. */
export const turnoverRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'turnoverRateAccumulator',
  /* @__PURE__ */ summing<Separations, MetricResult>(
    'turnoverRate',
    { voluntary: 0, involuntary: 0, averageHeadcount: 0n, counted: 'total' },
    turnoverRate,
  ),
)

export const turnoverRateEntry: MetricEntry = {
  id: 'M76',
  calculator: 'turnoverRate',
  unit: 'ratio',
  quantity: 'people',
  better: 'less',
  level: 'L4',
  class: 'outcome',
  options: { counted: ['total', 'voluntary'] },
  accumulates: 'exact',
  sources: ['ISO 30414', 'GRI 401-1'],
}
