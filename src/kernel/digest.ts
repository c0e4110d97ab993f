import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical.ts'

/**
 * `sha256:<hex>` of a value's canonical JSON: what a published report keeps of the inputs it was computed from,
 * so that anyone can recompute it and see that nothing was touched.
 *
 * @example
 * ```ts
 * import { digestOf } from 'training-ops'
 * digestOf({ b: 1, a: 2 }) === digestOf({ a: 2, b: 1 }) // => true
 * digestOf({}).slice(0, 15) // => 'sha256:44136fa3'
 * ```
 */
export const digestOf = (value: unknown): string => `sha256:${sha256Of(canonical(value))}`

/** The SHA-256 digest of a text in UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
