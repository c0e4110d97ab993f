import { withoutMarks } from '../../reports/host-text.ts'
import { needing } from '../foreign.ts'

/** The value of a cell; nothing is an empty cell. An id is text, however much it looks like a number or a date. */
export type CsvCell = string | number | boolean | null | undefined | { readonly id: string }

export type CsvOptions = {
  /** The mark by which spreadsheets know UTF-8, without which they garble Chinese: there, unless said otherwise. */
  readonly byteOrderMark?: boolean
  readonly separator?: ',' | ';' | '\t'
  /**
   * Ids that a spreadsheet would turn into something else (`000123`, `3-4`, `1E5`, 18 digits) are written as the formula
   * `="000123"`, which Excel, WPS and LibreOffice show as the text. `plain` writes them as they are, for other programs.
   */
  readonly ids?: 'asText' | 'plain'
}

/** Text that a spreadsheet would run as a formula is kept from it by an apostrophe, as OWASP advises. */
const harmless = (text: string): string => {
  const shown = withoutMarks(text).replace(/[^\P{Cc}\t\r\n]/gu, '')
  return /^[=+\-@\t\r\n＝＋－＠]/.test(shown) ? `'${shown}` : shown
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

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text

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
  needing('csv', 'rows of cells: text, numbers, truths, ids or nothing', () => {
    const { byteOrderMark = true, separator = ',', ids = 'asText' } = options
    const cell = (value: CsvCell): string => {
      if (value === null || value === undefined) return ''
      if (typeof value === 'object')
        return ids === 'asText' && isTurned(value.id)
          ? quoted(`="${value.id.replaceAll('"', '""')}"`, separator)
          : quoted(harmless(value.id), separator)
      if (typeof value !== 'string') return String(value)
      return quoted(harmless(value), separator)
    }
    const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`)
    return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('')}`
  })
