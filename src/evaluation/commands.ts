import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
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
  idList,
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
  text,
  title,
  uniqueBy,
  unitId,
  zone,
} from '../vocabulary/index.ts'
import { figure } from './figure.ts'
import {
  anonymity,
  answer,
  cutToTheDay,
  digest,
  estimateBasis,
  followUpLevel,
  group,
  items,
  level,
  purpose,
  reading,
  responseKey,
  studyInstruments,
  themes,
  when,
  window,
} from './shapes.ts'

const invitation = { at, administrationId, respondentId: personId, learnerId }
/** The answers, one a question. */
const answers = uniqueBy(z.array(answer).max(500), ({ itemId }) => itemId)
/** The questions this person was not shown, because the survey jumped over them: they may be missing, required or not. */
const notAsked = uniqueBy(z.array(code).max(500), (itemId) => itemId).default([])
/** The respondent left off before the end: what is required may be missing. */
const brokenOff = z.boolean().default(false)
const study = { at, evaluationId }
/** The program a study is of, or the class: the one it was planned for. */
const subject = { programId: programId.optional(), offeringId: offeringId.optional() }
const figures = uniqueBy(z.array(figure).min(1).max(1000), (one) => one.figure)
const report = { ...study, figures, calculatorVersion: code, inputsDigest: digest.optional() }

/** The commands of the evaluation room, in order of life. */
export const evaluationCommands = defineCommands({
  PublishInstrumentVersion: {
    at,
    instrumentId,
    version: z.int().min(1),
    title,
    /** The kind of instrument: `survey`, `test`, `practical`, `caseAnalysis`, `observation`, `interview`, or an organisation's own. */
    kind: code.default('survey'),
    items,
  },
  OpenAdministration: {
    at,
    administrationId,
    instrumentId,
    version: z.int().min(1),
    purpose,
    ...subject,
    window,
    lateUntil: instant.optional(),
    /** The zone in which the days of the window are counted, where answers are anonymous and only their day is known; UTC where it is left out. */
    zone: zone.optional(),
    anonymity,
    k: z.int().min(1).max(1000).default(5),
    channel: code.default('online'),
    evaluationId: evaluationId.optional(),
  },
  ChangeAnonymity: {
    at,
    administrationId,
    anonymity,
    k: z.int().min(1).max(1000).default(5),
  },
  ExtendWindow: { at, administrationId, closes: instant },
  InviteRespondent: { ...invitation, role: code.default('self') },
  /** Changes nothing where they answered meanwhile. */
  SendReminder: {
    ...invitation,
    /** Reminds only if the window still ends then: what a deadline set earlier asks for. */
    ifItCloses: instant.optional(),
  },
  SubmitResponse: { ...invitation, answers, brokenOff, notAsked },
  RedeemInvitation: invitation,
  SubmitAnonymousResponse: {
    at: cutToTheDay,
    administrationId,
    responseId: responseKey,
    answers,
    brokenOff,
    notAsked,
  },
  InvalidateResponse: { ...invitation, reason },
  /** The themes of what somebody wrote to an open question: a person reads it and says them. They are counted like options. */
  CodeAnswer: {
    ...invitation,
    /** The open question, by its code in the instrument. */
    itemId: code,
    themes,
  },
  CodeAnonymousAnswer: { at, administrationId, responseId, itemId: code, themes },
  InvalidateAnonymousResponse: { at, administrationId, responseId, reason },
  CloseAdministration: {
    at,
    administrationId,
    /** Closes only if the window still ends then: what a deadline set earlier asks for. */
    ifItCloses: instant.optional(),
  },

  PlanEvaluationStudy: {
    ...study,
    ...subject,
    zone,
    levels: idList(level, 5).min(1),
    endedAt: instant.optional(),
    instruments: studyInstruments.default({}),
    /** The minimum group size: no report shows a figure about fewer people. */
    k: z.int().min(1).max(1000).default(5),
    ownerId: personId.optional(),
  },
  CaptureBaseline: { ...study, ...subject, measure: code, ...reading },
  /** The captured value was wrong: this is the right one. It changes nothing where the value was this already. */
  CorrectBaseline: { ...study, ...subject, measure: code, ...reading, ...correction },
  ChooseIsolation: {
    ...study,
    method: z.enum(['control', 'trend', 'estimate', 'none']),
    nothingElseChanged: z.literal(true).optional(),
  },
  /** Of a study of a program, `offeringId` says after which of its classes. */
  ScheduleFollowUp: {
    ...study,
    ...subject,
    /** The Kirkpatrick level, 3 or 4. */
    level: followUpLevel.default(3),
    dueAt: instant,
  },
  RecordOutcome: {
    ...study,
    ...subject,
    measure: code,
    ...reading,
    period,
    group,
    when,
    unitId,
  },
  /** Changes nothing where it was that already. */
  CorrectOutcome: {
    ...study,
    ...subject,
    measure: code,
    ...reading,
    period,
    /** The group in which the unit was; left out, the group that was recorded. */
    group: group.optional(),
    when,
    unitId,
    ...correction,
  },
  RecordBenefitEstimate: {
    ...study,
    measure: code,
    amount,
    /** The share of the benefit that is due to the training, in basis points; above 10,000 it is more than the whole change. */
    attribution: z.int().min(0).max(1_000_000),
    confidence: basisPoints,
    estimatedBy: personId,
    ...estimateBasis,
  },
  DeclareIntangible: { ...study, measure: code, statement: text.default('') },
  RecordFinding: {
    ...study,
    findingId,
    /** The Kirkpatrick level of the finding, 1 to 5. */
    level,
    /** The sources: `supervisor`, `performanceData`, `self`, `peer`, `test`, `survey`, or an organisation's own. */
    sources: idList(code, 20).min(1),
    /** The number of people the finding is about. */
    people: z.int().min(0),
    statement: text.default(''),
    figures: uniqueBy(z.array(figure).max(50), (one) => one.figure).optional(),
  },
  ProposeImprovement: {
    ...study,
    improvementId,
    findingId,
    target: z.strictObject({ kind: code, ref: code }),
    owner: personId.optional(),
    due: day,
    action: text.default(''),
  },
  CompleteImprovement: { ...study, improvementId },
  DismissImprovement: { ...study, improvementId, reason },
  PublishEvaluationReport: report,
  RestateEvaluationReport: { ...report, reason },
  /** By policy, when a fact that a published report rests on was put right. Flagged once, until it is restated. */
  FlagEvaluationReport: {
    ...study,
    /** `completionReassessed`, `responseInvalidated`, `costTakenBack`, or an organisation's own. */
    cause: code,
  },
  CloseEvaluation: study,
})
