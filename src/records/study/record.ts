import type { EvaluationEvent } from '../../evaluation/events.ts'
import { type StudyState, study } from '../../evaluation/study/state.ts'
import { type DataOf, projections, type RecipesFor } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { named, typesOf } from '../on-each.ts'
import { readingOf } from './reading.ts'

type Of<Type extends EvaluationEvent['type']> = DataOf<EvaluationEvent, Type>

/** The finding in words, and the figures it cites: at level 4 what training contributed, with its interval. */
export type FindingRecord = Pick<
  Of<'FindingRecorded'>,
  'level' | 'statement' | 'sources' | 'people' | 'figures'
>

/** The day on which something is looked at again; `done`: the questions were opened, or results recorded. */
export type FollowUpRecord = Pick<
  Of<'FollowUpScheduled'>,
  'level' | 'offeringId' | 'from' | 'to' | 'dueAt'
> & { done?: true }

/** Everything that happened to one study (评估): what its decisions must know of it, and what it says in words. */
export type StudyRecord = Omit<StudyState, 'findings'> & {
  evaluationId: string
  followUps: FollowUpRecord[]
  baselines: Record<string, { value: number; measuredIn: string; at: string }>
  intangibles: Record<string, string>
  findings: Record<string, FindingRecord>
  /** When each improvement was proposed, and when it was no longer open. */
  proposedAt: Record<string, string>
  settledAt: Record<string, string>
  /** The report that stands: its figures never change but by a restatement. */
  report?: Pick<Of<'EvaluationReportPublished'>, 'at' | 'figures' | 'calculatorVersion' | 'digest'> & {
    restated: boolean
    /** Since when a number that it rests on is another: it is to be restated. */
    outdatedAt?: string
  }
  closedAt?: string
}

const settled = (
  { settledAt }: StudyRecord,
  { at, improvementId }: { at: string; improvementId: string },
) => {
  settledAt[improvementId] = at
}

const reported =
  (restated: boolean) =>
  (
    record: StudyRecord,
    { at, figures, calculatorVersion, digest }: Of<'EvaluationReportPublished'>,
  ): void => {
    record.report = { at, figures, calculatorVersion, digest, restated }
  }

const restsOnOldNumbers = ({ report }: StudyRecord, { at }: { at: string }) => {
  if (report !== undefined) report.outdatedAt ??= at
}

const own: RecipesFor<StudyRecord, EvaluationEvent, 'evaluationId'> = {
  BaselineCaptured: ({ baselines }, { at, measure, value, measuredIn, decimals }) => {
    baselines[measure] = { at, value: readingOf(value, decimals), measuredIn }
  },
  BaselineCorrected: (record, { at, measure, value, measuredIn, decimals }) => {
    record.baselines[measure] = { at, value: readingOf(value, decimals), measuredIn }
    restsOnOldNumbers(record, { at })
  },
  OutcomeCorrected: restsOnOldNumbers,
  EvaluationReportFlagged: restsOnOldNumbers,
  FollowUpScheduled: ({ followUps }, { level, offeringId, from, to, dueAt }) => {
    followUps.push({ level, from, to, dueAt, ...given({ offeringId }) })
  },
  AdministrationOpened: ({ followUps }, { purpose, offeringId }) => {
    for (const one of followUps)
      if (purpose === 'followUp' && one.level === 3 && one.offeringId === offeringId) one.done = true
  },
  OutcomeRecorded: ({ followUps }, { at, when }) => {
    for (const one of followUps) if (when === 'after' && one.level === 4 && at >= one.from) one.done = true
  },
  IntangibleDeclared: ({ intangibles }, { measure, statement }) => {
    intangibles[measure] = statement
  },
  FindingRecorded: ({ findings }, { findingId, level, statement, sources, people, figures }) => {
    findings[findingId] = { level, statement, sources, people, ...given({ figures }) }
  },
  ImprovementProposed: ({ proposedAt }, { at, improvementId }) => {
    proposedAt[improvementId] = at
  },
  ImprovementCompleted: settled,
  ImprovementDismissed: settled,
  EvaluationReportPublished: reported(false),
  EvaluationReportRestated: reported(true),
  EvaluationClosed: (record, { at }) => {
    record.closedAt = at
  },
}

/** The texts of a study: the prose around the figures of `kirkpatrick`. */
export const studyRecord = projections<EvaluationEvent>()({
  name: 'studyRecord',
  by: ['evaluationId'],
  initial: (): StudyRecord => ({
    ...study.initial(),
    evaluationId: '',
    followUps: [],
    baselines: {},
    intangibles: {},
    findings: {},
    proposedAt: {},
    settledAt: {},
  }),
  on: [
    named([...typesOf(study.on), ...typesOf(own)], 'evaluationId'),
    study.on as RecipesFor<StudyRecord, EvaluationEvent, 'evaluationId'>,
    own,
  ],
  shardBy: 'evaluationId',
  /** One half has never heard of the study. */
  merge: (a, b) => (a.evaluationId === '' ? b : a),
})

/** The records of studies, as `project(studyRecord, events)` answers them. */
export type StudyRecords = Readonly<Record<string, StudyRecord>>
