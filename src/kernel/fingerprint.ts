/**
 * Tells whether two commands of the same id ask for the same thing: 64 bits, cheap, not meant to withstand an
 * adversary (`digestOf` is). Two FNV-like passes, each with its own offset and multiplier, over the canonical text, which is
 * not written out.
 *
 * @example
 * ```ts
 * import { fingerprintOf } from 'training-ops'
 * fingerprintOf({ a: 1, b: 2 }) === fingerprintOf({ b: 2, a: 1 }) // => true
 * fingerprintOf({}).length // => 16
 * ```
 */
export const fingerprintOf = (value: unknown): string => {
  high = 0x811c9dc5
  low = 0xcbf29ce4
  take(value)
  return hex(high) + hex(low)
}

let high = 0
let low = 0

const takeText = (text: string): void => {
  let one = high
  let other = low
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
  }
  high = one
  low = other
}

/** Characters that JSON writes with a backslash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escaped = /["\\\0-\x1f\ud800-\udfff]/
const takeString = (text: string): void => {
  if (escaped.test(text)) takeText(JSON.stringify(text))
  else {
    takeText('"')
    takeText(text)
    takeText('"')
  }
}

const take = (value: unknown): void => {
  if (typeof value === 'string') takeString(value)
  else if (value === null || typeof value !== 'object') takeText(JSON.stringify(value) ?? 'null')
  else if (Array.isArray(value)) {
    takeText('[')
    for (let at = 0; at < value.length; at++) {
      if (at > 0) takeText(',')
      take(value[at])
    }
    takeText(']')
  } else {
    const record = value as Record<string, unknown>
    takeText('{')
    let isFirst = true
    for (const key of Object.keys(record).sort()) {
      if (record[key] === undefined) continue
      if (!isFirst) takeText(',')
      isFirst = false
      takeString(key)
      takeText(':')
      take(record[key])
    }
    takeText('}')
  }
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
