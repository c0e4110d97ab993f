import { type AnyEvent, type AppendCondition, createLedger, matches, type Query } from 'training-ops'
import { storeConformance, zhCN } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

type Kept = ReturnType<typeof createLedger<never, never, never>>
const ledger = (training: unknown, events: readonly unknown[] = []): Kept =>
  createLedger(training as never, { events }) as never

describe('the ledger in memory conforms: ', () => {
  let training: unknown
  const checks = storeConformance(
    (given) => {
      training = given
      return ledger(given) as never
    },
    {
      restart: (store) =>
        ledger(training, JSON.parse(JSON.stringify((store as never as Kept).events()))) as never,
      connect: (store) => store,
    },
  )
  test.each(checks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
  test('seventeen sentences, in two languages', () => {
    const restart = (store: never) => store
    const zh = storeConformance((given) => ledger(given) as never, {
      language: zhCN,
      restart,
      connect: restart,
    })
    expect(checks).toHaveLength(17)
    expect(zh).toHaveLength(17)
    expect(zh.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true)
  })
})

type Turned = (store: Kept) => object
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

describe('a store with one thing wrong is found out:', () => {
  const wrong: Readonly<Record<string, Turned>> = {
    'events come back in the order they were appended': (store) => ({
      read: (query: Query) => ({ ...store.read(query), events: [...store.read(query).events].reverse() }),
    }),
    'a query finds what carries all its tags and has one of its types, each event once, in order': (
      store,
    ) => ({
      read: (query: Query) => ({
        ...store.read(query),
        events: query.flatMap((item) => store.read([item]).events),
      }),
    }),
    'a condition holds until something it asks for was appended, and only that breaks it': (store) => ({
      append: (events: never, condition?: AppendCondition) =>
        store.append(events, condition && { ...condition, failIfEventsMatch: [{ types: [], tags: [] }] }),
    }),
    'what is refused is refused whole': (store) => ({
      append: ([first, ...others]: never[], condition?: AppendCondition) =>
        first === undefined || (store.append([first], undefined) && store.append(others as never, condition)),
    }),
    'of many hosts with the same condition exactly one appends': (store) => ({
      append: async (events: never, condition?: AppendCondition) => {
        const holds = condition === undefined || store.append([] as never, condition)
        await tick()
        return holds && store.append(events)
      },
    }),
    'hosts that read, decide, append and try again lose nothing of each other': (store) => ({
      append: (events: never) => store.append(events),
      read: async (query: Query) => {
        const found = store.read(query)
        await tick()
        return found
      },
    }),
    'every item of a condition counts, wherever it stands': (store) => ({
      append: (events: never, condition?: AppendCondition) =>
        store.append(
          events,
          condition && { ...condition, failIfEventsMatch: condition.failIfEventsMatch.slice(0, 1) },
        ),
    }),
    'a condition is broken by what carries all its tags, and not by what carries some': (store) => ({
      append: (events: never, condition?: AppendCondition) =>
        store.append(
          events,
          condition && {
            ...condition,
            failIfEventsMatch: condition.failIfEventsMatch.flatMap(({ types, tags }) =>
              tags.length < 2 ? [{ types, tags }] : tags.map((tag) => ({ types, tags: [tag] })),
            ),
          },
        ),
    }),
    'a thousand appends one by one are all there, and conditions go on': (store) => {
      let appends = 0
      return {
        append: (events: never, condition?: AppendCondition) =>
          ++appends === 1000 || store.append(events, condition),
      }
    },
    'who reads while others append sees whole batches': (store) => ({
      append: async (events: readonly never[], condition?: AppendCondition) => {
        if (condition !== undefined) return store.append(events, condition)
        for (const event of events) {
          store.append([event])
          await Promise.resolve()
        }
        return true
      },
    }),
    'a command sent again finds its own events, and appends nothing': (store) => ({
      read: (query: Query) =>
        store.read(query.filter(({ tags }) => !tags.some((tag) => tag.startsWith('command:')))),
    }),
    'a batch of thousands is appended whole and found by tag': (store) => ({
      append: (events: never[], condition?: AppendCondition) =>
        store.append(events.slice(0, 1000) as never, condition),
    }),
    'odd texts and numbers come back as they were, envelope and all': (store) => ({
      append: (events: never[], condition?: AppendCondition) =>
        store.append(JSON.parse(JSON.stringify(events).normalize('NFC')) as never, condition),
    }),
  }
  test.each(Object.entries(wrong))('%s', async (name, turn) => {
    const checks = storeConformance((training) => {
      const store = ledger(training)
      return { ...store, ...turn(store) } as never
    })
    await expect(checks.find((one) => one.name === name)?.check()).rejects.toThrow(name)
  })
  /** A store that draws positions before it commits, as a sequence of a database does; right with one lock for all. */
  const drawing = (
    training: { tagsOf: (event: never) => readonly `${string}:${string}`[] },
    locked: boolean,
  ) => {
    const rows: { position: number; event: AnyEvent }[] = []
    let [drawn, turn] = [0, Promise.resolve()]
    const found = (query: Query, after: number) =>
      rows
        .filter(
          ({ position, event }) =>
            position > after && matches(query, event.type, training.tagsOf(event as never)),
        )
        .sort((a, b) => a.position - b.position)
    const commit = async (events: readonly AnyEvent[], condition?: AppendCondition) => {
      const drawnFor = events.map((event) => ({ position: ++drawn, event }))
      for (let ticks = drawn % 3; ticks > 0; ticks--) await tick()
      if (condition && found(condition.failIfEventsMatch, condition.after).length > 0) return false
      rows.push(...drawnFor)
      return true
    }
    return {
      read: async (query: Query) => ({
        events: found(query, 0).map(({ event }) => event),
        condition: { failIfEventsMatch: query, after: Math.max(0, ...rows.map(({ position }) => position)) },
      }),
      append: async (events: readonly AnyEvent[], condition?: AppendCondition) => {
        if (!locked) return commit(events, condition)
        const mine = turn.then(() => commit(events, condition))
        turn = mine.then(() => undefined)
        return mine
      },
    }
  }
  const holes = [
    'hosts that read, decide and append lose nothing of each other while others append elsewhere',
    'whoever sees an event sees all before it',
  ]
  test.each(holes)('%s', async (name) => {
    const check = (locked: boolean) =>
      storeConformance((training) => drawing(training as never, locked) as never)
        .find((one) => one.name === name)
        ?.check()
    await expect(check(false)).rejects.toThrow(name)
    await check(true)
  })
  test('what one connection appended every other sees, and its conditions hold for all', async () => {
    const late = (connect: (store: Kept) => unknown) =>
      storeConformance((training) => ledger(training) as never, { connect: connect as never })
        .at(-1)
        ?.check()
    const stale = (store: Kept) => {
      const { events } = store.read([{ types: [], tags: [] }])
      return {
        ...store,
        read: (query: Query) => ({
          ...store.read(query),
          events: store.read(query).events.filter((event) => events.includes(event)),
        }),
      }
    }
    await expect(late(stale)).rejects.toThrow('what one connection appended every other sees')
    await late((store) => store)
  })
  test('and told from where it first went wrong', async () => {
    const name = 'a batch of thousands is appended whole and found by tag'
    const checks = storeConformance((training) => {
      const store = ledger(training)
      return {
        ...store,
        read: (query: Query) => {
          const { events, condition } = store.read(query)
          return { events: query[0]?.tags.length === 0 ? events : events.slice(0, 17), condition }
        },
      } as never
    })
    const told = await checks
      .find((one) => one.name === name)
      ?.check()
      .catch((error: Error) => error.message)
    expect(told?.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      '',
      'a',
      '',
      'expected',
      ...Array.from({ length: 12 }, (_, at) => `${at + 16}.`),
      '…',
      'but',
      '16.',
      '17.',
      '…',
    ])
  })
  test('after a restart everything is there, in order, and conditions go on', async () => {
    let training: unknown
    const forgetful = storeConformance(
      (given) => {
        training = given
        return ledger(given) as never
      },
      { restart: () => ledger(training) as never },
    )
    await expect(forgetful.at(-1)?.check()).rejects.toThrow('after a restart')
  })
})
