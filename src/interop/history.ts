/** Years of enrolments, results and certificates from a table of another system: as commands that bring them in as history. */
import type { HistoryRow } from '../credentials/index.ts'
import type { Command } from '../kernel/index.ts'
import { type AnyEvent, digestOf, given } from '../kernel/index.ts'
import {
  certificateId,
  code,
  courseId,
  dayIn,
  daysLater,
  derivedId,
  instant,
  instrumentId,
  learnerId,
  offeringId,
  startOfDay,
} from '../vocabulary/index.ts'
import { decimalIn, textOf, wholeNumberIn } from './surveys/cell.ts'
import { type DateOrder, surveyTime } from './surveys/time.ts'

/** The fields of a row, each under the name of its column. */
const fields = [
  'learnerId',
  'courseId',
  'courseVersion',
  'offeringId',
  'enrolledAt',
  'endedAt',
  'ended',
  'attendedMinutes',
  'scheduledMinutes',
  'score',
  'instrumentId',
  'certificateId',
  'serial',
  'validFrom',
  'validUntil',
] as const
export type HistoryField = (typeof fields)[number]
export type HistoryEnding = 'completed' | 'failed' | 'noShow' | 'withdrawn'

export type HistoryMapping = {
  /** The name of the import, one for the whole table: `lms-2026`. */
  readonly importId: string
  /** The instant of the import. Nothing is done any more that was due before it. */
  readonly at: string
  /** The zone of days, and of times that name none: `Asia/Shanghai`. */
  readonly zone: string
  /** Needed for `3/4/2026` and the like. */
  readonly order?: DateOrder
  /** The column of each field. The learner and the course are needed, and an end or a serial. */
  readonly columns: Readonly<Partial<Record<HistoryField, string>>> & {
    readonly learnerId: string
    readonly courseId: string
  }
  /** The meaning of the cells of the column `ended`: `{ passed: 'completed' }`. `leaveOut` leaves a row out. Without the column, all completed. */
  readonly endings?: Readonly<Record<string, HistoryEnding | 'leaveOut'>>
  /** The score that is full marks. 100 where nothing is said. */
  readonly fullMarks?: number
  /** Rows in one command, at most 1,000. 250 where nothing is said. */
  readonly rowsPerCommand?: number
}

/** Why a row was refused: first what could not be read, then what a decision refuses. */
export type HistoryFault =
  | 'UnreadableRow'
  | 'MissingCell'
  | 'NotAnId'
  | 'NotATime'
  | 'NoDateOrder'
  | 'NotANumber'
  | 'NotAScore'
  | 'NotAnEnding'
  | 'AlreadyRecorded'
  | 'SerialTaken'
  | 'InFuture'
  | 'EndsBeforeItStarts'
  | 'AttendedTooLong'
  | 'AttemptTwice'
  | 'NothingInIt'

/** A row that was refused: the row (from 1), the column and why; and the cell, where it could not be read. */
export type RefusedHistory = {
  readonly row: number
  readonly column: string
  readonly code: HistoryFault
  readonly cell?: string
}

export type HistoryCommand = Command<
  'ImportHistory',
  { readonly at: string; readonly importId: string; readonly rows: HistoryRow[] }
>

export type ReadHistory = {
  readonly commands: readonly HistoryCommand[]
  readonly refused: readonly RefusedHistory[]
  /** Rows that the mapping leaves out. */
  readonly leftOut: readonly number[]
}

type Row = Readonly<Record<string, unknown>>
type Form = { readonly safeParse: (value: unknown) => { readonly success: boolean } }

