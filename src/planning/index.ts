/** The year's plan and what it may cost; programs, from the idea to the archive. */
import { defineModule } from '../kernel/index.ts'
import { planningEvents } from './events.ts'
import { planningPermissions } from './permissions.ts'
import * as plan from './plan/decide.ts'
import { postedInvoice, trainingPlan } from './plan/known.ts'
import { programFunds } from './plan/program-funds.ts'
import * as design from './program/design.ts'
import { program } from './program/known.ts'
import * as life from './program/lifecycle.ts'
import { planningRejections } from './rejections.ts'

export { planningCommands } from './commands.ts'
export { type PlanningEvent, planningEvents } from './events.ts'
export { type PlanLine, postedInvoice, type TrainingPlanState, trainingPlan } from './plan/known.ts'
export { type OpenCommitment, type ProgramFunds, programFunds } from './plan/program-funds.ts'
export {
  type Objective,
  type ProgramState,
  type ProgramStatus,
  program,
  type Responsibility,
} from './program/known.ts'
export { planningRejections } from './rejections.ts'
export type { Stage, Target } from './shapes.ts'

export const planning = defineModule({
  name: 'planning',
  events: planningEvents,
  decisions: [
    plan.draftPlan,
    plan.addPlanLine,
    plan.submitPlan,
    plan.approvePlan,
    plan.commitFunds,
    plan.postCost,
    plan.releaseCommitment,
    plan.closePlan,
    design.proposeProgram,
    design.setObjective,
    design.linkNeed,
    design.designCurriculum,
    design.planMilestone,
    design.assignResponsibility,
    design.planBudget,
    design.planEvaluation,
    life.confirmBusinessFit,
    life.submitProgram,
    life.returnProgram,
    life.approveProgram,
    life.launchProgram,
    life.suspendProgram,
    life.resumeProgram,
    life.cancelProgram,
    life.completeProgram,
    life.archiveProgram,
  ],
  projections: [trainingPlan, postedInvoice, program, programFunds],
  rejections: planningRejections,
  permissions: planningPermissions,
})
