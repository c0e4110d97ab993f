export {
  type BudgetFigures,
  type BudgetLine,
  type BudgetSums,
  budgetByCurrency,
  budgetByCurrencyAccumulator,
  budgetExecution,
  budgetExecutionAccumulator,
  budgetVariance,
  budgetVarianceAccumulator,
} from './budget-execution.ts'
export { costPerHour, costPerHourAccumulator, type HourCost } from './cost-per-hour.ts'
export { costPerLearner, costPerLearnerAccumulator, type LearnerCost } from './cost-per-learner.ts'
export {
  directCostPerEmployee,
  directCostPerEmployeeAccumulator,
  type EmployeeCost,
} from './direct-cost-per-employee.ts'
export { type PayrollCost, payrollShare, payrollShareAccumulator } from './payroll-share.ts'
