import type { CatalogEvent, Grants } from '../catalog/events.ts'
import { projections } from '../kernel/index.ts'
import type { CultureEvent } from './events.ts'

const projection = projections<CultureEvent>()

/** What a person has: points to spend, and credit to show. */
export const rewardBalance = projection({
  name: 'rewardBalance',
  by: ['learnerId'],
  initial: () => ({ points: 0, creditHundredths: 0 }),
  on: {
    PointsEarned: (balance, { points }) => {
      balance.points += points
    },
    CreditEarned: (balance, { creditHundredths }) => {
      balance.creditHundredths += creditHundredths
    },
    PointsRedeemed: (balance, { points }) => {
      balance.points -= points
    },
  },
})

/** Whether something was granted under this id. */
export const grantGiven = projection({
  name: 'grantGiven',
  by: ['grantId'],
  initial: () => ({ given: false }),
  on: {
    PointsEarned: (grant) => {
      grant.given = true
    },
    CreditEarned: (grant) => {
      grant.given = true
    },
  },
})

export const redemptionMade = projection({
  name: 'redemptionMade',
  by: ['redemptionId'],
  initial: () => ({ made: false }),
  on: {
    PointsRedeemed: (redemption) => {
      redemption.made = true
    },
  },
})

export const recognitionGiven = projection({
  name: 'recognitionGiven',
  by: ['recognitionId'],
  initial: () => ({ given: false }),
  on: {
    RecognitionAwarded: (recognition) => {
      recognition.given = true
    },
  },
})

export type CampaignState = { status: 'none' | 'published'; reached: number }

/** Whether it is published, and how many people it reached as last reported. */
export const campaign = projection({
  name: 'campaign',
  by: ['campaignId'],
  initial: (): CampaignState => ({ status: 'none', reached: 0 }),
  on: {
    AnnouncementPublished: (campaign) => {
      campaign.status = 'published'
    },
    ReachReported: (campaign, { reached }) => {
      campaign.reached = reached
    },
  },
})

/** What completing each version of a course earns, as the catalog says. */
export const rewardsOfVersion = projections<CatalogEvent>()({
  name: 'rewardsOfVersion',
  by: ['courseId'],
  initial: (): { grants: Record<string, Grants> } => ({ grants: {} }),
  on: {
    CourseVersionPublished: (rewards, { version, grants }) => {
      rewards.grants[version] = grants
    },
  },
})
