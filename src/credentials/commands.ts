import * as z from 'zod'
import { defineCommands } from '../kernel/index.ts'
import {
  at,
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
import { basis, corrected, flagCause, requires, suggestion, validity, waiver } from './events.ts'
import { historyRow } from './history/rows.ts'
import { terms } from './requirement/terms.ts'

/** The commands of the credentials room, in order of life. */
export const credentialCommands = defineCommands({
  IssueCertificate: {
    at,
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
  RenewCertificate: {
    at,
    certificateId,
    validFrom: instant,
    /** The first instant at which the renewed certificate is no longer valid. */
    validUntil: instant,
  },
  /** The award as it was: its day and its validity. By policy too, where a completion is dated anew; a renewal since stands. */
  CorrectCertificate: { at, certificateId, ...validity, awardedDate: day, ...corrected },
  SuspendCertificate: { at, certificateId, reason },
  ReinstateCertificate: { at, certificateId },
  RevokeCertificate: { at, certificateId, reason },
  /** By policy, when the validity that ends at `validUntil` is over. */
  ExpireCertificate: {
    at,
    certificateId,
    /** The instant at which the validity ended. An earlier or renewed validity changes nothing. */
    validUntil: instant,
  },
  /** By policy too, when a completion is reassessed: nothing is revoked by itself. */
  FlagCertificate: { at, certificateId, cause: flagCause, offeringId: offeringId.optional() },
  ClearCertificateFlag: {
    at,
    certificateId,
    reason,
    /** By policy: only a flag of this cause is cleared. */
    flaggedFor: flagCause.optional(),
  },
  /** By policy, when renewing opens. Changes nothing where another certificate of the course lasts longer. */
  SendRenewalReminder: {
    at,
    certificateId,
    learnerId,
    courseId,
    /** The instant at which the validity ends. */
    validUntil: instant,
  },
  EstablishRequirement: { at, requirementId, effectiveFrom: day, courseId, requires, ...terms },
  /** Changes nothing where the terms are the same. */
  AmendRequirement: { at, requirementId, effectiveFrom: day, ...terms },
  WithdrawRequirement: { at, requirementId, effectiveFrom: day, reason },
  WaiveObligation: waiver,
  RestoreObligation: { at, requirementId, learnerId, reason },
  /** Facts of the past from another system: no points, invitations or reminders follow from them. Each row is answered. */
  ImportHistory: {
    at,
    /** The name of the import, one for all its commands: `lms-2026`. */
    importId: code,
    /** The rows, in their order. */
    rows: z.array(historyRow).min(1).max(1000),
  },
  /** For a hire the host tells of; by policy for a new role. */
  SuggestTraining: suggestion,
})
