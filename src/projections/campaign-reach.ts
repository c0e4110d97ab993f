import type { CultureEvent } from '../culture/events.ts'
import { projections } from '../kernel/index.ts'
import { type MetricResult, measured, notMeasurable } from '../metrics/index.ts'
import type { Segment } from '../vocabulary/index.ts'

export type CampaignReachState = {
  title: string
  channel: string
  audience: Segment
  audienceSize?: number
  publishedAt: string
  /** As last counted. */
  reached: number
}

/** What people were told, through which channel, and how many it reached (宣传触达). */
export const campaignReach = projections<CultureEvent>()({
  name: 'campaignReach',
  by: ['campaignId'],
  initial: (): CampaignReachState => ({ title: '', channel: '', audience: {}, publishedAt: '', reached: 0 }),
  on: {
    AnnouncementPublished: (campaign, { title, channel, audience, audienceSize, at }) => {
      campaign.title = title
      campaign.channel = channel
      campaign.audience = audience
      campaign.publishedAt = at
      if (audienceSize !== undefined) campaign.audienceSize = audienceSize
    },
    ReachReported: (campaign, { reached }) => {
      campaign.reached = reached
    },
  },
  shardBy: 'campaignId',
  merge: (a, b) => (a.publishedAt === '' ? b : a),
})

/** The share of the audience that was reached; not measurable where nobody said how large it is. */
export const reachRate = ({ reached, audienceSize }: CampaignReachState): MetricResult =>
  audienceSize === undefined
    ? notMeasurable({ code: 'ZeroDenominator', what: 'audience' })
    : measured({ value: reached / audienceSize, n: audienceSize, unit: 'ratio' })
