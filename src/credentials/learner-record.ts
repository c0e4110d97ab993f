import type { DeliveryEvent } from '../delivery/events.ts'
import { projections, statusRecipes } from '../kernel/index.ts'
import { given } from '../vocabulary/index.ts'
import { type CertificateStatus, certificateStatusAfter } from './certificate/status.ts'
import type { CredentialEvent } from './events.ts'

export type CompletedAttempt = {
  courseId: string
  courseVersion: number
  at: string
  /** Satisfied without having been met. */
  waived?: true
  /** A correction has shown since that it was not completed. */
  revokedAt?: string
}

export type HeldCertificate = {
  courseId: string
  serial: string
  awardedDate: string
  status: CertificateStatus
  /** Every validity it ever had, the newest last, with when it was renewed: a renewal takes nothing away. */
  validities: { from: string; until?: string; renewedAt?: string }[]
  /** When it was suspended or revoked. */
  lostAt?: string
  flagged: boolean
}

/** The completions and certificates of a learner. Nothing is ever taken out of it: what was found wrong says so. */
export type LearnerRecordState = {
  /** By offering: every attempt is kept. */
  completions: Record<string, CompletedAttempt>
  certificates: Record<string, HeldCertificate>
  /** By requirement: the last day it holds, `null` for good. */
  waivers: Record<string, string | null>
}

type Certificates = LearnerRecordState['certificates']

const flag = (certificates: Certificates, certificateId: string, flagged: boolean): void => {
  const held = certificates[certificateId]
  if (held !== undefined) held.flagged = flagged
}

const lose = (
  { certificates }: LearnerRecordState,
  { certificateId, at }: { certificateId: string; at: string },
): void => {
  const held = certificates[certificateId]
  if (held !== undefined) held.lostAt ??= at
}

const regain = ({ certificates }: LearnerRecordState, { certificateId }: { certificateId: string }): void => {
  delete certificates[certificateId]?.lostAt
}

const certificateMoves = statusRecipes<
  CredentialEvent,
  CertificateStatus,
  LearnerRecordState,
  typeof certificateStatusAfter
>(certificateStatusAfter, ({ certificates }, { certificateId }) => certificates[certificateId])

/** The completions, certificates and waivers of each learner: the records that obligations look at. */
export const learnerRecord = projections<CredentialEvent | DeliveryEvent>()({
  name: 'learnerRecord',
  by: ['learnerId'],
  initial: (): LearnerRecordState => ({ completions: {}, certificates: {}, waivers: {} }),
  on: [
    {
      EnrolmentCompleted: ({ completions }, { offeringId, courseId, courseVersion, at, outcome }) => {
        completions[offeringId] = {
          courseId,
          courseVersion,
          at,
          ...(outcome === 'waived' ? { waived: true } : {}),
        }
      },
      CompletionReassessed: ({ completions }, reassessed) => {
        const {
          offeringId,
          courseId,
          courseVersion,
          at,
          closedAt,
          endedAt = closedAt,
          to,
          outcome,
        } = reassessed
        if (to === 'completed')
          completions[offeringId] = {
            courseId,
            courseVersion,
            at: endedAt,
            ...(outcome === 'waived' ? { waived: true } : {}),
          }
        else if (completions[offeringId] !== undefined) completions[offeringId].revokedAt ??= at
      },
      CertificateIssued: (
        { certificates },
        { certificateId, courseId, serial, awardedDate, validFrom, validUntil },
      ) => {
        certificates[certificateId] = {
          courseId,
          serial,
          awardedDate,
          status: 'valid',
          validities: [{ from: validFrom, ...given({ until: validUntil }) }],
          flagged: false,
        }
      },
      CertificateCorrected: ({ certificates }, { certificateId, awardedDate, validFrom, validUntil }) => {
        const held = certificates[certificateId]
        if (held === undefined) return
        held.awardedDate = awardedDate
        held.validities[0] = { from: validFrom, ...given({ until: validUntil }) }
      },
      CertificateRenewed: ({ certificates }, { at, certificateId, validFrom, validUntil }) => {
        const held = certificates[certificateId]
        if (held === undefined) return
        delete held.lostAt
        held.validities.push({ from: validFrom, until: validUntil, renewedAt: at })
      },
      CertificateSuspended: lose,
      CertificateReinstated: regain,
      CertificateRevoked: lose,
      CertificateFlagged: ({ certificates }, { certificateId }) => flag(certificates, certificateId, true),
      CertificateFlagCleared: ({ certificates }, { certificateId }) =>
        flag(certificates, certificateId, false),
      ObligationWaived: ({ waivers }, { requirementId, until }) => {
        waivers[requirementId] = until ?? null
      },
      ObligationRestored: ({ waivers }, { requirementId }) => {
        delete waivers[requirementId]
      },
    },
    certificateMoves,
  ],
})
