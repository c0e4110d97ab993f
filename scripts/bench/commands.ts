/** What a command costs: on our ledger, on a bare cached decider, and on what a user would take instead. */
import { EventStore, EventType } from '@castore/core'
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory'
import { DeciderCommandHandler, getInMemoryEventStore } from '@event-driven-io/emmett'
import {
  type AnyEvent,
  type AnyProjection,
  accepted,
  assemble,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  delivery,
  type EventsOf,
  event,
  evolve,
  isAccepted,
  lifecycle,
  payload,
  projections,
  type Reads,
  refusedBy,
  type Verdict,
} from 'training-ops'
import * as z from 'zod'
import { compare, medianOf, tell } from './compare.ts'

const at = '2026-03-02T09:00:00.000Z'
type Ask = (type: string, data: object) => void

/** The life of a class of forty: scheduled, opened, asked for and approved. */
const seatAClass = (ask: Ask, offeringId: string): number => {
  const session = { sessionId: 's-1', start: '2026-04-06T09:00:00.000Z', end: '2026-04-06T17:00:00.000Z' }
  ask('ScheduleOffering', {
    ...{ at, offeringId, courseId: 'k', courseVersion: 1, title: 'T', kind: 'course', modality: 'classroom' },
    approval: 'automatic',
    capacity: { min: 1, max: 40 },
    completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
    sessions: [{ ...session, zone: 'Europe/Berlin' }],
  })
  ask('AnnounceOffering', { at, offeringId, channel: 'intranet', audience: {} })
  ask('OpenEnrolment', { at, offeringId })
  for (let one = 0; one < 40; one++) {
    const attempt = { at, offeringId, learnerId: `${offeringId}-l-${one}` }
    ask('RequestEnrolment', { ...attempt, source: 'self' })
    ask('ApproveEnrolment', attempt)
  }
  return 83
}

const training = assemble(lifecycle, {}, { trusted: true })
const ledgerAsks = (ledger = createLedger(training), from = 'c'): Ask => {
  let asked = 0
  return (type, data) => {
    const verdict = ledger.execute({ type, data, metadata: { commandId: `${from}-${asked++}` } } as never)
    if (!isAccepted(verdict)) throw new Error(`bench: ${type} refused: ${JSON.stringify(verdict)}`)
  }
}

const asks = new Set([
  'ScheduleOffering',
  'AnnounceOffering',
  'OpenEnrolment',
  'RequestEnrolment',
  'ApproveEnrolment',
])
/** The same decisions, their states in a map and `evolved` by each event; nothing checked, stamped or found by tag. */
const bareAsks = (evolved: typeof evolve, happened: AnyEvent[]): Ask => {
  const decisions = new Map(delivery.decisions.map((one) => [one.command.type as string, one]))
  const readsOf = ({ reads }: (typeof delivery.decisions)[number]) =>
    Object.entries(reads as Reads).flatMap(([name, read]) => {
      // One state for each trainer or room of a class: these classes have none.
      if ('eachOf' in read) return []
      const projection: AnyProjection = 'projection' in read ? read.projection : read
      const fieldOf: Readonly<Record<string, string>> = 'projection' in read ? read.fieldOf : {}
      return { name, projection, fields: projection.by.map((key: string) => fieldOf[key] ?? key) as string[] }
    })
  const needed = delivery.decisions.filter(({ command }) => asks.has(command.type))
  const readBy = new Map(needed.map((decision) => [decision.command.type as string, readsOf(decision)]))
  const noneOf = new Map(
    needed.map(({ command, reads }) => [
      command.type as string,
      Object.fromEntries(
        Object.entries(reads).flatMap(([name, read]) => ('eachOf' in read ? [[name, {}]] : [])),
      ),
    ]),
  )
  const read = [...new Set([...readBy.values()].flatMap((all) => all.map(({ projection }) => projection)))]
  const states = new Map(read.map((projection) => [projection, new Map<string, unknown>()]))
  const onType = new Map<string, AnyProjection[]>()
  for (const projection of read)
    for (const type of Object.keys(projection.on)) onType.set(type, [...(onType.get(type) ?? []), projection])
  const subjectOf = (fields: readonly string[], data: object) =>
    fields.map((field) => (data as Record<string, string>)[field]).join(' ')
  return (type, data) => {
    const decision = decisions.get(type)
    if (decision === undefined) throw new Error(`bench: ${type} is no command`)
    const known: Record<string, unknown> = { ...noneOf.get(type) }
    for (const { name, projection, fields } of readBy.get(type) ?? []) {
      const kept = states.get(projection) as Map<string, unknown>
      const subject = subjectOf(fields, data)
      if (!kept.has(subject)) kept.set(subject, projection.initial())
      known[name] = kept.get(subject)
    }
    const verdict = decision.decide(data, known, decision.settings) as Verdict<unknown, AnyEvent>
    if (!isAccepted(verdict)) throw new Error(`bench: ${type} refused`)
    for (const one of verdict.right) {
      happened.push(one)
      for (const projection of onType.get(one.type) ?? []) {
        const kept = states.get(projection) as Map<string, unknown>
        const subject = subjectOf(projection.by, one.data as object)
        if (kept.has(subject)) kept.set(subject, evolved(projection, kept.get(subject), one))
      }
    }
  }
}
const changedInPlace = ((projection: AnyProjection, state: unknown, { type, data }: AnyEvent) => {
  ;(projection.on as Record<string, (state: unknown, data: unknown) => void>)[type]?.(state, data)
  return state
}) as typeof evolve

