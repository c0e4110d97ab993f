/** S1 to S7 of the model, on lives in which many want few seats, on every kind of terms. */
import { enrolment, learnerCalendar, offering, seatAllocation, seatsOf } from 'training-ops'
import { type Look, lawsOf, reach } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { training } from './an-offering.ts'
import { crowded, everyWayIn, offered } from './lives.ts'

type Told = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }
const places = (look: Look) => Object.values(look(seatAllocation)).map(seatsOf)
const departmentOf = (look: Look, offeringId: string, learnerId: string) =>
  look(enrolment)[`${offeringId} ${learnerId}`]?.asked.department

/** Everybody on the list falls under a quota that is used up. */
const everybodyIsHeldBack = (look: Look, offeringId: string): boolean => {
  const seating = look(seatAllocation)[offeringId] ?? seatAllocation.initial()
  const { enrolled, offered, waitlisted } = seatsOf(seating)
  const from = (learnerId: string) => departmentOf(look, offeringId, learnerId)
  return waitlisted.every((waiting) =>
    seating.quotas.some(
      ({ segment: { department }, max }) =>
        department === from(waiting) &&
        [...enrolled, ...offered].filter((one) => from(one) === department).length >= max,
    ),
  )
}

/** Who moves up next, told from the events alone. */
const movedUpInOrder = (look: Look, events: readonly Told[]): boolean | string => {
  const terms = new Map<string, string>()
  const lines = new Map<string, string[]>()
  const priorities = new Map<string, number>()
  const departments = new Map<string, unknown>()
  for (const { type, data } of events) {
    const offeringId = data.offeringId as string
    const learnerId = data.learnerId as string
    const attempt = `${offeringId} ${learnerId}`
    const line = lines.get(offeringId) ?? []
    if (type === 'EnrolmentTermsSet') terms.set(offeringId, data.waitlist as string)
    if (type === 'EnrolmentRequested') {
      priorities.set(attempt, (data.priority as number | undefined) ?? 0)
      departments.set(attempt, data.department)
    }
    if (type === 'LearnerWaitlisted') line.push(learnerId)
    if (type === 'LotteryDrawn') line.sort((a, b) => rankIn(data.ranking, a) - rankIn(data.ranking, b))
    // who accepts was next when the seat was offered
    if (type === 'SeatOffered' || (type === 'LearnerPromoted' && line.includes(learnerId))) {
      const mine = priorities.get(attempt) ?? 0
      const before = line.filter((one, at) => {
        const theirs = priorities.get(`${offeringId} ${one}`) ?? 0
        return terms.get(offeringId) === 'priority'
          ? theirs > mine || (theirs === mine && at < line.indexOf(learnerId))
          : at < line.indexOf(learnerId)
      })
      // by the department they asked from then: who asks again may do so from another
      const sameQuota = before.filter(
        (one) => departments.get(`${offeringId} ${one}`) === departments.get(attempt),
      )
      const quotas = look(seatAllocation)[offeringId]?.quotas.length ?? 0
      if (quotas === 0 ? before.length > 0 : sameQuota.length > 0) return `${learnerId} before ${before}`
    }
    if (/Promoted|SeatOffered|Withdrew|Transferred|Cancelled/.test(type) && line.includes(learnerId))
      line.splice(line.indexOf(learnerId), 1)
    lines.set(offeringId, line)
  }
  return true
}
const rankIn = (ranking: unknown, learnerId: string) => (ranking as string[]).indexOf(learnerId)

const overlapping = (
  one: { readonly start: string; readonly end: string },
  other: { readonly start: string; readonly end: string },
) => one.start < other.end && other.start < one.end

const laws = [
  { lives: crowded, runs: 20 },
  { lives: offered, runs: 15 },
].map(({ lives, runs }) =>
  lawsOf(training, {
    lives,
    runs,
    always: {
      'S1 and S5: never more enrolled than there are seats': (look) =>
        places(look).every(
          ({ enrolled, offered, max }) => max === undefined || enrolled.length + offered.length <= max,
        ),
      'S1: nor more of a segment than its quota': (look) =>
        Object.entries(look(seatAllocation)).every(([offeringId, seating]) =>
          seating.quotas.every(
            ({ segment, max }) =>
              [...seatsOf(seating).enrolled, ...seatsOf(seating).offered].filter(
                (one) => departmentOf(look, offeringId, one) === segment.department,
              ).length <= max,
          ),
        ),
      'S2: nobody both enrolled and waiting, nobody twice': (look) =>
        places(look).every(({ enrolled, offered, waitlisted, requested }) => {
          const everybody = [...enrolled, ...offered, ...waitlisted, ...requested]
          return new Set(everybody).size === everybody.length
        }),
      'S6: who has a place is who asked and has not left': (look) => {
        const attempts = Object.entries(look(enrolment))
        return Object.entries(look(seatAllocation)).every(([offeringId, seating]) => {
          const held = attempts.filter(
            ([subject, { status }]) =>
              subject.startsWith(`${offeringId} `) &&
              ['requested', 'enrolled', 'offered', 'waitlisted', 'completed', 'failed', 'noShow'].includes(
                status,
              ),
          )
          const { enrolled, offered, waitlisted, requested } = seating
          return held.length === enrolled + offered + waitlisted + requested
        })
      },
    },
    settled: {
      'S3: nobody waits while a seat they may have is free and the class has not begun': (look, events) => {
        const now =
          events
            .map(({ data }) => data.at as string)
            .sort()
            .at(-1) ?? ''
        return Object.entries(look(seatAllocation)).every(
          ([offeringId, { enrolled, offered, max, order, drawn }]) => {
            const full = max !== undefined && enrolled + offered >= max
            const { status, sessions } = look(offering)[offeringId] ?? offering.initial()
            const hasBegun =
              ['running', 'completed'].includes(status) || sessions.some(({ start }) => start <= now)
            return (
              full || hasBegun || (order === 'lottery' && !drawn) || everybodyIsHeldBack(look, offeringId)
            )
          },
        )
      },
      'S4: whoever moved up was the next': movedUpInOrder as never,
      'S7: nobody has two places, sitting or in line, at the same hours': (look) =>
        Object.values(look(learnerCalendar)).every(({ booked, waiting }) => {
          const all = [...booked, ...waiting]
          return !all.some((one, at) =>
            all
              .slice(at + 1)
              .some((other) => one.sessions.some((a) => other.sessions.some((b) => overlapping(a, b)))),
          )
        }),
    },
    until: {
      'a cancelled offering': { of: offering, is: ({ status }) => status === 'cancelled' },
    },
  }),
)

describe('the seats keep their laws', () => {
  for (const [nth, those] of laws.entries())
    describe(nth === 0 ? 'where many want few seats' : 'where seats are offered', () => {
      for (const { name, check } of those)
        if (/^S\d/.test(name) || (nth === 0 && name.includes('cancelled'))) test(name, check)
    })
  test('which are put to the test: people wait, move up, are drawn and are transferred', () => {
    const only = [
      'LearnerWaitlisted',
      'LearnerPromoted',
      'LotteryDrawn',
      'EnrolmentTransferred',
      'ScheduleConflict',
    ]
    reach([crowded, everyWayIn], training, { only, runs: 400, seed: 7 }).mustBeWhole()
  })
  test('and seats that are offered are accepted, declined and lapse', () => {
    const { events } = reach(offered, training, { runs: 25, seed: 7 })
    for (const type of ['SeatOffered', 'SeatOfferAccepted', 'SeatOfferDeclined', 'SeatOfferLapsed'])
      expect(events[type]).toBeGreaterThan(0)
  })
})
