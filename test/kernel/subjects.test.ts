import {
  accepted,
  assemble,
  createLedger,
  type DomainEvent,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  event,
  project,
  projections,
} from 'training-ops'
import { expect, test } from 'vitest'
import * as z from 'zod'

const events = defineEvents({
  Spent: event({ at: z.string(), programId: z.string().optional(), minor: z.int() }),
})
type Spent = DomainEvent<'Spent', { at: string; programId?: string | undefined; minor: number }>
const cost = projections<Spent>()({
  name: 'cost',
  by: ['programId'],
  initial: () => ({ minor: 0 }),
  on: {
    Spent: (cost, { minor }) => {
      cost.minor += minor
    },
  },
})
const log = [
  events.make.Spent({ at: '2026', programId: 'p', minor: 3 }),
  events.make.Spent({ at: '2026', minor: 5 }),
]

test('an event about no subject is filed under none', () => {
  expect(project(cost, log)).toEqual({ p: { minor: 3 } })
  const ledger = createLedger(
    assemble([defineModule({ name: 'money', events, decisions: [] })], {}, { trusted: true }),
    {
      events: log,
    },
  )
  expect(ledger.project(cost)).toEqual({ p: { minor: 3 } })
})

test('a decision asked with an id left out knows nothing of it, and asks a store for nothing', () => {
  const commands = defineCommands({
    Spend: { at: z.string(), programId: z.string().optional(), minor: z.int() },
  })
  const known: unknown[] = []
  const spend = defineDecision({
    command: commands.Spend,
    reads: { cost },
    decide: (asked, { cost }) => {
      known.push(cost)
      return accepted(events.make.Spent(asked))
    },
  })
  const training = assemble(
    [defineModule({ name: 'money', events, decisions: [spend] })],
    {},
    { trusted: true },
  )
  const ask = (data: { at: string; minor: number; programId?: string }) =>
    ({ type: 'Spend', data, metadata: { commandId: `c-${data.minor}` } }) as const
  const ledger = createLedger(training, { events: log })
  ledger.execute(ask({ at: '2026', minor: 1 }))
  ledger.execute(ask({ at: '2026', minor: 2, programId: 'p' }))
  training.decide(ask({ at: '2026', minor: 4 }), log)
  expect(known).toEqual([{ minor: 0 }, { minor: 3 }, { minor: 0 }])
  expect(training.boundaryOf(ask({ at: '2026', minor: 1 }))).toEqual([{ types: [], tags: ['command:c-1'] }])
})
