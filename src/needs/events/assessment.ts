/**
 * A cycle of asking what training is needed (培训需求分析): the evidence that came in, the needs seen in it and why they
 * exist, the order they were put in, and the report that was published.
 */
import * as z from 'zod'
import { event } from '../../kernel/index.ts'
import {
  administrationId,
  assessmentId,
  code,
  evidenceId,
  idList,
  instant,
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

const assessment = { at: instant, assessmentId }

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
    /** `performance`, `departmentGoal`, `competency`, `survey`, `interview`, `incident`, `regulatory`, `exitInterview`, `audit`, `aspiration`, `liaison`, or an organisation's own. */
    source: code,
    analysisLevel,
    segment,
    summary: text.optional(),
    /** In which role somebody was interviewed: `departmentHead`, `teamLead`, … */
    intervieweeRole: code.optional(),
    measurements: z.array(measurement).max(100),
    gaps: measuredGaps,
    /** The questionnaire it was read off. */
    administrationId: administrationId.optional(),
    /** The talk in which it was said. */
    liaisonReviewId: liaisonReviewId.optional(),
  }),
  /** A need was seen in the evidence, and why it exists. */
  NeedIdentified: event({
    ...assessment,
    needId,
    title,
    evidenceIds: idList(evidenceId),
    cause,
    origin,
    horizon,
    segment,
    headcount,
    /** Which of the year's drivers it answers. */
    drivers: idList(code),
    competencies,
  }),
  /** All needs training can cure were put in order. */
  NeedsPrioritized: event({
    ...assessment,
    /** With everything the order was computed from. */
    method: priorityMethod,
    needIds: idList(needId),
    /** In order of rank. */
    scores: z.array(rankedNeed),
  }),
  /** The same of one need, in the same append: what a look at that need finds. */
  NeedRanked: event({ ...assessment, ...rankedNeedFields }),
  /** It is not pursued. */
  NeedDismissed: event({ ...assessment, needId, reason }),
  /** The report is out, with its figures frozen. */
  NeedsReportPublished: event({ ...assessment, period: cycle, figures: needsFigures, digest }),
  /** It was wrong, or is outdated: the figures that stand instead. */
  NeedsReportRestated: event({
    ...assessment,
    period: cycle,
    figures: needsFigures,
    digest,
    /** The digest of the report this one replaces. */
    replaces: digest,
    reason,
  }),
  /** The cycle is over. */
  NeedsAssessmentClosed: event(assessment),
}
