import * as z from 'zod'
import { field, type ValueOf } from '../kernel/index.ts'
import { code, instrumentId, uniqueBy } from './ids.ts'
import { basisPoints, scaledScore } from './share.ts'

/** One thing that has to be so for an enrolment to be complete. */
export const criterion = field(
  z.discriminatedUnion('kind', [
    /** Attended minutes of all scheduled minutes. */
    z.strictObject({ kind: z.literal('attendance'), atLeast: basisPoints }),
    /** The best result in an instrument reaches mastery (cmi5 `masteryScore`). */
    z.strictObject({
      kind: z.literal('result'),
      instrumentId,
      mastery: scaledScore,
      /** How often it may be tried; without a number, as often as one likes. */
      maxAttempts: z.int().min(1).max(1000).optional(),
      /** Days that have to pass between two attempts. */
      retakeAfterDays: z.int().min(1).max(3660).optional(),
    }),
    /** Each of these modules was done. */
    z.strictObject({
      kind: z.literal('modulesDone'),
      modules: uniqueBy(z.array(code).min(1).max(200), (one) => one),
    }),
    /** The questionnaire was answered: that it was, never what. */
    z.strictObject({ kind: z.literal('responseSubmitted'), instrumentId }),
  ]),
)
export type Criterion = ValueOf<typeof criterion>
export const criterionKind = field(z.enum(['attendance', 'result', 'modulesDone', 'responseSubmitted']))

/** When an enrolment counts as completed: data, copied into every enrolment that relies on it. */
export const completionRule = field(
  z.discriminatedUnion('require', [
    z.strictObject({ require: z.literal('all'), of: z.array(criterion).max(20) }),
    z.strictObject({ require: z.literal('any'), of: z.array(criterion).min(1).max(20) }),
    z.strictObject({
      require: z.literal('atLeast'),
      count: z.int().min(1).max(20),
      of: z.array(criterion).min(1).max(20),
    }),
  ]),
)
export type CompletionRule = ValueOf<typeof completionRule>

/** The values of cmi5's `moveOn`. */
export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable'

/**
 * The completion rule that one of cmi5's `moveOn` values stands for, from what passing and what completing mean here.
 * `NotApplicable` asks for nothing: whoever is closed has completed.
 *
 * Source: cmi5 Runtime (Quartz, 2016), section 10.2.4 `moveOn`.
 *
 * @example
 * ```ts
 * import { moveOnRule } from 'training-ops'
 * const completed = { kind: 'attendance', atLeast: 8000 } as const
 * const passed = { kind: 'result', instrumentId: 'test', mastery: 700 } as const
 * moveOnRule('CompletedOrPassed', { completed, passed }) // => { require: 'any', of: [completed, passed] }
 * moveOnRule('NotApplicable', { completed, passed }) // => { require: 'all', of: [] }
 * ```
 */
export const moveOnRule = <Completed, Passed>(
  moveOn: MoveOn,
  { completed, passed }: { readonly completed: Completed; readonly passed: Passed },
): { require: 'all' | 'any'; of: (Completed | Passed)[] } => {
  switch (moveOn) {
    case 'Passed':
      return { require: 'all', of: [passed] }
    case 'Completed':
      return { require: 'all', of: [completed] }
    case 'CompletedAndPassed':
      return { require: 'all', of: [completed, passed] }
    case 'CompletedOrPassed':
      return { require: 'any', of: [completed, passed] }
    case 'NotApplicable':
      return { require: 'all', of: [] }
  }
}
