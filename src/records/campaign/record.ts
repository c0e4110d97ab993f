import type { CultureEvent } from '../../culture/events.ts'
import { projections } from '../../kernel/index.ts'
import type { Segment } from '../../vocabulary/index.ts'

export type CampaignRecord = {
  title: string
  channel: string
  audience: Segment
  audienceSize?: number
  publishedAt: string
  /** As last counted. */
  reached: number
}

/** The announcements of a campaign, their channel, and how many people they reached (宣传触达). */
export const campaignRecord = projections<CultureEvent>()({
  name: 'campaignRecord',
  by: ['campaignId'],
  initial: (): CampaignRecord => ({ title: '', channel: '', audience: {}, publishedAt: '', reached: 0 }),
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
