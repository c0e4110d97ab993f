/**
 * `npm run analyse -- FILE.csv --map FILE.json [--language zh-CN] [--out out/analysis.html]`: prints the figures of a survey and
 * writes them as one HTML page with pictures. Without `--map` it proposes a mapping and writes it beside the page.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { guessMapping, type SummaryMapping, summarise, summaryDocument } from 'training-ops/interop'
import { en, toHtml, toMarkdown, zhCN } from 'training-ops/reports'
import { drawChart } from '../a-year-of-training/draw-chart.ts'
import { readAnswers } from './read-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    map: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string', default: 'out/analysis.html' },
  },
})
const [file] = positionals
if (file === undefined) {
  console.error('npm run analyse -- FILE.csv [--map FILE.json] [--language zh-CN] [--out PAGE.html]')
  process.exit(2)
}
await mkdir(dirname(values.out), { recursive: true })

const rows = await readAnswers(file)
const proposed = values.map === undefined ? guessMapping(rows) : undefined
const mapping =
  proposed?.mapping ?? (JSON.parse(await readFile(String(values.map), 'utf8')) as SummaryMapping)
const document = summaryDocument(summarise(rows, mapping))
const form = { language: values.language === 'zh-CN' ? zhCN : en, zone: 'UTC' }
console.log(toMarkdown(document, form))
await writeFile(values.out, toHtml(document, { ...form, drawChart }))

console.log(`Written: ${values.out}`)
if (proposed !== undefined) {
  const map = join(dirname(values.out), `${basename(file).replace(/\.\w+$/, '')}.map.json`)
  await writeFile(map, `${JSON.stringify(mapping, null, 2)}\n`)
  console.log(`No map was given. One was proposed, look at it: ${map}`)
  if (proposed.unclear.length > 0) console.log(`Look above all at: ${proposed.unclear.join(', ')}`)
}
