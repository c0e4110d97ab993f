/**
 * A report as data: sections, paragraphs, tables, figures. It holds no word a person reads, only the keys of words
 * (`languages/`) and what goes into their gaps. Rendering is a separate step, and chooses the language.
 */

import type { MetricResult, Quantity } from '../metrics/index.ts'
import { given } from '../vocabulary/index.ts'
import type { CodeKind, WordKey } from './languages/language.ts'
import { placed } from './told-place.ts'

/** Something a report prints. */
export type Datum =
  /** As the host wrote it: a title, a name, an id. */
  | string
  /** A whole number, with thousands separated. */
  | number
  | {
      readonly money: {
        readonly minor: number
        readonly currency: string
        /** Told to three figures, as in a headline: CNY 926,000, 92.6 万元. */
        readonly rounded?: boolean
      }
    }
  /** A share, printed in percent with one decimal. */
  | { readonly share: number }
  /** A share, printed in percent with as many decimals as it has. */
  | { readonly percent: number }
  /** An instant, printed as its day in a zone; or a local day (`2026-03-01`). `brief` is its month alone. */
  | { readonly day: string; readonly brief?: boolean }
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
      readonly between?: 'item' | 'clause' | 'range' | 'sentence'
    }

/** The form of a figure that its result does not contain. */
export type FigureForm = {
  /** The unit the host measures in. */
  readonly measuredIn?: string
  /** The two values that a difference of test scores lies between. */
  readonly between?: readonly [before: number, after: number]
  /** It is a difference of two values: of shares, in percentage points. */
  readonly difference?: boolean
  /** The most its scale has: 4.03 / 5. */
  readonly outOf?: number
  /** It is a share of a scale that begins at its lowest answer, told out of five: 0.875 as 4.5 / 5. */
  readonly asRating?: boolean
  /** No n: of one program. */
  readonly withoutCount?: boolean
  /** The quantity that the n counts, where it is not people: 880 answers. */
  readonly counts?: Quantity
}

/** Words of the catalog, with the data that goes into their gaps. */
export type Phrase = { readonly words: WordKey; readonly with?: Readonly<Record<string, Datum>> }

/** The kinds of codes that words are looked up for. */
export type CodePrefix =
  | CodeKind
  | 'anonymity'
  | 'counted'
  | 'direction'
  | 'input'
  | 'isolation'
  | 'origin'
  | 'outcome'
  | 'per'
  | 'source'
  | 'trend'
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

/**
 * The word a language has for a code: `codeWord('term', 'launched')`.
 *
 * @example
 * ```ts
 * import { codeWord } from 'training-ops/reports'
 * codeWord('term', 'launched') // => { code: 'launched', of: 'term' }
 * ```
 */
export const codeWord = (of: CodePrefix, code: string): Code => ({ code, of })

export type Column = { readonly head: Phrase; readonly align?: 'start' | 'end' }

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  | { readonly kind: 'bullets'; readonly items: readonly Phrase[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Datum[])[]
      /** Of a heat map (热力图): which end is good, by what its lightest and its darkest cell mean. */
      readonly legend?: { readonly light: Phrase; readonly dark: Phrase }
      /** Its subject, where its section says less. */
      readonly caption?: Phrase
    }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [Phrase, Datum])[] }
  | Chart

/** The values of a chart: what they measure, so that the axis is told in it, and where it begins and ends unless as the values do. */
export type Axis =
  /** `rating` is a share of a scale, told from 1 to 5. */
  (
    | { readonly of: 'share' | 'count' | 'hours' | 'number' | 'rating' }
    | { readonly of: 'money'; readonly currency: string }
    /** Values are instants in milliseconds since 1970: a plan (甘特图). */
    | { readonly of: 'days' }
  ) & { readonly from?: number; readonly to?: number }

/**
 * A chart, as data: drawing it is the renderer's, and a reader without pictures loses nothing, for a chart
 * stands beside the table with the same figures. Several charts with one axis are small multiples.
 *
 * `bars` beside each other; `stackedBars` where series add up to a whole; `lines` over an ordered axis; `dots` with their
 * intervals, and what was aimed at; `slope` from before to after, a series for each; `gantt` from a day to a day; `waterfall`
 * from one sum to another.
 */
export type Chart = {
  readonly kind: 'chart'
  readonly form: 'bars' | 'stackedBars' | 'lines' | 'dots' | 'slope' | 'gantt' | 'waterfall'
  /** The finding, where the report knows one. */
  readonly title: Phrase
  /** That of the labels unless given. */
  readonly axis?: Axis
  /** Lines across it. */
  readonly marks?: readonly {
    readonly kind: 'target' | 'threshold' | 'baseline'
    readonly value: number
    readonly label: Datum
  }[]
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
  /** Where its bar begins: of a plan, a waterfall. */
  readonly from?: number
  readonly interval?: { readonly low: number; readonly high: number }
  /** The value that was aimed at. */
  readonly aim?: { readonly value: number; readonly label: Datum }
}

/**
 * A figure as a point: no value where there is none, and its interval where it has one.
 *
 * @example
 * ```ts
 * import { completionRate } from 'training-ops/metrics'
 * import { pointOf } from 'training-ops/reports'
 * pointOf(completionRate({ completed: 45, ended: 60 })).value // => 0.75
 * pointOf(completionRate({ completed: 0, ended: 0 })).value // => null
 * ```
 */
