/**
 * What the culture room remembers: the schemes by which learning and teaching are rewarded, points and credit earned,
 * spent, expired and carried forward, recognition given, and what people were told about learning.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  campaignId,
  code,
  courseId,
  grantId,
  instant,
  learnerId,
  offeringId,
  personalTitle,
  personId,
  reason,
  recognitionId,
  redemptionId,
  segment,
  text,
  title,
  uniqueBy,
} from '../vocabulary/index.ts'
import { creditScheme, incentiveScheme } from './schemes.ts'

/** What is granted, to whom and for what. */
export const grant = {
  grantId,
  learnerId,
  /** `completion`, `teaching`, `sharing`, or an organisation's own. */
  source: code,
  courseId: courseId.optional(),
  offeringId: offeringId.optional(),
  /** The version of the scheme that gave it; none where it was given otherwise. */
  schemeVersion: z.int().min(1).max(10_000).optional(),
}

export const wholePoints = z.int().min(1).max(1_000_000)
/** Credit (学分) in hundredths: 150 is one and a half. */
export const creditHundredths = z.int().min(1).max(1_000_000)

export const creditCap = z.int().min(0).max(1_000_000)
/** Points that somebody has: none, or any number a year of grants can add up to. */
const wholeBalance = z.int().min(0)

/** A grant that was given and should not have been. */
export const reversal = {
  grantId,
  learnerId,
  /** `completionReassessed`, `grantedInError`, or an organisation's own. */
  cause: code,
}

export const redemption = { redemptionId, learnerId, reward: title }

/** What was asked of somebody, and what they had: `{ criterion: 'coursesCompleted', need: 10, have: 12 }`. */
export const metCriterion = z.strictObject({ criterion: code, need: z.int().min(0), have: z.int().min(0) })
export const recognition = {
  recognitionId,
  learnerId,
  title,
  criteria: uniqueBy(z.array(metCriterion).min(1).max(20), ({ criterion }) => criterion),
  awardedBy: personId,
  reason: reason.optional(),
}

export const announcement = {
  campaignId,
  title: personalTitle,
  body: text.optional(),
  /** `email`, `intranet`, `poster`, `chat`, or an organisation's own. */
  channel: code,
  audience: segment,
  /** How many people that is, if the host knows. */
  audienceSize: z.int().min(1).max(10_000_000).optional(),
}

/** The calendar year an account is kept by, in the organisation's zone. */
export const year = z.int().min(1900).max(2999)

export const cultureEvents = defineEvents({
  /** Attended minutes become credit by these rules, from that day on. */
  CreditSchemePublished: event({ at: instant, ...creditScheme }),
  /** Teaching earns points by these rules, from that day on. */
  IncentiveSchemePublished: event({ at: instant, ...incentiveScheme }),
  /** They earned points (积分). */
  PointsEarned: event({
    at: instant,
    ...grant,
    points: wholePoints,
    /** What they had kept of the same grant when it was taken back, for it was gone: it is not earned twice. */
    keptBefore: wholePoints.optional(),
  }),
  /** They earned credit (学分), which is shown and not spent. */
  CreditEarned: event({
    at: instant,
    ...grant,
    creditHundredths,
    year,
    /** What the year's cap cut off. */
    cutHundredths: creditHundredths.optional(),
  }),
  /** They would have earned credit, and the year's cap was reached before. */
  CreditCapReached: event({ at: instant, ...grant, creditHundredths, year, yearCapHundredths: creditCap }),
  /** Points they had earned were taken back, as far as they were still there. */
  PointsReversed: event({
    at: instant,
    ...reversal,
    /** When they had been earned. */
    earnedAt: instant,
    points: wholeBalance,
    /** What had been spent or had expired before: it is not taken from what was earned since. */
    goneBefore: wholeBalance,
  }),
  /** Credit they had earned was taken back: all of it, for credit is not spent. None where the cap had left none. */
  CreditReversed: event({ at: instant, ...reversal, creditHundredths: z.int().min(0).max(1_000_000), year }),
  /** They spent points on something. */
  PointsRedeemed: event({ at: instant, ...redemption, points: wholePoints }),
  /** Points earned by then were not spent in time. Points are spent oldest first. */
  PointsExpired: event({ at: instant, learnerId, points: wholePoints, earnedUpTo: instant }),
  /** Their year was closed: so many points go on, and so much credit was earned in it. */
  BalanceCarriedForward: event({
    at: instant,
    learnerId,
    year,
    points: wholeBalance,
    forfeited: wholeBalance,
    creditHundredths: z.int().min(0),
  }),
  /** They were honoured for something. */
  RecognitionAwarded: event({ at: instant, ...recognition }),
  /** People were told of something. */
  AnnouncementPublished: event({ at: instant, ...announcement }),
  /** So many people had seen it by then. */
  ReachReported: event({ at: instant, campaignId, reached: z.int().min(0) }),
})

export type CultureEvent = EventsOf<typeof cultureEvents> | never
