import {
  assemble,
  createLedger,
  type DomainEvent,
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
  const ledger = createLedger(assemble([defineModule({ name: 'money', events, decisions: [] })]), {
    events: log,
  })
  expect(ledger.project(cost)).toEqual({ p: { minor: 3 } })
})
