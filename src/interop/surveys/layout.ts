/** Where an export of a survey tool keeps what. */
import type { NumberForm } from './cell.ts'
import type { DateOrder } from './time.ts'

/**
 * Options by their texts: the option that each text stands for. A letter or number before the text (`A.安全`) and the case of
 * its letters make no difference where the text itself is declared.
 */
type ByOptions = {
  readonly options: Readonly<Record<string, string>>
  /** Words of one's own: the option that a text which is none stands for, and the open item that takes the words. */
  readonly other?: { readonly option: string; readonly textItem?: string }
}

/** A question of a sheet by the column it stands in: how its cells are read. */
export type SurveyQuestion = {
  readonly itemId: string
  /** Texts that stand for no answer here, beside those of the whole layout. */
  readonly blanks?: readonly (string | number)[]
} & (
  | {
      readonly kind?: 'scale'
      /** Numbers of this question's texts: `{ 非常满意: 5 }`. They go before those of the whole layout. */
      readonly values?: Readonly<Record<string, number>>
    }
  /** One option of several. */
  | ({ readonly kind: 'choice' } & ByOptions)
  /** Several options in one cell, with `separator` between: `┋`, `;` and `,` are tried where none is said. */
  | ({ readonly kind: 'choices'; readonly separator?: string } & ByOptions)
  /** One option of a choice of several, in a column of its own: `1`, `Yes` or the option's text where it was chosen. */
  | {
      readonly kind: 'option'
      readonly option: string
      readonly chosen?: readonly (string | number)[]
      /** The open item that takes words of one's own beside the mark: `1〖焊接〗`. */
      readonly textItem?: string
    }
  /** Options in their order in one cell, the best first. */
  | {
      readonly kind: 'ranking'
      readonly options: Readonly<Record<string, string>>
      readonly separator?: string
    }
  /** The rank of one option, in a column of its own: 1 is the best. */
  | { readonly kind: 'rank'; readonly option: string }
  /** The option at one place of an order, in a column of its own: 1 is the best. LimeSurvey writes an order so. */
  | { readonly kind: 'place'; readonly place: number; readonly options: Readonly<Record<string, string>> }
  /** An open question. */
  | { readonly kind: 'text' }
  /** A number with decimals, in the unit that the item declares; `units` may be written beside it. */
  | ({ readonly kind: 'number' } & NumberForm)
)

/** Rows that are no answers: those with one of these texts in this column. */
export type RowFilter = {
  readonly column: string | readonly string[]
  readonly is: readonly (string | number | boolean)[]
  readonly because: 'preview' | 'test' | 'unfinished' | 'screenedOut' | 'summary'
}

export type SurveyLayout = {
  /** The heading of the time when the answers were sent; where a tool has several names for it, the first that is there. */
  readonly submittedAt: string | readonly string[]
  /** The zone this tool writes its times in, where it is not the one of the reading: `UTC` for Typeform. */
  readonly zone?: string
  /** For times like `3/4/2026`: which figure comes first, where no row of the sheet shows it (`3/14/2026` does). */
  readonly dateOrder?: DateOrder
  /** The heading of the respondent's own number: 工号, 学号. None where answers are anonymous. */
  readonly respondent?: string
  /** Digits of a respondent's number: a spreadsheet has made 17 of `000017`. */
  readonly respondentDigits?: number
  /**
   * The heading of each question, and the item it is: the item's id alone for a question on a scale. Of several columns with
   * one heading, `Comments (2)` names the second.
   */
  readonly questions: Readonly<Record<string, string | SurveyQuestion>>
  /** The value of a text, on every scale: `{ 非常满意: 5 }`. Numbers stand for themselves. */
  readonly values?: Readonly<Record<string, number>>
  /** Codings of "left empty", beside the empty cell: `(空)`, -2. */
  readonly blanks?: readonly (string | number)[]
  /** Codings of "was not asked", because the survey jumped over it: `(跳过)`, -3. */
  readonly skipped?: readonly (string | number)[]
  readonly leaveOut?: readonly RowFilter[]
  /**
   * Rows of headings above the answers, and which of them name a column (from 1). Qualtrics has three, the first names;
   * SurveyMonkey has two, and both together name: `Which topics? / Safety`. One, if nothing is said.
   */
  readonly headings?: { readonly rows: number; readonly naming: readonly number[] }
  /** Which row counts of a respondent who has several, by the time when the answers were sent; `none` takes none of them. */
  readonly twice?: 'first' | 'last' | 'none'
}

/** The number a row of headings gives a column of several rows of headings. */
export const headingSeparator = ' / '
