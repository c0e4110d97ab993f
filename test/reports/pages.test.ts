/** A page as its readers meet it. The whole check, over every report of a year: `npx tsx scripts/check-pages.ts out`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Document, en, phrase, toHtml, zhCN } from 'training-ops/reports'
import { afterAll, describe, expect, test } from 'vitest'
import { browserAt, invalidIn, startBrowser, wrongInBrowser } from '../../scripts/check-pages.ts'

const wide = Array.from({ length: 12 }, (_, at) => at)
const report: Document = {
  title: phrase('evaluation.title', {
    program: 'AVeryLongNameOfAProgramThatNobodyWouldBreakByHandButThatAPhoneHasTo',
  }),
  headline: phrase('evaluation.headline', { reached: 1, all: 3 }),
  verdict: { is: 'change', grounds: [phrase('evaluation.rule')] },
  asks: [
    {
      decision: 'Go on',
      reason: 'It worked',
      amount: { money: { minor: 100, currency: 'CNY' } },
      due: { day: '2026-03-31' },
    },
  ],
  targets: [{ of: 'Pass rate', actual: { share: 0.75 }, target: { share: 0.8 }, trend: 'worse' }],
  blocks: [
    {
      kind: 'table',
      columns: wide.map((at) => ({
        head: phrase('first.of'),
        align: at === 0 ? ('start' as const) : ('end' as const),
      })),
      rows: [wide.map((at) => (at === 0 ? 'sales' : { shaded: { share: at / 12 }, by: at / 12 }))],
      legend: { light: phrase('legend.low'), dark: phrase('legend.high') },
    },
    {
      kind: 'table',
      columns: [{ head: phrase('first.of') }, { head: phrase('first.actual') }],
      rows: [
        ['few', { figure: { status: 'suppressed', n: 3, k: 5 } }],
        ['none', { figure: { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'ended' } } }],
      ],
    },
    {
      kind: 'chart',
      form: 'bars',
      title: phrase('metric.M46'),
      categories: ['one', 'two'],
      series: [
        {
          name: phrase('metric.M46'),
          points: [
            { value: 1, label: 1 },
            { value: null, label: 'none' },
          ],
        },
      ],
    },
  ],
  sections: [1, 2, 3].map((at) => ({
    heading: phrase('status.program', { program: `Part ${at}` }),
    blocks: [],
  })),
}
const look = {
  drawChart: () => '<svg viewBox="0 0 10 10"><title>t</title><rect width="9" height="9"/></svg>',
  theme: { header: 'Hengyuan', footer: 'Internal' },
}
const folder = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a page', () => {
  test.each([en, zhCN])('in $tag is valid HTML', async (language) => {
    expect(await invalidIn(toHtml(report, { language, zone: 'UTC', ...look }))).toEqual([])
  })
  test('that is not valid is found out', async () => {
    expect(
      await invalidIn('<!DOCTYPE html><html lang="en"><body><p id="a"><p id="a"></body></html>'),
    ).not.toEqual([])
  })
  const title = 'can be used by everybody: on a phone, in the dark, read aloud, printed'
  if (browserAt === undefined)
    test.skip(`${title} (not looked at: there is no chromium here)`, () => undefined)
  else
    test(title, async () => {
      const browser = await startBrowser(browserAt ?? '')
      const found = async (html: string) => {
        writeFileSync(join(folder, 'page.html'), html)
        return wrongInBrowser(browser, join(folder, 'page.html'))
      }
      try {
        expect(await found(toHtml(report, { language: en, zone: 'UTC', ...look }))).toEqual([])
        const bad = await found('<html><body><p style="width:900px;color:#aaa">grey</p></body></html>')
        expect(bad.some((one) => one.includes('900') || one.includes('wide'))).toBe(true)
        expect(bad.some((one) => one.includes('color-contrast'))).toBe(true)
      } finally {
        await browser.close()
      }
    }, 60_000)
})
