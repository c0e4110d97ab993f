import { defineRejections, payload } from '../kernel/index.ts'
import { byAnother, type Money } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const planningRejections = defineRejections({
  ...byAnother,
  /** `needs`: those that are not in order of priority, and what they are instead; none when none were named. */
  LineWithoutNeed: payload<{
    readonly lineId: string
    readonly needs: readonly { readonly needId: string; readonly status: string }[]
  }>(),
  NeedNotTrainable: payload<{ readonly needId: string; readonly cause: string }>(),
  PlanWithoutLines: payload<{ readonly planId: string }>(),
  SelfApproval: payload<{ readonly approvedBy: string }>(),
  PlanNotApproved: payload<{ readonly planId: string; readonly status: string }>(),
  CurrencyMismatch: payload<{ readonly expected: string; readonly got: string }>(),
  /** `available`: what the plan still allows in this currency, its tolerance included. */
  BudgetExceeded: payload<{ readonly available: Money; readonly requested: Money }>(),
  /** More than is left of what was posted under the invoice. */
  CreditAboveCost: payload<{ readonly invoice: string; readonly left: Money }>(),
  DuplicateInvoice: payload<{ readonly invoice: string; readonly planId: string }>(),
  /** The cost names another program, offering or resource than the promise it would make good. */
  CommitmentForAnother: payload<{ readonly commitmentId: string; readonly promisedFor: string }>(),
  /** The amount to be approved, its tolerance included, is less than the amount committed and spent. */
  BudgetBelowSpent: payload<{ readonly approved: Money; readonly spoken: Money }>(),
  /** The things that use the line: programs that plan with it, undecided claims, money promised and spent. */
  LineInUse: payload<{
    readonly lineId: string
    readonly programs: number
    readonly claims: number
    readonly committed: Money
    readonly posted: Money
  }>(),
  MoreThanAsked: payload<{ readonly asked: Money; readonly granted: Money }>(),
  OpenClaims: payload<{ readonly claimIds: readonly string[] }>(),
  OpenCommitments: payload<{ readonly commitmentIds: readonly string[] }>(),

  ObjectiveNotMeasurable: payload<{ readonly objectiveId: string; readonly missing: readonly string[] }>(),
  AccountableNotUnique: payload<{
    readonly of: 'program' | 'milestone'
    readonly id: string
    readonly accountable: number
    readonly responsible: number
  }>(),
  /** `available`: what the line has left for this program. */
  BudgetAboveLine: payload<{
    readonly lineId: string
    readonly available: Money
    readonly requested: Money
  }>(),
  /** An objective at `level`, and the levels up to it that nobody planned to evaluate. */
  EvaluationLevelGap: payload<{
    readonly objectiveId: string
    readonly level: number
    readonly missing: readonly number[]
  }>(),
  /** An instrument or a time is planned for a level that is not evaluated. */
  LevelNotEvaluated: payload<{ readonly level: number }>(),
  ProgramIncomplete: payload<{ readonly missing: readonly string[] }>(),
  BaselineMissing: payload<{ readonly objectiveIds: readonly string[] }>(),
  BusinessFitUnconfirmed: payload<{ readonly programId: string }>(),

  /** That version is published already. */
  VersionImmutable: payload<{ readonly sopId: string; readonly version: number }>(),
  VersionOutOfOrder: payload<{ readonly version: number; readonly next: number }>(),
})
