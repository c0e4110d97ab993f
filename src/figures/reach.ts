import { campaignReach, campaignReachEntry, type MetricResult, notMeasurable } from '../metrics/index.ts'
import type { CampaignRecord } from '../records/campaign/record.ts'
import { figureBy } from './figure.ts'

/** M01b. Not measurable where nobody said how large the audience is; whoever is reached twice counts once of it. */
export const campaignReachFigure = figureBy({
  entry: campaignReachEntry,
  measure: ({ reached, audienceSize: audience }: CampaignRecord): MetricResult =>
    audience === undefined
      ? notMeasurable({ code: 'ZeroDenominator', what: 'audience' })
      : campaignReach({ reached, audience }),
})