const classes = 100
const seatAll = (ask: Ask): number => {
  let commands = 0
  for (let one = 0; one < classes; one++) commands += seatAClass(ask, `o-${one}`)
  return commands
}
const onLedger = { called: 'ledger.execute', work: () => seatAll(ledgerAsks()) }
const per = classes * 83
await compare(
  'a command: ledger / bare cached decider',
  onLedger,
  { called: 'decide and evolve, states in a map', work: () => seatAll(bareAsks(evolve, [])) },
  { rounds: 9, goal: 3, per, unit: 'µs' },
)
await compare(
  'for the record: a command: ledger / decider that changes its states in place and checks nothing',
  onLedger,
  { called: 'decide, states changed in place', work: () => seatAll(bareAsks(changedInPlace, [])) },
  { rounds: 9, goal: null, per, unit: 'µs' },
)

// One rule for all: a seat is taken while there is one. Streams of so many events, one an offering.
const events = defineEvents({ SeatTaken: event({ offeringId: z.string(), learnerId: z.string() }) })
type Seats = { taken: number; last: string }
const seats = projections<EventsOf<typeof events>>()({
  name: 'seats',
  by: ['offeringId'],
  initial: (): Seats => ({ taken: 0, last: '' }),
  on: {
    SeatTaken: (state, { learnerId }) => {
      state.taken++
      state.last = learnerId
    },
  },
})
const capacity = 1_000_000
const { NoSeat } = defineRejections({ NoSeat: payload<{ taken: number }>() })
const takingSeats = assemble(
  [
    defineModule({
      name: 'seating',
      events,
      decisions: [
        defineDecision({
          command: defineCommands({ TakeSeat: { offeringId: z.string(), learnerId: z.string() } }).TakeSeat,
          reads: { seats },
          decide: (seat, { seats }) =>
            refusedBy(seats.taken >= capacity && NoSeat({ taken: seats.taken })) ??
            accepted(events.make.SeatTaken(seat)),
        }),
      ],
    }),
  ],
  {},
  { trusted: true },
)

type Seat = { offeringId: string; learnerId: string }
const plain = {
  initialState: (): Seats => ({ taken: 0, last: '' }),
  evolve: ({ taken }: Seats, { data }: { type: string; data: Seat }): Seats => ({
    taken: taken + 1,
    last: data.learnerId,
  }),
  decide: ({ data }: { type: 'TakeSeat'; data: Seat }, { taken }: Seats) => {
    if (taken >= capacity) throw new Error('no seat')
    return [{ type: 'SeatTaken' as const, data }]
  },
}

