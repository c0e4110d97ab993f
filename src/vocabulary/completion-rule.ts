import * as z from 'zod'
import { instrumentId } from './ids.ts'
import { basisPoints, scaledScore } from './share.ts'

/** One thing that has to be so for an enrolment to be complete. */
export const criterion = z.discriminatedUnion('kind', [
  /** Attended minutes of all scheduled minutes. */
  z.strictObject({ kind: z.literal('attendance'), atLeast: basisPoints }),
  /** The best result in an instrument reaches mastery (cmi5 `masteryScore`). */
  z.strictObject({ kind: z.literal('result'), instrumentId, mastery: scaledScore }),
])
export type Criterion = z.infer<typeof criterion>

/** When an enrolment counts as completed: data, copied into every enrolment that relies on it. */
export const completionRule = z.discriminatedUnion('require', [
  z.strictObject({ require: z.literal('all'), of: z.array(criterion).max(20) }),
  z.strictObject({ require: z.literal('any'), of: z.array(criterion).min(1).max(20) }),
  z.strictObject({
    require: z.literal('atLeast'),
    count: z.int().min(1).max(20),
    of: z.array(criterion).min(1).max(20),
  }),
])
export type CompletionRule = z.infer<typeof completionRule>
