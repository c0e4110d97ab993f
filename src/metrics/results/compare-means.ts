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

/** The difference of two independent means; its 95 % interval and t test where each has two numbers and a spread. */
export const compareMeans = (
  treated: Moments,
  control: Moments,
  method: StandardErrorOfDifference,
): { readonly value: number; readonly interval?: Interval; readonly notes: readonly Note[] } => {
  const value = meanOf(treated) - meanOf(control)
  const fewest = Math.min(treated.count, control.count)
  if (fewest < 2) return { value, notes: [{ code: 'NoIntervalFromOne', smallestGroup: fewest }] }
  const { standardError, degreesOfFreedom } = { welch, pooled }[method](treated, control)
  if (standardError === 0) return { value, notes: [{ code: 'NoIntervalWithoutSpread' }] }
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
