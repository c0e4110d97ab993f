/** Files that are made and opened again: by other readers than their writers, and by LibreOffice where it is installed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import {
  type Document,
  en,
  type Language,
  phrase,
  plainText,
  type SpelledDocument,
  spellOut,
  withWords,
  zhCN,
} from 'training-ops/reports'
import { afterAll, describe, expect, test } from 'vitest'
import { drawChart } from '../../a-year-of-training/draw-chart.ts'
import { slidesOf } from '../slides.ts'
import { wordOf } from '../word.ts'
import { numberFormat, workbookOf } from '../workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const name = phrase('metric.M46')
const ok = (value: number, more: object = {}) =>
  ({ status: 'ok', value, n: 40, unit: 'ratio', ...more }) as const
const estimate = ok(0.75, { interval: { confidence: 0.95, low: 0.6, high: 0.9, method: 'wilson' } })
const share = (value: number) => ({ value, label: { share: value } })
const axis = { of: 'share', from: 0, to: 1 } as const
const chart = (form: 'bars' | 'stackedBars' | 'lines' | 'slope') =>
  ({
    kind: 'chart',
    form,
    title: phrase('status.program', { program: `In ${form}` }),
    axis,
    categories: ['north', 'south'],
    series: [
      { name: phrase('term.before' as never), points: [share(0.25), share(0.4)] },
      { name: phrase('term.after' as never), points: [share(0.5), share(0.6)] },
    ],
  }) as const

const report: Document = {
  title: phrase('evaluation.title', { program: 'Selling & <more> · 销售' }),
  headline: phrase('evaluation.headline', { reached: 1, all: 3 }),
  verdict: { is: 'change', grounds: [phrase('evaluation.rule')] },
  asks: [
    {
      decision: 'Go on',
      amount: { money: { minor: 92_600_000, currency: 'CNY' } },
      due: { day: '2026-03-31' },
    },
  ],
  targets: [{ of: 'Pass rate', actual: { share: 0.75 }, target: { share: 0.8 }, trend: 'worse' }],
  blocks: [],
  sections: [
    {
      heading: phrase('evaluation.level1'),
      blocks: [
        {
          kind: 'table',
          caption: phrase('evaluation.chain'),
          columns: [{ head: phrase('first.of') }, { head: phrase('first.actual'), align: 'end' }],
          rows: [
            ['estimated', { figure: estimate as never }],
            ['withheld', { figure: { status: 'suppressed', n: 3, k: 5 } }],
            ['none', { figure: { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'ended' } } }],
          ],
        },
      ],
    },
    {
      heading: phrase('evaluation.level2'),
      blocks: [
        {
          kind: 'table',
          columns: [{ head: phrase('first.of') }, { head: phrase('first.actual'), align: 'end' }],
          rows: [
            ['sales', { shaded: { share: 0.9 }, by: 0.9 }],
            ['production', { shaded: { share: 0.1 }, by: 0.1 }],
          ],
          legend: { light: phrase('legend.low'), dark: phrase('legend.high') },
        },
      ],
    },
    {
      heading: phrase('evaluation.level3'),
      blocks: [
        chart('bars'),
        chart('stackedBars'),
        chart('lines'),
        chart('slope'),
        {
          ...chart('bars'),
          form: 'dots',
          series: [
            {
              name,
              points: [
                { ...share(0.7), interval: { low: 0.6, high: 0.8 } },
                { value: null, label: 'none' },
              ],
            },
          ],
        },
        {
          kind: 'chart',
          form: 'gantt',
          title: phrase('status.program', { program: 'The year' }),
          axis: { of: 'days' },
          categories: ['spring'],
          series: [
            { name, points: [{ from: Date.UTC(2026, 2, 1), value: Date.UTC(2026, 5, 1), label: 'spring' }] },
          ],
        },
        {
          kind: 'chart',
          form: 'waterfall',
          title: phrase('status.program', { program: 'The money' }),
          axis: { of: 'money', currency: 'CNY' },
          categories: ['benefit', 'cost'],
          series: [
            {
              name,
              points: [
                { from: 0, value: 90_000_00, label: { money: { minor: 90_000_00, currency: 'CNY' } } },
                {
                  from: 90_000_00,
                  value: 20_000_00,
                  label: { money: { minor: -70_000_00, currency: 'CNY' } },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      heading: phrase('evaluation.level4'),
      blocks: [
        {
          kind: 'table',
          columns: [{ head: phrase('first.of') }, { head: phrase('first.actual'), align: 'end' }],
          rows: Array.from({ length: 60 }, (_, at) => [`row ${at + 1}`, at]),
        },
      ],
    },
  ],
  appendix: [
    {
      heading: phrase('evaluation.method'),
      blocks: [{ kind: 'facts', facts: [[phrase('evaluation.zone'), 'UTC']] }],
    },
  ],
}
const spelled = (language: Language = en): SpelledDocument =>
  spellOut(report, {
    language,
    zone: 'Asia/Shanghai',
    names: (text, tag) => text.split(' · ')[tag === 'en' ? 0 : 1] ?? text,
  })

const entry = async (bytes: Uint8Array, path: RegExp): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes)
  const files = Object.keys(zip.files).filter((file) => path.test(file))
  return (await Promise.all(files.map((file) => zip.file(file)?.async('string')))).join('\n')
}
/** The parts that a file lacks, whatever the case of a colour: a file is too long to be printed. */
const lacking = (text: string, ...parts: readonly string[]): readonly string[] =>
  parts.filter((part) => !text.toLowerCase().includes(part.toLowerCase()))
