/** What `npm run import-hr -- FOLDER` does: three CSV files of a personnel system, decided on the ledger, and the report of the year. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { en, htmlOf, markdownOf, spellOut, zhCN } from 'training-ops/reports'
import { drawChart } from '../a-year-of-training/draw-chart.ts'
import { importRecords } from './import.ts'
import { badRowInWords, importedInWords, sourceInWords } from './print.ts'
import { readRecords } from './records.ts'
import { reportOf } from './report.ts'

export type Says = Pick<Console, 'log' | 'error'>

const usage = `npm run import-hr -- FOLDER [--rejections FILE] [--reports DIR]

  FOLDER           employee_data.csv, training_and_development_data.csv, employee_engagement_survey_data.csv
                   (default: kaggle-hr in the folder that TRAINING_OPS_DATA names)
  --rejections FILE  every refused training, one a line (default: out/import-hr-rejections.jsonl)
  --reports DIR    where to write the annual statistics, in English and Chinese (default: out/import-hr)
  --help           this`

const optionsIn = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rejections: { type: 'string', default: 'out/import-hr-rejections.jsonl' },
      reports: { type: 'string', default: 'out/import-hr' },
      help: { type: 'boolean', short: 'h' },
    },
  })

/** Answers the exit status: 1 when rows could not be read, 2 when there was nothing to read. */
export const start = async (args: readonly string[], says: Says): Promise<number> => {
  try {
    const { values, positionals } = optionsIn(args)
    if (values.help) {
      says.log(usage)
      return 0
    }
    const { TRAINING_OPS_DATA: ours } = process.env
    const folder = positionals[0] ?? (ours === undefined ? undefined : join(ours, 'kaggle-hr'))
    if (folder === undefined) throw new TypeError('A folder is needed.')
    if (!existsSync(folder)) throw new TypeError(`There is no folder ${folder}.`)
    return importFolder(folder, values, says)
  } catch (error) {
    says.error(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
}

const importFolder = (
  folder: string,
  out: { readonly rejections: string; readonly reports: string },
  says: Says,
): number => {
  const began = performance.now()
  const records = readRecords(folder)
  says.log(sourceInWords(records))
  const imported = importRecords(records, (done) => {
    if (done % 500 === 0 || done === records.trainings.length)
      says.error(`… ${done} of ${records.trainings.length} trainings decided`)
  })
  says.log(`\n${importedInWords(records, imported)}`)

  mkdirSync(dirname(out.rejections), { recursive: true })
  writeFileSync(out.rejections, imported.rejections.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const report = reportOf(records, imported)
  mkdirSync(out.reports, { recursive: true })
  for (const language of [en, zhCN]) {
    const spelled = spellOut(report, { language, zone: 'UTC' })
    const file = join(out.reports, `annual-statistics.${language.tag}`)
    writeFileSync(`${file}.md`, markdownOf(spelled))
    writeFileSync(`${file}.html`, htmlOf(spelled, { drawChart }))
  }
  const events = imported.ledger.events().length
  says.log(`\n${events} events in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  says.log(`Every rejection with its line: ${out.rejections}`)

  const bad = [...records.bad, ...imported.bad]
  if (bad.length > 0) {
    says.error(`\nLeft out, because they could not be read (${bad.length}):`)
    for (const row of bad) says.error(`  ${badRowInWords(row)}`)
  }
  says.log(`The statistics of the year: open ${join(out.reports, 'annual-statistics.en.html')}`)
  return bad.length > 0 ? 1 : 0
}
