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
  /** The validity it was awarded with, before any renewal. */
  award: { validFrom: string; validUntil?: string }
  /** Somebody has to look at what it rests on. */
  flagged: boolean
  /** Why it was flagged. */
  flaggedFor?: string
  /** The end they were last reminded of. */
  remindedOf?: string
}

const projection = projections<CredentialEvent>()

type Validity = { validFrom: string; validUntil?: string | undefined }
const setValidity = (
  of: CertificateState | CertificateState['award'],
  { validFrom, validUntil }: Validity,
) => {
  of.validFrom = validFrom
  if (validUntil !== undefined) of.validUntil = validUntil
  else if (of.validUntil !== undefined) delete of.validUntil
}

/** Whether it was renewed since it was awarded. */
const isRenewed = ({ award, validFrom, validUntil }: CertificateState): boolean =>
  award.validFrom !== validFrom || award.validUntil !== validUntil

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
    award: { validFrom: '' },
    flagged: false,
  }),
  on: [
    certificateMoves,
    {
      CertificateIssued: (certificate, issued) => {
        certificate.learnerId = issued.learnerId
        certificate.courseId = issued.courseId
        certificate.awardedDate = issued.awardedDate
        setValidity(certificate, issued)
        setValidity(certificate.award, issued)
      },
      CertificateCorrected: (certificate, corrected) => {
        certificate.awardedDate = corrected.awardedDate
        if (!isRenewed(certificate)) setValidity(certificate, corrected)
        setValidity(certificate.award, corrected)
      },
      CertificateRenewed: setValidity,
      CertificateFlagged: (certificate, { cause }) => {
        certificate.flagged = true
        certificate.flaggedFor = cause
      },
      CertificateFlagCleared: (certificate) => {
        certificate.flagged = false
        if (certificate.flaggedFor !== undefined) delete certificate.flaggedFor
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
