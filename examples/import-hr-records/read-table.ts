import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A row that could not be read: it was left out, the rest went on. */
export type BadRow = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly reason: string
}

export type Row = {
  readonly line: number
  /** The text of a column without the spaces around it; empty where there is none. */
  readonly text: (column: string) => string
}

export type Table = { readonly file: string; readonly rows: readonly Row[]; readonly bad: readonly BadRow[] }

type Parsed = { readonly info: { readonly lines: number }; readonly record: readonly string[] }

/** The rows of a CSV file whose first line names the columns, each with its line number. */
export const readTable = (path: string, columns: readonly string[]): Table => {
  const file = basename(path)
  const bad: BadRow[] = []
  const parsed = parse(readFileSync(path), {
    bom: true,
    info: true,
    trim: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      bad.push({ file, line: Number(error?.lines ?? 0), column: '·', reason: String(error?.code) })
    },
  }) as unknown as readonly Parsed[]
  const [header, ...lines] = parsed
  const names = header?.record ?? []
  const absent = columns.filter((column) => !names.includes(column))
  if (absent.length > 0) throw new Error(`${file} has no column ${absent.join(', ')}`)
  const rows: Row[] = []
  for (const { info, record } of lines) {
    if (record.length === names.length)
      rows.push({ line: info.lines, text: (column) => record[names.indexOf(column)] ?? '' })
    else
      bad.push({
        file,
        line: info.lines,
        column: '·',
        reason: `${names.length} columns are named, the row has ${record.length}`,
      })
  }
  return { file, rows, bad }
}
