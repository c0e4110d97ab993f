import type { EvaluationEvent, PublishedFigure } from '../evaluation/events.ts'
import { type DataOf, projections } from '../kernel/index.ts'
import { readingOf } from './kirkpatrick/state.ts'

type Published = DataOf<EvaluationEvent, 'EvaluationReportPublished'>

export type RecordedFinding = {
  level: number
  statement: string
  sources: readonly string[]
  people: number
  /** The figures it cites: at level 4 what training contributed, with its interval. */
  figures?: readonly PublishedFigure[]
}

export type RecordedImprovement = {
  findingId: string
  target: { kind: string; ref: string }
  owner: string
  due: string
  action: string
  status: 'open' | 'completed' | 'dismissed'
}

/** A study as a reader of its report wants it: what was found, in words, and what is done about it. */
export type EvaluationRecordState = {
  programId?: string
  /** Of a study of one class. */
  offeringId?: string
  zone: string
  levels: readonly number[]
  isolation?: 'control' | 'trend' | 'estimate' | 'none'
  followUps: {
    level: 3 | 4
    offeringId?: string
    from: string
    to: string
    dueAt: string
    /** The questions were opened, or results recorded. */
    done?: true
  }[]
  baselines: Record<string, { value: number; measuredIn: string; at: string }>
  intangibles: Record<string, string>
  findings: Record<string, RecordedFinding>
  improvements: Record<string, RecordedImprovement>
  /** The report that stands: its figures never change but by a restatement. */
  report?: Pick<Published, 'at' | 'figures' | 'calculatorVersion' | 'digest'> & { restated: boolean }
  closedAt?: string
}

const projection = projections<EvaluationEvent>()

const settled = (record: EvaluationRecordState, improvementId: string, status: 'completed' | 'dismissed') => {
  const improvement = record.improvements[improvementId]
  if (improvement !== undefined) improvement.status = status
}

/** What a study says, word for word: the prose around the figures of `kirkpatrick`. */
export const evaluationRecord = projection({
  name: 'evaluationRecord',
  by: ['evaluationId'],
  initial: (): EvaluationRecordState => ({
    zone: 'UTC',
    levels: [],
    followUps: [],
    baselines: {},
    intangibles: {},
    findings: {},
    improvements: {},
  }),
  on: {
    EvaluationStudyPlanned: (record, { programId, offeringId, zone, levels }) => {
      if (programId !== undefined) record.programId = programId
      if (offeringId !== undefined) record.offeringId = offeringId
      record.zone = zone
      record.levels = levels
    },
    BaselineCaptured: (record, { at, measure, value, measuredIn, decimals }) => {
      record.baselines[measure] = { at, value: readingOf(value, decimals), measuredIn }
    },
    IsolationChosen: (record, { method }) => {
      record.isolation = method
    },
    FollowUpScheduled: (record, { level, offeringId, from, to, dueAt }) => {
      record.followUps.push({ level, from, to, dueAt, ...(offeringId === undefined ? {} : { offeringId }) })
    },
    AdministrationOpened: ({ followUps }, { purpose, offeringId }) => {
      for (const one of followUps)
        if (purpose === 'followUp' && one.level === 3 && one.offeringId === offeringId) one.done = true
    },
    OutcomeRecorded: ({ followUps }, { at, when }) => {
      for (const one of followUps) if (when === 'after' && one.level === 4 && at >= one.from) one.done = true
    },
    IntangibleDeclared: (record, { measure, statement }) => {
      record.intangibles[measure] = statement
    },
    FindingRecorded: (record, { findingId, level, statement, sources, people, figures }) => {
      record.findings[findingId] = {
        level,
        statement,
        sources,
        people,
        ...(figures === undefined ? {} : { figures }),
      }
    },
    ImprovementProposed: (record, { improvementId, findingId, target, owner, due, action }) => {
      record.improvements[improvementId] = { findingId, target, owner, due, action, status: 'open' }
    },
    ImprovementCompleted: (record, { improvementId }) => {
      settled(record, improvementId, 'completed')
    },
    ImprovementDismissed: (record, { improvementId }) => {
      settled(record, improvementId, 'dismissed')
    },
    EvaluationReportPublished: (record, { at, figures, calculatorVersion, digest }) => {
      record.report = { at, figures, calculatorVersion, digest, restated: false }
    },
    EvaluationReportRestated: (record, { at, figures, calculatorVersion, digest }) => {
      record.report = { at, figures, calculatorVersion, digest, restated: true }
    },
    EvaluationClosed: (record, { at }) => {
      record.closedAt = at
    },
  },
  shardBy: 'evaluationId',
  /** One half has never heard of the study. */
  merge: (a, b) => (a.levels.length === 0 ? b : a),
})
