import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { mustBeTrainable, needStanding } from '../need-standing.ts'
import { lineLeftFor } from '../plan/funds.ts'
import { trainingPlan } from '../plan/known.ts'
import { planningRejections } from '../rejections.ts'
import type { Target } from '../shapes.ts'
import { type ProgramState, program } from './known.ts'
import { mustBeProposed, noLevelIsSkipped } from './rules.ts'

const happened = planningEvents.make
const { AccountableNotUnique, BudgetAboveLine, CurrencyMismatch, ObjectiveNotMeasurable } = planningRejections

/** A program is designed before it is submitted, and again when it was returned. */
const mayBeDesigned = (program: ProgramState, programId: string, command: string) =>
  mustBeProposed(program, programId) || onlyFrom(program.status, ['proposed', 'returned'], command)

export const proposeProgram = defineDecision({
  command: commands.ProposeProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(onlyFrom(program.status, ['unknown'], 'ProposeProgram')) ??
    accepted(happened.ProgramProposed(command)),
})

/** A movement is counted from somewhere; only a value to be reached stands by itself. */
const needsBaseline = (target: Target | undefined) => target !== undefined && target.kind !== 'absolute'

export const setObjective = defineDecision({
  command: commands.SetObjective,
  reads: { program },
  decide: (command, { program }) => {
    const { programId, objectiveId, measure, unit, baseline, target, due } = command
    const absent = Object.entries({ measure, unit, target, due }).filter(([, value]) => value === undefined)
    const missing = absent.map(([field]) => field)
    if (baseline === undefined && needsBaseline(target)) missing.push('baseline')
    const refused = refusedBy(
      mayBeDesigned(program, programId, 'SetObjective'),
      missing.length > 0 && ObjectiveNotMeasurable({ objectiveId, missing }),
    )
    if (refused !== undefined) return refused
    if (measure === undefined || unit === undefined || target === undefined || due === undefined)
      return accepted()
    return accepted(happened.ObjectiveSet({ ...command, measure, unit, target, due }))
  },
})

export const linkNeed = defineDecision({
  command: commands.LinkNeed,
  reads: { program, needStanding },
  decide: (command, { program, needStanding }) => {
    const { programId, needId, objectiveIds } = command
    const stranger = objectiveIds.find((id) => program.objectives[id] === undefined)
    return (
      refusedBy(
        mayBeDesigned(program, programId, 'LinkNeed'),
        needStanding.status === 'unknown' && Unknown({ what: 'need', id: needId }),
        onlyFrom(needStanding.status, ['identified', 'ranked'], 'LinkNeed'),
        mustBeTrainable(needId, needStanding),
        stranger !== undefined && Unknown({ what: 'objective', id: stranger }),
      ) ?? accepted(happened.NeedLinked(command))
    )
  },
})

export const designCurriculum = defineDecision({
  command: commands.DesignCurriculum,
  reads: { program },
  decide: (command, { program }) => {
    const courseIds = [...new Set(command.stages.flatMap(({ courseIds }) => courseIds))]
    return (
      refusedBy(mayBeDesigned(program, command.programId, 'DesignCurriculum')) ??
      accepted(happened.CurriculumDesigned({ ...command, courseIds }))
    )
  },
})

export const planMilestone = defineDecision({
  command: commands.PlanMilestone,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(mayBeDesigned(program, command.programId, 'PlanMilestone')) ??
    accepted(happened.MilestonePlanned(command)),
})

export const assignResponsibility = defineDecision({
  command: commands.AssignResponsibility,
  reads: { program },
  decide: ({ accountableIds, ...command }, { program }) => {
    const { programId, milestoneId, responsibleIds } = command
    const [accountableId, ...others] = accountableIds
    const open = ['proposed', 'returned', 'submitted', 'approved', 'launched', 'suspended'] as const
    const notUnique = AccountableNotUnique({
      milestoneId,
      accountable: accountableIds.length,
      responsible: responsibleIds.length,
    })
    const refused = refusedBy(
      mustBeProposed(program, programId),
      onlyFrom(program.status, open, 'AssignResponsibility'),
      program.milestones[milestoneId] === undefined && Unknown({ what: 'milestone', id: milestoneId }),
      (others.length > 0 || responsibleIds.length === 0) && notUnique,
    )
    if (refused !== undefined) return refused
    if (accountableId === undefined) return refusedBy(notUnique) ?? accepted()
    return accepted(happened.ResponsibilityAssigned({ ...command, accountableId }))
  },
})

export const planBudget = defineDecision({
  command: commands.PlanBudget,
  reads: { program, trainingPlan },
  decide: ({ at, programId, planId, lineId, amount }, { program, trainingPlan }) => {
    const refused = refusedBy(
      mayBeDesigned(program, programId, 'PlanBudget'),
      trainingPlan.status === 'unknown' && Unknown({ what: 'plan', id: planId }),
      onlyFrom(trainingPlan.status, ['draft', 'submitted', 'approved'], 'PlanBudget'),
    )
    if (refused !== undefined) return refused
    const line = trainingPlan.lines[lineId]
    if (line === undefined) return refusedBy(Unknown({ what: 'planLine', id: lineId })) ?? accepted()
    const available = lineLeftFor(line, programId)
    const aboveLine = refusedBy(
      amount.currency !== available.currency &&
        CurrencyMismatch({ expected: available.currency, got: amount.currency }),
      amount.minor > available.minor && BudgetAboveLine({ lineId, available, requested: amount }),
    )
    if (aboveLine !== undefined) return aboveLine
    const planned = happened.ProgramBudgetPlanned({ at, programId, planId, lineId, amount })
    const before = program.budget
    if (before === undefined || (before.planId === planId && before.lineId === lineId))
      return accepted(planned)
    return accepted(happened.ProgramBudgetReleased({ at, programId, ...before }), planned)
  },
})

export const planEvaluation = defineDecision({
  command: commands.PlanEvaluation,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(
      mayBeDesigned(program, command.programId, 'PlanEvaluation'),
      noLevelIsSkipped(program.objectives, command.levels),
    ) ?? accepted(happened.EvaluationPlanned(command)),
})
