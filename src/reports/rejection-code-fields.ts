import type { CodePrefix } from './document.ts'

/** Which fields of a rejection hold codes, which are told in words, and under which prefix. All others are told as they are. */
export const rejectionCodeFields: Readonly<Record<string, Readonly<Record<string, CodePrefix>>>> = {
  IllegalTransition: { from: 'term', command: 'command' },
  Unknown: { what: 'subject' },
  NotAuthorized: { role: 'role' },

  DuplicateCode: { what: 'subject' },
  ConfirmationMissing: { method: 'term' },
  AssessorMissing: { source: 'term' },
  SegmentOutOfScope: { segment: 'term' },
  FactorsMissing: { factors: 'term' },
  NeedNotTrainable: { cause: 'term' },

  PlanNotApproved: { status: 'term' },
  AccountableNotUnique: { of: 'subject' },
  ObjectiveNotMeasurable: { missing: 'term' },
  ProgramIncomplete: { missing: 'term' },

  CompletionRuleInvalid: { because: 'term' },
  NotATrainer: { kind: 'term' },
  NotAProvider: { kind: 'term' },
  ScoreOffScale: { criterion: 'term' },

  WindowInverted: { window: 'term' },
  WrongResourceKind: { kind: 'term', as: 'subject' },
  ResourceNotInUse: { status: 'term' },
  AlreadyEnrolled: { status: 'term' },
  NotEmployed: { when: 'term' },
  AnnualLimitExceeded: { what: 'term' },
  QuotaExhausted: { segment: 'term' },
  NotALottery: { waitlist: 'term' },
  RequirementUnmet: { open: 'term' },

  AnonymityLocked: { anonymity: 'anonymity' },
  AnonymityMismatch: { anonymity: 'anonymity' },
  RaterIsSubject: { role: 'term' },
  MeasureChangedUnit: { measure: 'term', measuredIn: 'term' },
  OutcomeAlreadyRecorded: { measure: 'term' },
  IntangibleMonetized: { measure: 'term' },
  EvidenceInsufficient: { have: 'term', need: 'term' },

  NonRedeemableUnit: { unit: 'term' },
}

/** The same for advisories. */
export const advisoryCodeFields: typeof rejectionCodeFields = {
  AnalysisLevelMissing: { levels: 'term' },
  CostCategoryMissing: { categories: 'term' },
}
