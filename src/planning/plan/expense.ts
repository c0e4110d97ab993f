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
import { given } from '../../vocabulary/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { type PlanningEvent, planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import { moneyMayMove, staysWithin } from './rules.ts'
import { isPromisedFor, spentOnOf } from './spent-on.ts'
import { postedInvoice, trainingPlan } from './state.ts'
import { type ClaimStatus, claimStatusAfter } from './status.ts'

const events = planningEvents.make
const { DuplicateInvoice, SelfApproval } = planningRejections

export type ExpenseClaimState = {
  status: ClaimStatus
  claim?: Omit<DataOf<PlanningEvent, 'ExpenseClaimed'>, 'at' | 'claimId' | 'paidOn'>
}

/** One claim for money somebody laid out, and what became of it. */
export const expenseClaim = projections<PlanningEvent>()({
  name: 'expenseClaim',
  by: ['claimId'],
  initial: (): ExpenseClaimState => ({ status: 'unknown' }),
  on: [
    statusRecipes<PlanningEvent, ClaimStatus>(claimStatusAfter),
    {
      ExpenseClaimed: (expense, { at: _at, claimId: _id, paidOn: _on, ...claim }) => {
        expense.claim = claim
      },
    },
  ],
})

/** Of this plan, and nobody has decided it. */
const mustBeClaimed = (
  { status, claim }: ExpenseClaimState,
  { planId, claimId }: { readonly planId: string; readonly claimId: string },
  command: string,
) =>
  claim?.planId === planId
    ? onlyFrom(status, ['claimed'], command)
    : Unknown({ what: 'expenseClaim', id: claimId })

export const claimExpense = defineDecision({
  command: commands.ClaimExpense,
  reads: { trainingPlan, expenseClaim, postedInvoice },
  decide: (command, { trainingPlan, expenseClaim, postedInvoice }) => {
    const { invoice } = command
    const { planId } = postedInvoice
    return (
      refusedBy(
        moneyMayMove(trainingPlan, command, 'ClaimExpense'),
        onlyFrom(expenseClaim.status, ['unknown'], 'ClaimExpense'),
        planId !== undefined && DuplicateInvoice({ invoice, planId }),
      ) ?? accepted(events.ExpenseClaimed(command))
    )
  },
})

export const reimburseExpense = defineDecision({
  command: commands.ReimburseExpense,
  reads: { trainingPlan, expenseClaim },
  decide: (command, { trainingPlan, expenseClaim }) => {
    const { at, claimId, reimbursedBy, commitmentId } = command
    const unclaimed = refusedBy(mustBeClaimed(expenseClaim, command, 'ReimburseExpense'))
    const { claim } = expenseClaim
    if (unclaimed !== undefined || claim === undefined) return unclaimed ?? accepted()
    const { invoice, claimantId, ...cost } = claim
    const promised = commitmentId === undefined ? undefined : trainingPlan.commitments[commitmentId]
    const settled = Math.min(cost.amount.minor, promised?.open.minor ?? 0)
    const refused = refusedBy(
      claimantId === reimbursedBy && SelfApproval({ approvedBy: reimbursedBy }),
      moneyMayMove(trainingPlan, cost, 'ReimburseExpense'),
      commitmentId !== undefined &&
        promised?.lineId !== cost.lineId &&
        Unknown({ what: 'commitment', id: commitmentId }),
      promised !== undefined && commitmentId !== undefined && isPromisedFor(promised.for, commitmentId, cost),
      staysWithin(trainingPlan, cost.amount, cost.amount.minor - settled),
    )
    if (refused !== undefined) return refused
    const spent = { ...cost, ...promised?.for, amount: { ...cost.amount } }
    const settles = given({ commitmentId })
    return accepted(
      events.ExpenseReimbursed({ ...spent, at, claimId, claimantId, reimbursedBy }),
      events.CostPosted({ ...spent, at, invoice, claimantId, ...settles, settled }),
    )
  },
})

export const refuseExpense = defineDecision({
  command: commands.RefuseExpense,
  reads: { expenseClaim },
  decide: (command, { expenseClaim }) => {
    const refused = refusedBy(mustBeClaimed(expenseClaim, command, 'RefuseExpense'))
    const { claim } = expenseClaim
    if (refused !== undefined || claim === undefined) return refused ?? accepted()
    const { lineId, claimantId, category, amount, invoice } = claim
    return accepted(
      events.ExpenseRefused({
        ...command,
        lineId,
        claimantId,
        category,
        amount: { ...amount },
        invoice,
        ...spentOnOf(claim),
      }),
    )
  },
})
