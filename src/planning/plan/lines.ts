import { accepted, defineDecision, eachOf, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { mustBeTrainable, type PlannedNeed, plannedNeed } from '../planned-need.ts'
import { planningRejections } from '../rejections.ts'
import { takenFrom } from './funds.ts'
import { isOfCurrency, mayBeWritten } from './rules.ts'
import { trainingPlan } from './state.ts'

const events = planningEvents.make
const { BudgetAboveLine, LineInUse, LineWithoutNeed } = planningRejections

const restsOnNeeds = (lineId: string, needs: Readonly<Record<string, PlannedNeed>>) => {
  const named = Object.entries(needs)
  const incurable = named.map(([needId, need]) => mustBeTrainable(needId, need)).find(Boolean)
  if (incurable) return incurable
  const unranked = named.filter(([, { status }]) => status !== 'ranked')
  return (
    (named.length === 0 || unranked.length > 0) &&
    LineWithoutNeed({ lineId, needs: unranked.map(([needId, { status }]) => ({ needId, status })) })
  )
}

export const addPlanLine = defineDecision({
  command: commands.AddPlanLine,
  reads: { trainingPlan, needs: eachOf(plannedNeed, 'needIds') },
  decide: (command, { trainingPlan, needs }) => {
    const { planId, lineId } = command
    return (
      refusedBy(
        mayBeWritten(trainingPlan, planId, 'AddPlanLine'),
        onlyFrom(lineId in trainingPlan.lines ? 'added' : 'unknown', ['unknown'], 'AddPlanLine'),
        restsOnNeeds(lineId, needs),
      ) ?? accepted(events.PlanLineAdded(command))
    )
  },
})

export const amendPlanLine = defineDecision({
  command: commands.AmendPlanLine,
  reads: { trainingPlan, needs: eachOf(plannedNeed, 'needIds') },
  decide: (command, { trainingPlan, needs }) => {
    const { planId, lineId, budget } = command
    const line = trainingPlan.lines[lineId]
    const taken = line === undefined ? 0 : takenFrom(line)
    const requested = { minor: taken, currency: budget.currency }
    return (
      refusedBy(
        mayBeWritten(trainingPlan, planId, 'AmendPlanLine'),
        line === undefined && Unknown({ what: 'planLine', id: lineId }),
        line !== undefined && (line.approved || taken > 0) && isOfCurrency(line.budget.currency, budget),
        restsOnNeeds(lineId, needs),
        taken > budget.minor && BudgetAboveLine({ lineId, available: budget, requested }),
      ) ?? accepted(events.PlanLineAmended(command))
    )
  },
})

export const removePlanLine = defineDecision({
  command: commands.RemovePlanLine,
  reads: { trainingPlan },
  decide: ({ at, planId, lineId }, { trainingPlan }) => {
    const refused = refusedBy(
      mayBeWritten(trainingPlan, planId, 'RemovePlanLine'),
      trainingPlan.lines[lineId] === undefined && Unknown({ what: 'planLine', id: lineId }),
    )
    const line = trainingPlan.lines[lineId]
    if (refused !== undefined || line === undefined) return refused ?? accepted()
    const { currency } = line.budget
    const uses = {
      programs: Object.keys(line.programs).length,
      claims: Object.values(trainingPlan.claims).filter((one) => one === lineId).length,
      committed: { minor: line.committed, currency },
      posted: { minor: line.posted, currency },
    }
    const inUse = uses.programs + uses.claims + line.committed + line.posted > 0
    return (
      refusedBy(inUse && LineInUse({ lineId, ...uses })) ??
      accepted(events.PlanLineRemoved({ at, planId, lineId }))
    )
  },
})
