import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  code,
  courseId,
  day,
  idList,
  instant,
  milestoneId,
  needId,
  objectiveId,
  period,
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

const program = { at: instant, programId }

export const programEvents = {
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
    /** The competency it strengthens, and the level people are to reach. */
    competency: competencyAimed.optional(),
  }),
  /** What it is to change, in words: nobody has said yet how that is to be told (定性目标). */
  ObjectiveStated: event({ ...program, objectiveId, title, level, due: day }),
  /** It answers a need, with these objectives. */
  NeedLinked: event({ ...program, needId, objectiveIds: idList(objectiveId) }),
  /** By which courses, in which stages. */
  CurriculumDesigned: event({
    ...program,
    stages,
    courseIds: idList(courseId),
    /** `sequential`: each stage is closed until the one before it is done; `open`: in any order. */
    progression,
  }),
  /** Something is to be done by a day. */
  MilestonePlanned: event({ ...program, milestoneId, title, due: day, recurrence: recurrence.optional() }),
  /** It is done; where it recurs, the next time is set. */
  MilestoneReached: event({ ...program, milestoneId, due: day, reachedOn: day, nextDue: day.optional() }),
  /** Who does it, who answers for it, who lends a hand, who is asked, who is told (RASCI); of all of it, or a milestone. */
  ResponsibilityAssigned: event({
    ...program,
    milestoneId: milestoneId.optional(),
    responsibleIds: idList(personId),
    accountableId: personId,
    supportIds: idList(personId),
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
  ProgramReturned: event({ ...program, returnedBy: personId, reasons: z.array(reason).min(1).max(50) }),
  /** It may begin. */
  ProgramApproved: event({ ...program, approvedBy: personId }),
  /** It began. */
  ProgramLaunched: event(program),
  /** It rests. */
  ProgramSuspended: event({ ...program, reason }),
  /** It goes on. */
  ProgramResumed: event(program),
  /** It will not be. */
  ProgramCancelled: event({ ...program, reason }),
  /** It has done what it was for. */
  ProgramCompleted: event(program),
  /** It is put away. */
  ProgramArchived: event(program),
}
