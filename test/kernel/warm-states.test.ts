/** What a ledger remembers of the states decisions ask for. */
import {
  accepted,
  assemble,
  type CommandOf,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  type EventOf,
  type EventsOf,
  event,
  isAccepted,
  payload,
  projections,
  refusedBy,
} from 'training-ops'
import { lawsOf, stories } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createLog } from '../../src/kernel/log.ts'
import { createWarmStates } from '../../src/kernel/warm-states.ts'

const events = defineEvents({
  GuestSeated: event({ tableId: z.string(), guestId: z.string(), beside: z.unknown() }),
})
type Table = { guests: string[]; last: { name: string } }
const table = projections<EventsOf<typeof events>>()({
  name: 'table',
  by: ['tableId'],
  initial: (): Table => ({ guests: [], last: { name: '' } }),
  on: {
    GuestSeated: (state, { guestId }) => {
      if (guestId === 'nobody') throw new RangeError('an empty chair')
      state.guests.push(guestId)
      state.last.name = guestId
    },
  },
})
const { TableFull } = defineRejections({ TableFull: payload<{ guests: readonly string[] }>() })
const { SeatGuest } = defineCommands({ SeatGuest: { tableId: z.string(), guestId: z.string() } })
const training = assemble(
  [
    defineModule({
      name: 'tables',
      events,
      decisions: [
        defineDecision({
          command: SeatGuest,
          reads: { table },
          decide: (seat, { table }) =>
            refusedBy(table.guests.length >= 3 && TableFull({ guests: table.guests })) ??
            accepted(events.make.GuestSeated({ ...seat, beside: table.last })),
        }),
      ],
    }),
  ],
  {},
  { trusted: true },
)
const seatings = ({
  events,
}: ReturnType<typeof createLedger<CommandOf<typeof training>, EventOf<typeof training>, unknown>>) =>
  events().flatMap((event) => (event.type === 'GuestSeated' ? [event.data] : []))
let asked = 0
const seat = (guestId: string) => ({
  type: 'SeatGuest' as const,
  data: { tableId: 't', guestId },
  metadata: { commandId: `seat-${asked++}` },
})

describe('a ledger goes on changing its states, and what it handed out stays as it was', () => {
  test('events that carry a part of a state', () => {
    const ledger = createLedger(training)
    for (const guest of ['ada', 'bob', 'cyd']) ledger.execute(seat(guest))
    expect(seatings(ledger).map(({ beside }) => beside)).toEqual([
      { name: '' },
      { name: 'ada' },
      { name: 'bob' },
    ])
    expect(seatings(ledger).every(({ beside }) => Object.isFrozen(beside))).toBe(true)
  })
  test('a refusal that carries a list of a state', () => {
    const ledger = createLedger(training)
    for (const guest of ['ada', 'bob', 'cyd']) ledger.execute(seat(guest))
    const refused = ledger.execute(seat('dan'))
    expect(refused).toEqual({ _tag: 'Left', left: { code: 'TableFull', guests: ['ada', 'bob', 'cyd'] } })
    ledger.append([events.make.GuestSeated({ tableId: 't', guestId: 'eve', beside: null })])
    expect(ledger.execute(seat('dan'))).toEqual({
      _tag: 'Left',
      left: { code: 'TableFull', guests: ['ada', 'bob', 'cyd', 'eve'] },
    })
    expect(refused).toMatchObject({ left: { guests: ['ada', 'bob', 'cyd'] } })
  })
})

test('what a host hands to the pure functions is copied, not frozen', () => {
  const past = [
    {
      ...events.make.GuestSeated({ tableId: 't', guestId: 'ada', beside: null }),
      metadata: { eventId: 'x/0', commandId: 'x', commandFingerprint: 'f', schemaVersion: 1 },
    },
  ]
  training.decide({ ...seat('bob'), metadata: { commandId: 'x' } }, past)
  expect(Object.isFrozen(past[0])).toBe(false)
})

test('a recipe that throws leaves no half of a state behind', () => {
  const ledger = createLedger(training)
  ledger.execute(seat('ada'))
  ledger.append([events.make.GuestSeated({ tableId: 't', guestId: 'nobody', beside: null })])
  for (const _ of [1, 2]) expect(() => ledger.execute(seat('bob'))).toThrow('an empty chair')
})

test('a state asked for at every step is the one folded from the whole log', () => {
  const ledger = createLedger(training)
  for (const guest of ['ada', 'bob', 'cyd', 'dan']) {
    const command = seat(guest)
    expect(training.decide(command, ledger.events())).toEqual(ledger.execute(command))
  }
  expect(isAccepted(ledger.execute(seat('eve')))).toBe(false)
})

