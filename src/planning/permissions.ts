import type { PermissionsFor } from '../vocabulary/index.ts'
import type { planningCommands } from './commands.ts'

/** Who may ask what: training operations plans, the business confirms and approves, finance keeps the money. */
export const planningPermissions: PermissionsFor<typeof planningCommands> = {
  DraftPlan: ['operations', 'manager'],
  AddPlanLine: ['operations', 'manager'],
  SubmitPlan: ['operations', 'manager'],
  ApprovePlan: ['manager', 'finance'],
  CommitFunds: ['operations', 'finance'],
  PostCost: ['operations', 'finance'],
  ReleaseCommitment: ['operations', 'finance'],
  ClosePlan: ['operations', 'finance'],
  ProposeProgram: ['operations', 'manager'],
  SetObjective: ['operations', 'manager'],
  LinkNeed: ['operations', 'manager'],
  DesignCurriculum: ['operations', 'trainer'],
  PlanMilestone: ['operations'],
  AssignResponsibility: ['operations'],
  PlanBudget: ['operations', 'finance'],
  PlanEvaluation: ['operations'],
  ConfirmBusinessFit: ['manager'],
  SubmitProgram: ['operations'],
  ReturnProgram: ['manager'],
  ApproveProgram: ['manager'],
  LaunchProgram: ['operations'],
  SuspendProgram: ['operations', 'manager'],
  ResumeProgram: ['operations', 'manager'],
  CancelProgram: ['operations', 'manager'],
  CompleteProgram: ['operations'],
  ArchiveProgram: ['operations'],
}
