import {
  benefitCostRatio,
  controlGroupDifference,
  differenceInDifferences,
  estimateBasedIsolation,
  type MetricResult,
  notMeasurable,
  returnOnInvestment,
} from '../../metrics/index.ts'
import type { KirkpatrickFigure } from './figure.ts'
import type { KirkpatrickState, MeasuredOutcome } from './state.ts'

type Series = { readonly before: readonly MeasuredOutcome[]; readonly after: readonly MeasuredOutcome[] }

/** The outcomes of each unit of a group, in order of their periods. */
const seriesOf = (outcomes: readonly MeasuredOutcome[], group: 'treated' | 'control'): readonly Series[] => {
  const units = new Map<string, MeasuredOutcome[]>()
  for (const outcome of outcomes)
    if (outcome.group === group) units.set(outcome.unitId, [...(units.get(outcome.unitId) ?? []), outcome])
  const inOrder = (list: readonly MeasuredOutcome[], when: 'before' | 'after') =>
    list.filter((one) => one.when === when).sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
  return [...units.values()].map((list) => ({
    before: inOrder(list, 'before'),
    after: inOrder(list, 'after'),
  }))
}

const observed = ({ before, after }: Series) => {
  const earlier = before.at(-2)?.value
  return {
    before: before.at(-1)?.value ?? null,
    after: after.at(-1)?.value ?? null,
    ...(earlier === undefined ? {} : { earlier }),
  }
}

/** Level 4 (结果层): what changed for the business, told from what would have changed anyway. */
export const resultFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const all = Object.values(program.outcomes)
  const measures = [...new Set(all.map(({ measure }) => measure))].sort()
  return measures.flatMap((measure): KirkpatrickFigure[] => {
    const outcomes = all.filter((one) => one.measure === measure)
    const treated = seriesOf(outcomes, 'treated')
    const control = seriesOf(outcomes, 'control')
    const last = (series: readonly Series[]) => series.flatMap(({ after }) => after.at(-1)?.value ?? [])
    const of = { measure, measuredIn: outcomes[0]?.measuredIn ?? '' }
    return [
      {
        figure: `differenceInDifferences:${measure}`,
        calculator: 'differenceInDifferences',
        level: 4,
        of,
        result: differenceInDifferences({ treated: treated.map(observed), control: control.map(observed) }),
      },
      {
        figure: `controlGroupDifference:${measure}`,
        calculator: 'controlGroupDifference',
        level: 4,
        of,
        result: controlGroupDifference({ treated: last(treated), control: last(control) }),
      },
    ]
  })
}

const isolatedBenefit = ({ benefits, isolation }: KirkpatrickState): MetricResult => {
  const currencies = [...new Set(benefits.map(({ currency }) => currency))].sort()
  const [currency] = currencies
  if (isolation === undefined || isolation === 'none') return notMeasurable({ code: 'IsolationMissing' })
  if (currency === undefined) return notMeasurable({ code: 'NotMonetised' })
  if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
  return estimateBasedIsolation({
    estimates: benefits.map(({ minor, attribution, confidence }) => ({
      amount: minor,
      attribution: attribution / 10_000,
      confidence: confidence / 10_000,
    })),
    currency,
  })
}

/** Level 5 (投资回报): what it was worth, against everything that was posted for it. */
export const returnFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const benefit = isolatedBenefit(program)
  const costs = Object.entries(program.costs).map(([currency, byCategory]) => ({
    currency,
    minor: Object.values(byCategory).reduce((sum, minor) => sum + minor, 0),
  }))
  const against = (
    calculate: (program: { benefits: number; costs: number; currency: string }) => MetricResult,
  ): MetricResult => {
    if (benefit.status !== 'ok') return benefit
    const currency = benefit.currency ?? ''
    const currencies = [...new Set([currency, ...costs.map((cost) => cost.currency)])].sort()
    if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
    return calculate({ benefits: benefit.value, costs: costs[0]?.minor ?? 0, currency })
  }
  const figure = (calculator: string, level: 4 | 5, result: MetricResult): KirkpatrickFigure => ({
    figure: calculator,
    calculator,
    level,
    of: {},
    result,
  })
  return program.benefits.length === 0
    ? []
    : [
        figure('estimateBasedIsolation', 4, benefit),
        figure('benefitCostRatio', 5, against(benefitCostRatio)),
        figure('returnOnInvestment', 5, against(returnOnInvestment)),
      ]
}
