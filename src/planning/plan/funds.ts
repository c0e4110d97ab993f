import type { Money } from '../../vocabulary/index.ts'
import type { ByCurrency, PlanLine, TrainingPlanState } from './state.ts'

/** A share of an amount, down to the whole unit and exact for any safe integer. */
const shareOf = (minor: number, basisPoints: number): number =>
  Math.floor(minor / 10_000) * basisPoints + Math.floor(((minor % 10_000) * basisPoints) / 10_000)

/** The limit of an approved amount, its tolerance included. */
export const limitOf = (approved: number, tolerance: number): number =>
  approved + shareOf(approved, tolerance)

/** The amount that the plan still allows in a currency: approved and tolerated, less promised and spent. */
export const availableIn = (plan: TrainingPlanState, currency: string): Money => {
  const approved = plan.approved[currency] ?? 0
  const spoken = (plan.committed[currency] ?? 0) + (plan.posted[currency] ?? 0)
  return { minor: limitOf(approved, plan.tolerance) - spoken, currency }
}

/** The sum that all programs take from a line, in minor units. */
export const takenFrom = ({ programs }: PlanLine): number =>
  Object.values(programs).reduce((sum, minor) => sum + minor, 0)

/** The amount a line has left for a program, whatever that program takes already. */
export const lineLeftFor = ({ budget, programs }: PlanLine, programId: string): Money => {
  const others = Object.entries(programs).filter(([id]) => id !== programId)
  const taken = others.reduce((sum, [, minor]) => sum + minor, 0)
  return { minor: budget.minor - taken, currency: budget.currency }
}

/** The sum of all lines, per currency, in the order of currencies. */
export const budgetsOf = ({ lines }: TrainingPlanState): readonly Money[] => {
  const sums: ByCurrency = {}
  for (const { budget } of Object.values(lines))
    sums[budget.currency] = (sums[budget.currency] ?? 0) + budget.minor
  return Object.keys(sums)
    .sort()
    .map((currency) => ({ minor: sums[currency] ?? 0, currency }))
}
