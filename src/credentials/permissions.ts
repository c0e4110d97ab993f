import type { PermissionsFor } from '../vocabulary/index.ts'
import type { credentialCommands } from './commands.ts'

/** Who may ask what: certificates are in the hands of training operations. */
export const credentialPermissions: PermissionsFor<typeof credentialCommands> = {
  IssueCertificate: ['operations'],
  RenewCertificate: ['operations'],
  SuspendCertificate: ['operations'],
  ReinstateCertificate: ['operations'],
  RevokeCertificate: ['operations'],
  ExpireCertificate: ['operations'],
}
