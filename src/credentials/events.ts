/**
 * The events of the credentials room: which certificates were awarded, on what ground, and how long each of them
 * is valid; and which training is required of whom (必修要求). Obligations are computed from it, and
 * written down nowhere. A renewal moves the end and keeps the day of the award.
 */
import * as z from 'zod'
import { defineEvents, type EventsOf, event } from '../kernel/index.ts'
import {
  at,
  certificateId,
  code,
  courseId,
  day,
  idList,
  instant,
  learnerId,
  offeringId,
  personId,
  reason,
  requirementId,
  segment,
} from '../vocabulary/index.ts'
import { refusedRow } from './history/rows.ts'
import { terms } from './requirement/terms.ts'

/** A certificate holds in `[validFrom, validUntil)`; without an end it never expires. */
export const validity = {
  /** The instant from which the certificate is valid. */
  validFrom: instant,
  /** The first instant at which the certificate is no longer valid. Left out, it never expires. */
  validUntil: instant.optional(),
}

/** The person who puts the award right, and why. */
export const corrected = {
  /** The person who puts it right. Left out, it follows from a completion that was judged anew. */
  correctedBy: personId.optional(),
  reason,
}

const ofCertificate = { at, certificateId, learnerId, courseId }

/** The ground of a certificate. */
export const basis = z.enum(['completion', 'equivalence', 'administrative'])

/** `completionReassessed`, `assessmentInvalidated`, `complaint`, or an organisation's own. */
export const flagCause = code

/** A completed course is enough, or a certificate of it has to be valid. */
export const requires = z.enum(['course', 'credential'])

const ofRequirement = {
  at,
  requirementId,
  /** The first day on which these terms hold, in the organisation's zone. */
  effectiveFrom: day,
}

/** Why somebody need not do it: they showed that they can, hold something as good, or it was decided so. */
export const waiver = {
  at,
  requirementId,
  learnerId,
  /** The ground of the waiver: the learner showed the ability, holds an equivalent, or an administrator decided. */
  basis: z.enum(['testedOut', 'equivalent', 'administrative']),
  /** The last day it holds; for good without one. */
  until: day.optional(),
  reason,
}

/** The facts about a person in a new job that only the host knows. */
export const suggestion = {
  at,
  learnerId,
  /** The event that led to the suggestion: a hire or a new role. */
  cause: z.enum(['hired', 'roleAssigned']),
  segment,
  /** The roles of the person, by their codes. */
  roles: z.array(code).max(50),
}

/** A new job is told every requirement in force. */
const allOfThem = { tags: ['catalog:requirements'] } as const

/** The events of certificates and requirements; `credentialEvents.make` makes them. */
export const credentialEvents = defineEvents({
  /** They hold a certificate. */
  CertificateIssued: event(
    {
      ...ofCertificate,
      ...validity,
      /** The day of the first award. A renewal keeps it. */
      awardedDate: day,
      basis,
      /** The completed version of the course. */
      courseVersion: z.int().min(1).optional(),
      offeringId: offeringId.optional(),
      /** The serial number printed on the certificate, unique everywhere. */
      serial: code,
    },
    { taggedBy: ['serial'] },
  ),
  /** It is valid for longer. */
  CertificateRenewed: event({
    ...ofCertificate,
    validFrom: instant,
    /** The first instant at which the renewed certificate is no longer valid. */
    validUntil: instant,
    awardedDate: day,
  }),
  /** It is of another day, or ends at another instant, than was recorded: the award, not a renewal since. */
  CertificateCorrected: event({
    ...ofCertificate,
    ...validity,
    awardedDate: day,
    ...corrected,
  }),
  /** It does not count for now. */
  CertificateSuspended: event({ ...ofCertificate, reason }),
  /** It counts again. */
  CertificateReinstated: event(ofCertificate),
  /** It was taken back for good. */
  CertificateRevoked: event({ ...ofCertificate, reason }),
  /** Its time is over. */
  CertificateExpired: event({
    ...ofCertificate,
    /** The instant at which the validity ended. */
    validUntil: instant,
  }),
  /** The ground of the certificate is in doubt: somebody has to check it. It counts until they decide. */
  CertificateFlagged: event({ ...ofCertificate, cause: flagCause, offeringId: offeringId.optional() }),
  /** Somebody looked at it, and it stands. */
  CertificateFlagCleared: event({ ...ofCertificate, reason }),
  /** They were told that it ends, and when. */
  RenewalReminderSent: event({
    ...ofCertificate,
    /** The instant at which the validity ends. */
    validUntil: instant,
    /** The course to take instead, where the course of the certificate is retired. */
    successorId: courseId.optional(),
  }),

  /** This training, or its certificate, is required of these people. */
  RequirementEstablished: event({ ...ofRequirement, courseId, requires, ...terms }, allOfThem),
  /** It is required of others, or at another time, from that day on. */
  RequirementAmended: event({ ...ofRequirement, ...terms }, allOfThem),
  /** It is required of nobody any more, from that day on. */
  RequirementWithdrawn: event({ ...ofRequirement, reason }, allOfThem),
  /** This person need not do it, until that day or for good. */
  ObligationWaived: event(waiver),
  /** They have to do it after all. */
  ObligationRestored: event({ at, requirementId, learnerId, reason }),
  /** Rows of another system's records were taken in; these were not. The facts themselves are told by their own events. */
  HistoryImported: event({
    at,
    /** The import this belongs to. */
    importId: code,
    /** The number of rows that were taken in. */
    imported: z.int().min(0),
    /** The rows that were refused. */
    refused: z.array(refusedRow).max(1000),
  }),
  /** They were told what the new job asks of them. */
  TrainingSuggested: event({
    ...suggestion,
    /** The requirements that ask for the training. */
    requirementIds: idList(requirementId),
    /** The suggested courses. */
    courseIds: idList(courseId),
  }),
})

export type CredentialEvent = EventsOf<typeof credentialEvents> | never
