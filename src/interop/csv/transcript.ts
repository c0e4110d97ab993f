import { askedAt, minutesIn, type Transcript } from '../../views/index.ts'
import { needing } from '../foreign.ts'
import { type CsvCell, type CsvOptions, csv } from './csv.ts'

const columns = [
  'learnerId',
  'offeringId',
  'courseId',
  'courseVersion',
  'status',
  'outcome',
  'askedAt',
  'closedAt',
  'attendedMinutes',
  'certificates',
] as const
export type TranscriptColumn = (typeof columns)[number]

const rowsOf = (learnerId: string, { enrolments, certificates }: Transcript) =>
  Object.entries(enrolments).map(
    ([offeringId, attempt]): Record<TranscriptColumn, CsvCell> => ({
      learnerId: { id: learnerId },
      offeringId: { id: offeringId },
      courseId: attempt.courseId === undefined ? undefined : { id: attempt.courseId },
      courseVersion: attempt.courseVersion,
      status: attempt.status,
      outcome: attempt.outcome,
      askedAt: askedAt(attempt),
      closedAt: attempt.closedAt,
      attendedMinutes: minutesIn(attempt),
      certificates: Object.entries(certificates)
        .filter(([, { courseId, status }]) => courseId === attempt.courseId && status !== 'revoked')
        .map(([certificateId]) => certificateId)
        .join(' '),
    }),
  )

/**
 * Learners' records (学员档案) as CSV, a row for each attempt, from `transcriptsOf`. Headings are the names of the
 * columns unless `headings` gives others: `{ learnerId: '工号' }`. Certificates are those of the course, not revoked.
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
  options: CsvOptions & { readonly headings?: Readonly<Partial<Record<TranscriptColumn, string>>> } = {},
): string =>
  needing('transcriptCsv', 'transcripts by learner', () => {
    const { headings = {}, ...form } = options
    return csv(
      [
        columns.map((column) => headings[column] ?? column),
        ...Object.entries(transcripts).flatMap(([learnerId, transcript]) =>
          rowsOf(learnerId, transcript).map((row) => columns.map((column) => row[column])),
        ),
      ],
      form,
    )
  })
