/**
 * What the culture room remembers: points and credit earned and spent, recognition given, and what people were told
 * about learning.
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
  personId,
  reason,
  recognitionId,
  redemptionId,
  segment,
  text,
  title,
} from '../vocabulary/index.ts'

/** What is granted, to whom and for what. */
export const grant = {
  grantId,
  learnerId,
  /** `completion`, `teaching`, `sharing`, or an organisation's own. */
  source: code,
  courseId: courseId.optional(),
  offeringId: offeringId.optional(),
}

export const wholePoints = z.int().min(1).max(1_000_000)
/** Credit (学分) in hundredths: 150 is one and a half. */
export const creditHundredths = z.int().min(1).max(1_000_000)

export const redemption = { redemptionId, learnerId, reward: title }
export const recognition = { recognitionId, learnerId, title, awardedBy: personId, reason: reason.optional() }

export const announcement = {
  campaignId,
  title,
  body: text.optional(),
  /** `email`, `intranet`, `poster`, `chat`, or an organisation's own. */
  channel: code,
  audience: segment,
}

export const cultureEvents = defineEvents({
  /** They earned points (积分). */
  PointsEarned: event({ at: instant, ...grant, points: wholePoints }),
  /** They earned credit (学分), which is shown and not spent. */
  CreditEarned: event({ at: instant, ...grant, creditHundredths }),
  /** They spent points on something. */
  PointsRedeemed: event({ at: instant, ...redemption, points: wholePoints }),
  /** They were honoured for something. */
  RecognitionAwarded: event({ at: instant, ...recognition }, { personal: ['reason'] }),
  /** People were told of something. */
  AnnouncementPublished: event({ at: instant, ...announcement }),
  /** So many people had seen it by then. */
  ReachReported: event({ at: instant, campaignId, reached: z.int().min(0) }),
})

export type CultureEvent = EventsOf<typeof cultureEvents>
