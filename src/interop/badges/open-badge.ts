import { isIri } from '../xapi/formats.ts'

/** What a certificate says: `CertificateIssued`, or the certificate as it stands. */
export type BadgedCertificate = {
  readonly serial: string
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly awardedDate: string
}

export type BadgeWords = {
  /** Where this credential can be found. */
  readonly id: string
  readonly issuer: { readonly id: string; readonly name: string }
  /** Who it was awarded to: a DID, a `mailto:`, or another IRI of theirs. */
  readonly subject: string
  readonly achievement: {
    readonly id: string
    readonly name: string
    readonly description: string
    /** What one has to do for it, in words. */
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
  readonly credentialSubject: {
    readonly id: string
    readonly type: readonly string[]
    readonly achievement: {
      readonly id: string
      readonly type: readonly string[]
      readonly name: string
      readonly description: string
      readonly criteria: { readonly narrative: string }
    }
    /** The serial printed on the certificate. */
    readonly licenseNumber: string
  }
}

/** The day it was awarded, as the instant at which it begins in UTC: the field is a moment there. */
const momentOf = (day: string): string => `${day}T00:00:00.000Z`

/**
 * A certificate as an Open Badges 3.0 credential (1EdTech), a W3C Verifiable Credential without its proof: signing it is
 * the host's, who has the keys. Names and addresses come in, since events carry none. Throws when an id is no IRI.
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
export const openBadge = (certificate: BadgedCertificate, words: BadgeWords): OpenBadgeCredential => {
  const { id, issuer, subject, achievement } = words
  const addresses = { id, 'issuer.id': issuer.id, subject, 'achievement.id': achievement.id }
  for (const [name, address] of Object.entries(addresses))
    if (!isIri(address))
      throw new TypeError(`training-ops: openBadge needs ${name} as an IRI, got ${JSON.stringify(address)}`)
  const { serial, validFrom, validUntil, awardedDate } = certificate
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    awardedDate: momentOf(awardedDate),
    name: achievement.name,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      achievement: {
        id: achievement.id,
        type: ['Achievement'],
        name: achievement.name,
        description: achievement.description,
        criteria: { narrative: achievement.criteria },
      },
      licenseNumber: serial,
    },
  }
}
