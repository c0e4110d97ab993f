import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'

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

type Line = { readonly line: number } & ({ readonly cells: readonly string[] } | { readonly reason: string })

/** The rows of a CSV file whose first line names the columns, each with its line number. */
export const readTable = (path: string, columns: readonly string[]): Table => {
  const file = basename(path)
  const [header, ...lines] = linesOf(readFileSync(path, 'utf8'))
  const names = header !== undefined && 'cells' in header ? header.cells : []
  const absent = columns.filter((column) => !names.includes(column))
  if (absent.length > 0) throw new Error(`${file} has no column ${absent.join(', ')}`)
  const rows: Row[] = []
  const bad: BadRow[] = []
  for (const one of lines) {
    const { line } = one
    const reason = 'reason' in one ? one.reason : wrongLength(one.cells, names)
    if (reason !== undefined) bad.push({ file, line, column: '·', reason })
    else if ('cells' in one) rows.push({ line, text: (column) => one.cells[names.indexOf(column)] ?? '' })
  }
  return { file, rows, bad }
}

const wrongLength = ({ length }: readonly string[], names: readonly string[]): string | undefined =>
  length === names.length ? undefined : `${names.length} columns are named, the row has ${length}`

/** A quote out of place could swallow the rows after it: then each line is read by itself, and says so by itself. */
const linesOf = (text: string): readonly Line[] => {
  try {
    return parsed(text)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return text.split(/\r?\n/).flatMap((own, at): readonly Line[] => {
      try {
        return parsed(own).map((one) => ({ ...one, line: at + 1 }))
      } catch (error) {
        if (!(error instanceof CsvError)) throw error
        return [{ line: at + 1, reason: error.code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase() }]
      }
    })
  }
}

const parsed = (text: string): readonly (Line & { readonly cells: readonly string[] })[] => {
  const records = parse(text, {
    bom: true,
    info: true,
    trim: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
  }) as unknown as readonly {
    readonly info: { readonly lines: number }
    readonly record: readonly string[]
  }[]
  return records.map(({ info, record }) => ({ line: info.lines, cells: record }))
}
