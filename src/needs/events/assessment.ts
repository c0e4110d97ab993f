/**
 * A cycle of asking what training is needed (培训需求分析): the evidence that came in, the needs seen in it and why they
 * exist, the order they were put in, and the report that was published.
 */
import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  administrationId,
  assessmentId,
  at,
  code,
  evidenceId,
  idList,
  liaisonReviewId,
  needId,
  reason,
  segment,
  text,
  title,
  unitId,
} from '../../vocabulary/index.ts'
import {
  analysisLevel,
  cause,
  competencies,
  cycle,
  digest,
  drivers,
  headcount,
  horizon,
  measuredGaps,
  measurement,
  needsFigures,
  origin,
  segments,
} from '../assessment/shapes.ts'
import { priorityMethod, rankedNeed, rankedNeedFields } from '../priority/shapes.ts'

const assessment = { at, assessmentId }

export const assessmentEvents = {
  /** A cycle began: for whom, over which period, driven by what. */
  NeedsAssessmentOpened: event({
    ...assessment,
    unitId: unitId.optional(),
    title: title.optional(),
    period: cycle,
    segments,
    drivers,
  }),
  /** Something was seen, said or measured that speaks of a need. */
  NeedEvidenceRecorded: event({
    ...assessment,
    evidenceId,
    /** The source: `performance`, `departmentGoal`, `competency`, `survey`, `interview`, `incident`, `regulatory`, `exitInterview`, `audit`, `aspiration`, `liaison`, or an organisation's own. */
    source: code,
    analysisLevel,
    segment,
    /** The evidence in a few sentences. */
    summary: text.optional(),
    /** The role of the person interviewed: `departmentHead`, `teamLead`, or an organisation's own. */
    intervieweeRole: code.optional(),
    /** Measured values behind the evidence. */
    measurements: z.array(measurement).max(100),
    /** Gaps counted from the competence record. */
    gaps: measuredGaps,
    /** The questionnaire that the evidence comes from. */
    administrationId: administrationId.optional(),
    /** The liaison review that the evidence comes from. */
    liaisonReviewId: liaisonReviewId.optional(),
  }),
  /** A need was seen in the evidence, and why it exists. */
  NeedIdentified: event({
    ...assessment,
    needId,
    title,
    /** The evidence that shows the need. */
    evidenceIds: idList(evidenceId),
    cause,
    origin,
    horizon,
    segment,
    headcount,
    /** The drivers of the year that the need answers, by their codes. */
    drivers: idList(code),
    competencies,
  }),
  /** All needs training can cure were put in order. */
  NeedsPrioritized: event({
    ...assessment,
    /** The ranking method with all its ratings. */
    method: priorityMethod,
    /** The ranked needs. */
    needIds: idList(needId),
    /** The scores, in order of rank. */
    scores: z.array(rankedNeed),
  }),
  /** The same of one need, in the same append: what a look at that need finds. */
  NeedRanked: event({ ...assessment, ...rankedNeedFields }),
  /** It is not pursued. */
  NeedDismissed: event({ ...assessment, needId, reason }),
  /** The report is out, with its figures frozen. */
  NeedsReportPublished: event({
    ...assessment,
    period: cycle,
    /** The figures of the report. They never change. */
    figures: needsFigures,
    /** The fingerprint of the figures. */
    digest,
  }),
  /** It was wrong, or is outdated: the figures that stand instead. */
  NeedsReportRestated: event({
    ...assessment,
    period: cycle,
    /** The figures of the report. They never change. */
    figures: needsFigures,
    /** The fingerprint of the figures. */
    digest,
    /** The fingerprint of the report that this one replaces. */
    replaces: digest,
    reason,
  }),
  /** The cycle is over. */
  NeedsAssessmentClosed: event(assessment),
}
