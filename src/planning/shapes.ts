/** The shapes plans and programs are written in. */
import * as z from 'zod'
import {
  amount,
  code,
  courseId,
  idList,
  instrumentId,
  kirkpatrickLevel,
  lineId,
  offeringId,
  planId,
  programId,
  resourceId,
  title,
  uniqueBy,
} from '../vocabulary/index.ts'

export const level = kirkpatrickLevel

/**
 * How far a measure is to move: `relative`, in basis points of the baseline; `percentagePoint`, in basis points
 * added to a share; `absolute`, the value to be reached, in the measure's unit.
 */
export const target = z.strictObject({
  kind: z.enum(['relative', 'percentagePoint', 'absolute']),
  direction: z.enum(['increase', 'decrease']),
  value: z.number(),
})
export type Target = z.infer<typeof target>

/** One step of a curriculum, and the courses it is made of. */
export const stage = z.strictObject({
  stage: code,
  title: title.optional(),
  courseIds: idList(courseId, 500).min(1),
})
export const stages = uniqueBy(z.array(stage).min(1).max(100), (one) => one.stage)
export type Stage = z.infer<typeof stage>

/** What is asked at which level, how long after the end, and how training's own share is told from the rest. */
export const evaluationPlan = {
  levels: uniqueBy(z.array(level).min(1).max(5), (one) => one),
  instruments: z.array(z.strictObject({ level, instrumentId })).max(100),
  /** Whole months after the end; 0 is at the end. */
  timing: z.array(z.strictObject({ level, monthsAfter: z.int().min(0).max(60) })).max(100),
  isolation: z.enum(['control', 'trend', 'estimate', 'none']),
}

/** What money is for, where it is known: a program, one of its offerings, somebody or something it pays. */
export const spentOn = {
  programId: programId.optional(),
  offeringId: offeringId.optional(),
  resourceId: resourceId.optional(),
}
export type SpentOn = z.infer<z.ZodObject<typeof spentOn>>

/** What a program takes from a line of a plan. */
export const lineShare = { programId, planId, lineId, amount }
