/** The playground in a real browser: skipped, saying so, where there is none. It prints what it measures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, folder, isBuilt, openSite, pageOf, type Site } from './browser.ts'
import { findingsOn } from './findings.ts'
import { opened, pictures, shots, shownOn } from './shots.ts'

const start = pageOf('index.html')
if (browserPath === undefined)
  console.log('no browser on this machine (TRAINING_OPS_BROWSER names one): skipped')
if (!isBuilt(start)) throw new Error(`${folder} is not built: npm run check:site builds it`)

const ready = (page: Page) => page.locator('input[type=range]:not([disabled])').waitFor()
const figures: string[] = []
const tabs = ['year', 'ask', 'whatIf', 'races']

describe.skipIf(browserPath === undefined)('the playground', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(async () => {
    await site?.close()
    console.log(figures.join('\n'))
  })

  test('opens, and asks nobody but its own address', async () => {
    const { page, requests, errors } = await site.open(start)
    await ready(page)
    expect(await page.locator('h1').textContent()).toBe('A training year')
    expect(errors).toEqual([])
    expect(requests.filter((url) => !url.startsWith(site.address) && !url.startsWith('data:'))).toEqual([])
  })

  test('shows its first view within 1.5 s on a CPU slowed four times', async () => {
    const times: number[] = []
    for (let load = 0; load < 3; load++) {
      const { page } = await site.open(start, { throttled: 4 })
      await page.locator('.board tbody tr').first().waitFor()
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-view')[0]?.startTime ?? Number.NaN),
      )
      await page.context().close()
    }
    const best = Math.min(...times)
    figures.push(
      `first view, CPU ×4 slower: ${best.toFixed(0)} ms (best of ${times.map((one) => one.toFixed(0)).join(', ')}; limit 1500)`,
    )
    expect(best).toBeLessThan(1500)
  })

  test('loads less than 200 kB of script, gzipped', async () => {
    const { page, requests } = await site.open(start)
    await ready(page)
    await page.waitForTimeout(300)
    const scripts = [...new Set(requests.filter((url) => url.endsWith('.js')))]
    const sizes = scripts.map((url) => gzipSync(readFileSync(join(folder, new URL(url).pathname))).length)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    figures.push(
      `script of the first page with its worker, gzipped: ${(total / 1000).toFixed(1)} kB (limit 200)`,
    )
    expect(scripts.length).toBeGreaterThan(1)
    expect(total).toBeLessThan(200_000)
  })

  test('moves the slider over the year at 20 frames a second and more', async () => {
    const { page } = await site.open(`${start}#t=2025-01-01T09:00:00.000Z`)
    await ready(page)
    const { frames, seconds } = await page.evaluate(async () => {
      const slider = document.querySelector<HTMLInputElement>('input[type=range]')
      const shown = document.querySelector('main')
      if (slider === null || shown === null) return { frames: 0, seconds: 1 }
      let frames = 0
      const watch = new MutationObserver(() => frames++)
      watch.observe(shown, { attributes: true, attributeFilter: ['data-frame'] })
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const begin = performance.now()
      const first = Number(slider.value)
      for (let day = 1; day < 365; day++) {
        set?.call(slider, String(first + day))
        slider.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      const seconds = (performance.now() - begin) / 1000
      watch.disconnect()
      return { frames, seconds }
    })
    figures.push(
      `slider over 365 days: ${(frames / seconds).toFixed(1)} frames a second (${frames} in ${seconds.toFixed(1)} s; limit 20)`,
    )
    expect(frames / seconds).toBeGreaterThan(20)
  })

  test('the slider folds the log, as it was and as it was known', async () => {
    const { page } = await site.open(`${start}#t=2025-03-11T09:00:00.000Z`)
    await ready(page)
    const count = page.getByTestId('count')
    await page.locator('main[data-frame^="2025-03-11"]').waitFor()
    const before = await count.textContent()
    await page.getByText('As it was known').click()
    await expect.poll(() => count.textContent()).not.toBe(before)
    await page.locator('input[type=range]').press('ArrowRight')
    await expect.poll(() => page.getByTestId('date').textContent()).toBe('12 March 2025')
  })

  test('a number tells the events behind it', async () => {
    const { page } = await site.open(start)
    await ready(page)
    await page.locator('.figure').nth(2).click()
    await expect.poll(() => page.getByTestId('evidence').textContent()).toMatch(/events/)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog').count()).toBe(0)
  })

  test('a command is asked in its form, and a refusal is told in both languages', async () => {
    const begin = performance.now()
    const { page } = await site.open(`${start}#tab=ask&t=2025-06-10T09:00:00.000Z&class=sharing-2&lang=en`)
    await ready(page)
    await page.getByRole('button', { name: /ScheduleConflict/ }).click()
    await page.getByTestId('verdict').waitFor()
    figures.push(
      `from opening to a refused enrolment and its reason: ${((performance.now() - begin) / 1000).toFixed(1)} s`,
    )
    expect(await page.getByTestId('verdict').textContent()).toContain('Refused')
    expect(await page.locator('.words').allInnerTexts()).toEqual([
      'p051 is in safety-4 at that time.',
      'p051 在该时段已有安排：safety-4。',
    ])
    expect(await page.getByTestId('boundary').textContent()).toMatch(/^\d+ of [\d,]+ events/)
    await page.locator('form select').first().selectOption('OpenEnrolment')
    await page.getByLabel('offeringId').fill('sharing-2')
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click()
    await expect.poll(() => page.getByTestId('verdict').textContent()).toContain('IllegalTransition')
  })

  test('a branch is asked the rest of the year, and compared', async () => {
    const { page } = await site.open(`${start}#tab=whatIf&t=2025-10-08T09:00:00.000Z&class=sharing-4&lang=en`)
    await ready(page)
    await page.getByRole('button', { name: 'Cancel it' }).first().click()
    await page.getByRole('button', { name: 'Compare the two futures' }).click()
    await page.getByTestId('futures').waitFor()
    expect(await page.locator('.futures .moved').allInnerTexts()).not.toEqual(Array(8).fill('='))
    expect(await page.locator('.changed li').count()).toBeGreaterThan(0)
  })

  test('two hosts race for one seat', async () => {
    const { page } = await site.open(`${start}#tab=races&lang=en`)
    const verdict = page.getByTestId('race')
    await expect.poll(() => verdict.textContent()).toContain('1 enrolled')
    await page.getByText('Without it').click()
    await expect.poll(() => verdict.textContent()).toContain('2 enrolled')
  })

  test.each(shots)('the picture of the README shows the page as it is: $name', async (shot) => {
    const { on, shown } = JSON.parse(readFileSync(join(pictures, 'taken.json'), 'utf8')) as {
      readonly on: string
      readonly shown: Readonly<Record<string, string>>
    }
    const now = await shownOn(await opened(site, shot))
    expect(now, `taken on ${on}; npm run playground -- --pictures takes it anew`).toBe(shown[shot.name])
  })

  test('a link brings the state back', async () => {
    const { page } = await site.open(`${start}#t=2025-04-02T09:00:00.000Z&class=selling-3&mode=known&lang=zh`)
    await ready(page)
    await page.locator('main[data-frame^="2025-04-02"]').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.getByTestId('date').textContent()).toContain('2025年4月2日')
    expect(await page.locator('tr.chosen').textContent()).toContain('3')
    await expect.poll(() => page.url()).toContain('class=selling-3')
  })

  test('everything is reached with the keyboard alone', async () => {
    const { page } = await site.open(`${start}#lang=en`)
    await ready(page)
    const tabTo = async (name: string, is: string) => {
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, is)) return
      }
      throw new Error(`${name} is not reached with Tab`)
    }
    await tabTo('the slider', 'input[type=range]')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByTestId('date').textContent()).toBe('11 June 2025')
    await tabTo('a figure', '.figure')
    await page.keyboard.press('Enter')
    await page.getByTestId('evidence').waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await ready(page)
    await tabTo('Ask', 'nav button:nth-child(2)')
    await page.keyboard.press('Enter')
    await tabTo('a refused command', '.tries button')
    await page.keyboard.press('Enter')
    await page.getByTestId('verdict').waitFor()
  })

  test.each(tabs)('fits on 390 px, in both languages: %s', async (tab) => {
    for (const tongue of ['en', 'zh']) {
      const { page } = await site.open(`${start}#tab=${tab}&lang=${tongue}`, {
        viewport: { width: 390, height: 844 },
      })
      await page.waitForTimeout(400)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await page.context().close()
    }
  })

  test.each(tabs)('axe finds nothing, in light and dark: %s', async (tab) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.open(`${start}#tab=${tab}&lang=${colorScheme === 'dark' ? 'zh' : 'en'}`, {
        colorScheme,
      })
      if (tab !== 'races') await ready(page)
      await page.waitForTimeout(700)
      expect(await findingsOn(page)).toEqual([])
      await page.context().close()
    }
  })

  test('works without a network once it was opened', async () => {
    const { page } = await site.open(`${start}#lang=en`, { serviceWorkers: 'allow' })
    await ready(page)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
      .toBe(true)
    await page.context().setOffline(true)
    await page.reload()
    await ready(page)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('button', { name: /MinimumNotReached/ }).click()
    await page.getByTestId('verdict').waitFor()
  })
})
