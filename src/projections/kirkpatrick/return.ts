import {
  benefitCostRatio,
  estimateBasedIsolation,
  type Measured,
  type MetricResult,
  measured,
  type Note,
  notMeasurable,
  returnOnInvestment,
} from '../../metrics/index.ts'
import type { KirkpatrickFigure } from './figure.ts'
import type { KirkpatrickState, PricedBenefit } from './state.ts'

const adjusted = ({ minor, currency, attribution, confidence }: PricedBenefit): MetricResult =>
  estimateBasedIsolation({
    estimates: [{ amount: minor, attribution: attribution / 10_000, confidence: confidence / 10_000 }],
    currency,
  })

/** Several people price one and the same change: the most cautious of them counts, never their sum. */
const lowestOf = (estimates: readonly PricedBenefit[]): MetricResult => {
  const currencies = [...new Set(estimates.map(({ currency }) => currency))].sort()
  if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
  const lowest = estimates
    .map(adjusted)
    .filter((result) => result.status === 'ok')
    .sort((a, b) => a.value - b.value)[0]
  if (lowest === undefined) return notMeasurable({ code: 'NotMonetised' })
  return measured({ ...lowest, n: estimates.length, variant: { estimate: 'lowest' } })
}

const byMeasure = (benefits: readonly PricedBenefit[]): readonly (readonly [string, MetricResult])[] =>
  [...new Set(benefits.map(({ measure }) => measure))]
    .sort()
    .map((measure) => [measure, lowestOf(benefits.filter((one) => one.measure === measure))] as const)

/** Changes of different measures add up, where one currency is theirs. */
const benefitOf = ({ benefits, isolation }: KirkpatrickState): MetricResult => {
  if (isolation === undefined || isolation === 'none') return notMeasurable({ code: 'IsolationMissing' })
  const currencies = [...new Set(benefits.map(({ currency }) => currency))].sort()
  const [currency] = currencies
  if (currency === undefined) return notMeasurable({ code: 'NotMonetised' })
  if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
  const known = byMeasure(benefits).flatMap(([, result]) => (result.status === 'ok' ? [result] : []))
  return measured({
    value: known.reduce((sum, { value }) => sum + value, 0),
    n: benefits.length,
    unit: 'minorUnits',
    currency,
    variant: { estimate: 'lowest' },
    ...onEstimates(isolation),
  })
}

/** That a control group told the effect apart does not make the money any less of an estimate. */
const onEstimates = (isolation: 'control' | 'trend' | 'estimate'): { notes?: readonly Note[] } =>
  isolation === 'estimate' ? {} : { notes: [{ code: 'RestsOnEstimates', isolation }] }

const figure = (
  calculator: string,
  level: 0 | 4 | 5,
  of: KirkpatrickFigure['of'],
  result: MetricResult,
): KirkpatrickFigure => ({
  figure: [calculator, ...Object.values(of)].join(':'),
  calculator,
  level,
  of,
  result,
})

const money = (minor: number, currency: string, n: number): Measured =>
  measured({ value: minor, n, unit: 'minorUnits', currency })

/** What was put in, Phillips's level 0: each category that was posted, and all of them, in each currency. */
const costFigures = ({ costs }: KirkpatrickState): readonly KirkpatrickFigure[] =>
  Object.entries(costs).flatMap(([currency, byCategory]) => {
    const categories = Object.entries(byCategory).sort(([a], [b]) => (a < b ? -1 : 1))
    const sum = categories.reduce((total, [, minor]) => total + minor, 0)
    return [
      ...categories.map(([category, minor]) =>
        figure('postedCost', 0, { currency, category }, money(minor, currency, 1)),
      ),
      figure('postedCosts', 0, { currency }, money(sum, currency, categories.length)),
    ]
  })

/** Level 5 (投资回报): what it was worth by estimate, against everything that was posted for it. */
export const returnFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const benefit = benefitOf(program)
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
    const result = calculate({ benefits: benefit.value, costs: costs[0]?.minor ?? 0, currency })
    if (result.status !== 'ok') return result
    return measured({ ...result, variant: { ...result.variant, benefit: 'byEstimate' } })
  }
  if (program.benefits.length === 0) return []
  return [
    ...byMeasure(program.benefits).map(([measure, result]) =>
      figure('estimateBasedIsolation', 4, { measure }, benefit.status === 'ok' ? result : benefit),
    ),
    figure('estimateBasedIsolation', 5, {}, benefit),
    ...costFigures(program),
    figure('benefitCostRatio', 5, {}, against(benefitCostRatio)),
    figure('returnOnInvestment', 5, {}, against(returnOnInvestment)),
  ]
}
