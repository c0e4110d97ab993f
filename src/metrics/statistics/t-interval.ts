import type { Interval } from '../result.ts'
import { type Moments, sampleDeviation } from './moments.ts'
import { studentTQuantile } from './student-t.ts'

/** 95 % interval of the mean of a sample; needs two observations or more. */
export const tInterval = (moments: Moments): Interval => {
  const standardError = sampleDeviation(moments) / Math.sqrt(moments.n)
  const half = studentTQuantile({ probability: 0.975, df: moments.n - 1 }) * standardError
  return { low: moments.mean - half, high: moments.mean + half, confidence: 0.95, method: 't' }
}
