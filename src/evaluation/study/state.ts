import { projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'

const projection = projections<EvaluationEvent>()

export type StudyStatus =
  | 'unknown'
  | 'planned'
  | 'baselined'
  | 'collecting'
  | 'analysed'
  | 'published'
  | 'closed'

export type StudyState = {
  status: StudyStatus
  programId?: string
  /** Of a study of one class. */
  offeringId?: string
  zone: string
  levels: readonly number[]
  k: number
  endedAt?: string
  isolation?: 'control' | 'trend' | 'estimate' | 'none'
  nothingElseChanged?: true
  /** What each measure is measured in. */
  measuredIn: Record<string, { measuredIn: string; decimals: number }>
  priced: string[]
  intangible: string[]
  /** The level of each finding. */
  findings: Record<string, number>
  improvements: Record<string, 'open' | 'completed' | 'dismissed'>
  /** What each improvement is to change. */
  targets: Record<string, { kind: string; ref: string; action: string; due: string }>
  ownerId?: string
  digest?: string
}

/** Measuring goes on while one analyses: a study never falls back. */
const collecting = (status: StudyStatus): StudyStatus =>
  status === 'planned' || status === 'baselined' ? 'collecting' : status

/** Where a study stands, and what it has found so far. */
export const study = projection({
  name: 'study',
  by: ['evaluationId'],
  initial: (): StudyState => ({
    status: 'unknown',
    zone: 'UTC',
    levels: [],
    k: 1,
    measuredIn: {},
    priced: [],
    intangible: [],
    findings: {},
    improvements: {},
    targets: {},
  }),
  on: {
    EvaluationStudyPlanned: (study, { programId, offeringId, zone, levels, k, endedAt, ownerId }) => {
      study.status = 'planned'
      if (programId !== undefined) study.programId = programId
      if (offeringId !== undefined) study.offeringId = offeringId
      study.zone = zone
      study.levels = levels
      study.k = k
      if (endedAt !== undefined) study.endedAt = endedAt
      if (ownerId !== undefined) study.ownerId = ownerId
    },
    /** What is asked once people were trained is the beginning of measuring. */
    AdministrationOpened: (study, { purpose }) => {
      if (purpose !== 'pretest' && purpose !== 'observation' && purpose !== 'needs')
        study.status = collecting(study.status)
    },
    BaselineCaptured: (study, { measure, measuredIn, decimals = 0 }) => {
      if (study.status === 'planned') study.status = 'baselined'
      study.measuredIn[measure] = { measuredIn, decimals }
    },
    IsolationChosen: (study, { method, nothingElseChanged }) => {
      study.isolation = method
      if (nothingElseChanged === undefined) delete study.nothingElseChanged
      else study.nothingElseChanged = nothingElseChanged
    },
    FollowUpScheduled: (study) => {
      study.status = collecting(study.status)
    },
    OutcomeRecorded: (study, { measure, measuredIn, decimals = 0, when }) => {
      if (when === 'after') study.status = collecting(study.status)
      if (study.measuredIn[measure] === undefined) study.measuredIn[measure] = { measuredIn, decimals }
    },
    BenefitEstimateRecorded: (study, { measure }) => {
      study.status = collecting(study.status)
      if (!study.priced.includes(measure)) study.priced.push(measure)
    },
    IntangibleDeclared: (study, { measure }) => {
      study.intangible.push(measure)
    },
    FindingRecorded: (study, { findingId, level }) => {
      study.status = 'analysed'
      study.findings[findingId] = level
    },
    ImprovementProposed: (study, { improvementId, target, action, due }) => {
      study.improvements[improvementId] = 'open'
      study.targets[improvementId] = { ...target, action, due }
    },
    ImprovementCompleted: (study, { improvementId }) => {
      study.improvements[improvementId] = 'completed'
    },
    ImprovementDismissed: (study, { improvementId }) => {
      study.improvements[improvementId] = 'dismissed'
    },
    EvaluationReportPublished: (study, { digest }) => {
      study.status = 'published'
      study.digest = digest
    },
    EvaluationReportRestated: (study, { digest }) => {
      study.digest = digest
    },
    EvaluationClosed: (study) => {
      study.status = 'closed'
    },
  },
})

type Reading = {
  readonly measure: string
  readonly when: string
  readonly period: { readonly from: string; readonly to: string }
}
export const outcomeOf = ({ measure, when, period }: Reading): string =>
  `${measure} ${when} ${period.from} ${period.to}`

type OutcomesOfUnit = { recorded: Record<string, { group: 'treated' | 'control'; value: number }> }
const recorded = (
  outcomes: OutcomesOfUnit,
  outcome: Reading & { readonly group: 'treated' | 'control'; readonly value: number },
): void => {
  outcomes.recorded[outcomeOf(outcome)] = { group: outcome.group, value: outcome.value }
}

/** Which outcomes of one unit are written down already, by measure, side of the training and period. */
export const outcomesOfUnit = projection({
  name: 'outcomesOfUnit',
  by: ['evaluationId', 'unitId'],
  initial: (): OutcomesOfUnit => ({ recorded: {} }),
  on: { OutcomeRecorded: recorded, OutcomeCorrected: recorded },
})
