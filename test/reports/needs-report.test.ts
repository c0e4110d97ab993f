import { type NeedsReportState, needsReport } from 'training-ops'
import { annualNeedsReport, toMarkdown } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const evidence = { bySource: { survey: 2 }, byAnalysisLevel: { organisation: 0, task: 0, person: 2 } }
const seen = {
  title: 'Ask first',
  cause: 'skill',
  origin: 'requested',
  horizon: 'current',
  segment: {},
  headcount: 40,
} as const
const weights = { gap: 6000, urgency: 4000 }
const factors = { gap: 7500, urgency: 5000 }
const score = 65_000_000
const report = {
  ...needsReport.initial(),
  needs: { 'n-1': { ...seen, evidenceIds: [] }, 'n-2': { ...seen, title: 'New ERP', evidenceIds: [] } },
  dismissed: { 'n-2': 'The vendor trains everybody.' },
  priorities: { method: 'weightedFactors', weights, scores: [{ needId: 'n-1', factors, score, rank: 1 }] },
  published: {
    at: '2026-01-10T00:00:00.000Z',
    figures: {
      method: 'weightedFactors',
      weights,
      needs: [{ ...seen, needId: 'n-1', evidence, score, rank: 1 }],
      notTrainable: [],
      evidence,
    },
    digest: 'sha256:00',
    restated: false,
  },
} as unknown as NeedsReportState
const written = (of: NeedsReportState) => toMarkdown(annualNeedsReport(of), { locale: 'en', zone: 'UTC' })

describe('the needs report', () => {
  test('shows how each need scored on each factor, under the weight of the factor', () => {
    expect(written(report)).toContain('| Rank | Need | gap 60.0% | urgency 40.0% |')
    expect(written(report)).toContain('| 1 | Ask first | 75 | 50 |')
  })
  test('does not show factors of another order than the published one', () => {
    const scores = [{ needId: 'n-1', factors, score: 1, rank: 1 }]
    const later = { ...report, priorities: { method: 'weightedFactors', weights, scores } }
    expect(written(later as unknown as NeedsReportState)).not.toContain('gap 60.0% |')
  })
  test('says why a need was not pursued, unless the reason was erased', () => {
    expect(written(report)).toContain('- New ERP — because: The vendor trains everybody.')
    expect(written({ ...report, dismissed: { 'n-2': '' } })).toContain('- New ERP\n')
  })
})
