import type { MetricResult } from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import { metricName, type NamedFigure } from './definition.ts'
import { type Against, type Chart, type Datum, phrase, pointOf } from './document.ts'
import { formOf } from './figures.ts'
import { better } from './of-metrics.ts'

/** The targets of figures, and the same figures of the period before. */
export type Compared = {
  /** The value that each is to reach, by the id of its metric, in the unit of the figure: 0.8 is 80 %. */
  readonly targets?: Readonly<Record<string, number>>
  /** The same figures of the period before, by the id of their metric. */
  readonly previous?: Readonly<Record<string, MetricResult>>
}

/** 1 where more is better, −1 where less is, 0 where neither can be said of a metric as such. */
const directionOf = (metric: string): 1 | -1 | 0 =>
  better[metric] === undefined ? 0 : better[metric] === 'less' ? -1 : 1

/** Two values that are printed alike are the same. */
const isSame = (a: number, b: number, unit: string): boolean =>
  Math.abs(a - b) < (unit === 'ratio' ? 0.0005 : 0.05)

const trendOf = (metric: string, now: MetricResult, before: MetricResult | undefined): Against['trend'] => {
  if (now.status !== 'ok' || before?.status !== 'ok') return undefined
  if (isSame(now.value, before.value, now.unit)) return 'same'
  const way = directionOf(metric) * (now.value - before.value)
  if (way === 0) return undefined
  return way > 0 ? 'better' : 'worse'
}

const metOf = (metric: string, now: MetricResult, target: number | undefined): boolean | undefined => {
  if (target === undefined || now.status !== 'ok') return undefined
  return directionOf(metric) < 0 ? now.value <= target : now.value >= target
}

/** The figures that have a target or a period before, against the two. */
export const againstOf = (
  figures: readonly NamedFigure[],
  { targets = {}, previous = {} }: Compared,
): readonly Against[] =>
  figures
    .filter(({ metric }) => Object.hasOwn(targets, metric) || Object.hasOwn(previous, metric))
    .map((figure): Against => {
      const { metric, result } = figure
      const [target, before] = [targets[metric], previous[metric]]
      const inUnit = [result, before].find((one) => one?.status === 'ok')
      const form = formOf(figure)
      return {
        of: metricName(metric),
        actual: { figure: result, form },
        ...given({
          target:
            target === undefined || inUnit?.status !== 'ok'
              ? undefined
              : ({ figure: { ...inUnit, value: target }, form: { ...form, withoutCount: true } } as Datum),
          met: metOf(metric, result, target),
          previous: before && ({ figure: before, form: { ...form, withoutCount: true } } as Datum),
          trend: trendOf(metric, result, before),
        }),
      }
    })

/** Shares of the period before and of this one: a line for each that went up or down. */
export const trendChart = (
  figures: readonly NamedFigure[],
  { previous = {} }: Compared,
): readonly Chart[] => {
  const shares = figures.flatMap((figure) => {
    const before = previous[figure.metric]
    const both = [before, figure.result]
    return both.every((one) => one?.status === 'ok' && one.unit === 'ratio' && one.value <= 1)
      ? [{ ...figure, before: before as MetricResult }]
      : []
  })
  const moved = shares.flatMap(({ metric, result, before }) => trendOf(metric, result, before) ?? [])
  if (shares.length === 0) return []
  return [
    {
      kind: 'chart',
      form: 'slope',
      title: phrase('first.moved', {
        better: moved.filter((one) => one === 'better').length,
        all: shares.length,
      }),
      axis: { of: 'share' },
      categories: [{ phrase: phrase('first.previous') }, { phrase: phrase('first.actual') }],
      series: shares.map(({ metric, result, before }) => ({
        name: phrase('evaluation.statement', { statement: metricName(metric) }),
        points: [pointOf(before), pointOf(result)],
      })),
    },
  ]
}
