import { carrying, defineRejections } from '../kernel/index.ts'

/** Why not: the fact in the way, and what a screen needs to explain it. */
export const evaluationRejections = defineRejections({
  VersionImmutable: carrying<{
    readonly instrumentId: string
    readonly version: number
    readonly latest: number
  }>(),
  RaterIsSubject: carrying<{ readonly respondentId: string; readonly role: string }>(),
  RaterIsNotSubject: carrying<{ readonly respondentId: string; readonly learnerId: string }>(),
  NotInvited: carrying<{ readonly respondentId: string; readonly learnerId: string }>(),
  WindowClosed: carrying<{ readonly opens: string; readonly closes: string }>(),
  WindowShortened: carrying<{ readonly closes: string }>(),
  RespondentAbsent: carrying<{ readonly learnerId: string; readonly offeringId: string }>(),
  AnonymityLocked: carrying<{ readonly anonymity: string; readonly answers: number }>(),
  AnonymityMismatch: carrying<{ readonly anonymity: string }>(),
  MoreAnswersThanRespondents: carrying<{ readonly redeemed: number }>(),
  AlreadySubmitted: carrying<{ readonly respondentId: string; readonly learnerId: string }>(),
  AnswerOffScale: carrying<{
    readonly item: string
    readonly value: number
    readonly min: number
    readonly max: number
  }>(),
  /** A choice where a number was asked for, or more decimals than the question takes. */
  AnswerOfAnotherKind: carrying<{ readonly item: string; readonly kind: string; readonly asked: string }>(),
  OptionUnknown: carrying<{
    readonly item: string
    readonly option: string
    readonly options: readonly string[]
  }>(),
  TooManyOptions: carrying<{ readonly item: string; readonly chosen: number; readonly most: number }>(),
  RequiredItemMissing: carrying<{ readonly items: readonly string[] }>(),

  /** A study is of a program or of a class: of one of them. */
  StudySubjectUnclear: carrying<{ readonly programId?: string; readonly offeringId?: string }>(),
  LowerLevelMissing: carrying<{ readonly level: number }>(),
  LevelNotPlanned: carrying<{ readonly level: number }>(),
  BaselineAfterTraining: carrying<{ readonly started: string }>(),
  TrainingNotEnded: carrying<{ readonly programId?: string; readonly offeringId?: string }>(),
  FollowUpOutsideWindow: carrying<{ readonly from: string; readonly to: string }>(),
  MeasureChangedUnit: carrying<{
    readonly measure: string
    readonly measuredIn: string
    readonly decimals: number
  }>(),
  OutcomeAlreadyRecorded: carrying<{ readonly measure: string; readonly unitId: string }>(),
  BenefitBeyondFirstYear: carrying<{ readonly from: string; readonly to: string }>(),
  AttributionAboveOne: carrying<{ readonly attribution: number }>(),
  IntangibleMonetized: carrying<{ readonly measure: string }>(),
  IsolationMissing: carrying<{ readonly level: number }>(),
  EvidenceInsufficient: carrying<{ readonly have: readonly string[]; readonly need: readonly string[] }>(),
  ContributionWithoutInterval: carrying<{ readonly figures: readonly string[] }>(),
  BelowMinimumGroup: carrying<{ readonly have: number; readonly need: number }>(),
  ImprovementUnowned: carrying<{ readonly improvementId: string }>(),
  ReportFrozen: carrying<{ readonly digest: string }>(),
  OpenImprovements: carrying<{ readonly improvementIds: readonly string[] }>(),
})