type Taker = (seat: Seat) => unknown
const onOurs = (offerings: number, length: number): Taker => {
  const ledger = createLedger(takingSeats)
  for (let offering = 0; offering < offerings; offering++)
    ledger.append(
      Array.from({ length }, (_, one) =>
        events.make.SeatTaken({ offeringId: `o-${offering}`, learnerId: `l-${one}` }),
      ),
    )
  let asked = 0
  return (data) => {
    const verdict = ledger.execute({ type: 'TakeSeat', data, metadata: { commandId: `c-${asked++}` } })
    if (!isAccepted(verdict)) throw new Error('bench: no seat')
  }
}
const onEmmett = async (offerings: number, length: number): Promise<Taker> => {
  const store = getInMemoryEventStore()
  for (let offering = 0; offering < offerings; offering++)
    await store.appendToStream(
      `o-${offering}`,
      Array.from({ length }, (_, one) => ({
        type: 'SeatTaken' as const,
        data: { offeringId: `o-${offering}`, learnerId: `l-${one}` },
      })),
    )
  const handle = DeciderCommandHandler(plain)
  return (data) => handle(store, data.offeringId, { type: 'TakeSeat', data })
}
const onCastore = async (offerings: number, length: number): Promise<Taker> => {
  type Aggregate = { aggregateId: string; version: number; state: Seats }
  const store = new EventStore({
    eventStoreId: 'seats',
    eventTypes: [new EventType<'SeatTaken', 'SeatTaken', Seat>({ type: 'SeatTaken' })],
    reducer: (aggregate: Aggregate | undefined, { aggregateId, version, type, payload }): Aggregate => ({
      aggregateId,
      version,
      state: plain.evolve(aggregate?.state ?? plain.initialState(), { type, data: payload as never }),
    }),
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  })
  const push = (aggregateId: string, version: number, payload: Seat) =>
    store.pushEvent({ aggregateId, version, type: 'SeatTaken', payload } as never)
  for (let offering = 0; offering < offerings; offering++)
    for (let one = 0; one < length; one++)
      await push(`o-${offering}`, one + 1, { offeringId: `o-${offering}`, learnerId: `l-${one}` })
  return async (data) => {
    const { aggregate } = await store.getAggregate(data.offeringId)
    plain.decide({ type: 'TakeSeat', data }, aggregate?.state ?? plain.initialState())
    await push(data.offeringId, (aggregate?.version ?? 0) + 1, data)
  }
}

for (const [length, offerings, goal] of [
  [1, 400, 0.5],
  [100, 100, 0.2],
  [10_000, 2, 0.1],
] as const) {
  const commands = length === 10_000 ? 20 : offerings
  const taking = (taker: Taker) => {
    let round = 0
    return async () => {
      round++
      for (let one = 0; one < commands; one++)
        await taker({ offeringId: `o-${one % offerings}`, learnerId: `r-${round}-${one}` })
      return commands
    }
  }
  const ours = onOurs(offerings, length)
  const ourWork = taking(ours)
  for (const [called, make] of [
    ['Emmett', onEmmett],
    ['Castore', onCastore],
  ] as const)
    await compare(
      `a command on streams of ${length.toLocaleString('en')}: ours / ${called} in memory`,
      { called: 'ledger.execute', work: ourWork },
      { called, work: taking(await make(offerings, length)) },
      { rounds: 7, goal: called === 'Emmett' ? goal : null, per: commands, unit: 'µs' },
    )
}

// A command at 10⁶ events in the log over one at 10³: two ledgers, the same commands on both in turn.
{
  const filled = (count: number) => {
    const ledger = createLedger(takingSeats)
    const batch: EventsOf<typeof events>[] = []
    for (let one = 0; one < count; one++) {
      batch.push(events.make.SeatTaken({ offeringId: `o-${one % (count / 20)}`, learnerId: `l-${one}` }))
      if (batch.length === 10_000 || one === count - 1) ledger.append(batch.splice(0))
    }
    let asked = 0
    return { ledger, next: () => asked++ }
  }
  const [large, small] = [filled(1_000_000), filled(1000)]
  const round = ({ ledger, next }: typeof small, commands: number): number => {
    const start = performance.now()
    for (let one = 0; one < commands; one++) {
      const at = next()
      const data = { offeringId: `o-${at % 50}`, learnerId: `n-${at}` }
      ledger.execute({ type: 'TakeSeat', data, metadata: { commandId: `c-${at}` } })
    }
    return performance.now() - start
  }
  const commands = 400
  for (let warm = 0; warm < 5; warm++) round(large, commands) + round(small, commands)
  const times = Array.from({ length: 41 }, () => [round(large, commands), round(small, commands)] as const)
  const [one, other] = [medianOf(times.map(([time]) => time)), medianOf(times.map(([, time]) => time))]
  tell({
    name: 'a command at 1,000,000 events in the log / at 1,000',
    ratio: Number((one / other).toPrecision(3)),
    of: 'at 1,000,000',
    to: 'at 1,000',
    goal: 1.2,
    measured: `${((one * 1000) / commands).toPrecision(3)} µs / ${((other * 1000) / commands).toPrecision(3)} µs`,
  })
}
