import { mistake } from '../../kernel/index.ts'
import { needing } from '../foreign.ts'
import { credentialsContext, mustBeIris } from './addresses.ts'
import type { HashedIdentity } from './identity.ts'
import type { OpenBadgeCredential } from './open-badge.ts'

export type ClrWords = {
  /** Where this record can be found. */
  readonly id: string
  readonly issuer: { readonly id: string; readonly name: string }
  readonly subject: string | HashedIdentity
  readonly name: string
  /** When the record was made. */
  readonly validFrom: string
}

export type ClrCredential = {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly issuer: { readonly id: string; readonly type: readonly string[]; readonly name: string }
  readonly validFrom: string
  readonly name: string
  readonly credentialSubject: {
    readonly id?: string
    readonly identifier?: readonly HashedIdentity[]
    readonly type: readonly string[]
    readonly verifiableCredential: readonly OpenBadgeCredential[]
  }
}

/**
 * A learner's certificates as one Comprehensive Learner Record (1EdTech CLR 2.0), without its proof: each certificate
 * is a badge made by `openBadge`, in the order given. Throws when an id is no IRI, and for a record without a badge.
 *
 * @example
 * ```ts
 * import { clrRecord, openBadge } from 'training-ops/interop'
 * const issuer = { id: 'https://example.com', name: 'Example Corp' }
 * const badge = openBadge(
 *   { serial: 'S-1', validFrom: '2026-03-01T01:00:00.000Z', awardedDate: '2026-03-01' },
 *   {
 *     id: 'https://learn.example.com/credentials/S-1', issuer, subject: 'did:example:ada',
 *     achievement: { id: 'https://learn.example.com/courses/fire', name: 'Fire safety', description: 'Can put it out.', criteria: 'Attended 90 %.' },
 *   },
 * )
 * const record = clrRecord([badge], {
 *   id: 'https://learn.example.com/records/ada', issuer, subject: 'did:example:ada', name: 'Training record', validFrom: '2026-12-31T00:00:00.000Z',
 * })
 * record.type // => ['VerifiableCredential', 'ClrCredential']
 * record.credentialSubject.verifiableCredential.length // => 1
 * ```
 */
export const clrRecord = (badges: readonly OpenBadgeCredential[], words: ClrWords): ClrCredential =>
  needing('clrRecord', 'badges and words as declared', () => {
    const { id, issuer, subject, name, validFrom } = words
    mustBeIris('clrRecord', {
      id,
      'issuer.id': issuer.id,
      ...(typeof subject === 'string' ? { subject } : {}),
    })
    if (badges.length === 0) throw mistake('clrRecord', 'at least one badge', 'none')
    return {
      '@context': [
        credentialsContext,
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id,
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
      validFrom,
      name,
      credentialSubject: {
        ...(typeof subject === 'string' ? { id: subject } : { identifier: [subject] }),
        type: ['ClrSubject'],
        verifiableCredential: badges,
      },
    }
  })
