/** The year's plan and what it may cost; programs, from the idea to the archive; how things are done. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import type { planningCommands } from './commands.ts'
import { type PlanningEvent, planningEvents } from './events.ts'
import { planningPermissions } from './permissions.ts'
import * as expense from './plan/expense.ts'
import { expenseClaim } from './plan/expense.ts'
import * as increase from './plan/increase.ts'
import { budgetIncrease } from './plan/increase.ts'
import * as plan from './plan/life.ts'
import * as line from './plan/lines.ts'
import * as money from './plan/money.ts'
import { programFunds } from './plan/program-funds.ts'
import { postedInvoice, trainingPlan } from './plan/state.ts'
import * as policy from './policies.ts'
import * as design from './program/design.ts'
import * as execution from './program/execution.ts'
import * as life from './program/lifecycle.ts'
import { setObjective } from './program/objective.ts'
import { program } from './program/state.ts'
import { planningRejections } from './rejections.ts'
import { planningSettings } from './settings.ts'
import * as procedure from './sop/decisions.ts'
import { sop } from './sop/state.ts'

export { planningCommands } from './commands.ts'
export { type PlanningEvent, planningEvents } from './events.ts'
export {
  type OnboardingLanguage,
  type OnboardingProgram,
  type OnboardingStage,
  onboardingProgram,
  onboardingTemplate,
} from './onboarding.ts'
export { type ExpenseClaimState, expenseClaim } from './plan/expense.ts'
export { type BudgetIncreaseState, budgetIncrease } from './plan/increase.ts'
export { type OpenCommitment, type ProgramFunds, programFunds } from './plan/program-funds.ts'
export { type PlanLine, postedInvoice, type TrainingPlanState, trainingPlan } from './plan/state.ts'
export {
  type ClaimStatus,
  claimStatusAfter,
  type IncreaseStatus,
  increaseStatusAfter,
  type PlanStatus,
  planStatusAfter,
} from './plan/status.ts'
export {
  type Milestone,
  type Objective,
  type ProgramState,
  program,
  type Responsibility,
} from './program/state.ts'
export { type ProgramStatus, programStatusAfter } from './program/status.ts'
export { planningRejections } from './rejections.ts'
export { planningSettings } from './settings.ts'
export type { Progression, SpentOn, Stage, Target } from './shapes.ts'
export type { Material, Procedure, SopTask } from './sop/shapes.ts'
export { type SopState, sop } from './sop/state.ts'

/** Plans, their lines and money, programs with objectives and milestones, standard operating procedures (培训计划). */
export const planning: Module<
  'planning',
  typeof planningEvents,
  DecisionsOn<typeof planningCommands, typeof planningRejections, PlanningEvent>,
  typeof planningSettings,
  'needs'
> = defineModule({
  name: 'planning',
  dependsOn: ['needs'],
  events: planningEvents,
  decisions: [
    plan.draftPlan,
    line.addPlanLine,
    line.amendPlanLine,
    line.removePlanLine,
    plan.submitPlan,
    plan.returnPlan,
    plan.approvePlan,
    plan.revisePlan,
    money.commitFunds,
    money.postCost,
    money.creditCost,
    money.releaseCommitment,
    money.raiseBudgetAlert,
    increase.requestBudgetIncrease,
    increase.grantBudgetIncrease,
    increase.refuseBudgetIncrease,
    expense.claimExpense,
    expense.reimburseExpense,
    expense.refuseExpense,
    plan.closePlan,
    design.proposeProgram,
    setObjective,
    design.linkNeed,
    execution.designCurriculum,
    execution.planMilestone,
    execution.assignResponsibility,
    design.planBudget,
    design.planEvaluation,
    life.confirmBusinessFit,
    life.submitProgram,
    life.returnProgram,
    life.approveProgram,
    life.launchProgram,
    execution.reachMilestone,
    life.suspendProgram,
    life.resumeProgram,
    life.cancelProgram,
    life.completeProgram,
    life.archiveProgram,
    procedure.publishSopVersion,
    procedure.retireSop,
  ],
  policies: [policy.aBudgetThatRunsOutIsTold],
  projections: [trainingPlan, postedInvoice, budgetIncrease, expenseClaim, program, programFunds, sop],
  rejections: planningRejections,
  settings: planningSettings,
  permissions: planningPermissions,
})
