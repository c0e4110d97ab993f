/** The holder of a badge, hidden from its readers. */

import { mistake, sha256Of } from '../../kernel/index.ts'
import { needing } from '../foreign.ts'

export type HashedIdentity = {
  readonly type: 'IdentityObject'
  readonly hashed: true
  /** `sha256$` and the hexadecimal digest of the identity with the salt behind it. */
  readonly identityHash: string
  readonly identityType: 'emailAddress' | 'identifier' | 'accountId'
  readonly salt: string
}

/**
 * An identity by its digest: whoever knows the mail address can check the badge against it, and nobody reads it there.
 * `salt` is random, from the host, at least 8 characters: without one, a list of addresses would find everybody.
 *
 * Source: Open Badges 3.0, IdentityObject (the digest is of the identity with the salt appended).
 * Throws for a shorter salt.
 *
 * @example
 * ```ts
 * import { hashedIdentity } from 'training-ops/interop'
 * hashedIdentity('ada@example.com', 'deadsea-7f31').identityHash.slice(0, 11) // => 'sha256$75ef'
 * ```
 */
export const hashedIdentity = (
  identity: string,
  salt: string,
  identityType: HashedIdentity['identityType'] = 'emailAddress',
): HashedIdentity =>
  needing('hashedIdentity', 'an identity and a salt as text', () => {
    if (salt.length < 8) throw mistake('hashedIdentity', 'a salt of 8 characters', salt.length)
    const identityHash = `sha256$${sha256Of(`${identity}${salt}`)}`
    return { type: 'IdentityObject', hashed: true, identityHash, identityType, salt }
  })
