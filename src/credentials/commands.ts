import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  certificateId,
  code,
  courseId,
  day,
  instant,
  learnerId,
  offeringId,
  reason,
  requirementId,
} from '../vocabulary/index.ts'
import { basis, flagCause, requires, suggestion, validity, waiver } from './events.ts'
import { terms } from './requirement/terms.ts'

/** What may be asked of the credentials room, in order of life. */
export const credentialCommands = defineCommands({
  IssueCertificate: {
    at: instant,
    certificateId,
    learnerId,
    courseId,
    ...validity,
    awardedDate: day,
    basis,
    courseVersion: z.int().min(1).optional(),
    offeringId: offeringId.optional(),
    serial: code,
  },
  RenewCertificate: { at: instant, certificateId, validFrom: instant, validUntil: instant },
  SuspendCertificate: { at: instant, certificateId, reason },
  ReinstateCertificate: { at: instant, certificateId },
  RevokeCertificate: { at: instant, certificateId, reason },
  /** By policy, when the validity that ends at `validUntil` is over. */
  ExpireCertificate: { at: instant, certificateId, validUntil: instant },
  /** By policy too, when a completion is reassessed: nothing is revoked by itself. */
  FlagCertificate: { at: instant, certificateId, cause: flagCause, offeringId: offeringId.optional() },
  ClearCertificateFlag: { at: instant, certificateId, reason },
  /** By policy, when renewing opens. */
  SendRenewalReminder: { at: instant, certificateId, validUntil: instant },
  EstablishRequirement: { at: instant, requirementId, effectiveFrom: day, courseId, requires, ...terms },
  AmendRequirement: { at: instant, requirementId, effectiveFrom: day, ...terms },
  WithdrawRequirement: { at: instant, requirementId, effectiveFrom: day, reason },
  WaiveObligation: waiver,
  RestoreObligation: { at: instant, requirementId, learnerId, reason },
  /** For a hire the host tells of; by policy for a new role. */
  SuggestTraining: suggestion,
})
