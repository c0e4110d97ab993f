import { canonical } from './canonical.ts'
import { needing } from './needing.ts'

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
export const digestOf = (value: unknown): string =>
  needing('digestOf', 'JSON', () => `sha256:${sha256Of(canonical(value))}`)

/** The first 32 bits of the fractional part of a root: of a prime's square or cube root, as FIPS 180-4 says. */
const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32)
const firstPrimes = (count: number): readonly number[] => {
  const found: number[] = []
  for (let one = 2; found.length < count; one++)
    if (found.every((prime) => one % prime !== 0)) found.push(one)
  return found
}
const primes = firstPrimes(64)
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))

const key = (at: number): number => constants[at] as number
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

type Eight = [number, number, number, number, number, number, number, number]

/**
 * The SHA-256 digest (FIPS 180-4) of a text in UTF-8, in hexadecimal.
 *
 * @example
 * ```ts
 * import { sha256Of } from 'training-ops'
 * sha256Of('abc').slice(0, 16) // => 'ba7816bf8f01cfea'
 * ```
 */
export const sha256Of = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array((bytes.length + 72) & ~63)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const words = new Int32Array(64)
  const word = (at: number) => words[at] as number
  const sum = Int32Array.from(start)
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + 4 * at)
    for (let at = 16; at < 64; at++) {
      const near = word(at - 15)
      const far = word(at - 2)
      words[at] =
        word(at - 16) +
        (turned(near, 7) ^ turned(near, 18) ^ (near >>> 3)) +
        word(at - 7) +
        (turned(far, 17) ^ turned(far, 19) ^ (far >>> 10))
    }
    let [a, b, c, d, e, f, g, h] = sum as unknown as Eight
    for (let at = 0; at < 64; at++) {
      const one =
        (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + key(at) + word(at)) | 0
      const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + other) | 0
    }
    const turn = [a, b, c, d, e, f, g, h]
    sum.forEach((one, at) => {
      sum[at] = one + (turn[at] as number)
    })
  }
  return [...sum].map((one) => (one >>> 0).toString(16).padStart(8, '0')).join('')
}
