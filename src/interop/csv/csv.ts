/** What a cell may hold; nothing is an empty cell. */
export type CsvCell = string | number | boolean | null | undefined

export type CsvOptions = {
  /** The mark by which spreadsheets know UTF-8, without which they garble Chinese: there, unless said otherwise. */
  readonly byteOrderMark?: boolean
  readonly separator?: ',' | ';' | '\t'
}

/** Text that a spreadsheet would run as a formula is kept from it by an apostrophe, as OWASP advises. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text

/**
 * Rows as comma-separated values (RFC 4180): lines end in CR LF, cells with separators, quotes or line ends are quoted,
 * quotes doubled. Text that begins like a formula gets an apostrophe in front; numbers are written as they are.
 *
 * @example
 * ```ts
 * import { csv } from 'training-ops/interop'
 * csv([['name', 'minutes'], ['=HYPERLINK("x")', -5]], { byteOrderMark: false }) // => 'name,minutes\r\n"\'=HYPERLINK(""x"")",-5\r\n'
 * ```
 */
export const csv = (
  rows: readonly (readonly CsvCell[])[],
  { byteOrderMark = true, separator = ',' }: CsvOptions = {},
): string => {
  const cell = (value: CsvCell): string => {
    if (value === null || value === undefined) return ''
    if (typeof value !== 'string') return String(value)
    return quoted(harmless(value), separator)
  }
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`)
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('')}`
}
