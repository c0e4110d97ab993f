import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { eachRecord, guarded, guardedAccumulator, needsCount, needsText } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** Minutes one person spent in training, once for each session or course. */
export type LearnerMinutes = { readonly person: string; readonly minutes: number }

type Learned = { readonly minutes: number; readonly people: ReadonlySet<string> }

/**
 * Hours per learner (参训人均小时), M04: hours of training divided by the people who had any.
 *
 * Formula: Σ minutes / 60 / distinct people with more than 0 minutes.
 *
 * When to use: to ask what those who take part get.
 * When not: as training hours per employee (M03), which divides by everybody and is smaller.
 *
 * Result: hours; `n` is the learners; `undefined` (`ZeroDenominator`) when nobody learned. Throws when a person is
 * not named or minutes are not a whole number ≥ 0.
 *
 * Source: default D3 of the project's metric catalog.
 *
 * @example
 * ```ts
 * import { hoursPerLearner } from 'training-ops/metrics'
 * const records = [{ person: 'an', minutes: 90 }, { person: 'an', minutes: 30 }, { person: 'bo', minutes: 60 }]
 * hoursPerLearner(records) // => { status: 'ok', value: 1.5, n: 2, unit: 'hours', variant: { denominator: 'learners' } }
 * ```
 */
export const hoursPerLearner = /* @__PURE__ */ guarded(
  'hoursPerLearner',
  (records: readonly LearnerMinutes[]): MetricResult => hoursOf(gather(records)),
)

const gather = (records: Iterable<LearnerMinutes>): Learned => {
  const people = new Set<string>()
  let sum = 0
  let index = 0
  for (const { person, minutes } of eachRecord('hoursPerLearner', 'records', records)) {
    needsText('hoursPerLearner', 'records[].person', person, index)
    needsCount('hoursPerLearner', 'records[].minutes', minutes, index++)
    sum += minutes
    if (minutes > 0) people.add(person)
  }
  return { minutes: sum, people }
}

const hoursOf = ({ minutes, people }: Learned): MetricResult =>
  people.size === 0
    ? notMeasurable({ code: 'ZeroDenominator', what: 'learners' })
    : measured({
        value: minutes / 60 / people.size,
        n: people.size,
        unit: 'hours',
        variant: { denominator: 'learners' },
      })

/** Adds minutes and unites people, so that one person at two sites is one learner. */
export const hoursPerLearnerAccumulator: Accumulator<LearnerMinutes, Learned, MetricResult> =
  /* @__PURE__ */ guardedAccumulator('hoursPerLearnerAccumulator', {
    empty: { minutes: 0, people: /* @__PURE__ */ new Set() },
    lift: (record) => gather([record]),
    combine: (a, b) => ({ minutes: a.minutes + b.minutes, people: new Set([...a.people, ...b.people]) }),
    extract: hoursOf,
    gather,
  })

export const hoursPerLearnerEntry: MetricEntry = {
  id: 'M04',
  calculator: 'hoursPerLearner',
  unit: 'hours',
  quantity: 'people',
  better: 'more',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['Project default D3'],
}
