import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { type Answer, type AnswerScale, needsOnScale } from './answer-scale.ts'
import { type BoxCounts, topTwoBoxAccumulator, topTwoBoxFor } from './top-two-box.ts'

const themes = ['relevance', 'confidence', 'commitment', 'intentToApply'] as const

export type IntentTheme = (typeof themes)[number]

/** The answers to the questions about what comes after the course; ask one question or all four. */
export type IntentAnswers = {
  readonly answers: Readonly<Partial<Record<IntentTheme, readonly Answer[]>>>
  readonly scale: AnswerScale
  /** `true` when these answers are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/** A share for each theme that was asked. */
export type IntentShares = Readonly<Partial<Record<IntentTheme, MetricResult>>>

/**
 * Relevance, confidence, commitment, intent to apply (相关性/信心/承诺/应用意愿), M36: do people mean to use it?
 *
 * Formula: for each theme, the top-two-box share of its answers (`topTwoBox`).
 *
 * When to use: at the end of a course, to see which of the four stands in the way of application.
 * When not: as application. Intent is not behaviour; ask again with the follow-up.
 *
 * Result: for each theme asked, a ratio as `topTwoBox` gives it, `undefined` for the same reasons. Throws when an
 * answer is off the scale or a theme is not one of the four.
 *
 * Source: Kirkpatrick & Kirkpatrick (2016), levels 1 and 2 of the New World model.
 *
 * @example
 * ```ts
 * import { intentShares } from 'training-ops/metrics'
 * const { confidence } = intentShares({ answers: { confidence: [5, 4, 2, 3] }, scale: { min: 1, max: 5 } })
 * confidence?.status === 'ok' && confidence.value // => 0.5
 * ```
 */
export const intentShares = /* @__PURE__ */ guarded(
  'intentShares',
  ({ answers, ...rest }: IntentAnswers): IntentShares => {
    const shares: Partial<Record<IntentTheme, MetricResult>> = {}
    for (const [theme, given] of Object.entries(answers)) {
      needsOneOf('intentShares', 'answers', theme, themes)
      shares[theme as IntentTheme] = topTwoBoxFor('intentShares', `answers.${theme}`, given, rest)
    }
    return shares
  },
)

/** One questionnaire's answers: what it was asked, `null` where it was left out. */
export type IntentAnswer = Readonly<Partial<Record<IntentTheme, Answer>>>

export type IntentCounts = Readonly<Partial<Record<IntentTheme, BoxCounts>>>

const themesIn = (...some: readonly object[]): readonly IntentTheme[] =>
  themes.filter((theme) => some.some((each) => theme in each))

/** Shares of intent over questionnaires, one at a time. */
export const intentSharesAccumulator = /* @__PURE__ */ guardedAccumulator(
  'intentSharesAccumulator',
  (options: Omit<IntentAnswers, 'answers'>): Accumulator<IntentAnswer, IntentCounts, IntentShares> => {
    const ofTheme = topTwoBoxAccumulator(options)
    const each = <Value>(
      asked: readonly IntentTheme[],
      figureOf: (theme: IntentTheme) => Value,
    ): Partial<Record<IntentTheme, Value>> =>
      Object.fromEntries(asked.map((theme) => [theme, figureOf(theme)]))
    return {
      empty: {},
      lift: (answer) => {
        for (const [theme, given] of Object.entries(answer)) {
          needsOneOf('intentSharesAccumulator', 'answer', theme, themes)
          needsOnScale('intentSharesAccumulator', `answer.${theme}`, given, options.scale)
        }
        return each(themesIn(answer), (theme) => ofTheme.lift(answer[theme] ?? null))
      },
      combine: (a, b) =>
        each(themesIn(a, b), (theme) =>
          ofTheme.combine(a[theme] ?? ofTheme.empty, b[theme] ?? ofTheme.empty),
        ),
      extract: (counts) => each(themesIn(counts), (theme) => ofTheme.extract(counts[theme] ?? ofTheme.empty)),
    }
  },
)

export const intentSharesEntry: MetricEntry = {
  id: 'M36',
  calculator: 'intentShares',
  unit: 'ratio',
  quantity: 'answers',
  better: 'more',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kirkpatrick & Kirkpatrick 2016'],
}
