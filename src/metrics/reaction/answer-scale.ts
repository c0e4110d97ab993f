import { listOf, needsAt } from '../guard.ts'

/** The rating scale a question was printed with: whole steps from `min` to `max`, both included, 2,000 at most. @public */
export type AnswerScale = { readonly min: number; readonly max: number }

/** An answer to a rating question; `null` is no answer, or "not applicable". Never a zero. @public */
export type Answer = number | null

export const pointsOf = ({ min, max }: AnswerScale): number => max - min + 1

/**
 * A histogram has a count for each point of the scale, a table of two raters one for each pair of points: a scale of
 * 10⁹ points would run out of memory. 2,000 steps are what instruments declare at most (−1000 to 1000).
 */
export const needsScale = (calculator: string, { min, max }: AnswerScale): void => {
  needsAt(Number.isInteger(min), calculator, 'a whole number', 'scale.min', min)
  const isAbove = Number.isInteger(max) && max > min && max <= min + 2000
  needsAt(isAbove, calculator, `a whole number from ${min + 1} to ${min + 2000}`, 'scale.max', max)
}

export const needsOnScale = (
  calculator: string,
  argument: string,
  answer: Answer,
  { min, max }: AnswerScale,
  index?: number,
): void => {
  if (answer !== null && !(Number.isInteger(answer) && answer >= min && answer <= max))
    needsAt(false, calculator, `null or a whole number from ${min} to ${max}`, argument, answer, index)
}

export const needsAnswersOnScale = (
  calculator: string,
  argument: string,
  answers: readonly Answer[],
  scale: AnswerScale,
): void => {
  needsScale(calculator, scale)
  listOf(calculator, argument, answers).forEach((answer, index) => {
    needsOnScale(calculator, argument, answer, scale, index)
  })
}
