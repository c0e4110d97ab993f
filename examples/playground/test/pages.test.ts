/** The documentation site: no link of any page leads nowhere, and its pages open. Where it was not built, nothing is looked at. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { base, browserPath, folder, openSite, type Site } from './browser.ts'
import { findingsOn } from './findings.ts'

const site = process.env.TRAINING_OPS_SITE
if (site === undefined) console.log('TRAINING_OPS_SITE names no built site: its pages are not looked at')

const pagesIn = (within: string): readonly string[] =>
  readdirSync(within, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map(({ parentPath, name }) => posix.join(parentPath, name).slice(folder.length + 1))

const decoded = (text: string): string =>
  decodeURIComponent(text.replaceAll('&amp;', '&').replaceAll('&#39;', "'"))

describe.skipIf(site === undefined)('the documentation site', () => {
  test('no link leads nowhere', () => {
    const pages = new Map(
      pagesIn(join(folder, base)).map((page) => [page, readFileSync(join(folder, page), 'utf8')]),
    )
    const anchors = new Map(
      [...pages].map(([page, text]) => [
        page,
        new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = '']) => decoded(id))),
      ]),
    )
    const broken = [...pages].flatMap(([page, text]) =>
      [...text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].flatMap(([, link = '']) => {
        if (/^(https?:|mailto:|data:|javascript:)/.test(link) || link === '') return []
        const [path = '', anchor = ''] = decoded(link).split('#')
        const asked =
          path === '' ? page : path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path)
        const target = [asked, `${asked}.html`, posix.join(asked, 'index.html')].find(
          (one) => existsSync(join(folder, one)) && statSync(join(folder, one)).isFile(),
        )
        if (target === undefined) return [`${page} links to ${link}: no such page`]
        const isState = target.startsWith(`${base}playground/`)
        const there = anchors.get(target)
        return anchor === '' || isState || there === undefined || there.has(anchor)
          ? []
          : [`${page} links to ${link}: no such heading`]
      }),
    )
    console.log(`${pages.size} pages, ${broken.length} broken links`)
    expect(broken.slice(0, 20)).toEqual([])
  })

  describe.skipIf(browserPath === undefined)('in a browser', () => {
    let opened: Site
    beforeAll(async () => {
      opened = await openSite()
    })
    afterAll(() => opened?.close())

    test.each([
      'index.html',
      'zh/index.html',
      'docs/tour.html',
      'docs/metrics/which-number.html',
      'docs/commands/delivery.html',
      'docs/rejections.html',
      'api/index.html',
    ])('%s opens, asks nobody else, and fits on 390 px', async (path) => {
      const { page, requests, errors } = await opened.open(`${base}${path}`, {
        viewport: { width: 390, height: 844 },
      })
      await page.locator('h1').first().waitFor()
      expect(errors).toEqual([])
      expect(requests.filter((url) => !url.startsWith(opened.address) && !url.startsWith('data:'))).toEqual(
        [],
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await page.context().close()
    })

    test.each(['index.html', 'docs/tour.html', 'docs/commands/delivery.html'])(
      'axe finds nothing, in light and dark: %s',
      async (path) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          const { page } = await opened.open(`${base}${path}`, { colorScheme })
          await page.waitForTimeout(500)
          expect(await findingsOn(page)).toEqual([])
          await page.context().close()
        }
      },
    )

    /**
     * A newcomer, by the clock: what the pages take, and for every page of the way ten seconds of looking and three for a click.
     * From the first page to a refused enrolment and its reason under a minute; to a figure of one's own CSV under two.
     */
    const walked = async (steps: readonly ((page: Page) => Promise<unknown>)[]): Promise<number> => {
      const begin = performance.now()
      const { page } = await opened.open(base)
      for (const step of steps) await step(page)
      await page.context().close()
      return (performance.now() - begin) / 1000 + 13 * steps.length
    }

    test('from the first page to a refused enrolment and its reason within a minute', async () => {
      const seconds = await walked([
        (page) => page.locator('a', { hasText: 'A refusal with its reason' }).click(),
        (page) => page.getByRole('button', { name: /ScheduleConflict/ }).click(),
        async (page) => {
          await page.getByTestId('verdict').waitFor()
          expect((await page.locator('.words').allInnerTexts())[0]).toMatch(/is in .* at that time/)
        },
      ])
      console.log(`from the first page to a refused enrolment and its reason: ${seconds.toFixed(0)} s`)
      expect(seconds).toBeLessThan(60)
    })

    test('from the first page to a figure of one’s own CSV within two minutes', async () => {
      const answers = Array.from(
        { length: 40 },
        (_, nth) => `${nth % 2 ? 'north' : 'south'},${3 + (nth % 3)}`,
      )
      const seconds = await walked([
        (page) => page.locator('a', { hasText: 'Your own figures from a CSV' }).click(),
        (page) =>
          page.locator('input[type=file]').setInputFiles({
            ...{ name: 'answers.csv', mimeType: 'text/csv' },
            buffer: Buffer.from(['team,clear', ...answers].join('\n')),
          }),
        async (page) => {
          await page.getByTestId('bench-figures').waitFor()
          expect(await page.getByTestId('bench-figures').textContent()).toContain('M31')
        },
      ])
      console.log(`from the first page to a figure of one’s own CSV: ${seconds.toFixed(0)} s`)
      expect(seconds).toBeLessThan(120)
    })

    test.each([
      ['index.html', 'SeatsExhausted'],
      ['zh/index.html', '候补'],
    ])('the search of %s finds %s', async (path, word) => {
      const { page } = await opened.open(`${base}${path}`)
      await page.locator('.DocSearch-Button').click()
      await page.locator('.search-input').fill(word)
      await page.locator('.VPLocalSearchBox .result').first().waitFor()
    })
  })
})
