import { needsAt } from '../guard.ts'
import type { Asked } from './two-tails.ts'

export const needsReal = (calculator: string, argument: string, value: number): void =>
  needsAt(!Number.isNaN(value), calculator, 'a number', argument, value)

export const needsDegreesOfFreedom = (calculator: string, argument: string, value: number): void =>
  needsAt(value > 0 && value < Number.POSITIVE_INFINITY, calculator, 'a finite number > 0', argument, value)

export const needsChance = (calculator: string, asked: Asked): void => {
  const [argument, chance] =
    'probability' in asked ? ['probability', asked.probability] : ['upperTail', asked.upperTail]
  needsAt(chance >= 0 && chance <= 1, calculator, 'a probability from 0 to 1', argument as string, chance)
}
