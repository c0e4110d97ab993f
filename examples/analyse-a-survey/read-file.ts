/** A file of survey answers as rows of cells: CSV in UTF-8 or GB18030, or an Excel workbook. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { SurveySheet } from 'training-ops/interop'

/** UTF-8 where it is, else GB18030, in which Excel and WPS in Chinese save CSV (GBK and GB2312 are parts of it). */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The separator of the first line: a comma, or a semicolon or tab where there are more of those. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The packages that read a workbook are those of another example: nothing of them is asked for by a text file. */
const ofWorkbook = async (bytes: Uint8Array): Promise<SurveySheet> => {
  const module: string = '../read-a-workbook/workbook.ts'
  const { workbookRows } = (await import(module).catch(() => {
    throw new Error('Reading .xlsx needs packages of an example: npm ci --prefix examples/read-a-workbook')
  })) as { readonly workbookRows: (bytes: Uint8Array) => Promise<SurveySheet> }
  return workbookRows(bytes)
}

export const readAnswers = async (file: string): Promise<SurveySheet> => {
  const bytes = await readFile(file)
  if (extname(file).toLowerCase() === '.xlsx') return ofWorkbook(bytes)
  const text = decoded(bytes)
  return parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: separatorOf(text),
  }) as string[][]
}
