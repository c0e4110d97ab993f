import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import { budgetsOf } from './funds.ts'
import { coversWhatIsSpoken, mayBeWritten, mustBeDrafted } from './rules.ts'
import { type ByCurrency, trainingPlan } from './state.ts'

const events = planningEvents.make
const { OpenClaims, OpenCommitments, PlanWithoutLines, SelfApproval } = planningRejections

export const draftPlan = defineDecision({
  command: commands.DraftPlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(onlyFrom(trainingPlan.status, ['unknown'], 'DraftPlan')) ??
    accepted(events.PlanDrafted(command)),
})

export const submitPlan = defineDecision({
  command: commands.SubmitPlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(
      mayBeWritten(trainingPlan, command.planId, 'SubmitPlan'),
      Object.keys(trainingPlan.lines).length === 0 && PlanWithoutLines({ planId: command.planId }),
    ) ?? accepted(events.PlanSubmitted(command)),
})

export const returnPlan = defineDecision({
  command: commands.ReturnPlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(
      mustBeDrafted(trainingPlan, command.planId),
      onlyFrom(trainingPlan.status, ['submitted'], 'ReturnPlan'),
    ) ?? accepted(events.PlanReturned(command)),
})

export const approvePlan = defineDecision({
  command: commands.ApprovePlan,
  reads: { trainingPlan },
  decide: ({ at, planId, approvedBy, tolerance }, { trainingPlan }) => {
    const { status, draftedBy, submittedBy } = trainingPlan
    const approved = budgetsOf(trainingPlan).map((one) => ({ ...one }))
    const sums: ByCurrency = Object.fromEntries(approved.map(({ currency, minor }) => [currency, minor]))
    return (
      refusedBy(
        mustBeDrafted(trainingPlan, planId),
        onlyFrom(status, ['submitted'], 'ApprovePlan'),
        [draftedBy, submittedBy].includes(approvedBy) && SelfApproval({ approvedBy }),
        coversWhatIsSpoken(trainingPlan, sums, tolerance),
      ) ?? accepted(events.PlanApproved({ at, planId, approvedBy, approved, tolerance }))
    )
  },
})

export const revisePlan = defineDecision({
  command: commands.RevisePlan,
  reads: { trainingPlan },
  decide: (command, { trainingPlan }) =>
    refusedBy(
      mustBeDrafted(trainingPlan, command.planId),
      onlyFrom(trainingPlan.status, ['approved'], 'RevisePlan'),
    ) ?? accepted(events.PlanRevised({ ...command, revision: trainingPlan.revision + 1 })),
})

export const closePlan = defineDecision({
  command: commands.ClosePlan,
  reads: { trainingPlan },
  decide: ({ at, planId }, { trainingPlan }) => {
    const open = Object.entries(trainingPlan.commitments).filter(([, { open }]) => open.minor > 0)
    const claimIds = Object.keys(trainingPlan.claims)
    return (
      refusedBy(
        mustBeDrafted(trainingPlan, planId),
        onlyFrom(trainingPlan.status, ['approved'], 'ClosePlan'),
        open.length > 0 && OpenCommitments({ commitmentIds: open.map(([id]) => id) }),
        claimIds.length > 0 && OpenClaims({ claimIds }),
      ) ?? accepted(events.PlanClosed({ at, planId }))
    )
  },
})
