/** What stays valid: certificates, on what ground, and until when. */
import { defineModule } from '../kernel/index.ts'
import * as decide from './decide.ts'
import { credentialEvents } from './events.ts'
import * as policy from './policies.ts'
import { credentialRejections } from './rejections.ts'
import { credentialSettings } from './settings.ts'

export { credentialCommands } from './commands.ts'
export { type CredentialEvent, credentialEvents } from './events.ts'
export * from './known.ts'
export { credentialRejections } from './rejections.ts'
export { credentialSettings } from './settings.ts'

export const credentials = defineModule({
  name: 'credentials',
  events: credentialEvents,
  decisions: [
    decide.issueCertificate,
    decide.renewCertificate,
    decide.suspendCertificate,
    decide.reinstateCertificate,
    decide.revokeCertificate,
    decide.expireCertificate,
  ],
  policies: [policy.whoCompletesIsCertified, policy.certificatesExpire, policy.renewedCertificatesExpire],
  rejections: credentialRejections,
  settings: credentialSettings,
})
