/**
 * `npm run office -- FOLDER [OUT]`: every spelled report of a folder (`*.json`, as `npm start` writes them) as a Word document, an
 * Excel workbook and a PowerPoint presentation.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SpelledChart, SpelledDocument, Theme } from 'training-ops/reports'
import { slidesOf } from './slides.ts'
import { wordOf } from './word.ts'
import { workbookOf } from './workbook.ts'

/** The look of the company of the example. All invented. */
const theme: Theme = { header: 'Hengyuan Instruments', footer: 'Training 2025 · internal' }

const shape = 'training-ops/document/1'

const reportsIn = (folder: string): readonly (readonly [name: string, report: SpelledDocument])[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const)
    .filter(([, one]) => (one as Partial<SpelledDocument>).shape === shape)

export const writeOffice = async (
  folder: string,
  out: string,
  drawChart?: (chart: SpelledChart) => string,
): Promise<number> => {
  const reports = reportsIn(folder)
  mkdirSync(out, { recursive: true })
  const options = { theme, ...(drawChart === undefined ? {} : { drawChart }) }
  for (const [name, report] of reports) {
    writeFileSync(join(out, `${name}.docx`), await wordOf(report, options))
    writeFileSync(join(out, `${name}.xlsx`), await workbookOf(report, options))
    writeFileSync(join(out, `${name}.pptx`), await slidesOf(report, options))
  }
  return reports.length
}

const main = async ([folder = 'out', out = join(folder, 'office')]: readonly string[]): Promise<void> => {
  // the drawings of the year's pages; ECharts is a development dependency of the library
  const { drawChart } = await import('../a-year-of-training/draw-chart.ts')
  const count = await writeOffice(folder, out, drawChart)
  if (count === 0) {
    console.error(`There is no spelled report in ${folder}: npm start writes them to out.`)
    process.exitCode = 2
  } else console.log(`${count} reports as .docx, .xlsx and .pptx are in ${out}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2))
