/**
 * A report as data: sections, paragraphs, tables, figures. It holds no word a person reads, only the keys of words
 * (`languages/`) and what goes into their gaps. Rendering is a separate step, and chooses the language.
 */

import type { MetricResult } from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import type { CodeKind, WordKey } from './languages/language.ts'

/** Something a report prints. */
export type Datum =
  /** As the host wrote it: a title, a name, an id. */
  | string
  /** A whole number, with thousands separated. */
  | number
  | { readonly money: { readonly minor: number; readonly currency: string } }
  /** A share, printed in percent with one decimal. */
  | { readonly share: number }
  /** An instant, printed as its day in a zone; or a local day (`2026-03-01`). */
  | { readonly day: string }
  /** Local days, `[from, to)`, printed with their last day: 1 January to 31 December 2025. */
  | { readonly period: { readonly from: string; readonly to: string } }
  /** A number with so many decimals. */
  | { readonly decimal: number; readonly digits: number }
  /** A value in the unit a host measures it in: `share` and `basisPoints` are told in percent. */
  | { readonly value: number; readonly measuredIn: string }
  /** A figure: its value with n and interval, or why there is none. */
  | { readonly figure: MetricResult; readonly form?: FigureForm }
  | { readonly phrase: Phrase }
  | Code
  /** Shaded the more, the nearer `by` is to 1 (0 to 1); not at all where there is no answer. */
  | { readonly shaded: Datum; readonly by: number | null }
  /** Several, with a separator of the language between. */
  | {
      readonly list: readonly Datum[] /** The separator: `item` unless given, `clause` between whole clauses. */
      readonly between?: 'item' | 'clause'
    }

/** The form of a figure that its result does not contain. */
export type FigureForm = {
  /** The unit the host measures in. */
  readonly measuredIn?: string
  /** It is a difference of two values: of shares, in percentage points. */
  readonly difference?: boolean
  /** The most its scale has: 4.03 / 5. */
  readonly outOf?: number
  /** It is a share of a scale that begins at its lowest answer, told out of five: 0.875 as 4.5 / 5. */
  readonly asRating?: boolean
  /** No n: of one program. */
  readonly withoutCount?: boolean
}

/** Words of the catalog, with the data that goes into their gaps. */
export type Phrase = { readonly words: WordKey; readonly with?: Readonly<Record<string, Datum>> }

/** The kinds of codes that words are looked up for. */
export type CodePrefix =
  | CodeKind
  | 'anonymity'
  | 'direction'
  | 'input'
  | 'isolation'
  | 'origin'
  | 'outcome'
  | 'per'
  | 'source'
  | 'verdict'
  | 'zone'
  | `variantValue.${string}`

/** A code, told in the word the language has for it under its kind (`term.launched`). */
export type Code = {
  readonly code: string
  readonly of: CodePrefix
  /** The data for the gaps of its words. */
  readonly with?: Readonly<Record<string, Datum>>
  /** Told where the language has no word for the code: the code itself unless given. */
  readonly otherwise?: Datum
}

/** The word a language has for a code: `codeWord('term', 'launched')`. */
export const codeWord = (of: CodePrefix, code: string): Code => ({ code, of })

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
  | Chart

/**
 * A chart, as data: drawing it is the renderer's, and a reader without pictures loses nothing, for a chart
 * stands beside the table with the same figures.
 */
export type Chart = {
  readonly kind: 'chart'
  /** `bars` beside each other, `stackedBars` where series add up to a whole, `lines` over an ordered axis. */
  readonly form: 'bars' | 'stackedBars' | 'lines'
  readonly title: Phrase
  readonly categories: readonly Datum[]
  readonly series: readonly {
    readonly name: Phrase
    /** One for each category. */
    readonly points: readonly Point[]
  }[]
}

/** A point of a chart; `null` is no answer, which is drawn as a gap and never as 0. */
export type Point = {
  readonly value: number | null
  readonly label: Datum
  readonly interval?: { readonly low: number; readonly high: number }
}

/** A figure as a point: no value where there is none, and its interval where it has one. */
export const pointOf = (figure: MetricResult, form: FigureForm = {}): Point => {
  const label: Datum = { figure, form: { ...form, withoutCount: true } }
  if (figure.status !== 'ok') return { value: null, label }
  const { value, interval } = figure
  return {
    value,
    label,
    ...given({ interval: interval && { low: interval.low, high: interval.high } }),
  }
}

/** A share as a cell of a heat map (热力图): shaded by its value, bare where there is none. */
export const shadedFigure = (figure: MetricResult, form: FigureForm = {}): Datum => ({
  shaded: { figure, form },
  by: figure.status === 'ok' ? Math.min(1, Math.max(0, figure.value)) : null,
})

export type Section = { readonly heading: Phrase; readonly blocks: readonly Block[] }

/** A request to the reader: the decision, the person who asks, the amount, and the day. */
export type Ask = {
  readonly decision: Datum
  readonly askedBy?: Datum
  readonly amount?: Datum
  readonly due?: Datum
}

/** Whether to go on, by a rule that stands beside it; `cannotTell` where nothing could be measured. */
export type Verdict = {
  readonly is: 'continue' | 'change' | 'stop' | 'cannotTell'
  /** The rule, and what it was applied to. */
  readonly grounds: readonly Phrase[]
}

export type Document = {
  readonly title: Phrase
  /** The answer in one sentence. It stands first, before what explains it. */
  readonly headline?: Phrase
  readonly verdict?: Verdict
  readonly asks?: readonly Ask[]
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** The part that only a checker needs: fingerprints, versions, zones. It stands last. */
  readonly appendix?: readonly Section[]
}

/** A phrase: `phrase('needs.title', { period: '2026' })`. */
export const phrase = (words: WordKey, data?: Readonly<Record<string, Datum>>): Phrase =>
  data === undefined ? { words } : { words, with: data }

/** A paragraph of one phrase. */
export const paragraph = (words: WordKey, data?: Readonly<Record<string, Datum>>): Block => ({
  kind: 'paragraph',
  text: phrase(words, data),
})

/** A column of words, or of numbers (`end`). */
export const column = (words: WordKey, align: 'start' | 'end' = 'start'): Column => ({
  head: phrase(words),
  align,
})
