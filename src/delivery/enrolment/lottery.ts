import { digestOf } from '../../kernel/index.ts'

/**
 * The order lots put people in (抽签): by the digest of seed, offering and learner. No two people can be swapped by
 * anybody who does not choose the seed, and everybody who knows it can draw again and compare.
 *
 * @example
 * ```ts
 * import { lotteryRanking } from 'training-ops'
 * const people = ['ada', 'bob', 'cyd']
 * const drawn = lotteryRanking({ seed: 'beacon-4711', offeringId: 'o-1', learners: people })
 * const again = lotteryRanking({ seed: 'beacon-4711', offeringId: 'o-1', learners: ['cyd', 'bob', 'ada'] })
 * drawn.join() === again.join() // => true
 * ```
 */
export const lotteryRanking = ({
  seed,
  offeringId,
  learners,
}: {
  readonly seed: string
  readonly offeringId: string
  readonly learners: readonly string[]
}): readonly string[] =>
  learners
    .map((learnerId) => ({ learnerId, lot: digestOf([seed, offeringId, learnerId]) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ learnerId }) => learnerId)
