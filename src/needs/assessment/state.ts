import type { DataOf } from '../../kernel/index.ts'
import { projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { NeedsEvent } from '../events.ts'
import type { RankedNeed } from '../priority/shapes.ts'
import type { Cause } from './shapes.ts'
import {
  type AssessmentStatus,
  assessmentMoves,
  type EvidenceStatus,
  evidenceMoves,
  type NeedStatus,
  needMoves,
} from './status.ts'

const projection = projections<NeedsEvent>()

type Opened = DataOf<NeedsEvent, 'NeedsAssessmentOpened'>
type Recorded = DataOf<NeedsEvent, 'NeedEvidenceRecorded'>
type Identified = DataOf<NeedsEvent, 'NeedIdentified'>
type Prioritized = DataOf<NeedsEvent, 'NeedsPrioritized'>

export type KnownNeed = Pick<
  Identified,
  | 'title'
  | 'evidenceIds'
  | 'cause'
  | 'origin'
  | 'horizon'
  | 'segment'
  | 'headcount'
  | 'drivers'
  | 'competencies'
> & { dismissed: boolean }

export type KnownEvidence = Pick<
  Recorded,
  'source' | 'analysisLevel' | 'segment' | 'intervieweeRole' | 'measurements' | 'gaps'
>

export type NeedsAssessmentState = {
  status: AssessmentStatus
  period: Opened['period']
  segments: Opened['segments']
  drivers: Opened['drivers']
  evidence: Record<string, KnownEvidence>
  needs: Record<string, KnownNeed>
  /** Both in the order in which they came: the keys above are in an order of their own where ids look like numbers. */
  evidenceIds: string[]
  needIds: string[]
  /** The order last decided; later needs are not in it. */
  priorities?: Pick<Prioritized, 'method' | 'scores'>
  /** The report that stands. */
  report?: { publishedAt: string; digest: string }
}

/** A cycle: its scope, its evidence, its needs and their order. */
export const needsAssessment = projection({
  name: 'needsAssessment',
  by: ['assessmentId'],
  initial: (): NeedsAssessmentState => ({
    status: 'unknown',
    period: { from: '', to: '' },
    segments: [],
    drivers: [],
    evidence: {},
    needs: {},
    evidenceIds: [],
    needIds: [],
  }),
  on: [
    assessmentMoves,
    {
      NeedsAssessmentOpened: (assessment, { period, segments, drivers }) => {
        assessment.period = period
        assessment.segments = segments
        assessment.drivers = drivers
      },
      NeedEvidenceRecorded: (assessment, recorded) => {
        const { evidenceId, source, analysisLevel, segment, intervieweeRole, measurements, gaps } = recorded
        if (assessment.evidence[evidenceId] === undefined) assessment.evidenceIds.push(evidenceId)
        assessment.evidence[evidenceId] = {
          source,
          analysisLevel,
          segment,
          measurements,
          gaps,
          ...given({ intervieweeRole }),
        }
      },
      NeedIdentified: (assessment, identified) => {
        const { at, assessmentId, needId, ...need } = identified
        if (assessment.needs[needId] === undefined) assessment.needIds.push(needId)
        assessment.needs[needId] = { ...need, dismissed: false }
      },
      NeedsPrioritized: (assessment, { method, scores }) => {
        assessment.priorities = { method, scores }
      },
      NeedDismissed: (assessment, { needId }) => {
        const need = assessment.needs[needId]
        if (need !== undefined) need.dismissed = true
      },
      NeedsReportPublished: (assessment, { at, digest }) => {
        assessment.report = { publishedAt: at, digest }
      },
      NeedsReportRestated: (assessment, { at, digest }) => {
        assessment.report = { publishedAt: at, digest }
      },
    },
  ],
})

/** Whether an id of evidence is taken, by whichever assessment. */
export const needEvidence = projection({
  name: 'needEvidence',
  by: ['evidenceId'],
  initial: (): { status: EvidenceStatus } => ({ status: 'unknown' }),
  on: [evidenceMoves],
})

export type TrainingNeedState = {
  status: NeedStatus
  assessmentId: string
  title: string
  cause: Cause
  rank?: number
  score?: number
  /** The quadrant it fell into, or what was decided about the task, where the method tells. */
  reading?: RankedNeed['reading']
}

/** One need: whether it is known, where it ranks, whether it is pursued. */
export const trainingNeed = projection({
  name: 'trainingNeed',
  by: ['needId'],
  initial: (): TrainingNeedState => ({ status: 'unknown', assessmentId: '', title: '', cause: 'knowledge' }),
  on: [
    needMoves,
    {
      NeedIdentified: (need, { assessmentId, title, cause }) => {
        need.assessmentId = assessmentId
        need.title = title
        need.cause = cause
      },
      NeedRanked: (need, { rank, score, reading }) => {
        need.rank = rank
        need.score = score
        if (reading === undefined) delete need.reading
        else need.reading = reading
      },
    },
  ],
})
