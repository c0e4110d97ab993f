/**
 * Adds to test/house/golden-log.jsonl what it does not hold yet: of every event type and version, stored events in which
 * each field, each choice and each absence occurs once. Lines that are there are never touched: what was stored once is
 * read for ever. `npx tsx --conditions=@training-ops/source scripts/golden-log.ts` adds, `--anew` writes all of it again,
 * which is right only as long as nothing was published.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { canonical, lifecycle, type Module, policyCommandEvents, statistics } from 'training-ops'
import { arbitraryOf } from 'training-ops/testing'
import * as z from 'zod'

const file = 'test/house/golden-log.jsonl'
const samples = 1000

/** The words a schema lists. */
const wordsOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { const: only, enum: listed = [] } = schema as { const?: unknown; enum?: readonly unknown[] }
  const own = [only, ...listed].filter((word) => typeof word === 'string')
  return [...own, ...Object.values(schema).flatMap(wordsOf)]
}

/** What data shows of its shape: fields that are there and, of those that may be, not there; words of a list. */
const featuresOf = (words: ReadonlySet<string>, fields: Map<string, Set<string>>) => {
  const of = (data: unknown, path: string): readonly string[] => {
    if (typeof data === 'string') return words.has(data) ? [`${path}=${data}`] : []
    if (typeof data !== 'object' || data === null) return [`${path}:${typeof data}`]
    if (Array.isArray(data))
      return [`${path}#${Math.min(data.length, 1)}`, ...data.flatMap((one) => of(one, `${path}[]`))]
    const variant = Object.entries(data).find(
      ([key, word]) => ['kind', 'require', 'status'].includes(key) && words.has(word),
    )
    const own = variant === undefined ? path : `${path}(${variant[1]})`
    const known = fields.get(own) ?? new Set()
    fields.set(own, known)
    for (const key of Object.keys(data)) known.add(key)
    return [
      ...[...known].map((key) => (key in data ? `${own}.${key}` : `${own}.${key} is absent`)),
      ...Object.entries(data).flatMap(([key, inner]) => of(inner, `${own}.${key}`)),
    ]
  }
  return (data: unknown) => of(data, '')
}

if (process.argv.includes('--anew')) writeFileSync(file, '')
type Line = {
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly schemaVersion: number }
}
const held = (existsSync(file) ? readFileSync(file, 'utf8') : '')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line)

let added = 0
for (const { declarations } of [
  ...([...lifecycle, statistics] as readonly Module[]).map(({ events }) => events),
  policyCommandEvents,
])
  for (const [type, { schema, version }] of Object.entries(declarations)) {
    const stored = fc
      .sample(arbitraryOf(schema), { numRuns: samples, seed: 1 })
      .map((data) => JSON.parse(JSON.stringify(data)) as unknown)
      .sort((a, b) => canonical(a).length - canonical(b).length)
    const earlier = held.filter((line) => line.type === type && line.metadata.schemaVersion === version)
    const shows = featuresOf(new Set(wordsOf(z.toJSONSchema(schema))), new Map())
    for (const data of [...stored, ...earlier.map((line) => line.data)]) shows(data)
    const known = new Set(earlier.flatMap(({ data }) => shows(data)))
    for (const data of stored) {
      const fresh = shows(data).filter((feature) => !known.has(feature))
      if (fresh.length === 0) continue
      for (const feature of fresh) known.add(feature)
      appendFileSync(file, `${JSON.stringify({ type, data, metadata: { schemaVersion: version } })}\n`)
      added++
    }
  }
console.log(`${added} events added`)
