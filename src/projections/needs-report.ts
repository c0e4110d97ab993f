import { type DataOf, projections } from '../kernel/index.ts'
import type { NeedsEvent } from '../needs/events.ts'

type Opened = DataOf<NeedsEvent, 'NeedsAssessmentOpened'>
type Identified = DataOf<NeedsEvent, 'NeedIdentified'>
type Prioritized = DataOf<NeedsEvent, 'NeedsPrioritized'>
type Published = DataOf<NeedsEvent, 'NeedsReportPublished'>

export type SeenNeed = Pick<
  Identified,
  'title' | 'cause' | 'origin' | 'horizon' | 'segment' | 'headcount' | 'evidenceIds'
>

/** The annual needs report (年度培训需求分析报告) as it stands, and as it was published. */
export type NeedsReportState = {
  scope?: Pick<Opened, 'title' | 'unitId' | 'period' | 'segments' | 'drivers'>
  evidence: Record<string, { source: string; analysisLevel: string; summary?: string }>
  needs: Record<string, SeenNeed>
  /** Why each was, in words; empty where they were erased. */
  dismissed: Record<string, string>
  /** In order of rank. */
  priorities?: Pick<Prioritized, 'method' | 'weights' | 'scores'>
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
    NeedEvidenceRecorded: (report, { evidenceId, source, analysisLevel, summary }) => {
      report.evidence[evidenceId] = {
        source,
        analysisLevel,
        ...(summary === undefined ? {} : { summary }),
      }
    },
    NeedIdentified: (report, need) => {
      const { needId, title, cause, origin, horizon, segment, headcount, evidenceIds } = need
      report.needs[needId] = { title, cause, origin, horizon, segment, headcount, evidenceIds }
    },
    NeedDismissed: (report, { needId, reason }) => {
      report.dismissed[needId] = reason
    },
    NeedsPrioritized: (report, { method, weights, scores }) => {
      report.priorities = { method, weights, scores }
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
