/**
 * A report spelled in one language: JSON with ids, and every word that a reader sees. Any renderer draws from it alone, so
 * that a page, a text, a sheet and a slide say the same. Its shape is public and stable; parts may be added, none is renamed.
 */

import { placed } from './told-place.ts'

/** A stretch of text. */
export type Run = {
  readonly text: string
  /** A host's own words; ours otherwise. They must not be read as markup. */
  readonly by?: 'host'
  /** It is a figure: one with a value, one that is withheld, or one that cannot be measured. */
  readonly figure?: 'ok' | 'suppressed' | 'undefined'
}

export type SpelledText = readonly Run[]

/** A cell of a table, with what a sheet or a style needs beside its words. */
export type SpelledCell = {
  readonly text: SpelledText
  /** The number behind the words, in the unit of `unit`; absent where there is none. */
  readonly value?: number
  /** `share` (0.5 is 50 %), `count`, `number`, or a currency with its amount in major units. */
  readonly unit?: 'share' | 'count' | 'number' | { readonly currency: string }
  /** A number or a day, which is not broken over two lines. */
  readonly whole?: true
  /** Of a heat map: 0 to 1, where 1 is the darkest. */
  readonly shade?: number
}

/** The figures of a chart, ready to be drawn, in the unit of its scale; `null` is no answer: a gap, never a 0. */
export type SpelledPoint = {
  readonly value: number | null
  /** The value as a reader sees it, or why there is none. */
  readonly label: string
  /** Where a bar begins, of a plan or a waterfall; at zero otherwise. */
  readonly from?: number
  readonly interval?: { readonly low: number; readonly high: number }
  /** The value that was aimed at. */
  readonly aim?: { readonly value: number; readonly label: string }
}

export type SpelledChart = {
  readonly id: string
  readonly kind: 'chart'
  readonly form: 'bars' | 'stackedBars' | 'lines' | 'dots' | 'slope' | 'gantt' | 'waterfall'
  /** The finding, where the report knows one. */
  readonly title: string
  /** The tag of the language it is told in. */
  readonly lang: string
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly points: readonly SpelledPoint[] }[]
  /** The axis of values: in which unit they are, from where to where, and what is written at it. */
  readonly scale: {
    /** That of a cell; `day` for instants, in milliseconds since 1970. */
    readonly unit: Exclude<SpelledCell['unit'], undefined> | 'day'
    readonly min: number
    readonly max: number
    readonly ticks: readonly { readonly value: number; readonly label: string }[]
  }
  /** Lines across it: a target, a threshold, a baseline. */
  readonly marks: readonly {
    readonly kind: 'target' | 'threshold' | 'baseline'
    readonly value: number
    readonly label: string
  }[]
  /** Its figures as a table, for those who read no picture: a row for each category, its first cell the category. */
  readonly table: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** The part of a block on the first page; none elsewhere. */
export type BlockRole =
  | 'headline'
  | 'verdict'
  | 'grounds'
  | 'asks'
  | 'recommendations'
  | 'targets'
  | 'limitations'

export type SpelledBlock =
  | {
      readonly id: string
      readonly kind: 'paragraph'
      readonly role?: BlockRole
      readonly text: SpelledText
    }
  | {
      readonly id: string
      readonly kind: 'bullets'
      readonly role?: BlockRole
      readonly items: readonly SpelledText[]
    }
  | {
      readonly id: string
      readonly kind: 'facts'
      readonly facts: readonly { readonly name: SpelledText; readonly value: SpelledCell }[]
    }
  | {
      readonly id: string
      readonly kind: 'table'
      readonly role?: BlockRole
      readonly caption: string
      readonly columns: readonly { readonly head: SpelledText; readonly align: 'start' | 'end' }[]
      /** The column that names its rows; −1 where none does. */
      readonly names: number
      readonly rows: readonly (readonly SpelledCell[])[]
      /** Of a heat map: what its lightest and its darkest cell mean. */
      readonly legend?: { readonly light: string; readonly dark: string }
    }
  | SpelledChart

export type SpelledSection = {
  readonly id: string
  /** The answer, which stands first; what it rests on; and what only a checker needs. */
  readonly part: 'answer' | 'evidence' | 'appendix'
  /** Absent of the first, which stands under the title. */
  readonly heading?: SpelledText
  readonly blocks: readonly SpelledBlock[]
}

export type SpelledDocument = {
  /** The shape of this JSON. */
  readonly shape: 'training-ops/document/1'
  /** A BCP 47 tag. */
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: SpelledText
  readonly sections: readonly SpelledSection[]
  /** Words of ours that a renderer needs beside the document. */
  readonly words: {
    readonly colon: string
    readonly figures: string
    readonly page: string
    readonly contents: string
    /** Beside the name of a column: its numbers alone, where its words say more. */
    readonly number: string
  }
}

/**
 * Spelled text without its marks.
 *
 * @example
 * ```ts
 * import { plainText } from 'training-ops/reports'
 * plainText([{ text: 'Completed ' }, { text: '45' }]) // => 'Completed 45'
 * ```
 */
export const plainText = (text: SpelledText): string =>
  placed('plainText', 'a spelled text', { text }, ({ text }) => text.map(({ text }) => text).join(''))
