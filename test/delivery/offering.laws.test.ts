/** What is always so of a class and what it books; and that these lives visit every rule about a class. */
import {
  assemble,
  catalog,
  delivery,
  deliveryEvents,
  needs,
  offering,
  planning,
  planningEvents,
  resources,
  seatAllocation,
  slotsIn,
} from 'training-ops'
import {
  type Look,
  lawsOf,
  races,
  reach,
  type StoryOptions,
  scenario,
  stories,
  universe,
} from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { offeringCommands } from '../../src/delivery/commands/offering.ts'
import { offeringEvents } from '../../src/delivery/events/offering.ts'
import type { Session } from '../../src/delivery/events.ts'
import { bookable } from '../../src/delivery/offering/bookable.ts'
import { bookingsOf, slotOf } from '../../src/delivery/offering/booking.ts'
import { offeringRejections } from '../../src/delivery/rejections/offering.ts'
import { onTheBooks, staffed, staffedClass } from './a-staffed-class.ts'
import { at, monday, schedule, training, tuesday } from './an-offering.ts'

const days = ['2026-03-02', '2026-04-06', '2026-04-07']
const by = (session: object, more: object) => ({ ...session, ...more })
const later = { start: '2026-04-06T02:00:00.000Z', end: '2026-04-06T08:00:00.000Z' }
const base = {
  offeringId: ['o-1', 'o-2'],
  sessionId: [monday.sessionId, tuesday.sessionId],
  learnerId: 2,
  courseId: ['selling'],
  courseIds: [['selling']],
  programId: 1,
  title: ['Selling'],
  'ScheduleOffering.capacity': [{ min: 0, max: 2 }, { min: 0 }, { min: 1, max: 1 }],
  'ChangeCapacity.capacity': [{ min: 0, max: 2 }, { min: 0 }, { min: 1, max: 1 }],
  'ScheduleOffering.kind': ['course', 'course', 'knowledgeSharing'],
  modality: ['classroom'],
  completionRule: [{ require: 'all', of: [] }],
  approval: ['automatic'],
  employment: [{ hiredOn: '2020-01-01' }],
  enrolmentOpens: ['2026-04-05T00:00:00.000Z', '2026-05-01T00:00:00.000Z'],
  enrolmentCloses: [monday.start],
  withdrawalDeadline: [monday.start],
  trainerId: ['zhou', 'mei'],
  replacementId: ['mei', 'zhou'],
  sessionIds: [[monday.sessionId], [tuesday.sessionId], [monday.sessionId, tuesday.sessionId]],
  actualStart: [monday.start],
  actualEnd: ['2026-04-06T09:00:00.000Z', monday.start],
}

/** Two classes want the same trainers, hall and projector. */
const staffing: StoryOptions = {
  in: universe(
    {
      ...base,
      resourceId: ['zhou', 'mei', 'hall', 'projector'],
      'RegisterResource.kind': ['trainer', 'venue', 'equipment', 'equipment', 'expert'],
      bufferMinutes: [0, 30],
      validUntil: ['2026-04-06T04:00:00.000Z', '2027-01-01T00:00:00.000Z'],
      'ScheduleOffering.sessions': [
        [by(monday, { trainerIds: ['zhou'] })],
        [by(monday, { trainerIds: ['mei'] }), by(tuesday, { trainerIds: ['zhou'] })],
        [by(monday, { venueId: 'hall' }), tuesday],
        [by(monday, { equipmentIds: ['projector'] })],
        [by(monday, { equipmentIds: ['projector'] })],
        [monday, tuesday],
        staffed.sessions,
      ],
      session: [
        by(monday, later),
        by(monday, { ...later, trainerIds: ['mei'] }),
        by(tuesday, { venueId: 'hall' }),
        by(tuesday, { trainerIds: ['zhou', 'mei'], equipmentIds: ['projector'] }),
      ],
    },
    { days: ['2026-03-02', '2026-03-31'] },
  ),
  upTo: 45,
  only: [
    ...['RegisterResource', 'QualifyTrainer', 'SuspendResource', 'ReinstateResource', 'RetireResource'],
    ...['ScheduleOffering', 'AssignTrainer', 'UnassignTrainer', 'ReplaceTrainer', 'BriefTrainer'],
    ...['ReportTrainerPreparation', 'AddSession', 'RescheduleSession', 'CancelSession', 'CancelOffering'],
    ...['OpenEnrolment', 'RequestEnrolment', 'AnnounceOffering'],
  ],
  often: {
    RegisterResource: 14,
    QualifyTrainer: 8,
    SuspendResource: 0.1,
    RetireResource: 0.05,
    ReinstateResource: 0.3,
    ScheduleOffering: 14,
    AssignTrainer: 8,
    ReplaceTrainer: 3,
    RescheduleSession: 4,
    AddSession: 2,
    CancelSession: 0.7,
    CancelOffering: 0.3,
    AnnounceOffering: 0.2,
  },
}

