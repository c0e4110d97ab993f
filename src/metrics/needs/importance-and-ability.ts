import { needs } from '../guard.ts'
import {
  type Answer,
  type AnswerScale,
  needsAnswersOnScale,
  needsOnScale,
  needsScale,
} from '../reaction/answer-scale.ts'

/** How important a competency is and how able one is at it, rated by the same people on one scale. @public */
export type ImportanceAndAbility = {
  /** One per respondent; `null` where none was given. */
  readonly importance: readonly Answer[]
  /** One per respondent, in the same order. */
  readonly ability: readonly Answer[]
  readonly scale: AnswerScale
}

/** One respondent. @public */
export type RatedPair = { readonly importance: Answer; readonly ability: Answer }

/** Over complete pairs: sums, and how the pairs compare. */
export type RatedSums = {
  readonly pairs: number
  readonly incomplete: number
  readonly importance: number
  readonly ability: number
  readonly moreImportantThanAble: number
  readonly moreAbleThanImportant: number
}

export const noRatings: RatedSums = {
  pairs: 0,
  incomplete: 0,
  importance: 0,
  ability: 0,
  moreImportantThanAble: 0,
  moreAbleThanImportant: 0,
}

const liftRated = ({ importance, ability }: RatedPair): RatedSums =>
  importance === null || ability === null
    ? { ...noRatings, incomplete: 1 }
    : {
        pairs: 1,
        incomplete: 0,
        importance,
        ability,
        moreImportantThanAble: importance > ability ? 1 : 0,
        moreAbleThanImportant: ability > importance ? 1 : 0,
      }

export const addRated = (a: RatedSums, b: RatedSums): RatedSums => ({
  pairs: a.pairs + b.pairs,
  incomplete: a.incomplete + b.incomplete,
  importance: a.importance + b.importance,
  ability: a.ability + b.ability,
  moreImportantThanAble: a.moreImportantThanAble + b.moreImportantThanAble,
  moreAbleThanImportant: a.moreAbleThanImportant + b.moreAbleThanImportant,
})

export const sumRated = (
  calculator: string,
  { importance, ability, scale }: ImportanceAndAbility,
): RatedSums => {
  needsAnswersOnScale(calculator, 'importance', importance, scale)
  needsAnswersOnScale(calculator, 'ability', ability, scale)
  needs(
    importance.length === ability.length,
    calculator,
    `as many ability ratings as importance ratings (${importance.length})`,
    ability.length,
  )
  return importance
    .map((rating, person) => liftRated({ importance: rating, ability: ability[person] ?? null }))
    .reduce(addRated, noRatings)
}

/** The lift of an accumulator over respondents. */
export const liftRatedOn = (calculator: string, scale: AnswerScale) => {
  needsScale(calculator, scale)
  return (pair: RatedPair): RatedSums => {
    needsOnScale(calculator, 'importance', pair.importance, scale)
    needsOnScale(calculator, 'ability', pair.ability, scale)
    return liftRated(pair)
  }
}

/** The respondents left out, for the notes of a figure. */
export const leftOut = ({ incomplete }: RatedSums) =>
  incomplete > 0 ? { notes: [{ code: 'IncompleteLeftOut', count: incomplete }] } : {}
