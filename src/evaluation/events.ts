/**
 * What the evaluation room remembers: questions as they were asked (an instrument's version never changes), to whom
 * and until when, what each respondent answered about whom; and studies of a program or a class: its baseline, what was
 * measured later in both groups, what was found on which evidence, what is to be improved, and the report.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  administrationId,
  amount,
  basisPoints,
  code,
  day,
  evaluationId,
  findingId,
  improvementId,
  instant,
  instrumentId,
  learnerId,
  offeringId,
  period,
  personId,
  programId,
  reason,
  responseId,
  scaledScore,
  text,
  title,
  unitId,
  zone,
} from '../vocabulary/index.ts'
import { figure } from './figure.ts'
import {
  anonymity,
  answer,
  digest,
  estimateBasis,
  followUpLevel,
  group,
  items,
  level,
  purpose,
  reading,
  studyInstruments,
  when,
  window,
} from './shapes.ts'

/** What an administration is about, copied into every answer. */
const subject = { programId: programId.optional(), offeringId: offeringId.optional() }
const invitation = { at: instant, administrationId, respondentId: personId, learnerId }
/** The two ways in which an answer has an author: a person, or a random key. */
const answeredBy = {
  respondentId: personId.optional(),
  learnerId: learnerId.optional(),
  responseId: responseId.optional(),
}
const administration = { at: instant, administrationId, ...subject, instrumentId, purpose }
/** A study is of a program, or of one class and nothing else: then it names the class and no program. */
const study = { at: instant, evaluationId, ...subject }