const readRow = (
  cells: Row,
  row: number,
  mapping: HistoryMapping,
): HistoryRow | RefusedHistory | undefined => {
  const { columns, zone, endings, fullMarks = 100 } = mapping
  let fault: RefusedHistory | undefined
  const bad = (field: HistoryField, code: HistoryFault, cell: unknown): undefined => {
    fault ??= {
      row,
      column: columns[field] ?? field,
      code,
      ...given({ cell: textOf(cell)?.slice(0, 200) || undefined }),
    }
  }
  const cellOf = (field: HistoryField): unknown => {
    const column = columns[field]
    const cell = column === undefined ? undefined : cells[column]
    return cell === null || cell === '' ? undefined : typeof cell === 'bigint' ? String(cell) : cell
  }
  const need = (field: HistoryField): undefined => bad(field, 'MissingCell', undefined)
  const idOf = (field: HistoryField, form: Form): string | undefined => {
    const cell = cellOf(field)
    if (cell === undefined) return undefined
    const id = textOf(cell)
    return id !== undefined && form.safeParse(id).success ? id : bad(field, 'NotAnId', cell)
  }
  const isDay = (cell: unknown) => typeof cell === 'string' && !cell.includes(':')
  const timeOf = (field: HistoryField): string | undefined => {
    const cell = cellOf(field)
    if (cell === undefined) return undefined
    // A driver gives a point of time as a date, and not the wall clock of a spreadsheet.
    const time =
      cell instanceof Date && !Number.isNaN(cell.getTime())
        ? cell.toISOString()
        : surveyTime(cell, { zone, ...given({ order: mapping.order }) })
    return instant.safeParse(time).success
      ? time
      : bad(field, time === 'NoDateOrder' ? time : 'NotATime', cell)
  }
  const wholeOf = (field: HistoryField, least: number): number | undefined => {
    const cell = cellOf(field)
    if (cell === undefined) return undefined
    const found = wholeNumberIn(textOf(cell) ?? '')
    return found !== undefined && found >= least ? found : bad(field, 'NotANumber', cell)
  }
  const scoreOf = (): number | undefined => {
    const cell = cellOf('score')
    if (cell === undefined) return undefined
    const found = decimalIn(cell, textOf(cell) ?? '')
    const scaled = found && Math.round((found.number / 10 ** found.decimals / fullMarks) * 1000)
    return scaled !== undefined && scaled >= 0 && scaled <= 1000 ? scaled : bad('score', 'NotAScore', cell)
  }

  const word = textOf(cellOf('ended'))
  const ended = columns.ended === undefined ? 'completed' : endings?.[word ?? '']
  if (ended === 'leaveOut') return undefined
  const learner = idOf('learnerId', learnerId) ?? need('learnerId')
  const course = idOf('courseId', courseId) ?? need('courseId')
  const endedAt = timeOf('endedAt')
  const serial = idOf('serial', code)
  if (endedAt !== undefined && ended === undefined) bad('ended', 'NotAnEnding', cellOf('ended'))
  const scaled = scoreOf()
  const until = cellOf('validUntil')
  const ends = timeOf('validUntil')
  const validFrom = timeOf('validFrom') ?? endedAt
  if (serial !== undefined && validFrom === undefined) need('validFrom')
  if (endedAt === undefined && serial === undefined) need('endedAt')
  const enrolment = {
    offeringId: idOf('offeringId', offeringId),
    enrolledAt: timeOf('enrolledAt'),
    attendedMinutes: wholeOf('attendedMinutes', 0),
    scheduledMinutes: wholeOf('scheduledMinutes', 0),
  }
  const test = idOf('instrumentId', instrumentId)
  const certificate = idOf('certificateId', certificateId)
  const courseVersion = wholeOf('courseVersion', 1) ?? 1
  if (fault !== undefined || learner === undefined || course === undefined) return fault
  return {
    row,
    ...{ learnerId: learner, courseId: course, courseVersion },
    ...(endedAt === undefined || ended === undefined
      ? {}
      : {
          enrolment: {
            ...given(enrolment),
            offeringId: enrolment.offeringId ?? derivedId('history', course, endedAt.replaceAll(/\D/g, '')),
            ...{ endedAt, ended },
            ...(scaled === undefined
              ? {}
              : { results: [{ instrumentId: test ?? derivedId(course, 'test'), attempt: 1, scaled }] }),
          },
        }),
    ...(serial === undefined || validFrom === undefined
      ? {}
      : {
          certificate: {
            ...{ certificateId: certificate ?? derivedId('history', serial), serial, validFrom },
            // A day is the last one on which it is valid.
            ...given({
              validUntil:
                isDay(until) && ends !== undefined ? startOfDay(daysLater(dayIn(ends, zone), 1), zone) : ends,
            }),
          },
        }),
  } as HistoryRow
}

