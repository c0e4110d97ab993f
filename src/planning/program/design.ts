import { accepted, advised, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { lineLeftFor } from '../plan/funds.ts'
import { trainingPlan } from '../plan/state.ts'
import { mustBeTrainable, plannedNeed } from '../planned-need.ts'
import { planningRejections } from '../rejections.ts'
import { mayBeDesigned, noLevelIsSkipped, onlyPlannedLevels } from './rules.ts'
import { program } from './state.ts'

const events = planningEvents.make
const { BudgetAboveLine, CurrencyMismatch } = planningRejections

export const proposeProgram = defineDecision({
  command: commands.ProposeProgram,
  reads: { program },
  decide: (command, { program }) =>
    refusedBy(onlyFrom(program.status, ['unknown'], 'ProposeProgram')) ??
    accepted(events.ProgramProposed(command)),
})

export const linkNeed = defineDecision({
  command: commands.LinkNeed,
  reads: { program, plannedNeed },
  decide: (command, { program, plannedNeed }) => {
    const { programId, needId, objectiveIds } = command
    const { objectives, statements } = program
    const stranger = objectiveIds.find((id) => !(id in objectives) && !(id in statements))
    return (
      refusedBy(
        mayBeDesigned(program, programId, 'LinkNeed'),
        plannedNeed.status === 'unknown' && Unknown({ what: 'need', id: needId }),
        onlyFrom(plannedNeed.status, ['identified', 'ranked'], 'LinkNeed'),
        mustBeTrainable(needId, plannedNeed),
        stranger !== undefined && Unknown({ what: 'objective', id: stranger }),
      ) ?? accepted(events.NeedLinked(command))
    )
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
    const planned = events.ProgramBudgetPlanned({ at, programId, planId, lineId, amount })
    const before = program.budget
    if (before === undefined || (before.planId === planId && before.lineId === lineId))
      return accepted(planned)
    return accepted(events.ProgramBudgetReleased({ at, programId, ...before }), planned)
  },
})

export const planEvaluation = defineDecision({
  command: commands.PlanEvaluation,
  reads: { program },
  decide: (command, { program }) => {
    const { programId, levels, instruments, timing, isolation } = command
    const refused = refusedBy(
      mayBeDesigned(program, programId, 'PlanEvaluation'),
      noLevelIsSkipped(program, levels),
      onlyPlannedLevels(levels, [...instruments, ...timing]),
    )
    if (refused !== undefined) return refused
    return advised(
      accepted(events.EvaluationPlanned(command)),
      isolation === 'none' && levels.some((level) => level >= 4) && { code: 'IsolationMissing', programId },
    )
  },
})
