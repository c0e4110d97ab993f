import { needsAt } from '../guard.ts'

/** The rating scale a question was printed with: whole steps from `min` to `max`, both included. */
export type AnswerScale = { readonly min: number; readonly max: number }

/** An answer to a rating question; `null` is no answer, or "not applicable". Never a zero. */
export type Answer = number | null

export const pointsOf = ({ min, max }: AnswerScale): number => max - min + 1

export const needsScale = (calculator: string, { min, max }: AnswerScale): void =>
  needsAt(
    [min, max].every(Number.isSafeInteger) && min < max,
    calculator,
    'whole numbers running upwards',
    'scale',
    `${min} to ${max}`,
  )

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
  answers.forEach((answer, index) => {
    needsOnScale(calculator, argument, answer, scale, index)
  })
}
