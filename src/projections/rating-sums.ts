import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'

/** Ratings summed by the scale they were given on: `1 5` → how many, and their sum. */
export type RatingSums = Record<string, { n: number; sum: number }>

export const rated = (
  sums: RatingSums,
  { rating, scale: { min, max } }: { rating: number; scale: { min: number; max: number } },
): void => {
  const scale = `${min} ${max}`
  sums[scale] ??= { n: 0, sum: 0 }
  sums[scale].n++
  sums[scale].sum += rating
}

export const ratingsOfBoth = (a: RatingSums, b: RatingSums): RatingSums => {
  const both: RatingSums = { ...a }
  for (const [scale, { n, sum }] of Object.entries(b)) {
    const had = both[scale] ?? { n: 0, sum: 0 }
    both[scale] = { n: had.n + n, sum: had.sum + sum }
  }
  return both
}

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