const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

/** Everything that a report says, piece by piece: of its charts the titles, of its appendix nothing where it is left out. */
const toldBy = ({ title, sections }: SpelledDocument, withAppendix = true): readonly string[] =>
  [
    title,
    ...sections
      .filter(({ part }) => withAppendix || part !== 'appendix')
      .flatMap(({ heading = [], blocks }) => [
        heading,
        ...blocks.flatMap((block) => {
          if (block.kind === 'paragraph') return [block.text]
          if (block.kind === 'bullets') return block.items
          if (block.kind === 'facts') return block.facts.flatMap(({ name, value }) => [name, value.text])
          if (block.kind === 'chart') return [[{ text: block.title }]]
          return [...block.columns.map(({ head }) => head), ...block.rows.flat().map(({ text }) => text)]
        }),
      ]),
  ].map(plainText)
const squeezed = (text: string): string => text.replace(/[\s\u2060]+/g, '')
const missingFrom = (text: string, told: readonly string[]): readonly string[] =>
  told.filter((one) => !squeezed(text).includes(squeezed(one)))

describe.each([
  ['en', en],
  ['zh-CN', zhCN],
])('a report in %s', (tag, language) => {
  const document = spelled(language)
  test('is a Word document that says all of it, read by another reader', async () => {
    const bytes = await wordOf(document, { drawChart })
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(missingFrom(value, toldBy(document))).toEqual([])
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(html.match(/<h1>/g)).toHaveLength(document.sections.length - 1)
    expect(html.match(/<thead>/g)?.length).toBeGreaterThan(3)
    expect(lacking(await entry(bytes, /^word\/styles\.xml$/), `w:val="${tag}"`)).toEqual([])
  })
  test('has its bars and lines drawn by Word, with the figures behind, and the others as pictures', async () => {
    const bytes = await wordOf(document, { drawChart })
    const charts = await entry(bytes, /^word\/charts\/chart\d+\.xml$/)
    expect(charts.match(/<c:barChart>/g)).toHaveLength(2)
    expect(charts.match(/<c:lineChart>/g)).toHaveLength(2)
    expect(lacking(charts, '<c:v>0.25</c:v>')).toEqual([])
    const zip = await JSZip.loadAsync(bytes)
    expect(Object.keys(zip.files).filter((file) => /media\/.*\.png$/.test(file))).toHaveLength(3)
    expect(await entry(bytes, /^word\/document\.xml$/)).toMatch(/descr="[^"]+"/)
  })
  test('is a presentation that says its answer and its evidence, with charts of PowerPoint’s own', async () => {
    const bytes = await slidesOf(document, { drawChart })
    const slides = await entry(bytes, /^ppt\/slides\/slide\d+\.xml$/)
    expect(missingFrom(wordsIn(slides), toldBy(document, false))).toEqual([])
    const charts = await entry(bytes, /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.match(/<c:barChart>/g)).toHaveLength(2)
    expect(charts.match(/<c:lineChart>/g)).toHaveLength(2)
    expect(lacking(slides, `lang="${tag}"`)).toEqual([])
  })
  test('is a workbook with a sheet for each section, read by another reader', async () => {
    const bytes = Buffer.from(await workbookOf(document, { drawChart }))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    expect(book.worksheets).toHaveLength(document.sections.length)
    const text: string[] = []
    for (const { name } of book.worksheets)
      for (const row of await readSheet(bytes, name)) text.push(...row.map((cell) => String(cell ?? '')))
    const numbers = toldBy(document).filter(
      (one) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(one) || /^(CNY|¥)/.test(one),
    )
    expect(
      missingFrom(
        text.join(' '),
        toldBy(document).filter((one) => !numbers.includes(one)),
      ),
    ).toEqual([])
  })
})

