import * as z from 'zod'
import {
  at,
  code,
  day,
  idList,
  measuredValue,
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
  milestoneFact,
  progression,
  recurrence,
  stages,
  target,
} from '../shapes.ts'
import { forward } from './plan.ts'

const program = { at, programId }

export const programCommands = {
  ProposeProgram: {
    ...program,
    title,
    /** The kind of program: `onboarding`, `leadership`, `compliance`, or an organisation's own. */
    kind: code.default('program'),
    audience: segment,
    zone,
    period: forward.optional(),
    ownerId: personId.optional(),
    proposedBy: personId,
  },
  /**
   * The rule that rejects a missing field names it. With a competency and no target the aim is the
   * required level; with a title alone it is an objective in words, which an advisory says cannot be measured.
   */
  SetObjective: {
    ...program,
    objectiveId,
    title: title.optional(),
    level,
    measure: code.optional(),
    unit: code.optional(),
    baseline: measuredValue.optional(),
    target: target.optional(),
    /** The day by which the objective is to be reached. */
    due: day.optional(),
    competency: competencyAimed.optional(),
  },
  LinkNeed: { ...program, needId, objectiveIds: idList(objectiveId).default([]) },
  DesignCurriculum: { ...program, stages, progression: progression.default('open') },
  PlanMilestone: {
    ...program,
    milestoneId,
    title,
    /** The day by which the milestone is due. */
    due: day,
    recurrence: recurrence.optional(),
    reachedWhen: milestoneFact.optional(),
  },
  ReachMilestone: { ...program, milestoneId, reachedOn: day },
  /** Of a milestone, or without one of the program. */
  AssignResponsibility: {
    ...program,
    milestoneId: milestoneId.optional(),
    responsibleIds: idList(personId),
    /** The person who answers for the work (A). There has to be exactly one. */
    accountableIds: idList(personId),
    supportIds: idList(personId).default([]),
    consultedIds: idList(personId).default([]),
    informedIds: idList(personId).default([]),
  },
  PlanBudget: { at, ...lineShare },
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
