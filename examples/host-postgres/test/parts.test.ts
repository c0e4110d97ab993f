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
  projections,
} from 'training-ops'
import { followLog } from 'training-ops/host'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Database } from '../database.ts'
import { languageOf } from '../language.ts'
import { openPorts } from '../ports.ts'
import { shapeOf } from '../store.ts'
import { inFolder, type Place } from './a-service.ts'

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
    const house = assemble(
      [defineModule({ name: 'house', events, decisions: [ringBell] })],
      {},
      { trusted: true },
    )
    const store = followLog(house, await openPorts(database.pool, shapeOf(house)), {
      from: 0,
      inMemory: false,
    })
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
