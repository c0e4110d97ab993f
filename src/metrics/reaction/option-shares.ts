import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsFlag, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'
import { type Chosen, needsChosen, needsOptions } from './chosen-options.ts'

export type OptionQuestion = {
  /** Every option of the question. */
  readonly options: readonly string[]
  /** `chosen`: it is among those chosen. `first`: it was put first, in a ranking. */
  readonly counted?: 'chosen' | 'first'
  /** `true` when those who answered are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

/** How many answered, and how many chose each option, in the order of the options. */
export type OptionCounts = { readonly answered: number; readonly chosen: readonly number[] }

const places = ['chosen', 'first'] as const

const countersOf = (calculator: string, { options, counted = 'chosen', sampled = false }: OptionQuestion) => {
  needsOptions(calculator, options)
  needsOneOf(calculator, 'counted', counted, places)
  needsFlag(calculator, 'sampled', sampled)
  const isChosen = (chosen: readonly string[], option: string) =>
    counted === 'first' ? chosen[0] === option : chosen.includes(option)
  return {
    count: (chosen: Chosen): OptionCounts => ({
      answered: chosen === null ? 0 : 1,
      chosen: options.map((option) => (chosen !== null && isChosen(chosen, option) ? 1 : 0)),
    }),
    combine: (a: OptionCounts, b: OptionCounts): OptionCounts => ({
      answered: a.answered + b.answered,
      chosen: a.chosen.map((count, at) => count + (b.chosen[at] ?? 0)),
    }),
    shares: ({ answered, chosen }: OptionCounts): Readonly<Record<string, MetricResult>> =>
      Object.fromEntries(
        options.map((option, at) => [
          option,
          share({ part: chosen[at] ?? 0, whole: answered, what: 'answered', sampled, variant: { counted } }),
        ]),
      ),
  }
}

/**
 * Shares per option (选项占比), M38: of those who answered a question, how many chose each option.
 *
 * Formula: people who chose the option / people who answered the question. A person who left the question out is in neither.
 *
 * When to use: for a choice of one option or of several, a row of a matrix, a theme of open answers; for a ranking with
 * `counted: 'first'`. Where several may be chosen, the shares add up to more than one.
 * When not: to compare questionnaires that offer other options: a share depends on what stood beside it.
 *
 * Result: for each option a ratio with the Wilson 95 % interval when `sampled`; n is the people who answered; `undefined`
 * (`ZeroDenominator`) when nobody did. Throws when an option is listed twice, or an answer names one that is not listed.
 *
 * Source: no published standard; defined here. Wilson (1927) for the interval.
 *
 * @example
 * ```ts
 * import { optionShares } from 'training-ops/metrics'
 * const shares = optionShares({ answers: [['online'], ['online'], ['onsite'], null], options: ['online', 'onsite', 'both'] })
 * shares.online?.status === 'ok' && shares.online.value.toFixed(2) // => '0.67'
 * shares.both // => { status: 'ok', value: 0, n: 3, unit: 'ratio', variant: { counted: 'chosen' } }
 * ```
 */
export const optionShares = /* @__PURE__ */ guarded(
  'optionShares',
  ({
    answers,
    ...question
  }: OptionQuestion & { readonly answers: readonly Chosen[] }): Readonly<Record<string, MetricResult>> => {
    const { count, combine, shares } = countersOf('optionShares', question)
    const all = listOf('optionShares', 'answers', answers).map((chosen, index) => {
      needsChosen('optionShares', `answers[${index}]`, chosen, question.options)
      return count(chosen)
    })
    return shares(all.reduce(combine, count(null)))
  },
)

/** Shares per option over people, one at a time. */
export const optionSharesAccumulator = /* @__PURE__ */ guardedAccumulator(
  'optionSharesAccumulator',
  (question: OptionQuestion): Accumulator<Chosen, OptionCounts, Readonly<Record<string, MetricResult>>> => {
    const { count, combine, shares } = countersOf('optionSharesAccumulator', question)
    return {
      empty: count(null),
      lift: (chosen) => {
        needsChosen('optionSharesAccumulator', 'chosen', chosen, question.options)
        return count(chosen)
      },
      combine,
      extract: shares,
    }
  },
)

export const optionSharesEntry: MetricEntry = {
  id: 'M38',
  calculator: 'optionShares',
  unit: 'ratio',
  quantity: 'people',
  level: 'L1',
  class: 'effectiveness',
  options: { counted: ['chosen', 'first'] },
  accumulates: 'exact',
  sources: ['No published standard: defined here', 'Wilson 1927'],
}
