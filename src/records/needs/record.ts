import { type DataOf, projections, type RecipesFor } from '../../kernel/index.ts'
import type { KnownNeed } from '../../needs/assessment/state.ts'
import { type AssessmentStatus, assessmentMoves } from '../../needs/assessment/status.ts'
import type { NeedsEvent } from '../../needs/events.ts'
import { given } from '../../vocabulary/index.ts'
import { named, typesOf } from '../on-each.ts'

type Opened = DataOf<NeedsEvent, 'NeedsAssessmentOpened'>
type Recorded = DataOf<NeedsEvent, 'NeedEvidenceRecorded'>
type Prioritized = DataOf<NeedsEvent, 'NeedsPrioritized'>
type Published = DataOf<NeedsEvent, 'NeedsReportPublished'>

/** A need as it was identified. */
export type SeenNeed = Omit<KnownNeed, 'dismissed'>

export type SeenEvidence = Pick<
  Recorded,
  'source' | 'analysisLevel' | 'segment' | 'summary' | 'intervieweeRole' | 'gaps'
>

/** The annual needs report (年度培训需求分析报告) as it stands, and as it was published. */
export type NeedsRecord = {
  assessmentId: string
  scope?: Pick<Opened, 'title' | 'unitId' | 'period' | 'segments' | 'drivers'>
  evidence: Record<string, SeenEvidence>
  needs: Record<string, SeenNeed>
  /** Of needs that have a place in the order. */
  ranks: Record<string, number>
  /** Why each was, in words; empty where they were erased. */
  dismissed: Record<string, string>
  /** In order of rank. */
  priorities?: Pick<Prioritized, 'method' | 'scores'>
  published?: Pick<Published, 'figures' | 'digest'> & { at: string; restated: boolean }
  status: AssessmentStatus
}

const own: RecipesFor<NeedsRecord, NeedsEvent, 'assessmentId'> = {
  NeedsAssessmentOpened: (report, { title, unitId, period, segments, drivers }) => {
    report.scope = {
      period,
      segments,
      drivers,
      ...given({ title, unitId }),
    }
  },
  NeedEvidenceRecorded: (report, recorded) => {
    const { evidenceId, source, analysisLevel, segment, summary, intervieweeRole, gaps } = recorded
    report.evidence[evidenceId] = {
      source,
      analysisLevel,
      segment,
      gaps,
      ...given({ summary, intervieweeRole }),
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
  NeedRanked: ({ ranks }, { needId, rank }) => {
    ranks[needId] = rank
  },
}

/** The record of one cycle of asking what training is needed (需求调研档案). */
export const needsRecord = projections<NeedsEvent>()({
  name: 'needsRecord',
  by: ['assessmentId'],
  initial: (): NeedsRecord => ({
    assessmentId: '',
    status: 'unknown',
    evidence: {},
    needs: {},
    ranks: {},
    dismissed: {},
  }),
  on: [named(typesOf(own), 'assessmentId'), assessmentMoves, own],
  shardBy: 'assessmentId',
  /** One half has never heard of the assessment. */
  merge: (a, b) => (a.assessmentId === '' ? b : a),
})

/** The records of assessments, as `project(needsRecord, events)` answers them. */
export type NeedsRecords = Readonly<Record<string, NeedsRecord>>
