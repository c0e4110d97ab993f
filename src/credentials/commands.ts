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
} from '../vocabulary/index.ts'
import { basis, validity } from './events.ts'

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
})
