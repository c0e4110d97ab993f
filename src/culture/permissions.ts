import type { PermissionsFor } from '../vocabulary/index.ts'
import type { cultureCommands } from './commands.ts'

/** The permissions: training operations grants and tells, learners redeem their own points, managers recognise. */
export const culturePermissions: PermissionsFor<typeof cultureCommands> = {
  PublishCreditScheme: ['operations'],
  PublishIncentiveScheme: ['operations'],
  GrantPoints: ['operations'],
  GrantCredit: ['operations'],
  CorrectCredit: ['operations'],
  ReverseGrant: ['operations'],
  RedeemPoints: ['operations', { role: 'learner', as: 'learnerId' }],
  ExpirePoints: ['operations'],
  CarryForward: ['operations'],
  AwardRecognition: ['operations', 'manager'],
  PublishAnnouncement: ['operations'],
  ReportReach: ['operations'],
}
