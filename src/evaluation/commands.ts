import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  administrationId,
  amount,
  basisPoints,
  code,
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
  when,
  window,
} from './shapes.ts'

const invitation = { at: instant, administrationId, respondentId: personId, learnerId }
const answers = uniqueBy(z.array(answer).max(500), ({ itemId }) => itemId)
/** The respondent left off before the end: what is required may be missing. */
const brokenOff = z.boolean().default(false)
const study = { at: instant, evaluationId }
/** The program a study is of, or the class: the one it was planned for. */
const subject = { programId: programId.optional(), offeringId: offeringId.optional() }
const figures = uniqueBy(z.array(figure).min(1).max(1000), (one) => one.figure)
const report = { ...study, figures, calculatorVersion: code, inputsDigest: digest.optional() }

/** What may be asked of the evaluation room, in order of life. */
export const evaluationCommands = defineCommands({
  PublishInstrumentVersion: {
    at: instant,
    instrumentId,
    version: z.int().min(1),
    title,
    kind: code.default('survey'),
    items,
  },
  OpenAdministration: {
    at: instant,
    administrationId,
    instrumentId,
    version: z.int().min(1),
    purpose,
    ...subject,
    window,
    lateUntil: instant.optional(),
    anonymity,
    k: z.int().min(1).max(1000).default(5),
    channel: code.default('online'),
    evaluationId: evaluationId.optional(),
  },
  ChangeAnonymity: {
    at: instant,
    administrationId,
    anonymity,
    k: z.int().min(1).max(1000).default(5),
  },
  ExtendWindow: { at: instant, administrationId, closes: instant },
  InviteRespondent: { ...invitation, role: code.default('self') },
  SendReminder: {
    ...invitation,
    /** Reminds only if the window still ends then: what a deadline set earlier asks for. */
    ifItCloses: instant.optional(),
  },
  SubmitResponse: { ...invitation, answers, brokenOff },
  RedeemInvitation: invitation,
  SubmitAnonymousResponse: {
    at: cutToTheDay,
    administrationId,
    responseId: responseKey,
    answers,
    brokenOff,
  },
  InvalidateResponse: { ...invitation, reason },
  InvalidateAnonymousResponse: { at: instant, administrationId, responseId, reason },
  CloseAdministration: {
    at: instant,
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
    k: z.int().min(1).max(1000).default(5),
    ownerId: personId.optional(),
  },
  CaptureBaseline: { ...study, ...subject, measure: code, ...reading },
  ChooseIsolation: {
    ...study,
    method: z.enum(['control', 'trend', 'estimate', 'none']),
    nothingElseChanged: z.literal(true).optional(),
  },
  /** Of a study of a program, `offeringId` says after which of its classes. */
  ScheduleFollowUp: {
    ...study,
    ...subject,
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
  CorrectOutcome: {
    ...study,
    ...subject,
    measure: code,
    ...reading,
    period,
    when,
    unitId,
    reason,
  },
  RecordBenefitEstimate: {
    ...study,
    measure: code,
    amount,
    /** In basis points; more than 10,000 claims more than the whole change. */
    attribution: z.int().min(0).max(1_000_000),
    confidence: basisPoints,
    estimatedBy: personId,
    ...estimateBasis,
  },
  DeclareIntangible: { ...study, measure: code, statement: text.default('') },
  RecordFinding: {
    ...study,
    findingId,
    level,
    /** Whose word it is: `supervisor`, `performanceData`, `self`, `peer`, `test`, `survey`, … */
    sources: idList(code, 20).min(1),
    /** How many people it is about. */
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
  CloseEvaluation: study,
})