export const evaluationEvents = defineEvents({
  /** Questions were fixed: this version of them is asked for ever. */
  InstrumentVersionPublished: event({
    at: instant,
    instrumentId,
    version: z.int().min(1),
    title,
    /** `survey`, `test`, `practical`, `caseAnalysis`, `observation`, `interview`, or an organisation's own. */
    kind: code,
    items,
  }),
  /** The questions may be answered. */
  AdministrationOpened: event({
    at: instant,
    administrationId,
    instrumentId,
    version: z.int().min(1),
    items,
    purpose,
    ...subject,
    window,
    /** Of a follow-up: when behaviour may be asked about, one to three months after the end of the training. */
    within: window.optional(),
    /** Until when an answer that comes after the window is taken, and marked as late. */
    lateUntil: instant.optional(),
    anonymity,
    /** No report tells of fewer people than this. */
    k: z.int().min(1).max(1000),
    /** `online`, `qr`, `paper`, `wechat`, or an organisation's own. */
    channel: code,
    /** The study it is asked for. */
    evaluationId: evaluationId.optional(),
  }),
  /** Another promise was made to those who will answer, before anybody did. */
  AnonymityChanged: event({ ...administration, anonymity, k: z.int().min(1).max(1000) }),
  /** The questions may be answered for longer. */
  WindowExtended: event({ ...administration, closes: instant }),
  /** Somebody is asked, about a learner: about themself, or about one they supervise. */
  RespondentInvited: event({
    ...invitation,
    ...subject,
    instrumentId,
    purpose,
    /** `self`, `supervisor`, `peer`, `directReport`, `customer`, or an organisation's own. */
    role: code,
  }),
  /** Somebody who had not answered yet was reminded. */
  ReminderSent: event({ ...invitation, ...subject, instrumentId, purpose }),
  /** They took part where answers are anonymous. What they said is elsewhere, and nothing leads from here to there. */
  InvitationRedeemed: event({ ...invitation, ...subject, instrumentId, purpose, role: code }),
  /** An answer came in: of whom and about whom, or, where answers are anonymous, under a key that leads to nobody. */
  ResponseSubmitted: event({
    at: instant,
    administrationId,
    ...answeredBy,
    ...subject,
    instrumentId,
    version: z.int().min(1),
    purpose,
    role: code.optional(),
    answers: z.array(answer).max(500),
    /** Questions were left out. */
    partial: z.literal(true).optional(),
    /** It came after the window: shown, and not counted. */
    late: z.literal(true).optional(),
    /** Points of the best possible, where the instrument has items that are scored. */
    scaled: scaledScore.optional(),
  }),
  /** The answer does not count. */
  ResponseInvalidated: event({
    at: instant,
    administrationId,
    ...answeredBy,
    ...subject,
    instrumentId,
    purpose,
    reason,
  }),
  /** No more answers are taken. */
  AdministrationClosed: event({
    ...administration,
    invited: z.int().min(0),
    responded: z.int().min(0),
    evaluationId: evaluationId.optional(),
  }),

  /** Somebody set out to find out whether a program works, or what became of one class. */
  EvaluationStudyPlanned: event({
    ...study,
    zone,
    levels: z.array(level).min(1).max(5),
    /** When the training ended, where the study comes after it. */
    endedAt: instant.optional(),
    instruments: studyInstruments,
    k: z.int().min(1).max(1000),
    /** Who answers for what the study finds wanting. */
    ownerId: personId.optional(),
  }),
  /** How things stood before anybody was trained. */
  BaselineCaptured: event({ ...study, measure: code, ...reading }),
  /** How the effect of training is told from everything else. */
  IsolationChosen: event({
    ...study,
    method: z.enum(['control', 'trend', 'estimate', 'none']),
    /** A trend isolates only where nothing else began to act at the same time: somebody says so. */
    nothingElseChanged: z.literal(true).optional(),
  }),
  /** When behaviour on the job is asked about, or results are looked at. */
  FollowUpScheduled: event({
    ...study,
    level: followUpLevel,
    endedAt: instant,
    zone,
    /** Level 3: one to three months after the end; level 4: three to twelve. */
    from: instant,
    to: instant,
    dueAt: instant,
  }),
  /** What a measure was, for one unit in one period. */
  OutcomeRecorded: event({
    ...study,
    measure: code,
    ...reading,
    period,
    group,
    when,
    /** Whose number it is: a team, a shop, a person. */
    unitId,
  }),
  /** It was something else, and this is what it was; what was published rests on what was known then. */
  OutcomeCorrected: event({ ...study, measure: code, ...reading, period, group, when, unitId, reason }),
  /** What somebody who knows thinks a change was worth, how much of it training did, and how sure they are. */
  BenefitEstimateRecorded: event({
    ...study,
    measure: code,
    amount,
    attribution: basisPoints,
    confidence: basisPoints,
    estimatedBy: personId,
    ...estimateBasis,
  }),
  /** Worth naming, and not worth putting a price on. */
  IntangibleDeclared: event({ ...study, measure: code, statement: text }),
  /** What was found at a level, and on whose word. */
  FindingRecorded: event({
    ...study,
    findingId,
    level,
    sources: z.array(code).min(1).max(20),
    people: z.int().min(0),
    statement: text,
    /** The figures it rests on, as they were when it was found: the contribution of training, with its interval. */
    figures: z.array(figure).max(50).optional(),
  }),
  /** What is to be done about it, by whom, by when. */
  ImprovementProposed: event({
    ...study,
    improvementId,
    findingId,
    /** `course`, `trainer`, `program`, `organisation`, or another thing, and which one. */
    target: z.strictObject({ kind: code, ref: code }),
    owner: personId,
    due: day,
    action: text,
  }),
  /** It was done. */
  ImprovementCompleted: event({ ...study, improvementId }),
  /** It will not be done. */
  ImprovementDismissed: event({ ...study, improvementId, reason }),
  /** The figures were published, and no longer change. */
  EvaluationReportPublished: event({
    ...study,
    figures: z.array(figure).min(1).max(1000),
    calculatorVersion: code,
    /** Of what the figures were computed from, where the publisher kept it. */
    inputsDigest: digest.optional(),
    digest,
  }),
  /** They were wrong, and these replace them. */
  EvaluationReportRestated: event({
    ...study,
    figures: z.array(figure).min(1).max(1000),
    calculatorVersion: code,
    inputsDigest: digest.optional(),
    replaces: digest,
    reason,
    digest,
  }),
  /** Nothing is left to do. */
  EvaluationClosed: event(study),
})

export type EvaluationEvent = EventsOf<typeof evaluationEvents> | never
export { type PublishedFigure, reportDigest } from './figure.ts'
export type { Anonymity, Item, Purpose } from './shapes.ts'
