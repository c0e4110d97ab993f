import type { MetricResult } from 'training-ops/metrics'
import {
  column,
  type Document,
  en,
  type HtmlOptions,
  type Language,
  phrase,
  pointOf,
  type SpelledChart,
  shadedFigure,
  toHtml,
  toMarkdown,
  zhCN,
} from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const measured = { status: 'ok', value: 0.75, n: 40, unit: 'ratio' } as const
const withheld = { status: 'suppressed', n: 3, k: 5 } as const
const unknown = { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'ended' } } as const

const report: Document = {
  title: phrase('evaluation.title', { program: 'Safety & <script>alert("x")</script>' }),
  blocks: [
    {
      kind: 'table',
      columns: [{ head: phrase('evaluation.column.result'), align: 'end' }],
      rows: [
        [{ figure: measured }],
        [{ figure: withheld }],
        [{ figure: unknown }],
        [{ phrase: phrase('p.small') }],
      ],
    },
    { kind: 'facts', facts: [[phrase('evaluation.zone'), "O'Hara"]] },
  ],
  sections: [
    {
      heading: phrase('evaluation.reading.heading'),
      blocks: [
        { kind: 'bullets', items: [phrase('evaluation.statement', { statement: '1 < 2' })] },
        {
          kind: 'chart',
          form: 'bars',
          title: phrase('metric.M06'),
          categories: ['<b>one</b>', 'two', 'three'],
          series: [
            {
              name: phrase('metric.M06'),
              points: [measured, withheld, unknown].map((one) => pointOf(one)),
            },
          ],
        },
      ],
    },
  ],
}

const page = (options: Partial<HtmlOptions> = {}) => toHtml(report, { language: en, zone: 'UTC', ...options })

describe('a report as a page', () => {
  test('says its language', () => {
    expect(page({ language: zhCN })).toContain('<html lang="zh-CN">')
  })
  test('takes nothing from elsewhere, and runs nothing', () => {
    expect(page()).not.toMatch(/<script|<link|<img|src=|href="(?!#)|url\(|@import|https?:/)
  })
  test('holds what a host wrote, and does not run it', () => {
    expect(page()).toContain('Safety &amp; &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    expect(page()).toContain('<dd>O&#39;Hara</dd>')
    expect(page()).toContain('1 &lt; 2')
  })
  test('shows names for ids before they are made harmless', () => {
    expect(page({ names: (text) => (text === "O'Hara" ? '<Lin>' : text) })).toContain('<dd>&lt;Lin&gt;</dd>')
  })
  test('makes our own words harmless too', () => {
    expect(page()).toContain('&lt; .001')
  })
  test('lets a figure that is withheld look withheld, and one that is unknown look unknown', () => {
    expect(page()).toMatch(/<td class="end"><span class="suppressed">[^<]+<\/span><\/td>/)
    expect(page()).toMatch(/<td class="end"><span class="undefined">[^<]+<\/span><\/td>/)
    expect(page()).toContain('<td class="end">75.0% (n&nbsp;=&nbsp;40)</td>')
  })
  test('never breaks a number or a day over two lines, and shades what is to be shaded', () => {
    const row = [
      '2026-03-01',
      1234,
      { money: { minor: 100, currency: 'CNY' } },
      { shaded: { share: 0.25 }, by: 0.25 },
      shadedFigure(withheld),
    ]
    const table = {
      ...report,
      blocks: [
        { kind: 'table' as const, columns: row.map(() => column('status.column.class')), rows: [row] },
      ],
    }
    const html = toHtml(table, { language: en, zone: 'UTC' })
    expect(html).toContain('<th scope="row" class="whole">2026-03-01</th><td class="whole">1,234</td>')
    expect(html).toContain('<td class="whole">CNY 1</td><td style="--shade: 25%">25.0%</td>')
    expect(html).toContain('<td><span class="suppressed">')
  })
  test('says of a figure that would give another away that it is withheld for that', () => {
    const figure: MetricResult = { status: 'suppressed', n: 8, k: 5, because: 'protectsAnother' }
    const told = (language: Language) =>
      toMarkdown(
        { title: phrase('evaluation.statement', { statement: { figure } }), blocks: [], sections: [] },
        { language, zone: 'UTC' },
      )
    expect(told(en)).toContain('▒▒▒ (would give answers away)')
    expect(told(zhCN)).not.toContain('不足')
  })
  test('has its charts drawn by the host, with a gap where there is no answer', () => {
    const asked: SpelledChart[] = []
    const drawn = page({
      drawChart: (chart) => {
        asked.push(chart)
        return '<svg></svg>'
      },
    })
    expect(drawn).toContain('<div class="drawing" role="img" aria-label=')
    const [chart] = asked
    expect(chart?.categories).toEqual(['<b>one</b>', 'two', 'three'])
    expect(chart?.series[0]?.points.map(({ value }) => value)).toEqual([0.75, null, null])
    expect(chart?.series[0]?.points[1]?.label).not.toBe('')
  })
  test('leaves charts out where nobody draws them, as Markdown does', () => {
    expect(page()).not.toContain('<figure>')
    expect(toMarkdown(report, { language: en, zone: 'UTC' })).not.toMatch(/two|three|svg/)
  })
})

describe('a host’s word that reads the other way, or would turn ours', () => {
  const spelled = (value: string) => ({
    title: phrase('evaluation.title', { program: value }),
    blocks: [{ kind: 'bullets', items: [phrase('figure.n', { value, n: 40 })] } as const],
    sections: [],
  })
  const html = (value: string, language: Language = en) => toHtml(spelled(value), { language, zone: 'UTC' })
  test('is kept apart, and its marks of direction go', () => {
    expect(html('تدريب')).toContain('<li><bdi>تدريب</bdi> (n&nbsp;=&nbsp;40)</li>')
    expect(html('\u202eFire safety\u0007')).toContain('<li>Fire safety (n&nbsp;=&nbsp;40)</li>')
    expect(html('Fire safety', { ...en, direction: 'rtl' })).toContain('<bdi>Fire safety</bdi>')
  })
  test('stands in the title of the page as text', () => {
    expect(html('\u202eتدريب <b>')).toMatch(/<title>[^<]*تدريب &lt;b&gt;[^<]*<\/title>/)
  })
  test.each([
    '1. first',
    '- item',
    '===',
    'www.example.com',
    'https://example.com',
    'a@example.com',
    '&copy;',
    '**b**',
    '`c`',
    '[x](y)',
    '| a |',
    '\n\n# h',
  ])('is no syntax in Markdown: %s', (value) => {
    const text = toMarkdown(
      {
        title: { words: 'value.yes' },
        blocks: [{ kind: 'bullets', items: [phrase('figure.n', { value, n: 40 })] }],
        sections: [],
      },
      { language: en, zone: 'UTC' },
    )
    const item = text.split('\n').filter((line) => line.startsWith('- '))
    expect(item).toHaveLength(1)
    const bare = item[0]?.slice(2).replace(/\\[!-/:-@[-`{-~]/g, '') ?? ''
    expect(bare).not.toMatch(/^(?:\d+[.)] |[-+] |=+$)|[*`_[\]|<>#@]|www\.|:\/\/|&\w+;/)
  })
})