/**
 * Reads a table of another system (an LMS, a spreadsheet of certificates): a row is one learner's enrolment and how it ended, a
 * certificate, or both, under the columns that the mapping names. Dates are text in any form that `surveyTime` reads, or `Date`s of a
 * database driver; a day as `validUntil` is the last day of validity.
 *
 * Result: commands of so many rows each, and every row that could not be read, by row, column and reason. Hand the commands to the
 * host one after the other (under `systemRole`); what they refuse (recorded already, a serial that is taken, a day in the future) is
 * in their `HistoryImported` events, and `refusedHistory` tells it in the same words. Reading the same table again with the same `at` gives
 * the same commands under the same ids; with another `at`, every row is `AlreadyRecorded`. Rows with ids of their own offerings stay apart; where the table knows none, a learner
 * has one enrolment for each course and end.
 *
 * @example
 * ```ts
 * import { importHistory } from 'training-ops/interop'
 * const { commands, refused } = importHistory(
 *   [
 *     { user: 'ada', course: 'fire-safety', done: '2019-05-06 15:00', result: 'passed', points: 92 },
 *     { user: 'bob', course: 'fire-safety', done: 'spring 2019', result: 'passed', points: 71 },
 *   ],
 *   {
 *     importId: 'lms-2026', at: '2026-03-01T00:00:00.000Z', zone: 'Asia/Shanghai',
 *     columns: { learnerId: 'user', courseId: 'course', endedAt: 'done', ended: 'result', score: 'points' },
 *     endings: { passed: 'completed', failed: 'failed' },
 *   },
 * )
 * commands.map(({ data }) => data.rows[0]?.enrolment?.endedAt) // => ['2019-05-06T07:00:00.000Z']
 * refused // => [{ row: 2, column: 'done', code: 'NotATime', cell: 'spring 2019' }]
 * ```
 */
export const importHistory = (rows: Iterable<Row>, mapping: HistoryMapping): ReadHistory => {
  const { importId, at, rowsPerCommand = 250 } = mapping
  const commands: HistoryCommand[] = []
  const refused: RefusedHistory[] = []
  const leftOut: number[] = []
  let read: HistoryRow[] = []
  const close = () => {
    if (read.length === 0) return
    const commandId = derivedId('history', importId, digestOf([at, read]).slice(7, 39))
    commands.push({ type: 'ImportHistory', data: { at, importId, rows: read }, metadata: { commandId } })
    read = []
  }
  let row = 0
  for (const cells of rows) {
    row++
    if (typeof cells !== 'object' || cells === null) {
      refused.push({ row, column: '', code: 'UnreadableRow' })
      continue
    }
    const one = readRow(cells, row, mapping)
    if (one === undefined) leftOut.push(row)
    else if ('code' in one) refused.push(one)
    else read.push(one)
    if (read.length >= rowsPerCommand) close()
  }
  close()
  return { commands, refused, leftOut }
}

/** The field that another is made of, where the table has no column of it. */
const madeOf: Readonly<Record<string, HistoryField>> = {
  results: 'score',
  offeringId: 'endedAt',
  certificateId: 'serial',
}

/**
 * The rows that the decisions refused, from the events of an import: by row, column and reason.
 *
 * @example
 * ```ts
 * import { refusedHistory } from 'training-ops/interop'
 * refusedHistory([], { importId: 'lms-2019', columns: { learnerId: 'Employee no.', courseId: 'Course' } }) // => []
 * ```
 */
export const refusedHistory = (
  events: Iterable<AnyEvent>,
  { importId, columns }: Pick<HistoryMapping, 'importId' | 'columns'>,
): readonly RefusedHistory[] =>
  [...events]
    .filter(({ type, data }) => type === 'HistoryImported' && data.importId === importId)
    .flatMap(({ data }) => data.refused as readonly { row: number; field: string; reason: HistoryFault }[])
    .map(({ row, field, reason }) => ({
      row,
      column: columns[field as HistoryField] ?? columns[madeOf[field] ?? 'learnerId'] ?? field,
      code: reason,
    }))
