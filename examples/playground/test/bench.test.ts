/** The figures bench: its figures against the calculators, and the page with a CSV in a real browser, its network watched. */
import { mean } from 'simple-statistics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figuresOf, picturesIn, proposedMeanings, readSheet, sampleSheet } from '../bench/figures.ts'
import { browserPath, isBuilt, openSite, pageOf, type Site } from './browser.ts'
import { findingsOn } from './findings.ts'

describe('a sheet', () => {
  const sheet = readSheet(sampleSheet())
  const meanings = proposedMeanings(sheet)

  test('is read with a proposal for each column', () => {
    expect(Object.values(meanings).map(({ is }) => is)).toEqual([
      'person',
      'group',
      'scale',
      'recommendation',
      'score',
      'score',
    ])
  })

  test('gives the mean that another program gives, and its n without empty cells', () => {
    const { figures } = figuresOf(sheet, meanings, 5)
    const answers = sheet.rows.flatMap((cells) => (cells[2] ? [Number(cells[2])] : []))
    const whole = figures.find(({ metric, group }) => metric === 'M31' && group === undefined)
    expect(whole?.result).toMatchObject({ status: 'ok', n: answers.length })
    if (whole?.result.status === 'ok') expect(whole.result.value).toBeCloseTo(mean(answers), 10)
    expect(
      picturesIn(figuresOf(sheet, meanings, 5))[0]?.bars.reduce((sum, { count }) => sum + count, 0),
    ).toBe(answers.length)
  })

  test('holds back three people of one group, and the group that would give them away', () => {
    const { figures } = figuresOf(sheet, meanings, 5)
    const held = figures.filter(({ metric, result }) => metric === 'M32' && result.status === 'suppressed')
    expect(held.map(({ group }) => group)).toContain('legal')
    expect(held.length).toBeGreaterThan(1)
  })

  test('says which cells are no answer, and never counts them as 0', () => {
    const { figures, unread } = figuresOf(
      readSheet('q\n5\nlots\n9\n\n3'),
      { q: { is: 'scale', min: 1, max: 5 } },
      1,
    )
    expect(unread.map(({ cell }) => cell)).toEqual(['lots', '9'])
    expect(figures[0]?.result).toMatchObject({ value: 4, n: 2 })
  })

  test.each([
    ['semicolons and a byte order mark', '\uFEFFa;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['quotes', '"a","b"\n"1","2"\n'],
  ])('may have %s', (_, text) => {
    expect(readSheet(text)).toEqual({ headings: ['a', 'b'], rows: [['1', '2']] })
  })
})

const start = pageOf('bench.html')

describe.skipIf(browserPath === undefined || !isBuilt(start))('the page', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site?.close())

  test('tells the figures of a CSV, and nothing leaves the browser', async () => {
    const begin = performance.now()
    const { page, requests, errors } = await site.open(`${start}#lang=en`)
    await page.locator('input[type=file]').waitFor()
    await page.waitForLoadState('networkidle')
    const before = requests.length
    const lines = [
      'team,clear',
      ...Array.from({ length: 40 }, (_, nth) => `${nth % 2 ? 'north' : 'south'},${3 + (nth % 3)}`),
    ]
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
    await page.getByTestId('bench-figures').waitFor()
    console.log(
      `from opening to the first figure of one's own CSV: ${((performance.now() - begin) / 1000).toFixed(1)} s`,
    )
    expect(await page.getByTestId('read').textContent()).toBe('40 rows in 2 columns')
    expect(await page.getByTestId('bench-figures').textContent()).toContain('M31')
    await page.locator('select').nth(1).selectOption('number')
    await expect.poll(() => page.getByTestId('bench-figures').textContent()).not.toContain('M31')
    await page.waitForTimeout(300)
    expect(requests.length).toBe(before)
    expect(requests.filter((url) => !url.startsWith(site.address) && !url.startsWith('data:'))).toEqual([])
    expect(errors).toEqual([])
  })

  test('holds back small groups, fits on 390 px, and axe finds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open(`${start}#lang=${colorScheme === 'dark' ? 'zh' : 'en'}`, {
        colorScheme,
        viewport: { width: 390, height: 844 },
      })
      await page.locator('.main').click()
      await page.getByTestId('bench-figures').waitFor()
      expect(await page.getByTestId('bench-figures').textContent()).toMatch(/held back|不予显示/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await findingsOn(page)).toEqual([])
      await page.context().close()
    }
  })
})
