import type { MetricEntry } from '../entry.ts'
import {
  guarded,
  listOf,
  needsAt,
  needsCount,
  needsCurrency,
  needsNumber,
  needsOneOf,
  needsText,
  recordsOf,
} from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** One source's figure for the benefit; rank 1 is the most credible. */
export type BenefitSource = {
  readonly source: string
  readonly credibilityRank: number
  readonly amount: number
}

/** The evidence behind a return on investment. */
export type RoiEvidence = {
  /** Levels for which data were collected: 1 reaction, 2 learning, 3 behaviour, 4 results. */
  readonly levelsCollected: readonly (1 | 2 | 3 | 4)[]
  /** How the effect of training was told apart; `none` when it was not. */
  readonly isolation: 'control' | 'trend' | 'estimate' | 'none'
  readonly sources: readonly BenefitSource[]
  readonly currency: string
}

const calculator = 'credibleBenefit'

/**
 * Credibility gate (可信度门槛), M87: the benefit from which a return on investment may be reckoned, if any.
 *
 * Formula: of the most credible sources the lowest amount; provided that levels 1 to 4 were measured and the effect
 * of training was isolated.
 *
 * When to use: before `returnOnInvestment`, so that nobody publishes one without evidence underneath.
 * When not: to choose the figure one likes best: the rank comes first, and among equals the lowest amount.
 *
 * Result: minor units of the currency; `n` is how many sources there were; the variant names the source and the
 * isolation; `undefined`: `LowerLevelMissing` with the levels, `IsolationMissing`, or `TooFewObservations` without
 * a source. Throws when a rank is not a whole number ≥ 1, an amount is not finite, or the currency is not three
 * capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology, guiding principles 1 to 5.
 *
 * @example
 * ```ts
 * import { credibleBenefit } from 'training-ops/metrics'
 * const sources = [
 *   { source: 'finance', credibilityRank: 1, amount: 90_000 },
 *   { source: 'sales system', credibilityRank: 1, amount: 70_000 },
 *   { source: 'participants', credibilityRank: 2, amount: 50_000 },
 * ]
 * credibleBenefit({ levelsCollected: [1, 2, 3, 4], isolation: 'control', sources, currency: 'USD' }) // => { status: 'ok', value: 70_000, n: 3, unit: 'minorUnits', currency: 'USD', variant: { source: 'sales system', isolation: 'control' } }
 * credibleBenefit({ levelsCollected: [1, 4], isolation: 'control', sources, currency: 'USD' }) // => { status: 'undefined', reason: { code: 'LowerLevelMissing', levels: [2, 3] } }
 * ```
 */
export const credibleBenefit = /* @__PURE__ */ guarded(
  'credibleBenefit',
  (evidence: RoiEvidence): MetricResult => {
    const { levelsCollected, isolation, sources, currency } = evidence
    needsCurrency(calculator, 'currency', currency)
    needsOneOf(calculator, 'isolation', isolation, ['control', 'trend', 'estimate', 'none'])
    listOf(calculator, 'levelsCollected', levelsCollected).forEach((level, index) => {
      needsOneOf(calculator, 'levelsCollected', level, [1, 2, 3, 4], index)
    })
    recordsOf(calculator, 'sources', sources).forEach(({ source, credibilityRank, amount }, index) => {
      needsText(calculator, 'sources[].source', source, index)
      needsCount(calculator, 'sources[].credibilityRank', credibilityRank, index)
      needsAt(
        credibilityRank >= 1,
        calculator,
        'a rank from 1',
        'sources[].credibilityRank',
        credibilityRank,
        index,
      )
      needsNumber(calculator, 'sources[].amount', amount, index)
    })

    const missing = ([1, 2, 3, 4] as const).filter((level) => !levelsCollected.includes(level))
    if (missing.length > 0) return notMeasurable({ code: 'LowerLevelMissing', levels: missing })
    if (isolation === 'none') return notMeasurable({ code: 'IsolationMissing' })
    const [chosen] = sources.toSorted((a, b) => a.credibilityRank - b.credibilityRank || a.amount - b.amount)
    if (chosen === undefined) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    return measured({
      value: chosen.amount,
      n: sources.length,
      unit: 'minorUnits',
      currency,
      variant: { source: chosen.source, isolation },
    })
  },
)

export const credibleBenefitEntry: MetricEntry = {
  id: 'M87',
  calculator: 'credibleBenefit',
  unit: 'minorUnits',
  quantity: 'sources',
  better: 'more',
  level: 'L5',
  class: 'effectiveness',
  options: { isolation: ['control', 'trend', 'estimate', 'none'] },
  accumulates: { no: 'a judgement on one study as a whole' },
  sources: ['Phillips guiding principles 1–5'],
}
