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
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

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
const training = assemble([
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
])
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
  const house = assemble([
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
  ])
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
