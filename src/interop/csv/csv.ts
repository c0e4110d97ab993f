import { withoutMarks } from '../../reports/host-text.ts'
import { needing } from '../foreign.ts'

/**
 * The value of a cell; nothing is an empty cell. An id is text, however much it looks like a number or a date: it is written as the
 * formula `="000123"`, which Excel, WPS and LibreOffice show as the text.
 */
export type CsvCell = string | number | boolean | null | undefined | { readonly id: string }

export type CsvOptions = {
  /** The mark by which spreadsheets know UTF-8, without which they garble Chinese: there, unless said otherwise. */
  readonly byteOrderMark?: boolean
  readonly separator?: ',' | ';' | '\t'
}

const shown = (text: string): string => withoutMarks(text).replace(/[^\P{Cc}\t\r\n]/gu, '')
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/**
 * Rows as comma-separated values (RFC 4180): lines end in CR LF, cells with separators, quotes or line ends are quoted,
 * quotes doubled. Text that begins like a formula gets an apostrophe in front; numbers are written as they are. Control characters
 * and marks of direction (U+202E) are left out.
 *
 * @example
 * ```ts
 * import { csv } from 'training-ops/interop'
 * csv([['name', 'minutes'], ['=HYPERLINK("x")', -5]], { byteOrderMark: false }) // => 'name,minutes\r\n"\'=HYPERLINK(""x"")",-5\r\n'
 * ```
 */
export const csv = (rows: readonly (readonly CsvCell[])[], options: CsvOptions = {}): string =>
  needing('csv', 'rows of cells', () => {
    const { byteOrderMark = true, separator = ',' } = options
    const cell = (value: CsvCell): string => {
      if (value === null || value === undefined) return ''
      if (typeof value === 'object') return quoted(`=${quoted(shown(value.id))}`)
      if (typeof value !== 'string') return `${value}`
      // Text that a spreadsheet would run as a formula is kept from it by an apostrophe, as OWASP advises.
      const text = shown(value).replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&")
      return /^\s|["\r\n]|\s$/.test(text) || text.includes(separator) ? quoted(text) : text
    }
    return rows.reduce(
      (text, row) => `${text}${row.map(cell).join(separator)}\r\n`,
      byteOrderMark ? '\uFEFF' : '',
    )
  })
