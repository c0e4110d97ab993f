import { type AppendCondition, isRejected, isRight, matches, type Query } from '../../kernel/index.ts'
import { describeValue, failure } from '../describe-value.ts'
import { same } from '../same.ts'
import { type KitLanguage, type Words, wordsOf } from '../words/index.ts'
import { counted, noted, type TallyEvent, tallies } from './tally.ts'

type Later<Value> = Value | Promise<Value>

/** The functions of a store: the ledger's own two functions, now or later. */
export type Store = {
  readonly read: (query: Query) => Later<{
    readonly events: readonly unknown[]
    readonly condition: AppendCondition
  }>
  readonly append: (events: readonly TallyEvent[], condition?: AppendCondition) => Later<boolean>
}

export type StoreCheck = { readonly name: string; readonly check: () => Promise<void> }

export type StoreConformance<S> = {
  readonly language?: KitLanguage
  /** Closes a store and opens it again on what it kept; without it, restarts are not tried. */
  readonly restart?: (store: S) => Later<S>
  /** Opens a second connection to the same log, as another process has; without it, one connection is tried. */
  readonly connect?: (store: S) => Later<S>
}

const everything: Query = [{ types: [], tags: [] }]
const of = (tallyId: string): Query => [{ types: [], tags: [`tally:${tallyId}`] }]

/**
 * A suite for a store of your own, as data for any test runner. `makeStore` is handed the training system whose
 * events it is to keep, and answers with an empty store each time.
 *
 * @example
 * ```ts
 * import { createLedger } from 'training-ops'
 * import { storeConformance } from 'training-ops/testing'
 * for (const { check } of storeConformance((training) => createLedger(training))) await check()
 * ```
 */
export const storeConformance = <S extends Store>(
  makeStore: (training: typeof tallies) => Later<S>,
  { language, restart, connect }: StoreConformance<S> = {},
): readonly StoreCheck[] => {
  const words = wordsOf(language)
  const check = (name: string, holds: (store: S, must: Must) => Promise<void>): StoreCheck => ({
    name,
    check: async () => holds(await makeStore(tallies), mustOf(name, words)),
  })
  return [
    check(words['store.order'], keepsOrder),
    check(words['store.queries'], answersQueries),
    check(words['store.holds'], conditionsHold),
    check(words['store.items'], everyItemOfAConditionCounts),
    check(words['store.allTags'], aConditionWantsAllTags),
    check(words['store.whole'], refusesWhole),
    check(words['store.oneWins'], oneOfManyWins),
    check(words['store.counts'], losesNothing),
    check(words['store.holes'], losesNothingWhileOthersAppend),
    check(words['store.prefix'], neverSeesAHole),
    check(words['store.batches'], showsWholeBatches),
    check(words['store.resend'], findsItsOwn),
    check(words['store.large'], keepsLargeBatches),
    check(words['store.many'], keepsManyAppends),
    check(words['store.edges'], keepsEdges),
    ...(restart === undefined
      ? []
      : [
          check(words['store.restart'], async (store, must) => {
            const events = [counted('a', 1), noted('b', ['x'], '两个字'), counted('a', 2)]
            await store.append(events)
            const before = await store.read(of('a'))
            const again = await restart(store)
            must.be(await readFrom(again, everything), events)
            must.be(await again.append([counted('b', 1)], before.condition), true)
            must.be(await again.append([counted('a', 3)], before.condition), true)
            must.be(await again.append([counted('a', 4)], before.condition), false)
            const last = counted('a', 5)
            const { condition } = await again.read(of('a'))
            must.be(await again.append([last], condition), true)
            const third = await restart(again)
            must.be(await readFrom(third, everything), [...events, counted('b', 1), counted('a', 3), last])
            must.be(await third.append([counted('a', 6)], condition), false)
          }),
        ]),
    ...(connect === undefined
      ? []
      : [
          check(words['store.connect'], async (store, must) => {
            const other = await connect(store)
            const late = await connect(store)
            must.be(await readFrom(late, everything), [])
            for (let at = 0; at < 20; at++) {
              const [writer, reader] = at % 2 === 0 ? [store, other] : [other, store]
              must.be(await writer.append([counted('a', at)]), true)
              must.be((await readFrom(reader, of('a'))).length, at + 1)
            }
            must.be((await readFrom(late, of('a'))).length, 20)
            const one = await store.read(of('a'))
            const two = await other.read(of('a'))
            must.be(await store.append([counted('a', 20)], one.condition), true)
            must.be(await other.append([counted('a', 20, 'late')], two.condition), false)
            await countTogether([store, other, late], must)
          }),
        ]),
  ]
}

