import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import { campaignId, code, instant, learnerId } from '../vocabulary/index.ts'
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

/** What may be asked of the culture room. */
export const cultureCommands = defineCommands({
  PublishCreditScheme: { at: instant, ...creditScheme },
  PublishIncentiveScheme: { at: instant, ...incentiveScheme },
  GrantPoints: { at: instant, ...grant, points: wholePoints },
  /**
   * `year`: the calendar year it counts in, where that is not the year of `at`. `yearCapHundredths`: most in that year, by
   * the scheme in force.
   */
  GrantCredit: {
    at: instant,
    ...grant,
    creditHundredths,
    year: year.optional(),
    yearCapHundredths: creditCap.optional(),
  },
  /** Takes back what was granted, by the id it was granted under. */
  ReverseGrant: { at: instant, ...reversal },
  RedeemPoints: { at: instant, ...redemption, unit: code.default('points'), amount: wholePoints },
  /** What was earned up to that instant and not spent since. */
  ExpirePoints: { at: instant, learnerId, earnedUpTo: instant },
  /** Closes somebody's year; of what they have at its end, at most so many points go on. */
  CarryForward: { at: instant, learnerId, year, most: z.int().min(0).max(1_000_000_000).optional() },
  AwardRecognition: { at: instant, ...recognition },
  PublishAnnouncement: { at: instant, ...announcement },
  ReportReach: { at: instant, campaignId, reached: z.int().min(0) },
})
