/** The two pictures of the README: which page, and when it is ready to be taken. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pageOf, type Site } from './browser.ts'

export const pictures = join(import.meta.dirname, '../../../docs/pictures')

export const shots = [
  { name: 'year', path: 'index.html#lang=en', height: 860 },
  { name: 'rejection', path: 'index.html#tab=ask&lang=en', height: 760, click: /ScheduleConflict/ },
] as const

export const opened = async (
  site: Site,
  { path, height, ...more }: (typeof shots)[number],
): Promise<Page> => {
  const [file = '', state = ''] = path.split('#')
  const { page } = await site.open(`${pageOf(file)}#${state}`, {
    viewport: { width: 1180, height },
    deviceScaleFactor: 1,
  })
  await page.locator('input[type=range]:not([disabled])').waitFor()
  if ('click' in more) {
    await page.getByRole('button', { name: more.click }).click()
    await page.getByTestId('verdict').waitFor()
  }
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(500)
  return page
}

const style = readFileSync(join(import.meta.dirname, '../ui/style.css'), 'utf8')

/** What a picture shows, as a digest of the words and the style of its page: pixels differ from machine to machine. */
export const shownOn = async (page: Page): Promise<string> =>
  createHash('sha256')
    .update(style)
    .update(((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' '))
    .digest('hex')
    .slice(0, 16)
