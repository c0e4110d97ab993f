import type { PermissionsFor } from '../vocabulary/index.ts'
import type { credentialCommands } from './commands.ts'

/** A manager speaks for those who report to them. */
const theirManager = { role: 'manager', relation: 'reportsTo', to: 'learnerId' } as const

/** The permissions: certificates and requirements are in the hands of training operations; managers speak for their people. */
export const credentialPermissions: PermissionsFor<typeof credentialCommands> = {
  IssueCertificate: ['operations'],
  RenewCertificate: ['operations'],
  CorrectCertificate: ['operations'],
  SuspendCertificate: ['operations'],
  ReinstateCertificate: ['operations'],
  RevokeCertificate: ['operations'],
  ExpireCertificate: ['operations'],
  FlagCertificate: ['operations'],
  ClearCertificateFlag: ['operations'],
  SendRenewalReminder: ['operations'],
  EstablishRequirement: ['operations'],
  AmendRequirement: ['operations'],
  WithdrawRequirement: ['operations'],
  WaiveObligation: ['operations', theirManager],
  RestoreObligation: ['operations', theirManager],
  // Nobody but the host itself brings in the past.
  ImportHistory: [],
  SuggestTraining: ['operations', theirManager],
}