type Must = { readonly be: (got: unknown, expected: unknown) => void }
const mustOf = (name: string, { expected: wanted, butGot }: Words): Must => ({
  be: (got, expected) => {
    if (same(got, expected)) return
    const from = firstUnlike(got, expected)
    throw failure([name, '', `  ${wanted}`, ...some(expected, from), `  ${butGot}`, ...some(got, from)])
  },
})

const firstUnlike = (got: unknown, expected: unknown): number => {
  if (!Array.isArray(got) || !Array.isArray(expected)) return 0
  const place = got.findIndex((one, at) => !same(one, expected[at]))
  return place < 0 ? got.length : place
}

/** A dozen of many, from two before the place that matters. */
const some = (value: unknown, place: number): readonly string[] => {
  if (!Array.isArray(value)) return [`    ${describeValue(value)}`]
  const from = Math.max(0, place - 2)
  const shown = value.slice(from, from + 12).map((one, at) => `    ${from + at + 1}. ${describeValue(one)}`)
  return [...shown, ...(value.length > 12 ? [`    … ${value.length}`] : [])]
}

/** The events a query finds, decoded as a host would read them. */
const readFrom = async (store: Store, query: Query): Promise<readonly unknown[]> => {
  const { events } = await store.read(query)
  return events.map((stored) => {
    const read = tallies.decode(stored)
    return isRight(read) ? read.right : read.left
  })
}

const keepsOrder = async (store: Store, must: Must): Promise<void> => {
  const events = Array.from({ length: 60 }, (_, at) => counted(`t-${at % 7}`, at))
  must.be(await readFrom(store, everything), [])
  for (let at = 0; at < 60; at += 4) must.be(await store.append(events.slice(at, at + 4)), true)
  must.be(await readFrom(store, everything), events)
  must.be(await store.append([]), true)
  must.be(await readFrom(store, everything), events)
}

const answersQueries = async (store: Store, must: Must): Promise<void> => {
  const people = ['ada', 'bob', 'ada bob', "o'x", '王']
  const events = Array.from({ length: 40 }, (_, at) =>
    at % 3 === 0
      ? noted(`t-${at % 4}`, [people[at % 5] as string, people[(at + 1) % 5] as string], at)
      : counted(`t-${at % 4}`, at),
  )
  await store.append(events)
  const items: Query = [
    { types: ['TallyCounted'], tags: [] },
    { types: ['TallyNoted', 'TallyCounted'], tags: ['tally:t-1'] },
    { types: ['TallyNoted'], tags: ['tally:t-1', 'by:ada'] },
    { types: [], tags: ['by:ada bob'] },
    { types: [], tags: ["by:o'x", 'by:王'] },
    { types: ['Unheard'], tags: [] },
    { types: [], tags: ['tally:T-1'] },
    { types: [], tags: ['tally:t-'] },
  ]
  const queries: readonly Query[] = [
    ...items.map((item) => [item]),
    ...items.flatMap((one) => items.map((other) => [one, other])),
  ]
  for (const query of queries)
    must.be(
      await readFrom(store, query),
      events.filter((event) => matches(query, event.type, tallies.tagsOf(event))),
    )
}

const conditionsHold = async (store: Store, must: Must): Promise<void> => {
  await store.append([counted('a', 1), counted('b', 1)])
  const { condition } = await store.read([{ types: ['TallyCounted'], tags: ['tally:a'] }])
  must.be(await store.append([counted('b', 2)], condition), true)
  must.be(await store.append([noted('a', [], null)], condition), true)
  must.be(await store.append([counted('a', 2)], condition), true)
  must.be(await store.append([counted('a', 3)], condition), false)
  must.be(await store.append([counted('c', 1)], condition), false)
  const fresh = await store.read([{ types: ['TallyCounted'], tags: ['tally:a'] }])
  must.be(await store.append([counted('a', 3)], fresh.condition), true)
}

/** Each item of a condition is looked for, wherever it stands among the others. */
const everyItemOfAConditionCounts = async (store: Store, must: Must): Promise<void> => {
  const item = (tallyId: string) => ({ types: ['TallyCounted'], tags: [`tally:${tallyId}` as const] })
  await store.append([counted('a', 1), counted('b', 1), counted('c', 1)])
  for (const [place, tallyId] of ['a', 'b', 'c'].entries()) {
    const { events, condition } = await store.read(['a', 'b', 'c'].map(item))
    must.be(events.length, 3 + place)
    must.be(await store.append([counted('d', place)], condition), true)
    must.be(await store.append([counted(tallyId, 2)], condition), true)
    must.be(await store.append([counted('d', 9)], condition), false)
  }
  const { condition } = await store.read([item('x'), { types: ['TallyNoted'], tags: [] }])
  must.be(await store.append([counted('x-2', 1), counted('a', 3)], condition), true)
  must.be(await store.append([noted('y', [], 1)], condition), true)
  must.be(await store.append([counted('d', 10)], condition), false)
  const all = await store.read(everything)
  must.be(await store.append([counted('d', 11)], all.condition), true)
  must.be(await store.append([counted('d', 12)], all.condition), false)
}

