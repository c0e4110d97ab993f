import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, recordsOf } from '../guard.ts'
import { type Answer, type AnswerScale, needsOnScale, needsScale } from '../reaction/answer-scale.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'

/** The driver that keeps new behaviour alive on the job. */
export const requiredDrivers = ['reinforce', 'encourage', 'reward', 'monitor'] as const

export type RequiredDriver = (typeof requiredDrivers)[number]

/** One respondent's ratings of the four drivers. */
export type DriverAnswers = Readonly<Record<RequiredDriver, Answer>>

/** For each driver, how many answered and the sum of their answers; and how many answered anything. @internal */
export type DriverSums = {
  readonly respondents: number
  readonly answers: Readonly<Record<RequiredDriver, number>>
  readonly sums: Readonly<Record<RequiredDriver, number>>
}

const calculator = 'requiredDriversIndex'

const eachDriver = (of: (driver: RequiredDriver) => number): Readonly<Record<RequiredDriver, number>> => ({
  reinforce: of('reinforce'),
  encourage: of('encourage'),
  reward: of('reward'),
  monitor: of('monitor'),
})

const unanswered = /* @__PURE__ */ eachDriver(() => 0)

const none: DriverSums = { respondents: 0, answers: unanswered, sums: unanswered }

const lift = (given: DriverAnswers, scale: AnswerScale, index?: number): DriverSums => {
  for (const driver of requiredDrivers)
    needsOnScale(
      calculator,
      index === undefined ? driver : `responses[].${driver}`,
      given[driver],
      scale,
      index,
    )
  return {
    respondents: requiredDrivers.some((driver) => given[driver] !== null) ? 1 : 0,
    answers: eachDriver((driver) => (given[driver] === null ? 0 : 1)),
    sums: eachDriver((driver) => given[driver] ?? 0),
  }
}

const combine = (a: DriverSums, b: DriverSums): DriverSums => ({
  respondents: a.respondents + b.respondents,
  answers: eachDriver((driver) => a.answers[driver] + b.answers[driver]),
  sums: eachDriver((driver) => a.sums[driver] + b.sums[driver]),
})

const indexOf = ({ respondents, answers, sums }: DriverSums): MetricResult => {
  const answered = requiredDrivers.filter((driver) => answers[driver] > 0)
  if (answered.length < requiredDrivers.length)
    return notMeasurable({
      code: 'TooFewObservations',
      need: requiredDrivers.length,
      have: answered.length,
    })
  const means = eachDriver((driver) => sums[driver] / answers[driver])
  return measured({
    value: requiredDrivers.reduce((sum, driver) => sum + means[driver], 0) / requiredDrivers.length,
    n: respondents,
    unit: 'scale',
    notes: [{ code: 'DriverMeans', ...means }],
  })
}

/**
 * Required-drivers index (支持驱动指数), M64: how well the workplace carries the new behaviour: is it reinforced,
 * encouraged, rewarded and monitored.
 *
 * Formula: mean of the four drivers' means, each over those who rated that driver.
 *
 * When to use: beside a level 3 figure, to see whether a lack of transfer is the training's or the workplace's.
 * When not: alone: a middling index may hide one driver that is missing altogether. The note has all four.
 *
 * Result: on the rating scale; `n` is how many rated anything; note `DriverMeans`; `undefined`
 * (`TooFewObservations`, of drivers) when one of them was rated by nobody. Throws when an answer is off the scale.
 *
 * Source: Kirkpatrick & Kayser Kirkpatrick (2016), the New World model's required drivers.
 *
 * @example
 * ```ts
 * import { requiredDriversIndex } from 'training-ops/metrics'
 * requiredDriversIndex({
 *   scale: { min: 1, max: 5 },
 *   responses: [
 *     { reinforce: 4, encourage: 5, reward: 1, monitor: 3 },
 *     { reinforce: 4, encourage: 4, reward: 2, monitor: null },
 *   ],
 * }) // => { status: 'ok', value: 3.25, n: 2, unit: 'scale', notes: [{ code: 'DriverMeans', reinforce: 4, encourage: 4.5, reward: 1.5, monitor: 3 }] }
 * ```
 */
export const requiredDriversIndex = /* @__PURE__ */ guarded(
  'requiredDriversIndex',
  ({
    responses,
    scale,
  }: {
    readonly responses: readonly DriverAnswers[]
    readonly scale: AnswerScale
  }): MetricResult => {
    needsScale(calculator, scale)
    return indexOf(
      recordsOf(calculator, 'responses', responses)
        .map((given, index) => lift(given, scale, index))
        .reduce(combine, none),
    )
  },
)

/** The index over responses that arrive one by one. */
export const requiredDriversIndexAccumulator = /* @__PURE__ */ guardedAccumulator(
  'requiredDriversIndexAccumulator',
  (scale: AnswerScale): Accumulator<DriverAnswers, DriverSums, MetricResult> => {
    needsScale(calculator, scale)
    return { empty: none, lift: (given) => lift(given, scale), combine, extract: indexOf }
  },
)

export const requiredDriversIndexEntry: MetricEntry = {
  id: 'M64',
  calculator: 'requiredDriversIndex',
  unit: 'scale',
  quantity: 'people',
  better: 'more',
  level: 'L3',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Kirkpatrick & Kayser Kirkpatrick 2016'],
}
