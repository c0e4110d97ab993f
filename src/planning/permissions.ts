import type { PermissionsFor } from '../vocabulary/index.ts'
import type { planningCommands } from './commands.ts'

/** A head of a department draws up the plans of their own. */
const theOwner = { role: 'manager', relation: 'owns', to: 'planId' } as const
const claimants = ['operations', 'trainer', 'learner', 'manager', 'administration'] as const

/** The permissions: training operations plans, the business confirms and approves, finance keeps the money. */
export const planningPermissions: PermissionsFor<typeof planningCommands> = {
  DraftPlan: ['operations', { role: 'manager', relation: 'owns', to: 'unitId' }],
  AddPlanLine: ['operations', theOwner],
  AmendPlanLine: ['operations', theOwner],
  RemovePlanLine: ['operations', theOwner],
  SubmitPlan: ['operations', theOwner],
  ReturnPlan: ['manager', 'finance'],
  ApprovePlan: ['manager', 'finance'],
  RevisePlan: ['operations', theOwner],
  CommitFunds: ['operations', 'finance'],
  PostCost: ['operations', 'finance'],
  CreditCost: ['operations', 'finance'],
  ReleaseCommitment: ['operations', 'finance'],
  RaiseBudgetAlert: ['operations', 'finance'],
  RequestBudgetIncrease: ['operations', 'manager'],
  GrantBudgetIncrease: ['manager', 'finance'],
  RefuseBudgetIncrease: ['manager', 'finance'],
  ClaimExpense: claimants.map((role) => ({ role, as: 'claimantId' })),
  ReimburseExpense: ['finance'],
  RefuseExpense: ['finance'],
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
  ReachMilestone: ['operations'],
  SuspendProgram: ['operations', 'manager'],
  ResumeProgram: ['operations', 'manager'],
  CancelProgram: ['operations', 'manager'],
  CompleteProgram: ['operations'],
  ArchiveProgram: ['operations'],
  PublishSopVersion: ['operations'],
  RetireSop: ['operations'],
}
