import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { program } from '../program/state.ts'
import { planningRejections } from '../rejections.ts'
import { moneyMayMove, mustBeDrafted, staysWithin } from './rules.ts'
import { isPromisedFor } from './spent-on.ts'
import { isReached, postedInvoice, trainingPlan } from './state.ts'

const events = planningEvents.make
const { DuplicateInvoice } = planningRejections

export const commitFunds = defineDecision({
  command: commands.CommitFunds,
  reads: { trainingPlan, program },
  decide: (command, { trainingPlan, program }) => {
    const { commitmentId, amount } = command
    const status = commitmentId in trainingPlan.commitments ? 'committed' : 'unknown'
    return (
      refusedBy(
        moneyMayMove(trainingPlan, command, 'CommitFunds'),
        onlyFrom(status, ['unknown'], 'CommitFunds'),
        program.status === 'cancelled' && onlyFrom(program.status, [], 'CommitFunds'),
        staysWithin(trainingPlan, amount, amount.minor),
      ) ?? accepted(events.FundsCommitted(command))
    )
  },
})

export const postCost = defineDecision({
  command: commands.PostCost,
  reads: { trainingPlan, postedInvoice },
  decide: (command, { trainingPlan, postedInvoice }) => {
    const { lineId, amount, invoice, commitmentId } = command
    const promised = commitmentId === undefined ? undefined : trainingPlan.commitments[commitmentId]
    const settled = Math.min(amount.minor, promised?.open.minor ?? 0)
    return (
      refusedBy(
        moneyMayMove(trainingPlan, command, 'PostCost'),
        postedInvoice.planId !== undefined && DuplicateInvoice({ invoice, planId: postedInvoice.planId }),
        commitmentId !== undefined &&
          promised?.lineId !== lineId &&
          Unknown({ what: 'commitment', id: commitmentId }),
        promised !== undefined &&
          commitmentId !== undefined &&
          isPromisedFor(promised.for, commitmentId, command),
        staysWithin(trainingPlan, amount, amount.minor - settled),
      ) ?? accepted(events.CostPosted({ ...command, ...promised?.for, settled }))
    )
  },
})

export const releaseCommitment = defineDecision({
  command: commands.ReleaseCommitment,
  reads: { trainingPlan },
  decide: ({ at, planId, commitmentId }, { trainingPlan }) => {
    const promised = trainingPlan.commitments[commitmentId]
    const refused = refusedBy(
      mustBeDrafted(trainingPlan, planId),
      !trainingPlan.holds && onlyFrom(trainingPlan.status, [], 'ReleaseCommitment'),
      promised === undefined && Unknown({ what: 'commitment', id: commitmentId }),
    )
    if (refused !== undefined || promised === undefined) return refused ?? accepted()
    const { lineId, open } = promised
    if (open.minor === 0) return accepted()
    const freed = { at, planId, lineId, commitmentId, amount: { ...open }, ...promised.for }
    return accepted(events.CommitmentReleased(freed))
  },
})

export const raiseBudgetAlert = defineDecision({
  command: commands.RaiseBudgetAlert,
  reads: { trainingPlan },
  decide: ({ at, planId, currency, threshold }, { trainingPlan }) => {
    const refused = refusedBy(mustBeDrafted(trainingPlan, planId))
    if (refused !== undefined) return refused
    const sums = {
      approved: trainingPlan.approved[currency] ?? 0,
      posted: trainingPlan.posted[currency] ?? 0,
      committed: trainingPlan.committed[currency] ?? 0,
    }
    const alerted = (trainingPlan.alerted[currency] ?? []).some((one) => one >= threshold)
    if (alerted || !isReached(threshold, sums.posted, sums.approved)) return accepted()
    return accepted(events.BudgetAlertRaised({ at, planId, currency, threshold, ...sums }))
  },
})