/** One class, from its first task to its last session. */
const running: StoryOptions = {
  in: universe(
    {
      ...base,
      offeringId: ['o-1'],
      'ScheduleOffering.sessions': [[monday, tuesday], [monday], [monday, by(tuesday, later)]],
      'ScheduleOffering.capacity': [{ min: 0, max: 2 }, { min: 1 }, { min: 3, max: 2 }],
      session: [by(tuesday, { start: '2026-04-07T02:00:00.000Z' }), tuesday],
      taskId: ['manuals', 'seatAllocation'],
      incidentId: ['i-1', 'i-2'],
      dueAt: ['2026-04-02T09:00:00.000Z', '2026-04-06T09:00:00.000Z'],
      starts: [monday.start, tuesday.start],
      observed: [{ count: 3 }, { rating: 4 }],
    },
    { days },
  ),
  upTo: 60,
  invalidRatio: 0.3,
  only: [...Object.keys(offeringCommands).filter((one) => !one.includes('Trainer')), 'RequestEnrolment'],
  often: {
    ScheduleOffering: 8,
    OpenEnrolment: 8,
    RequestEnrolment: 3,
    ConfirmOffering: 8,
    PlanTask: 2,
    CompleteTask: 4,
    DeliverSession: 6,
    RecordInteraction: 4,
    CorrectInteraction: 6,
    ReportIncident: 3,
    ResolveIncident: 5,
    AnnounceOffering: 0.2,
    CancelOffering: 0.05,
    VoidOffering: 0.1,
    CancelSession: 0.5,
    RescheduleSession: 0.5,
  },
}

/** A course that is published, revised and retired, and a hall that is too small. */
const offered: StoryOptions = {
  in: universe(
    {
      ...base,
      version: [1, 2],
      courseVersion: [1, 2],
      prerequisiteIds: [[]],
      prerequisiteAlternatives: [[]],
      prerequisiteVersions: [[]],
      successorId: ['course-2'],
      resourceId: ['hall'],
      'RegisterResource.kind': ['venue'],
      'RegisterResource.capacity': [1],
      'ScheduleOffering.capacity': [{ min: 0, max: 2 }],
      'ScheduleOffering.sessions': [[by(monday, { venueId: 'hall' })], [monday]],
    },
    { days: ['2026-03-02'] },
  ),
  upTo: 12,
  only: ['DraftCourse', 'PublishCourseVersion', 'RetireCourse', 'RegisterResource', 'ScheduleOffering'],
  often: { DraftCourse: 4, PublishCourseVersion: 6, ScheduleOffering: 6, RegisterResource: 2 },
}

const offeredLives = stories(training, offered)
const staffingLives = stories(training, staffing)
const runningLives = stories(training, running)

const overlapping = (one: { start: string; end: string }, other: { start: string; end: string }) =>
  one.start < other.end && other.start < one.end

