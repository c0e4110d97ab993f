import { defineRejections, payload } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const evaluationRejections = defineRejections({
  VersionImmutable: payload<{
    readonly instrumentId: string
    readonly version: number
    readonly latest: number
  }>(),
  RaterIsSubject: payload<{ readonly respondentId: string; readonly role: string }>(),
  RaterIsNotSubject: payload<{ readonly respondentId: string; readonly learnerId: string }>(),
  NotInvited: payload<{ readonly respondentId: string; readonly learnerId: string }>(),
  WindowClosed: payload<{ readonly opens: string; readonly closes: string }>(),
  WindowShortened: payload<{ readonly closes: string }>(),
  RespondentAbsent: payload<{ readonly learnerId: string; readonly offeringId: string }>(),
  AnonymityLocked: payload<{ readonly anonymity: string; readonly answers: number }>(),
  AnonymityMismatch: payload<{ readonly anonymity: string }>(),
  MoreAnswersThanRespondents: payload<{ readonly redeemed: number }>(),
  AlreadySubmitted: payload<{ readonly respondentId: string; readonly learnerId: string }>(),
  AnswerOffScale: payload<{
    readonly item: string
    readonly value: number
    readonly min: number
    readonly max: number
  }>(),
  /** A choice where a number was asked for, or more decimals than the question takes. */
  AnswerOfAnotherKind: payload<{ readonly item: string; readonly kind: string; readonly asked: string }>(),
  OptionUnknown: payload<{
    readonly item: string
    readonly option: string
    readonly options: readonly string[]
  }>(),
  TooManyOptions: payload<{ readonly item: string; readonly chosen: number; readonly most: number }>(),
  /** A question cannot be answered by somebody it was not shown to. */
  AnsweredThoughNotAsked: payload<{ readonly items: readonly string[] }>(),
  RequiredItemMissing: payload<{ readonly items: readonly string[] }>(),

  /** A study is of a program or of a class: of one of them. */
  StudySubjectUnclear: payload<{ readonly programId?: string; readonly offeringId?: string }>(),
  LowerLevelMissing: payload<{ readonly level: number }>(),
  LevelNotPlanned: payload<{ readonly level: number }>(),
  BaselineAfterTraining: payload<{ readonly started: string }>(),
  TrainingNotEnded: payload<{ readonly programId?: string; readonly offeringId?: string }>(),
  FollowUpOutsideWindow: payload<{ readonly from: string; readonly to: string }>(),
  MeasureChangedUnit: payload<{
    readonly measure: string
    readonly measuredIn: string
    readonly decimals: number
  }>(),
  OutcomeAlreadyRecorded: payload<{ readonly measure: string; readonly unitId: string }>(),
  BenefitBeyondFirstYear: payload<{ readonly from: string; readonly to: string }>(),
  AttributionAboveOne: payload<{ readonly attribution: number }>(),
  IntangibleMonetized: payload<{ readonly measure: string }>(),
  IsolationMissing: payload<{ readonly level: number }>(),
  EvidenceInsufficient: payload<{ readonly have: readonly string[]; readonly need: readonly string[] }>(),
  ContributionWithoutInterval: payload<{ readonly figures: readonly string[] }>(),
  BelowMinimumGroup: payload<{ readonly have: number; readonly need: number }>(),
  ImprovementUnowned: payload<{ readonly improvementId: string }>(),
  ReportFrozen: payload<{ readonly digest: string }>(),
  OpenImprovements: payload<{ readonly improvementIds: readonly string[] }>(),
})
