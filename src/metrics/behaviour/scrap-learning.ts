import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsOneOf, needsShare } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { share } from '../share.ts'
import { summing } from '../summing.ts'
import { type ApplicationCounts, needsApplicationCounts } from './application-rate.ts'

/** By people (the default): who applied nothing. By content: what share of it people say they will not apply. */
export type ScrapEvidence =
  | ({ readonly definition?: 'people' } & ApplicationCounts)
  | {
      readonly definition: 'content'
      /** For each respondent, the share of the content they apply, 0 to 1; `null` for no answer. */
      readonly appliedShares: readonly (number | null)[]
    }

const calculator = 'scrapLearning'

const unusedContent = (appliedShares: readonly (number | null)[]): MetricResult => {
  listOf(calculator, 'appliedShares', appliedShares).forEach((applied, index) => {
    if (applied !== null) needsShare(calculator, 'appliedShares', applied, index)
  })
  const answered = appliedShares.filter((applied) => applied !== null)
  if (answered.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const applied = answered.reduce((sum, share) => sum + share, 0)
  return measured({
    value: 1 - applied / answered.length,
    n: answered.length,
    unit: 'ratio',
    variant: { definition: 'content' },
  })
}

/**
 * Scrap learning (学习浪费率), M63: the training that comes to nothing on the job.
 *
 * Formula: by people, 1 − application rate, (followed up − applied) / followed up; by content, 1 − mean share of
 * the content that respondents apply.
 *
 * When to use: by people, because it can be observed; by content to compare with companies that ask for percentages.
 * When not: one against the other: two published definitions share the name. The variant says which it is.
 *
 * Result: a ratio; by people with the Wilson 95 % interval unless everybody trained was followed up; `undefined`:
 * `ZeroDenominator` when nobody was followed up, `TooFewObservations` when nobody answered. Throws as
 * `applicationRate` does, or when a share is outside 0 to 1.
 *
 * Source: Mattox (2011) by people; Explorance by content; default D18 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { scrapLearning } from 'training-ops/metrics'
 * scrapLearning({ applied: 15, followedUp: 20, trained: 20 }) // => { status: 'ok', value: 0.25, n: 20, unit: 'ratio', variant: { definition: 'people' } }
 * scrapLearning({ definition: 'content', appliedShares: [0.5, 0.25, null] }) // => { status: 'ok', value: 0.625, n: 2, unit: 'ratio', variant: { definition: 'content' } }
 * ```
 */
export const scrapLearning = /* @__PURE__ */ guarded(
  'scrapLearning',
  (evidence: ScrapEvidence): MetricResult => {
    needsOneOf(calculator, 'definition', evidence.definition ?? 'people', ['people', 'content'])
    if (evidence.definition === 'content') return unusedContent(evidence.appliedShares)
    needsApplicationCounts(calculator, evidence)
    const { applied, followedUp, trained } = evidence
    return share({
      part: followedUp - applied,
      whole: followedUp,
      what: 'followedUp',
      sampled: followedUp < trained,
      variant: { definition: 'people' },
    })
  },
)

/** Sums the counts of several groups, by people. */
export const scrapLearningAccumulator = /* @__PURE__ */ guardedAccumulator(
  'scrapLearningAccumulator',
  /* @__PURE__ */ summing<ApplicationCounts, MetricResult>(
    calculator,
    { applied: 0, followedUp: 0, trained: 0 },
    scrapLearning,
  ),
)

export const scrapLearningEntry: MetricEntry = {
  id: 'M63',
  calculator: 'scrapLearning',
  unit: 'ratio',
  quantity: 'people',
  better: 'less',
  level: 'L3',
  class: 'effectiveness',
  options: { definition: ['people', 'content'] },
  accumulates: 'exact',
  sources: ['Mattox 2011', 'Explorance', 'Project default D18'],
}
