import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'
import type { RatingSums } from '../records/resource/record.ts'

/** The mean of all ratings, each as a share of its scale: 0 is the least that could be given, 1 the best. */
export const meanRating = (sums: RatingSums): MetricResult => {
  let [n, shares] = [0, 0]
  for (const [scale, rated] of Object.entries(sums)) {
    const [min, max] = scale.split(' ').map(Number) as [number, number]
    n += rated.n
    shares += (rated.sum - rated.n * min) / (max - min)
  }
  return n === 0
    ? notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    : measured({ value: shares / n, n, unit: 'ratio' })
}
