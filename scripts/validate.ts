/** `npm run validate`: every published figure of the validation data, and ours. Exit status 1 on any miss. */
import { randomCases } from './validate/random-cases.ts'
import { validation } from './validate/sets.ts'
import { tableOf } from './validate/table.ts'

const folder = process.env.TRAINING_OPS_DATA
if (folder === undefined) {
  console.error('validate: set TRAINING_OPS_DATA to the folder of the validation data')
  process.exit(1)
}
const rows = [...validation(folder), ...randomCases()]
const misses = rows.filter(({ verdict }) => verdict === 'MISS')
console.log(tableOf(rows))
console.log(`\n${rows.length} figures, ${misses.length} missed`)
console.log(
  'not in the table: icalendar and openbadges, which are documents for importers and are not checked here, and peer-vectors: what two peers get wrong is in test/metrics/statistics/peers.test.ts',
)
if (misses.length > 0) process.exitCode = 1
