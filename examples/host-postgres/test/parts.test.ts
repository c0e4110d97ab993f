/** The parts that are easier to try by themselves. */
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  isAccepted,
  projections,
} from 'training-ops'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Database } from '../database.ts'
import { executing, isBusy } from '../execute.ts'
import { languageOf } from '../language.ts'
import { openStore } from '../store.ts'
import { training } from '../training.ts'
import { createTurns } from '../turns.ts'
import { anOffering, inFolder, type Place } from './a-service.ts'

describe('the language of an answer', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hant;q=0.9, en;q=0.8', 'zh-CN'],
    ['en-GB, zh;q=0.9', 'en'],
    ['zh;q=0.2, en;q=0.3', 'en'],
    ['zh;q=0, *', 'en'],
    ['fr, de', 'en'],
    ['fr, zh;q=0.1', 'zh-CN'],
    [';;q=,', 'en'],
  ] as const)('%s: %s', (accepted, tag) => {
    expect(languageOf(accepted).tag).toBe(tag)
  })
})

describe('turns', () => {
  const slow = (log: string[], name: string) => async () => {
    log.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 10))
    log.push(`${name} ends`)
    return name
  }
  test('who shares a subject waits, who shares none does not, and a failure holds nobody up', async () => {
    const [turns, log] = [createTurns(), [] as string[]]
    const fails = turns.take(['offering:a'], async () => {
      throw new Error('it failed')
    })
    const all = [
      turns.take(['offering:a', 'learner:x'], slow(log, 'one')),
      turns.take(['learner:x'], slow(log, 'two')),
      turns.take(['offering:b'], slow(log, 'other')),
    ]
    await expect(fails).rejects.toThrow('it failed')
    expect(await Promise.all(all)).toEqual(['one', 'two', 'other'])
    expect(log.indexOf('one ends')).toBeLessThan(log.indexOf('two begins'))
    expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('one ends'))
  })
})

describe('a command that others overtake', () => {
  const schedule = anOffering('o-1', 3) as never
  test('is decided again from what they left, and says so when it never comes through', async () => {
    let reads = 0
    const store = (appends: number) => ({
      read: async () => {
        reads++
        return { events: [], condition: { failIfEventsMatch: [], after: 0 } }
      },
      append: async () => reads >= appends,
    })
    const retries = { most: 4, pause: 1 }
    expect(isAccepted(await executing(training, store(3), { retries })(schedule))).toBe(true)
    expect(reads).toBe(3)
    const never = executing(training, store(Number.POSITIVE_INFINITY), { retries })(schedule)
    await expect(never).rejects.toSatisfy(isBusy)
    expect(reads).toBe(3 + 4)
  })
  test('what it expected to follow is taken back each time', async () => {
    const heard: string[] = []
    let tries = 0
    const store = {
      read: async () => ({ events: [], condition: { failIfEventsMatch: [], after: 0 } }),
      append: async () => ++tries > 2,
    }
    await executing(training, store, {
      beforeAppend: () => {
        heard.push('expected')
        return () => heard.push('taken back')
      },
    })(schedule)
    expect(heard).toEqual(['expected', 'taken back', 'expected', 'taken back', 'expected'])
  })
})

describe('on the embedded PostgreSQL', () => {
  let place: Place
  let database: Database
  beforeAll(async () => {
    place = await inFolder()
    database = await place.open()
  })
  afterAll(async () => {
    await database.close()
    await place.drop()
  })

  test('a query that fails does not answer for the next one', async () => {
    const client = await database.pool.connect()
    for (let at = 0; at < 5; at++) {
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero')
      await expect(client.query('SELEC $1::int', [0])).rejects.toThrow('syntax error')
      await expect(client.query('SELECT $1::int', ['seven'])).rejects.toThrow('invalid input syntax')
      expect((await client.query('SELECT $1::int AS seat', [at])).rows).toEqual([{ seat: at }])
    }
    client.release()
  })

  test('a decision that reads the whole log is appended under a condition on the whole log', async () => {
    const events = defineEvents({
      BellRung: event({ bellId: z.string() }),
      DoorShut: event({ doorId: z.string() }),
    })
    const bells = projections<EventsOf<typeof events>>()({
      name: 'bells',
      initial: () => ({ rung: 0 }),
      on: {
        BellRung: (state) => {
          state.rung++
        },
      },
    })
    const { RingBell } = defineCommands({ RingBell: { bellId: z.string() } })
    const ringBell = defineDecision({
      command: RingBell,
      reads: { bells },
      decide: ({ bellId }) => accepted(events.make.BellRung({ bellId })),
    })
    const house = assemble([defineModule({ name: 'house', events, decisions: [ringBell] })])
    const store = await openStore(house, database.pool)
    const ring = { type: 'RingBell', data: { bellId: 'front' }, metadata: { commandId: 'r-1' } } as const
    const { condition } = await store.read(house.boundaryOf(ring))
    expect(await store.append([events.make.DoorShut({ doorId: 'front' })], condition)).toBe(true)
    expect(await store.append([events.make.BellRung({ bellId: 'back' })], condition)).toBe(true)
    expect(await store.append([events.make.BellRung({ bellId: 'front' })], condition)).toBe(false)
    expect((await store.read(house.boundaryOf(ring))).events).toHaveLength(1)
    const doors = { after: condition.after, failIfEventsMatch: [{ types: ['DoorShut'], tags: [] }] }
    expect(await store.append([events.make.BellRung({ bellId: 'front' })], doors)).toBe(false)
    await database.pool.query('TRUNCATE events')
  })
})
