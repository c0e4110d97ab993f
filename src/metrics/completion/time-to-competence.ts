import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { eachRecord, needsCount, needsFlag } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** One person's onboarding. */
export type OnboardingTime = {
  /** Days from hire to completion; while it is in progress, days from hire until today (or until they left). */
  readonly days: number
  readonly completed: boolean
}

/** How many reached competence, or were last seen on the way there, on each day after hire. */
type Days = ReadonlyMap<number, { readonly completed: number; readonly inProgress: number }>

const gathered = (calculator: string, people: Iterable<OnboardingTime>): Days => {
  const byDay = new Map<number, { completed: number; inProgress: number }>()
  let index = 0
  for (const { days, completed } of eachRecord(calculator, 'people', people)) {
    needsCount(calculator, 'people[].days', days, index)
    needsFlag(calculator, 'people[].completed', completed, index++)
    const day = byDay.get(days) ?? { completed: 0, inProgress: 0 }
    byDay.set(days, day)
    if (completed) day.completed += 1
    else day.inProgress += 1
  }
  return byDay
}

/** A day on which somebody reached competence. */
export type CompetenceStep = {
  readonly day: number
  /** People not there yet and still observed on the morning of that day. */
  readonly onTheWay: number
  readonly completed: number
  /** Share estimated to be still on the way after that day. */
  readonly stillOnTheWay: number
}

/**
 * Between two days on which somebody was last seen, the factors (n − d) / n cancel to one division, so that without
 * anybody in progress the estimate is exactly the share left.
 */
const stepsOf = (byDay: Days): readonly CompetenceStep[] => {
  let onTheWay = 0
  for (const { completed, inProgress } of byDay.values()) onTheWay += completed + inProgress
  let [before, ofThen] = [1, onTheWay]
  const steps: CompetenceStep[] = []
  for (const [day, { completed, inProgress }] of [...byDay].sort(([a], [b]) => a - b)) {
    const left = onTheWay - completed
    const stillOnTheWay = before * (left / ofThen)
    if (completed > 0) steps.push({ day, onTheWay, completed, stillOnTheWay })
    onTheWay = left - inProgress
    if (inProgress > 0) [before, ofThen] = [stillOnTheWay, onTheWay]
  }
  return steps
}

/** The error that rounding may add to an estimate of exactly one half; R allows for 1.5e-8. */
const roundingAllowed = 1e-9

const medianOf = (byDay: Days): MetricResult => {
  let [n, inProgress] = [0, 0]
  for (const day of byDay.values()) {
    n += day.completed + day.inProgress
    inProgress += day.inProgress
  }
  if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const half = stepsOf(byDay).find(({ stillOnTheWay }) => stillOnTheWay <= 0.5 + roundingAllowed)
  if (!half) return notMeasurable({ code: 'NotReached', what: 'median' })
  return measured({
    value: half.day,
    n,
    unit: 'days',
    variant: { estimator: 'kaplanMeier' },
    ...(inProgress > 0 && { notes: [{ code: 'StillInProgress', people: inProgress }] }),
  })
}

/**
 * Time to competence (上手周期), M28: the days after which half of the people hired are estimated to be competent.
 *
 * Formula: the first day on which the Kaplan–Meier estimate of the share still on the way is at most one half. People
 * still in progress count as on the way until the day they were last seen.
 *
 * When to use: to compare cohorts of newcomers, before everybody has finished too.
 * When not: the mean of those who finished is not this: the slow ones are missing from it, so it is too short.
 *
 * Result: days; `n` is everybody observed, and a note counts those in progress; `undefined` (`NotReached`) while
 * more than half are estimated to be on the way at the last completion, (`TooFewObservations`) without people. No
 * interval: the hires of a period are a census. Throws when days are not a whole number ≥ 0. The whole curve:
 * `competenceCurve`.
 *
 * Source: Kaplan & Meier 1958.
 *
 * @example
 * ```ts
 * import { timeToCompetence } from 'training-ops/metrics'
 * const people = [
 *   { days: 40, completed: true },
 *   { days: 60, completed: true },
 *   { days: 70, completed: false },
 *   { days: 90, completed: true },
 *   { days: 95, completed: false },
 * ]
 * timeToCompetence(people) // => { status: 'ok', value: 90, n: 5, unit: 'days', variant: { estimator: 'kaplanMeier' }, notes: [{ code: 'StillInProgress', people: 2 }] }
 * ```
 */
export const timeToCompetence = (people: readonly OnboardingTime[]): MetricResult =>
  medianOf(gathered('timeToCompetence', people))

/**
 * Competence curve (上手曲线), beside M28: the Kaplan–Meier estimate, one step for each day somebody got there.
 *
 * Result: steps by day; none while nobody has got there. Throws when days are not a whole number ≥ 0.
 *
 * @example
 * ```ts
 * import { competenceCurve } from 'training-ops/metrics'
 * const curve = competenceCurve([{ days: 40, completed: true }, { days: 50, completed: false }])
 * curve // => [{ day: 40, onTheWay: 2, completed: 1, stillOnTheWay: 0.5 }]
 * ```
 */
export const competenceCurve = (people: readonly OnboardingTime[]): readonly CompetenceStep[] =>
  stepsOf(gathered('competenceCurve', people))

/** A histogram of days, so that cohorts of any size add up exactly. */
const byDays = <Figure>(
  calculator: string,
  extract: (byDay: Days) => Figure,
): Accumulator<OnboardingTime, Days, Figure> => ({
  empty: new Map(),
  lift: (person) => gathered(calculator, [person]),
  combine: (a, b) => {
    const sum = new Map(a)
    for (const [day, { completed, inProgress }] of b) {
      const had = sum.get(day) ?? { completed: 0, inProgress: 0 }
      sum.set(day, { completed: had.completed + completed, inProgress: had.inProgress + inProgress })
    }
    return sum
  },
  extract,
  gather: (people) => gathered(calculator, people),
})

/** The median over people that arrive one by one. */
export const timeToCompetenceAccumulator = /* @__PURE__ */ byDays('timeToCompetence', medianOf)

/** The curve over people that arrive one by one. */
export const competenceCurveAccumulator = /* @__PURE__ */ byDays('competenceCurve', stepsOf)

export const timeToCompetenceEntry: MetricEntry = {
  id: 'M28',
  calculator: 'timeToCompetence',
  companions: { competenceCurve: {} },
  unit: 'days',
  quantity: 'people',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['Kaplan & Meier 1958'],
}