/** An event with one of an item's two tags is none of its business; one with both is, and so is one of the types alone. */
const aConditionWantsAllTags = async (store: Store, must: Must): Promise<void> => {
  const both: Query = [{ types: ['TallyNoted', 'TallyCounted'], tags: ['tally:a', 'by:ada'] }]
  await store.append([noted('a', ['ada'], 0)])
  const { condition } = await store.read(both)
  must.be(await store.append([noted('a', ['bob'], 1)], condition), true)
  must.be(await store.append([noted('b', ['ada'], 2)], condition), true)
  must.be(await store.append([noted('b', ['ada', 'bob'], 3), counted('a', 3)], condition), true)
  must.be(await store.append([noted('a', ['bob', 'ada'], 4)], condition), true)
  must.be(await store.append([counted('d', 1)], condition), false)
}

const refusesWhole = async (store: Store, must: Must): Promise<void> => {
  const { condition } = await store.read(of('a'))
  await store.append([counted('a', 1)])
  must.be(await store.append([counted('b', 1), counted('a', 2), noted('c', ['x'], 1)], condition), false)
  must.be(await readFrom(store, everything), [counted('a', 1)])
}

const oneOfManyWins = async (store: Store, must: Must): Promise<void> => {
  const hosts = Array.from({ length: 20 }, (_, at) => `h-${at}`)
  const reads = await Promise.all(hosts.map(async () => store.read(of('a'))))
  const won = await Promise.all(
    hosts.map(async (host, at) => store.append([counted('a', 1, host)], reads[at]?.condition)),
  )
  must.be(won.filter((one) => one).length, 1)
  must.be(await readFrom(store, everything), [counted('a', 1, hosts[won.indexOf(true)])])
}

/** A host that counts a tally up by one: reads, decides, appends, and tries again where somebody was first. */
const countUp = async (store: Store, tallyId: string, by: string): Promise<void> => {
  const command = { type: 'CountTally', data: { tallyId, by }, metadata: { commandId: by } } as const
  for (let tries = 0; tries < 1000; tries++) {
    const { events, condition } = await store.read(tallies.boundaryOf(command))
    const verdict = tallies.decide(command, events as readonly TallyEvent[])
    if (isRejected(verdict) || (await store.append(verdict.right as readonly TallyEvent[], condition))) return
  }
}

const countsOf = async (store: Store, tallyId: string): Promise<readonly number[]> =>
  (await readFrom(store, of(tallyId))).map((event) => {
    const { data } = event as TallyEvent
    return 'count' in data ? data.count : 0
  })

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, at) => at + 1)

const losesNothing = async (store: Store, must: Must): Promise<void> => {
  await Promise.all(Array.from({ length: 15 }, (_, at) => countUp(store, 'a', `h-${at}`)))
  must.be(await countsOf(store, 'a'), upTo(15))
}

/** The same over several connections. */
const countTogether = async (stores: readonly Store[], must: Must): Promise<void> => {
  await Promise.all(
    Array.from({ length: 12 }, (_, at) => countUp(stores[at % stores.length] as Store, 'c', `k-${at}`)),
  )
  for (const store of stores) must.be(await countsOf(store, 'c'), upTo(12))
}

/**
 * Some hosts count one tally, others append elsewhere all the while, some a little and some a lot. A store that draws
 * a position before it commits shows 7 before 6: whoever read "up to 7" never hears of 6, and counts it again.
 */
const losesNothingWhileOthersAppend = async (store: Store, must: Must): Promise<void> => {
  const [hosts, rounds] = [6, 8]
  let counting = hosts
  const count = async (host: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) await countUp(store, 'a', `h-${host}-${round}`)
    counting--
  }
  const elsewhere = async (host: number): Promise<void> => {
    for (let round = 0; round < 60 && counting > 0; round++) {
      const many = host % 3 === 0 ? 25 : 1
      await store.append(Array.from({ length: many }, (_, at) => counted(`e-${host}-${at}`, round)))
    }
  }
  await Promise.all([...upTo(hosts).map(count), ...upTo(6).map(elsewhere)])
  must.be(await countsOf(store, 'a'), upTo(hosts * rounds))
}

