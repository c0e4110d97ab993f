import { onlyFrom, Unknown } from '../../kernel/index.ts'
import type { Money } from '../../vocabulary/index.ts'
import { planningRejections } from '../rejections.ts'
import { availableIn, limitOf } from './funds.ts'
import type { ByCurrency, TrainingPlanState } from './state.ts'

const { BudgetBelowSpent, BudgetExceeded, CurrencyMismatch, PlanNotApproved } = planningRejections

export const mustBeDrafted = ({ status }: TrainingPlanState, planId: string) =>
  status === 'unknown' && Unknown({ what: 'plan', id: planId })

/** A plan is written before it is submitted, when it came back, and when it is revised. */
export const mayBeWritten = (plan: TrainingPlanState, planId: string, command: string) =>
  mustBeDrafted(plan, planId) || onlyFrom(plan.status, ['draft', 'returned', 'revising'], command)

/** While a revision is written and judged, the plan that was approved goes on. */
export const mustHold = (plan: TrainingPlanState, planId: string, command: string) => {
  const { status, holds } = plan
  if (status === 'unknown') return Unknown({ what: 'plan', id: planId })
  if (holds) return false
  return status === 'closed' ? onlyFrom(status, [], command) : PlanNotApproved({ planId, status })
}

type Movement = { readonly planId: string; readonly lineId: string; readonly amount: Money }

/** Money moves on a line that was approved with its plan, in the line's currency. */
export const moneyMayMove = (plan: TrainingPlanState, movement: Movement, command: string) => {
  const { planId, lineId, amount } = movement
  const line = plan.lines[lineId]
  const refused = mustHold(plan, planId, command)
  if (refused !== false) return refused
  if (line === undefined) return Unknown({ what: 'planLine', id: lineId })
  if (!line.approved) return PlanNotApproved({ planId, status: plan.status })
  return isOfCurrency(line.budget.currency, amount)
}

export const isOfCurrency = (expected: string, { currency }: Money) =>
  currency !== expected && CurrencyMismatch({ expected, got: currency })

/** `minor`: how much more than is already promised. */
export const staysWithin = (plan: TrainingPlanState, requested: Money, minor: number) => {
  const available = availableIn(plan, requested.currency)
  return minor > available.minor && BudgetExceeded({ available, requested })
}

/** A new approval covers the amounts committed and spent already. */
export const coversWhatIsSpoken = (plan: TrainingPlanState, approved: ByCurrency, tolerance: number) => {
  for (const currency of Object.keys({ ...plan.committed, ...plan.posted }).sort()) {
    const spoken = (plan.committed[currency] ?? 0) + (plan.posted[currency] ?? 0)
    const most = limitOf(approved[currency] ?? 0, tolerance)
    if (spoken > most)
      return BudgetBelowSpent({
        approved: { minor: approved[currency] ?? 0, currency },
        spoken: { minor: spoken, currency },
      })
  }
  return false
}
