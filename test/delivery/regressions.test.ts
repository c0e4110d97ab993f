/** Real bugs of other systems (landscape, item 6), told as stories; and hosts that act at the same time. */
import {
  type CommandOf,
  createLedger,
  enrolment,
  isAccepted,
  learnerCalendar,
  offering,
  seatAllocation,
  seatsOf,
} from 'training-ops'
import { type Look, races } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { at, offeringId, request, schedule, training, tuesday } from './an-offering.ts'

type Asked = CommandOf<typeof training>
const { completionRule, sessions } = schedule
const scheduling = (id: string, more: object = {}) => ({
  type: 'ScheduleOffering',
  data: { ...schedule, offeringId: id, ...more },
})
const opening = (id: string) => ({ type: 'OpenEnrolment', data: { at, offeringId: id } })
const asking = (learnerId: string, id = offeringId) => ({
  type: 'RequestEnrolment',
  data: { ...request(learnerId), offeringId: id },
})
const leaving = (learnerId: string, id = offeringId) => ({
  type: 'WithdrawEnrolment',
  data: { at, offeringId: id, learnerId },
})
const host = () => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = ({ type, data }: { type: string; data: object }) =>
    ledger.executeWithPolicies({ type, data, metadata: { commandId: `c-${++asked}` } } as unknown as Asked)
  return { ledger, ask }
}

describe('a bug of another system', () => {
  test('bulk approval overbooks: a host that approves a whole list in a loop fills the seats and no more', () => {
    const { ledger, ask } = host()
    ask(scheduling(offeringId, { approval: 'required', capacity: { min: 1, max: 3 } }))
    ask(opening(offeringId))
    const learners = Array.from({ length: 12 }, (_, at) => `learner-${at}`)
    for (const learner of learners) ask(asking(learner))
    const answers = learners.map((learnerId) => {
      const [own] = ask({ type: 'ApproveEnrolment', data: { at, offeringId, learnerId, approvedBy: 'boss' } })
      return own !== undefined && isAccepted(own.verdict) ? own.verdict.right.map(({ type }) => type) : []
    })
    expect(answers.flat()).toEqual([
      ...Array.from({ length: 3 }, () => 'LearnerEnrolled'),
      ...Array.from({ length: 9 }, () => 'LearnerWaitlisted'),
    ])
    expect(seatsOf(ledger.project(seatAllocation)[offeringId] ?? seatAllocation.initial())).toMatchObject({
      enrolled: learners.slice(0, 3),
      waitlisted: learners.slice(3),
    })
  })
  test('result submission resets statuses: a result changes where nobody and nothing stands', () => {
    const { ledger, ask } = host()
    const test = { kind: 'result', instrumentId: 'test', mastery: 600 }
    ask(
      scheduling(offeringId, {
        completionRule: { require: 'all', of: [test] },
        capacity: { min: 1, max: 3 },
      }),
    )
    ask(opening(offeringId))
    for (const learner of ['ada', 'bob', 'cyd']) ask(asking(learner))
    ask({ type: 'ConfirmOffering', data: { at, offeringId } })
    for (const { sessionId, start, end } of sessions)
      ask({
        type: 'DeliverSession',
        data: { at: end, offeringId, sessionId, actualStart: start, actualEnd: end },
      })
    const result = (learnerId: string, attempt: number) => ({
      type: 'RecordResult',
      data: { at: tuesday.end, offeringId, learnerId, instrumentId: 'test', attempt, scaled: 700 },
    })
    ask(result('ada', 1))
    ask({ type: 'CompleteOffering', data: { at: tuesday.end, offeringId } })
    ask({ type: 'CloseEnrolment', data: { at: tuesday.end, offeringId, learnerId: 'ada' } })
    const standing = () => [
      ledger.project(offering)[offeringId]?.status,
      ...['ada', 'bob', 'cyd'].map((one) => ledger.project(enrolment)[`${offeringId} ${one}`]?.status),
    ]
    const before = standing()
    ask(result('bob', 1))
    expect(before).toEqual(['completed', 'completed', 'enrolled', 'enrolled'])
    expect(standing()).toEqual(before)
    ask(result('ada', 2))
    expect(standing()).toEqual(before)
  })
})

