/** Who acts, what the actor is to the subject, what they may claim, and at which hour. */
import {
  accepted,
  assemble,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  instant,
  isAccepted,
  type Permissions,
  project,
  projections,
  relationsOf,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const shape = {
  at: instant,
  classId: z.string(),
  learnerId: z.string(),
  signedBy: z.string(),
  rank: z.string().optional(),
}
const events = defineEvents({ Signed: event(shape) })
const { Sign } = defineCommands({ Sign: shape })
const notes = defineModule({
  name: 'notes',
  events,
  decisions: [
    defineDecision({ command: Sign, reads: {}, decide: (data) => accepted(events.make.Signed(data)) }),
  ],
})
const table: Permissions = {
  Sign: [
    { role: 'office', names: ['signedBy'] },
    { role: 'teacher', relation: 'teaches', to: 'classId', notAs: 'learnerId', only: { rank: ['second'] } },
    { role: 'guest', as: 'learnerId', only: { rank: [] } },
  ],
}
const training = assemble([notes], {}, { permissions: table as never, clock: { mayBackdate: ['office'] } })
const now = '2026-04-03T09:00:00.000Z'
type Asked = Readonly<Partial<Record<keyof typeof shape, string>>>
const sign = (id: string, role: string, data: Asked = {}, relations?: readonly string[]) => ({
  type: 'Sign' as const,
  data: { at: now, classId: 'c-1', learnerId: 'ada', signedBy: id, ...data },
  metadata: { commandId: 'x', actor: { id, role, ...(relations === undefined ? {} : { relations }) } },
})
const answer = (...asked: Parameters<typeof sign>) => {
  const verdict = training.decide(sign(...asked), [])
  return isAccepted(verdict) ? 'accepted' : verdict.left
}
const refused = (role: string, field: string) => ({ code: 'NotAuthorized', role, field })

describe('an actor', () => {
  test('signs in their own name, unless their role may name others', () => {
    expect(answer('li', 'office')).toBe('accepted')
    expect(answer('li', 'office', { signedBy: 'mei' })).toBe('accepted')
    expect(answer('ada', 'guest')).toBe('accepted')
    expect(answer('ada', 'guest', { signedBy: 'ghost' })).toEqual(refused('guest', 'signedBy'))
  })
  test('is bound by what the host found them to be to the subject', () => {
    expect(relationsOf(training.permissions, sign('mal', 'teacher'), 'teacher')).toEqual(['teaches:c-1'])
    expect(answer('mal', 'teacher')).toEqual(refused('teacher', 'classId'))
    expect(answer('mal', 'teacher', {}, ['teaches:c-2'])).toEqual(refused('teacher', 'classId'))
    expect(answer('mal', 'teacher', {}, ['teaches:c-1'])).toBe('accepted')
  })
  test('does not sign about themselves where the row says so', () => {
    expect(answer('ada', 'teacher', {}, ['teaches:c-1'])).toEqual(refused('teacher', 'learnerId'))
  })
  test('claims what their role may claim, and nothing else', () => {
    expect(answer('mal', 'teacher', { rank: 'second' }, ['teaches:c-1'])).toBe('accepted')
    expect(answer('mal', 'teacher', { rank: 'first' }, ['teaches:c-1'])).toEqual(refused('teacher', 'rank'))
    expect(answer('ada', 'guest', { rank: 'second' })).toEqual(refused('guest', 'rank'))
    expect(answer('li', 'office', { rank: 'first' })).toBe('accepted')
  })
  test('is kept with the event, and what the host found with them', () => {
    const verdict = training.decide(sign('mal', 'teacher', {}, ['teaches:c-1']), [])
    const [signed] = isAccepted(verdict) ? verdict.right : []
    expect(signed?.metadata?.actor).toEqual({ id: 'mal', role: 'teacher', relations: ['teaches:c-1'] })
    expect(training.decode(JSON.parse(JSON.stringify(signed)))).toMatchObject({ _tag: 'Right' })
  })
  test.each([
    ['as', { role: 'guest', as: 'nobody' }],
    ['notAs', { role: 'guest', notAs: 'nobody' }],
    ['only', { role: 'guest', only: { nobody: [] } }],
    ['names', { role: 'guest', names: ['nobody'] }],
    ['to', { role: 'guest', relation: 'teaches', to: 'nobody' }],
  ])('a row that binds by a field the command has not (%s) does not assemble', (_, permit) => {
    expect(() => assemble([notes], {}, { permissions: { Sign: [permit] } })).toThrow('Sign, got nobody')
  })
})

describe('the clock of the host', () => {
  const at = (instant: string, role = 'guest') =>
    training.decide(sign('ada', role, { at: instant }), [], { now })
  test('knows nothing of what has not come yet, and a little patience with clocks', () => {
    expect(at('2026-04-03T09:04:00.000Z')._tag).toBe('Right')
    expect(at('2026-04-03T09:06:00.000Z')).toMatchObject({ left: { code: 'InstantAhead', now } })
    expect(at('2026-04-03T09:06:00.000Z', 'office')).toMatchObject({ left: { code: 'InstantAhead' } })
  })
  test('lets nobody tell of what was long ago but who may', () => {
    expect(at('2026-04-02T09:00:00.000Z')._tag).toBe('Right')
    expect(at('2026-04-02T08:59:00.000Z')).toMatchObject({ left: { code: 'InstantPast' } })
    expect(at('2026-01-01T09:00:00.000Z', 'office')._tag).toBe('Right')
  })
  test('is not asked where nobody tells it', () => {
    expect(training.decide(sign('ada', 'guest', { at: '2020-01-01T00:00:00.000Z' }), [])._tag).toBe('Right')
  })
  test('does not stand in the way of a command that was answered before', () => {
    let clock = now
    const ledger = createLedger(training, { now: () => clock })
    expect(ledger.execute(sign('ada', 'guest'))._tag).toBe('Right')
    clock = '2026-05-03T09:00:00.000Z'
    expect(ledger.execute(sign('ada', 'guest'))).toMatchObject({ _tag: 'Right', resent: true })
  })
  test('sets the instant of a command that is asked again, and it is one command', () => {
    const first = training.decide(sign('ada', 'guest'), [], { now, isStamped: true })
    const events = isAccepted(first) ? first.right : []
    const later = sign('ada', 'guest', { at: '2026-04-03T09:00:05.000Z' })
    expect(training.decide(later, events, { now, isStamped: true })).toMatchObject({ resent: true })
    expect(training.decide(later, events)).toMatchObject({ left: { issues: [{ code: 'CommandIdReused' }] } })
  })
})

describe('what is known at an instant', () => {
  const signed = projections<EventsOf<typeof events>>()({
    name: 'signed',
    initial: () => ({ by: [] as string[] }),
    on: { Signed: (state, { signedBy }) => void state.by.push(signedBy) },
  })
  test('is what the host had learnt by then, whenever it was so', () => {
    let clock = '2026-04-03T09:00:00.000Z'
    const ledger = createLedger(training, { now: () => clock })
    const ask = (id: string, instant: string) =>
      ledger.execute({
        ...sign(id, 'office', { at: instant }),
        metadata: { commandId: id, actor: { id, role: 'office' } },
      })
    ask('li', '2026-04-03T09:00:00.000Z')
    clock = '2026-04-05T09:00:00.000Z'
    ask('mei', '2026-04-01T09:00:00.000Z')
    const asOf = '2026-04-02T00:00:00.000Z'
    const asKnownAt = '2026-04-04T00:00:00.000Z'
    expect(ledger.project(signed)).toEqual({ by: ['li', 'mei'] })
    expect(ledger.project(signed, { asOf })).toEqual({ by: ['mei'] })
    expect(ledger.project(signed, { asKnownAt })).toEqual({ by: ['li'] })
    expect(ledger.project(signed, { asOf, asKnownAt })).toEqual({ by: [] })
    const restored = ledger.events().map((one) => training.decode(JSON.parse(JSON.stringify(one))))
    expect(restored.map((one) => one._tag === 'Right' && one.right.metadata?.recordedAt)).toEqual([
      '2026-04-03T09:00:00.000Z',
      clock,
    ])
    expect(() => project(signed, [], { asKnownAt: 'yesterday' })).toThrow('asKnownAt')
  })
})
