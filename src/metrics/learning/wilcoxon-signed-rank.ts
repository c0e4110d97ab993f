import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsOneOf } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { momentsOfGains } from '../statistics/moments.ts'
import { normalUpperTail } from '../statistics/normal.ts'
import { liftGain } from './gain-sums.ts'
import type { PairedScore, PairedScores } from './paired-scores.ts'
import { exactTwoSided, mostForExact, normalScore, roundedGains, signedRanks } from './signed-ranks.ts'

const zeroRules = ['drop', 'pratt'] as const

export type SignedRankInput = PairedScores & {
  /** The treatment of people who gained nothing: `drop` (default) before ranking, or `pratt`: rank, then drop. */
  readonly zeros?: (typeof zeroRules)[number]
}

/** The rank-biserial correlation, with the rank sums and the p it is judged by. */
export type SignedRankTest = Measured & {
  /** Sum of the ranks of those who gained, and of those who lost. */
  readonly plus: number
  readonly minus: number
  /** Two-sided. */
  readonly p: number
}

/** How many people have each gain. */
export type GainHistogram = Readonly<Record<string, number>>

const testOf = (gains: Float64Array, zeros: (typeof zeroRules)[number]): SignedRankTest | NotMeasurable => {
  if (gains.length === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const ranks = signedRanks(gains, zeros)
  const { changed, doubledPlus, doubledMinus } = ranks
  if (changed === 0) return notMeasurable({ code: 'NoVariance' })

  const exact = changed <= mostForExact
  return {
    ...measured({
      value: (doubledPlus - doubledMinus) / (doubledPlus + doubledMinus),
      n: changed,
      unit: 'coefficient',
      variant: { zeros, p: exact ? 'exact' : 'normal' },
    }),
    plus: doubledPlus / 2,
    minus: doubledMinus / 2,
    p: exact ? exactTwoSided(ranks) : 2 * normalUpperTail(Math.abs(normalScore(ranks))),
  }
}

/**
 * Wilcoxon signed-rank test (符号秩检验), M42: did more people gain, and gain more, than lost?
 *
 * Formula: rank the gains by size, ties sharing the mean rank; rank-biserial correlation = (ranks of gains − ranks
 * of losses) / all ranks. Up to 50 gains that are not zero, p is exact: the share of all ways to give the ranks
 * their signs that are at least this uneven. Beyond that, normal with the variance for ties, no continuity
 * correction. Gains of decimals are rounded first, to 10 decimals, or
 * to 12 digits of the largest score where that is coarser, so that ties are ties, of amounts of money too.
 *
 * When to use: for few people, or gains that are skewed or have outliers.
 * When not: to say how many points people gained, which `meanGain` does.
 *
 * Result: a coefficient from −1 (all lost) to 1 (all gained), `n` those who changed, with `plus`, `minus` and `p`;
 * the variant says the zero rule and how p was computed; `undefined` (`NoVariance`) when nobody changed,
 * (`TooFewObservations`) when nobody has both scores. Throws as `meanGain` does.
 *
 * Source: Wilcoxon (1945), Biometrics Bulletin 1, 80–83; Pratt (1959) for zeros; Kerby (2014) for the correlation;
 * default D16 of the project's metric catalog. R's `wilcox.test` falls back to a normal p when there are ties:
 * .0091 for the sleep data, whose exact p is .0039.
 *
 * @example
 * ```ts
 * import { wilcoxonSignedRank } from 'training-ops/metrics'
 * const test = wilcoxonSignedRank({ before: [3, 4, 2, 5], after: [5, 4, 6, 6] })
 * test.status === 'ok' && [test.value, test.plus, test.minus, test.p] // => [1, 6, 0, 0.25]
 * ```
 */
export const wilcoxonSignedRank = /* @__PURE__ */ guarded(
  'wilcoxonSignedRank',
  (input: SignedRankInput): SignedRankTest | NotMeasurable => {
    const { zeros = 'drop' } = input
    needsOneOf('wilcoxonSignedRank', 'zeros', zeros, zeroRules)
    momentsOfGains('wilcoxonSignedRank', input)
    return testOf(roundedGains(input), zeros)
  },
)

/** Signed ranks over people, one at a time; whole scores only. Ranks are given when the test is read. */
export const wilcoxonSignedRankAccumulator = /* @__PURE__ */ guardedAccumulator(
  'wilcoxonSignedRankAccumulator',
  ({
    zeros = 'drop',
  }: Pick<SignedRankInput, 'zeros'> = {}): Accumulator<
    PairedScore,
    GainHistogram,
    SignedRankTest | NotMeasurable
  > => {
    needsOneOf('wilcoxonSignedRankAccumulator', 'zeros', zeros, zeroRules)
    return {
      empty: {},
      lift: (person) => {
        const { pairs, sum } = liftGain('wilcoxonSignedRankAccumulator', person)
        return pairs === 0 ? {} : { [String(sum)]: 1 }
      },
      combine: (a, b) => {
        const both: Record<string, number> = { ...a }
        for (const [gain, people] of Object.entries(b)) both[gain] = (both[gain] ?? 0) + people
        return both
      },
      extract: (histogram) =>
        testOf(
          Float64Array.from(
            Object.entries(histogram).flatMap(([gain, people]) =>
              Array.from({ length: people }, () => Number(gain)),
            ),
          ),
          zeros,
        ),
    }
  },
)

export const wilcoxonSignedRankEntry: MetricEntry = {
  id: 'M42',
  calculator: 'wilcoxonSignedRank',
  unit: 'coefficient',
  quantity: 'people',
  level: 'L2',
  class: 'effectiveness',
  options: { zeros: zeroRules },
  accumulates: 'exact',
  sources: ['Wilcoxon 1945', 'Pratt 1959', 'Kerby 2014', 'Metric catalog D16'],
}
