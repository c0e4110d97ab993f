/**
 * Whatever a release has written, every later one reads: golden-log.jsonl holds events of every type and version, with
 * each field, each absence and each word of a list. Its lines are never changed; `scripts/golden-log.ts` adds.
 */
import { readFileSync } from 'node:fs'
import { assemble, isRight, lifecycle, type Module, policyCommandEvents, statistics } from 'training-ops'
import { describe, expect, test } from 'vitest'

type Stored = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata: { readonly schemaVersion: number }
}
const lines = readFileSync('test/house/golden-log.jsonl', 'utf8').trimEnd().split('\n')
const log = lines.map((line) => JSON.parse(line) as Stored)
const training = assemble([...lifecycle, statistics], {}, { trusted: true })
const declarations = Object.fromEntries(
  [
    ...([...lifecycle, statistics] as readonly Module[]).map(({ events }) => events),
    policyCommandEvents,
  ].flatMap(({ declarations }) => Object.entries(declarations)),
)

describe('the golden log', () => {
  test('holds every event of today, and every field of it (npx tsx --conditions=@training-ops/source scripts/golden-log.ts)', () => {
    const missing = Object.entries(declarations).flatMap(([type, { schema, version }]) => {
      const held = log.filter((one) => one.type === type && one.metadata.schemaVersion === version)
      const fields = new Set(held.flatMap(({ data }) => Object.keys(data)))
      return Object.keys(schema.shape)
        .filter((field) => !fields.has(field))
        .map((field) => `${type}@${version} ${field}`)
    })
    expect(missing).toEqual([])
  })

  test.each([...new Set(log.map(({ type }) => type))])('of %s is read as it was written', (type) => {
    const version = declarations[type]?.version
    for (const stored of log.filter((one) => one.type === type)) {
      const read = training.decode(stored)
      expect(isRight(read) ? 'read' : { stored, refused: read.left }).toBe('read')
      if (!isRight(read)) continue
      if (stored.metadata.schemaVersion === version) expect(read.right.data).toEqual(stored.data)
      expect(training.decode(JSON.parse(JSON.stringify(read.right)))).toEqual(read)
    }
  })
})
