import { type AnyEvent, type AnyProjection, mistake, project, type View } from '../kernel/index.ts'
import type { MetricEntry, MetricResult } from '../metrics/index.ts'
import { type MetricFigure, underMetric } from './figure.ts'

type Views<Reads extends Readonly<Record<string, AnyProjection>>> = {
  readonly [Name in keyof Reads]: View<Reads[Name]>
}

/** The definition of a host's own metric: as an entry of the catalog, of which it needs no more than these. */
export type OwnMetric = Pick<MetricEntry, 'id' | 'unit' | 'quantity'> & Partial<MetricEntry>

/**
 * A figure taken from a log: which folds it reads, and how it is computed from them. `M06` and the like are ids of the
 * library's; a host takes its own, and each once. Its name and definition are words of a language: `withWords(en, {
 * words: { 'metric.X-points-out': 'Points not yet spent' } })`.
 */
export type MetricDefinition<Question = unknown> = OwnMetric & {
  readonly reads: Readonly<Record<string, AnyProjection>>
  // biome-ignore lint/suspicious/noExplicitAny: inferred where a figure is defined, and opaque after
  readonly figure: (views: any, question: Question) => MetricResult
}

/**
 * Defines a figure of one's own (自定义指标), to stand beside the library's: any folds, one result that says its n or why
 * there is none.
 *
 * @example
 * ```ts
 * import { defineMetric, measureAll, rewardRecord } from 'training-ops'
 * import { measured } from 'training-ops/metrics'
 * const pointsOut = defineMetric({
 *   id: 'X-points-out',
 *   unit: 'points',
 *   quantity: 'people',
 *   reads: { rewardRecord },
 *   figure: ({ rewardRecord }) => {
 *     const people = Object.values(rewardRecord)
 *     return measured({ value: people.reduce((sum, { points }) => sum + points, 0), n: people.length, unit: 'points' })
 *   },
 * })
 * const figures = measureAll([pointsOut], [], {}, '2026-12-31T00:00:00.000Z')
 * figures['X-points-out']?.status // => 'ok'
 * ```
 */
export const defineMetric = <const Reads extends Readonly<Record<string, AnyProjection>>, Question = unknown>(
  definition: OwnMetric & {
    readonly reads: Reads
    readonly figure: (views: Views<Reads>, question: Question) => MetricResult
  },
): MetricDefinition<Question> => definition

/**
 * Every figure of a list, from one log, as of an instant: each fold is made once, whoever reads it. Throws when two
 * figures bear one id.
 *
 * @example
 * ```ts
 * import { measureAll } from 'training-ops'
 * measureAll([], [], {}, '2026-03-01T01:00:00.000Z') // => {}
 * ```
 */
export const measureAll = <Question>(
  definitions: readonly MetricDefinition<Question>[],
  events: readonly AnyEvent[],
  question: Question,
  asOf: string,
): Readonly<Record<string, MetricFigure>> => {
  const views = new Map<AnyProjection, unknown>()
  const viewOf = (projection: AnyProjection): unknown => {
    if (!views.has(projection)) views.set(projection, project(projection, events, { asOf }))
    return views.get(projection)
  }
  const figures: Record<string, MetricFigure> = {}
  for (const { id, reads, figure } of definitions) {
    if (Object.hasOwn(figures, id)) throw mistake('measureAll', 'one figure for each id', `${id} twice`)
    const read = Object.fromEntries(Object.entries(reads).map(([name, one]) => [name, viewOf(one)]))
    figures[id] = underMetric({ id }, figure(read, question))
  }
  return figures
}
