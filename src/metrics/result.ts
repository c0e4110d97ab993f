import { guarded } from './guard.ts'
/**
 * The result of every calculator: a figure with its `n`, its unit and its variant, or the reason why there
 * is none. Never 0, `NaN` or `Infinity` for "there is no answer".
 */

/** Why a figure cannot be computed. Data travels beside the code where a reader needs it. */
export type Reason =
  | { readonly code: 'ZeroDenominator'; readonly what: string }
  | { readonly code: 'TooFewObservations'; readonly need: number; readonly have: number }
  | { readonly code: 'NoVariance' }
  | { readonly code: 'NoSingleFactor' }
  | { readonly code: 'CeilingBaseline' }
  | { readonly code: 'MissingBaseline' }
  | { readonly code: 'ScaleMismatch'; readonly expected: string; readonly got: string }
  | { readonly code: 'MixedCurrency'; readonly currencies: readonly string[] }
  | { readonly code: 'NotMonetised' }
  | { readonly code: 'ParallelTrendsUntested' }
  | { readonly code: 'StaggeredStarts'; readonly starts: readonly string[] }
  | { readonly code: 'NegativeReliability'; readonly reliability: number }
  | { readonly code: 'Unlimited' }
  | { readonly code: 'NoDeadline' }
  | { readonly code: 'NotReached'; readonly what: string }
  | { readonly code: 'LowerLevelMissing'; readonly levels: readonly number[] }
  | { readonly code: 'IsolationMissing' }

export type ReasonCode = Reason['code']

/** A confidence interval: how sure a sampled figure is. A census carries none. */
export type Interval = {
  readonly low: number
  readonly high: number
  /** 0.95 unless asked otherwise. */
  readonly confidence: number
  readonly method:
    | 'wilson'
    | 't'
    | 'normal'
    | 'welch'
    | 'pooled'
    | 'clustered'
    | 'prediction'
    | 'greenwood'
    | 'noncentralT'
    | 'f'
    | 'chiSquared'
    | 'fieller'
    | 'studentizedRange'
}

/** The unit of a figure. Money names its currency beside the unit. */
export type Unit =
  | 'ratio'
  | 'hours'
  | 'classHours'
  | 'minutes'
  | 'days'
  | 'months'
  | 'people'
  | 'count'
  | 'points'
  | 'percent'
  | 'minorUnits'
  | 'perHour'
  | 'perSession'
  | 'perHundredPeople'
  | 'standardDeviations'
  | 'coefficient'
  | 'scale'

/** A caution that travels with a figure: a stable code, and the data a reader needs. */
export type Note = { readonly code: string; readonly [datum: string]: unknown }

/** The t test of a mean or of a difference of means, as the note that travels with the figure. */
export type TTest = {
  readonly code: 'TTest'
  readonly standardError: number
  readonly degreesOfFreedom: number
  readonly t: number
  /** Two-sided. */
  readonly p: number
}

/** A figure. `n` is how many observations stand behind it; `variant` names the definition that was used. */
export type Measured = {
  readonly status: 'ok'
  readonly value: number
  readonly n: number
  readonly unit: Unit
  /** ISO 4217, where the unit is money (`minorUnits`). */
  readonly currency?: string
  readonly interval?: Interval
  /** The named options the figure was computed under, echoed: `{ denominator: 'employees' }`. */
  readonly variant?: Readonly<Record<string, string | number | boolean>>
  readonly notes?: readonly Note[]
}

/** There is no answer, and this is why. */
export type NotMeasurable = { readonly status: 'undefined'; readonly reason: Reason }

/** There is an answer, and too few people stand behind it to print it. */
export type Suppressed = {
  readonly status: 'suppressed'
  readonly n: number
  readonly k: number
  /**
   * Not too few themselves: hidden because printing this figure would give a hidden one away, or what each of a small
   * group said, where all said the same. Which of the two is not told: that would be telling.
   */
  readonly because?: 'protectsAnother'
}

export type MetricResult = Measured | NotMeasurable | Suppressed

/**
 * A figure with its unit.
 *
 * @example
 * ```ts
 * import { measured } from 'training-ops/metrics'
 * measured({ value: 3, n: 12, unit: 'days' }) // => { status: 'ok', value: 3, n: 12, unit: 'days' }
 * ```
 */
export const measured = /* @__PURE__ */ guarded(
  'measured',
  (figure: Omit<Measured, 'status'>): Measured => ({ status: 'ok', ...figure }),
)

/**
 * No figure, and why.
 *
 * @example
 * ```ts
 * import { notMeasurable } from 'training-ops/metrics'
 * notMeasurable({ code: 'NoDeadline' }) // => { status: 'undefined', reason: { code: 'NoDeadline' } }
 * ```
 */
export const notMeasurable = (reason: Reason): NotMeasurable => ({ status: 'undefined', reason })

/**
 * The t test that a figure carries among its notes, typed; `undefined` where none was made.
 *
 * @example
 * ```ts
 * import { pairedT, tTestOf } from 'training-ops/metrics'
 * const test = tTestOf(pairedT({ before: [1, 2, 3, 4], after: [2, 4, 4, 6] }))
 * test?.degreesOfFreedom // => 3
 * test?.p.toFixed(4) // => '0.0138'
 * ```
 */
export const tTestOf = /* @__PURE__ */ guarded('tTestOf', (result: MetricResult): TTest | undefined =>
  result.status === 'ok'
    ? (result.notes as readonly (Note | TTest)[] | undefined)?.find(
        (note): note is TTest => note.code === 'TTest',
      )
    : undefined,
)
