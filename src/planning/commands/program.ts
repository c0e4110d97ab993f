import * as z from 'zod'
import {
  code,
  day,
  idList,
  instant,
  milestoneId,
  needId,
  objectiveId,
  personId,
  programId,
  reason,
  segment,
  title,
  zone,
} from '../../vocabulary/index.ts'
import {
  competencyAimed,
  evaluationPlan,
  level,
  lineShare,
  progression,
  recurrence,
  stages,
  target,
} from '../shapes.ts'
import { forward } from './plan.ts'

const program = { at: instant, programId }

export const programCommands = {
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
  /**
   * What is left out here is named by the rule that refuses it. With a competency and no target the aim is the
   * required level; with a title alone it is an objective in words, which an advisory says cannot be measured.
   */
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
    competency: competencyAimed.optional(),
  },
  LinkNeed: { ...program, needId, objectiveIds: idList(objectiveId).default([]) },
  DesignCurriculum: { ...program, stages, progression: progression.default('open') },
  PlanMilestone: { ...program, milestoneId, title, due: day, recurrence: recurrence.optional() },
  ReachMilestone: { ...program, milestoneId, reachedOn: day },
  /** Of a milestone, or without one of the program. */
  AssignResponsibility: {
    ...program,
    milestoneId: milestoneId.optional(),
    responsibleIds: idList(personId),
    accountableIds: idList(personId),
    supportIds: idList(personId).default([]),
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
}
