import { canonical } from './canonical.ts'

/**
 * Tells whether two commands of the same id ask for the same thing: 64 bits, cheap, not meant to withstand an
 * adversary (`digestOf` is). Two FNV-like passes, each with its own offset and multiplier, over the canonical text.
 */
export const fingerprintOf = (value: unknown): string => {
  const text = canonical(value)
  let high = 0x811c9dc5
  let low = 0xcbf29ce4
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b)
  }
  return hex(high) + hex(low)
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