const slotsOf = (look: Look) =>
  Object.values(look(bookable)).flatMap(({ slots }) => Object.keys(slotsIn(slots)))

const nothingIsInTwoPlaces = (look: Look) =>
  Object.values(look(bookable)).every(({ slots: byMonth }) => {
    const slots = Object.values(slotsIn(byMonth))
    return slots.every((one, position) =>
      slots.slice(position + 1).every((other) => !overlapping(one, other)),
    )
  })

describe('a class and what it books keep their laws', () => {
  const laws = lawsOf(training, {
    lives: staffingLives,
    runs: 12,
    settled: {
      'nobody and nothing is in two places at once': nothingIsInTwoPlaces,
      'a class holds the slots of its sessions, and a cancelled one holds none': (look) => {
        const wanted = Object.entries(look(offering)).flatMap(([offeringId, { status, sessions }]) =>
          status === 'cancelled'
            ? []
            : (sessions as readonly Session[])
                .flatMap(bookingsOf)
                .map((booking) => slotOf(offeringId, booking)),
        )
        return [...slotsOf(look)].sort().join(' ') === wanted.sort().join(' ')
      },
      'nobody sits in a class that is cancelled': (look) =>
        Object.entries(look(offering)).every(
          ([offeringId, { status }]) =>
            status !== 'cancelled' || look(seatAllocation)[offeringId]?.enrolled === 0,
        ),
    },
    until: {
      'a class that is over': {
        of: offering,
        is: ({ status }) => status === 'completed' || status === 'cancelled',
      },
    },
  })
  for (const { name, check } of laws) test(name, check)

  const whileItRuns = lawsOf(training, {
    lives: runningLives,
    runs: 8,
  })
  for (const { name, check } of whileItRuns) test(`while it runs: ${name}`, check)
})

test('the lives visit every command, event and refusal about a class', () => {
  const only = [offeringCommands, offeringEvents, offeringRejections]
    .flatMap((declared) => Object.keys(declared))
    .filter((name) => name !== 'LastSessionHeld') // rare: test/delivery/sessions.test.ts tells it
  reach([staffingLives, runningLives, offeredLives], training, { only, runs: 3000, seed: 2 }).mustBeWhole()
})

describe('hosts that book at once', () => {
  const given = [
    { type: 'RegisterResource', data: { at, resourceId: 'zhou', kind: 'trainer', title: 'Zhou' } },
    { type: 'QualifyTrainer', data: { at, resourceId: 'zhou', courseIds: ['selling'], level: 'qualified' } },
  ]
  const aClass = (offeringId: string) => ({
    ...schedule,
    offeringId,
    sessions: [{ ...monday, sessionId: `${offeringId}-m` }],
  })
  test('never put a trainer in two classes at once, whichever way they ask', () => {
    const race = races(training, {
      given: [
        ...given,
        { type: 'ScheduleOffering', data: aClass('o-2') },
        { type: 'ScheduleOffering', data: aClass('o-3') },
      ],
      racing: [
        {
          type: 'ScheduleOffering',
          data: { ...aClass('o-1'), sessions: [{ ...monday, trainerIds: ['zhou'] }] },
        },
        { type: 'AssignTrainer', data: { at, offeringId: 'o-2', trainerId: 'zhou' } },
        {
          type: 'RescheduleSession',
          data: { at, offeringId: 'o-3', session: { ...monday, sessionId: 'o-3-m', trainerIds: ['zhou'] } },
        },
        {
          type: 'ReserveSlot',
          data: { at, resourceId: 'zhou', slotId: 'meeting', start: monday.start, end: monday.end },
        },
      ],
      always: { 'nobody and nothing is in two places at once': nothingIsInTwoPlaces },
      orders: 300,
    })
    race.mustHold()
    expect(race.without.lost.length).toBeGreaterThan(0)
  })
  test('may cancel a class while a trainer is assigned to it: nothing stays held', () => {
    races(training, {
      given: [...given, { type: 'ScheduleOffering', data: aClass('o-2') }],
      racing: [
        { type: 'AssignTrainer', data: { at, offeringId: 'o-2', trainerId: 'zhou' } },
        { type: 'CancelOffering', data: { at, offeringId: 'o-2', cause: 'other' } },
      ],
      always: {
        'a cancelled class holds nothing': (look) =>
          look(offering)['o-2']?.status !== 'cancelled' || slotsOf(look).length === 0,
      },
    }).mustHold()
  })
})

