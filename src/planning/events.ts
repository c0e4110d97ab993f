/**
 * What the planning room remembers: a unit's plan for a year and what it may cost, what was promised and paid out
 * of it (培训计划与预算); and programs: what they are to change, by which courses, who answers for what, how it will
 * be known whether it worked, and how far each has come.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  amount,
  basisPoints,
  code,
  commitmentId,
  courseId,
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

export const planningEvents = defineEvents({
  /** A plan was begun. */
  PlanDrafted: event({ ...plan, unitId, title, period, draftedBy: personId }),
  /** Somebody is to be trained, because of needs, for at most so much. */
  PlanLineAdded: event({
    ...plan,
    lineId,
    title: title.optional(),
    needIds: idList(needId),
    audience: segment,
    headcount: z.int().min(0),
    budget: amount,
  }),
  /** It was laid before those who decide. */
  PlanSubmitted: event({ ...plan, submittedBy: personId }),
  /** It holds, and its money with it. */
  PlanApproved: event({
    ...plan,
    approvedBy: personId,
    /** The sum of the lines, per currency. */
    approved: z.array(amount),
    /** How far above may be gone, in basis points. */
    tolerance: basisPoints,
  }),
  /** Money was promised. */
  FundsCommitted: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** Money was spent. */
  CostPosted: event(
    {
      ...plan,
      lineId,
      /** `trainerFee`, `venue`, `material`, `travel`, `platform`, `salary`, or an organisation's own. */
      category: code,
      amount,
      invoice: code,
      commitmentId: commitmentId.optional(),
      /** How much of the commitment this cost used up, in minor units. */
      settled: z.int().min(0),
      /** The provider, the trainer or the venue that is paid. */
      payeeId: resourceId.optional(),
      /** What the commitment was for, where this cost makes one good. */
      ...spentOn,
    },
    { taggedBy: ['invoice'] },
  ),
  /** What was promised and not used is free again. */
  CommitmentReleased: event({ ...plan, lineId, commitmentId, amount, ...spentOn }),
  /** The plan's year is over. */
  PlanClosed: event(plan),

  /** A program was thought of. */
  ProgramProposed: event({
    ...program,
    title,
    /** `onboarding`, `leadership`, `compliance`, or an organisation's own. */
    kind: code,
    audience: segment,
    zone,
    period: period.optional(),
    ownerId: personId.optional(),
    proposedBy: personId,
  }),
  /** What it is to change, by how much and by when. */
  ObjectiveSet: event({
    ...program,
    objectiveId,
    title: title.optional(),
    level,
    measure: code,
    unit: code,
    /** Where the measure stands before the training. */
    baseline: z.number().optional(),
    target,
    due: day,
  }),
  /** It answers a need, with these objectives. */
  NeedLinked: event({ ...program, needId, objectiveIds: idList(objectiveId) }),
  /** By which courses, in which stages. */
  CurriculumDesigned: event({ ...program, stages, courseIds: idList(courseId) }),
  /** Something is to be done by a day. */
  MilestonePlanned: event({ ...program, milestoneId, title, due: day }),
  /** Who does it, who answers for it, who is asked, who is told (RACI). */
  ResponsibilityAssigned: event({
    ...program,
    milestoneId,
    responsibleIds: idList(personId),
    accountableId: personId,
    consultedIds: idList(personId),
    informedIds: idList(personId),
  }),
  /** It takes so much from a plan's line. */
  ProgramBudgetPlanned: event({ at: instant, ...lineShare }),
  /** It takes nothing from that line any more. */
  ProgramBudgetReleased: event({ at: instant, ...lineShare }),
  /** How it will be known whether it worked. */
  EvaluationPlanned: event({ ...program, ...evaluationPlan }),
  /** The business says that this is what it needs. */
  BusinessFitConfirmed: event({ ...program, confirmedBy: personId }),
  /** It was laid before those who decide. */
  ProgramSubmitted: event({ ...program, submittedBy: personId }),
  /** Not like this: back to who designs it. */
  ProgramReturned: event(
    { ...program, returnedBy: personId, reasons: z.array(reason).min(1).max(50) },
    { personal: ['reasons'] },
  ),
  /** It may begin. */
  ProgramApproved: event({ ...program, approvedBy: personId }),
  /** It began. */
  ProgramLaunched: event(program),
  /** It rests. */
  ProgramSuspended: event({ ...program, reason }, { personal: ['reason'] }),
  /** It goes on. */
  ProgramResumed: event(program),
  /** It will not be. */
  ProgramCancelled: event({ ...program, reason }, { personal: ['reason'] }),
  /** It has done what it was for. */
  ProgramCompleted: event(program),
  /** It is put away. */
  ProgramArchived: event(program),
})

export type PlanningEvent = EventsOf<typeof planningEvents>
