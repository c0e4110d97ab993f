/** A view as rows of cells under headings, for a spreadsheet, a database or a query. */
import type { MetricResult } from '../../metrics/index.ts'
import { type CsvCell, type CsvOptions, csv } from '../csv/csv.ts'
import { needing } from '../foreign.ts'

/** Rows under their headings; every row has a cell for each heading. */
export type ViewTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

type ColumnsOf<Row> = Readonly<Record<string, (row: Row) => CsvCell>>

/** A table by its columns: the heading of each, and its cell of a row. */
export const tableOf = <Row>(columns: ColumnsOf<Row>, rows: readonly Row[]): ViewTable => ({
  columns: Object.keys(columns),
  rows: rows.map((row) => Object.values(columns).map((cellOf) => cellOf(row))),
})

/** An id is text, however much it looks like a number; nothing where there is none. */
export const id = (text: string | undefined): CsvCell => (text === undefined ? undefined : { id: text })

/** Ids in one cell, a space between. */
export const ids = (several: readonly string[]): CsvCell =>
  several.length === 0 ? undefined : { id: several.join(' ') }

/** The value of a figure: nothing where there is none. */
export const figureValue = (figure: MetricResult): CsvCell =>
  figure.status === 'ok' ? figure.value : undefined

/** The number of those a figure rests on. */
export const figureCount = (figure: MetricResult): CsvCell => (figure.status === 'ok' ? figure.n : undefined)

/** Why there is no value: the code of the reason, or `suppressed`. */
export const figureReason = (figure: MetricResult): CsvCell =>
  figure.status === 'ok' ? undefined : figure.status === 'suppressed' ? 'suppressed' : figure.reason.code

/**
 * A table as comma-separated values. Headings are the names of the columns unless `headings` gives others:
 * `{ learnerId: '工号' }`.
 *
 * @example
 * ```ts
 * import { tableCsv, viewTables } from 'training-ops/interop'
 * tableCsv(viewTables.liaisonTasks([]), { headings: { unitId: '部门' }, byteOrderMark: false }) // => 'liaisonReviewId,部门,owner,assigneeId,dueAt,overdue\r\n'
 * ```
 */
export const tableCsv = (
  table: ViewTable,
  options: CsvOptions & { readonly headings?: Readonly<Record<string, string>> } = {},
): string =>
  needing('tableCsv', 'a table of columns and rows', () => {
    const { headings = {}, ...form } = options
    const own = (column: string) => (Object.hasOwn(headings, column) ? headings[column] : column)
    return csv([table.columns.map(own), ...table.rows], form)
  })
