import {
  accepted,
  assemble,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  event,
  type Permissions,
  systemRole,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const events = defineEvents({ BellRung: event({ ringerId: z.string() }), BellCast: event({}) })
const { RingBell, CastBell } = defineCommands({ RingBell: { ringerId: z.string() }, CastBell: {} })
const decisions = [
  defineDecision({ command: RingBell, reads: {}, decide: (ring) => accepted(events.make.BellRung(ring)) }),
  defineDecision({ command: CastBell, reads: {}, decide: () => accepted(events.make.BellCast({})) }),
] as const
const guarded = defineModule({
  name: 'bells',
  events,
  decisions,
  permissions: { RingBell: ['sexton', { role: 'guest', as: 'ringerId' }] },
})
const ring = (role?: string, id = 'ada', commandId = 'c-1') => ({
  type: 'RingBell' as const,
  data: { ringerId: 'ada' },
  metadata: { commandId, ...(role === undefined ? {} : { actor: { id, role } }) },
})
const mayNot = (role: string) => ({ _tag: 'Left', left: { code: 'NotAuthorized', role } })

describe('a command with an actor', () => {
  const training = assemble([guarded])
  test('is answered by the rule where the table names the role', () => {
    expect(training.decide(ring('sexton', 'bob'), [])._tag).toBe('Right')
  })
  test('is refused for every other role, and changes nothing', () => {
    const ledger = createLedger(training)
    expect(ledger.execute(ring('mayor'))).toEqual(mayNot('mayor'))
    expect(ledger.events()).toEqual([])
    expect(ledger.execute(ring('sexton'))._tag).toBe('Right')
    expect(ledger.events().length).toBe(1)
  })
  test('may be asked for oneself alone where the row says so', () => {
    expect(training.decide(ring('guest', 'ada'), [])._tag).toBe('Right')
    expect(training.decide(ring('guest', 'bob'), [])).toEqual({
      _tag: 'Left',
      left: { code: 'NotAuthorized', role: 'guest', field: 'ringerId' },
    })
  })
  test('tells nobody what it led to who might not have asked it', () => {
    const ledger = createLedger(training)
    ledger.execute(ring('sexton'))
    expect(ledger.execute(ring('sexton'))).toMatchObject({ resent: true })
    expect(ledger.execute(ring('mayor'))).toEqual(mayNot('mayor'))
  })
  test('is open where it has no row', () => {
    const cast = {
      type: 'CastBell',
      data: {},
      metadata: { commandId: 'c', actor: { id: 'x', role: 'mayor' } },
    }
    expect(training.decide(cast as never, [])._tag).toBe('Right')
    const open = assemble([defineModule({ name: 'bells', events, decisions })])
    expect(open.decide(ring('mayor'), [])._tag).toBe('Right')
  })
})

describe('a command without an actor', () => {
  const missing = { code: 'InvalidCommand', issues: [{ path: ['metadata', 'actor'], code: 'MissingKey' }] }
  test('is refused, whether it has a row or not, by every way in', () => {
    for (const training of [
      assemble([guarded]),
      assemble([defineModule({ name: 'bells', events, decisions })]),
    ]) {
      const ledger = createLedger(training)
      expect(training.receive(ring())).toEqual({ _tag: 'Left', left: missing })
      expect(training.decide(ring(), [])).toEqual({ _tag: 'Left', left: missing })
      expect(ledger.execute(ring())).toEqual({ _tag: 'Left', left: missing })
      expect(ledger.events()).toEqual([])
    }
  })
  test('is the system’s own where the system is assembled as trusted; a role stays bound there', () => {
    const alone = assemble([guarded], {}, { trusted: true })
    expect(alone.decide(ring(), [])._tag).toBe('Right')
    expect(alone.decide(ring('mayor'), [])).toEqual(mayNot('mayor'))
  })
})

test('the host’s own credential is bound by no row', () => {
  expect(assemble([guarded]).decide(ring(systemRole), [])._tag).toBe('Right')
})

describe('a host', () => {
  const table = (permissions: Permissions) => assemble([guarded], {}, { permissions })
  test('replaces a row: other roles, anyone, or nobody but the system', () => {
    expect(table({ RingBell: ['mayor'] }).decide(ring('mayor'), [])._tag).toBe('Right')
    expect(table({ RingBell: ['mayor'] }).decide(ring('sexton'), [])).toEqual(mayNot('sexton'))
    expect(table({ RingBell: 'anyone' }).decide(ring('dog'), [])._tag).toBe('Right')
    expect(table({ RingBell: [] }).decide(ring('sexton'), [])).toEqual(mayNot('sexton'))
    expect(table({ RingBell: [] }).decide(ring(systemRole), [])._tag).toBe('Right')
    expect(table({ CastBell: ['mayor'] }).permissions).toEqual({
      RingBell: ['sexton', { role: 'guest', as: 'ringerId' }],
      CastBell: ['mayor'],
    })
  })
  test('cannot leave open by a slip what it meant to close', () => {
    expect(() => table({ RingBells: ['mayor'] })).toThrow(
      'training-ops: assemble needs permissions of its own commands, got RingBells',
    )
    expect(() => table({ RingBell: [{ role: 'guest', as: 'guestId' }] })).toThrow(
      'training-ops: assemble needs permissions by a field of RingBell, got guestId',
    )
  })
})
