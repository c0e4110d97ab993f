import type { CatalogEvent, Grants } from '../catalog/events.ts'
import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import type { ResourceEvent } from '../resources/events.ts'
import type { CultureEvent } from './events.ts'
import type { CreditScheme, IncentiveScheme } from './schemes.ts'
import { type CampaignStatus, campaignMoves } from './status.ts'

const projection = projections<CultureEvent>()

/** The balance of a person: points to spend, and credit to show. */
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
    PointsReversed: (balance, { points }) => {
      balance.points -= points
    },
    CreditReversed: (balance, { creditHundredths }) => {
      balance.creditHundredths -= creditHundredths
    },
    PointsRedeemed: (balance, { points }) => {
      balance.points -= points
    },
    PointsExpired: (balance, { points }) => {
      balance.points -= points
    },
  },
})

export type RewardAccountState = {
  /** Points earned and not taken back, by the instant. */
  earned: Record<string, number>
  /** Points spent and expired: the oldest go first. */
  gone: number
  /** Credit in hundredths, by the year. */
  credit: Record<string, number>
  closed: Record<string, true>
}

/** When a person earned what: what expires, what goes on at the end of a year, what a cap leaves. */
export const rewardAccount = projection({
  name: 'rewardAccount',
  by: ['learnerId'],
  initial: (): RewardAccountState => ({ earned: {}, gone: 0, credit: {}, closed: {} }),
  on: {
    PointsEarned: ({ earned }, { at, points }) => {
      earned[at] = (earned[at] ?? 0) + points
    },
    PointsReversed: ({ earned }, { earnedAt, points }) => {
      earned[earnedAt] = (earned[earnedAt] ?? 0) - points
    },
    CreditReversed: ({ credit }, { year, creditHundredths }) => {
      credit[year] = (credit[year] ?? 0) - creditHundredths
    },
    PointsRedeemed: (account, { points }) => {
      account.gone += points
    },
    PointsExpired: (account, { points }) => {
      account.gone += points
    },
    CreditEarned: ({ credit }, { year, creditHundredths }) => {
      credit[year] = (credit[year] ?? 0) + creditHundredths
    },
    BalanceCarriedForward: ({ closed }, { year }) => {
      closed[year] = true
    },
  },
})

/**
 * Points earned before an instant and neither spent nor expired since, the oldest being spent first.
 *
 * @example
 * ```ts
 * import { leftOf, rewardAccount } from 'training-ops'
 * const account = { ...rewardAccount.initial(), earned: { '2025-01-31T00:00:00.000Z': 100, '2026-01-31T00:00:00.000Z': 50 }, gone: 30 }
 * leftOf(account, (earnedAt) => earnedAt >= '2026-01-01') // => 20
 * ```
 */
export const leftOf = (
  { earned, gone }: RewardAccountState,
  counts: (earnedAt: string) => boolean,
): number => {
  let sum = 0
  for (const [at, points] of Object.entries(earned)) if (counts(at)) sum += points
  return Math.max(0, sum - gone)
}

/** Every version of the rules for credit, in the order in which they take effect. */
export const creditSchemes = projection({
  name: 'creditSchemes',
  tag: 'catalog:creditSchemes',
  initial: (): { versions: CreditScheme[] } => ({ versions: [] }),
  on: {
    CreditSchemePublished: ({ versions }, { at: _, ...scheme }) => {
      versions.push(scheme)
    },
  },
})

/** Every version of the rules for teaching. */
export const incentiveSchemes = projection({
  name: 'incentiveSchemes',
  tag: 'catalog:incentiveSchemes',
  initial: (): { versions: IncentiveScheme[] } => ({ versions: [] }),
  on: {
    IncentiveSchemePublished: ({ versions }, { at: _, ...scheme }) => {
      versions.push(scheme)
    },
  },
})

/** The kind of a resource: only people earn something. */
export const resourceKind = projections<ResourceEvent>()({
  name: 'resourceKind',
  by: ['resourceId'],
  initial: () => ({ kind: '' }),
  on: {
    ResourceRegistered: (resource, { kind }) => {
      resource.kind = kind
    },
  },
})

/** Whether an offering is a course, a knowledge-sharing session, or an organisation's own. */
export const offeringKind = projections<DeliveryEvent>()({
  name: 'offeringKind',
  by: ['offeringId'],
  initial: () => ({ kind: '' }),
  on: {
    OfferingScheduled: (offering, { kind }) => {
      offering.kind = kind
    },
  },
})

export type Grant = { learnerId: string } & (
  | { unit: 'points'; points: number; earnedAt: string }
  | { unit: 'credit'; creditHundredths: number; year: number }
)
export type GrantState = {
  given: boolean
  grant?: Grant
  /** Points of it that were gone when it was taken back from whom it was last given to: they were kept. */
  kept: number
}

/** The grant with this id, and whether it still holds: what was taken back may be granted again. */
export const grantGiven = projection({
  name: 'grantGiven',
  by: ['grantId'],
  initial: (): GrantState => ({ given: false, kept: 0 }),
  on: {
    PointsEarned: (state, { learnerId, points, at }) => {
      state.given = true
      if (state.grant?.learnerId !== learnerId) state.kept = 0
      state.grant = { learnerId, unit: 'points', points, earnedAt: at }
    },
    CreditEarned: (state, { learnerId, creditHundredths, year }) => {
      state.given = true
      state.grant = { learnerId, unit: 'credit', creditHundredths, year }
    },
    CreditCapReached: (state, { learnerId, year }) => {
      state.given = true
      state.grant = { learnerId, unit: 'credit', creditHundredths: 0, year }
    },
    PointsReversed: (state, { goneBefore }) => {
      state.given = false
      state.kept += goneBefore
    },
    CreditReversed: (state) => {
      state.given = false
    },
  },
})

type GrantsOfCompletion = { grantIds: string[] }
const forCompletion = (
  { grantIds }: GrantsOfCompletion,
  { grantId, source }: { readonly grantId: string; readonly source: string },
): void => {
  if (source === 'completion' && !grantIds.includes(grantId)) grantIds.push(grantId)
}

/** The grants of a learner for completing an offering. */
export const grantsOfCompletion = projection({
  name: 'grantsOfCompletion',
  by: ['offeringId', 'learnerId'],
  initial: (): GrantsOfCompletion => ({ grantIds: [] }),
  on: {
    PointsEarned: forCompletion,
    CreditEarned: forCompletion,
    CreditCapReached: forCompletion,
  },
})

/** Whether points were spent under this id already. */
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

/** Whether a recognition was given under this id already. */
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

export type CampaignState = { status: CampaignStatus; reached: number; audienceSize?: number }

/** Whether it is published, and how many people it reached as last reported. */
export const campaign = projection({
  name: 'campaign',
  by: ['campaignId'],
  initial: (): CampaignState => ({ status: 'none', reached: 0 }),
  on: [
    campaignMoves,
    {
      AnnouncementPublished: (campaign, { audienceSize }) => {
        if (audienceSize !== undefined) campaign.audienceSize = audienceSize
      },
      ReachReported: (campaign, { reached }) => {
        campaign.reached = reached
      },
    },
  ],
})

/** The rewards for completing each version of a course, as the catalog says. */
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
