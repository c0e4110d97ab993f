/** The shapes plans and programs are written in. */
import * as z from 'zod'
import { type DataOfShape, field, type ValueOf } from '../kernel/index.ts'
import {
  amount,
  code,
  courseId,
  day,
  idList,
  instrumentId,
  kirkpatrickLevel,
  lineId,
  measuredValue,
  minutes,
  needId,
  offeringId,
  planId,
  programId,
  resourceId,
  segment,
  title,
  uniqueBy,
} from '../vocabulary/index.ts'

export const level = kirkpatrickLevel

/**
 * How far a measure is to move: `relative`, in basis points of the baseline; `percentagePoint`, in basis points
 * added to a share; `absolute`, the value to be reached, in the measure's unit.
 */
export const target = field(
  z.strictObject({
    /** `relative`, in basis points of the baseline; `percentagePoint`, in basis points added to a share; `absolute`, the value to be reached. */
    kind: z.enum(['relative', 'percentagePoint', 'absolute']),
    /** Whether the measure is to rise or to fall. */
    direction: z.enum(['increase', 'decrease']),
    /** The size of the change, or the value to be reached, by `kind`. */
    value: measuredValue,
  }),
)
export type Target = ValueOf<typeof target>

/** A competency of a framework (胜任力), and the level of proficiency people are to reach in it. */
export const competencyAimed = z.strictObject({
  /** The competency framework (胜任力模型). */
  frameworkId: code,
  /** The competency, by its code in the framework. */
  competency: code,
  /** The level that people are to reach. */
  requiredLevel: z.int().min(1).max(100),
})

/** The fact that shows a milestone was reached: `classesHeld`, every class of the program was held. */
export const milestoneFact = z.enum(['classesHeld'])

/** Activities of a stage beside its courses, or parts of its courses. */
const activity = z.strictObject({
  /** `theory`, `practice`, `caseDiscussion`, `teamBuilding`, or an organisation's own. */
  activity: code,
  minutes,
})

/** One step of a curriculum, the courses it is made of, and what is done in it. */
export const stage = field(
  z.strictObject({
    /** The code of the stage. */
    stage: code,
    title: title.optional(),
    /** The courses of the stage. */
    courseIds: idList(courseId, 500).min(1),
    /** Activities of the stage beside or within its courses, with their minutes. */
    activities: z.array(activity).max(100).optional(),
    /** How it is taught: `classroom`, `liveOnline`, `blended`, `actionLearning`, or an organisation's own. */
    modality: code.optional(),
  }),
)
export const stages = uniqueBy(z.array(stage).min(1).max(100), (one) => one.stage)
export type Stage = ValueOf<typeof stage>
export const progression = field(z.enum(['sequential', 'open']))
export type Progression = ValueOf<typeof progression>

/** Every so many calendar months from the first day on, until a day if one is said. */
export const recurrence = field(
  z.strictObject({
    /** The whole months from one time to the next. */
    everyMonths: z.int().min(1).max(120),
    /** The last day on which it recurs. Left out, it has no end. */
    until: day.optional(),
  }),
)

/** The audience, the needs, and the budget of a plan line. */
export const planLine = {
  lineId,
  title: title.optional(),
  /** The needs that the line answers. */
  needIds: idList(needId),
  /** The people who are to be trained. */
  audience: segment,
  /** The number of people who are to be trained. */
  headcount: z.int().min(0),
  /** The most that the line may cost. */
  budget: amount,
}

/** The instrument of each level, the time after the end, and how training's own share is told from the rest. */
export const evaluationPlan = {
  /** The Kirkpatrick levels that are evaluated. Level 5 is the return on investment. */
  levels: uniqueBy(z.array(level).min(1).max(5), (one) => one),
  /** The instrument used at each level. */
  instruments: z
    .array(
      z.strictObject({
        /** The level the instrument is used at, 1 to 5. */
        level,
        instrumentId,
      }),
    )
    .max(100),
  /** The time of the evaluation at each level. */
  timing: z
    .array(
      z.strictObject({
        /** The level, 1 to 5. */
        level,
        /** The whole months after the end of the training; 0 is at the end. */
        monthsAfter: z.int().min(0).max(60),
      }),
    )
    .max(100),
  /** The method by which the effect of training is separated from other influences. */
  isolation: z.enum(['control', 'trend', 'estimate', 'none']),
}

/** The purpose of money, where it is known: a program, one of its offerings, a trainer, a room or a thing. */
export const spentOn = {
  programId: programId.optional(),
  offeringId: offeringId.optional(),
  resourceId: resourceId.optional(),
}
export type SpentOn = DataOfShape<typeof spentOn>

/** The amount that a program takes from a line of a plan. */
export const lineShare = { programId, planId, lineId, amount }
