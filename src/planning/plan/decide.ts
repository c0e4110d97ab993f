import { accepted, defineDecision, eachOf, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import type { Money } from '../../vocabulary/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { mustBeTrainable, needStanding } from '../need-standing.ts'
import { program } from '../program/known.ts'
import { planningRejections } from '../rejections.ts'
import { availableIn, budgetsOf } from './funds.ts'
import { postedInvoice, type TrainingPlanState, trainingPlan } from './known.ts'
import { isPromisedFor } from './spent-on.ts'

const happened = planningEvents.make
const {
  BudgetExceeded,
  CurrencyMismatch,
  DuplicateInvoice,
  LineWithoutNeed,
  OpenCommitments,
  PlanNotApproved,
  PlanWithoutLines,
  SelfApproval,
} = planningRejections

const mustBeDrafted = ({ status }: TrainingPlanState, planId: string) =>
  status === 'unknown' && Unknown({ what: 'plan', id: planId })

export const draftPlan = defineDecision({
  command: commands.DraftPlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(onlyFrom(trainingPlan.status, ['unknown'], 'DraftPlan')) ??
    accepted(happened.PlanDrafted(command)),
})

export const addPlanLine = defineDecision({
  command: commands.AddPlanLine,
  reads: { trainingPlan, needs: eachOf(needStanding, 'needIds') },
  decide: (command, { trainingPlan, needs }) => {
    const { planId, lineId } = command
    const standing = Object.entries(needs)
    const unranked = standing.filter(([, { status }]) => status !== 'ranked')
    return (
      refusedBy(
        mustBeDrafted(trainingPlan, planId),
        onlyFrom(trainingPlan.status, ['draft'], 'AddPlanLine'),
        onlyFrom(lineId in trainingPlan.lines ? 'added' : 'unknown', ['unknown'], 'AddPlanLine'),
        standing.map(([needId, need]) => mustBeTrainable(needId, need)).find(Boolean),
        (standing.length === 0 || unranked.length > 0) &&
          LineWithoutNeed({ lineId, needs: unranked.map(([needId, { status }]) => ({ needId, status })) }),
      ) ?? accepted(happened.PlanLineAdded(command))
    )
  },
})

export const submitPlan = defineDecision({
  command: commands.SubmitPlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(
      mustBeDrafted(trainingPlan, command.planId),
      onlyFrom(trainingPlan.status, ['draft'], 'SubmitPlan'),
      Object.keys(trainingPlan.lines).length === 0 && PlanWithoutLines({ planId: command.planId }),
    ) ?? accepted(happened.PlanSubmitted(command)),
})

export const approvePlan = defineDecision({
  command: commands.ApprovePlan,
  reads: { trainingPlan },
  decide: ({ at, planId, approvedBy, tolerance }, { trainingPlan }) => {
    const { status, draftedBy, submittedBy } = trainingPlan
    const approved = budgetsOf(trainingPlan).map((one) => ({ ...one }))
    return (
      refusedBy(
        mustBeDrafted(trainingPlan, planId),
        onlyFrom(status, ['submitted'], 'ApprovePlan'),
        [draftedBy, submittedBy].includes(approvedBy) && SelfApproval({ approvedBy }),
      ) ?? accepted(happened.PlanApproved({ at, planId, approvedBy, approved, tolerance }))
    )
  },
})

/** Money moves on a line of an approved plan, in the line's currency. */
const moneyMayMove = (
  plan: TrainingPlanState,
  { planId, lineId, amount }: { readonly planId: string; readonly lineId: string; readonly amount: Money },
  command: string,
) => {
  const { status, lines } = plan
  const line = lines[lineId]
  if (status === 'unknown') return Unknown({ what: 'plan', id: planId })
  if (status === 'draft' || status === 'submitted') return PlanNotApproved({ planId, status })
  const illegal = onlyFrom(status, ['approved'], command)
  if (illegal !== false) return illegal
  if (line === undefined) return Unknown({ what: 'planLine', id: lineId })
  const expected = line.budget.currency
  return amount.currency !== expected && CurrencyMismatch({ expected, got: amount.currency })
}

/** `minor`: how much more than is already promised. */
const staysWithin = (plan: TrainingPlanState, requested: Money, minor: number) => {
  const available = availableIn(plan, requested.currency)
  return minor > available.minor && BudgetExceeded({ available, requested })
}

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
      ) ?? accepted(happened.FundsCommitted(command))
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
      ) ?? accepted(happened.CostPosted({ ...command, ...promised?.for, settled }))
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
      onlyFrom(trainingPlan.status, ['approved'], 'ReleaseCommitment'),
      promised === undefined && Unknown({ what: 'commitment', id: commitmentId }),
    )
    if (refused !== undefined || promised === undefined) return refused ?? accepted()
    const { lineId, open } = promised
    if (open.minor === 0) return accepted()
    return accepted(
      happened.CommitmentReleased({
        at,
        planId,
        lineId,
        commitmentId,
        amount: { ...open },
        ...promised.for,
      }),
    )
  },
})

export const closePlan = defineDecision({
  command: commands.ClosePlan,
  reads: { trainingPlan },
  decide: ({ at, planId }, { trainingPlan }) => {
    const open = Object.entries(trainingPlan.commitments).filter(([, { open }]) => open.minor > 0)
    return (
      refusedBy(
        mustBeDrafted(trainingPlan, planId),
        onlyFrom(trainingPlan.status, ['approved'], 'ClosePlan'),
        open.length > 0 && OpenCommitments({ commitmentIds: open.map(([id]) => id) }),
      ) ?? accepted(happened.PlanClosed({ at, planId }))
    )
  },
})
