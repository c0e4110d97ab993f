/** S1 to S7 of the model, and the laws of any workflow, on plausible lives of the delivery room. */
import { deliveryEvents, enrolment, offering, seats } from 'training-ops'
import { lawsOf, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { seating, those } from '../../src/delivery/enrolment/places.ts'
import { monday, training, tuesday } from './an-offering.ts'

const world = universe({
  offeringId: 2,
  learnerId: 5,
  sessionId: 2,
  courseId: 1,
  programId: 1,
  trainerId: 1,
  venueId: 1,
  instrumentId: 1,
})
/** Short classes that can be completed and failed. */
const short = universe(
  {
    offeringId: 2,
    learnerId: 4,
    courseId: 1,
    programId: 1,
    instrumentId: 1,
    sessionId: [monday.sessionId, tuesday.sessionId],
    'ScheduleOffering.sessions': [[monday], [tuesday]],
    'ScheduleOffering.approval': ['automatic'],
    capacity: [
      { min: 0, max: 1 },
      { min: 0, max: 2 },
    ],
    completionRule: [
      { require: 'all', of: [{ kind: 'attendance', atLeast: 9000 }] },
      { require: 'all', of: [{ kind: 'result', instrumentId: 'instrument-1', mastery: 600 }] },
    ],
    enrolmentCloses: [monday.start],
    withdrawalDeadline: [monday.start],
    employment: [{ hiredOn: '2020-01-01' }],
    minutes: [0, 60, 480],
    actualStart: [monday.start],
    actualEnd: [monday.end],
  },
  { days: ['2026-03-02', '2026-04-08'] },
)
/** Two classes at the same hours, a seat or two in each, and three people. */
const crowded = stories(training, {
  in: universe(
    {
      offeringId: 2,
      learnerId: 3,
      courseId: 1,
      programId: 1,
      'ScheduleOffering.sessions': [[monday]],
      'ScheduleOffering.approval': ['automatic'],
      'ScheduleOffering.capacity': [{ min: 0, max: 1 }],
      'ChangeCapacity.capacity': [{ min: 0, max: 2 }],
      enrolmentCloses: [monday.start],
      withdrawalDeadline: [monday.start],
      employment: [{ hiredOn: '2020-01-01' }],
    },
    { days: ['2026-03-02'] },
  ),
  upTo: 40,
  mischief: 0,
  only: ['ScheduleOffering', 'OpenEnrolment', 'RequestEnrolment', 'WithdrawEnrolment', 'ChangeCapacity'],
  often: {
    ScheduleOffering: 20,
    OpenEnrolment: 20,
    RequestEnrolment: 12,
    WithdrawEnrolment: 2,
    ChangeCapacity: 0.3,
  },
})
const overlapping = (one: typeof monday, other: typeof monday) =>
  one.start < other.end && other.start < one.end

const lives = stories(training, {
  in: world,
  upTo: 40,
  often: { RequestEnrolment: 6, WithdrawEnrolment: 3, CancelOffering: 0.2 },
})

const over = ['completed', 'failed', 'noShow', 'cancelled'] as const

const laws = lawsOf(training, {
  lives,
  runs: 25,
  always: {
    'S1 and S5: never more enrolled than there are seats': (look) =>
      Object.values(look(seats)).every(({ enrolled, max }) => max === undefined || enrolled.length <= max),
    'what decisions know of the seats is what a screen shows': (look) => {
      const known = look(seating)
      return Object.entries(look(seats)).every(([offeringId, shown]) => {
        const one = known[offeringId]
        return (['enrolled', 'waitlist', 'noSeatYet'] as const).every(
          (as) =>
            one !== undefined &&
            one[as] === shown[as].length &&
            those(one, as).join(' ') === shown[as].join(' ') &&
            one.max === shown.max,
        )
      })
    },
    'S2: nobody both enrolled and waiting, nobody twice': (look) =>
      Object.values(look(seats)).every(({ enrolled, waitlist, noSeatYet }) => {
        const everybody = [...enrolled, ...waitlist, ...noSeatYet]
        return new Set(everybody).size === everybody.length
      }),
    'S6: who has a place is who asked and has not left': (look) => {
      const attempts = Object.entries(look(enrolment))
      return Object.entries(look(seats)).every(([offeringId, { enrolled, waitlist }]) => {
        const held = attempts.filter(
          ([subject, { status }]) =>
            subject.startsWith(`${offeringId} `) &&
            ['enrolled', 'waitlisted', 'completed', 'failed', 'noShow'].includes(status),
        )
        return held.length === enrolled.length + waitlist.length
      })
    },
  },
  settled: {
    'S3: nobody waits while a seat is free and the class has not begun': (look) => {
      const offerings = look(offering)
      return Object.entries(look(seats)).every(
        ([offeringId, { enrolled, waitlist, max }]) =>
          waitlist.length === 0 ||
          (max !== undefined && enrolled.length >= max) ||
          ['running', 'completed'].includes(offerings[offeringId]?.status ?? ''),
      )
    },
    'S4: whoever moved up had waited longest': (look, events) => {
      const waiting = new Map<string, string[]>()
      for (const { type, data } of events as readonly {
        type: string
        data: { offeringId: string; learnerId: string }
      }[]) {
        const line = waiting.get(data.offeringId) ?? []
        waiting.set(data.offeringId, line)
        if (type === 'LearnerWaitlisted') line.push(data.learnerId)
        if (type === 'LearnerPromoted' && line.shift() !== data.learnerId) return false
        if (type === 'LearnerWithdrew' || type === 'EnrolmentCancelled')
          waiting.set(
            data.offeringId,
            line.filter((one) => one !== data.learnerId),
          )
      }
      return look(seats) !== undefined
    },
  },
  until: {
    'an attempt that ended': { of: enrolment, is: ({ status }) => over.some((one) => one === status) },
    'an offering that is over': { of: offering, is: ({ status }) => status === 'cancelled' },
  },
})

const seven = lawsOf(training, {
  lives: crowded,
  runs: 100,
  always: {
    'S7: nobody sits in two classes at once': (look) => {
      const offerings = look(offering)
      const seated = Object.entries(look(enrolment))
        .filter(([, { status }]) => status === 'enrolled')
        .map(([subject]) => subject.split(' ') as [string, string])
      const sessionsOf = (offeringId: string) => offerings[offeringId]?.sessions ?? []
      return !seated.some(([one, learner]) =>
        seated.some(
          ([other, same]) =>
            one < other &&
            learner === same &&
            sessionsOf(one).some((a) => sessionsOf(other).some((b) => overlapping(a, b))),
        ),
      )
    },
  },
}).filter(({ name }) => name.startsWith('S7'))

describe('the delivery room keeps its laws', () => {
  for (const { name, check } of seven) test(name, check, 30_000)
  test('S7 is put to the test: people wait for one class and get a seat in the other', () => {
    const { events } = reach(crowded, training, { runs: 40, seed: 7 })
    for (const type of ['LearnerWaitlisted', 'LearnerPromoted', 'LearnerWithdrew'])
      expect(events).toHaveProperty(type)
  }, 30_000)
  for (const { name, check } of laws) test(name, check, 30_000)
})

test('the stories reach every event of the room', () => {
  const whole = stories(training, {
    in: short,
    upTo: 60,
    often: {
      ConfirmOffering: 4,
      DeliverSession: 6,
      CloseEnrolment: 6,
      CancelOffering: 0.1,
      WithdrawEnrolment: 0.3,
    },
  })
  const missedBy = [lives, whole].map((kind) => reach(kind, training, { runs: 150, seed: 5 }).missing)
  const never = Object.keys(deliveryEvents.declarations).filter((type) =>
    missedBy.every((missing) => missing.includes(type)),
  )
  expect(never).toEqual([])
}, 30_000)
