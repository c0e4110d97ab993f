import { type DataOf, projections } from '../kernel/index.ts'
import type { NeedsEvent } from '../needs/events.ts'

type Opened = DataOf<NeedsEvent, 'NeedsAssessmentOpened'>
type Recorded = DataOf<NeedsEvent, 'NeedEvidenceRecorded'>
type Identified = DataOf<NeedsEvent, 'NeedIdentified'>
type Prioritized = DataOf<NeedsEvent, 'NeedsPrioritized'>
type Published = DataOf<NeedsEvent, 'NeedsReportPublished'>

export type SeenNeed = Pick<
  Identified,
  | 'title'
  | 'cause'
  | 'origin'
  | 'horizon'
  | 'segment'
  | 'headcount'
  | 'evidenceIds'
  | 'drivers'
  | 'competencies'
>

export type SeenEvidence = Pick<
  Recorded,
  'source' | 'analysisLevel' | 'segment' | 'summary' | 'intervieweeRole' | 'gaps'
>

/** The annual needs report (年度培训需求分析报告) as it stands, and as it was published. */
export type NeedsReportState = {
  scope?: Pick<Opened, 'title' | 'unitId' | 'period' | 'segments' | 'drivers'>
  evidence: Record<string, SeenEvidence>
  needs: Record<string, SeenNeed>
  /** Why each was, in words; empty where they were erased. */
  dismissed: Record<string, string>
  /** In order of rank. */
  priorities?: Pick<Prioritized, 'method' | 'scores'>
  published?: Pick<Published, 'figures' | 'digest'> & { at: string; restated: boolean }
  closed: boolean
}

/** One cycle of asking what training is needed. Any split of the log merges. */
export const needsReport = projections<NeedsEvent>()({
  name: 'needsReport',
  by: ['assessmentId'],
  initial: (): NeedsReportState => ({ evidence: {}, needs: {}, dismissed: {}, closed: false }),
  on: {
    NeedsAssessmentOpened: (report, { title, unitId, period, segments, drivers }) => {
      report.scope = {
        period,
        segments,
        drivers,
        ...(title === undefined ? {} : { title }),
        ...(unitId === undefined ? {} : { unitId }),
      }
    },
    NeedEvidenceRecorded: (report, recorded) => {
      const { evidenceId, source, analysisLevel, segment, summary, intervieweeRole, gaps } = recorded
      report.evidence[evidenceId] = {
        source,
        analysisLevel,
        segment,
        gaps,
        ...(summary === undefined ? {} : { summary }),
        ...(intervieweeRole === undefined ? {} : { intervieweeRole }),
      }
    },
    NeedIdentified: (report, { at, assessmentId, needId, ...need }) => {
      report.needs[needId] = need
    },
    NeedDismissed: (report, { needId, reason }) => {
      report.dismissed[needId] = reason
    },
    NeedsPrioritized: (report, { method, scores }) => {
      report.priorities = { method, scores }
    },
    NeedsReportPublished: (report, { at, figures, digest }) => {
      report.published = { at, figures, digest, restated: false }
    },
    NeedsReportRestated: (report, { at, figures, digest }) => {
      report.published = { at, figures, digest, restated: true }
    },
    NeedsAssessmentClosed: (report) => {
      report.closed = true
    },
  },
  merge: (a, b) => ({
    ...a,
    ...b,
    evidence: { ...a.evidence, ...b.evidence },
    needs: { ...a.needs, ...b.needs },
    dismissed: { ...a.dismissed, ...b.dismissed },
    closed: a.closed || b.closed,
  }),
})
