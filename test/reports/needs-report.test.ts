import {
  type NeedsRecord,
  needsRecord,
  type PlanRecord,
  type ProgramRecord,
  planRecord,
  programRecord,
} from 'training-ops'
import { annualNeedsReport, en, type Language, toMarkdown, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const evidence = { bySource: { survey: 2 }, byAnalysisLevel: { organisation: 0, task: 0, person: 2 } }
const seen = {
  title: 'Ask first',
  cause: 'skill',
  origin: 'requested',
  horizon: 'current',
  segment: {},
  headcount: 40,
  drivers: ['south'],
  competencies: [],
} as const
const driver = {
  driver: 'south',
  title: 'Grow in the south',
  kind: 'businessExpansion',
  weight: 5000,
  horizon: 'future',
}
const weighted = {
  kind: 'weightedFactors',
  weights: { gap: 6000, urgency: 4000 },
  futureDiscount: 8000,
  ratings: [{ needId: 'n-1', factors: { gap: 7500, urgency: 5000 } }],
}
const gap = { frameworkId: 'f-1', role: 'seller', competency: 'asking', requiredLevel: 3, segment: {} }
const published = (method: object | null, place: object, gaps: readonly object[] = []) => ({
  at: '2026-01-10T00:00:00.000Z',
  figures: {
    method,
    needs: method === null ? [] : [{ ...seen, needId: 'n-1', evidence, rank: 1, ...place }],
    notTrainable: [],
    evidence,
    segments: [{ segment: {}, evidence: 2, needs: 1, headcount: 40 }],
    drivers: [{ ...driver, needIds: ['n-1'] }],
    gaps,
    byOrigin: { required: 0, requested: 1 },
    byHorizon: { current: 1, future: 0 },
    seen: { trainable: 1, notTrainable: 0, dismissed: 1 },
  },
  digest: 'sha256:00',
  restated: false,
})
const report = (method: object | null, place: object = { score: 65_000_000 }, gaps: readonly object[] = []) =>
  ({
    ...needsRecord.initial(),
    scope: { period: { from: '2026-01-01', to: '2027-01-01' }, segments: [{}], drivers: [driver] },
    evidence: {
      'e-1': {
        source: 'interview',
        intervieweeRole: 'departmentHead',
        analysisLevel: 'task',
        segment: {},
        gaps: [],
      },
    },
    needs: { 'n-1': { ...seen, evidenceIds: [] }, 'n-2': { ...seen, title: 'New ERP', evidenceIds: [] } },
    dismissed: { 'n-2': 'The vendor trains everybody.' },
    published: published(method, place, gaps),
  }) as unknown as NeedsRecord
const written = (of: NeedsRecord, language: Language = en) =>
  toMarkdown(annualNeedsReport(of), { language, zone: 'UTC' })

describe('the needs report', () => {
  test('shows how each need scored on each factor, under the weight of the factor', () => {
    expect(written(report(weighted))).toContain('| Rank | Need | gap 60.0% | urgency 40.0% |')
    expect(written(report(weighted))).toContain('| 1 | Ask first | 75 | 50 |')
    expect(written(report(weighted))).toContain('A future need is scored × 0.8 (discount factor).')
    expect(written(report({ ...weighted, futureDiscount: 10_000 }))).not.toContain('lies in the future')
  })
  const plan = {
    ...planRecord.initial(),
    planId: 'plan',
    lines: {
      l: { title: 'Selling', needIds: ['n-1'], budget: { minor: 42_000_000, currency: 'CNY' } },
      other: { title: 'Retreat', needIds: ['n-9'], budget: { minor: 1_000, currency: 'CNY' } },
    },
  } as unknown as PlanRecord
  const program = {
    ...programRecord.initial(),
    ownerId: 'wu',
    planned: { 'plan l': { minor: 1, currency: 'CNY' } },
    period: { from: '2026-04-01', to: '2026-07-01' },
    objectives: { o: { title: 'Conversion up' } },
  } as unknown as ProgramRecord
  test('recommends programs with need, cost, owner, quarter, and what will show that they worked', () => {
    const told = toMarkdown(
      annualNeedsReport(report(weighted), { plan, programs: [{ programId: 'p', program }] }),
      { language: en, zone: 'UTC' },
    )
    expect(told).toContain('| Selling | Ask first | CNY 420,000 | wu | Q2 | Conversion up |')
    expect(told).not.toContain('Retreat')
    expect(told).toContain(
      'first of all: Ask first. Needs it cannot solve: 0. Recommended: 1 program for CNY 420,000.**',
    )
  })
  test('tells sample and response rate of its surveys, or that none was made', () => {
    const survey = { title: 'Autumn', method: 'random half', population: 160, asked: 80, answered: 64 }
    const told = (language: Language) =>
      toMarkdown(annualNeedsReport(report(weighted), { surveys: [survey] }), { language, zone: 'UTC' })
    expect(told(en)).toContain('| Autumn | random half | 160 | 80 | 64 | 80.0% |')
    expect(told(zhCN)).toContain('发放 80 份，回收 64 份')
    expect(told(zhCN)).toContain('回收率')
    expect(written(report(weighted))).toContain('No survey was made')
  })
  test('shows gaps as a heat map whose dark end is bad; nobody assessed is bare', () => {
    const of = (competency: string, assessed: number, withGap: number) => ({
      ...{ ...gap, competency, assessed, withGap, missingLevels: withGap, stale: 0, unassessed: 1 },
    })
    const told = written(report(weighted, { score: 0 }, [of('asking', 4, 2), of('closing', 0, 0)]))
    expect(told).toContain('| everybody, seller | 50.0% (2 of 4) | — |')
    expect(told).toContain('light: few fall short (good) → dark: many fall short (bad)')
  })
  test('says why a need was not pursued, unless the reason was erased', () => {
    expect(written(report(weighted))).toContain('- New ERP — because: The vendor trains everybody.')
    expect(written({ ...report(weighted), dismissed: { 'n-2': '' } })).toContain('- New ERP\n')
  })
  test('says which needs answer what drives the year, where they are, and what was kept out', () => {
    const text = written(report(weighted))
    expect(text).toContain('| Grow in the south | business expansion | 50.0% | future | Ask first |')
    expect(text).toContain('| everybody | 2 | 1 | 40 |')
    expect(text).toContain('Required by the job: 0; asked for by people: 1')
    expect(text).toContain('training can solve 1 and cannot solve 0; not pursued: 1.')
    expect(text).toContain('| e-1 | interview (department head) |')
  })
  test('shows gaps, with those nobody knows of apart: a gap of nobody is not 0', () => {
    const measured = { ...gap, assessed: 4, withGap: 2, missingLevels: 3, stale: 1, unassessed: 5 }
    const nobody = { ...gap, assessed: 0, withGap: 0, missingLevels: 0, stale: 0, unassessed: 9 }
    const text = written(report(weighted, { score: 0 }, [measured, nobody]))
    expect(text).toContain('| everybody | seller | asking | 3 | 4 | 2 | 0.75 | 1 | 5 |')
    expect(text).toContain('| everybody | seller | asking | 3 | 0 | 0 | — | 0 | 9 |')
    expect(written(report(weighted))).not.toContain('Competency gaps')
  })
  test('tells a ranking by what people answered, with its score and its means', () => {
    const answers = [
      { importance: 5, ability: 2, respondents: 3 },
      { importance: 4, ability: null, respondents: 1 },
    ]
    const method = { kind: 'borich', scale: { min: 1, max: 5 }, ratings: [{ needId: 'n-1', answers }] }
    const text = written(report(method, { score: 1_500_000_000 }))
    expect(text).toContain('rated from 1 to 5 by the same people')
    expect(text).toContain('| 1 | Ask first | 4 | 4.75 | 2.00 |')
    expect(text).toContain(' | 15.00 |')
    expect(written(report({ ...method, kind: 'rankedDiscrepancy' }, { score: 0 }), zhCN)).toContain(
      '方法：排序差异',
    )
  })
  test('tells the quadrant a need fell into', () => {
    const method = {
      kind: 'importancePerformance',
      scale: { min: 1, max: 5 },
      split: 'means',
      onSplit: 'high',
      order: ['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill'],
      ratings: [],
    }
    const text = written(report(method, { score: 0, reading: 'concentrateHere' }))
    expect(text).toContain('split at the means of all needs')
    expect(text).toContain('| concentrate here | 0.00 |')
    expect(text).toContain('| 1 | Ask first | 0 | — | — |')
  })
  test('tells every way down the tree of a task analysis, and who confirmed it', () => {
    const tree = {
      ask: 'difficulty',
      atLeast: 3.5,
      yes: 'train',
      no: { ask: 'importance', atLeast: 4, yes: 'preTrain', no: 'noTrain' },
    }
    const method = {
      kind: 'dif',
      scale: { min: 1, max: 5 },
      tree,
      order: [],
      confirmedBy: 'lin',
      ratings: [],
    }
    const text = written(report(method, { score: 0, reading: 'train' }))
    expect(text).toContain('Confirmed by: lin.')
    expect(text).toContain('- difficulty below 3.5, importance from 4.0 → train just before it is needed')
  })
  test('of a year in which nothing had to be put in order says so', () => {
    expect(written(report(null))).toContain('No need had to be put in order.')
  })
})
