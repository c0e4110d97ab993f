import {
  type Document,
  en,
  htmlOf,
  markdownOf,
  paragraph,
  phrase,
  plainText,
  pointOf,
  spellOut,
  toHtml,
  toMarkdown,
  zhCN,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const report: Document = {
  title: phrase('evaluation.title', { program: 'Selling · 销售' }),
  headline: phrase('evaluation.headline', { reached: 1, all: 3 }),
  verdict: { is: 'change', grounds: [phrase('evaluation.rule')] },
  asks: [
    {
      decision: 'Go on in the north',
      reason: 'It worked in the south',
      amount: { money: { minor: 92_600_000, currency: 'CNY', rounded: true } },
      due: { day: '2026-03-31' },
      consequence: 'Two quarters are lost',
    },
  ],
  targets: [
    {
      of: 'Pass rate',
      actual: { share: 0.75 },
      target: { share: 0.8 },
      previous: { share: 0.7 },
      trend: 'better',
    },
  ],
  recommendations: [{ action: 'A second practice', owner: 'zhou', due: { day: '2026-04-30' } }],
  limitations: [phrase('evaluation.reading.text')],
  blocks: [
    {
      kind: 'table',
      columns: [{ head: phrase('first.of') }, { head: phrase('first.actual'), align: 'end' }],
      rows: [
        ['ours', { money: { minor: 926_000_00, currency: 'CNY' } }],
        ['<i>', { figure: { status: 'suppressed', n: 3, k: 5 } }],
      ],
    },
    {
      kind: 'chart',
      form: 'dots',
      title: phrase('metric.M46'),
      axis: { of: 'share', from: 0, to: 1 },
      marks: [{ kind: 'target', value: 0.8, label: { share: 0.8 } }],
      categories: ['class 1'],
      series: [
        {
          name: phrase('metric.M46'),
          points: [{ value: 0.75, label: { share: 0.75 }, interval: { low: 0.6, high: 0.9 } }],
        },
      ],
    },
  ],
  sections: [
    {
      heading: phrase('evaluation.findings.heading'),
      blocks: [paragraph('evaluation.noFigures'), paragraph('evaluation.noFigures')],
    },
    { heading: phrase('evaluation.findings.heading'), blocks: [] },
  ],
  appendix: [{ heading: phrase('evaluation.method'), blocks: [] }],
}
const names = (text: string, tag: string) => text.split(' · ')[tag === 'en' ? 0 : 1] ?? text
const spelled = (language = en) => spellOut(report, { language, zone: 'Asia/Shanghai', names })

describe('a spelled document', () => {
  test('is JSON, says what it is, and survives being stored', () => {
    expect(spelled().shape).toBe('training-ops/document/1')
    expect(JSON.parse(JSON.stringify(spelled()))).toEqual(spelled())
  })
  test('has the same ids in every language, and no id twice', () => {
    const ids = (document: ReturnType<typeof spelled>) =>
      document.sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)])
    expect(ids(spelled(zhCN))).toEqual(ids(spelled()))
    expect(new Set(ids(spelled())).size).toBe(ids(spelled()).length)
    expect(spelled().sections.map(({ id, part }) => [id, part])).toEqual([
      ['answer', 'answer'],
      ['evaluation-findings', 'evidence'],
      ['evaluation-findings-2', 'evidence'],
      ['appendix-evaluation-method', 'appendix'],
    ])
  })
  test('answers first: headline, verdict, grounds, request, targets, recommendations, limits', () => {
    const [first] = spelled().sections
    const roles = (first?.blocks ?? []).flatMap((block) => ('role' in block ? [block.role] : []))
    expect([...new Set(roles)]).toEqual([
      ...['headline', 'verdict', 'grounds', 'asks', 'targets', 'recommendations', 'limitations'],
    ])
  })
  test('tells which words are the host’s, and the number behind a cell', () => {
    expect(spelled(zhCN).title).toEqual([{ text: '培训效果评估报告：' }, { text: '销售', by: 'host' }])
    const table = spelled().sections[0]?.blocks.find(
      (block) => block.kind === 'table' && block.role === undefined,
    )
    expect(table?.kind === 'table' && table.rows).toMatchObject([
      [{ text: [{ text: 'ours', by: 'host' }] }, { value: 926_000, unit: { currency: 'CNY' }, whole: true }],
      [{}, { text: [{ text: '▒▒▒ (fewer than 5 answers)', figure: 'suppressed' }] }],
    ])
  })
  test('has the scale of a chart: ticks in its unit, a target, an interval', () => {
    const chart = spelled().sections[0]?.blocks.find(({ kind }) => kind === 'chart')
    expect(chart).toMatchObject({
      form: 'dots',
      scale: { min: 0, max: 1 },
      marks: [{ kind: 'target', value: 0.8, label: '80.0%' }],
      table: { rows: [['class 1', '75.0%']] },
    })
    expect(chart?.kind === 'chart' && chart.scale.ticks.map(({ label }) => label)).toEqual([
      '0%',
      '25%',
      '50%',
      '75%',
      '100%',
    ])
  })
  test('is what Markdown and a page are drawn from', () => {
    const reading = { language: zhCN, zone: 'Asia/Shanghai', names }
    expect(markdownOf(spelled(zhCN))).toBe(toMarkdown(report, reading))
    expect(htmlOf(spelled(zhCN))).toBe(toHtml(report, reading))
  })
  test('keeps a host from marking its own words', () => {
    const sly = { title: phrase('status.program', { program: '\ue001<b>\ue000' }), blocks: [], sections: [] }
    expect(spellOut(sly, { language: en, zone: 'UTC' }).title).toEqual([{ text: '<b>', by: 'host' }])
  })
})

