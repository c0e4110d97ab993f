/**
 * The events of the culture room: the schemes by which learning and teaching are rewarded, points and credit earned,
 * spent, expired and carried forward, recognition given, and what people were told about learning.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  at,
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

/** The grant: amount, person and reason. */
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

export const redemption = {
  redemptionId,
  learnerId,
  /** The reward, in words. */
  reward: title,
}

/** The criteria, and the values of the person: `{ criterion: 'coursesCompleted', need: 10, have: 12 }`. */
export const metCriterion = z.strictObject({
  /** The criterion, by its code: `coursesCompleted`. */
  criterion: code,
  /** The number that was asked for. */
  need: z.int().min(0),
  /** The number that was reached. */
  have: z.int().min(0),
})
export const recognition = {
  recognitionId,
  learnerId,
  title,
  /** The criteria that were met, each with the number asked for and the number reached. */
  criteria: uniqueBy(z.array(metCriterion).min(1).max(20), ({ criterion }) => criterion),
  /** The person who awards the recognition. */
  awardedBy: personId,
  reason: reason.optional(),
}

export const announcement = {
  campaignId,
  title: personalTitle,
  /** The text of the announcement. */
  body: text.optional(),
  /** `email`, `intranet`, `poster`, `chat`, or an organisation's own. */
  channel: code,
  /** The people who are told. */
  audience: segment,
  /** How many people that is, if the host knows. */
  audienceSize: z.int().min(1).max(10_000_000).optional(),
}

/** The calendar year an account is kept by, in the organisation's zone. */
export const year = z.int().min(1900).max(2999)

/** The events of points, credit and recognition; `cultureEvents.make` makes them. */
export const cultureEvents = defineEvents({
  /** Attended minutes become credit by these rules, from that day on. */
  CreditSchemePublished: event({ at, ...creditScheme }, { tags: ['catalog:creditSchemes'] }),
  /** Teaching earns points by these rules, from that day on. */
  IncentiveSchemePublished: event({ at, ...incentiveScheme }, { tags: ['catalog:incentiveSchemes'] }),
  /** They earned points (积分). */
  PointsEarned: event({
    at,
    ...grant,
    /** The number of points. */
    points: wholePoints,
    /** The part of the same grant that they kept when it was taken back, for it was gone: it is not earned twice. */
    keptBefore: wholePoints.optional(),
  }),
  /** They earned credit (学分), which is shown and not spent. */
  CreditEarned: event({
    at,
    ...grant,
    creditHundredths,
    year,
    /** The part that the cap of the year cut off. */
    cutHundredths: creditHundredths.optional(),
  }),
  /** They would have earned credit, and the year's cap was reached before. */
  CreditCapReached: event({
    at,
    ...grant,
    /** The credit that was not given, in hundredths. */
    creditHundredths,
    year,
    /** The cap of the year, in hundredths of a credit. */
    yearCapHundredths: creditCap,
  }),
  /** Points they had earned were taken back, as far as they were still there. */
  PointsReversed: event({
    at,
    ...reversal,
    /** When they had been earned. */
    earnedAt: instant,
    /** The number of points taken back. */
    points: wholeBalance,
    /** The part that was spent or had expired before: it is not taken from what was earned since. */
    goneBefore: wholeBalance,
  }),
  /** Credit they had earned was taken back: all of it, for credit is not spent. None where the cap had left none. */
  CreditReversed: event({
    at,
    ...reversal,
    /** The credit taken back, in hundredths: 150 is one and a half. */
    creditHundredths: z.int().min(0).max(1_000_000),
    year,
  }),
  /** They spent points on something. */
  PointsRedeemed: event({
    at,
    ...redemption,
    /** The number of points spent. */
    points: wholePoints,
  }),
  /** Points earned by then were not spent in time. Points are spent oldest first. */
  PointsExpired: event({
    at,
    learnerId,
    /** The number of points that expired. */
    points: wholePoints,
    /** The last instant of the period whose points expire. */
    earnedUpTo: instant,
  }),
  /** Their year was closed: so many points go on, and so much credit was earned in it. */
  BalanceCarriedForward: event({
    at,
    learnerId,
    year,
    /** The number of points that the learner keeps. */
    points: wholeBalance,
    /** The number of points that the learner loses. */
    forfeited: wholeBalance,
    /** The credit earned in the year, in hundredths. */
    creditHundredths: z.int().min(0),
  }),
  /** They were honoured for something. */
  RecognitionAwarded: event({ at, ...recognition }),
  /** People were told of something. */
  AnnouncementPublished: event({ at, ...announcement }),
  /** So many people had seen it by then. */
  ReachReported: event({
    at,
    campaignId,
    /** The number of people who have seen it. */
    reached: z.int().min(0),
  }),
})

export type CultureEvent = EventsOf<typeof cultureEvents> | never
