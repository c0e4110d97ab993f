/** The answers, as a study needs them to find shortfalls: those that count, and whole sums of them. */
import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import { type Item, isOnScale, valuesOf } from '../shapes.ts'
import { earned, worth } from './scoring.ts'

const projection = projections<EvaluationEvent>()

export type ItemTally = {
  /** Steps up the scale, a question put the other way round turned, and how many answered. */
  steps: number
  answered: number
  /** Points, their squares, and their products with the whole score. */
  points: number
  squares: number
  withTotal: number
}

export type AnswersTally = {
  items: readonly Item[]
  people: number
  totals: number
  totalSquares: number
  of: Record<string, ItemTally>
}

const none = (): ItemTally => ({ steps: 0, answered: 0, points: 0, squares: 0, withTotal: 0 })

export type CountedAnswers = {
  items: readonly Item[]
  /** By respondent and learner, or by the key of an anonymous answer: the values by item. */
  given: Record<string, Record<string, number>>
}

type Answered = {
  respondentId?: string | undefined
  learnerId?: string | undefined
  responseId?: string | undefined
}
const keyOf = ({ respondentId, learnerId, responseId }: Answered): string =>
  responseId ?? `${respondentId} ${learnerId}`

/** The answers of an administration that count: they came in time, and nobody found them invalid. */
export const countedAnswers = projection({
  name: 'countedAnswers',
  by: ['administrationId'],
  initial: (): CountedAnswers => ({ items: [], given: {} }),
  on: {
    AdministrationOpened: (counted, { items }) => {
      counted.items = items.filter(isOnScale)
    },
    ResponseSubmitted: ({ given }, { answers, late, ...response }) => {
      if (late === undefined) given[keyOf(response)] = valuesOf(answers)
    },
    ResponseInvalidated: ({ given }, response) => {
      delete given[keyOf(response)]
    },
  },
})

/** Their sums. */
export const tallyOf = ({ items, given }: CountedAnswers): AnswersTally => {
  const tally: AnswersTally = {
    items,
    people: 0,
    totals: 0,
    totalSquares: 0,
    of: Object.fromEntries(items.map(({ itemId }) => [itemId, none()])),
  }
  for (const values of Object.values(given)) {
    const total = items.reduce((sum, item) => sum + earned(item, values[item.itemId]), 0)
    tally.people++
    tally.totals += total
    tally.totalSquares += total * total
    for (const item of items) {
      const one = tally.of[item.itemId]
      if (one === undefined) continue
      const value = values[item.itemId]
      if (value !== undefined) {
        one.answered++
        one.steps += item.reverse ? item.scale.max - value : value - item.scale.min
      }
      const points = earned(item, value)
      one.points += points
      one.squares += points * points
      one.withTotal += points * total
    }
  }
  return tally
}

/** A shortfall: a part of a reaction questionnaire, or a question of a test. */
export type Shortfall = {
  readonly of: string
  readonly why: 'low' | 'tooEasy' | 'tooHard' | 'tellsNobodyApart'
}

/** Nobody answered it, or not too few to tell of. */
const mayBeTold = (k: number, { answered }: ItemTally = none()): boolean => answered === 0 || answered >= k

/** Parts of a questionnaire below a height of their scale, in thousandths; of fewer than `k` answers nothing is said. */
export const lowSubscales = ({ items, of }: AnswersTally, limit: number, k: number): readonly Shortfall[] => {
  const opinions = items.filter((item) => worth(item) === 0)
  const named = [...new Set(opinions.flatMap(({ subscale }) => subscale ?? []))]
  return named.flatMap((subscale) => {
    const parts = opinions.filter((item) => item.subscale === subscale)
    const reached = parts.reduce((sum, { itemId }) => sum + (of[itemId]?.steps ?? 0), 0)
    const possible = parts.reduce(
      (sum, { itemId, scale }) => sum + (of[itemId]?.answered ?? 0) * (scale.max - scale.min),
      0,
    )
    const isTold = parts.every(({ itemId }) => mayBeTold(k, of[itemId]))
    return isTold && possible > 0 && reached * 1000 < limit * possible
      ? [{ of: subscale, why: 'low' } as const]
      : []
  })
}

/** Correlation of a question with the rest of the test; `undefined` where one of them does not vary. */
const withTheRest = ({ people, totals, totalSquares }: AnswersTally, item: ItemTally): number | undefined => {
  const rest = totals - item.points
  const restSquares = totalSquares - 2 * item.withTotal + item.squares
  const products = people * (item.withTotal - item.squares) - item.points * rest
  const spread = (people * item.squares - item.points ** 2) * (people * restSquares - rest ** 2)
  return spread <= 0 ? undefined : products / Math.sqrt(spread)
}

export type ItemLimits = {
  readonly difficultyFrom: number
  readonly difficultyTo: number
  readonly discriminationFrom: number
  readonly itemAnalysisFrom: number
}

/** Questions of a test that are too hard, too easy, or tell nobody apart; of fewer than `k` answers nothing is said. */
export const poorItems = (tally: AnswersTally, limits: ItemLimits, k: number): readonly Shortfall[] => {
  if (tally.people < limits.itemAnalysisFrom) return []
  const scored = tally.items.filter((item) => worth(item) > 0)
  return scored.flatMap((item): Shortfall[] => {
    const sums = tally.of[item.itemId]
    if (sums === undefined || !mayBeTold(k, sums)) return []
    const difficulty = (sums.points * 1000) / (tally.people * worth(item))
    const discrimination = scored.length < 2 ? undefined : withTheRest(tally, sums)
    if (difficulty < limits.difficultyFrom) return [{ of: item.itemId, why: 'tooHard' }]
    if (difficulty > limits.difficultyTo) return [{ of: item.itemId, why: 'tooEasy' }]
    return discrimination !== undefined && discrimination * 1000 < limits.discriminationFrom
      ? [{ of: item.itemId, why: 'tellsNobodyApart' }]
      : []
  })
}