export const pointOf = (figure: MetricResult, form: FigureForm = {}): Point =>
  placed('pointOf', 'a figure', { figure, form }, ({ figure, form }) => {
    const label: Datum = { figure, form: { ...form, withoutCount: true } }
    if (figure.status !== 'ok') return { value: null, label }
    const { value, interval } = figure
    return {
      value,
      label,
      ...given({ interval: interval && { low: interval.low, high: interval.high } }),
    }
  })

/**
 * A share as a cell of a heat map (热力图): shaded by its value, bare where there is none.
 *
 * @example
 * ```ts
 * import { completionRate } from 'training-ops/metrics'
 * import { shadedFigure } from 'training-ops/reports'
 * const rate = completionRate({ completed: 45, ended: 60 })
 * shadedFigure(rate) // => { shaded: { figure: rate, form: {} }, by: 0.75 }
 * ```
 */
export const shadedFigure = (figure: MetricResult, form: FigureForm = {}): Datum =>
  placed('shadedFigure', 'a figure', { figure }, ({ figure }) => ({
    shaded: { figure, form },
    by: figure.status === 'ok' ? Math.min(1, Math.max(0, figure.value)) : null,
  }))

export type Section = { readonly heading: Phrase; readonly blocks: readonly Block[] }

/** A request to the reader: the decision, its reason, the person who asks, the amount, the day, and what follows from a no. */
export type Ask = {
  readonly decision: Datum
  readonly reason?: Datum
  readonly askedBy?: Datum
  readonly amount?: Datum
  readonly due?: Datum
  readonly consequence?: Datum
}

/** Whether to go on, by a rule that stands beside it; `cannotTell` where nothing could be measured. */
export type Verdict = {
  readonly is: 'continue' | 'change' | 'stop' | 'cannotTell'
  /** The rule, and what it was applied to. */
  readonly grounds: readonly Phrase[]
}

/** An action that is recommended: by whom and until when. */
export type Recommendation = {
  readonly action: Datum
  readonly because?: Datum
  readonly amount?: Datum
  /** The objectives or figures that will show whether it worked. */
  readonly measuredBy?: Datum
  readonly owner?: Datum
  readonly due?: Datum
  readonly status?: Datum
}

/** A figure against what it was to be, and against the period before: the sign of the trend is read from the two. */
export type Against = {
  readonly of: Datum
  readonly actual: Datum
  readonly target?: Datum
  /** Whether the target is met. */
  readonly met?: boolean
  readonly previous?: Datum
  /** Whether it went the way it should. */
  readonly trend?: 'better' | 'worse' | 'same'
}

export type Document = {
  readonly title: Phrase
  /** The answer in one sentence. It stands first, before what explains it. */
  readonly headline?: Phrase
  readonly verdict?: Verdict
  readonly asks?: readonly Ask[]
  /** The figures that decide, against their targets and the period before. */
  readonly targets?: readonly Against[]
  readonly recommendations?: readonly Recommendation[]
  /** Limits that must be known before it is believed. */
  readonly limitations?: readonly Phrase[]
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** The part that only a checker needs: fingerprints, versions, zones, items. It stands last. */
  readonly appendix?: readonly Section[]
}

/**
 * A phrase: `phrase('needs.title', { period: '2026' })`.
 *
 * @example
 * ```ts
 * import { phrase } from 'training-ops/reports'
 * phrase('plan.title', { plan: 'Plan 2026' }) // => { words: 'plan.title', with: { plan: 'Plan 2026' } }
 * ```
 */
export const phrase = (words: WordKey, data?: Readonly<Record<string, Datum>>): Phrase =>
  data === undefined ? { words } : { words, with: data }

/**
 * Several sentences as one phrase; those that are absent are left out.
 *
 * @example
 * ```ts
 * import { phrase, sentences } from 'training-ops/reports'
 * sentences(phrase('status.title'), undefined).words // => 'first.sentences'
 * ```
 */
export const sentences = (...parts: readonly (Phrase | undefined)[]): Phrase =>
  phrase('first.sentences', {
    sentences: {
      list: parts.flatMap((part) => (part === undefined ? [] : [{ phrase: part }])),
      between: 'sentence',
    },
  })

/**
 * A paragraph of one phrase.
 *
 * @example
 * ```ts
 * import { paragraph } from 'training-ops/reports'
 * paragraph('status.title') // => { kind: 'paragraph', text: { words: 'status.title' } }
 * ```
 */
export const paragraph = (words: WordKey, data?: Readonly<Record<string, Datum>>): Block => ({
  kind: 'paragraph',
  text: phrase(words, data),
})

/**
 * A column of words, or of numbers (`end`).
 *
 * @example
 * ```ts
 * import { column } from 'training-ops/reports'
 * column('statistics.heads', 'end') // => { head: { words: 'statistics.heads' }, align: 'end' }
 * ```
 */
export const column = (words: WordKey, align: 'start' | 'end' = 'start'): Column => ({
  head: phrase(words),
  align,
})
