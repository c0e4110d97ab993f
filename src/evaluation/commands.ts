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
  digest,
  group,
  items,
  level,
  purpose,
  studyInstruments,
  when,
  window,
} from './shapes.ts'

const invitation = { at: instant, administrationId, respondentId: personId, learnerId }
const study = { at: instant, evaluationId }
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
    programId: programId.optional(),
    offeringId: offeringId.optional(),
    window,
    anonymity,
    k: z.int().min(1).max(1000).default(5),
    channel: code.default('online'),
  },
  InviteRespondent: { ...invitation, role: code.default('self') },
  SubmitResponse: {
    ...invitation,
    answers: uniqueBy(z.array(answer).max(500), ({ itemId }) => itemId),
  },
  InvalidateResponse: { ...invitation, reason },
  CloseAdministration: { at: instant, administrationId },

  PlanEvaluationStudy: {
    ...study,
    programId,
    zone,
    levels: idList(level, 5).min(1),
    endedAt: instant.optional(),
    instruments: studyInstruments.default({}),
    k: z.int().min(1).max(1000).default(5),
  },
  CaptureBaseline: { ...study, programId, measure: code, measuredIn: code, value: z.int() },
  ChooseIsolation: { ...study, method: z.enum(['control', 'trend', 'estimate', 'none']) },
  ScheduleFollowUp: { ...study, programId, offeringId: offeringId.optional(), dueAt: instant },
  RecordOutcome: {
    ...study,
    programId,
    measure: code,
    measuredIn: code,
    period,
    group,
    when,
    unitId,
    value: z.int(),
  },
  RecordBenefitEstimate: {
    ...study,
    measure: code,
    amount,
    /** In basis points; more than 10,000 claims more than the whole change. */
    attribution: z.int().min(0).max(1_000_000),
    confidence: basisPoints,
    estimatedBy: personId,
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
