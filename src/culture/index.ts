/** Learning that people want: schemes, points, credit, recognition, and telling people of it. */
import { defineModule } from '../kernel/index.ts'
import * as decide from './decide.ts'
import { cultureEvents } from './events.ts'
import { culturePermissions } from './permissions.ts'
import * as policy from './policies.ts'
import { cultureRejections } from './rejections.ts'
import { cultureSettings } from './settings.ts'

export { cultureCommands } from './commands.ts'
export { type CultureEvent, cultureEvents } from './events.ts'
export * from './known.ts'
export { cultureRejections } from './rejections.ts'
export {
  type CreditScheme,
  creditFor,
  creditScheme,
  type IncentiveScheme,
  incentiveScheme,
  inForceOn,
} from './schemes.ts'
export { cultureSettings } from './settings.ts'

export const culture = defineModule({
  name: 'culture',
  events: cultureEvents,
  decisions: [
    decide.publishCreditScheme,
    decide.publishIncentiveScheme,
    decide.grantPoints,
    decide.grantCredit,
    decide.reverseGrant,
    decide.redeemPoints,
    decide.expirePoints,
    decide.carryForward,
    decide.awardRecognition,
    decide.publishAnnouncement,
    decide.reportReach,
  ],
  policies: [
    policy.whoCompletesEarnsPoints,
    policy.whoHadCompletedEarnsPoints,
    policy.whoCompletesEarnsCredit,
    policy.whoHadCompletedEarnsCredit,
    policy.aCompletionUndoneTakesItsRewardsBack,
    policy.whoTeachesEarnsPoints,
    policy.whoIsRatedWellEarnsPoints,
    policy.pointsExpire,
    policy.yearsAreClosed,
  ],
  rejections: cultureRejections,
  permissions: culturePermissions,
  settings: cultureSettings,
})
