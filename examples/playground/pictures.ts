/** Takes the two pictures of the README from the built playground: `npm run playground -- --pictures`. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { browserPath, openSite } from './test/browser.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const shots = [
  { name: 'year', path: 'index.html#lang=en', until: 'main[data-frame]', height: 860 },
  {
    name: 'rejection',
    path: 'index.html#tab=ask&lang=en',
    until: '.tries button',
    height: 760,
    click: /ScheduleConflict/,
  },
] as const

if (browserPath === undefined) throw new Error('pictures are taken with a browser, and this machine has none')
const site = await openSite(join(import.meta.dirname, 'dist'))
mkdirSync(folder, { recursive: true })
for (const { name, path, until, height, ...more } of shots) {
  const { page } = await site.open(path, { viewport: { width: 1180, height }, deviceScaleFactor: 1 })
  await page.locator(until).first().waitFor()
  await page.locator('input[type=range]:not([disabled])').waitFor()
  if ('click' in more) {
    await page.getByRole('button', { name: more.click }).click()
    await page.getByTestId('verdict').waitFor()
  }
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(500)
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`)
}
await site.close()