describe('a workbook', () => {
  test('holds numbers to compute with, which read as the report does, and beside words that say more the number alone', async () => {
    const bytes = Buffer.from(await workbookOf(spelled()))
    const rows = await readSheet(bytes, 2)
    const at = rows.findIndex(([first]) => first === 'estimated')
    expect(rows[at - 1]?.slice(0, 3)).toEqual(['Figure', 'Now', 'Now (number)'])
    expect(rows[at]?.slice(1, 3)).toEqual(['75.0% (n = 40; 95% interval 60.0% to 90.0%)', 0.75])
    expect(rows[at + 1]?.slice(1, 3)).toEqual(['▒▒▒ (fewer than 5 answers)', null])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const cells: { value: unknown; format: string }[] = []
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell(({ value, numFmt }) => {
        if (typeof value === 'number') cells.push({ value, format: numFmt })
      }),
    )
    expect(cells).toEqual([
      { value: 926_000, format: '"CNY "#,##0;"−CNY "#,##0' },
      { value: 0.75, format: '#,##0.0%;"−"#,##0.0%' },
      { value: 0.8, format: '#,##0.0%;"−"#,##0.0%' },
    ])
  })
  test.each([
    ['92.6 万元', 926_000, { currency: 'CNY' }],
    ['4.5 / 5', 4.5, 'number'],
    ['75.0% (n = 40)', 0.75, 'share'],
  ])('never lets a number read as another: %s', (text, value, unit) => {
    expect(numberFormat({ text: [{ text }], value, unit: unit as never })).toBeUndefined()
  })
  test.each([
    ['−¥1,234.50', -1234.5, { currency: 'CNY' }, '"¥"#,##0.00;"−¥"#,##0.00'],
    ['7.5 h', 7.5, 'number', '#,##0.0" h";"−"#,##0.0" h"'],
    ['1,069', 1069, 'count', '#,##0;"−"#,##0'],
  ])('writes %s as a number', (text, value, unit, format) => {
    expect(numberFormat({ text: [{ text }], value, unit: unit as never })).toBe(format)
  })
})

describe('a theme', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const theme = {
    colours: { accent: '#123abc', heat: '#00ff00' },
    fonts: { text: '"Source Sans 3", "Source Han Sans SC"', headings: 'Georgia' },
    header: 'Hengyuan & Sons',
    footer: 'internal',
    logo: { src: `data:image/png;base64,${png}`, alt: 'The logo' },
  }
  test('gives a Word document its colours, fonts, logo, header, footer and page numbers', async () => {
    const bytes = await wordOf(spelled(zhCN), { theme })
    const all = await entry(bytes, /^word\/.*\.xml$/)
    expect(
      lacking(
        all,
        '123abc',
        'Source Sans 3',
        'Source Han Sans SC',
        'Georgia',
        'Hengyuan &amp; Sons',
        'internal',
        'The logo',
        'NUMPAGES',
      ),
    ).toEqual([])
    const without = await wordOf(spelled(), { theme: { ...theme, pageNumbers: false } })
    expect(await entry(without, /^word\/.*\.xml$/)).not.toContain('NUMPAGES')
  })
  test('gives a workbook the same', async () => {
    const all = await entry(await workbookOf(spelled(zhCN), { theme }), /^xl\/.*\.xml$/)
    expect(
      lacking(all, '123abc', 'Source Han Sans SC', 'Hengyuan &amp;&amp; Sons', 'internal', '&amp;P / &amp;N'),
    ).toEqual([])
  })
  test('gives a presentation the same', async () => {
    const all = await entry(await slidesOf(spelled(), { theme }), /^ppt\/.*\.xml$/)
    expect(
      lacking(
        all,
        '123abc',
        'Source Sans 3',
        'Georgia',
        'Hengyuan &amp; Sons',
        'internal',
        'type="slidenum"',
      ),
    ).toEqual([])
  })
  test('with a logo that is no PNG is refused', async () => {
    await expect(
      wordOf(spelled(), { theme: { logo: { src: 'https://example.org/logo.svg', alt: '' } } }),
    ).rejects.toThrow('logo.src')
  })
})

