import { type AppendCondition, createLedger, type Query } from 'training-ops'
import { storeConformance } from 'training-ops/testing'
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
    },
  )
  test.each(checks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
  test('eleven sentences, in two languages', () => {
    const restart = (store: never) => store
    const zh = storeConformance((given) => ledger(given) as never, { locale: 'zh-CN', restart })
    expect(checks).toHaveLength(11)
    expect(zh).toHaveLength(11)
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
