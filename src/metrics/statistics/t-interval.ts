import type { Interval, Note } from '../result.ts'
import { studentTQuantile } from './student-t.ts'

/** An interval, or the note that says why there is none. */
export type IntervalOrReason = { readonly interval?: Interval; readonly notes: readonly Note[] }

/**
 * 95 % interval of the mean of `n` observations with this variance. There is none from one observation, or from observations that are all alike.
 */
export const meanInterval = (mean: number, variance: number, n: number): IntervalOrReason => {
  if (n < 2) return { notes: [{ code: 'NoIntervalFromOne', smallestGroup: n }] }
  const standardError = Math.sqrt(variance / n)
  const half = studentTQuantile({ probability: 0.975, df: n - 1 }) * standardError
  const [low, high] = [mean - half, mean + half]
  return low < mean
    ? { interval: { low, high, confidence: 0.95, method: 't' }, notes: [] }
    : { notes: [{ code: 'NoIntervalWithoutSpread' }] }
}
