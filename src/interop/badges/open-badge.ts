import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { credentialsContext, mustBeIris } from './addresses.ts'
import type { HashedIdentity } from './identity.ts'

/** The data of a certificate: `CertificateIssued`, or the certificate as it stands. */
export type BadgedCertificate = {
  readonly serial: string
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly awardedDate: string
  readonly status?: string
  readonly revokedAt?: string
}

/** The achievement in another framework: ESCO, O*NET, or one's own. */
export type BadgeAlignment = {
  readonly framework: string
  readonly url: string
  readonly name: string
  readonly code?: string
}

/** A result that was reached: a score, a level, a grade. */
export type BadgeResult = {
  /** An IRI of what the result is a result of. */
  readonly id: string
  readonly name: string
  readonly type: 'Percent' | 'RawScore' | 'RubricCriterionLevel' | 'LetterGrade' | 'Status' | 'Result'
  readonly value: string
}

export type BadgeWords = {
  /** Where this credential can be found. */
  readonly id: string
  readonly issuer: { readonly id: string; readonly name: string }
  /** The holder: a DID, a `mailto:` or another IRI of theirs, or a hashed identity (`hashedIdentity`). */
  readonly subject: string | HashedIdentity
  /** Where a verifier asks whether it was revoked. */
  readonly status?: { readonly id: string; readonly type: string }
  readonly alignments?: readonly BadgeAlignment[]
  readonly results?: readonly BadgeResult[]
  readonly achievement: {
    readonly id: string
    readonly name: string
    readonly description: string
    /** The criteria in words. */
    readonly criteria: string
  }
}

export type OpenBadgeCredential = {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly issuer: { readonly id: string; readonly type: readonly string[]; readonly name: string }
  readonly validFrom: string
  readonly validUntil?: string
  readonly awardedDate: string
  readonly name: string
  readonly credentialStatus?: { readonly id: string; readonly type: string }
  readonly credentialSubject: {
    readonly id?: string
    readonly identifier?: readonly HashedIdentity[]
    readonly type: readonly string[]
    readonly result?: readonly object[]
    readonly achievement: {
      readonly id: string
      readonly type: readonly string[]
      readonly name: string
      readonly description: string
      readonly criteria: { readonly narrative: string }
      readonly alignment?: readonly object[]
      readonly resultDescription?: readonly object[]
    }
    /** The serial printed on the certificate. */
    readonly licenseNumber: string
  }
}

/** The day it was awarded, as the instant at which it begins in UTC: the field is a moment there. */
const momentOf = (day: string): string => `${day}T00:00:00.000Z`

/**
 * A certificate as an Open Badges 3.0 credential (1EdTech), a W3C Verifiable Credential without its proof: signing it is
 * the host's, who has the keys. Names and addresses come in, since events carry none. A certificate that was revoked is
 * valid until the instant of its revocation and no longer, beside what `status` says. Throws when an id is no IRI.
 *
 * @example
 * ```ts
 * import { openBadge } from 'training-ops/interop'
 * const certificate = { serial: 'S-1', validFrom: '2026-03-01T01:00:00.000Z', awardedDate: '2026-03-01' }
 * const badge = openBadge(certificate, {
 *   id: 'https://learn.example.com/credentials/S-1',
 *   issuer: { id: 'https://example.com', name: 'Example Corp' },
 *   subject: 'did:example:ada',
 *   achievement: { id: 'https://learn.example.com/courses/fire', name: 'Fire safety', description: 'Can put it out.', criteria: 'Attended 90 %.' },
 * })
 * badge.type // => ['VerifiableCredential', 'OpenBadgeCredential']
 * badge.credentialSubject.achievement.name // => 'Fire safety'
 * ```
 */
export const openBadge = (certificate: BadgedCertificate, words: BadgeWords): OpenBadgeCredential =>
  needing('openBadge', 'a certificate and words as declared', () => {
    const { id, issuer, subject, achievement, status, alignments = [], results = [] } = words
    mustBeIris('openBadge', {
      id,
      'issuer.id': issuer.id,
      ...(typeof subject === 'string' ? { subject } : {}),
      'achievement.id': achievement.id,
      ...given({ 'status.id': status?.id }),
      ...Object.fromEntries(alignments.map(({ url }, at) => [`alignments[${at}].url`, url])),
      ...Object.fromEntries(results.map((result, at) => [`results[${at}].id`, result.id])),
    })
    const { serial, validFrom, awardedDate } = certificate
    const validUntil = lastInstantOf(certificate)
    return {
      '@context': [credentialsContext, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
      validFrom,
      ...given({ validUntil }),
      awardedDate: momentOf(awardedDate),
      name: achievement.name,
      ...given({ credentialStatus: status }),
      credentialSubject: {
        ...(typeof subject === 'string' ? { id: subject } : { identifier: [subject] }),
        type: ['AchievementSubject'],
        achievement: {
          id: achievement.id,
          type: ['Achievement'],
          name: achievement.name,
          description: achievement.description,
          criteria: { narrative: achievement.criteria },
          ...(alignments.length === 0 ? {} : { alignment: alignments.map(alignmentOf) }),
          ...(results.length === 0 ? {} : { resultDescription: results.map(descriptionOf) }),
        },
        ...(results.length === 0
          ? {}
          : {
              result: results.map((of) => ({ type: ['Result'], resultDescription: of.id, value: of.value })),
            }),
        licenseNumber: serial,
      },
    }
  })

/** When a certificate ends: with its validity, or earlier with its revocation. */
const lastInstantOf = ({
  status,
  validFrom,
  validUntil,
  revokedAt,
}: BadgedCertificate): string | undefined => {
  if (status !== 'revoked' && revokedAt === undefined) return validUntil
  // A credential that ends before it begins is malformed: revoked before it began, it was valid for no time.
  const ended = revokedAt === undefined || revokedAt < validFrom ? validFrom : revokedAt
  return validUntil !== undefined && validUntil < ended ? validUntil : ended
}

const alignmentOf = ({ framework, url, name, code }: BadgeAlignment) => ({
  type: ['Alignment'],
  targetFramework: framework,
  targetUrl: url,
  targetName: name,
  ...given({ targetCode: code }),
})

const descriptionOf = ({ id, name, type }: BadgeResult) => ({
  id,
  type: ['ResultDescription'],
  name,
  resultType: type,
})
