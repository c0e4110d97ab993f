import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonical, digestOf, fingerprintOf } from 'training-ops'
import { describe, expect, test } from 'vitest'

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reversed(inner)]),
        )
      : value

const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'))

describe('one text for one value', () => {
  test('whatever order its keys were written in', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value))
      }),
    )
  })
  test('that reads back as the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test('and for another value another text', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(canonical(one) !== canonical(other))
        expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
        expect(digestOf(one)).not.toBe(digestOf(other))
      }),
    )
  })
})

test('a digest is the SHA-256 of that text, as anyone can compute it', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(digestOf(value)).toBe(`sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`)
    }),
  )
})

test('a fingerprint tells ten thousand near neighbours apart', () => {
  const prints = new Set(
    Array.from({ length: 10_000 }, (_, at) => fingerprintOf({ learnerId: `l-${at}`, minutes: at % 7 })),
  )
  expect(prints.size).toBe(10_000)
  expect([...prints].every((print) => /^[0-9a-f]{16}$/.test(print))).toBe(true)
})

test('a fingerprint is of the canonical text, which is not written out', () => {
  const ofText = (text: string): string => {
    let [high, low] = [0x811c9dc5, 0xcbf29ce4]
    for (let at = 0; at < text.length; at++) {
      high = Math.imul(high ^ text.charCodeAt(at), 0x01000193)
      low = Math.imul(low ^ text.charCodeAt(at), 0x85ebca6b)
    }
    return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), (value) => {
      expect(fingerprintOf(value)).toBe(ofText(canonical(value)))
    }),
  )
})
