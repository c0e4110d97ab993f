export { type CompliancePolicy, complianceRate, complianceRateAccumulator } from './compliance-rate.ts'
export { type Obligation, type ObligationState, obligationState } from './obligation.ts'
export {
  type ObligationCounts,
  type ObligationWindow,
  obligationCounts,
  obligationCountsAccumulator,
  overdueRate,
  overdueRateAccumulator,
} from './overdue-rate.ts'
