import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { eachRecord, guarded, guardedAccumulator, needsCount, needsFlag } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { normalQuantile } from '../statistics/normal.ts'

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

/** A step, and Greenwood's sum up to it: the squared error of the logarithm of the estimate. */
type Step = CompetenceStep & { readonly greenwood: number }

/**
 * Between two days on which somebody was last seen, the factors (n − d) / n cancel to one division, so that without
 * anybody in progress the estimate is exactly the share left.
 */
const stepsOf = (byDay: Days): readonly Step[] => {
  let onTheWay = 0
  for (const { completed, inProgress } of byDay.values()) onTheWay += completed + inProgress
  let [before, ofThen] = [1, onTheWay]
  let greenwood = 0
  const steps: Step[] = []
  for (const [day, { completed, inProgress }] of [...byDay].sort(([a], [b]) => a - b)) {
    const left = onTheWay - completed
    const stillOnTheWay = before * (left / ofThen)
    greenwood += completed / onTheWay / left
    if (completed > 0) steps.push({ day, onTheWay, completed, stillOnTheWay, greenwood })
    onTheWay = left - inProgress
    if (inProgress > 0) [before, ofThen] = [stillOnTheWay, onTheWay]
  }
  return steps
}

const curveOf = (byDay: Days): readonly CompetenceStep[] =>
  stepsOf(byDay).map(({ greenwood: _, ...step }) => step)

/** The error that rounding may add to an estimate of exactly one half; R allows for 1.5e-8. */
const roundingAllowed = 1e-9

/** The day on which a curve falls to one half; where it stays at one half, the middle of that stretch. */
const halfOf = (steps: readonly Step[], curve: (step: Step) => number): number | undefined => {
  const at = steps.findIndex((step) => curve(step) <= 0.5 + roundingAllowed)
  const [step, next = step] = steps.slice(at)
  return at < 0 || !step || !next
    ? undefined
    : curve(step) < 0.5 - roundingAllowed
      ? step.day
      : (step.day + next.day) / 2
}

const medianOf = (byDay: Days): MetricResult => {
  let [n, inProgress] = [0, 0]
  for (const day of byDay.values()) {
    n += day.completed + day.inProgress
    inProgress += day.inProgress
  }
  if (n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const steps = stepsOf(byDay)
  const value = halfOf(steps, ({ stillOnTheWay }) => stillOnTheWay)
  if (value === undefined) return notMeasurable({ code: 'NotReached', what: 'median' })
  // The ends of the interval are the days on which the ends of the estimate fall to one half.
  const [low, high] = [0.025, 0.975].map((probability) =>
    halfOf(
      steps,
      ({ stillOnTheWay, greenwood }) =>
        stillOnTheWay * Math.exp(normalQuantile({ probability }) * Math.sqrt(greenwood)),
    ),
  ) as [number, number | undefined]
  const notes: Note[] = []
  if (high === undefined) notes.push({ code: 'NoIntervalOpenAbove', low })
  if (high === low) notes.push({ code: 'NoIntervalWithoutSpread' })
  if (inProgress > 0) notes.push({ code: 'StillInProgress', people: inProgress })
  return measured({
    value,
    n,
    unit: 'days',
    ...(high !== undefined &&
      high > low && { interval: { low, high, confidence: 0.95, method: 'greenwood' } }),
    variant: { estimator: 'kaplanMeier' },
    ...(notes.length > 0 && { notes }),
  })
}

/**
 * Time to competence (上手周期), M28: the days after which half of the people hired are estimated to be competent.
 *
 * Formula: the first day on which the Kaplan–Meier estimate of the share still on the way is below one half, or the middle of
 * the days on which it is one half. Interval: the days on which the ends of the estimate, by Greenwood's error of its
 * logarithm, do so (R: `survfit`). People still in progress count as on the way until the day they were last seen.
 *
 * When to use: to compare cohorts of newcomers, before everybody has finished too.
 * When not: the mean of those who finished is not this: the slow ones are missing from it, so it is too short.
 *
 * Result: days; `n` is everybody observed, and a note counts those in progress; `undefined` (`NotReached`) while
 * more than half are estimated to be on the way at the last completion, (`TooFewObservations`) without people. With
 * the 95 % interval, or the note `NoIntervalOpenAbove` (low) while its upper end is not reached. Throws when days are not a whole number ≥ 0. The whole curve:
 * `competenceCurve`.
 *
 * Source: Kaplan & Meier (1958); Greenwood (1926); Brookmeyer & Crowley (1982) for the interval.
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
 * timeToCompetence(people) // => { status: 'ok', value: 90, n: 5, unit: 'days', variant: { estimator: 'kaplanMeier' }, notes: [{ code: 'NoIntervalOpenAbove', low: 60 }, { code: 'StillInProgress', people: 2 }] }
 * ```
 */
export const timeToCompetence = /* @__PURE__ */ guarded(
  'timeToCompetence',
  (people: readonly OnboardingTime[]): MetricResult => medianOf(gathered('timeToCompetence', people)),
)

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
export const competenceCurve = /* @__PURE__ */ guarded(
  'competenceCurve',
  (people: readonly OnboardingTime[]): readonly CompetenceStep[] =>
    curveOf(gathered('competenceCurve', people)),
)

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
export const timeToCompetenceAccumulator = /* @__PURE__ */ guardedAccumulator(
  'timeToCompetenceAccumulator',
  /* @__PURE__ */ byDays('timeToCompetence', medianOf),
)

/** The curve over people that arrive one by one. */
export const competenceCurveAccumulator = /* @__PURE__ */ guardedAccumulator(
  'competenceCurveAccumulator',
  /* @__PURE__ */ byDays('competenceCurve', curveOf),
)

export const timeToCompetenceEntry: MetricEntry = {
  id: 'M28',
  calculator: 'timeToCompetence',
  companions: { competenceCurve: {} },
  unit: 'days',
  quantity: 'people',
  better: 'less',
  level: 'L0',
  class: 'efficiency',
  options: {},
  accumulates: 'exact',
  sources: ['Kaplan & Meier 1958', 'Greenwood 1926', 'Brookmeyer & Crowley 1982'],
}