/** A reader who sees an event sees all before it: the events read while others append is a beginning of what is read in the end. */
const neverSeesAHole = async (store: Store, must: Must): Promise<void> => {
  const seen: (readonly unknown[])[] = []
  const write = async (host: number): Promise<void> => {
    for (let round = 0; round < 10; round++) {
      const many = (host + round) % 4 === 0 ? 20 : 1
      await store.append(Array.from({ length: many }, (_, at) => counted(`w-${host}`, round * 100 + at)))
      seen.push(await readFrom(store, everything))
    }
  }
  await Promise.all(upTo(8).map(write))
  const whole = (await readFrom(store, everything)).map(nameOf)
  for (const read of seen) must.be(read.map(nameOf), whole.slice(0, read.length))
}

const nameOf = (event: unknown): string => {
  const { data } = event as TallyEvent
  return `${data.tallyId} ${'count' in data ? data.count : ''}`
}

const showsWholeBatches = async (store: Store, must: Must): Promise<void> => {
  const writes = Array.from({ length: 12 }, async (_, at) =>
    store.append([counted('a', at), noted('a', [], at), counted('a', at, 'again')]),
  )
  const reads = Array.from({ length: 12 }, async () => {
    const torn: unknown[] = []
    for (let glance = 0; glance < 8; glance++) {
      const sizes = new Map<string, number>()
      for (const event of (await readFrom(store, of('a'))) as readonly TallyEvent[]) {
        const batch = String('note' in event.data ? event.data.note : event.data.count)
        sizes.set(batch, (sizes.get(batch) ?? 0) + 1)
      }
      torn.push(...[...sizes].filter(([, size]) => size !== 3))
    }
    return torn
  })
  must.be(
    await Promise.all(writes),
    Array.from({ length: 12 }, () => true),
  )
  must.be((await Promise.all(reads)).flat(), [])
  must.be((await readFrom(store, of('a'))).length, 36)
}

const findsItsOwn = async (store: Store, must: Must): Promise<void> => {
  const command = {
    type: 'NoteTally',
    data: { tallyId: 'a', note: 'n' },
    metadata: { commandId: 'c-1' },
  } as const
  const once = async () => {
    const { events, condition } = await store.read(tallies.boundaryOf(command))
    const verdict = tallies.decide(command, events as readonly TallyEvent[])
    if (isRejected(verdict)) return [verdict.left]
    try {
      await store.append(verdict.right as readonly TallyEvent[], condition)
    } catch (error) {
      return [String(error)] // a store that keeps an event once, and is asked to keep it twice
    }
    return verdict.resent === true ? verdict.earlier : verdict.right
  }
  const first = await once()
  must.be(await once(), first)
  must.be(await readFrom(store, everything), first)
}

const keepsLargeBatches = async (store: Store, must: Must): Promise<void> => {
  const events = Array.from({ length: 3000 }, (_, at) => counted(`t-${at % 100}`, at))
  must.be(await store.append(events), true)
  must.be((await readFrom(store, everything)).length, 3000)
  must.be(
    await readFrom(store, of('t-42')),
    events.filter(({ data }) => data.tallyId === 't-42'),
  )
}

/** A thousand appends and some more, one by one: what is dropped, paged away or forgotten after a round number is missed. */
const keepsManyAppends = async (store: Store, must: Must): Promise<void> => {
  const events = Array.from({ length: 1100 }, (_, at) => counted(`t-${at % 3}`, at))
  const early = await store.read(of('t-1'))
  for (const event of events) must.be(await store.append([event]), true)
  must.be(await readFrom(store, everything), events)
  must.be(await store.append([counted('t-1', -1)], early.condition), false)
  const { condition } = await store.read(of('t-2'))
  must.be(await store.append([counted('t-2', 1100)], condition), true)
  must.be(await store.append([counted('t-2', 1101)], condition), false)
}

const keepsEdges = async (store: Store, must: Must): Promise<void> => {
  const texts = [
    '',
    ' ',
    "o'clock",
    '"',
    '\\',
    '\u2028',
    'e\u0301',
    '\u00e9',
    '王小明',
    '👩🏽‍🏫',
    '\u202eabc',
    '%_$1',
    'null',
  ]
  const likeOthers = ['2026-03-01T08:00:00.000Z', '2026-03-01', '12345678901234567890', '1e5', 'true', '{}']
  const numbers = [
    0,
    -1,
    0.1 + 0.2,
    1e-7,
    5e-324,
    1.7976931348623157e308,
    9007199254740991,
    -9007199254740991,
  ]
  const values = [...texts, ...likeOthers, ...numbers, null, true, [], {}, [[null]], { 'a b': { '': 1 } }]
  const events = values.map((note, at) => noted(`t-${at}`, ['王', "o'x"], note))
  await store.append(events)
  must.be(await readFrom(store, everything), events)
  must.be(await readFrom(store, [{ types: [], tags: ["by:o'x", 'by:王', 'tally:t-3'] }]), [events[3]])
}
