/** Inputs that nobody means well with: right commands and events with something wrong put in, by a seed. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { arbitraryOf, type Overrides } from 'training-ops/testing'
import * as z from 'zod'
import { training } from '../training.ts'
import { theSystem } from '../who-asks.ts'

type Json = { [key: string]: unknown }
export type Hostile = { readonly kind: 'command' | 'event'; readonly value: unknown; readonly how: string }

/** Numbers from 0 up to 1, the same for the same seed. */
export const diceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const deep = (depth: number): unknown => {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value }
  return value
}
const failing = () => {
  throw new Error('boo')
}
const endless = (): object =>
  new Proxy(
    {},
    {
      get: (_, key) => (key === 'toJSON' ? undefined : endless()),
      ownKeys: () => ['a'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
    },
  )
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const circle = () => {
  const one: Json = {}
  one.self = one
  return one
}

/** What JSON can carry. */
const texts = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\u202eada',
    'a\u200bda',
    '\ufeffada',
    'аda',
    'e\u0301',
    '\ud800',
    'a\udc00',
    '\uffff',
    '😀',
  ],
  ...[
    'a b',
    'a:b',
    'a/b',
    '../../etc/passwd',
    "'; DROP TABLE events;--",
    '%00',
    '{{7*7}}',
    '=1+1',
    '<script>alert(1)</script>',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'length',
    'then',
    'toJSON',
    'null',
    '-0',
    '1e3',
  ],
  ...[
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2016-12-31T23:59:60.000Z',
    '2026-02-30T00:00:00.000Z',
  ],
  ...[
    '+012026-03-01T00:00:00.000Z',
    '2026-03-01T01:00:00Z',
    '2026-03-01T01:00:00.000+08:00',
    '2026-13-01',
    '2999-12-31',
  ],
  ...[
    'Mars/Olympus',
    'UTC',
    'GMT+25',
    '+08:00',
    'Asia/Shanghai\0',
    'Etc/GMT+14',
    'policy:1',
    'x'.repeat(128),
    'x'.repeat(501),
  ],
]
const ofJson: readonly (() => unknown)[] = [
  ...texts.map((text) => () => text),
  ...[null, 0, -1, 0.1, 1e21, 1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, true, false].map((one) => () => one),
  ...[() => [], () => ({}), () => [[]], () => [null], () => [{}], () => ['a', 'a'], () => ['__proto__']],
  () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  () => deep(31),
  () => deep(33),
  () => Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at])),
  () => Array.from({ length: 2000 }, (_, at) => at),
]
/** Of the same kind, and so large that they are tried seldom. */
const large: readonly (() => unknown)[] = [
  () => 'a'.repeat(400_000),
  () => ' '.repeat(100_000),
  () => '\ud800'.repeat(2000),
  () => '😀'.repeat(100_000),
  () => '\u200d'.repeat(200_000),
  () => deep(3000),
  () => Array.from({ length: 100_000 }, (_, at) => at),
  () => Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`k${at}`, at])),
]
/** What only code can hand over. */
const ofCode: readonly (() => unknown)[] = [
  ...[undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 10n, 2n ** 70n, Symbol('s'), failing].map(
    (one) => () => one,
  ),
  ...[
    () => new Date(0),
    () => new Date(Number.NaN),
    () => new Map([[1, 2]]),
    () => new Set([1]),
    () => /a/,
    () => new Error('e'),
  ],
  ...[
    () => new Uint8Array(9),
    () => Object('ada'),
    () => Object(5),
    () => Object.create(null),
    () => globalThis,
  ],
  ...[endless, revoked, circle, () => Object.assign([], { length: 51, 50: 1 }), () => new Array(900_000)],
  () => Object.defineProperty({}, 'at', { enumerable: true, get: failing }),
  () =>
    new Proxy(
      {},
      {
        get: failing,
        ownKeys: failing,
        getPrototypeOf: failing,
        has: failing,
        getOwnPropertyDescriptor: failing,
      },
    ),
  () => Object.assign([], { length: 2 ** 32 - 1 }),
  () => ({ toJSON: failing }),
  () => Object.setPrototypeOf({}, Array.prototype),
  () => deep(10_000),
]

