import {
  benefitCostRatio,
  benefitCostRatioEntry,
  breakEvenAttribution,
  breakEvenAttributionEntry,
  type CostLife,
  credibleBenefit,
  credibleBenefitEntry,
  estimateBasedIsolation,
  estimateBasedIsolationEntry,
  fullyLoadedCostEntry,
  type MetricEntry,
  type MetricResult,
  measured,
  type Note,
  notMeasurable,
  paybackPeriod,
  paybackPeriodEntry,
  postedCost,
  postedCostEntry,
  returnOnInvestment,
  returnOnInvestmentEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState, PricedBenefit } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { type KirkpatrickFigure, studyFigure } from '../kirkpatrick/figure.ts'
import { fullyLoadedCostOf } from './fully-loaded.ts'
import { returnNotes, sensitivity } from './sensitivity.ts'

const adjusted = (benefit: PricedBenefit): MetricResult =>
  estimateBasedIsolation({
    estimates: [
      {
        amount: benefit.minor,
        attribution: benefit.attribution / 10_000,
        otherFactors: (benefit.otherFactors ?? 0) / 10_000,
        confidence: benefit.confidence / 10_000,
      },
    ],
    currency: benefit.currency,
  })

/** The most credible sources of those that were not set aside. */
const credible = (estimates: readonly PricedBenefit[]): readonly PricedBenefit[] => {
  const counted = estimates.filter(({ setAside }) => setAside === undefined)
  const best = Math.min(...counted.map(({ credibilityRank = 1 }) => credibilityRank))
  return counted.filter(({ credibilityRank = 1 }) => credibilityRank === best)
}

/** Several people price one and the same change: the most cautious of the most credible counts, never their sum. */
const lowestOf = (estimates: readonly PricedBenefit[]): MetricResult => {
  const currencies = [...new Set(estimates.map(({ currency }) => currency))].sort()
  if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
  const lowest = credible(estimates)
    .map(adjusted)
    .filter((result) => result.status === 'ok')
    .sort((a, b) => a.value - b.value)[0]
  if (lowest === undefined) return notMeasurable({ code: 'NotMonetised' })
  const setAside = estimates.filter((one) => one.setAside !== undefined).length
  const { notes: _, ...figure } = lowest
  return measured({
    ...figure,
    n: estimates.length,
    variant: { estimate: 'lowest' },
    ...(setAside === 0 ? {} : { notes: [{ code: 'EstimatesSetAside', count: setAside }] }),
  })
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
  entry: MetricEntry,
  level: 0 | 4 | 5,
  of: KirkpatrickFigure['of'],
  result: MetricResult,
): KirkpatrickFigure => studyFigure(entry, { level, of, name: Object.values(of) }, result)

/** The inputs, Phillips's level 0: each category that was posted, and all of them, in each currency. */
const costFigures = ({ costs }: KirkpatrickState): readonly KirkpatrickFigure[] =>
  Object.entries(costs).flatMap(([currency, byCategory]) => {
    const categories = Object.entries(byCategory).sort(([a], [b]) => (a < b ? -1 : 1))
    const posted = (amount: number, postings: number) => postedCost({ amount, postings, currency })
    const sum = categories.reduce((total, [, minor]) => total + minor, 0)
    return [
      ...categories.map(([category, minor]) =>
        figure(postedCostEntry, 0, { currency, category }, posted(minor, 1)),
      ),
      figure(postedCostEntry, 0, { currency }, posted(sum, categories.length)),
    ]
  })

/** Levels anything was collected at. */
const collected = (program: KirkpatrickState): readonly (1 | 2 | 3 | 4)[] => {
  const asked = new Set(Object.values(program.responses).map(({ purpose }) => purpose))
  const isThere = {
    1: asked.has('reaction') || asked.has('pulse'),
    2: asked.has('posttest') || Object.keys(program.assessed).length > 0,
    3: asked.has('followUp') || asked.has('observation'),
    4: Object.keys(program.outcomes).length > 0,
  }
  return ([1, 2, 3, 4] as const).filter((level) => isThere[level])
}

export type ReturnRule = {
  /** Over how many offerings the needs analysis and the design are spread, and how many are costed here: all on one. */
  readonly life?: CostLife
}

/** Level 5 (投资回报): what it was worth by estimate, against everything that was posted for it. */
export const returnFigures = (
  program: KirkpatrickState,
  { life }: ReturnRule = {},
): readonly KirkpatrickFigure[] => {
  const { benefits, isolation } = program
  if (benefits.length === 0) return []
  const benefit = benefitOf(program)
  const { cost } = fullyLoadedCostOf(program.costs, given({ life }))
  const against = (
    calculate: (program: { benefits: number; costs: number; currency: string }) => MetricResult,
  ): MetricResult => {
    if (benefit.status !== 'ok') return benefit
    const currency = benefit.currency ?? ''
    const currencies = [...new Set([currency, ...Object.keys(program.costs)])].sort()
    if (currencies.length > 1) return notMeasurable({ code: 'MixedCurrency', currencies })
    const result = calculate({
      benefits: benefit.value,
      costs: cost.status === 'ok' ? cost.value : 0,
      currency,
    })
    if (result.status !== 'ok') return result
    return measured({ ...result, variant: { ...result.variant, benefit: 'byEstimate' } })
  }
  const currency = benefit.status === 'ok' ? (benefit.currency ?? '') : ''
  const withRange = (result: MetricResult): MetricResult => {
    if (result.status !== 'ok' || cost.status !== 'ok') return result
    const notes = [...(result.notes ?? []), ...returnNotes(credible(benefits), cost.value, currency)]
    return measured({ ...result, ...(notes.length === 0 ? {} : { notes }) })
  }
  const gate =
    benefit.status === 'ok'
      ? credibleBenefit({
          levelsCollected: collected(program),
          isolation: isolation ?? 'none',
          sources: [{ source: 'estimates', credibilityRank: 1, amount: benefit.value }],
          currency,
        })
      : benefit
  return [
    ...byMeasure(benefits).map(([measure, result]) =>
      figure(estimateBasedIsolationEntry, 4, { measure }, benefit.status === 'ok' ? result : benefit),
    ),
    figure(estimateBasedIsolationEntry, 5, {}, benefit),
    figure(credibleBenefitEntry, 5, {}, gate),
    ...costFigures(program),
    ...(Object.keys(program.costs).length === 0 ? [] : [figure(fullyLoadedCostEntry, 5, {}, cost)]),
    figure(benefitCostRatioEntry, 5, {}, against(benefitCostRatio)),
    figure(returnOnInvestmentEntry, 5, {}, withRange(against(returnOnInvestment))),
    figure(
      paybackPeriodEntry,
      5,
      {},
      against(({ benefits, costs, currency }) =>
        paybackPeriod({ costs, annualBenefits: benefits, currency }),
      ),
    ),
    figure(
      breakEvenAttributionEntry,
      5,
      {},
      against(({ costs, currency }) =>
        breakEvenAttribution({ costs, unisolatedBenefit: unisolated(benefits), currency }),
      ),
    ),
    ...(cost.status === 'ok' && cost.currency === currency
      ? sensitivity(credible(benefits), cost.value, currency)
      : []),
  ]
}

/** The value of the whole change, by the most cautious estimate. */
const unisolated = (benefits: readonly PricedBenefit[]): number =>
  [...new Set(benefits.map(({ measure }) => measure))].reduce((sum, measure) => {
    const amounts = credible(benefits.filter((one) => one.measure === measure)).map(({ minor }) => minor)
    return amounts.length === 0 ? sum : sum + Math.min(...amounts)
  }, 0)
