import {
  assemble,
  type DeliveryEvent,
  defineEvents,
  defineModule,
  type EventsOf,
  event,
  projections,
} from 'training-ops'
import { scenario, zhCN } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  asked,
  at,
  enrolled,
  offeringId,
  open,
  request,
  schedule,
  seat,
  training,
  waitlisted,
} from '../delivery/an-offering.ts'

const story = scenario(training)
const messageOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was thrown'
}

const ask = { type: 'RequestEnrolment' as const, data: request('ada') }

describe('a scenario is exact', () => {
  const given = story.given(...open)
  test('about the fields', () => {
    given.when(ask).then(asked('ada'))
    expect(messageOf(() => given.when(ask).then(asked('bob')))).toContain('expected')
    const { basis: _, ...less } = asked('ada').data
    expect(messageOf(() => given.when(ask).then({ type: 'EnrolmentRequested', data: less }))).toContain(
      'but got',
    )
  })
  test('about the number and the order of events', () => {
    expect(messageOf(() => given.when(ask).then(asked('ada'), asked('ada')))).toContain('expected')
    expect(messageOf(() => given.when(ask).then())).toContain('expected          nothing')
    expect(messageOf(() => given.when(ask).thenNothing())).toContain('expected          nothing')
    const full = story.given(...open, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1))
    const leave = { type: 'WithdrawEnrolment' as const, data: { at, offeringId, learnerId: 'ada' } }
    const left = { type: 'LearnerWithdrew', data: { ...leave.data, from: 'enrolled', late: false } }
    const promoted = { type: 'LearnerPromoted', data: seat('cyd') }
    full.when(leave).then(left, promoted)
    expect(messageOf(() => full.when(leave).then(promoted, left))).toContain('expected')
  })
  test('about the refusal', () => {
    const unopened = story.given(open[0])
    const refusal = { code: 'IllegalTransition', from: 'scheduled', command: 'RequestEnrolment' }
    unopened.when(ask).thenRejected(refusal)
    expect(messageOf(() => unopened.when(ask).thenRejected({ code: 'IllegalTransition' }))).toContain(
      'expected rejection',
    )
    expect(messageOf(() => unopened.when(ask).then())).toContain('but was refused')
    expect(messageOf(() => given.when(ask).thenRejected(refusal))).toContain('but got')
    expect(messageOf(() => unopened.when(ask).thenNothing())).toContain('but was refused')
    expect(messageOf(() => unopened.when(ask).thenAdvised('Late'))).toContain('but was refused')
    expect(messageOf(() => given.when(ask).thenAdvised('Late'))).toContain('but was advised')
  })
  test('about what a policy answers', () => {
    const approve = { type: 'ApproveEnrolment', data: { at, offeringId, learnerId: 'ada' } }
    given.whenHappened(asked('ada')).thenCommands(approve).thenDeadlines()
    expect(messageOf(() => given.whenHappened(asked('ada')).thenCommands())).toContain('expected commands')
    const due = { dueAt: at, command: approve }
    expect(messageOf(() => given.whenHappened(asked('ada')).thenDeadlines(due))).toContain(
      'expected deadlines',
    )
  })
})

const seats = projections<DeliveryEvent>()({
  name: 'whoSits',
  by: ['offeringId'],
  initial: () => ({ min: 0, enrolled: [] as string[], noSeatYet: [] as string[] }),
  on: {
    OfferingScheduled: (seats, { capacity }) => {
      seats.min = capacity.min
    },
    EnrolmentRequested: ({ noSeatYet }, { learnerId }) => {
      noSeatYet.push(learnerId)
    },
    LearnerEnrolled: (seats, { learnerId }) => {
      seats.noSeatYet = seats.noSeatYet.filter((one) => one !== learnerId)
      seats.enrolled.push(learnerId)
    },
  },
})

test('a projection is shown at work without a database, of one subject or of all', () => {
  const known = { min: 1, enrolled: ['ada'], noSeatYet: [] }
  const given = story.given(...open, ...enrolled('ada'))
  given.thenKnown(seats, offeringId, known)
  given.thenKnown(seats, { [offeringId]: known })
  given.thenKnown(seats, 'o-2', { min: 0, enrolled: [], noSeatYet: [] })
  given
    .when({ type: 'RequestEnrolment', data: request('bob') })
    .then(asked('bob'))
    .thenKnown(seats, offeringId, { ...known, noSeatYet: ['bob'] })
  expect(messageOf(() => given.thenKnown(seats, offeringId, { ...known, enrolled: [] }))).toContain(
    'but knows',
  )
})

