/**
 * What the evaluation room remembers: questions as they were asked (an instrument's version never changes), to whom
 * and until when, what each respondent answered about whom; and studies of a program: its baseline, what was
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
  group,
  items,
  level,
  purpose,
  studyInstruments,
  when,
  window,
} from './shapes.ts'

/** What an administration is about, copied into every answer. */
const subject = { programId: programId.optional(), offeringId: offeringId.optional() }
const invitation = { at: instant, administrationId, respondentId: personId, learnerId }
const study = { at: instant, evaluationId, programId }

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
    anonymity,
    /** No report tells of fewer people than this. */
    k: z.int().min(1).max(1000),
    channel: code,
  }),
  /** Somebody is asked, about a learner: about themself, or about one they supervise. */
  RespondentInvited: event({
    ...invitation,
    ...subject,
    instrumentId,
    purpose,
    /** `self`, `supervisor`, `peer`, `directReport`, `customer`, or an organisation's own. */
    role: code,
  }),
  /** They answered. */
  ResponseSubmitted: event({
    ...invitation,
    ...subject,
    instrumentId,
    version: z.int().min(1),
    purpose,
    role: code,
    answers: z.array(answer).max(500),
    /** Points of the best possible, where the instrument has items that are scored. */
    scaled: scaledScore.optional(),
  }),
  /** The answer does not count. */
  ResponseInvalidated: event(
    { ...invitation, ...subject, instrumentId, purpose, reason },
    { personal: ['reason'] },
  ),
  /** No more answers are taken. */
  AdministrationClosed: event({
    at: instant,
    administrationId,
    ...subject,
    instrumentId,
    purpose,
    invited: z.int().min(0),
    responded: z.int().min(0),
  }),

  /** Somebody set out to find out whether a program works. */
  EvaluationStudyPlanned: event({
    ...study,
    zone,
    levels: z.array(level).min(1).max(5),
    /** When the training ended, where the study comes after it. */
    endedAt: instant.optional(),
    instruments: studyInstruments,
    k: z.int().min(1).max(1000),
  }),
  /** How things stood before anybody was trained. */
  BaselineCaptured: event({ ...study, measure: code, measuredIn: code, value: z.int() }),
  /** How the effect of training is told from everything else. */
  IsolationChosen: event({ ...study, method: z.enum(['control', 'trend', 'estimate', 'none']) }),
  /** When behaviour on the job is asked about. */
  FollowUpScheduled: event({
    ...study,
    offeringId: offeringId.optional(),
    endedAt: instant,
    zone,
    /** One to three months after the end, both included. */
    from: instant,
    to: instant,
    dueAt: instant,
  }),
  /** What a measure was, for one unit in one period. */
  OutcomeRecorded: event({
    ...study,
    measure: code,
    measuredIn: code,
    period,
    group,
    when,
    /** Whose number it is: a team, a shop, a person. */
    unitId,
    value: z.int(),
  }),
  /** What somebody who knows thinks a change was worth, how much of it training did, and how sure they are. */
  BenefitEstimateRecorded: event({
    ...study,
    measure: code,
    amount,
    attribution: basisPoints,
    confidence: basisPoints,
    estimatedBy: personId,
  }),
  /** Worth naming, and not worth putting a price on. */
  IntangibleDeclared: event({ ...study, measure: code, statement: text }, { personal: ['statement'] }),
  /** What was found at a level, and on whose word. */
  FindingRecorded: event(
    {
      ...study,
      findingId,
      level,
      sources: z.array(code).min(1).max(20),
      people: z.int().min(0),
      statement: text,
    },
    { personal: ['statement'] },
  ),
  /** What is to be done about it, by whom, by when. */
  ImprovementProposed: event(
    {
      ...study,
      improvementId,
      findingId,
      /** `course`, `trainer`, `program`, `organisation`, or another thing, and which one. */
      target: z.strictObject({ kind: code, ref: code }),
      owner: personId,
      due: day,
      action: text,
    },
    { personal: ['action'] },
  ),
  /** It was done. */
  ImprovementCompleted: event({ ...study, improvementId }),
  /** It will not be done. */
  ImprovementDismissed: event({ ...study, improvementId, reason }, { personal: ['reason'] }),
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

export type EvaluationEvent = EventsOf<typeof evaluationEvents>
export type { PublishedFigure } from './figure.ts'
export type { Item, Purpose } from './shapes.ts'