test('words and languages of a host’s own are in all three, and a language that reads from right to left does', async () => {
  const own = withWords(en, { tag: 'ar', direction: 'rtl', words: { 'first.actual': 'الآن' } } as never)
  const document = spelled(own)
  const word = await entry(await wordOf(document), /^word\/document\.xml$/)
  expect(lacking(word, 'الآن')).toEqual([])
  expect(lacking(word, '<w:bidi/>')).toEqual([])
  expect(lacking(word, '<w:bidiVisual/>')).toEqual([])
  const slides = await entry(await slidesOf(document), /^ppt\/slides\/slide\d+\.xml$/)
  expect(lacking(slides, 'الآن')).toEqual([])
  expect(lacking(slides, 'rtl="1"')).toEqual([])
  const sheets = await entry(await workbookOf(document), /^xl\/.*\.xml$/)
  expect(lacking(sheets, 'الآن')).toEqual([])
  expect(lacking(sheets, 'rightToLeft="1"')).toEqual([])
})

test('without a drawing library every chart is there: drawn by Office, or as its table', async () => {
  const bytes = await wordOf(spelled())
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(value).toContain('CNY 90,000')
  const zip = await JSZip.loadAsync(bytes)
  expect(Object.keys(zip.files).filter((file) => file.includes('media/') && file.endsWith('.png'))).toEqual(
    [],
  )
})

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

describe.skipIf(office === undefined)(
  `in LibreOffice${office === undefined ? ' (skipped: it is not installed)' : ''}`,
  () => {
    const pagesOf = (file: string, bytes: Uint8Array): readonly string[] => {
      writeFileSync(join(folder, file), bytes)
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      spawnSync(office as string, [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, file),
      ])
      const { stdout } = spawnSync(
        'pdftotext',
        ['-layout', join(folder, file.replace(/\.\w+$/, '.pdf')), '-'],
        { encoding: 'utf8' },
      )
      return stdout.split('\f').filter((page) => page.trim() !== '')
    }
    test('a Word document is pages with all its words, its header and its numbers', async () => {
      const pages = pagesOf(
        'word.docx',
        await wordOf(spelled(zhCN), { drawChart, theme: { header: 'Hengyuan' } }),
      )
      const said = toldBy(spelled(zhCN)).filter((one) => one.length < 12)
      expect(missingFrom(pages.join('\n'), said)).toEqual([])
      expect(pages.length).toBeGreaterThan(3)
      expect(
        pages.flatMap((page, at) => lacking(squeezed(page), 'Hengyuan', `${at + 1}/${pages.length}`)),
      ).toEqual([])
    })
    test('a table goes on from slide to slide under its heads, and each slide has its title', async () => {
      const pages = pagesOf('slides.pptx', await slidesOf(spelled(), { drawChart }))
      const rows = pages.filter((page) => /row \d+/.test(page))
      expect(rows.length).toBeGreaterThan(2)
      expect(rows.every((page) => page.includes('Figure') && page.includes('Level 4'))).toBe(true)
      expect(rows.join('\n').match(/row \d+/g)).toHaveLength(60)
    })
    test('a workbook is pages as wide as its sheets', async () => {
      const pages = pagesOf(
        'book.xlsx',
        await workbookOf(spelled(), { drawChart, theme: { footer: 'internal' } }),
      )
      expect(pages.every((page) => page.includes('internal'))).toBe(true)
      expect(pages.length).toBeLessThan(14)
      expect(pages.join('\n')).toContain('CNY 926,000')
    })
  },
)

test('the shape that is read is said by the report itself', () => {
  expect(spelled().shape).toBe('training-ops/document/1')
  expect(readFileSync(join(import.meta.dirname, '../main.ts'), 'utf8')).toContain(spelled().shape)
})