test('an id that may be left out and was, names no subject: nothing is known of it, warm or not', () => {
  const visits = defineEvents({ Visited: event({ houseId: z.string(), guestId: z.string().optional() }) })
  const visit = projections<EventsOf<typeof visits>>()({
    name: 'visit',
    by: ['houseId', 'guestId'],
    initial: () => ({ times: 0 }),
    on: {
      Visited: (state) => {
        state.times++
      },
    },
  })
  const { Seen } = defineRejections({ Seen: payload<{ times: number }>() })
  const { Visit } = defineCommands({ Visit: { houseId: z.string(), guestId: z.string().optional() } })
  const house = assemble(
    [
      defineModule({
        name: 'house',
        events: visits,
        decisions: [
          defineDecision({
            command: Visit,
            reads: { visit },
            decide: (asked, { visit: { times } }) =>
              refusedBy(times > 0 && Seen({ times })) ?? accepted(visits.make.Visited(asked)),
          }),
        ],
      }),
    ],
    {},
    { trusted: true },
  )
  const ledger = createLedger(house)
  const come = (data: { houseId: string; guestId?: string }, commandId: string) => {
    const command = { type: 'Visit' as const, data, metadata: { commandId } }
    const pure = house.decide(command, ledger.events())
    const warm = ledger.execute(command)
    expect(warm).toEqual(pure)
    return isAccepted(warm)
  }
  expect([come({ houseId: 'h' }, 'a'), come({ houseId: 'h' }, 'b')]).toEqual([true, true])
  expect([come({ houseId: 'h', guestId: 'ada' }, 'c'), come({ houseId: 'h', guestId: 'ada' }, 'd')]).toEqual([
    true,
    false,
  ])
})

describe('a decision that changes what it knows', () => {
  const { Sit } = defineCommands({ Sit: { tableId: z.string(), guestId: z.string() } })
  const careless = assemble(
    [
      defineModule({
        name: 'careless',
        events,
        decisions: [
          defineDecision({
            command: Sit,
            reads: { table },
            decide: (seat, { table }) => {
              ;(table as Table).guests.push('a ghost')
              return accepted(events.make.GuestSeated({ ...seat, beside: null }))
            },
          }),
        ],
      }),
    ],
    {},
    { trusted: true },
  )
  const sit = (commandId: string) => ({
    type: 'Sit' as const,
    data: { tableId: 't', guestId: 'ada' },
    metadata: { commandId },
  })
  test('throws where it is asked by the pure functions', () => {
    expect(() => careless.decide(sit('a'), [])).toThrow(TypeError)
  })
  test('throws in a strict ledger, at the first command and at the next', () => {
    const ledger = createLedger(careless, {
      strict: true,
      events: [events.make.GuestSeated({ tableId: 't', guestId: 'bob', beside: null })],
    })
    for (const id of ['a', 'b']) expect(() => ledger.execute(sit(id))).toThrow(TypeError)
  })
  test('is found by the laws', () => {
    const laws = lawsOf(careless, { lives: stories(careless, { upTo: 4 }), runs: 5 })
    const told = laws.map(({ check }) => {
      try {
        return check()
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(told.join()).toContain('object is not extensible')
  })
})

describe('what a ledger remembers is bounded', () => {
  const keys = (tableId: string) => ({ projection: table, keys: [tableId] })
  const full = (tables: number) => {
    let folded = 0
    const log = createLog(training.tagsOf)
    const counting = {
      ...log,
      visit: (...[tags, from, end, visitor]: Parameters<typeof log.visit>) =>
        log.visit(tags, from, end, (event) => {
          folded++
          visitor(event)
        }),
    }
    for (let at = 0; at < tables; at++)
      log.append([events.make.GuestSeated({ tableId: `t-${at}`, guestId: 'ada', beside: null })])
    return { log: counting, folds: () => folded }
  }
  test('a state nobody asked for the longest is forgotten, and folded anew to the same', () => {
    const { log, folds } = full(20)
    const stateOf = createWarmStates(log, { most: 5 })
    const first = JSON.stringify(stateOf(keys('t-0')))
    for (let at = 1; at < 20; at++) stateOf(keys(`t-${at}`))
    expect(folds()).toBe(20)
    expect(JSON.stringify(stateOf(keys('t-0')))).toBe(first)
    expect(folds()).toBe(21)
    stateOf(keys('t-19'))
    expect(folds()).toBe(21)
  })
  test('what happened to a subject is not gone through again for a state that none of it changes', () => {
    const idle = projections<EventsOf<typeof events>>()({
      name: 'idle',
      by: ['tableId'],
      initial: () => ({}),
      on: {},
    })
    const { log, folds } = full(1)
    const stateOf = createWarmStates(log)
    for (const _ of [1, 2, 3]) stateOf({ projection: idle, keys: ['t-0'] })
    expect(folds()).toBe(1)
  })
  test('of a subject of which the log has not heard nothing is remembered', () => {
    const { log } = full(1)
    const stateOf = createWarmStates(log)
    expect(stateOf(keys('nowhere'))).not.toBe(stateOf(keys('nowhere')))
    expect(stateOf(keys('t-0'))).toBe(stateOf(keys('t-0')))
  })
})
