import type { Transcript } from '../../views/index.ts'
import { needing } from '../foreign.ts'
import { type TableOptions, tableCsv } from '../tables/table.ts'
import { viewTables } from '../tables/view-tables.ts'

/**
 * Learners' records (学员档案) as CSV, a row for each attempt, from `transcriptsOf`: the table `viewTables.transcripts`. Headings are
 * the names of the columns unless `headings` or `language` gives others: `{ learnerId: '工号' }`. Certificates are those of the course, not revoked.
 *
 * @example
 * ```ts
 * import { transcriptCsv } from 'training-ops/interop'
 * const transcripts = { ada: { enrolments: {}, certificates: {} } }
 * transcriptCsv(transcripts, { headings: { learnerId: '工号' } }).split(',')[0] // => '\uFEFF工号'
 * ```
 */
export const transcriptCsv = (
  transcripts: Readonly<Record<string, Transcript>>,
  options: TableOptions = {},
): string =>
  needing('transcriptCsv', 'transcripts by learner', () =>
    tableCsv(viewTables.transcripts(transcripts), options),
  )
