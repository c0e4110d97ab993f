import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { type Answer, needsScale } from './answer-scale.ts'
import { type Chosen, needsChosen, needsOptions } from './chosen-options.ts'
import { type ItemHistogram, itemDistributionAccumulator } from './item-distribution.ts'
import type { OptionQuestion } from './option-shares.ts'

type Ranked = Omit<OptionQuestion, 'counted'>

/** How often each option stood at each place, in the order of the options. */
export type RankCounts = readonly ItemHistogram[]

const rankingsOf = (calculator: string, { options, sampled = false }: Ranked) => {
  needsOptions(calculator, options)
  const scale = { min: 1, max: options.length }
  needsScale(calculator, scale)
  const places = itemDistributionAccumulator(scale, { sampled })
  const placeOf = (chosen: Chosen, option: string): Answer =>
    chosen?.includes(option) ? chosen.indexOf(option) + 1 : null
  return {
    empty: options.map(() => places.empty),
    lift: (chosen: Chosen): RankCounts => options.map((option) => places.lift(placeOf(chosen, option))),
    combine: (a: RankCounts, b: RankCounts): RankCounts =>
      a.map((one, at) => places.combine(one, b[at] ?? places.empty)),
    extract: (counts: RankCounts): Readonly<Record<string, MetricResult>> =>
      Object.fromEntries(
        options.map((option, at) => [option, places.extract(counts[at] ?? places.empty)] as const),
      ),
  }
}

/**
 * Mean place in a ranking (平均名次), M38b: where people put each option, 1 being the best.
 *
 * Formula: sum of the places an option was put at / people who ranked it. A person who left an option out is not in its mean.
 *
 * When to use: beside the share that put it first (`optionShares`, `counted: 'first'`): a mean hides a divided room.
 * When not: where many rank only a few options: the mean place of one that few ranked speaks for those few alone.
 *
 * Result: for each option its mean place, with its histogram; the 95 % t interval when `sampled` and two ranked it, which
 * takes the places as equally far apart; n is the people who ranked it; `undefined` (`TooFewObservations`) when nobody
 * did. Throws on fewer than two options, an option listed twice, or an answer that names one that is not listed.
 *
 * Source: no published standard; defined here.
 *
 * @example
 * ```ts
 * import { meanRanks } from 'training-ops/metrics'
 * const ranks = meanRanks({ answers: [['safety', 'sales'], ['sales', 'safety'], ['safety']], options: ['safety', 'sales'] })
 * ranks.safety?.status === 'ok' && ranks.safety.value.toFixed(2) // => '1.33'
 * ranks.sales?.status === 'ok' && ranks.sales.n // => 2
 * ```
 */
export const meanRanks = /* @__PURE__ */ guarded(
  'meanRanks',
  ({
    answers,
    ...question
  }: Ranked & { readonly answers: readonly Chosen[] }): Readonly<Record<string, MetricResult>> => {
    const { empty, lift, combine, extract } = rankingsOf('meanRanks', question)
    const all = listOf('meanRanks', 'answers', answers).map((chosen, index) => {
      needsChosen('meanRanks', `answers[${index}]`, chosen, question.options)
      return lift(chosen)
    })
    return extract(all.reduce(combine, empty))
  },
)

/** Mean places over people, one at a time. */
export const meanRanksAccumulator = /* @__PURE__ */ guardedAccumulator(
  'meanRanksAccumulator',
  (question: Ranked): Accumulator<Chosen, RankCounts, Readonly<Record<string, MetricResult>>> => {
    const { lift, ...rest } = rankingsOf('meanRanksAccumulator', question)
    return {
      ...rest,
      lift: (chosen) => {
        needsChosen('meanRanksAccumulator', 'chosen', chosen, question.options)
        return lift(chosen)
      },
    }
  },
)

export const meanRanksEntry: MetricEntry = {
  id: 'M38b',
  calculator: 'meanRanks',
  unit: 'scale',
  quantity: 'people',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['No published standard: defined here'],
}
