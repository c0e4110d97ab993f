/**
 * The events of the evaluation room: questions as they were asked (an instrument's version never changes), to whom
 * and until when, what each respondent answered about whom; and studies of a program or a class: its baseline, what was
 * measured later in both groups, what was found on which evidence, what is to be improved, and the report.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  administrationId,
  amount,
  at,
  basisPoints,
  code,
  correction,
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
  themes,
  when,
  window,
} from './shapes.ts'

/** The subject of an administration, copied into every answer. */
const subject = { programId: programId.optional(), offeringId: offeringId.optional() }
const invitation = {
  at,
  administrationId,
  /** The person who answers. */
  respondentId: personId,
  learnerId,
}
/** The two ways in which an answer has an author: a person, or a random key. */
const answeredBy = {
  /** The person who answers. */
  respondentId: personId.optional(),
  learnerId: learnerId.optional(),
  responseId: responseId.optional(),
}
const administration = { at, administrationId, ...subject, instrumentId, purpose }
/** A study is of a program, or of one class and nothing else: then it names the class and no program. */
const study = { at, evaluationId, ...subject }

/** The events of evaluation; `evaluationEvents.make` makes them. */
export const evaluationEvents = defineEvents({
  /** Questions were fixed: this version of them is asked for ever. */
  InstrumentVersionPublished: event({
    at,
    instrumentId,
    /** The version of the instrument: 1, then 2. */
    version: z.int().min(1),
    title,
    /** The kind of instrument: `survey`, `test`, `practical`, `caseAnalysis`, `observation`, `interview`, or an organisation's own. */
    kind: code,
    items,
  }),
  /** The questions may be answered. */
  AdministrationOpened: event({
    at,
    administrationId,
    instrumentId,
    /** The version of the instrument: 1, then 2. */
    version: z.int().min(1),
    items,
    purpose,
    ...subject,
    window,
    /** Of a follow-up: the period one to three months after the end of the training, in which behaviour may be asked about. */
    within: window.optional(),
    /** The instant until which a late response is taken. It is marked as late. */
    lateUntil: instant.optional(),
    /** The zone in which the days of the window are counted, where answers are anonymous and only their day is known; UTC where it is left out. */
    zone: zone.optional(),
    anonymity,
    /** The minimum group size: no report shows a figure about fewer people. */
    k: z.int().min(1).max(1000),
    /** The channel: `online`, `qr`, `paper`, `wechat`, or an organisation's own. */
    channel: code,
    /** The study it is asked for. */
    evaluationId: evaluationId.optional(),
  }),
  /** Another promise was made to those who will answer, before anybody did. */
  AnonymityChanged: event({ ...administration, anonymity, k: z.int().min(1).max(1000) }),
  /** The questions may be answered for longer. */
  WindowExtended: event({
    ...administration,
    /** The first instant at which responses are no longer taken. */
    closes: instant,
  }),
  /** Somebody is asked, about a learner: about themself, or about one they supervise. */
  RespondentInvited: event({
    ...invitation,
    ...subject,
    instrumentId,
    purpose,
    /** The relation of the respondent to the learner: `self`, `supervisor`, `peer`, `directReport`, `customer`, or an organisation's own. */
    role: code,
  }),
  /** Somebody who had not answered yet was reminded. */
  ReminderSent: event({ ...invitation, ...subject, instrumentId, purpose }),
  /** They took part where answers are anonymous. Their answers are stored elsewhere, and nothing leads from here to there. */
  InvitationRedeemed: event({ ...invitation, ...subject, instrumentId, purpose, role: code }),
  /** An answer came in: of whom and about whom, or, where answers are anonymous, under a key that leads to nobody. */
  ResponseSubmitted: event({
    at,
    administrationId,
    ...answeredBy,
    ...subject,
    instrumentId,
    version: z.int().min(1),
    purpose,
    role: code.optional(),
    /** The answers, one a question. */
    answers: z.array(answer).max(500),
    /** The questions this person was not shown, because the survey jumped over them. */
    notAsked: z.array(code).max(500).optional(),
    /** `true` where questions were left out that were asked. */
    partial: z.literal(true).optional(),
    /** `true` where the response came after the window. It is shown and not counted. */
    late: z.literal(true).optional(),
    /** The score, in thousandths of full marks, where the instrument has scored questions. */
    scaled: scaledScore.optional(),
  }),
  /** The answer does not count. */
  ResponseInvalidated: event({
    at,
    administrationId,
    ...answeredBy,
    ...subject,
    instrumentId,
    purpose,
    reason,
  }),
  /** Somebody read what was written to an open question, and said which themes it is about. The last coding stands. */
  AnswerCoded: event({
    at,
    administrationId,
    ...answeredBy,
    ...subject,
    instrumentId,
    purpose,
    itemId: code,
    themes,
  }),
  /** No more answers are taken. */
  AdministrationClosed: event({
    ...administration,
    /** The number of people invited. */
    invited: z.int().min(0),
    /** The number of people who responded. */
    responded: z.int().min(0),
    evaluationId: evaluationId.optional(),
  }),

  /** Somebody set out to find out whether a program works, or what became of one class. */
  EvaluationStudyPlanned: event({
    ...study,
    zone,
    /** The Kirkpatrick levels of the study, 1 to 5. */
    levels: z.array(level).min(1).max(5),
    /** The instant at which the training ended. */
    endedAt: instant.optional(),
    /** The instruments that the study uses when an offering is over. */
    instruments: studyInstruments,
    k: z.int().min(1).max(1000),
    /** The person who answers for the study's improvements. */
    ownerId: personId.optional(),
  }),
  /** How things stood before anybody was trained. */
  BaselineCaptured: event({
    ...study,
    /** The measure, by its code: `errorRate`. */
    measure: code,
    ...reading,
  }),
  /** The baseline was another one than captured; what was published rests on what was known then. */
  BaselineCorrected: event({
    ...study,
    /** The measure, by its code: `errorRate`. */
    measure: code,
    ...reading,
    /** The value as it was captured. */
    was: z.int(),
    ...correction,
  }),
  /** How the effect of training is told from everything else. */
  IsolationChosen: event({
    ...study,
    /** The method by which the effect of training is separated from other influences. */
    method: z.enum(['control', 'trend', 'estimate', 'none']),
    /** `true` where somebody states that nothing else changed at the same time. A trend line needs it. */
    nothingElseChanged: z.literal(true).optional(),
  }),
  /** When behaviour on the job is asked about, or results are looked at. */
  FollowUpScheduled: event({
    ...study,
    /** The Kirkpatrick level, 3 or 4. */
    level: followUpLevel,
    endedAt: instant,
    zone,
    /** The first instant of the follow-up: one month after the end for level 3, three for level 4. */
    from: instant,
    /** The last instant of the follow-up: three months after the end for level 3, twelve for level 4. */
    to: instant,
    /** The instant at which the follow-up is due. */
    dueAt: instant,
  }),
  /** The value of a measure, for one unit in one period. */
  OutcomeRecorded: event({
    ...study,
    measure: code,
    ...reading,
    period,
    /** The group: people who were trained (`treated`), or people to compare with (`control`). */
    group,
    /** Whether the period lies before or after the training. */
    when,
    /** The unit that was measured: a team, a shop, a person. */
    unitId,
  }),
  /** It was something else, and this is what it was; what was published rests on what was known then. */
  OutcomeCorrected: event({
    ...study,
    measure: code,
    ...reading,
    period,
    group,
    when,
    unitId,
    ...correction,
  }),
  /** An expert's estimate of the worth of a change, how much of it training did, and how sure they are. */
  BenefitEstimateRecorded: event({
    ...study,
    measure: code,
    amount,
    /** The share of the benefit that is due to the training, in basis points. */
    attribution: basisPoints,
    /** The confidence of the estimator in the estimate, in basis points. */
    confidence: basisPoints,
    /** The person who estimates. */
    estimatedBy: personId,
    ...estimateBasis,
  }),
  /** Worth naming, and not worth putting a price on. */
  IntangibleDeclared: event({
    ...study,
    measure: code,
    /** The statement, in words. */
    statement: text,
  }),
  /** A finding at a level, and its author. */
  FindingRecorded: event({
    ...study,
    findingId,
    /** The Kirkpatrick level of the finding, 1 to 5. */
    level,
    /** The sources: `supervisor`, `performanceData`, `self`, `peer`, `test`, `survey`, or an organisation's own. */
    sources: z.array(code).min(1).max(20),
    /** The number of people the finding is about. */
    people: z.int().min(0),
    /** The statement, in words. */
    statement: text,
    /** The figures that the finding rests on, as they were. */
    figures: z.array(figure).max(50).optional(),
  }),
  /** The action on it, with owner and day. */
  ImprovementProposed: event({
    ...study,
    improvementId,
    findingId,
    /** The thing to improve, and its id. */
    target: z.strictObject({
      /** The kind of thing: `course`, `trainer`, `program`, `organisation`, or another. */
      kind: code,
      /** The id of that thing. */
      ref: code,
    }),
    /** The person who is responsible for the improvement. */
    owner: personId,
    /** The day by which it is to be done. */
    due: day,
    /** The action, in words. */
    action: text,
  }),
  /** It was done. */
  ImprovementCompleted: event({ ...study, improvementId }),
  /** It will not be done. */
  ImprovementDismissed: event({ ...study, improvementId, reason }),
  /** The figures were published, and no longer change. */
  EvaluationReportPublished: event({
    ...study,
    /** The published figures. They never change. */
    figures: z.array(figure).min(1).max(1000),
    /** The version of the program that computed the figures. */
    calculatorVersion: code,
    /** The fingerprint of the data that the figures were computed from. */
    inputsDigest: digest.optional(),
    /** The fingerprint of the report. */
    digest,
  }),
  /** A fact that the published report rests on was put right since: the report is to be restated. */
  EvaluationReportFlagged: event({
    ...study,
    /** `completionReassessed`, `responseInvalidated`, `costTakenBack`, or an organisation's own. */
    cause: code,
  }),
  /** They were wrong, and these replace them. */
  EvaluationReportRestated: event({
    ...study,
    /** The published figures. They never change. */
    figures: z.array(figure).min(1).max(1000),
    calculatorVersion: code,
    inputsDigest: digest.optional(),
    /** The fingerprint of the report that this one replaces. */
    replaces: digest,
    reason,
    digest,
  }),
  /** Nothing is left to do. */
  EvaluationClosed: event(study),
})

export type EvaluationEvent = EventsOf<typeof evaluationEvents> | never
export { type PublishedFigure, reportDigest } from './figure.ts'
export {
  type Anonymity,
  chosenOf,
  type Item,
  isOnScale,
  isUnscaled,
  numbersOf,
  type Purpose,
  type UnscaledItem,
  valuesOf,
} from './shapes.ts'
