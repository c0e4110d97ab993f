import { digestOf } from '../../kernel/index.ts'
import { isWithin, type Segment, segmentParts } from '../../vocabulary/index.ts'
import { pursued } from './pursued.ts'
import {
  type AnalysisLevel,
  analysisLevels,
  type EvidenceCounts,
  isTrainable,
  type NeedsFigures,
} from './shapes.ts'
import type { KnownNeed, NeedsAssessmentState } from './state.ts'

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
  const { evidenceIds, dismissed, ...shown } = need
  return { needId, ...shown, evidence: countsOf(assessment, evidenceIds) }
}

/** In each segment of the scope: a need of a narrower segment counts in every wider one that holds it. */
const bySegment = ({ segments, evidence, needs }: NeedsAssessmentState) =>
  segments.map((segment) => {
    const here = ({ segment: narrower }: { readonly segment: Segment }) => isWithin(narrower, segment)
    const needed = Object.values(needs).filter((need) => !need.dismissed && here(need))
    return {
      segment,
      evidence: Object.values(evidence).filter(here).length,
      needs: needed.length,
      headcount: needed.reduce((sum, { headcount }) => sum + headcount, 0),
    }
  })

/** Later evidence of the same gap replaces the earlier. */
const gapsIn = ({ evidence, evidenceIds }: NeedsAssessmentState): NeedsFigures['gaps'] => {
  const last = new Map<string, NeedsFigures['gaps'][number]>()
  for (const { segment, gaps } of evidenceIds.flatMap((evidenceId) => evidence[evidenceId] ?? []))
    for (const gap of gaps) {
      const of = segmentParts.map((part) => segment[part])
      const key = JSON.stringify([...of, gap.frameworkId, gap.role, gap.competency])
      last.delete(key)
      last.set(key, { segment, ...gap })
    }
  return [...last.values()]
}

const figuresOf = (assessment: NeedsAssessmentState) => {
  const { drivers, evidence, needs, priorities } = assessment
  const open = pursued(assessment)
  const having = <Field extends 'origin' | 'horizon'>(field: Field, value: KnownNeed[Field]) =>
    open.filter(([, need]) => need[field] === value).length
  const notTrainable = open.filter(([, { cause }]) => !isTrainable(cause))
  return {
    method: priorities?.method ?? null,
    needs: (priorities?.scores ?? []).flatMap(({ needId, ...place }) => {
      const need = needs[needId]
      return need === undefined || need.dismissed ? [] : [{ ...reported(assessment, needId, need), ...place }]
    }),
    notTrainable: notTrainable.map(([needId, need]) => reported(assessment, needId, need)),
    evidence: countsOf(assessment, Object.keys(evidence)),
    segments: bySegment(assessment),
    drivers: drivers.map((driver) => ({
      ...driver,
      needIds: open.filter(([, need]) => need.drivers.includes(driver.driver)).map(([needId]) => needId),
    })),
    gaps: gapsIn(assessment),
    byOrigin: { required: having('origin', 'required'), requested: having('origin', 'requested') },
    byHorizon: { current: having('horizon', 'current'), future: having('horizon', 'future') },
    seen: {
      trainable: open.length - notTrainable.length,
      notTrainable: notTrainable.length,
      dismissed: Object.keys(needs).length - open.length,
    },
  }
}

/**
 * The report as it stands now, and the digest of what it is computed from: the scope, every piece of evidence,
 * every need and the order they were put in. Anyone who folds `needsAssessment` can recompute both.
 *
 * @example
 * ```ts
 * import { needsAssessment, frozenNeedsReport } from 'training-ops'
 * const { figures } = frozenNeedsReport(needsAssessment.initial())
 * figures.evidence.byAnalysisLevel // => { organisation: 0, task: 0, person: 0 }
 * ```
 */
export const frozenNeedsReport = (
  assessment: NeedsAssessmentState,
): { readonly figures: NeedsFigures; readonly digest: string } => {
  const { period, segments, drivers, evidence, needs, priorities } = assessment
  const inputs = { period, segments, drivers, evidence, needs, priorities: priorities ?? null }
  return { figures: figuresOf(assessment) as NeedsFigures, digest: digestOf(inputs) }
}
