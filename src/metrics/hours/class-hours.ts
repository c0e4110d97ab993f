import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, listOf, needsCount, needsOneOf } from '../guard.ts'
import { type MetricResult, measured } from '../result.ts'

/** How minutes become class hours. Sources disagree, so every choice is a named option. */
export type ClassHourPolicy = {
  /** Minutes in one class hour: 45 unless said otherwise. */
  readonly minutesPerClassHour?: 40 | 45 | 50 | 60
  /** To the `nearest` whole class hour (halves up, the default), `down`, `up`, or not at all. */
  readonly rounding?: 'nearest' | 'down' | 'up' | 'none'
  /** Round the sum (`total`, the default) or each session before adding (`session`). */
  readonly roundEach?: 'total' | 'session'
  /** A session shorter than this counts as 0 minutes: 0 unless said otherwise. */
  readonly minimumMinutes?: number
}

type Sum = { readonly minutes: number; readonly rounded: number; readonly sessions: number }

const settled = (policy: ClassHourPolicy) => {
  const { minutesPerClassHour = 45, rounding = 'nearest', roundEach = 'total', minimumMinutes = 0 } = policy
  needsOneOf('classHours', 'minutesPerClassHour', minutesPerClassHour, [40, 45, 50, 60])
  needsOneOf('classHours', 'rounding', rounding, ['nearest', 'down', 'up', 'none'])
  needsOneOf('classHours', 'roundEach', roundEach, ['total', 'session'])
  needsCount('classHours', 'minimumMinutes', minimumMinutes)
  return { minutesPerClassHour, rounding, roundEach, minimumMinutes }
}

type Settled = ReturnType<typeof settled>

const inClassHours = (minutes: number, { minutesPerClassHour, rounding }: Settled): number => {
  if (rounding === 'none') return minutes / minutesPerClassHour
  const over = minutes % minutesPerClassHour
  const whole = (minutes - over) / minutesPerClassHour
  const isOneMore = rounding === 'up' ? over > 0 : rounding === 'nearest' && over * 2 >= minutesPerClassHour
  return isOneMore ? whole + 1 : whole
}

const counter =
  (policy: Settled) =>
  (minutes: number, index?: number): Sum => {
    needsCount('classHours', 'sessionMinutes', minutes, index)
    const counted = minutes < policy.minimumMinutes ? 0 : minutes
    const rounded = policy.rounding === 'none' ? 0 : inClassHours(counted, policy)
    return { minutes: counted, rounded, sessions: 1 }
  }

const nothing: Sum = { minutes: 0, rounded: 0, sessions: 0 }

const combine = (a: Sum, b: Sum): Sum => ({
  minutes: a.minutes + b.minutes,
  rounded: a.rounded + b.rounded,
  sessions: a.sessions + b.sessions,
})

const hoursOf = (policy: Settled, { minutes, rounded, sessions }: Sum): MetricResult =>
  measured({
    value:
      policy.roundEach === 'session' && policy.rounding !== 'none' ? rounded : inClassHours(minutes, policy),
    n: sessions,
    unit: 'classHours',
    variant: policy,
  })

/**
 * Class hours (学时), M05: minutes of training in class hours.
 *
 * Formula: minutes / minutes in a class hour (40, 45, 50 or 60), rounded by the policy: the sum, or each session.
 * Rounding each session is not rounding the sum: three of 70 minutes are 6 (2 each), their sum 210 is 5.
 *
 * When to use: where an authority or a contract counts in 学时.
 * When not: to store or add time. Keep minutes, and convert when the figure is read.
 *
 * Result: class hours; `n` is the sessions; the variant states the whole policy. No sessions are 0 class hours.
 * Throws when minutes are not a whole number ≥ 0 or an option is not one of those named.
 *
 * Source: default D5 of the project's metric catalog: sources name 40, 45, 50 and 60 minutes.
 *
 * @example
 * ```ts
 * import { classHours } from 'training-ops/metrics'
 * const sum = classHours({ sessionMinutes: [70, 70, 70] })
 * sum.status === 'ok' && sum.value // => 5
 * const each = classHours({ sessionMinutes: [70, 70, 70], roundEach: 'session' })
 * each.status === 'ok' && each.value // => 6
 * sum.status === 'ok' && sum.variant // => { minutesPerClassHour: 45, rounding: 'nearest', roundEach: 'total', minimumMinutes: 0 }
 * ```
 */
export const classHours = /* @__PURE__ */ guarded(
  'classHours',
  ({
    sessionMinutes,
    ...options
  }: { readonly sessionMinutes: readonly number[] } & ClassHourPolicy): MetricResult => {
    const policy = settled(options)
    const count = counter(policy)
    return hoursOf(
      policy,
      listOf('classHours', 'sessionMinutes', sessionMinutes).reduce(
        (sum, minutes, index) => combine(sum, count(minutes, index)),
        nothing,
      ),
    )
  },
)

/** Sums sessions under one policy; sums under different policies do not belong together. */
export const classHoursAccumulator = /* @__PURE__ */ guardedAccumulator(
  'classHoursAccumulator',
  (options: ClassHourPolicy = {}): Accumulator<number, Sum, MetricResult> => {
    const policy = settled(options)
    const count = counter(policy)
    return {
      empty: nothing,
      lift: (minutes) => count(minutes),
      combine,
      extract: (sum) => hoursOf(policy, sum),
    }
  },
)

export const classHoursEntry: MetricEntry = {
  id: 'M05',
  calculator: 'classHours',
  unit: 'classHours',
  quantity: 'sessions',
  level: 'L0',
  class: 'efficiency',
  options: {
    minutesPerClassHour: ['45', '40', '50', '60'],
    rounding: ['nearest', 'down', 'up', 'none'],
    roundEach: ['total', 'session'],
  },
  accumulates: 'exact',
  sources: ['Project default D5'],
}
