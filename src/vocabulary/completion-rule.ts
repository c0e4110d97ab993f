import * as z from 'zod'
import { type Field, field, type Named, type TakenBy, type ValueOf } from '../kernel/index.ts'
import { code, instrumentId, uniqueBy } from './ids.ts'
import { basisPoints, scaledScore } from './share.ts'

const criterionFields = field(
  z.discriminatedUnion('kind', [
    z.strictObject({
      /** `attendance`: attended minutes as a share of all scheduled minutes. */
      kind: z.literal('attendance'),
      /** The smallest share that counts, in basis points: 8,000 is 80 %. */
      atLeast: basisPoints,
    }),
    z.strictObject({
      /** `result`: the best result in an instrument reaches mastery. */
      kind: z.literal('result'),
      instrumentId,
      /** The score to be reached, in thousandths of full marks: 700 is 70 % (cmi5 `masteryScore`). */
      mastery: scaledScore,
      /** The most attempts at the test. Left out, there is no limit. */
      maxAttempts: z.int().min(1).max(1000).optional(),
      /** Whole days that have to pass between two attempts. */
      retakeAfterDays: z.int().min(1).max(3660).optional(),
    }),
    z.strictObject({
      /** `modulesDone`: each of the modules was done. */
      kind: z.literal('modulesDone'),
      /** The modules of the course, by their codes. */
      modules: uniqueBy(z.array(code).min(1).max(200), (one) => one),
    }),
    z.strictObject({
      /** `responseSubmitted`: the questionnaire was answered. The answers are not looked at. */
      kind: z.literal('responseSubmitted'),
      instrumentId,
    }),
  ]),
)
/** One criterion of a completion rule (结业条件项). */
export type Criterion = Named<ValueOf<typeof criterionFields>>
/** One criterion of a completion rule, as a host writes it. */
export type CriterionInput = Named<TakenBy<typeof criterionFields>>
/** One criterion of a completion rule (结业条件项). */
export const criterion: Field<Criterion, CriterionInput> = criterionFields
/** The kind of a criterion. */
export const criterionKind = field(z.enum(['attendance', 'result', 'modulesDone', 'responseSubmitted']))

const ruleFields = field(
  z.discriminatedUnion('require', [
    z.strictObject({
      /** `all`: every criterion has to be met. With no criterion, everybody completes. */
      require: z.literal('all'),
      /** The criteria. */
      of: z.array(criterion).max(20),
    }),
    z.strictObject({
      /** `any`: one criterion is enough. */
      require: z.literal('any'),
      /** The criteria. */
      of: z.array(criterion).min(1).max(20),
    }),
    z.strictObject({
      /** `atLeast`: a number of the criteria is enough. */
      require: z.literal('atLeast'),
      /** How many criteria have to be met. */
      count: z.int().min(1).max(20),
      /** The criteria. */
      of: z.array(criterion).min(1).max(20),
    }),
  ]),
)
/** The completion rule (结业条件): the criteria for an enrolment to be completed. */
export type CompletionRule = Named<ValueOf<typeof ruleFields>>
/** A completion rule, as a host writes it. */
export type CompletionRuleInput = Named<TakenBy<typeof ruleFields>>
/** The completion rule (结业条件): the criteria for an enrolment to be completed. It is copied into every enrolment that relies on it. */
export const completionRule: Field<CompletionRule, CompletionRuleInput> = ruleFields

/**
 * The shares of attendance below 1 % that a completion rule asks for, in basis points: whoever writes 80 for 80 % asks for
 * 0.8 %.
 *
 * @example
 * ```ts
 * import { tinyAttendanceShares } from 'training-ops'
 * tinyAttendanceShares({ require: 'all', of: [{ kind: 'attendance', atLeast: 80 }] }) // => [80]
 * ```
 */
export const tinyAttendanceShares = ({ of }: CompletionRule): readonly number[] =>
  of.flatMap((one) =>
    one.kind === 'attendance' && one.atLeast > 0 && one.atLeast < 100 ? [one.atLeast] : [],
  )

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
