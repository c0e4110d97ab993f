import { type Measured, type MetricResult, measured, notMeasurable } from './result.ts'

/** Money divided by a number of something: integer minor units in, an unrounded number of minor units out. */
export const moneyPer = (figure: {
  readonly amount: number
  readonly currency: string
  readonly per: number
  readonly n: number
  /** The name of the denominator, for the reader of an `undefined`. */
  readonly what: string
  readonly variant?: NonNullable<Measured['variant']>
}): MetricResult => {
  const { amount, currency, per, n, what, variant } = figure
  return per === 0
    ? notMeasurable({ code: 'ZeroDenominator', what })
    : measured({ value: amount / per, n, unit: 'minorUnits', currency, ...(variant ? { variant } : {}) })
}
