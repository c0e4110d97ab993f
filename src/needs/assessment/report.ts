import { digestOf } from '../../kernel/index.ts'
import type { KnownNeed, NeedsAssessmentState } from './known.ts'
import { pursued } from './pursued.ts'
import {
  type AnalysisLevel,
  analysisLevels,
  type EvidenceCounts,
  isTrainable,
  type NeedsFigures,
} from './shapes.ts'

const countsOf = ({ evidence }: NeedsAssessmentState, evidenceIds: readonly string[]): EvidenceCounts => {
  const bySource: Record<string, number> = {}
  const byAnalysisLevel = { organisation: 0, task: 0, person: 0 }
  for (const id of evidenceIds) {
    const piece = evidence[id]
    if (piece === undefined) continue
    bySource[piece.source] = (bySource[piece.source] ?? 0) + 1
    byAnalysisLevel[piece.analysisLevel]++
  }
  return { bySource, byAnalysisLevel }
}

/** The levels of analysis at which nothing was looked at. */
export const levelsMissing = ({ evidence }: NeedsAssessmentState): readonly AnalysisLevel[] =>
  analysisLevels.filter((level) =>
    Object.values(evidence).every(({ analysisLevel }) => analysisLevel !== level),
  )

const reported = (assessment: NeedsAssessmentState, needId: string, need: KnownNeed) => {
  const { title, cause, origin, horizon, segment, headcount, evidenceIds } = need
  const evidence = countsOf(assessment, evidenceIds)
  return { needId, title, cause, origin, horizon, segment, headcount, evidence }
}

/**
 * The report as it stands now, and the digest of what it is computed from: the scope, every piece of evidence,
 * every need and the order they were put in. Anyone who folds `needsAssessment` can recompute both.
 *
 * @example
 * ```ts
 * import { needsAssessment, needsReportOf } from 'training-ops'
 * const { figures } = needsReportOf(needsAssessment.initial())
 * figures.evidence.byAnalysisLevel // => { organisation: 0, task: 0, person: 0 }
 * ```
 */
export const needsReportOf = (
  assessment: NeedsAssessmentState,
): { readonly figures: NeedsFigures; readonly digest: string } => {
  const { period, segments, drivers, evidence, needs, priorities } = assessment
  const { method = '', weights = {}, scores = [] } = priorities ?? {}
  const figures = {
    method,
    weights,
    needs: scores.flatMap(({ needId, score, rank }) => {
      const need = needs[needId]
      return need === undefined || need.dismissed
        ? []
        : [{ ...reported(assessment, needId, need), score, rank }]
    }),
    notTrainable: pursued(assessment)
      .filter(([, { cause }]) => !isTrainable(cause))
      .map(([needId, need]) => reported(assessment, needId, need)),
    evidence: countsOf(assessment, Object.keys(evidence)),
  } as NeedsFigures
  const inputs = { period, segments, drivers, evidence, needs, priorities: priorities ?? null }
  return { figures, digest: digestOf(inputs) }
}
