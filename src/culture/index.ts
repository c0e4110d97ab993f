/** Learning that people want: schemes, points, credit, recognition, and telling people of it. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import { zone } from '../vocabulary/index.ts'
import type { cultureCommands } from './commands.ts'
import * as decide from './decisions.ts'
import { type CultureEvent, cultureEvents } from './events.ts'
import { culturePermissions } from './permissions.ts'
import * as policy from './policies.ts'
import { cultureRejections } from './rejections.ts'
import { cultureSettings } from './settings.ts'

export { cultureCommands } from './commands.ts'
export { type CultureEvent, cultureEvents } from './events.ts'
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
export * from './state.ts'

/** Points, credit and recognition (学习文化): what is earned, spent, capped, and never falls below zero. */
export const culture: Module<
  'culture',
  typeof cultureEvents,
  DecisionsOn<typeof cultureCommands, typeof cultureRejections, CultureEvent>,
  typeof cultureSettings,
  'catalog' | 'resources' | 'delivery'
> = defineModule({
  name: 'culture',
  dependsOn: ['catalog', 'resources', 'delivery'],
  events: cultureEvents,
  decisions: [
    decide.publishCreditScheme,
    decide.publishIncentiveScheme,
    decide.grantPoints,
    decide.grantCredit,
    decide.correctCredit,
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
    policy.aCorrectedDeliveryCorrectsWhatWasEarned,
    policy.aVoidedOfferingTakesItsRewardsBack,
    policy.whoIsRatedWellEarnsPoints,
    policy.pointsExpire,
    policy.yearsAreClosed,
  ],
  rejections: cultureRejections,
  permissions: culturePermissions,
  settings: cultureSettings,
  settingFields: { zone },
})
