/** A view as rows of cells under headings, for a spreadsheet, a database or a query. */
import type { MetricResult } from '../../metrics/index.ts'
import { type Language, wordsIn } from '../../reports/languages/language.ts'
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

export type TableOptions = CsvOptions & {
  /**
   * Ids that a spreadsheet would turn into something else (`000123`, `3-4`, `1E5`, 18 digits) are written as the formula
   * `="000123"`, which Excel, WPS and LibreOffice show as the text. `plain` writes them as they are, for other programs.
   */
  readonly ids?: 'asText' | 'plain'
  /** Headings of your own, by the name of the column: `{ learnerId: '工号' }`. */
  readonly headings?: Readonly<Record<string, string>>
  /** The language of the other headings: `zhCN` or `en` of `training-ops/reports`. The names of the columns, unless given. */
  readonly language?: Language
}

/** Ids of which a spreadsheet would make a number, a date or a truth. */
const isTurned = (id: string): boolean =>
  /^[\d+\-.,/:% ]+$/.test(id)
    ? !/^(?:0|[1-9]\d{0,10})$/.test(id)
    : /^\d+(?:\.\d+)?e[+-]?\d+$/i.test(id) ||
      /^(?:true|false)$/i.test(id) ||
      /^(?:\d{1,4}[-/ .]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/ .]?\d{1,4})?$/i.test(
        id,
      ) ||
      /^\d{1,4}[年月][\d月日]*$/.test(id)

/**
 * A table as comma-separated values. Headings are the names of the columns unless `headings` or `language` gives others: both are on
 * docs/tables.md.
 *
 * @example
 * ```ts
 * import { tableCsv, viewTables } from 'training-ops/interop'
 * import { zhCN } from 'training-ops/reports'
 * tableCsv(viewTables.liaisonTasks([]), { headings: { unitId: '部门' }, byteOrderMark: false }) // => 'liaisonReviewId,部门,owner,assigneeId,dueAt,overdue\r\n'
 * tableCsv(viewTables.liaisonTasks([]), { language: zhCN, byteOrderMark: false }) // => '沟通会,业务部门,责任方,对接人,截止时间,逾期\r\n'
 * ```
 */
export const tableCsv = (table: ViewTable, options: TableOptions = {}): string =>
  needing('tableCsv', 'a table of columns and rows', () => {
    const { headings = {}, language, ids = 'asText', ...form } = options
    const worded = (column: string) =>
      language === undefined ? undefined : wordsIn(language, `column.${column}`)
    const own = (column: string) =>
      Object.hasOwn(headings, column) ? headings[column] : (worded(column) ?? column)
    const cell = (value: CsvCell): CsvCell =>
      typeof value === 'object' && value !== null && (ids === 'plain' || !isTurned(value.id))
        ? value.id
        : value
    return csv([table.columns.map(own), ...table.rows.map((row) => row.map(cell))], form)
  })
