import type { KirkpatrickFigure, ObjectiveOutcome } from 'training-ops'
import {
  codeWord,
  type Document,
  en,
  evaluationReport,
  phrase,
  toHtml,
  toMarkdown,
  zhCN,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'
import { darkColours, lightColours } from '../../src/reports/stylesheet.ts'

const zone = 'Asia/Shanghai'
const outcome = (verdict: ObjectiveOutcome['verdict'], at: number) =>
  ({
    objectiveId: `o-${at}`,
    verdict,
    objective: {
      level: 2,
      measure: 'M46',
      unit: 'share',
      target: { kind: 'absolute', direction: 'increase', value: 0.8 },
      due: '2026-06-30',
    },
  }) as unknown as ObjectiveOutcome
const record = {
  levels: [2],
  findings: {},
  improvements: {},
  baselines: {},
  intangibles: {},
  zone,
} as unknown as Parameters<typeof evaluationReport>[0]['record']
const judged = (...verdicts: readonly ObjectiveOutcome['verdict'][]) => judgedWith(verdicts)
const judgedWith = (
  verdicts: readonly ObjectiveOutcome['verdict'][],
  returns?: readonly [low: number, high: number],
  duty?: string,
) =>
  evaluationReport({
    program: { title: 'Selling' },
    record,
    figures: returns === undefined ? [] : [returnOf(...returns)],
    outcomes: () => verdicts.map(outcome),
    ...(duty === undefined ? {} : { duty }),
  })
const returnOf = (low: number, high: number): KirkpatrickFigure => ({
  ...{ figure: 'M83', metric: 'M83', options: {}, level: 5, of: {} },
  result: {
    ...{ status: 'ok', value: low, n: 1, unit: 'percent' },
    notes: low === high ? [] : [{ code: 'ReturnRange', low, high }],
  },
})

describe('the first page', () => {
  test.each([
    [['reached', 'reached', 'notMeasurable'], 'continue'],
    [['reached', 'notReached'], 'change'],
    [['notReached', 'notMeasurable'], 'stop'],
    [['notMeasurable'], 'cannotTell'],
  ] as const)('of objectives that are %j says %s, by a rule that stands beside it', (verdicts, is) => {
    const report = judged(...verdicts)
    expect(report.verdict?.is).toBe(is)
    expect(report.verdict?.grounds).toHaveLength(verdicts.length + 1)
    expect(toMarkdown(report, { language: en, zone })).toContain('Rule: the objectives say continue')
  })

  test.each([
    [['reached'], [10, 40], 'continue'],
    [['reached'], [-20, 40], 'change'],
    [['reached'], [-60, -20], 'change'],
    [['notReached'], [-60, -20], 'stop'],
    [['notReached'], [10, 10], 'change'],
    [['notMeasurable'], [-60, -20], 'stop'],
    [[], [0, 12], 'continue'],
  ] as const)('of objectives that are %j and a return of %j %% says %s', (verdicts, returns, is) => {
    const report = judgedWith(verdicts, returns)
    expect(report.verdict?.is).toBe(is)
    expect(toMarkdown(report, { language: en, zone })).toContain('Return on investment (level 5): ')
  })

  test('never stops what a statutory duty asks for, and names the duty', () => {
    const report = judgedWith(['notReached'], undefined, 'Fire drill')
    expect(report.verdict?.is).toBe('change')
    expect(toMarkdown(report, { language: en, zone })).toContain('- Required by “Fire drill”')
  })

  test('gives no verdict where no objective was set', () => {
    expect(judged().verdict).toBeUndefined()
    expect(judged().headline).toBeUndefined()
  })

  const asked: Document = {
    ...judged('reached'),
    asks: [{ decision: 'Buy seats', amount: { money: { minor: 4_800_000, currency: 'CNY' } } }],
  }
  test.each([
    [toMarkdown(asked, { language: zhCN, zone }), '## '],
    [toHtml(asked, { language: zhCN, zone }).replace(/<nav.*?<\/nav>/s, ''), '<h2>'],
  ])('answers first: headline, verdict, what is asked; the appendix is last', (page, heading) => {
    const places = [
      '1 项目标中达成 1 项',
      '结论：继续实施',
      '提请审批事项',
      'Buy seats',
      '¥48,000',
      heading,
      '附录：方法与数据',
    ].map((text) => page.indexOf(text))
    expect(places).not.toContain(-1)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(page.indexOf(heading, page.indexOf('附录'))).toBe(-1)
  })
})

describe('a page that anybody can use', () => {
  const page = toHtml(
    {
      title: phrase('needs.subject'),
      blocks: [],
      sections: [
        {
          heading: phrase('evaluation.statement', { statement: 'A "quoted" <b>name</b>' }),
          blocks: [
            {
              kind: 'table',
              columns: [
                { head: phrase('needs.column.rank'), align: 'end' },
                { head: phrase('needs.column.need') },
              ],
              rows: [[1, codeWord('term', 'noShow')]],
            },
          ],
        },
      ],
    },
    { language: en, zone },
  )

  test('names the rows of a table, says what it is about, and lets it scroll by keyboard', () => {
    expect(page).toContain('<td class="end whole">1</td><th scope="row">no-show</th>')
    expect(page).toContain('<caption>A &quot;quoted&quot; &lt;b&gt;name&lt;/b&gt;</caption>')
    expect(page).toContain(
      'role="group" aria-label="A &quot;quoted&quot; &lt;b&gt;name&lt;/b&gt;" tabindex="0"',
    )
  })

  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const themes = [lightColours, darkColours]
  test('has contrast enough to read, by day and in the dark (WCAG 2.2 AA: 4.5)', () => {
    for (const { page, ink, quiet, accent, shade, heat, hatch } of themes)
      for (const [text, ground] of [
        [ink, page],
        [ink, shade],
        [ink, heat],
        [quiet, page],
        [quiet, hatch],
        [accent, page],
      ] as const)
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
})
