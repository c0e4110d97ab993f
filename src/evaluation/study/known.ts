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
  programId: string
  zone: string
  levels: readonly number[]
  k: number
  endedAt?: string
  isolation?: 'control' | 'trend' | 'estimate' | 'none'
  /** What each measure is measured in. */
  measuredIn: Record<string, string>
  priced: string[]
  intangible: string[]
  /** The level of each finding. */
  findings: Record<string, number>
  improvements: Record<string, 'open' | 'completed' | 'dismissed'>
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
    programId: '',
    zone: 'UTC',
    levels: [],
    k: 1,
    measuredIn: {},
    priced: [],
    intangible: [],
    findings: {},
    improvements: {},
  }),
  on: {
    EvaluationStudyPlanned: (study, { programId, zone, levels, k, endedAt }) => {
      study.status = 'planned'
      study.programId = programId
      study.zone = zone
      study.levels = levels
      study.k = k
      if (endedAt !== undefined) study.endedAt = endedAt
    },
    BaselineCaptured: (study, { measure, measuredIn }) => {
      if (study.status === 'planned') study.status = 'baselined'
      study.measuredIn[measure] = measuredIn
    },
    IsolationChosen: (study, { method }) => {
      study.isolation = method
    },
    FollowUpScheduled: (study) => {
      study.status = collecting(study.status)
    },
    OutcomeRecorded: (study, { measure, measuredIn, when }) => {
      if (when === 'after') study.status = collecting(study.status)
      study.measuredIn[measure] = measuredIn
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
    ImprovementProposed: (study, { improvementId }) => {
      study.improvements[improvementId] = 'open'
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

/** Which outcomes of one unit are written down already, as `measure when from to`. */
export const outcomesOfUnit = projection({
  name: 'outcomesOfUnit',
  by: ['evaluationId', 'unitId'],
  initial: (): { recorded: string[] } => ({ recorded: [] }),
  on: {
    OutcomeRecorded: (outcomes, { measure, when, period }) => {
      outcomes.recorded.push(`${measure} ${when} ${period.from} ${period.to}`)
    },
  },
})
