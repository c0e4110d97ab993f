import { guarded } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { momentsOf, sampleDeviation } from './moments.ts'

/** A mean with its standard deviation, divisor n − 1; `null` for one observation. */
export type Summary = Measured & { readonly standardDeviation: number | null }

/**
 * Mean and standard deviation (均值与标准差) of plain numbers; `null` is no number and is left out.
 *
 * Formula: mean = sum / n; standard deviation = √(squared distances from the mean / (n − 1)). Whole numbers are
 * summed exactly, others around their first value or their mean.
 *
 * When to use: to describe scores, hours, prices.
 * When not: for decimals where every digit counts: 10000000.3 is not a number a computer holds; give 100000003
 * tenths and divide.
 *
 * Result: the mean on the scale given; `undefined` (`TooFewObservations`) when there is no number. Throws when a
 * number is not finite.
 *
 * Source: Chan, Golub & LeVeque (1983), The American Statistician 37, 242–247.
 *
 * @example
 * ```ts
 * import { summary } from 'training-ops/metrics'
 * summary([100000001, 100000003, 100000002]) // => { status: 'ok', value: 100000002, n: 3, unit: 'scale', standardDeviation: 1 }
 * ```
 */
export const summary = /* @__PURE__ */ guarded(
  'summary',
  (numbers: readonly (number | null)[]): Summary | NotMeasurable => {
    const moments = momentsOf('summary', 'numbers', numbers)
    if (moments.n === 0) return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    return {
      ...measured({ value: moments.mean, n: moments.n, unit: 'scale' }),
      standardDeviation: moments.n > 1 ? sampleDeviation(moments) : null,
    }
  },
)
