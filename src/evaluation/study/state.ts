import { type DataOf, projections } from '../../kernel/index.ts'
import type { EvaluationEvent } from '../events.ts'
import { type ImprovementStatus, improvementMoves, type StudyStatus, studyMoves } from './status.ts'

const projection = projections<EvaluationEvent>()

type Proposed = DataOf<EvaluationEvent, 'ImprovementProposed'>

/** The change, its owner and day, and whether it was made. */
export type Improvement = Pick<Proposed, 'findingId' | 'target' | 'owner' | 'due' | 'action'> & {
  status: ImprovementStatus
}

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
  /** The unit of each measure. */
  measuredIn: Record<string, { measuredIn: string; decimals: number }>
  priced: string[]
  intangible: string[]
  findings: Record<string, { level: number }>
  improvements: Record<string, Improvement>
  ownerId?: string
  digest?: string
  /** A fact that the report rests on was put right since it was told last. */
  isFlagged?: boolean
}

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
  }),
  on: [
    studyMoves,
    improvementMoves,
    {
      EvaluationStudyPlanned: (study, { programId, offeringId, zone, levels, k, endedAt, ownerId }) => {
        if (programId !== undefined) study.programId = programId
        if (offeringId !== undefined) study.offeringId = offeringId
        study.zone = zone
        study.levels = levels
        study.k = k
        if (endedAt !== undefined) study.endedAt = endedAt
        if (ownerId !== undefined) study.ownerId = ownerId
      },
      BaselineCaptured: (study, { measure, measuredIn, decimals = 0 }) => {
        study.measuredIn[measure] = { measuredIn, decimals }
      },
      IsolationChosen: (study, { method, nothingElseChanged }) => {
        study.isolation = method
        if (nothingElseChanged === undefined) delete study.nothingElseChanged
        else study.nothingElseChanged = nothingElseChanged
      },
      OutcomeRecorded: (study, { measure, measuredIn, decimals = 0 }) => {
        if (study.measuredIn[measure] === undefined) study.measuredIn[measure] = { measuredIn, decimals }
      },
      BenefitEstimateRecorded: (study, { measure }) => {
        if (!study.priced.includes(measure)) study.priced.push(measure)
      },
      IntangibleDeclared: (study, { measure }) => {
        study.intangible.push(measure)
      },
      FindingRecorded: (study, { findingId, level }) => {
        study.findings[findingId] = { level }
      },
      ImprovementProposed: ({ improvements }, { improvementId, findingId, target, owner, due, action }) => {
        improvements[improvementId] = { findingId, target, owner, due, action, status: 'open' }
      },
      EvaluationReportPublished: (study, { digest }) => {
        study.digest = digest
      },
      EvaluationReportRestated: (study, { digest }) => {
        study.digest = digest
        study.isFlagged = false
      },
      EvaluationReportFlagged: (study) => {
        study.isFlagged = true
      },
    },
  ],
})

/** The value of each measure before the training, as it is now. */
export const baselinesOf = projection({
  name: 'baselinesOf',
  by: ['evaluationId'],
  initial: (): { values: Record<string, number> } => ({ values: {} }),
  on: {
    BaselineCaptured: ({ values }, { measure, value }) => {
      values[measure] = value
    },
    BaselineCorrected: ({ values }, { measure, value }) => {
      values[measure] = value
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