const overlap = (a: { start: string; end: string }, b: { start: string; end: string }) =>
  a.start < b.end && b.start < a.end
const always = {
  'S1: no more enrolled than seats': (look: Look) =>
    Object.values(look(seatAllocation)).every(({ enrolled, max }) => max === undefined || enrolled <= max),
  'S3: nobody waits before an empty seat': (look: Look) =>
    Object.values(look(seatAllocation)).every(
      ({ enrolled, waitlisted, max }) => waitlisted === 0 || (max !== undefined && enrolled >= max),
    ),
  'S7: nobody is in two places, sitting or in line': (look: Look) =>
    Object.values(look(learnerCalendar)).every(({ booked, waiting }) => {
      const all = [...booked, ...waiting]
      return !all.some((one, at) =>
        all
          .slice(at + 1)
          .some((other) => one.sessions.some((a) => other.sessions.some((b) => overlap(a, b)))),
      )
    }),
}
const approving = (learnerId: string, id = offeringId) => ({
  type: 'ApproveEnrolment',
  data: { at, offeringId: id, learnerId, approvedBy: 'boss' },
})
const byApproval = { approval: 'required', capacity: { min: 0, max: 1 }, completionRule }
const two = [
  scheduling(offeringId, byApproval),
  opening(offeringId),
  scheduling('o-2', byApproval),
  opening('o-2'),
]

describe('hosts that act at the same time', () => {
  test('give one seat to one of those who are approved at once', () => {
    const race = races(training, {
      given: [...two.slice(0, 2), asking('ada'), asking('bob'), asking('cyd')],
      racing: [approving('ada'), approving('bob'), approving('cyd')],
      orders: 560, // of 1,680
      always,
    })
    race.mustHold()
    expect(race.without.lost.length).toBeGreaterThan(0)
  })
  test('never seat a learner in two classes that clash, nor let them wait for both', () => {
    const race = races(training, {
      given: [...two, asking('ada'), asking('ada', 'o-2')],
      racing: [approving('ada'), approving('ada', 'o-2')],
      always,
    })
    race.mustHold()
    expect(race.without.lost.length).toBeGreaterThan(0)
  })
  test('never move up, from the list of one class, whoever takes a seat in another that clashes', () => {
    const race = races(training, {
      given: [...two, asking('bob'), approving('bob'), asking('ada'), approving('ada'), asking('ada', 'o-2')],
      racing: [leaving('bob'), approving('ada', 'o-2')],
      // without conditions a policy would mend in the end what the rules let through
      policies: false,
      always,
    })
    race.mustHold()
    expect(race.without.lost.length).toBeGreaterThan(0)
  })
  test('hand on a seat once, when its holder leaves and is transferred at once', () => {
    const later = scheduling('o-3', {
      ...byApproval,
      sessions: [{ ...tuesday, start: '2026-05-04T01:00:00.000Z', end: '2026-05-04T09:00:00.000Z' }],
    })
    races(training, {
      given: [
        ...[...two.slice(0, 2), later, opening('o-3')],
        ...[
          asking('ada'),
          approving('ada'),
          asking('bob'),
          approving('bob'),
          asking('cyd'),
          approving('cyd'),
        ],
      ],
      racing: [
        leaving('ada'),
        { type: 'TransferEnrolment', data: { at, offeringId, toOfferingId: 'o-3', learnerId: 'ada' } },
        leaving('bob'),
      ],
      orders: 560,
      always,
    }).mustHold()
  })
})

test('2,000 people ask for 40 seats: 40 sit, the others wait in the order they came', () => {
  const { ledger, ask } = host()
  ask(scheduling(offeringId, { capacity: { min: 1, max: 40 } }))
  ask(opening(offeringId))
  const people = Array.from({ length: 2000 }, (_, at) => `learner-${at}`)
  for (const learner of people) ask(asking(learner))
  const { enrolled, waitlisted } = seatsOf(
    ledger.project(seatAllocation)[offeringId] ?? seatAllocation.initial(),
  )
  expect(enrolled).toEqual(people.slice(0, 40))
  expect(waitlisted).toEqual(people.slice(40))
})
