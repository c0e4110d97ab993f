import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { programFunds } from '../plan/program-funds.ts'
import { planningRejections } from '../rejections.ts'
import {
  everyBaselineIsKnown,
  isComplete,
  mustBeProposed,
  noLevelIsSkipped,
  objectivesWithoutNeed,
  oneAnswersForEach,
} from './rules.ts'
import { type ProgramState, program } from './state.ts'

const events = planningEvents.make
const { BusinessFitUnconfirmed, SelfApproval } = planningRejections

const from = (
  program: ProgramState,
  programId: string,
  allowed: readonly ProgramState['status'][],
  command: string,
) => mustBeProposed(program, programId) || onlyFrom(program.status, allowed, command)

export const confirmBusinessFit = defineDecision({
  command: commands.ConfirmBusinessFit,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(
      from(program, command.programId, ['proposed', 'returned', 'submitted'], 'ConfirmBusinessFit'),
    ) ?? accepted(events.BusinessFitConfirmed(command)),
})

export const submitProgram = defineDecision({
  command: commands.SubmitProgram,
  reads: { program },
  decide: (command, { program }) => {
    const refused = refusedBy(
      from(program, command.programId, ['proposed', 'returned'], 'SubmitProgram'),
      isComplete(program),
      oneAnswersForEach(program),
      noLevelIsSkipped(program, program.evaluation?.levels ?? []),
      everyBaselineIsKnown(program),
    )
    if (refused !== undefined) return refused
    const objectiveIds = objectivesWithoutNeed(program)
    const [objectiveId] = Object.keys(program.statements)
    return advised(
      accepted(events.ProgramSubmitted(command)),
      objectiveIds.length > 0 && { code: 'ObjectiveWithoutNeed', objectiveIds },
      objectiveId !== undefined && { code: 'ObjectiveNotMeasurable', objectiveId, missing: ['competency'] },
    )
  },
})

export const returnProgram = defineDecision({
  command: commands.ReturnProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(from(program, command.programId, ['submitted'], 'ReturnProgram')) ??
    accepted(events.ProgramReturned(command)),
})

export const approveProgram = defineDecision({
  command: commands.ApproveProgram,
  reads: { program },
  decide: (command, { program }) => {
    const { programId, approvedBy } = command
    const { proposedBy, submittedBy, fitConfirmed } = program
    return (
      refusedBy(
        from(program, programId, ['submitted'], 'ApproveProgram'),
        [proposedBy, submittedBy].includes(approvedBy) && SelfApproval({ approvedBy }),
        !fitConfirmed && BusinessFitUnconfirmed({ programId }),
      ) ?? accepted(events.ProgramApproved(command))
    )
  },
})

export const launchProgram = defineDecision({
  command: commands.LaunchProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(from(program, command.programId, ['approved'], 'LaunchProgram')) ??
    accepted(events.ProgramLaunched(command)),
})

export const suspendProgram = defineDecision({
  command: commands.SuspendProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(from(program, command.programId, ['launched'], 'SuspendProgram')) ??
    accepted(events.ProgramSuspended(command)),
})

export const resumeProgram = defineDecision({
  command: commands.ResumeProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(from(program, command.programId, ['suspended'], 'ResumeProgram')) ??
    accepted(events.ProgramResumed(command)),
})

const beforeCompleted = ['proposed', 'submitted', 'returned', 'approved', 'launched', 'suspended'] as const

export const cancelProgram = defineDecision({
  command: commands.CancelProgram,
  reads: { program, programFunds },
  decide: (command, { program, programFunds }) => {
    const { at, programId } = command
    const share = program.budget
    const given = share === undefined ? [] : [events.ProgramBudgetReleased({ at, programId, ...share })]
    const freed = Object.entries(programFunds).flatMap(([planId, commitments]) =>
      Object.entries(commitments).flatMap(([commitmentId, { lineId, open, for: named }]) =>
        open.minor === 0
          ? []
          : [
              events.CommitmentReleased({
                at,
                planId,
                lineId,
                commitmentId,
                ...named,
                amount: { ...open },
              }),
            ],
      ),
    )
    return (
      refusedBy(from(program, programId, beforeCompleted, 'CancelProgram')) ??
      accepted(...given, ...freed, events.ProgramCancelled(command))
    )
  },
})

export const completeProgram = defineDecision({
  command: commands.CompleteProgram,
  reads: { program },
  decide: (command, { program }) => {
    const refused = refusedBy(from(program, command.programId, ['launched'], 'CompleteProgram'))
    if (refused !== undefined) return refused
    const open = Object.entries(program.milestones).filter(([, { done, recurrence }]) => !done && !recurrence)
    const milestoneIds = open.map(([id]) => id)
    return advised(
      accepted(events.ProgramCompleted(command)),
      milestoneIds.length > 0 && { code: 'MilestonesOpen', milestoneIds },
    )
  },
})

export const archiveProgram = defineDecision({
  command: commands.ArchiveProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(from(program, command.programId, ['completed'], 'ArchiveProgram')) ??
    accepted(events.ProgramArchived(command)),
})
