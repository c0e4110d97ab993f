/**
 * Takes a picture of every HTML report of a finished `npm start`, in headless Chromium (Debian's `chromium`), so that a
 * person can look at them: `npx tsx scripts/screenshots.ts [FOLDER OF REPORTS] [FOLDER OF PICTURES]`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const [reports = 'out', pictures = join(reports, 'pictures')] = process.argv.slice(2)
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (chromium === undefined) throw new Error('screenshots: no /usr/bin/chromium; apt-get install chromium')

const pages = readdirSync(reports).filter((file) => file.endsWith('.html'))
if (pages.length === 0) throw new Error(`screenshots: no .html in ${reports}; run npm start first`)
mkdirSync(pictures, { recursive: true })

/** Nothing is asked of the network, and everything the browser keeps goes away with it. */
const quietly = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
for (const page of pages) {
  const picture = join(pictures, `${basename(page, '.html')}.png`)
  const profile = mkdtempSync(join(tmpdir(), 'screenshots-'))
  const { status, stderr } = spawnSync(
    chromium,
    [
      ...quietly,
      `--user-data-dir=${profile}`,
      '--window-size=1000,3400',
      `--screenshot=${resolve(picture)}`,
      `file://${resolve(reports, page)}`,
    ],
    { encoding: 'utf8', timeout: 60_000 },
  )
  rmSync(profile, { recursive: true, force: true })
  if (status !== 0 || !existsSync(picture)) throw new Error(`screenshots: ${page}: ${stderr}`)
  console.log(picture)
}
