import { guarded, needsAt } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { type ItemOfTest, itemAndTotals } from './item-and-totals.ts'

export type UpperLowerInput = ItemOfTest & {
  /** The most one can score on the item; 1 unless told. */
  readonly max?: number
}

const calculator = 'upperLowerDiscrimination'
const groupShare = 0.27
const fewestForGroups = 30

type People = ReturnType<typeof itemAndTotals>

/** Points on the item of the first `size` people in order of their totals, those tied at the cut in proportion. */
const pointsOfFirst = (people: People, size: number): number => {
  let points = 0
  for (let first = 0; first < size; ) {
    const total = people[first]?.[1]
    let tied = 0
    let next = first
    for (; next < people.length && people[next]?.[1] === total; next += 1) tied += people[next]?.[0] as number
    points += tied * Math.min(1, (size - first) / (next - first))
    first = next
  }
  return points
}

/**
 * Upper–lower discrimination (高低分组区分度), beside M48: how much more of the item's points the best people get than
 * the worst.
 *
 * Formula: (mean score on the item of the best 27 % by total − that of the worst 27 %) / the most one can score,
 * people tied at a cut counting in proportion.
 *
 * When to use: for readers who know D from a table of items, from thirty people on.
 * When not: with fewer people, whose 27 % are a handful; `itemDiscrimination` uses everybody.
 *
 * Result: a coefficient from −1 to 1; `undefined` (`TooFewObservations`) under 30 people, (`NoVariance`) when all
 * score alike on the item. Throws as `itemDiscrimination`, and when `max` is not above 0 or a score is outside 0 to it. Best and worst are known
 * only when everybody is, so there is no accumulator.
 *
 * Source: Kelley (1939), Journal of Educational Psychology 30, 17–24, for the 27 %.
 *
 * @example
 * ```ts
 * import { upperLowerDiscrimination } from 'training-ops/metrics'
 * const scores = Array.from({ length: 100 }, (_, place) => [place < 40 ? 0 : 1, place])
 * const best = upperLowerDiscrimination({ scores, item: 0 })
 * best.status === 'ok' && best.value // => 1
 * ```
 */
export const upperLowerDiscrimination = /* @__PURE__ */ guarded(
  'upperLowerDiscrimination',
  ({ max = 1, ...test }: UpperLowerInput): MetricResult => {
    needsAt(Number.isFinite(max) && max > 0, calculator, 'a number > 0', 'max', max)
    const people = itemAndTotals(calculator, test)
    test.scores.forEach((row, person) => {
      const score = row[test.item] as number
      const isOn = score === null || (score >= 0 && score <= max)
      needsAt(isOn, calculator, `null or 0 to max (${max})`, `scores[][${test.item}]`, score, person)
    })
    const n = people.length
    if (n < fewestForGroups)
      return { status: 'undefined', reason: { code: 'TooFewObservations', need: fewestForGroups, have: n } }
    if (people.every(([score]) => score === people[0]?.[0]))
      return { status: 'undefined', reason: { code: 'NoVariance' } }
    const ascending = [...people].sort(([, a], [, b]) => a - b)
    const size = groupShare * n
    const worst = pointsOfFirst(ascending, size)
    const best = pointsOfFirst(ascending.reverse(), size)
    return {
      status: 'ok',
      value: (best - worst) / size / max,
      n,
      unit: 'coefficient',
      variant: { index: 'upperLower' },
    }
  },
)
