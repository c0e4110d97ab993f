import { needsRejections } from '../rejections.ts'
import { meanRating } from './mean-rating.ts'
import { ratingMissing } from './rank.ts'
import type { PriorityMethod, RatingScale } from './shapes.ts'

const { ConfirmationMissing, FactorsMissing, RatingOffScale, WeightsNotNormalized } = needsRejections

/** Weights make a whole. */
export const weightsSumToOne = (method: PriorityMethod) => {
  if (method.kind !== 'weightedFactors') return false
  const sum = Object.values(method.weights).reduce((all, weight) => all + weight, 0)
  return sum !== 10_000 && WeightsNotNormalized({ sum })
}

/** The cut-offs of a tree decide nothing until an expert in the subject stands behind it. */
export const anExpertConfirms = (method: PriorityMethod) =>
  method.kind === 'dif' && method.confirmedBy === undefined && ConfirmationMissing({ method: method.kind })

const offScale = (
  { min, max }: RatingScale,
  { needId, answers }: { readonly needId: string; readonly answers: readonly object[] },
) => {
  for (const answer of answers)
    for (const [name, rating] of Object.entries(answer))
      if (name !== 'respondents' && rating !== null && (rating < min || rating > max))
        return RatingOffScale({ needId, rating, min, max })
  return false
}

export const ratingsAreOnScale = (method: PriorityMethod) =>
  method.kind !== 'weightedFactors' &&
  (method.ratings.map((rating) => offScale(method.scale, rating)).find(Boolean) ?? false)

/** The factors that the method asks for and this need lacks. */
const missingOf = (method: PriorityMethod): readonly (readonly [needId: string, missing: string[]])[] => {
  switch (method.kind) {
    case 'weightedFactors':
      return method.ratings.map(({ needId, factors }) => [
        needId,
        Object.keys(method.weights).filter((factor) => factors[factor] === undefined),
      ])
    case 'borich':
    case 'rankedDiscrepancy':
      return method.ratings.map(({ needId, answers }) => [
        needId,
        answers.some(({ importance, ability }) => importance !== null && ability !== null)
          ? []
          : ['importance', 'ability'],
      ])
    case 'importancePerformance':
      return method.ratings.map(({ needId, answers }) => [
        needId,
        (['importance', 'performance'] as const).filter((name) => meanRating(answers, name) === undefined),
      ])
    case 'dif':
      return method.ratings.map((rating) => {
        const missing = ratingMissing(method, rating)
        return [rating.needId, missing === undefined ? [] : [missing]]
      })
  }
}

export const everyNeedIsRated = (method: PriorityMethod) => {
  const [first] = missingOf(method).filter(([, factors]) => factors.length > 0)
  return first !== undefined && FactorsMissing({ needId: first[0], factors: first[1] })
}
