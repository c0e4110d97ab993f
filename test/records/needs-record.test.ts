import { needsEvents, needsRecord, project } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from './merging.ts'

const happened = needsEvents.make
const assessment = { at: '2026-01-10T00:00:00.000Z', assessmentId: 'tna-2026' }
const period = { from: '2026-01-01', to: '2027-01-01' }
const need = (needId: string) =>
  happened.NeedIdentified({
    ...assessment,
    needId,
    title: `Need ${needId}`,
    evidenceIds: ['ev-1'],
    cause: 'skill',
    origin: 'requested',
    horizon: 'current',
    segment: { jobFamily: 'sales' },
    headcount: 40,
    drivers: [],
    competencies: [],
  })
const scores = [{ needId: 'n-1', score: 80_000_000, rank: 1 }]
const method = {
  kind: 'weightedFactors' as const,
  weights: { urgency: 10_000 },
  futureDiscount: 10_000,
  ratings: [{ needId: 'n-1', factors: { urgency: 8000 } }],
}
const counts = { bySource: { interview: 1 }, byAnalysisLevel: { organisation: 0, task: 1, person: 0 } }
const figures = {
  method,
  needs: [],
  notTrainable: [],
  evidence: counts,
  segments: [],
  drivers: [],
  gaps: [],
  byOrigin: { required: 0, requested: 1 },
  byHorizon: { current: 1, future: 0 },
  seen: { trainable: 1, notTrainable: 0, dismissed: 1 },
}
const digest = `sha256:${'0'.repeat(64)}`
const year = [
  happened.NeedsAssessmentOpened({ ...assessment, title: '2026', period, segments: [{}], drivers: [] }),
  happened.NeedEvidenceRecorded({
    ...assessment,
    evidenceId: 'ev-1',
    source: 'interview',
    analysisLevel: 'task',
    segment: {},
    measurements: [],
    gaps: [],
  }),
  need('n-1'),
  need('n-2'),
  happened.NeedDismissed({ ...assessment, needId: 'n-2', reason: 'no longer' }),
  happened.NeedsPrioritized({
    ...assessment,
    method,
    needIds: ['n-1'],
    scores,
  }),
  happened.NeedsReportPublished({ ...assessment, period, figures, digest }),
]

describe('the needs report', () => {
  test('tells what was seen, what was dropped and in which order the rest stands', () => {
    expect(project(needsRecord, year)['tna-2026']).toMatchObject({
      scope: { title: '2026', period },
      evidence: { 'ev-1': { source: 'interview', analysisLevel: 'task' } },
      needs: { 'n-1': { cause: 'skill', headcount: 40 }, 'n-2': {} },
      dismissed: { 'n-2': 'no longer' },
      priorities: { method, scores },
      published: { figures, digest, restated: false },
      status: 'published',
    })
  })
  test('tells when what was published was replaced, and that the cycle is over', () => {
    const other = `sha256:${'1'.repeat(64)}`
    const restated = happened.NeedsReportRestated({
      ...assessment,
      period,
      figures,
      digest: other,
      replaces: digest,
      reason: 'counted twice',
    })
    expect(
      project(needsRecord, [...year, restated, happened.NeedsAssessmentClosed(assessment)])['tna-2026'],
    ).toMatchObject({ published: { digest: other, restated: true }, status: 'closed' })
  })
  test('merges from the logs of its assessments', () => {
    expectToMerge(needsRecord, [...year, happened.NeedsAssessmentClosed(assessment)])
  })
})
