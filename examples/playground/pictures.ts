/** Takes the two pictures of the README from the built playground: `npm run playground -- --pictures`. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserPath, openSite } from './test/browser.ts'
import { opened, pictures, shots, shownOn } from './test/shots.ts'

if (browserPath === undefined) throw new Error('pictures are taken with a browser, and this machine has none')
const site = await openSite()
mkdirSync(pictures, { recursive: true })
const shown: Record<string, string> = {}
for (const shot of shots) {
  const page = await opened(site, shot)
  const file = join(pictures, `${shot.name}.png`)
  await page.screenshot({ path: file })
  shown[shot.name] = await shownOn(page)
  console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`)
}
await site.close()
// A test opens the same pages and holds them against this: a picture that is out of date is taken anew.
const taken = { on: new Date().toISOString().slice(0, 10), shown }
writeFileSync(join(pictures, 'taken.json'), `${JSON.stringify(taken, null, 2)}\n`)
