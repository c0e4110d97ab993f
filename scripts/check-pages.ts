/**
 * Looks at every HTML page of a folder as its readers meet it: valid (html-validate), usable by everybody (axe, WCAG 2.2 AA,
 * by day and in the dark), no wider than a phone (390 px) or a screen (1,280 px), and printed on A4 with no heading left alone at
 * the foot of a page; the executive summary on one page. `npx tsx scripts/check-pages.ts [FOLDER]` prints what is wrong. Needs Debian's `chromium`, and
 * `pdftotext` for the print; without them it says what it did not look at.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HtmlValidate } from 'html-validate'
import { type Browser, chromium, type Page } from 'playwright-core'

export const browserAt = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // a page that needs nothing beside it has its style sheet and the shade of a cell within
    'no-inline-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // a drawing library writes the style of a picture
    'attribute-boolean-style': 'off',
    // a table that scrolls is reached by the keyboard, and named
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
})

/** What a validator says of a page. */
export const invalidIn = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `invalid: ${ruleId}, line ${line}: ${message}`),
  )
}

type Finding = {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

const axeOn = async (page: Page, theme: string): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`,
  )
  return (found as readonly Finding[]).map(
    ({ id, help, nodes }) =>
      `axe, ${theme}: ${id} ${help} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`,
  )
}

/** The widest part that reaches over the edge of the window, of those that do not scroll by themselves. */
const overflowOn = async (page: Page, width: number): Promise<readonly string[]> => {
  await page.setViewportSize({ width, height: 844 })
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  return Number(wide) > width ? [`${wide} px wide on a screen of ${width} px`] : []
}

/** The pages of the print as text; none where `pdftotext` is not installed. */
const printOf = async (page: Page, pdf: string): Promise<readonly string[]> => {
  await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true, printBackground: true })
  const { stdout, status } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\f').filter((sheet) => sheet.trim() !== '') : []
}

/** Reports that have one page of A4 and no more. */
const onOnePage = /^executive-summary\./

/** Headings that stand at the foot of a page, with their text on the next; a summary that needs a second page. */
const wrongInPrint = async (page: Page, file: string, pdf: string): Promise<readonly string[]> => {
  const sheets = await printOf(page, pdf)
  const headings = (
    await page.$$eval('h2, figcaption', (all) => all.map((one) => one.textContent ?? ''))
  ).map(squeezed)
  const tooLong =
    onOnePage.test(basename(file)) && sheets.length > 1
      ? [`${sheets.length} pages of A4, and may have one`]
      : []
  const stranded = sheets.flatMap((sheet, at) => {
    const lines = sheet
      .split('\n')
      .map(squeezed)
      .filter((line) => line !== '' && !/^.*\d+\/\d+$/.test(line))
    const last = lines.at(-1) ?? ''
    return headings.includes(last) ? [`page ${at + 1} of the print ends with the heading ${last}`] : []
  })
  return [...tooLong, ...stranded]
}
const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** Everything that is wrong with a page in a browser. */
export const wrongInBrowser = async (browser: Browser, file: string): Promise<readonly string[]> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    await page.goto(pathToFileURL(resolve(file)).href)
    const overflows = [...(await overflowOn(page, 390)), ...(await overflowOn(page, 1280))]
    const inPrint = await wrongInPrint(page, file, join(folder, 'print.pdf'))
    await page.emulateMedia({ colorScheme: 'light' })
    const byDay = await axeOn(page, 'light')
    await page.emulateMedia({ colorScheme: 'dark' })
    return [...overflows, ...inPrint, ...byDay, ...(await axeOn(page, 'dark'))]
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing is asked of the network. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })

/** Pictures of a page: a phone, a screen, the dark, and the first sheet of the print. */
const picturesOf = async (browser: Browser, file: string, folder: string): Promise<void> => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(resolve(file)).href)
  for (const [name, width, colorScheme] of [
    ['phone', 390, 'light'],
    ['screen', 1280, 'light'],
    ['dark', 1280, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${basename(file, '.html')}.${name}.png`), fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
  writeFileSync(join(folder, `${basename(file, '.html')}.pdf`), pdf)
  await page.close()
}

const main = async ([folder = 'out', pictures]: readonly string[]): Promise<number> => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'))
  if (files.length === 0) throw new Error(`check-pages: no .html in ${folder}; run npm start first`)
  const browser = browserAt === undefined ? undefined : await startBrowser(browserAt)
  if (browser === undefined) console.log('no chromium: axe, widths and print were not looked at')
  let wrong = 0
  for (const file of files) {
    const path = join(folder, file)
    const found = [
      ...(await invalidIn(readFileSync(path, 'utf8'))),
      ...(browser === undefined ? [] : await wrongInBrowser(browser, path)),
    ]
    wrong += found.length
    for (const one of found) console.log(`${file}: ${one}`)
    if (browser !== undefined && pictures !== undefined) await picturesOf(browser, path, pictures)
  }
  await browser?.close()
  console.log(`${files.length} pages, ${wrong} faults`)
  return wrong === 0 ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2))