test('a state is told apart from one that only looks like it', () => {
  const since = (known: unknown) =>
    projections<never>()({ name: 'since', initial: () => ({ known }), on: {} }) as unknown as typeof seats
  const sameAs = (one: unknown, other: unknown) =>
    messageOf(() => story.given().thenKnown(since(one), { known: other })) === 'nothing was thrown'
  const day = (text: string) => new Date(`${text}T00:00:00.000Z`)
  expect(sameAs(day('2026-03-01'), day('2026-03-01'))).toBe(true)
  expect(sameAs(day('2026-03-01'), day('2026-03-02'))).toBe(false)
  expect(sameAs(day('2026-03-01'), day('2026-03-01').toISOString())).toBe(false)
  expect(sameAs(Number.NaN, null)).toBe(false)
  expect(sameAs([], {})).toBe(false)
  expect(sameAs({ a: undefined }, {})).toBe(true)
  expect(sameAs({ a: 1 }, { b: 1 })).toBe(false)
  expect(sameAs([1, 2], [1, 2, 3])).toBe(false)
})

test('a failing scenario reads as a story, and shows no stack', () => {
  const told = story.given().when({ type: 'AnnounceOffering', data: { at, offeringId } })
  const error = (() => {
    try {
      told.then({ type: 'OfferingAnnounced', data: { at, offeringId } })
    } catch (thrown) {
      return thrown as Error
    }
    throw new Error('should have failed')
  })()
  expect(error.message).toBe(`
  given             nothing
  when              AnnounceOffering (at ${at}, offeringId o-1)
  expected          OfferingAnnounced (at ${at}, offeringId o-1)
  but was refused   Unknown (what offering, id o-1)`)
  expect(error.stack).toBe(error.message)
})

test('a failing scenario is told in Chinese where that is asked', () => {
  const given = scenario(training, { language: zhCN }).given()
  const told = messageOf(() =>
    given.when({ type: 'AnnounceOffering', data: { at, offeringId } }).thenNothing(),
  )
  expect(told.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
    '',
    '已知',
    '当',
    '应当发生',
    '实际被拒绝',
  ])
})

test('a command that is none is refused in a scenario as anywhere', () => {
  story
    .given()
    .when({ type: 'ScheduleOffering', data: { ...schedule, sessions: [] } })
    .thenRejected({
      code: 'InvalidCommand',
      issues: [{ path: ['data', 'sessions'], code: 'TooSmall', limit: 1 }],
    })
})

describe('what happened is what a store would give back', () => {
  const opened = { type: 'EnrolmentOpened', data: { at, offeringId } }
  test('an event nobody declares is loud, and says where', () => {
    expect(() => story.given(open[0], { ...opened, type: 'EnrollmentOpened' })).toThrow(
      'training-ops: scenario needs events of its workflow, got EnrollmentOpened with UnknownEvent at given[1].type',
    )
  })
  test('so is one whose data do not fit', () => {
    const { offeringId: _, ...less } = opened.data
    expect(() => story.given({ ...opened, data: less })).toThrow(
      'got EnrolmentOpened with MissingKey at given[0].data.offeringId',
    )
    expect(() => story.given().whenHappened({ ...opened, data: { ...opened.data, seats: 3 } })).toThrow(
      'got EnrolmentOpened with UnknownKey at whenHappened.data',
    )
  })
  test('one of an earlier version is brought up to date', () => {
    const events = defineEvents({
      DoorOpened: event(
        { at: z.iso.datetime(), door: z.string() },
        { version: 2, upcasters: { 1: ({ gate, ...rest }) => ({ ...rest, door: gate }) } },
      ),
    })
    const doors = projections<EventsOf<typeof events>>()({
      name: 'doors',
      initial: () => ({ opened: [] as string[] }),
      on: {
        DoorOpened: ({ opened }, { door }) => {
          opened.push(door)
        },
      },
    })
    scenario(assemble([defineModule({ name: 'doors', events, decisions: [] })], {}, { trusted: true }))
      .given({ type: 'DoorOpened', data: { at, gate: 'north' }, metadata: { schemaVersion: 1 } } as never)
      .thenKnown(doors, { opened: ['north'] })
  })
})
