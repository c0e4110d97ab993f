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
  const one = text
    .slice(0, longestCell)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\u2212/g, '-')
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

/** The milliseconds of a date cell; `undefined` for anything else. A proxy over a date is none. */
export const msIn = (cell: unknown): number | undefined => {
  try {
    const ms = cell instanceof Date ? cell.getTime() : Number.NaN
    return Number.isFinite(ms) ? ms : undefined
  } catch {
    return undefined // a proxy: it is told as what cannot be read
  }
}

/** A coding of "no answer" as it is compared: `( 跳过 )` is `(跳过)`, `-3.0` is `-3`, `n/a` is `N/A`. */
export const codingOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^([([]) | (?=[)\]]$)/g, '$1')
    .replace(/^([+-]?\d{1,6})\.0{1,9}$/, '$1')

const wholeNumber = /^[+-]?\d{1,6}(?:\.0+)?$/
const ofStars = /^(?:[★⭐]\ufe0f?)+[☆]*$/u

/** A whole number with words beside it: behind it, in front of it, or as `4 / 5`. The words hold no other digit. */
const besideWords = [
  /^([+-]?\d{1,6}) ?(?:分|星|颗星|级|stars?|points?|pts?\.?)$/i,
  /^[([]?(\d{1,6})[)\]]? ?[-–—:.)\]=、(] ?[^\d\s][^\d]*$/,
  /^\D+[([](-?\d{1,6}) ?分?[)\]]$/,
  /^[^\d]*[^\d\s\-–—:] ?(?:: ?|[-–—] (?=\d)|[-–—](?=\d+ ?分?$)(?<=[\p{L})] ?[-–—]))([+-]?\d{1,6}) ?分?$/u,
  /^(\d{1,6}) ?(?:\/|out of) ?(\d{1,6})$/i,
]

/**
 * The whole number a cell stands for: `5`, `5.0`, `５`, `“5”`, `5分`, `5星`, `★★★★★`, `4/5`, `5 - Strongly agree`,
 * `(5) Very`, `非常满意（5分）`, `Very good - 5`. `undefined` where it stands for none, or for two.
 */
export const wholeNumberIn = (text: string): number | undefined => {
  if (wholeNumber.test(text)) return Number(text) + 0
  if (text.length > 200) return undefined
  const bare = text.replace(/^["'“”‘’]+|["'“”‘’]+$/g, '')
  if (wholeNumber.test(bare)) return Number(bare) + 0
  if (ofStars.test(bare)) return bare.replace(/[^★⭐]/gu, '').length
  for (const form of besideWords) {
    const found = form.exec(bare)
    if (found === null) continue
    const [, value, of] = found
    return of !== undefined && Number(value) > Number(of) ? undefined : Number(value)
  }
  return undefined
}

/** An answer without the letter or number that the questionnaire sets before it: `A.安全`, `2、沟通`, `(1) Safety`. */
export const unlabelled = (text: string): string =>
  text.replace(/^[([]?(?:[A-Za-z]|\d{1,3})(?:[)\]]|[.、:](?!\d)) ?/, '')

export type NumberForm = {
  /** Units that may stand beside the number: `['小时', 'h', '%']`. */
  readonly units?: readonly string[]
  /** The mark before the decimals: in much of Europe a comma. A point, unless said. */
  readonly decimalMark?: '.' | ','
}

/** A number with decimals as a whole number and how many decimals it has: `3.5` is 35 with 1. At most 6 decimals, beside zeros: `1.5000000000`. */
export const decimalIn = (
  cell: unknown,
  text: string,
  { units = [], decimalMark = '.' }: NumberForm = {},
): { readonly number: number; readonly decimals: number } | undefined => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? decimalOf(cell.toFixed(6)) : undefined
  const lower = text.toLowerCase()
  const unit = units
    .map((one) => plainText(one).toLowerCase())
    .find((one) => one !== '' && (lower.endsWith(one) || lower.startsWith(one)))
  const end = unit === undefined || !lower.endsWith(unit) ? undefined : -unit.length
  const bare = unit === undefined ? text : end === undefined ? text.slice(unit.length) : text.slice(0, end)
  const pointed = decimalMark === ',' ? bare.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')) : bare
  return decimalOf(pointed.trim())
}

const decimalOf = (text: string) => {
  const found = /^([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d{1,12})(?:\.(\d{1,6})0*)?$/.exec(text)
  if (found === null) return undefined
  const [, sign, whole = '', fraction = ''] = found
  const decimals = fraction.replace(/0+$/, '')
  const number = Number(`${sign}${whole.replace(/[, ]/g, '')}${decimals}`)
  return Number.isSafeInteger(number) ? { number: number + 0, decimals: decimals.length } : undefined
}
