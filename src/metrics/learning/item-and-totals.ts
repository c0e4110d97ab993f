import { listOf, needsAt } from '../guard.ts'
import type { ItemRows } from '../statistics/item-spread.ts'

/** The answers to a test, and one of its items. @public */
export type ItemOfTest = {
  /** One row per person, one column per item; a row with a `null` is left out. */
  readonly scores: ItemRows
  /** The column of the item, from 0. */
  readonly item: number
}

/** The scores on the item and on the test of each person who answered everything, or on the rest of it. */
export const itemAndTotals = (
  calculator: string,
  { scores, item }: ItemOfTest,
  ofRest = false,
): readonly (readonly [own: number, total: number])[] => {
  const items = scores?.[0]?.length ?? 0
  const isThere = items === 0 || (Number.isInteger(item) && item >= 0 && item < items)
  needsAt(isThere, calculator, `a column from 0 to ${items - 1}`, 'item', item)
  return listOf(calculator, 'scores', scores).flatMap((row, person) => {
    const own = listOf(calculator, 'scores', row, person)
    needsAt(own.length === items, calculator, `${items} items`, 'scores', own.length, person)
    let total = 0
    own.forEach((score, at) => {
      const holds = score === null || Number.isFinite(score)
      needsAt(holds, calculator, 'a number', `scores[][${at}]`, score, person)
      if (!ofRest || at !== item) total += score as number
    })
    return own.includes(null) ? [] : [[own[item] as number, total]]
  })
}
