import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type CsvRow = Readonly<Record<string, string>>

export const readText = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

export const readCsv = (folder: string, file: string): readonly CsvRow[] =>
  parse(readText(folder, file), { columns: true, bom: true, skip_empty_lines: true }) as CsvRow[]

/** Rows of numbers under a header, for files whose headings repeat. */
export const readNumbers = (folder: string, file: string): readonly (readonly number[])[] =>
  (parse(readText(folder, file), { from_line: 2, bom: true, skip_empty_lines: true }) as string[][]).map(
    (row) => row.map(Number),
  )

export const column = (rows: readonly CsvRow[], name: string): readonly number[] =>
  rows.map((row) => Number(row[name]))

export const groupedBy = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, value) => all + value, 0)
