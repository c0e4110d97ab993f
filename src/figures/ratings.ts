import { type MetricResult, resourceRating, resourceRatingEntry } from '../metrics/index.ts'
import type { ResourceRecord } from '../records/resource/record.ts'
import { figureBy } from './figure.ts'

/** M33b. The mean of all ratings, each as a share of its scale. */
export const resourceRatingFigure = figureBy({
  entry: resourceRatingEntry,
  measure: ({ ratings }: Pick<ResourceRecord, 'ratings'>): MetricResult =>
    resourceRating(
      Object.entries(ratings).map(([scale, rated]) => {
        const [min, max] = scale.split(' ').map(Number) as [number, number]
        return { min, max, ...rated }
      }),
    ),
})
