/** Ids that lie deeper in a field, and policies that hold only where another module is assembled. */
import {
  accepted,
  assemble,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  eachOf,
  event,
  intent,
  isAccepted,
  policies,
  projections,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const roomId = z.string()
const events = defineEvents({ RoomTaken: event({ roomId }) })
const taken = projections<EventsOf<typeof events>>()({
  name: 'taken',
  by: ['roomId'],
  initial: () => ({ times: 0 }),
  on: {
    RoomTaken: (room) => {
      room.times++
    },
  },
})
type Visit = { readonly rooms: readonly string[] }
const roomsOf = (visits: readonly Visit[]) => visits.flatMap(({ rooms }) => rooms)
const commands = defineCommands({
  TakeRooms: { visits: z.array(z.strictObject({ rooms: z.array(z.string()) })) },
  Tidy: { roomId },
})
let seen: unknown
const takeRooms = defineDecision({
  command: commands.TakeRooms,
  reads: { rooms: eachOf(taken, 'visits', roomsOf) },
  decide: ({ visits }, { rooms }) => {
    seen = rooms
    return accepted(...roomsOf(visits).map((roomId) => events.make.RoomTaken({ roomId })))
  },
})
const house = defineModule({ name: 'house', events, decisions: [takeRooms] })
const visits = [{ rooms: ['hall', 'attic'] }, { rooms: ['hall'] }]
const ask = (type: string, data: object, commandId = 'c') =>
  ({ type, data, metadata: { commandId } }) as never

describe('ids that lie deeper', () => {
  const training = assemble([house], {}, { trusted: true })
  test('are each read once, and are the boundary', () => {
    expect(training.boundaryOf(ask('TakeRooms', { visits }))).toEqual([
      { types: ['RoomTaken'], tags: ['room:hall'] },
      { types: ['RoomTaken'], tags: ['room:attic'] },
      { types: [], tags: ['command:c'] },
    ])
  })
  test('give what is known of each, warm or from the log', () => {
    const ledger = createLedger(training)
    ledger.execute(ask('TakeRooms', { visits: [{ rooms: ['hall'] }] }, 'first'))
    ledger.execute(ask('TakeRooms', { visits }, 'second'))
    expect(seen).toEqual({ hall: { times: 1 }, attic: { times: 0 } })
    expect(isAccepted(training.decide(ask('TakeRooms', { visits }, 'third'), ledger.events()))).toBe(true)
    expect(seen).toEqual({ hall: { times: 3 }, attic: { times: 1 } })
  })
  test('must be there to be found: a field of another kind does not compile', () => {
    defineDecision({
      // @ts-expect-error the command carries no such ids under visits
      command: defineCommands({ TakeRooms: { visits: z.number() } }).TakeRooms,
      reads: { rooms: eachOf(taken, 'visits', roomsOf) },
      decide: () => accepted(),
    })
  })
})

describe('a policy alongside another module', () => {
  const tidied = defineEvents({ RoomTidied: event({ roomId }) })
  const tidying = defineModule({
    name: 'tidying',
    events: tidied,
    decisions: [
      defineDecision({
        command: commands.Tidy,
        reads: {},
        decide: ({ roomId }) => accepted(tidied.make.RoomTidied({ roomId })),
      }),
    ],
  })
  const roomsAreTidied = policies<EventsOf<typeof events>>()({
    name: 'roomsAreTidied',
    when: 'RoomTaken',
    reads: {},
    react: ({ roomId }) => [intent(commands.Tidy, { roomId })],
  })
  const tidy = defineModule({ ...house, withModules: { tidying: [roomsAreTidied] } })
  const askedIn = (modules: Parameters<typeof assemble>[0]) =>
    createLedger(assemble(modules, {}, { trusted: true }))
      .executeWithPolicies(ask('TakeRooms', { visits: [{ rooms: ['hall'] }] }))
      .map(({ command }) => command.type)
  test('holds where that one is assembled, and only there', () => {
    expect(askedIn([tidy, tidying])).toEqual(['TakeRooms', 'Tidy'])
    expect(askedIn([tidy])).toEqual(['TakeRooms'])
  })
})
