import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  at,
  code,
  courseId,
  day,
  idList,
  measuredValue,
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
  milestoneFact,
  progression,
  recurrence,
  stages,
  target,
} from '../shapes.ts'

const program = { at, programId }

export const programEvents = {
  /** A program was thought of. */
  ProgramProposed: event({
    ...program,
    title,
    /** The kind of program: `onboarding`, `leadership`, `compliance`, or an organisation's own. */
    kind: code,
    /** The people who are to be trained. */
    audience: segment,
    zone,
    period: period.optional(),
    /** The person who answers for the program. */
    ownerId: personId.optional(),
    /** The person who proposes the program. */
    proposedBy: personId,
  }),
  /** The objective: the change, its size and its day. */
  ObjectiveSet: event({
    ...program,
    objectiveId,
    title: title.optional(),
    /** The Kirkpatrick level of the objective, 1 to 5. */
    level,
    /** The measure, by its code: `errorRate`. */
    measure: code,
    /** The unit of the measure, by its code: `percent`, `minutes`. */
    unit: code,
    /** The value of the measure before the training. */
    baseline: measuredValue.optional(),
    target,
    /** The day by which the objective is to be reached. */
    due: day,
    /** The competency it strengthens, and the level people are to reach. */
    competency: competencyAimed.optional(),
  }),
  /** The objective in words: nobody has said yet how it is to be measured (定性目标). */
  ObjectiveStated: event({
    ...program,
    objectiveId,
    title,
    /** The Kirkpatrick level of the objective, 1 to 5. */
    level,
    /** The day by which the objective is to be reached. */
    due: day,
  }),
  /** It answers a need, with these objectives. */
  NeedLinked: event({
    ...program,
    needId,
    /** The objectives that answer the need. */
    objectiveIds: idList(objectiveId),
  }),
  /** By which courses, in which stages. */
  CurriculumDesigned: event({
    ...program,
    stages,
    /** The courses of all stages. */
    courseIds: idList(courseId),
    /** `sequential`: each stage is closed until the one before it is done; `open`: in any order. */
    progression,
  }),
  /** Something is to be done by a day. */
  MilestonePlanned: event({
    ...program,
    milestoneId,
    title,
    /** The day by which the milestone is due. */
    due: day,
    /** The rule by which the milestone recurs. Left out, it is due once. */
    recurrence: recurrence.optional(),
    /** The fact that shows it was reached: every class of the program was held. */
    reachedWhen: milestoneFact.optional(),
  }),
  /** It is done; where it recurs, the next time is set. */
  MilestoneReached: event({
    ...program,
    milestoneId,
    /** The day by which the milestone was due. */
    due: day,
    /** The day on which the milestone was reached. */
    reachedOn: day,
    /** The next due day, where the milestone recurs. */
    nextDue: day.optional(),
  }),
  /** Responsible, accountable, supporting, consulted and informed people (RASCI); of all of it, or a milestone. */
  ResponsibilityAssigned: event({
    ...program,
    milestoneId: milestoneId.optional(),
    /** The people who do the work (R). */
    responsibleIds: idList(personId),
    /** The one person who answers for the work (A). */
    accountableId: personId,
    /** The people who support the work (S). */
    supportIds: idList(personId),
    /** The people who are asked before (C). */
    consultedIds: idList(personId),
    /** The people who are told afterwards (I). */
    informedIds: idList(personId),
  }),
  /** It takes so much from a plan's line. */
  ProgramBudgetPlanned: event({ at, ...lineShare }),
  /** It takes nothing from that line any more. */
  ProgramBudgetReleased: event({ at, ...lineShare }),
  /** How it will be known whether it worked. */
  EvaluationPlanned: event({ ...program, ...evaluationPlan }),
  /** The business says that this is what it needs. */
  BusinessFitConfirmed: event({
    ...program,
    /** The person of the business who confirms the fit. */
    confirmedBy: personId,
  }),
  /** It was laid before those who decide. */
  ProgramSubmitted: event({
    ...program,
    /** The person who submits it. */
    submittedBy: personId,
  }),
  /** Not like this: back to who designs it. */
  ProgramReturned: event({
    ...program,
    /** The person who sends it back for changes. */
    returnedBy: personId,
    /** The reasons, each in words. */
    reasons: z.array(reason).min(1).max(50),
  }),
  /** It may begin. */
  ProgramApproved: event({
    ...program,
    /** The person who approves it. */
    approvedBy: personId,
  }),
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