/** A log in which every type of event stands: what the commands are about. */
export const aLog: readonly Json[] = readFileSync(
  new URL('../../../test/house/golden-log.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  // Of the modules that this host has.
  .filter(({ type }) => training.eventTypes.includes(type))

/** The ids of that log, by the name of their field: commands are about somebody who is there. */
const idsOf = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const ids = new Map<string, Set<string>>()
  for (const { data } of aLog)
    for (const [field, value] of Object.entries(data as Json))
      if (/Id$/.test(field) && typeof value === 'string')
        ids.set(field, (ids.get(field) ?? new Set()).add(value))
  return ids
}

const samples = (): readonly { readonly kind: Hostile['kind']; readonly value: Json }[] => {
  const ids = idsOf()
  const known: Overrides = (path, schema) => {
    const found = [...(ids.get(path.at(-1) ?? '') ?? [])].filter((id) => z.safeParse(schema, id).success)
    return found.length === 0 ? undefined : fc.constantFrom(...found)
  }
  const commands = training.modules.flatMap(({ decisions }) =>
    decisions.flatMap(({ command: { type, schema } }) =>
      fc
        .sample(arbitraryOf(schema as never, known, [type]), { numRuns: 8, seed: 1 })
        .map((data) => ({ type, data, metadata: {} })),
    ),
  )
  return [
    ...commands.map((value) => ({ kind: 'command' as const, value: value as Json })),
    ...aLog.map((value) => ({ kind: 'event' as const, value })),
  ]
}

/** The places of a value, each by its path; of wide ones the first. */
const placesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (value === null || typeof value !== 'object' || path.length > 6) return [path]
  return [
    path,
    ...Object.keys(value)
      .slice(0, 60)
      .flatMap((key) => placesOf((value as Json)[key], [...path, key])),
  ]
}
const parentAt = (value: unknown, path: readonly string[]): Json =>
  path.slice(0, -1).reduce<unknown>((of, key) => (of as Json)[key], value) as Json

/** Hostile inputs without end. `json`: those alone that JSON can carry. */
export const hostileInputs = (dice: () => number, { json }: { readonly json: boolean }): (() => Hostile) => {
  const any = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
  const known = samples()
  const kinds = {
    command: known.filter(({ kind }) => kind === 'command'),
    event: known.filter(({ kind }) => kind === 'event'),
  }
  let made = 0
  const bad = (): unknown => {
    const roll = dice()
    if (roll < 0.003) return any(large)()
    return any(json || roll < 0.6 ? ofJson : ofCode)()
  }
  return () => {
    made++
    const kind = json || dice() < 0.6 ? 'command' : 'event'
    const { value: seed } = any(kinds[kind])
    if (dice() < 0.02) return { kind, value: bad(), how: `instead of ${seed.type}` }
    const value = structuredClone(seed)
    if (kind === 'command') value.metadata = { commandId: `h-${made}`, actor: { ...theSystem.actor } }
    const changed: string[] = []
    for (let times = 1 + Math.floor(dice() * 3); times > 0; times--) {
      const path = any(placesOf(value).filter(({ length }) => length > 0))
      if (path === undefined) break
      const [parent, key] = [parentAt(value, path), path.at(-1) as string]
      const roll = dice()
      if (roll < 0.1) delete parent[key]
      else if (roll < 0.15 && !Array.isArray(parent)) parent[any(texts)] = bad()
      else if (roll < 0.2) parent[key] = [parent[key], parent[key]]
      else parent[key] = bad()
      changed.push(path.join('.'))
      // Whatever was put in is not gone into: it may be without end.
      if (!json) break
    }
    return { kind, value, how: `${seed.type}: ${changed.join(', ')}` }
  }
}
