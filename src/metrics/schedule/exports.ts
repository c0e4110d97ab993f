export {
  type MilestoneCounts,
  onScheduleDelivery,
  onScheduleDeliveryAccumulator,
} from './on-schedule-delivery.ts'
export { type PlanCounts, planCompletion, planCompletionAccumulator } from './plan-completion.ts'
export { planStability, planStabilityAccumulator, type SessionChanges } from './plan-stability.ts'
