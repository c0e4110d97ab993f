/** The value of a cell, read the same whichever program wrote it. */

/** A cell as readers of CSV and of spreadsheets give it. */
export type SurveyCell = string | number | boolean | Date | null | undefined

/** A cell longer than this is no answer. */
const longestCell = 20_000

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * Text as it is compared: full-width letters, digits and spaces as the usual ones, no byte order mark or other
 * invisible character, one space for several, none at the ends. So `５　分` and `5 分` are one.
 */
export const plainText = (text: string): string => {
  if (isPlain.test(text)) return text
  const one = text.slice(0, longestCell).normalize('NFKC').replace(invisible, '')
  return one.replace(/\s+/g, ' ').trim()
}

/** Letters, digits and signs of ASCII or the common Han characters, with single spaces: nothing is to be done to it. */
const isPlain = /^(?! )(?:[!-~\u4e00-\u9fff]| (?! |$)){0,200}$/

/** The text of a cell that holds text or a number; `undefined` where it holds a date or something else. */
export const textOf = (cell: unknown): string | undefined => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return plainText(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : undefined
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return undefined
}

/** Text as it was written, for an open question: line ends are kept, invisible characters are not. */
export const writtenText = (cell: unknown): string | undefined => {
  if (typeof cell !== 'string') return textOf(cell)
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim()
}

const wholeNumber = /^[+-]?\d{1,6}(?:\.0+)?$/

/**
 * The whole number a cell stands for: `5`, `5.0`, `５`, `“5”`, `5分`, `5 - Strongly agree`, `非常满意（5分）`.
 * `undefined` where it stands for none, or for two.
 */
export const wholeNumberIn = (text: string): number | undefined => {
  const bare = text.replace(/^["'“”‘’]+|["'“”‘’]+$/g, '')
  if (wholeNumber.test(bare)) return Number(bare) + 0
  const marked = /^([+-]?\d{1,6}) ?分$/.exec(bare) ?? /^(\d{1,6}) ?[-–—:.)=] ?(?=\D)/.exec(bare)
  const behind = /^\D+\((-?\d{1,6}) ?分?\)$/.exec(bare)
  const found = marked ?? behind
  return found === null ? undefined : Number(found[1])
}

/** A number with decimals as a whole number and how many decimals it has: `3.5` is 35 with 1. At most 6 decimals. */
export const decimalIn = (
  text: string,
): { readonly number: number; readonly decimals: number } | undefined => {
  const found = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (found === null) return undefined
  const [, sign, whole = '', fraction = ''] = found
  const decimals = fraction.replace(/0+$/, '')
  const number = Number(`${sign}${whole.replaceAll(',', '')}${decimals}`)
  return Number.isSafeInteger(number) ? { number: number + 0, decimals: decimals.length } : undefined
}
