import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import { campaignId, code, instant } from '../vocabulary/index.ts'
import { announcement, creditHundredths, grant, recognition, redemption, wholePoints } from './events.ts'

/** What may be asked of the culture room. */
export const cultureCommands = defineCommands({
  GrantPoints: { at: instant, ...grant, points: wholePoints },
  GrantCredit: { at: instant, ...grant, creditHundredths },
  RedeemPoints: { at: instant, ...redemption, unit: code.default('points'), amount: wholePoints },
  AwardRecognition: { at: instant, ...recognition },
  PublishAnnouncement: { at: instant, ...announcement },
  ReportReach: { at: instant, campaignId, reached: z.int().min(0) },
})
