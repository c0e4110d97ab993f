import {
  accepted,
  defineDecision,
  IllegalTransition,
  onlyFrom,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { given, monthsAfter } from '../../vocabulary/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import { mayBeDesigned, mustBeProposed } from './rules.ts'
import { type Milestone, program } from './state.ts'

const events = planningEvents.make
const { AccountableNotUnique } = planningRejections

export const designCurriculum = defineDecision({
  command: commands.DesignCurriculum,
  reads: { program },
  decide: (command, { program }) => {
    const courseIds = [...new Set(command.stages.flatMap(({ courseIds }) => courseIds))]
    return (
      refusedBy(mayBeDesigned(program, command.programId, 'DesignCurriculum')) ??
      accepted(events.CurriculumDesigned({ ...command, courseIds }))
    )
  },
})

export const planMilestone = defineDecision({
  command: commands.PlanMilestone,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(mayBeDesigned(program, command.programId, 'PlanMilestone')) ??
    accepted(events.MilestonePlanned(command)),
})

/** The day so many months on; the 31st becomes the month's last day where there is no 31st. */
const dayAfter = (day: string, months: number): string =>
  monthsAfter(`${day}T00:00:00.000Z`, months, 'UTC').slice(0, 10)

const nextOf = ({ due, recurrence }: Milestone): string | undefined => {
  if (recurrence === undefined) return undefined
  const next = dayAfter(due, recurrence.everyMonths)
  return recurrence.until !== undefined && next > recurrence.until ? undefined : next
}

export const reachMilestone = defineDecision({
  command: commands.ReachMilestone,
  reads: { program },
  decide: ({ at, programId, milestoneId, reachedOn }, { program }) => {
    const milestone = program.milestones[milestoneId]
    const refused = refusedBy(
      mustBeProposed(program, programId),
      onlyFrom(program.status, ['approved', 'launched', 'suspended'], 'ReachMilestone'),
      milestone === undefined && Unknown({ what: 'milestone', id: milestoneId }),
    )
    if (refused !== undefined || milestone === undefined) return refused ?? accepted()
    const { due, done } = milestone
    if (done && milestone.reachedOn === reachedOn) return accepted()
    const nextDue = nextOf(milestone)
    const next = given({ nextDue })
    return (
      refusedBy(done && IllegalTransition({ from: 'reached', command: 'ReachMilestone' })) ??
      accepted(events.MilestoneReached({ at, programId, milestoneId, due, reachedOn, ...next }))
    )
  },
})

export const assignResponsibility = defineDecision({
  command: commands.AssignResponsibility,
  reads: { program },
  decide: ({ accountableIds, ...command }, { program }) => {
    const { programId, milestoneId, responsibleIds } = command
    const [accountableId, ...others] = accountableIds
    const open = ['proposed', 'returned', 'submitted', 'approved', 'launched', 'suspended'] as const
    const notUnique = AccountableNotUnique({
      ...(milestoneId === undefined
        ? { of: 'program', id: programId }
        : { of: 'milestone', id: milestoneId }),
      accountable: accountableIds.length,
      responsible: responsibleIds.length,
    })
    const refused = refusedBy(
      mustBeProposed(program, programId),
      onlyFrom(program.status, open, 'AssignResponsibility'),
      milestoneId !== undefined &&
        program.milestones[milestoneId] === undefined &&
        Unknown({ what: 'milestone', id: milestoneId }),
      (others.length > 0 || responsibleIds.length === 0) && notUnique,
    )
    if (refused !== undefined) return refused
    if (accountableId === undefined) return refusedBy(notUnique) ?? accepted()
    return accepted(events.ResponsibilityAssigned({ ...command, accountableId }))
  },
})
