/** The questions this company asks, and how people answer them: every instrument of the year. */
import type { Person } from './company.ts'
import { type Dice, dice } from './dice.ts'

const fivePoints = { min: 1, max: 5 }

const opinion = (itemId: string, subscale: string, reverse = false) => ({
  itemId,
  subscale,
  scale: fivePoints,
  reverse,
})

export const reactionItems = [
  opinion('relevant', 'content'),
  opinion('clear', 'content'),
  opinion('rightLevel', 'content'),
  opinion('knowsSubject', 'trainer'),
  opinion('answersQuestions', 'trainer'),
  opinion('room', 'organisation'),
  opinion('notice', 'organisation'),
  opinion('wouldApply', 'intent'),
]

export const behaviourItems = (behaviours: readonly string[]) =>
  behaviours.map((one) => opinion(one, 'behaviour'))

/** Questions with one right answer of four. */
export const testItems = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    itemId: `q${String(at + 1).padStart(2, '0')}`,
    subscale: 'knowledge',
    scale: { min: 1, max: 4 },
    key: (at % 4) + 1,
  }))

/** Answers of somebody who feels `mean` out of five about everything, give or take. */
export const opinions = (
  items: readonly { readonly itemId: string; readonly subscale: string }[],
  means: Readonly<Record<string, number>>,
  mood: number,
  dice: Dice,
) =>
  Object.fromEntries(
    items.map(({ itemId, subscale }) => [
      itemId,
      Math.min(5, Math.max(1, Math.round(dice.around((means[subscale] ?? 4) + mood * 1.7, 1.2)))),
    ]),
  )

/** Answers of somebody who knows `share` of it; harder questions come later. */
export const testAnswers = (count: number, share: number, dice: Dice) =>
  Object.fromEntries(
    testItems(count).map(({ itemId, key }, at) => {
      const knows = dice.chance(Math.min(0.98, Math.max(0.05, share + 0.18 - (0.36 * at) / (count - 1))))
      return [itemId, knows ? key : (key % 4) + 1]
    }),
  )

/** Nobody is the same: a leaning of −0.5 to 0.5 that stays with a person all year. */
export const leaning = ({ id }: Person): number =>
  dice([...id].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), 2166136261)).roll() -
  0.5
