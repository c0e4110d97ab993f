/** The pictures of an evaluation: where objectives stand against their targets, before and after, and the money. */
import type { KirkpatrickFigure, ObjectiveOutcome } from '../figures/index.ts'
import { type Block, codeWord, type Datum, type Point, phrase, pointOf } from './document.ts'

const wholes: Readonly<Record<string, number>> = { share: 1, ratio: 1, percent: 100, basisPoints: 10_000 }

/** Objectives that are shares, on one axis: where each stands, with its interval, and where it was to be. */
export const objectivesChart = (outcomes: readonly ObjectiveOutcome[]): readonly Block[] => {
  const shares = outcomes.filter(({ objective: { unit } }) => unit in wholes)
  if (shares.length < 2) return []
  const points = shares.map(({ objective: { unit }, actual, aim }): Point => {
    const whole = wholes[unit] ?? 1
    if (actual === undefined) return { value: null, label: { phrase: phrase('status.noFigure') } }
    const { value, interval, ...point } = pointOf(actual, { measuredIn: unit })
    return {
      ...point,
      value: value === null ? null : value / whole,
      ...(interval === undefined
        ? {}
        : { interval: { low: interval.low / whole, high: interval.high / whole } }),
      ...(aim === undefined ? {} : { aim: { value: aim / whole, label: { value: aim, measuredIn: unit } } }),
    }
  })
  const reached = shares.filter(({ verdict }) => verdict === 'reached').length
  return [
    {
      kind: 'chart',
      form: 'dots',
      title: phrase('evaluation.chart.objectives', { reached, all: shares.length }),
      axis: { of: 'share', from: 0, to: 1 },
      categories: shares.map(({ objectiveId, objective }) => objective.title ?? objectiveId),
      series: [{ name: phrase('status.column.actual'), points }],
    },
  ]
}

/** Before and after, of each measure: a line for the trained, and one for the control group. */
export const slopeCharts = (figures: readonly KirkpatrickFigure[]): readonly Block[] => {
  const means = figures.filter(
    ({ of }) => of.measure !== undefined && of.group !== undefined && of.when !== undefined,
  )
  return [...new Set(means.map(({ of }) => String(of.measure)))].flatMap((measure): readonly Block[] => {
    const at = (group: string, when: string) =>
      means.find(({ of }) => of.measure === measure && of.group === group && of.when === when)
    const groups = ['treated', 'control'].filter((group) => at(group, 'before') && at(group, 'after'))
    if (groups.length < 2) return []
    const told = (group: string, when: string): Point => {
      const one = at(group, when)
      if (one === undefined) return { value: null, label: { phrase: phrase('value.none') } }
      const unit = String(one.of.measuredIn ?? '')
      const { value, label } = pointOf(one.result, { measuredIn: unit })
      return { value: value === null ? null : value / (wholes[unit] ?? 1), label }
    }
    const label = (group: string, when: string): Datum => told(group, when).label
    const isShare = String(at('treated', 'after')?.of.measuredIn ?? '') in wholes
    return [
      {
        kind: 'chart',
        form: 'slope',
        title: phrase('evaluation.chart.slope', {
          measure: codeWord('term', measure),
          before: label('treated', 'before'),
          after: label('treated', 'after'),
          controlBefore: label('control', 'before'),
          controlAfter: label('control', 'after'),
        }),
        axis: isShare ? { of: 'share' } : { of: 'number' },
        categories: [codeWord('term', 'before'), codeWord('term', 'after')],
        series: groups.map((group) => ({
          name: phrase('evaluation.statement', { statement: codeWord('term', group) }),
          points: [told(group, 'before'), told(group, 'after')],
        })),
      },
    ]
  })
}

/** From the benefit through each cost to what is left of it. */
export const moneyChart = (figures: readonly KirkpatrickFigure[]): readonly Block[] => {
  const benefit = figures.find(({ metric, level }) => metric === 'M74' && level === 5)?.result
  const costs = figures.filter(({ metric, of }) => metric === 'M80b' && of.category !== undefined)
  if (benefit?.status !== 'ok' || benefit.currency === undefined || costs.length === 0) return []
  const { currency } = benefit
  const money = (minor: number): Datum => ({ money: { minor, currency } })
  let left = benefit.value
  const steps = costs.flatMap(({ of, result }) => {
    if (result.status !== 'ok' || of.currency !== currency) return []
    const from = left
    left -= result.value
    return [
      {
        name: codeWord('term', String(of.category)) as Datum,
        point: { from, value: left, label: money(-result.value) },
      },
    ]
  })
  const bars = [
    {
      name: { phrase: phrase('metric.M74') } as Datum,
      point: { from: 0, value: benefit.value, label: money(benefit.value) },
    },
    ...steps,
    {
      name: { phrase: phrase('evaluation.chart.net') } as Datum,
      point: { from: 0, value: left, label: money(left) },
    },
  ]
  return [
    {
      kind: 'chart',
      form: 'waterfall',
      title: phrase(left < 0 ? 'evaluation.chart.loss' : 'evaluation.chart.gain', {
        amount: { money: { minor: Math.abs(left), currency, rounded: true } },
      }),
      axis: { of: 'money', currency },
      categories: bars.map(({ name }) => name),
      series: [{ name: phrase('summary.amount'), points: bars.map(({ point }) => point) }],
    },
  ]
}
