/** Faults that a review of the log and of authority found: each is seen to fail without its mend. */
import {
  type AnyEvent,
  accepted,
  assemble,
  countsAs,
  courseToTake,
  createLedger,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  instant,
  intent,
  isAccepted,
  isPermitted,
  lifecycle,
  policies,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { offeringId, schedule } from '../delivery/an-offering.ts'

const training = assemble(lifecycle, {}, { trusted: true })
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
  const left = createLedger(training, { events: ledger.events() }).execute(
    WithdrawEnrolment({ at, offeringId, learnerId: 'ada' }, { commandId: 'v' }),
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
  ledger.append(isAccepted(left) ? left.right : [])
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

test('a deadline that leads to itself for ever waits on, as it does after a restart', () => {
  const events = defineEvents({ Reminded: event({ at: instant, taskId: z.string() }) })
  const { Remind } = defineCommands({ Remind: { at: instant, taskId: z.string() } })
  const reminders = assemble(
    [
      defineModule({
        name: 'reminders',
        events,
        decisions: [
          defineDecision({
            command: Remind,
            reads: {},
            decide: (asked) => accepted(events.make.Reminded(asked)),
          }),
        ],
        policies: [
          policies<EventsOf<typeof events>>()({
            name: 'again',
            when: 'Reminded',
            reads: {},
            react: (reminded) => [{ dueAt: reminded.at, command: intent(Remind, reminded) }],
          }),
        ],
      }),
    ],
    {},
    { trusted: true },
  )
  const ledger = createLedger(reminders)
  ledger.execute(reminders.command.Remind({ at, taskId: 't' }, { commandId: 'c' }))
  expect(() => ledger.advanceTo(at)).toThrow('policies that come to rest')
  expect(ledger.agenda().length).toBe(1)
  expect(ledger.agenda()).toEqual(createLedger(reminders, { events: ledger.events() }).agenda())
})

test('successors that a log leads in a circle, or through thousands of courses, are followed to their end', () => {
  const circle = { counting: {}, retired: { a: { successorId: 'b' }, b: { successorId: 'a' } } }
  expect([courseToTake(circle, 'a'), countsAs(circle, 'c', 'a', '2026-04-06')]).toEqual([undefined, false])
  const chain = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, nth) => [`c-${nth}`, { successorId: `c-${nth + 1}` }]),
  )
  expect(courseToTake({ counting: {}, retired: chain }, 'c-0')).toBe('c-20000')
})
