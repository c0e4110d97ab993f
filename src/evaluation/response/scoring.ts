import { type GivenAnswer, type InstrumentItem, type Item, isOnScale, valuesOf } from '../shapes.ts'

/** The most an item is worth; 0 where it is not scored. */
export const worth = ({ key, maxScore }: Item): number => maxScore ?? (key === undefined ? 0 : 1)

/** Points for an answer; a question left out earns nothing. */
export const earned = (item: Item, value: number | undefined): number => {
  if (value === undefined) return 0
  if (item.key !== undefined) return value === item.key ? worth(item) : 0
  return worth(item) === 0 ? 0 : value - item.scale.min
}

/**
 * Points earned of the best possible, in thousandths, halves rounded up; an item left out earns nothing.
 * `undefined` where no item is scored.
 */
export const scaledOf = (
  asked: readonly InstrumentItem[],
  answers: readonly GivenAnswer[],
): number | undefined => {
  const items = asked.filter(isOnScale)
  const given = valuesOf(answers)
  const best = items.reduce((sum, item) => sum + worth(item), 0)
  if (best === 0) return undefined
  const points = items.reduce((sum, item) => sum + earned(item, given[item.itemId]), 0)
  return Math.floor((2000 * points + best) / (2 * best))
}
