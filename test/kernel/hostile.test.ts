/** Nothing that comes in from outside is answered with a raw throw: whatever it is, it is named, and nothing changes. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { assemble, createLedger, lifecycle } from 'training-ops'
import { arbitraryOf } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble(lifecycle, {}, { trusted: true })
type Json = { [key: string]: unknown }

const failing = () => {
  throw new Error('boo')
}
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const cyclic = () => {
  const one: Json = {}
  one.self = one
  return one
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
/** Another value each time it is looked at. */
const fickle = () => {
  let looks = 0
  return Object.defineProperty({}, 'at', {
    enumerable: true,
    get: () => (looks++ % 2 === 0 ? '2026-03-01T00:00:00.000Z' : cyclic()),
  })
}
const long = (length: number) => Object.assign([], { length })

const hostile: Readonly<Record<string, () => unknown>> = {
  'a getter that throws': () => Object.defineProperty({}, 'at', { enumerable: true, get: failing }),
  'a getter that changes its mind': fickle,
  'a proxy that throws': () =>
    new Proxy(
      {},
      {
        get: failing,
        ownKeys: failing,
        getPrototypeOf: failing,
        getOwnPropertyDescriptor: failing,
        has: failing,
      },
    ),
  'a revoked proxy': revoked,
  'a proxy without end': endless,
  'a circle': cyclic,
  'a list with a hole': () => Object.assign([], { length: 51, 50: 1 }),
  'a list that says it is long': () => long(2 ** 32 - 1),
  'a list that says it is just too long': () => long(1_000_001),
  'a list that says it is just not too long': () => long(1_000_000),
  'an object that says it is a list': () => Object.setPrototypeOf({}, Array.prototype),
  'a list whose constructor is none': () => Object.assign([1], { constructor: 1 }),
  'an object that says it is a date': () => Object.setPrototypeOf({}, Date.prototype),
  'something deep': () => {
    let value: unknown = 'x'
    for (let depth = 0; depth < 10_000; depth++) value = [value]
    return value
  },
  'half a character': () => '\ud800',
  'U+0000': () => 'a\0b',
  'a big number': () => 2n ** 70n,
  'a symbol': () => Symbol('s'),
  'a function': () => failing,
  'a toJSON that throws': () => ({ toJSON: failing }),
}
const anything = fc.constantFrom(...Object.entries(hostile))

const events = readFileSync('test/house/golden-log.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Json)
const commands = training.modules.flatMap(({ decisions }) =>
  decisions.flatMap(({ command }) =>
    fc
      .sample(arbitraryOf(command.schema as never), { numRuns: 1, seed: 1 })
      .map((data): Json => ({ type: command.type, data, metadata: { commandId: 'c' } })),
  ),
)

const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  value === null || typeof value !== 'object'
    ? [path]
    : [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]

/** A message with something hostile in one of its places, or for all of it. */
const spoilt = (messages: readonly Json[]) =>
  fc.tuple(fc.constantFrom(...messages), fc.nat(), anything).map(([message, nth, [name, make]]) => {
    const copy = structuredClone(message)
    const places = placesIn(copy)
    const path = places[nth % places.length] ?? []
    const parent = path.slice(0, -1).reduce((here, key) => here[key] as Json, copy)
    if (path.length === 0) return { name, path, value: make() }
    parent[path.at(-1) as string] = make()
    return { name, path, value: copy }
  })

const answerOf = (ask: () => unknown): string => {
  try {
    ask()
    return 'answered'
  } catch (error) {
    return String((error as Error).message)
  }
}

describe('hostile input is answered', () => {
  test('as an event: by decode in data, by a ledger with a name for the mistake', () => {
    const ledger = createLedger(training)
    fc.assert(
      fc.property(spoilt(events), ({ value }) => {
        const read = training.decode(value)
        expect(JSON.parse(JSON.stringify(read))).toEqual(read)
        const before = ledger.events().length
        for (const ask of [
          () => createLedger(training, { events: [value] }),
          () => ledger.append([value as never]),
        ])
          expect(answerOf(ask)).toMatch(read._tag === 'Right' ? /^answered$/ : /^training-ops: /)
        if (read._tag === 'Left') expect(ledger.events()).toHaveLength(before)
      }),
      { numRuns: 150 },
    )
  })
  test('as a command, by every door', () => {
    const ledger = createLedger(training)
    fc.assert(
      fc.property(spoilt(commands), ({ value }) => {
        const asked = value as never
        expect(training.receive(asked)._tag).toMatch(/Left|Right/)
        expect(training.decide(asked, [])._tag).toMatch(/Left|Right/)
        expect(training.decideForPolicy(asked, []).verdict._tag).toBe('Left')
        expect(training.boundaryOf(asked).length).toBeGreaterThan(0)
        expect(ledger.executeWithPolicies(asked)).toHaveLength(ledger.executeWithPolicies(asked).length)
      }),
      { numRuns: 150 },
    )
  })
  test.each(Object.entries(hostile))('%s instead of a list of events, or among them', (_, make) => {
    const open = {
      type: 'OpenEnrolment',
      data: { at: '2026-03-01T00:00:00.000Z', offeringId: 'o' },
      metadata: { commandId: 'c' },
    } as const
    for (const list of [make(), [make()], null, 5, [null], [{ type: 'OfferingScheduled' }]])
      for (const ask of [
        () => createLedger(training, { events: list as never }),
        () => createLedger(training).append(list as never),
        () => training.decide(open, list as never),
        () =>
          training.react({ type: 'OfferingCancelled', data: { offeringId: 'o' } } as never, list as never),
      ])
        expect(answerOf(ask)).toMatch(/^training-ops: |^answered$/)
    for (const ask of [training.tagsOf, training.reactionBoundaryOf])
      expect(answerOf(() => ask(make() as never))).toMatch(/^training-ops: |^answered$/)
  })
  test('a long list costs nothing when it is empty of everything', () => {
    const scheduled = events.find(({ type }) => type === 'OfferingScheduled') as Json
    const data = { ...(scheduled.data as Json), sessions: long(900_000) }
    expect(training.decode({ ...scheduled, data })).toEqual({
      _tag: 'Left',
      left: { code: 'InvalidEvent', issues: [{ path: ['data', 'sessions', 0], code: 'MissingKey' }] },
    })
  })
})
