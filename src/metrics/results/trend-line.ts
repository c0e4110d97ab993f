export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

export type TrendLine = {
  readonly slope: number
  /** Of period 0, the first. */
  readonly intercept: number
  readonly residualStandardError: number
  readonly at: (period: number) => number
  /** Standard error of predicting the mean of so many new readings around a period. */
  readonly predictionError: (period: number, readings: number) => number
}

/** Least squares through readings of the periods 0, 1, 2, …; three or more of them. */
export const fitTrendLine = (readings: readonly number[]): TrendLine => {
  const periods = readings.map((_, index) => index)
  const [middle, level] = [mean(periods), mean(readings)]
  const spreadOfPeriods = periods.reduce((sum, period) => sum + (period - middle) ** 2, 0)
  const together = readings.reduce((sum, reading, index) => sum + (index - middle) * (reading - level), 0)
  const slope = together / spreadOfPeriods
  const at = (period: number) => level + slope * (period - middle)
  const squaredResiduals = readings.reduce((sum, reading, index) => sum + (reading - at(index)) ** 2, 0)
  const residualStandardError = Math.sqrt(squaredResiduals / (readings.length - 2))
  return {
    slope,
    intercept: at(0),
    residualStandardError,
    at,
    predictionError: (period, count) =>
      residualStandardError *
      Math.sqrt(1 / count + 1 / readings.length + (period - middle) ** 2 / spreadOfPeriods),
  }
}
