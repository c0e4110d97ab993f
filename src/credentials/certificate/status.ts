/** How a certificate's status moves: said here once, for decisions, records and reports alike. */
import { type StatusTable, statusRecipes } from '../../kernel/index.ts'
import type { CredentialEvent } from '../events.ts'

/** Whether a certificate counts. `none`: it was never issued. */
export type CertificateStatus = 'none' | 'valid' | 'suspended' | 'expired' | 'revoked'

/** The status each event leads to. */
export const certificateStatusAfter = {
  CertificateIssued: 'valid',
  CertificateRenewed: 'valid',
  CertificateSuspended: 'suspended',
  CertificateReinstated: 'valid',
  CertificateRevoked: 'revoked',
  CertificateExpired: 'expired',
} as const satisfies StatusTable<CredentialEvent, CertificateStatus>

/** The recipes of the table, for every fold that holds the status of one certificate. */
export const certificateMoves = statusRecipes<CredentialEvent, CertificateStatus>(certificateStatusAfter)
