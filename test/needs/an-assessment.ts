import { assemble, needs, needsEvents } from 'training-ops'

export const training = assemble([needs], {}, { trusted: true })
export const happened = needsEvents.make

export const at = '2025-10-01T01:00:00.000Z'
export const assessmentId = 'a-2026'
export const here = { at, assessmentId }

export const opening = {
  ...here,
  period: { from: '2026-01-01', to: '2027-01-01' },
  segments: [{ department: 'sales' }, { department: 'plant' }],
  drivers: [
    {
      driver: 'solutions',
      kind: 'strategy',
      title: 'Sell solutions',
      weight: 6000,
      horizon: 'future' as const,
    },
  ],
}
export const opened = happened.NeedsAssessmentOpened(opening)

export const seen = (evidenceId: string, more: object = {}) => ({
  ...here,
  evidenceId,
  source: 'performance',
  analysisLevel: 'task' as const,
  segment: { department: 'sales' },
  summary: 'Discounts are given before needs are asked for.',
  measurements: [{ measure: 'averageDiscount', value: 12.5, unit: 'percent', n: 240 }],
  gaps: [],
  ...more,
})
export const evidence = (evidenceId: string, more: object = {}) =>
  happened.NeedEvidenceRecorded(seen(evidenceId, more))

export const need = (needId: string, more: object = {}) => ({
  ...here,
  needId,
  title: `Need ${needId}`,
  evidenceIds: ['e-1'],
  cause: 'skill' as const,
  origin: 'required' as const,
  horizon: 'current' as const,
  segment: { department: 'sales', level: 'manager' },
  headcount: 40,
  drivers: [],
  competencies: [],
  ...more,
})
export const identified = (needId: string, more: object = {}) => happened.NeedIdentified(need(needId, more))

export const weights = { strategy: 6000, gap: 4000 }
export const rated = (needId: string, strategy: number, gap: number) => ({
  needId,
  factors: { strategy, gap },
})
export const weighted = (...ratings: readonly ReturnType<typeof rated>[]) => ({
  kind: 'weightedFactors' as const,
  weights,
  futureDiscount: 10_000,
  ratings: [...ratings],
})
/** As they were rated, and where that placed each. */
export const inOrder = (
  ratings: readonly ReturnType<typeof rated>[],
  ...scores: readonly (readonly [needId: string, score: number])[]
) => {
  const places = scores.map(([needId, score], at) => ({ needId, score, rank: at + 1 }))
  return [
    happened.NeedsPrioritized({
      ...here,
      method: weighted(...ratings),
      needIds: scores.map(([needId]) => needId),
      scores: places,
    }),
    ...places.map(({ needId, score, rank }) => happened.NeedRanked({ ...here, needId, score, rank })),
  ] as const
}

/** Two needs, evidence for both, and their order. */
export const ready = [
  opened,
  evidence('e-1'),
  evidence('e-2', { source: 'interview', analysisLevel: 'organisation' }),
  identified('n-1', { evidenceIds: ['e-1', 'e-2'] }),
  identified('n-2'),
  ...inOrder([rated('n-1', 10_000, 5000), rated('n-2', 0, 5000)], ['n-1', 80_000_000], ['n-2', 20_000_000]),
] as const
