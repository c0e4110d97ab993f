import type { Interval, Note, TTest } from '../result.ts'
import { studentTQuantile, studentTTwoSided } from '../statistics/student-t.ts'
import { type Moments, meanOf, varianceOf } from './exact-moments.ts'

/** Whether the two groups are granted spreads of their own (Welch) or a common one (pooled). @public */
export type StandardErrorOfDifference = 'welch' | 'pooled'

type Precision = { readonly standardError: number; readonly degreesOfFreedom: number }

const welch = (treated: Moments, control: Moments): Precision => {
  const treatedShare = varianceOf(treated) / treated.count
  const controlShare = varianceOf(control) / control.count
  const squaredError = treatedShare + controlShare
  return {
    standardError: Math.sqrt(squaredError),
    degreesOfFreedom:
      squaredError ** 2 / (treatedShare ** 2 / (treated.count - 1) + controlShare ** 2 / (control.count - 1)),
  }
}

const pooled = (treated: Moments, control: Moments): Precision => {
  const degreesOfFreedom = treated.count + control.count - 2
  const commonVariance =
    ((treated.count - 1) * varianceOf(treated) + (control.count - 1) * varianceOf(control)) / degreesOfFreedom
  return {
    standardError: Math.sqrt(commonVariance * (1 / treated.count + 1 / control.count)),
    degreesOfFreedom,
  }
}

/** A difference with its notes, and its interval where it has one. */
export type Compared = {
  readonly value: number
  readonly interval?: Interval
  readonly notes: readonly Note[]
}

/** A difference with its 95 % interval and t test, where there is an error at all. */
export const differenceWithTest = (
  value: number,
  { standardError, degreesOfFreedom, method }: Precision & Pick<Interval, 'method'>,
): Compared => {
  if (!(standardError > lastBits * Math.abs(value)))
    return { value, notes: [{ code: 'NoIntervalWithoutSpread' }] }
  const t = value / standardError
  const half = studentTQuantile({ probability: 0.975, df: degreesOfFreedom }) * standardError
  const p = studentTTwoSided({ t, df: degreesOfFreedom })
  const test: TTest = { code: 'TTest', standardError, degreesOfFreedom, t, p }
  return {
    value,
    interval: { low: value - half, high: value + half, confidence: 0.95, method },
    notes: [test],
  }
}

/** A spread this small beside the value is how 0.3 − 0.1 differs from 0.4 − 0.2: in the last bits only. */
const lastBits = 1e-13

/** The difference of two independent means; its 95 % interval and t test where each has two numbers and a spread. */
export const compareMeans = (
  treated: Moments,
  control: Moments,
  method: StandardErrorOfDifference,
): Compared => {
  const value = meanOf(treated) - meanOf(control)
  const fewest = Math.min(treated.count, control.count)
  if (fewest < 2) return { value, notes: [{ code: 'NoIntervalFromOne', smallestGroup: fewest }] }
  return differenceWithTest(value, { ...{ welch, pooled }[method](treated, control), method })
}
