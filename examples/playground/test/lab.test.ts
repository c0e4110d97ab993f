/** The workflow lab: the laws hold for the mentoring example as it stands, and a broken rule is told as a story. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breaks } from '../lab/breaks.ts'
import { type Files, runLaws } from '../lab/run-laws.ts'
import { browserPath, isBuilt, openSite, pageOf, type Site } from './browser.ts'
import { findingsOn } from './findings.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const files: Files = {
  ...Object.fromEntries(
    ['commands', 'decisions', 'events', 'index', 'policies', 'state'].map((name) => [
      `${name}.ts`,
      read(`../../custom-workflow/${name}.ts`),
    ]),
  ),
  'laws.ts': read('../lab/laws.ts'),
}

describe('the workflow lab', () => {
  test('every law holds for the rules as they are', async () => {
    const lab = await runLaws(files, { isChinese: false, runs: 40 })
    expect('wrong' in lab ? lab.wrong : lab.laws.filter(({ holds }) => !holds)).toEqual([])
    expect('laws' in lab && lab.laws.length).toBeGreaterThan(8)
  })

  test.each(breaks.map((one) => [one.words[0], one] as const))(
    'a broken rule is told as a story: %s',
    async (_, { from, to }) => {
      const decisions = files['decisions.ts'] ?? ''
      expect(decisions).toContain(from)
      const broken = { ...files, 'decisions.ts': decisions.replace(from, to) }
      for (const isChinese of [false, true]) {
        const lab = await runLaws(broken, { isChinese, runs: 40 })
        const told = 'laws' in lab ? lab.laws.filter(({ holds }) => !holds) : []
        expect(told.length).toBeGreaterThan(0)
        expect(told[0]?.story).toMatch(/PairMatched|PairClosed/)
      }
    },
  )

  test('a text that cannot be read says so', async () => {
    const lab = await runLaws({ ...files, 'decisions.ts': 'export const = 1' }, { isChinese: false, runs: 1 })
    expect('wrong' in lab && lab.wrong).toMatch(/decisions\.ts/)
  })
})

const start = pageOf('lab.html')

describe.skipIf(browserPath === undefined || !isBuilt(start))('its page', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site?.close())

  test.each(['en', 'zh'])('tells a broken rule as a story: %s', async (tongue) => {
    const colorScheme = tongue === 'en' ? 'light' : 'dark'
    const { page, requests, errors } = await site.open(`${start}#lang=${tongue}`, {
      colorScheme,
      viewport: { width: 390, height: 844 },
    })
    await page.locator('.chips').last().locator('button').first().click()
    await page.getByTestId('laws').waitFor({ timeout: 90_000 })
    expect(await page.locator('.laws pre').first().textContent()).toMatch(/PairMatched/)
    expect(errors).toEqual([])
    expect(requests.filter((url) => !url.startsWith(site.address) && !/^(data|blob):/.test(url))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await findingsOn(page)).toEqual([])
    await page.context().close()
  })
})
