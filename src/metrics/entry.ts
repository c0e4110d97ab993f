import type { Unit } from './result.ts'

/** The quantity that an n counts: `people`, `answers`. `minorUnits` is an amount of money, which no reader takes for a sample. */
export type Quantity =
  | 'people'
  | 'answers'
  | 'attendances'
  | 'budgets'
  | 'categories'
  | 'classes'
  | 'enrolments'
  | 'estimates'
  | 'factors'
  | 'followUps'
  | 'incidents'
  | 'items'
  | 'milestones'
  | 'minorUnits'
  | 'minutes'
  | 'months'
  | 'objectives'
  | 'obligations'
  | 'pairs'
  | 'periods'
  | 'postings'
  | 'programs'
  | 'ratings'
  | 'readings'
  | 'seats'
  | 'sessions'
  | 'sources'
  | 'tasks'
  | 'trainers'
  | 'units'

/** The named options of a function, each with its values, the default first where there is one. */
export type MetricOptions = Readonly<Record<string, readonly string[]>>

/**
 * The entry of a metric, beside its calculator. Its name and definition are words, and stand in the file
 * `metrics.ts` of each language, under `metric.` and `definition.` with its id.
 */
export type MetricEntry = {
  /** Standard-neutral and stable: `M06`. `M18b` is a second figure beside `M18`. */
  readonly id: string
  /** The export of `training-ops/metrics` that computes it. */
  readonly calculator: string
  /** Other exports that give the same figure, or what it is made of; each with its own options. */
  readonly companions?: Readonly<Record<string, MetricOptions>>
  readonly unit: Unit
  /** The quantity that its n counts. */
  readonly quantity: Quantity
  /** Which way is good; absent where neither can be said of the metric as such: spending, say. */
  readonly better?: 'more' | 'less'
  /** Phillips/Kirkpatrick level, or needs analysis. */
  readonly level: 'L0' | 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'TNA'
  /** TDRp: efficiency, effectiveness, outcome. */
  readonly class: 'efficiency' | 'effectiveness' | 'outcome'
  /**
   * The options of the calculator. The parts of `variant` in a result beyond these (which form of α it is, which
   * decision came out, which counts were given) is no option. `headcountBasis` is echoed as `headcount`.
   */
  readonly options: MetricOptions
  /** `exact`: an accumulator exists; otherwise why there is none. */
  readonly accumulates: 'exact' | { readonly no: string }
  readonly sources: readonly string[]
}
