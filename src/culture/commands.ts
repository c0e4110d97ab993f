import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import { at, campaignId, code, instant, learnerId } from '../vocabulary/index.ts'
import {
  announcement,
  creditCap,
  creditHundredths,
  grant,
  recognition,
  redemption,
  reversal,
  wholePoints,
  year,
} from './events.ts'
import { creditScheme, incentiveScheme } from './schemes.ts'

/** The commands of the culture room. */
export const cultureCommands = defineCommands({
  PublishCreditScheme: { at, ...creditScheme },
  PublishIncentiveScheme: { at, ...incentiveScheme },
  GrantPoints: {
    at,
    ...grant,
    /** The number of points. */
    points: wholePoints,
  },
  /**
   * `year`: the calendar year it counts in, where that is not the year of `at`. `yearCapHundredths`: most in that year, by
   * the scheme in force.
   */
  GrantCredit: {
    at,
    ...grant,
    creditHundredths,
    year: year.optional(),
    /** The most credit in that year, in hundredths, by the scheme in force. */
    yearCapHundredths: creditCap.optional(),
  },
  /**
   * The credit of a grant as it should have been: how much, and in which year; none where `creditHundredths` is 0. Changes
   * nothing where the grant was taken back. By policy, where a completion is dated anew, or its minutes are.
   */
  CorrectCredit: {
    at,
    ...grant,
    /** The credit of the grant as it should have been, in hundredths; 0 is none. */
    creditHundredths: z.int().min(0).max(1_000_000),
    year,
    /** The most credit in that year, in hundredths, by the scheme in force. */
    yearCapHundredths: creditCap.optional(),
    /** `completionReassessed`, `grantedInError`, or an organisation's own. */
    cause: code,
  },
  /** Takes back what was granted, by the id it was granted under. */
  ReverseGrant: { at, ...reversal },
  RedeemPoints: {
    at,
    ...redemption,
    /** The unit that is spent. Only `points` can be redeemed. */
    unit: code.default('points'),
    /** The number of points to spend. */
    amount: wholePoints,
  },
  /** The points that were earned up to that instant and not spent since. */
  ExpirePoints: { at, learnerId, earnedUpTo: instant },
  /** Closes somebody's year; of what they have at its end, at most so many points go on. */
  CarryForward: {
    at,
    learnerId,
    year,
    /** The most points that go on to the next year. Left out, all of them. */
    most: z.int().min(0).max(1_000_000_000).optional(),
  },
  AwardRecognition: { at, ...recognition },
  PublishAnnouncement: { at, ...announcement },
  ReportReach: { at, campaignId, reached: z.int().min(0) },
})
