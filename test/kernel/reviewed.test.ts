/** Faults that a review of the log and of authority found: each was seen to fail first. */
import { type AnyEvent, assemble, createLedger, isPermitted, lifecycle } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { offeringId, schedule } from '../delivery/an-offering.ts'

const training = assemble(lifecycle)
const at = '2026-03-02T09:00:00.000Z'
const cancelled = (metadata?: object): AnyEvent =>
  ({
    type: 'OfferingCancelled',
    data: { at, offeringId, cause: 'other' },
    ...(metadata === undefined ? {} : { metadata }),
  }) as AnyEvent

describe('what is appended by hand', () => {
  test.each(['', 'a\nb', 'x\u200by', 'x'.repeat(521)])('bears no id that no command could bear: %j', (id) => {
    for (const metadata of [{ eventId: id }, { commandId: id }, { correlationId: id }, { causationId: id }])
      expect(training.decode(cancelled(metadata))).toMatchObject({
        _tag: 'Left',
        left: { code: 'InvalidEvent' },
      })
  })
  test('is there once, also for whoever starts again on the log', () => {
    for (const metadata of [{ eventId: 'w/0' }, { eventId: 'w/0', commandId: 'w' }]) {
      const ledger = createLedger(training)
      const once = [cancelled(metadata)] as never
      expect(ledger.append(once)).toBe(true)
      expect(() => ledger.append(once)).toThrow('append needs every event once')
      expect(() => createLedger(training).append([...once, ...once] as never)).toThrow('every event once')
      expect(createLedger(training, { events: ledger.events() }).events()).toEqual(ledger.events())
    }
  })
  test('may be asked for again where its condition did not hold', () => {
    const ledger = createLedger(training)
    ledger.append([cancelled({ eventId: 'v/0' })] as never)
    const all = { failIfEventsMatch: [{ types: [], tags: [] }], after: 0 }
    expect(ledger.append([cancelled({ eventId: 'w/0' })] as never, all)).toBe(false)
    expect(ledger.append([cancelled({ eventId: 'w/0' })] as never, { ...all, after: 1 })).toBe(true)
  })
  test.each([
    [null],
    [{}],
    [{ failIfEventsMatch: 5, after: 0 }],
    [{ failIfEventsMatch: [{}], after: 0 }],
    [{ failIfEventsMatch: [], after: Number.NaN }],
    [{ failIfEventsMatch: [{ types: [], tags: [null] }], after: 0 }],
  ])('stands under a condition, or is refused by name: %j', (condition) => {
    const ledger = createLedger(training)
    expect(() => ledger.append([cancelled()] as never, condition as never)).toThrow(
      'training-ops: append needs',
    )
    expect(ledger.events()).toEqual([])
    for (const query of [null, [{}], 5])
      expect(() => ledger.read(query as never)).toThrow('training-ops: read needs')
  })
})

test('policies on an event that no command led to know the log up to it, and nothing later', () => {
  const ledger = createLedger(training)
  const { ScheduleOffering, OpenEnrolment, RequestEnrolment, WithdrawEnrolment } = training.command
  ledger.executeWithPolicies(ScheduleOffering(schedule, { commandId: 's' }))
  ledger.executeWithPolicies(OpenEnrolment({ at, offeringId }, { commandId: 'o' }))
  for (const learnerId of ['ada', 'bob'])
    ledger.executeWithPolicies(
      RequestEnrolment({ at, offeringId, learnerId, source: 'self' }, { commandId: learnerId }),
    )
  const event = cancelled({ eventId: 'w/0' })
  ledger.append([event] as never)
  const asked = () =>
    training
      .react(event as never, ledger.events())
      .commands.filter(({ type }) => type === 'CancelEnrolment')
      .map(({ data }) => (data as { learnerId: string }).learnerId)
  const before = asked()
  expect(before).toEqual(['ada', 'bob'])
  ledger.execute(WithdrawEnrolment({ at, offeringId, learnerId: 'ada' }, { commandId: 'v' }))
  expect(asked()).toEqual(before)
})

test('nobody vouches for themselves by transferring', () => {
  const transfer = { offeringId, toOfferingId: 'o-2', learnerId: 'ada', at }
  const ada = { id: 'ada', role: 'learner' }
  const may = (more: object) =>
    isPermitted(training.permissions, { type: 'TransferEnrolment', data: { ...transfer, ...more } }, ada)
  expect(may({})).toBe(true)
  expect(may({ completedCourses: ['safety'] })).toBe(false)
  expect(may({ employment: { hiredOn: '2000-01-01' } })).toBe(false)
})
