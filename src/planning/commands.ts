import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  amount,
  basisPoints,
  code,
  commitmentId,
  day,
  idList,
  instant,
  lineId,
  milestoneId,
  needId,
  objectiveId,
  period,
  personId,
  planId,
  programId,
  reason,
  resourceId,
  segment,
  title,
  unitId,
  zone,
} from '../vocabulary/index.ts'
import { evaluationPlan, level, lineShare, spentOn, stages, target } from './shapes.ts'

const plan = { at: instant, planId }
const program = { at: instant, programId }
const forward = period.refine(({ from, to }) => from < to)

/** What may be asked of the planning room, in order of life: plans, then programs. */
export const planningCommands = defineCommands({
  DraftPlan: { ...plan, unitId, title, period: forward, draftedBy: personId },
  AddPlanLine: {
    ...plan,
    lineId,
    title: title.optional(),
    needIds: idList(needId),
    audience: segment,
    headcount: z.int().min(0),
    budget: amount,
  },
  SubmitPlan: { ...plan, submittedBy: personId },
  ApprovePlan: { ...plan, approvedBy: personId, tolerance: basisPoints.default(0) },
  CommitFunds: { ...plan, lineId, commitmentId, amount, ...spentOn },
  PostCost: {
    ...plan,
    lineId,
    category: code,
    amount,
    /** Whatever names the paper uniquely: a supplier's own numbers need the supplier before them. */
    invoice: code,
    /** The promise this cost makes good, if there was one. */
    commitmentId: commitmentId.optional(),
    payeeId: resourceId.optional(),
    ...spentOn,
  },
  ReleaseCommitment: { ...plan, commitmentId },
  ClosePlan: plan,

  ProposeProgram: {
    ...program,
    title,
    kind: code.default('program'),
    audience: segment,
    zone,
    period: forward.optional(),
    ownerId: personId.optional(),
    proposedBy: personId,
  },
  /** What is left out here is named by the rule that refuses it. */
  SetObjective: {
    ...program,
    objectiveId,
    title: title.optional(),
    level,
    measure: code.optional(),
    unit: code.optional(),
    baseline: z.number().optional(),
    target: target.optional(),
    due: day.optional(),
  },
  LinkNeed: { ...program, needId, objectiveIds: idList(objectiveId).default([]) },
  DesignCurriculum: { ...program, stages },
  PlanMilestone: { ...program, milestoneId, title, due: day },
  AssignResponsibility: {
    ...program,
    milestoneId,
    responsibleIds: idList(personId),
    accountableIds: idList(personId),
    consultedIds: idList(personId).default([]),
    informedIds: idList(personId).default([]),
  },
  PlanBudget: { at: instant, ...lineShare },
  PlanEvaluation: { ...program, ...evaluationPlan },
  ConfirmBusinessFit: { ...program, confirmedBy: personId },
  SubmitProgram: { ...program, submittedBy: personId },
  ReturnProgram: { ...program, returnedBy: personId, reasons: z.array(reason).min(1).max(50) },
  ApproveProgram: { ...program, approvedBy: personId },
  LaunchProgram: program,
  SuspendProgram: { ...program, reason },
  ResumeProgram: program,
  CancelProgram: { ...program, reason },
  CompleteProgram: program,
  ArchiveProgram: program,
})
