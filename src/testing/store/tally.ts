/** The small workflow a store is tried out with: tallies that are counted up. */
import * as z from 'zod'
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  fingerprintOf,
  projections,
} from '../../kernel/index.ts'

const tallyEvents = defineEvents({
  TallyCounted: event({ tallyId: z.string(), by: z.string(), count: z.int() }),
  TallyNoted: event({ tallyId: z.string(), byIds: z.array(z.string()), note: z.json() }),
})
const tallyCommands = defineCommands({
  CountTally: { tallyId: z.string(), by: z.string() },
  NoteTally: { tallyId: z.string(), note: z.string() },
})

const tally = projections<EventsOf<typeof tallyEvents>>()({
  name: 'tally',
  by: ['tallyId'],
  initial: () => ({ count: 0 }),
  on: {
    TallyCounted: (state, { count }) => {
      state.count = count
    },
  },
})

const countTally = defineDecision({
  command: tallyCommands.CountTally,
  reads: { tally },
  decide: (command, { tally }) =>
    accepted(tallyEvents.make.TallyCounted({ ...command, count: tally.count + 1 })),
})

/** Reads nothing it appends: only the tag of its own command finds what it led to before. */
const noteTally = defineDecision({
  command: tallyCommands.NoteTally,
  reads: { tally },
  decide: (command) => accepted(tallyEvents.make.TallyNoted({ ...command, byIds: [] })),
})

export const tallies = assemble(
  [defineModule({ name: 'tallies', events: tallyEvents, decisions: [countTally, noteTally] })],
  {},
  { trusted: true },
)
export type TallyEvent = EventsOf<typeof tallyEvents>

export const counted = (tallyId: string, count: number, by = 'kit'): TallyEvent =>
  stamped(tallyEvents.make.TallyCounted({ tallyId, by, count }), `${tallyId}-${by}-${count}`)
export const noted = (tallyId: string, byIds: readonly string[], note: z.core.util.JSONType): TallyEvent =>
  stamped(
    tallyEvents.make.TallyNoted({ tallyId, byIds: [...byIds], note }),
    `note-${tallyId}-${byIds.join('-')}-${fingerprintOf(note)}`,
  )

const stamped = (event: TallyEvent, commandId: string): TallyEvent => ({
  ...event,
  metadata: {
    eventId: `${commandId}/0`,
    commandId,
    commandFingerprint: 'kit',
    schemaVersion: 1,
    correlationId: '培训-1',
    actor: { id: 'kit', role: 'tester' },
  },
})
