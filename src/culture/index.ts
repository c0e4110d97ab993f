/** Learning that people want: points, credit, recognition, and telling people of it. */
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
export { cultureSettings } from './settings.ts'

export const culture = defineModule({
  name: 'culture',
  events: cultureEvents,
  decisions: [
    decide.grantPoints,
    decide.grantCredit,
    decide.redeemPoints,
    decide.awardRecognition,
    decide.publishAnnouncement,
    decide.reportReach,
  ],
  policies: [policy.whoCompletesEarnsPoints, policy.whoCompletesEarnsCredit],
  rejections: cultureRejections,
  permissions: culturePermissions,
  settings: cultureSettings,
})
