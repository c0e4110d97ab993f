import {
  asPublished,
  type KirkpatrickFigure,
  kirkpatrick,
  kirkpatrickFigures,
  objectiveOutcomes,
  project,
  type StudyRecord,
  studyRecord,
} from 'training-ops'
import { en, evaluationReport, type Language, toMarkdown, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { everything, spent, worth } from '../figures/a-program.ts'

const events = [...everything, worth(30_000), spent('venue', 15_000), spent('travel', 10_000)]
const record: StudyRecord = {
  ...(project(studyRecord, events)['e-1'] ?? studyRecord.initial()),
  levels: [1, 2, 3, 4, 5],
  isolation: 'control',
}
const figures = kirkpatrickFigures(project(kirkpatrick, events)['p-1'] ?? kirkpatrick.initial())
const inBasisPoints = figures.map(
  (one): KirkpatrickFigure =>
    one.of.measuredIn === undefined ? one : { ...one, of: { ...one.of, measuredIn: 'basisPoints' } },
)
const program = { programId: 'p-1', title: 'Selling' }
const written = (language: Language, more: Partial<Parameters<typeof evaluationReport>[0]> = {}): string =>
  toMarkdown(evaluationReport({ program, record, figures, ...more }), { language, zone: 'Asia/Shanghai' })
const english = written(en)
const chinese = written(zhCN)

describe('the evaluation report', () => {
  test('writes a difference of shares in percentage points, and a share in percent', () => {
    const [told, inChinese] = [
      written(en, { figures: inBasisPoints }),
      written(zhCN, { figures: inBasisPoints }),
    ]
    // shops gained 11 on average, the others 4
    expect(told).toContain('| sales | 0.1 percentage points (n = 4 teams or units; 95% interval')
    expect(inChinese).toContain('| 0.1 个百分点（n = 4 个团队（单元）；95% 置信区间')
    expect(told).toContain('| sales, trained, after | 0.5% (n = 2 teams or units) |')
  })
  test('says of the figures that the levels are told by whether they reached their targets, and how they were before', () => {
    const satisfied = figures.find(({ metric, of }) => metric === 'M32' && of.item === undefined)?.result
    if (satisfied?.status !== 'ok') throw new Error('nobody was satisfied')
    const told = written(en, {
      targets: { M32: 0.99, M06: 0.8 },
      previous: { M32: { ...satisfied, value: satisfied.value / 2 } },
    })
    const [row = ''] = told.split('\n').filter((line) => line.startsWith('| Satisfied (top answers) | '))
    expect(row).toContain('99.0%')
    expect(row).toContain('missed')
    expect(row).toContain('better')
    expect(told).not.toContain('| Completion rate |')
  })
  test('writes any other measure with its unit', () => {
    expect(english).toContain('| sales | 7.00 orders (n = 4 teams or units; 95% interval')
    expect(english).toContain('sales on 1 March 2026: 70 orders')
  })
  test('writes a baseline of basis points in percent', () => {
    const baselines = { sales: { value: 1900, measuredIn: 'basisPoints', at: '2026-03-01T00:00:00.000Z' } }
    expect(written(en, { record: { ...record, baselines } })).toContain('1 March 2026: 19.0%')
  })
  test('writes a mean score with the most there is', () => {
    expect(english).toContain('| content | 3.33 / 5 (n = 3) |')
  })
  test('says what is divided by what', () => {
    expect(english).toContain('answers in the top 2 of 5 ÷ answers')
    expect(chinese).toContain('前 2 档（共 5 档）的回答 ÷ 全部回答')
    expect(english).toContain('people rated at 75.0% of the scale or above ÷ people rated')
  })
  test('writes a test of a difference as statisticians do, and its cautions in words', () => {
    expect(english).toMatch(/sales: t\([\d.]+\) = [\d.]+, p (?:= 0\.\d{3}|< \.001)/)
    expect(english).toContain('parallel trends were not tested')
    expect(chinese).toContain('未检验平行趋势')
    expect(english).toContain('share of those asked about who were observed: 100.0%')
  })
  test('warns where the questions of a subscale hardly measure one thing', () => {
    const alpha = (value: number) =>
      figures.map(
        (one): KirkpatrickFigure =>
          one.metric === 'M35' && one.result.status === 'ok'
            ? { ...one, result: { ...one.result, value } }
            : one,
      )
    expect(written(en, { figures: alpha(0.35) })).toContain('content: below 0.70')
    expect(written(en, { figures: alpha(0.7) })).not.toContain('below 0.70')
  })
  test('tells a caution that a host made up by its code', () => {
    const odd = figures.map(
      (one): KirkpatrickFigure =>
        one.metric === 'M46' && one.result.status === 'ok'
          ? { ...one, result: { ...one.result, notes: [{ code: 'FullMoon', nights: 3 }] } }
          : one,
    )
    expect(written(en, { figures: odd })).toContain('- Pass rate: FullMoon, 3')
  })
  test('tells the benefit as an estimate, every cost, and no n of one program', () => {
    expect(english).toContain('| CNY 120 | amount ×')
    expect(english).toContain('(2 in all)')
    expect(english).toContain('| Cost posted | travel | CNY 100 |')
    expect(english).toContain('| Cost posted | Total | CNY 250 |')
    expect(english).toContain('| Benefit–cost ratio | — | 0.48 | benefit by estimate ÷ costs |')
    expect(english).toContain('| −52.0% |')
    expect(english).toContain('not on the control group that level 4 was told by')
    expect(chinese).toContain('并非由第四级所用的对照组得出')
  })
  test('says of each objective whether it was reached, and of an unknown one that it is not known', () => {
    const objective = {
      level: 2,
      measure: 'M46',
      unit: 'share',
      baseline: 0.2,
      target: { kind: 'percentagePoint', direction: 'increase', value: 4000 },
      due: '2026-06-30',
    } as const
    const told = written(en, {
      outcomes: (standing) =>
        objectiveOutcomes({ pass: objective, accidents: { ...objective, measure: 'accidents' } }, standing),
    })
    expect(told).toContain(
      '| pass | 2 | Pass rate | 20.0% | increase by 40.0 percentage points, to 60.0% | 30 June 2026 | 66.7% (n = 3) | reached |',
    )
    expect(told).toContain('| no figure of this measure | not measurable |')
  })
  test('of a published study tells the figures that were published', () => {
    const [first] = asPublished(figures)
    const report = {
      at: '2026-08-01T00:00:00.000Z',
      figures: first === undefined ? [] : [first],
      calculatorVersion: 'v1',
      digest: 'sha256:00',
      restated: false,
    }
    expect(written(en, { record: { ...record, report } })).not.toContain('Benefit–cost ratio')
  })
})