test.each(['cancelled', 'voided'])(
  'a %s class holds no money: what was promised for it and not yet spent is free again',
  (ending) => {
    const whole = scenario(assemble([needs, planning, catalog, resources, delivery], {}, { trusted: true }))
    const promise = { at, planId: 'plan', lineId: 'l-1', offeringId: 'o-1' }
    const cny = (minor: number) => ({ minor, currency: 'CNY' })
    const promised = (commitmentId: string, minor: number) =>
      planningEvents.make.FundsCommitted({ ...promise, commitmentId, amount: cny(minor) })
    const spent = planningEvents.make.CostPosted({
      ...promise,
      commitmentId: 'spent',
      settled: 500_00,
      category: 'venue',
      amount: cny(500_00),
      invoice: 'i-1',
    })
    const released = planningEvents.make.CommitmentReleased({
      ...promise,
      commitmentId: 'given-back',
      amount: cny(100_00),
    })
    const cancelled =
      ending === 'cancelled'
        ? deliveryEvents.make.OfferingCancelled({ at, offeringId: 'o-1', cause: 'other' })
        : deliveryEvents.make.OfferingVoided({
            ...{ at, offeringId: 'o-1', correctedBy: 'lin', reason: 'Entered twice', held: [] },
          })
    whole
      .given(
        promised('open', 900_00),
        promised('spent', 500_00),
        promised('half', 300_00),
        promised('given-back', 100_00),
        spent,
        released,
        { ...spent, data: { ...spent.data, commitmentId: 'half', invoice: 'i-2', settled: 100_00 } },
        cancelled,
      )
      .whenHappened(cancelled)
      .thenCommands(
        ...['open', 'half'].map((commitmentId) => ({
          type: 'ReleaseCommitment',
          data: { at, planId: 'plan', commitmentId },
        })),
      )
  },
)

test('no money is promised for a class that is cancelled already: it is free again at once', () => {
  const whole = scenario(assemble([needs, planning, catalog, resources, delivery], {}, { trusted: true }))
  const promised = (offeringId: string) =>
    planningEvents.make.FundsCommitted({
      at,
      planId: 'plan',
      lineId: 'l-1',
      commitmentId: 'late',
      amount: { minor: 900_00, currency: 'CNY' },
      offeringId,
    })
  const cancelled = deliveryEvents.make.OfferingCancelled({ at, offeringId: 'o-1', cause: 'other' })
  whole
    .given(cancelled, promised('o-1'))
    .whenHappened(promised('o-1'))
    .thenCommands({ type: 'ReleaseCommitment', data: { at, planId: 'plan', commitmentId: 'late' } })
  whole.given(cancelled, promised('o-2')).whenHappened(promised('o-2')).thenCommands()
})

test('what a class has booked is not freed or booked by hand', () => {
  const story = scenario(training)
  const slot = { at, resourceId: 'zhou', slotId: `o-1.${monday.sessionId}.zhou` }
  const refused = {
    code: 'SlotHeldByOffering' as const,
    slotId: slot.slotId,
    offeringId: 'o-1',
    sessionId: monday.sessionId,
  }
  story
    .given(...staffedClass)
    .when({ type: 'ReleaseSlot', data: slot })
    .thenRejected(refused)
  const { sessionId, start, end } = monday
  story
    .given(...onTheBooks)
    .when({ type: 'ReserveSlot', data: { ...slot, offeringId: 'o-1', sessionId, start, end } })
    .thenRejected(refused)
})
