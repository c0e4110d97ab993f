import { type Accumulator, accumulate, type MetricEntry, type MetricResult } from '../metrics/index.ts'
import { type Slice, sliceOf, type TrainingQuestion } from './question.ts'

/** The named options of a metric, each with its default. */
export type Options = Readonly<Record<string, string | number | boolean>>

/** A metric taken from records: what is asked of it, under which options, and how it is measured. */
export type Figure<Question, Given extends Options = Record<never, never>> = {
  /** The metric's id in the catalog. */
  readonly metric: string
  /** The options it takes, with their defaults. */
  readonly options: Given
  readonly measure: (question: Question, options: Given) => MetricResult
}

/** A figure of training, taken in three steps, so that the parts of a workforce add up to the whole exactly. */
export type TrainingFigure<Given extends Options = Record<never, never>, Accumulated = unknown> = Figure<
  TrainingQuestion,
  Given
> & {
  /** Of people: parts of a workforce have one each. Of classes: only the whole has one. */
  readonly of: 'people' | 'classes'
  readonly gather: (slice: Slice, options: Given) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated, options: Given) => Accumulated
  readonly extract: (accumulated: Accumulated, options: Given) => MetricResult
}

// biome-ignore lint/suspicious/noExplicitAny: a list of figures holds each with its own question and options
export type AnyFigure = Figure<any, any>
// biome-ignore lint/suspicious/noExplicitAny: a list of figures holds each with its own options
export type AnyTrainingFigure = TrainingFigure<any, any>

/** A result that says which metric it is, and under which options. */
export type MetricFigure = MetricResult & { readonly metric: string; readonly options: Options }

/** The result of a metric, under its id and the options it was taken with. */
export const underMetric = (
  { id }: Pick<MetricEntry, 'id'>,
  result: MetricResult,
  options: Options = {},
): MetricFigure => ({ ...result, metric: id, options })

/** A metric that is measured in one step. */
export const figureBy = <Question, Given extends Options = Record<never, never>>({
  entry,
  options = {} as Given,
  measure,
}: {
  readonly entry: MetricEntry
  readonly options?: Given
  readonly measure: (question: Question, options: Given) => MetricResult
}): Figure<Question, Given> => ({ metric: entry.id, options, measure })

type Steps<Given extends Options, Accumulated> = Pick<
  TrainingFigure<Given, Accumulated>,
  'of' | 'gather' | 'combine' | 'extract'
>

/** A metric of training, in its three steps. */
export const figureInSteps = <Accumulated, Given extends Options = Record<never, never>>({
  entry,
  options = {} as Given,
  ...steps
}: Steps<Given, Accumulated> & {
  readonly entry: MetricEntry
  readonly options?: Given
}): TrainingFigure<Given, Accumulated> => ({
  ...figureBy({
    entry,
    options,
    measure: (question: TrainingQuestion, given) =>
      steps.extract(steps.gather(sliceOf(question), given), given),
  }),
  ...steps,
})

/** The input of a calculator, from the records of a slice. */
export const figureFrom = <Item, Accumulated, Given extends Options = Record<never, never>>({
  accumulator,
  itemsOf,
  ...which
}: {
  readonly entry: MetricEntry
  readonly of: 'people' | 'classes'
  readonly options?: Given
  readonly accumulator: (options: Given) => Accumulator<Item, Accumulated, MetricResult>
  readonly itemsOf: (slice: Slice, options: Given) => Iterable<Item>
}): TrainingFigure<Given, Accumulated> =>
  figureInSteps({
    ...which,
    gather: (slice, given) => accumulate(accumulator(given), itemsOf(slice, given)),
    combine: (a, b, given) => accumulator(given).combine(a, b),
    extract: (accumulated, given) => accumulator(given).extract(accumulated),
  })

/** The figure of a part of the people, or of several parts together. */
export const figureOfSlices = <One extends AnyTrainingFigure>(
  figure: One,
  slices: readonly Slice[],
  given: Partial<One['options']> = {},
): MetricFigure => {
  const options = { ...figure.options, ...given }
  const [first, ...others] = slices.map((slice) => figure.gather(slice, options))
  const all = others.reduce((sum, one) => figure.combine(sum, one, options), first)
  return underMetric({ id: figure.metric }, figure.extract(all, options), options)
}

/**
 * A metric of what is asked: the only way from records to a figure. The population, the period and the instant it is seen
 * from are in the question; the options are the metric's own, the default where nothing is said. The result says its metric
 * and its options.
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
export const figureOf = <Question, Given extends Options>(
  figure: Figure<Question, Given>,
  question: Question,
  given: Partial<Given> = {},
): MetricFigure => {
  const options = { ...figure.options, ...given }
  return underMetric({ id: figure.metric }, figure.measure(question, options), options)
}
