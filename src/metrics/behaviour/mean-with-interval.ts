import type { Interval } from '../result.ts'
import { type Moments, meanOf, varianceOf } from '../results/exact-moments.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/** A mean, with its t interval (95 %) where two numbers or more differ. */
export const meanWithInterval = (
  moments: Moments,
): { readonly value: number; readonly interval?: Interval } => {
  const value = meanOf(moments)
  if (moments.count < 2) return { value }
  const standardError = Math.sqrt(varianceOf(moments) / moments.count)
  if (standardError === 0) return { value }
  const half = studentTQuantile({ probability: 0.975, df: moments.count - 1 }) * standardError
  return { value, interval: { low: value - half, high: value + half, confidence: 0.95, method: 't' } }
}
