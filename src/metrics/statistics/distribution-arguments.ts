import { needsAt } from '../guard.ts'
import type { Asked } from './two-tails.ts'

export const needsReal = (calculator: string, argument: string, value: number): void =>
  needsAt(typeof value === 'number' && !Number.isNaN(value), calculator, 'a number', argument, value)

/** Beyond 10¹⁰ a series takes ever longer and loses digits; from 2⁵³ on it would not end. */
export const needsDegreesOfFreedom = (calculator: string, argument: string, value: number): void =>
  needsAt(
    typeof value === 'number' && value > 0 && value <= 1e10,
    calculator,
    'a number > 0, at most 1e10',
    argument,
    value,
  )

export const needsChance = (calculator: string, asked: Asked): void => {
  const [argument, chance] =
    'probability' in asked ? ['probability', asked.probability] : ['upperTail', asked.upperTail]
  const isChance = typeof chance === 'number' && chance >= 0 && chance <= 1
  needsAt(isChance, calculator, 'a probability from 0 to 1', argument as string, chance)
}
