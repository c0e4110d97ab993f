import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsFlag, needsOneOf } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { share } from '../share.ts'

const attempts = ['first', 'best'] as const

/** A person's attempts at one assessment, in order, each passed or not. Empty: absent, which is not failed. */
export type Attempts = readonly boolean[]

export type PassRateInput = {
  /** One list per person. */
  readonly people: readonly Attempts[]
  /** Which attempt counts: `first` (default) or `best`. */
  readonly attempt?: (typeof attempts)[number]
  /** `true` when these people are a sample of a larger group: only then is there an interval. */
  readonly sampled?: boolean
}

export type PassCounts = {
  readonly assessed: number
  readonly passedFirst: number
  readonly passedEver: number
}

const needsOutcomes = (outcomes: Attempts, person?: number): void =>
  listOf('passRate', 'people', outcomes, person).forEach((passed, at) => {
    needsFlag('passRate', person === undefined ? 'outcomes' : `people[][${at}]`, passed, person)
  })

const countPerson = (outcomes: Attempts): PassCounts => ({
  assessed: outcomes.length > 0 ? 1 : 0,
  passedFirst: outcomes[0] === true ? 1 : 0,
  passedEver: outcomes.includes(true) ? 1 : 0,
})

/**
 * Pass rate (通过率), M46: of the people who were assessed, the share who passed.
 *
 * Formula: people who passed / people assessed. Absent is not failed: who never tried is in neither number.
 *
 * When to use: `first` to judge the course and its assessment, `best` to say how many hold the qualification.
 * When not: to compare a course with unlimited attempts to one with a single one; with a high pass mark moved
 * after the fact.
 *
 * Result: a ratio from 0 to 1 with the attempt that counted in `variant`; Wilson 95 % interval when `sampled`;
 * `undefined` (`ZeroDenominator`) when nobody was assessed. Throws on an attempt it does not know.
 *
 * Source: Kirkpatrick level 2; Wilson (1927) for the interval.
 *
 * @example
 * ```ts
 * import { passRate } from 'training-ops/metrics'
 * const people = [[true], [false, true], [false], []]
 * passRate({ people, attempt: 'best' }) // => { status: 'ok', value: 2 / 3, n: 3, unit: 'ratio', variant: { attempt: 'best' } }
 * const first = passRate({ people })
 * first.status === 'ok' && first.value // => 1 / 3
 * ```
 */
export const passRate = /* @__PURE__ */ guarded(
  'passRate',
  ({ people, ...options }: PassRateInput): MetricResult => {
    const { empty, lift, combine, extract } = passRateAccumulator(options)
    const counts = listOf('passRate', 'people', people).map((outcomes, person) => {
      needsOutcomes(outcomes, person)
      return lift(outcomes)
    })
    return extract(counts.reduce(combine, empty))
  },
)

/** Pass rate over people, one at a time. */
export const passRateAccumulator = /* @__PURE__ */ guardedAccumulator(
  'passRateAccumulator',
  ({
    attempt = 'first',
    sampled = false,
  }: Omit<PassRateInput, 'people'> = {}): Accumulator<Attempts, PassCounts, MetricResult> => {
    needsOneOf('passRate', 'attempt', attempt, attempts)
    return {
      empty: { assessed: 0, passedFirst: 0, passedEver: 0 },
      lift: (outcomes) => {
        needsOutcomes(outcomes)
        return countPerson(outcomes)
      },
      combine: (a, b) => ({
        assessed: a.assessed + b.assessed,
        passedFirst: a.passedFirst + b.passedFirst,
        passedEver: a.passedEver + b.passedEver,
      }),
      extract: ({ assessed, passedFirst, passedEver }) =>
        share({
          part: attempt === 'first' ? passedFirst : passedEver,
          whole: assessed,
          what: 'assessed',
          sampled,
          variant: { attempt },
        }),
    }
  },
)

export const passRateEntry: MetricEntry = {
  id: 'M46',
  calculator: 'passRate',
  unit: 'ratio',
  quantity: 'people',
  better: 'more',
  level: 'L2',
  class: 'effectiveness',
  options: { attempt: attempts },
  accumulates: 'exact',
  sources: ['Wilson 1927'],
}