describe('amounts and days, as each language writes them', () => {
  const told = (language = en) => {
    const asks = spelled(language).sections[0]?.blocks.find(
      (block) => block.kind === 'table' && block.role === 'asks',
    )
    return asks?.kind === 'table' ? asks.rows[0]?.map(({ text }) => plainText(text)) : []
  }
  test('in English', () => {
    expect(told()).toContain('CNY 926,000')
    expect(told()).toContain('31 March 2026')
  })
  test('in Chinese, in units of ten thousand', () => {
    expect(told(zhCN)).toContain('92.6 万元')
    expect(told(zhCN)).toContain('2026年3月31日')
  })
})

describe('a theme', () => {
  const page = (theme: NonNullable<Parameters<typeof htmlOf>[1]>['theme'] & object) =>
    htmlOf(spelled(), { theme })
  test('dresses a page in tokens: colours, fonts, header, footer, page numbers', () => {
    const dressed = page({
      colours: { accent: '#7a1f2b' },
      fonts: { headings: '"Source Han Serif SC", serif' },
      header: 'Hengyuan "Instruments"',
      footer: 'Internal',
      pageNumbers: false,
    })
    for (const part of [
      '--accent: #7a1f2b;',
      '"Source Han Serif SC", serif',
      '<footer>Internal</footer>',
      '@bottom-left',
    ])
      expect(dressed).toContain(part)
    expect(dressed).not.toContain('counter(page)')
    expect(page({})).toContain('counter(page)')
  })
  test('that would end its style sheet is a programmer’s mistake', () => {
    expect(() => page({ fonts: { text: 'a } </style>' } })).toThrow('training-ops: a theme needs fonts.text')
    expect(() => page({ colours: { ink: 'red' } })).toThrow('training-ops: a theme needs ink as #rrggbb')
  })
})

describe('the number behind the words of a cell', () => {
  const figure = (value: number, unit: string, more: object = {}) => ({
    figure: { status: 'ok', value, n: 10, unit, ...more } as never,
  })
  test.each([
    ['a rating', { ...figure(0.875, 'ratio'), form: { asRating: true } }, 4.5, 'number', '4.5 / 5'],
    [
      'basis points',
      { ...figure(8050, 'scale'), form: { measuredIn: 'basisPoints' } },
      0.805,
      'share',
      '80.5%',
    ],
    [
      'a difference of shares',
      { ...figure(0.125, 'scale'), form: { measuredIn: 'share', difference: true } },
      12.5,
      'number',
      '12.5 percentage points',
    ],
    [
      'test scores',
      { ...figure(250, 'scale'), form: { measuredIn: 'thousandths', difference: true } },
      25,
      'number',
      '25.0 points of 100',
    ],
    ['incidents', figure(0.021, 'perSession'), 2.1, 'number', '2.1 per 100 sessions'],
    ['people', figure(1200, 'people'), 1200, 'count', '1,200'],
    ['a mean of a scale', { ...figure(4.03, 'ratio'), form: { outOf: 5 } }, 4.03, 'number', '4.03 / 5'],
    ['money', figure(92_650, 'minorUnits', { currency: 'CNY' }), 926.5, { currency: 'CNY' }, 'CNY 926.50'],
    [
      'hours',
      { phrase: phrase('unit.hours', { value: { decimal: 7.5, digits: 1 } }) },
      7.5,
      'number',
      '7.5 h',
    ],
    ['what a host measures', { value: 2_500, measuredIn: 'basisPoints' }, 0.25, 'share', '25.0%'],
  ] as const)('of %s is in the unit it is told in', (_, datum, value, unit, words) => {
    const { sections } = spellOut(
      {
        title: phrase('value.yes'),
        blocks: [{ kind: 'facts', facts: [[phrase('value.yes'), datum]] }],
        sections: [],
      },
      { language: en, zone: 'UTC' },
    )
    const [block] = sections[0]?.blocks ?? []
    const cell = block?.kind === 'facts' ? block.facts[0]?.value : undefined
    expect(plainText(cell?.text ?? [])).toContain(words)
    expect(cell?.value).toBeCloseTo(value, 9)
    expect(cell?.unit).toEqual(unit)
  })
})

test('a chart of figures in a host’s own unit has its axis in the unit they are told in', () => {
  const figure = {
    status: 'ok',
    value: 1920,
    n: 10,
    unit: 'scale',
    interval: { confidence: 0.95, low: 1920, high: 2000 },
  }
  const [point, none] = [
    pointOf(figure as never, { measuredIn: 'basisPoints' }),
    { value: null, label: 'none' },
  ]
  const name = phrase('metric.M70b')
  const { sections } = spellOut(
    {
      title: name,
      blocks: [
        {
          kind: 'chart',
          form: 'dots',
          title: name,
          categories: ['a', 'b'],
          series: [{ name, points: [point, none] }],
        },
      ],
      sections: [],
    },
    { language: en, zone: 'UTC' },
  )
  const [chart] = sections[0]?.blocks ?? []
  if (chart?.kind !== 'chart') throw new Error('no chart')
  expect(chart.series[0]?.points[0]).toEqual({
    value: 0.192,
    label: '19.2%',
    interval: { low: 0.192, high: 0.2 },
  })
  expect(chart.scale.unit).toBe('share')
  expect(chart.scale.ticks.at(-1)?.label).toBe('20%')
})
