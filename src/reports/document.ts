/**
 * A report as data: sections, paragraphs, tables, figures. Not one word a person reads is in here, only which words
 * (`words/en.ts`, `words/zh-CN.ts`) and what goes into them; rendering is a separate step.
 */
import type { MetricResult } from '../metrics/index.ts'
import type { WordKey } from './words/en.ts'

/** Something a report prints. */
export type Datum =
  /** As the host wrote it: a title, a name, an id. */
  | string
  /** A whole number, with thousands separated. */
  | number
  | { readonly money: { readonly minor: number; readonly currency: string } }
  /** A share, printed in percent with one decimal. */
  | { readonly share: number }
  /** An instant, printed as its day in a zone. */
  | { readonly day: string }
  /** A number with so many decimals. */
  | { readonly decimal: number; readonly digits: number }
  /** A value in the unit a host measures it in: `share` and `basisPoints` are told in percent. */
  | { readonly value: number; readonly measuredIn: string }
  /** A figure: its value with n and interval, or why there is none. */
  | { readonly figure: MetricResult; readonly form?: FigureForm }
  | { readonly phrase: Phrase }
  /** Several, with a separator of the language between. */
  | { readonly list: readonly Datum[] }

/** What a figure does not say of itself. */
export type FigureForm = {
  /** The unit the host measures in. */
  readonly measuredIn?: string
  /** It is a difference of two values: of shares, in percentage points. */
  readonly difference?: boolean
  /** The most its scale has: 4.03 / 5. */
  readonly outOf?: number
  /** No n: of one program. */
  readonly withoutCount?: boolean
}

/** Words of the catalogue, with the data that goes into their gaps. */
export type Phrase = { readonly words: WordKey; readonly with?: Readonly<Record<string, Datum>> }

export type Column = { readonly head: Phrase; readonly align?: 'start' | 'end' }

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  | { readonly kind: 'bullets'; readonly items: readonly Phrase[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Datum[])[]
    }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [Phrase, Datum])[] }

export type Section = { readonly heading: Phrase; readonly blocks: readonly Block[] }

export type Document = {
  readonly title: Phrase
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** A phrase: `say('needs.title', { period: '2026' })`. */
export const say = (words: WordKey, data?: Readonly<Record<string, Datum>>): Phrase =>
  data === undefined ? { words } : { words, with: data }

export const paragraph = (words: WordKey, data?: Readonly<Record<string, Datum>>): Block => ({
  kind: 'paragraph',
  text: say(words, data),
})

/** A column of words, or of numbers (`end`). */
export const column = (words: WordKey, align: 'start' | 'end' = 'start'): Column => ({
  head: say(words),
  align,
})
