/** The laws of the kernel, on lives of the delivery room; that each can fail is shown in test/testing/broken.test.ts. */
import fc from 'fast-check'
import {
  assemble,
  catalog,
  createLedger,
  delivery,
  deliveryRejections,
  enrolment,
  learnerCalendar,
  offering,
  resources,
  seatAllocation,
  seatsOf,
} from 'training-ops'
import { type Look, lawsOf, lawsOfProjection, reach, scenario, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { offeringEvents } from '../../src/delivery/events/offering.ts'
import { offeringRejections } from '../../src/delivery/rejections/offering.ts'
import { enrolling, monday, offeringId, schedule, tuesday } from '../delivery/an-offering.ts'

const training = assemble(
  [catalog, resources, delivery],
  {
    delivery: { decidesAtEnrolmentDeadline: false },
  },
  { trusted: true },
)
const rule = (atLeast: number) => ({ require: 'all', of: [{ kind: 'attendance', atLeast }] })
const world = universe(
  {
    offeringId: [offeringId, 'o-2'],
    learnerId: ['ada', 'bob', 'cyd'],
    sessionId: [monday.sessionId, tuesday.sessionId],
    instrumentId: 1,
    courseId: 1,
    programId: 1,
    'ScheduleOffering.sessions': [
      schedule.sessions,
      [monday],
      [{ ...monday, end: monday.start }],
      [monday, { ...monday, sessionId: 'again' }],
    ],
    'ScheduleOffering.capacity': [{ min: 0, max: 2 }, { min: 0 }, { min: 1, max: 2 }, { min: 3, max: 2 }],
    'ChangeCapacity.capacity': [
      { min: 0, max: 1 },
      { min: 2, max: 3 },
      { min: 3, max: 2 },
    ],
    completionRule: [
      rule(9000),
      rule(0),
      { require: 'all', of: [{ kind: 'result', instrumentId: 'instrument-1', mastery: 600 }] },
    ],
    courseVersion: [1],
    session: [{ ...monday, start: tuesday.start, end: tuesday.end }, monday],
    minutes: [0, 480, 481],
    'RecordResult.attempt': [1, 2],
    scaled: [400, 800],
    title: ['Selling'],
    employment: [
      { hiredOn: '2025-01-01' },
      { hiredOn: '2026-04-07' },
      { hiredOn: '2025-01-01', leftOn: '2026-04-01' },
    ],
    code: ['c'],
    'ScheduleOffering.kind': ['course'],
    modality: ['classroom'],
    enrolmentCloses: ['2026-04-01T00:00:00.000Z', '2026-03-02T17:00:00.000Z', '2026-05-01T00:00:00.000Z'],
    withdrawalDeadline: ['2026-04-03T00:00:00.000Z', '2026-05-01T00:00:00.000Z'],
    actualStart: [monday.start],
    actualEnd: [monday.end, monday.start],
  },
  { days: ['2026-03-02', '2026-04-08', '2026-04-20'] },
)
const often = {
  ScheduleOffering: 3,
  OpenEnrolment: 2,
  RequestEnrolment: 8,
  ChangeCapacity: 0.4,
  DeliverSession: 0.7,
  RecordAttendance: 4,
  RecordResult: 2,
  CompleteOffering: 0.1,
  CancelOffering: 0.05,
  CloseEnrolment: 3,
  /** The policies ask it. */
  CancelEnrolment: 0,
  AnnounceOffering: 0.1,
  RescheduleSession: 0.05,
  CloseEnrolmentWindow: 0.1,
}
const lives = stories(training, { in: world, upTo: 40, invalidRatio: 0.25, often, only: enrolling })

const each = (look: Look) => Object.values(look(seatAllocation)).map(seatsOf)
const laws = lawsOf(training, {
  lives,
  runs: 8,
  always: {
    'S1 no more enrolled than there are seats': (look) =>
      each(look).every(({ enrolled, max = Number.POSITIVE_INFINITY }) => enrolled.length <= max),
    'S2 nobody enrolled and waitlisted': (look) =>
      each(look).every(({ enrolled, waitlisted }) => !enrolled.some((one) => waitlisted.includes(one))),
    'nobody holds a seat twice': (look) =>
      each(look).every(({ enrolled }) => new Set(enrolled).size === enrolled.length),
  },
  settled: {
    // before lots are drawn, and where a quota is full, one waits beside a free seat: seats.laws.test.ts looks at those
    'S3 a waitlist means no free seat': (look) =>
      Object.entries(look(seatAllocation)).every(
        ([offeringId, { enrolled, waitlisted, order, drawn, quotas, max = Number.POSITIVE_INFINITY }]) =>
          waitlisted === 0 ||
          enrolled >= max ||
          (order === 'lottery' && !drawn) ||
          quotas.length > 0 ||
          ['running', 'completed'].includes(look(offering)[offeringId]?.status ?? ''),
      ),
  },
  until: {
    'an offering that is over': {
      of: offering,
      is: ({ status }: { status: string }) => status === 'completed' || status === 'cancelled',
    },
  },
})

describe('the delivery room keeps', () => {
  test.each(laws.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check())
})

describe('its projections keep', () => {
  for (const projection of [offering, seatAllocation, enrolment, learnerCalendar])
    test.each(
      lawsOfProjection(projection as never, { lives: lives as never, runs: 4 }).map(
        ({ name, check }) => [name, check] as const,
      ),
    )(`${projection.name}: %s`, (_, check) => check())
})

test('its lives visit two fifths of what can happen to an attempt and of what can be refused', () => {
  const reached = reach(lives, training, { runs: 150, seed: 2, of: ['delivery'] })
  const visited = (visits: Readonly<Record<string, number>>, offering: object) => {
    const names = Object.keys(visits).filter((name) => !Object.hasOwn(offering, name))
    return names.filter((name) => (visits[name] ?? 0) > 0).length / names.length
  }
  expect(Object.keys(reached.rejections)).toEqual(expect.arrayContaining(Object.keys(deliveryRejections)))
  expect(visited(reached.events, offeringEvents)).toBeGreaterThan(0.4)
  expect(visited(reached.rejections, offeringRejections)).toBeGreaterThan(0.4)
})

test('a ledger with warm states decides as the pure functions do from the whole log', () => {
  fc.assert(
    fc.property(lives, ({ steps, events }) => {
      const ledger = createLedger(training)
      for (const { by, command, answer, before } of steps) {
        const past = events.slice(0, before)
        if (by === 'host') expect(ledger.execute(command)).toEqual(training.decide(command, past))
        else expect(ledger.executeForPolicy(command)).toEqual(training.decideForPolicy(command, past).verdict)
        expect(answer._tag).not.toBe('Thrown')
      }
      expect(ledger.events()).toEqual(events)
      expect(
        createLedger(training, { events: JSON.parse(JSON.stringify(events)) }).project(seatAllocation),
      ).toEqual(ledger.project(seatAllocation))
    }),
    { numRuns: 10 },
  )
})

test('the shown scenario of a story says what happened', () => {
  const shown = fc.sample(lives, { numRuns: 5, seed: 4 }).flatMap(({ events, steps }) => {
    const last = steps.findLast(
      ({ by, answer }) => by === 'host' && answer._tag === 'Right' && answer.right.length > 0,
    )
    return last?.answer._tag === 'Right' ? [{ events, last, happened: last.answer.right }] : []
  })
  expect(shown).not.toEqual([])
  for (const { events, last, happened } of shown)
    scenario(training)
      .given(...events.slice(0, last.before))
      .when(last.command as never)
      .then(...happened)
})
