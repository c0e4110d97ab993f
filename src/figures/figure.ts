import { type Accumulator, accumulate, type MetricResult } from '../metrics/index.ts'
import { type Slice, sliceOf, type TrainingQuestion } from './question.ts'

/** The named options of a metric, each with its default. */
export type Options = Readonly<Record<string, string | number>>

/** A metric taken from records, in three steps, so that the parts of a workforce add up to the whole exactly. */
export type Figure<Given extends Options = Options, Accumulated = unknown> = {
  /** The metric's id in the catalog. */
  readonly metric: string
  /** Of people: parts of a workforce have one each. Of classes: only the whole has one. */
  readonly of: 'people' | 'classes'
  /** The options it takes, with their defaults. */
  readonly options: Given
  readonly gather: (slice: Slice, options: Given) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated, options: Given) => Accumulated
  readonly extract: (accumulated: Accumulated, options: Given) => MetricResult
}

// biome-ignore lint/suspicious/noExplicitAny: a list of figures holds each with its own options
export type AnyFigure = Figure<any, any>

/** A result that says which metric it is, and under which options. */
export type MetricFigure = MetricResult & { readonly metric: string; readonly options: Options }

/** What a calculator sums up, from the records of a slice. */
export const figureFrom = <Item, Accumulated, Given extends Options = Record<never, never>>({
  accumulator,
  itemsOf,
  options = {} as Given,
  ...which
}: {
  readonly metric: string
  readonly of: 'people' | 'classes'
  readonly options?: Given
  readonly accumulator: (options: Given) => Accumulator<Item, Accumulated, MetricResult>
  readonly itemsOf: (slice: Slice, options: Given) => Iterable<Item>
}): Figure<Given, Accumulated> => ({
  ...which,
  options,
  gather: (slice, given) => accumulate(accumulator(given), itemsOf(slice, given)),
  combine: (a, b, given) => accumulator(given).combine(a, b),
  extract: (accumulated, given) => accumulator(given).extract(accumulated),
})

/** The figure of a part of the people, or of several parts together. */
export const figureOfSlices = <One extends AnyFigure>(
  figure: One,
  slices: readonly Slice[],
  given: Partial<One['options']> = {},
): MetricFigure => {
  const options = { ...figure.options, ...given }
  const [first, ...others] = slices.map((slice) => figure.gather(slice, options))
  const all = others.reduce((sum, one) => figure.combine(sum, one, options), first)
  return { ...figure.extract(all, options), metric: figure.metric, options }
}

/**
 * A metric of a population in a period: the only way from records to a figure. The population, the period, the instant it is
 * seen from and the zone are in the question; the options are the metric's own, the default where nothing is said. The result
 * says its metric and its options.
 *
 * @example
 * ```ts
 * import { completionFigure, figureOf } from 'training-ops'
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const question = { enrolments: {}, offerings: {}, workforce: [], period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' }
 * const { metric, options, status } = figureOf(completionFigure, question, { waived: 'completed' })
 * metric // => 'M06'
 * options // => { counted: 'enrolments', waived: 'completed' }
 * status // => 'undefined'
 * ```
 */
export const figureOf = <One extends AnyFigure>(
  figure: One,
  question: TrainingQuestion,
  options: Partial<One['options']> = {},
): MetricFigure => figureOfSlices(figure, [sliceOf(question)], options)
