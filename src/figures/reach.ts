import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'
import type { CampaignRecord } from '../records/campaign/record.ts'

/** The share of the audience that was reached; not measurable where nobody said how large it is. */
export const reachRate = ({ reached, audienceSize }: CampaignRecord): MetricResult =>
  audienceSize === undefined
    ? notMeasurable({ code: 'ZeroDenominator', what: 'audience' })
    : measured({ value: reached / audienceSize, n: audienceSize, unit: 'ratio' })
