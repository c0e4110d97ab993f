import type { CatalogEvent, Grants } from '../../catalog/events.ts'
import { projections } from '../../kernel/index.ts'
import type { CredentialEvent } from '../events.ts'
import { type CertificateStatus, certificateMoves } from './status.ts'

export type CertificateState = {
  status: CertificateStatus
  learnerId: string
  courseId: string
  awardedDate: string
  validFrom: string
  validUntil?: string
  /** Somebody has to look at what it rests on. */
  flagged: boolean
  /** The end they were last reminded of. */
  remindedOf?: string
}

const projection = projections<CredentialEvent>()

/** One certificate: whose, for what, and whether it counts. */
export const certificate = projection({
  name: 'certificate',
  by: ['certificateId'],
  initial: (): CertificateState => ({
    status: 'none',
    learnerId: '',
    courseId: '',
    awardedDate: '',
    validFrom: '',
    flagged: false,
  }),
  on: [
    certificateMoves,
    {
      CertificateIssued: (certificate, { learnerId, courseId, awardedDate, validFrom, validUntil }) => {
        certificate.learnerId = learnerId
        certificate.courseId = courseId
        certificate.awardedDate = awardedDate
        certificate.validFrom = validFrom
        if (validUntil !== undefined) certificate.validUntil = validUntil
      },
      CertificateRenewed: (certificate, { validFrom, validUntil }) => {
        certificate.validFrom = validFrom
        certificate.validUntil = validUntil
      },
      CertificateFlagged: (certificate) => {
        certificate.flagged = true
      },
      CertificateFlagCleared: (certificate) => {
        certificate.flagged = false
      },
      RenewalReminderSent: (certificate, { validUntil }) => {
        certificate.remindedOf = validUntil
      },
    },
  ],
})

/** Which certificate bears a serial. */
export const serialHolder = projection({
  name: 'serialHolder',
  by: ['serial'],
  initial: (): { certificateId?: string } => ({}),
  on: {
    CertificateIssued: (holder, { certificateId }) => {
      holder.certificateId = certificateId
    },
  },
})

/** Which certificates rest on a learner's completion of an offering. */
export const certificatesOfCompletion = projection({
  name: 'certificatesOfCompletion',
  by: ['offeringId', 'learnerId'],
  initial: (): { certificateIds: string[] } => ({ certificateIds: [] }),
  on: {
    CertificateIssued: ({ certificateIds }, { certificateId }) => {
      certificateIds.push(certificateId)
    },
  },
})

/** Whether completing a version of a course gives a certificate, and how long that is valid. */
export const certificateOfVersion = projections<CatalogEvent>()({
  name: 'certificateOfVersion',
  by: ['courseId'],
  initial: (): { granted: Record<string, NonNullable<Grants['certificate']>> } => ({ granted: {} }),
  on: {
    CourseVersionPublished: ({ granted }, { version, grants }) => {
      if (grants.certificate !== undefined) granted[version] = grants.certificate
    },
  },
})

/** The competencies that completing a course version shows. */
export const competenciesOfVersion = projections<CatalogEvent>()({
  name: 'competenciesOfVersion',
  by: ['courseId'],
  initial: (): { granted: Record<string, NonNullable<Grants['competencies']>> } => ({ granted: {} }),
  on: {
    CourseVersionPublished: ({ granted }, { version, grants }) => {
      if (grants.competencies !== undefined) granted[version] = grants.competencies
    },
  },
})
