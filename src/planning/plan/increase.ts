import {
  accepted,
  type DataOf,
  defineDecision,
  onlyFrom,
  projections,
  refusedBy,
  statusRecipes,
  Unknown,
} from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { type PlanningEvent, planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import { isOfCurrency, moneyMayMove, mustHold } from './rules.ts'
import { trainingPlan } from './state.ts'
import { type IncreaseStatus, increaseStatusAfter } from './status.ts'

const events = planningEvents.make
const { MoreThanAsked, SelfApproval } = planningRejections

export type BudgetIncreaseState = {
  status: IncreaseStatus
  asked?: Pick<
    DataOf<PlanningEvent, 'BudgetIncreaseRequested'>,
    'planId' | 'lineId' | 'amount' | 'requestedBy'
  >
}

/** One request for more money, and what became of it. */
export const budgetIncrease = projections<PlanningEvent>()({
  name: 'budgetIncrease',
  by: ['increaseId'],
  initial: (): BudgetIncreaseState => ({ status: 'unknown' }),
  on: [
    statusRecipes<PlanningEvent, IncreaseStatus>(increaseStatusAfter),
    {
      BudgetIncreaseRequested: (increase, { planId, lineId, amount, requestedBy }) => {
        increase.asked = { planId, lineId, amount, requestedBy }
      },
    },
  ],
})

/** Of this plan, and nobody has decided it. */
const mustBeAsked = (
  { status, asked }: BudgetIncreaseState,
  { planId, increaseId }: { readonly planId: string; readonly increaseId: string },
  command: string,
) =>
  asked?.planId === planId
    ? onlyFrom(status, ['requested'], command)
    : Unknown({ what: 'budgetIncrease', id: increaseId })

export const requestBudgetIncrease = defineDecision({
  command: commands.RequestBudgetIncrease,
  reads: { trainingPlan, budgetIncrease },
  decide: (command, { trainingPlan, budgetIncrease }) =>
    refusedBy(
      moneyMayMove(trainingPlan, command, 'RequestBudgetIncrease'),
      onlyFrom(budgetIncrease.status, ['unknown'], 'RequestBudgetIncrease'),
    ) ?? accepted(events.BudgetIncreaseRequested(command)),
})

export const grantBudgetIncrease = defineDecision({
  command: commands.GrantBudgetIncrease,
  reads: { trainingPlan, budgetIncrease },
  decide: (command, { trainingPlan, budgetIncrease }) => {
    const { at, planId, increaseId, grantedBy } = command
    const refused = refusedBy(
      mustHold(trainingPlan, planId, 'GrantBudgetIncrease'),
      mustBeAsked(budgetIncrease, command, 'GrantBudgetIncrease'),
    )
    const { asked } = budgetIncrease
    if (refused !== undefined || asked === undefined) return refused ?? accepted()
    const { lineId, requestedBy } = asked
    const amount = command.amount ?? asked.amount
    const line = trainingPlan.lines[lineId]
    const granted = {
      at,
      planId,
      increaseId,
      lineId,
      amount: { ...amount },
      asked: { ...asked.amount },
      grantedBy,
    }
    return (
      refusedBy(
        line === undefined && Unknown({ what: 'planLine', id: lineId }),
        requestedBy === grantedBy && SelfApproval({ approvedBy: grantedBy }),
        isOfCurrency(asked.amount.currency, amount),
        amount.minor > asked.amount.minor && MoreThanAsked({ asked: asked.amount, granted: amount }),
      ) ?? accepted(events.BudgetIncreaseGranted(granted))
    )
  },
})

export const refuseBudgetIncrease = defineDecision({
  command: commands.RefuseBudgetIncrease,
  reads: { budgetIncrease },
  decide: (command, { budgetIncrease }) => {
    const refused = refusedBy(mustBeAsked(budgetIncrease, command, 'RefuseBudgetIncrease'))
    const { asked } = budgetIncrease
    if (refused !== undefined || asked === undefined) return refused ?? accepted()
    const { lineId, amount } = asked
    return accepted(events.BudgetIncreaseRefused({ ...command, lineId, asked: { ...amount } }))
  },
})
