/**
 * What the credentials room remembers: which certificates were awarded, on what ground, and how long each of them
 * is valid. A renewal moves the end and keeps the day of the award.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
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

/** A certificate holds in `[validFrom, validUntil)`; without an end it never expires. */
export const validity = { validFrom: instant, validUntil: instant.optional() }

const ofCertificate = { at: instant, certificateId, learnerId, courseId }

/** What a certificate rests on. */
export const basis = z.enum(['completion', 'equivalence', 'administrative'])

export const credentialEvents = defineEvents({
  /** They hold a certificate. */
  CertificateIssued: event(
    {
      ...ofCertificate,
      ...validity,
      /** The day it was first awarded: renewals keep it. */
      awardedDate: day,
      basis,
      courseVersion: z.int().min(1).optional(),
      offeringId: offeringId.optional(),
      /** What is printed on it, unique everywhere. */
      serial: code,
    },
    { taggedBy: ['serial'] },
  ),
  /** It is valid for longer. */
  CertificateRenewed: event({ ...ofCertificate, validFrom: instant, validUntil: instant, awardedDate: day }),
  /** It does not count for now. */
  CertificateSuspended: event({ ...ofCertificate, reason }, { personal: ['reason'] }),
  /** It counts again. */
  CertificateReinstated: event(ofCertificate),
  /** It was taken back for good. */
  CertificateRevoked: event({ ...ofCertificate, reason }, { personal: ['reason'] }),
  /** Its time is over. */
  CertificateExpired: event({ ...ofCertificate, validUntil: instant }),
})

export type CredentialEvent = EventsOf<typeof credentialEvents>
