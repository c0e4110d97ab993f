/** `npm run import-hr -- FOLDER`: three CSV files of a personnel system, decided on the ledger. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { importRecords } from './import.ts'
import { badRowInWords, importedInWords, sourceInWords } from './print.ts'
import { readRecords } from './records.ts'

const usage = `npm run import-hr -- FOLDER [--rejections FILE]

  FOLDER           employee_data.csv, training_and_development_data.csv, employee_engagement_survey_data.csv
                   (default: kaggle-hr in the folder that TRAINING_OPS_DATA names)
  --rejections FILE  every refused training, one a line (default: out/import-hr-rejections.jsonl)`

const stop = (why: string): never => {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}

const read = <Value>(reading: () => Value): Value => {
  try {
    return reading()
  } catch (error) {
    return stop((error as Error).message)
  }
}

const { values, positionals } = read(() =>
  parseArgs({
    allowPositionals: true,
    options: { rejections: { type: 'string', default: 'out/import-hr-rejections.jsonl' } },
  }),
)
const { TRAINING_OPS_DATA: ours } = process.env
const folder = positionals[0] ?? (ours === undefined ? stop('A folder is needed.') : join(ours, 'kaggle-hr'))
if (!existsSync(folder)) stop(`There is no folder ${folder}.`)

const began = performance.now()
const records = read(() => readRecords(folder))
console.log(sourceInWords(records))
const imported = importRecords(records, (done) => {
  if (done % 500 === 0 || done === records.trainings.length)
    console.error(`… ${done} of ${records.trainings.length} trainings decided`)
})
console.log(`\n${importedInWords(records, imported)}`)

mkdirSync(dirname(values.rejections), { recursive: true })
writeFileSync(values.rejections, imported.rejections.map((one) => `${JSON.stringify(one)}\n`).join(''))
const events = imported.ledger.events().length
console.log(`\n${events} events in ${((performance.now() - began) / 1000).toFixed(1)} s`)
console.log(`Every rejection with its line: ${values.rejections}`)

const bad = [...records.bad, ...imported.bad]
if (bad.length > 0) {
  console.error(`\nLeft out, because they could not be read (${bad.length}):`)
  for (const row of bad) console.error(`  ${badRowInWords(row)}`)
  process.exitCode = 1
}
