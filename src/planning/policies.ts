import { intent, policies } from '../kernel/index.ts'
import { planningCommands as commands } from './commands.ts'
import type { PlanningEvent } from './events.ts'
import { isReached, trainingPlan } from './plan/state.ts'
import { planningSettings } from './settings.ts'

const policy = policies<PlanningEvent>()

/** When a cost takes a plan past a share of its budget, that is told: once, and only of the highest share. */
export const aBudgetThatRunsOutIsTold = policy({
  name: 'aBudgetThatRunsOutIsTold',
  when: 'CostPosted',
  reads: { trainingPlan },
  settings: planningSettings,
  react: ({ at, planId, amount: { currency } }, { trainingPlan }, { budgetAlertsAt }) => {
    const { posted, approved, alerted } = trainingPlan
    const reached = budgetAlertsAt.filter((threshold) =>
      isReached(threshold, posted[currency] ?? 0, approved[currency] ?? 0),
    )
    const threshold = Math.max(0, ...reached)
    if (threshold === 0 || (alerted[currency] ?? []).some((one) => one >= threshold)) return []
    return [intent(commands.RaiseBudgetAlert, { at, planId, currency, threshold })]
  },
})
