import { carrying, defineRejections } from '../kernel/index.ts'
import type { Money } from '../vocabulary/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const planningRejections = defineRejections({
  /** `needs`: those that are not in order of priority, and what they are instead; none when none were named. */
  LineWithoutNeed: carrying<{
    readonly lineId: string
    readonly needs: readonly { readonly needId: string; readonly status: string }[]
  }>(),
  NeedNotTrainable: carrying<{ readonly needId: string; readonly cause: string }>(),
  PlanWithoutLines: carrying<{ readonly planId: string }>(),
  SelfApproval: carrying<{ readonly approvedBy: string }>(),
  PlanNotApproved: carrying<{ readonly planId: string; readonly status: string }>(),
  CurrencyMismatch: carrying<{ readonly expected: string; readonly got: string }>(),
  /** `available`: what the plan still allows in this currency, its tolerance included. */
  BudgetExceeded: carrying<{ readonly available: Money; readonly requested: Money }>(),
  DuplicateInvoice: carrying<{ readonly invoice: string; readonly planId: string }>(),
  /** The cost names another program, offering or resource than the promise it would make good. */
  CommitmentForAnother: carrying<{ readonly commitmentId: string; readonly promisedFor: string }>(),
  /** What is to be approved, its tolerance included, is less than what is promised and spent. */
  BudgetBelowSpent: carrying<{ readonly approved: Money; readonly spoken: Money }>(),
  /** What hangs on the line: programs that plan with it, undecided claims, money promised and spent. */
  LineInUse: carrying<{
    readonly lineId: string
    readonly programs: number
    readonly claims: number
    readonly committed: Money
    readonly posted: Money
  }>(),
  MoreThanAsked: carrying<{ readonly asked: Money; readonly granted: Money }>(),
  OpenClaims: carrying<{ readonly claimIds: readonly string[] }>(),
  OpenCommitments: carrying<{ readonly commitmentIds: readonly string[] }>(),

  ObjectiveNotMeasurable: carrying<{ readonly objectiveId: string; readonly missing: readonly string[] }>(),
  AccountableNotUnique: carrying<{
    readonly of: 'program' | 'milestone'
    readonly id: string
    readonly accountable: number
    readonly responsible: number
  }>(),
  /** `available`: what the line has left for this program. */
  BudgetAboveLine: carrying<{
    readonly lineId: string
    readonly available: Money
    readonly requested: Money
  }>(),
  /** An objective at `level`, and the levels up to it that nobody planned to evaluate. */
  EvaluationLevelGap: carrying<{
    readonly objectiveId: string
    readonly level: number
    readonly missing: readonly number[]
  }>(),
  /** An instrument or a time is planned for a level that is not evaluated. */
  LevelNotEvaluated: carrying<{ readonly level: number }>(),
  ProgramIncomplete: carrying<{ readonly missing: readonly string[] }>(),
  BaselineMissing: carrying<{ readonly objectiveIds: readonly string[] }>(),
  BusinessFitUnconfirmed: carrying<{ readonly programId: string }>(),

  /** That version is published already. */
  VersionImmutable: carrying<{ readonly sopId: string; readonly version: number }>(),
  VersionOutOfOrder: carrying<{ readonly version: number; readonly next: number }>(),
})
