/** Who moves up is offered the seat, where the terms say so: held until an instant, accepted, declined, or the next one's. */
import {
  assemble,
  createLedger,
  enrolmentRecord,
  isAccepted,
  lifecycle,
  offeringRecord,
  seatAllocation,
  seatsOf,
  trainingStatistics,
} from 'training-ops'
import { expect, test } from 'vitest'

const hour = { monday: '2026-04-06', zone: 'Asia/Shanghai' }
const march = '2026-03-01T01:00:00.000Z'
const one = {
  sessionId: 's-1',
  start: `${hour.monday}T01:00:00.000Z`,
  end: `${hour.monday}T09:00:00.000Z`,
  zone: hour.zone,
}

const training = assemble(lifecycle, {}, { trusted: true })

/** One seat, taken by ada; bob and cyd wait for it. */
const oneSeat = (terms: object = { seatOfferHours: 48 }, more: object = {}) => {
  const ledger = createLedger(training)
  let n = 0
  const ask = (type: string, data: object) => {
    const outcomes = ledger.executeWithPolicies({
      type,
      data: { at: march, offeringId: 'o-1', ...data },
      metadata: { commandId: `c-${++n}` },
    } as never)
    return outcomes.flatMap(({ verdict }) =>
      isAccepted(verdict)
        ? (verdict.right as readonly { type: string; data: { learnerId?: string } }[]).map(({ type, data }) =>
            `${type} ${data.learnerId ?? ''}`.trim(),
          )
        : [(verdict.left as { code: string }).code],
    )
  }
  ask('ScheduleOffering', {
    courseId: 'c',
    courseVersion: 1,
    title: 'T',
    modality: 'classroom',
    sessions: [one],
    capacity: { min: 0, max: 1 },
    completionRule: { require: 'all', of: [] },
    withdrawalDeadline: '2026-04-01T10:00:00.000Z',
    ...more,
  })
  ask('SetEnrolmentTerms', { lateWithdrawal: 'refused', ...terms })
  ask('OpenEnrolment', {})
  for (const learnerId of ['ada', 'bob', 'cyd']) ask('RequestEnrolment', { learnerId, source: 'self' })
  return {
    ledger,
    ask,
    places: () => seatsOf(ledger.project(seatAllocation)['o-1'] ?? seatAllocation.initial()),
  }
}

test('a seat that comes free is held for the next until an instant, and is neither given nor free meanwhile', () => {
  const { ledger, ask, places } = oneSeat()
  expect(ask('WithdrawEnrolment', { learnerId: 'ada' })).toEqual(['LearnerWithdrew ada', 'SeatOffered bob'])
  expect(ledger.events().at(-1)?.data).toMatchObject({ until: '2026-03-03T01:00:00.000Z' })
  expect(places()).toMatchObject({ enrolled: [], offered: ['bob'], waitlisted: ['cyd'] })
  expect(ask('RequestEnrolment', { learnerId: 'dan', source: 'self' })).toEqual([
    'EnrolmentRequested dan',
    'LearnerWaitlisted dan',
  ])
  expect(ledger.project(enrolmentRecord)['o-1 bob']?.status).toBe('offered')
})

test('who accepts in time has the seat, and who accepts too late does not', () => {
  const { ask, places } = oneSeat()
  ask('WithdrawEnrolment', { learnerId: 'ada' })
  expect(ask('AcceptSeatOffer', { learnerId: 'bob', at: '2026-03-03T01:00:00.000Z' })).toEqual([
    'SeatOfferEnded',
  ])
  expect(ask('AcceptSeatOffer', { learnerId: 'cyd' })).toEqual(['IllegalTransition'])
  expect(ask('AcceptSeatOffer', { learnerId: 'bob', at: '2026-03-03T00:59:00.000Z' })).toEqual([
    'SeatOfferAccepted bob',
    'LearnerPromoted bob',
  ])
  expect(places()).toMatchObject({ enrolled: ['bob'], offered: [], waitlisted: ['cyd'] })
})

test('an offer that is declined, or left unanswered, goes to the next', () => {
  const { ledger, ask, places } = oneSeat()
  ask('WithdrawEnrolment', { learnerId: 'ada' })
  expect(ask('LapseSeatOffer', { learnerId: 'bob', until: '2026-03-03T01:00:00.000Z' })).toEqual([
    'SeatOfferStillOpen',
  ])
  expect(ask('DeclineSeatOffer', { learnerId: 'bob' })).toEqual(['SeatOfferDeclined bob', 'SeatOffered cyd'])
  ledger.advanceTo('2026-03-03T02:00:00.000Z')
  expect(ledger.events().at(-1)).toMatchObject({
    type: 'SeatOfferLapsed',
    data: { learnerId: 'cyd', at: '2026-03-03T01:00:00.000Z' },
  })
  expect(places()).toMatchObject({ enrolled: [], offered: [], waitlisted: [] })
  expect(
    ask('RequestEnrolment', { learnerId: 'cyd', source: 'self', at: '2026-03-04T01:00:00.000Z' }),
  ).toContain('LearnerEnrolled cyd')
})

test('no offer outlasts the beginning of the class', () => {
  const { ledger, ask } = oneSeat({ seatOfferHours: 48, lateWithdrawal: 'recorded' })
  ask('WithdrawEnrolment', { learnerId: 'ada', at: '2026-04-05T01:00:00.000Z' })
  expect(ledger.events().at(-1)).toMatchObject({ type: 'SeatOffered', data: { until: one.start } })
  ledger.advanceTo('2026-04-06T02:00:00.000Z')
  expect(ledger.events().at(-1)).toMatchObject({ type: 'SeatOfferLapsed', data: { learnerId: 'bob' } })
})

test('a capacity below the seats that are held is refused, and a cancelled class takes offers back', () => {
  const { ledger, ask } = oneSeat({ seatOfferHours: 48 }, { capacity: { min: 0, max: 2 } })
  ask('WithdrawEnrolment', { learnerId: 'ada' })
  expect(ask('ChangeCapacity', { capacity: { min: 0, max: 1 } })).toEqual(['CapacityBelowEnrolled'])
  ask('CancelOffering', { cause: 'other' })
  expect(ledger.project(enrolmentRecord)['o-1 cyd']?.status).toBe('cancelled')
})

test('the hours of a seat that is held are taken', () => {
  const { ask } = oneSeat()
  ask('WithdrawEnrolment', { learnerId: 'ada' })
  ask('ScheduleOffering', {
    offeringId: 'o-2',
    courseId: 'c',
    courseVersion: 1,
    title: 'T',
    modality: 'classroom',
    sessions: [{ ...one, sessionId: 's-2' }],
    capacity: { min: 0 },
    completionRule: { require: 'all', of: [] },
  })
  ask('OpenEnrolment', { offeringId: 'o-2' })
  expect(ask('RequestEnrolment', { offeringId: 'o-2', learnerId: 'bob', source: 'self' })).toEqual([
    'ScheduleConflict',
  ])
  ask('DeclineSeatOffer', { learnerId: 'bob' })
  expect(ask('RequestEnrolment', { offeringId: 'o-2', learnerId: 'bob', source: 'self' })).toContain(
    'LearnerEnrolled bob',
  )
})

test('who was moved up after the deadline may leave until the class begins, and is not late', () => {
  const { ledger, ask } = oneSeat({ lateWithdrawal: 'recorded' })
  const late = '2026-04-02T01:00:00.000Z'
  expect(ask('WithdrawEnrolment', { learnerId: 'ada', at: late })).toEqual([
    'LearnerWithdrew ada',
    'LearnerPromoted bob',
  ])
  expect(ask('WithdrawEnrolment', { learnerId: 'bob', at: '2026-04-04T01:00:00.000Z' })).toEqual([
    'LearnerWithdrew bob',
    'LearnerPromoted cyd',
  ])
  const told = ledger
    .events()
    .filter(({ type }) => type === 'LearnerWithdrew')
    .map(({ data }) => (data as { late: boolean }).late)
  expect(told).toEqual([true, false])
  const refused = oneSeat({ lateWithdrawal: 'refused' })
  refused.ask('ChangeCapacity', { capacity: { min: 0, max: 2 }, at: late })
  expect(refused.ask('WithdrawEnrolment', { learnerId: 'ada', at: late })).toEqual([
    'WithdrawalDeadlinePassed',
  ])
  expect(refused.ask('WithdrawEnrolment', { learnerId: 'bob', at: '2026-04-06T01:00:00.000Z' })).toEqual([
    'WithdrawalDeadlinePassed',
  ])
  expect(refused.ask('WithdrawEnrolment', { learnerId: 'bob', at: '2026-04-05T01:00:00.000Z' })).toContain(
    'LearnerWithdrew bob',
  )
})

test('an offer that lapsed is in no figure but that of the waitlist', () => {
  const { ledger, ask } = oneSeat({ seatOfferHours: 2, lateWithdrawal: 'recorded' })
  ask('WithdrawEnrolment', { learnerId: 'ada', at: '2026-03-02T01:00:00.000Z' })
  ledger.advanceTo('2026-03-02T03:00:00.000Z')
  ask('AcceptSeatOffer', { learnerId: 'cyd', at: '2026-03-02T03:10:00.000Z' })
  ask('ConfirmOffering', {})
  ask('DeliverSession', {
    at: one.end,
    sessionId: 's-1',
    actualStart: one.start,
    actualEnd: one.end,
  })
  ledger.advanceTo('2026-05-01T00:00:00.000Z')
  const figures = trainingStatistics({
    offerings: ledger.project(offeringRecord),
    enrolments: ledger.project(enrolmentRecord),
    workforce: ['ada', 'bob', 'cyd'].map((learnerId) => ({ learnerId, hiredOn: '2020-01-01', segment: {} })),
    asOf: '2026-06-01T00:00:00.000Z',
    zone: hour.zone,
    period: { from: '2026-01-01', to: '2027-01-01' },
  } as never)
  expect(figures.M06).toMatchObject({ value: 1, n: 1 })
  expect(figures.M12).toMatchObject({ value: 0.5, n: 2 })
})

test('an offer ends when the class begins, where the class was moved to before its end', () => {
  const { ledger, ask } = oneSeat({ seatOfferHours: 480 }, { withdrawalDeadline: '2026-03-04T01:00:00.000Z' })
  ask('WithdrawEnrolment', { learnerId: 'ada' })
  ask('ConfirmOffering', {})
  const session = { ...one, start: '2026-03-05T01:00:00.000Z', end: '2026-03-05T09:00:00.000Z' }
  ask('RescheduleSession', { session })
  const lapsed = () => ledger.events().filter(({ type }) => type === 'SeatOfferLapsed').length
  ledger.advanceTo('2026-03-05T00:59:00.000Z')
  expect(lapsed()).toBe(0)
  ledger.advanceTo('2026-03-05T01:00:00.000Z')
  expect(lapsed()).toBe(1)
  ledger.advanceTo('2026-04-05T01:00:00.000Z')
  expect(lapsed()).toBe(1)
})

test('who waits or has asked when the last session was held waits no longer, and the record says so', () => {
  const { ledger, ask, places } = oneSeat({}, { approval: 'required' })
  const held = { sessionId: 's-1', actualStart: one.start, actualEnd: one.end, at: one.end }
  const statuses = () =>
    ['ada', 'bob', 'cyd'].map((learnerId) => ledger.project(enrolmentRecord)[`o-1 ${learnerId}`]?.status)
  for (const learnerId of ['ada', 'bob']) ask('ApproveEnrolment', { learnerId, approvedBy: 'lin' })
  expect(statuses()).toEqual(['enrolled', 'waitlisted', 'requested'])
  expect(ask('EndWaiting', { learnerId: 'bob', at: one.start })).toEqual(['OfferingNotOver'])
  expect(ask('EndWaiting', { learnerId: 'ada', at: one.end })).toEqual([])
  ask('CloseEnrolmentWindow', {})
  ask('ConfirmOffering', {})
  expect(ask('DeliverSession', held)).toEqual(['SessionDelivered', 'WaitingEnded bob', 'WaitingEnded cyd'])
  expect(statuses()).toEqual(['enrolled', 'unseated', 'unseated'])
  expect(places()).toMatchObject({ enrolled: ['ada'], waitlisted: [], requested: [] })
  expect(ask('EndWaiting', { learnerId: 'bob', at: one.end })).toEqual([])
})

test('where the sessions that were still to come are cancelled, attempts are closed and nobody waits any more', () => {
  const two = { ...one, sessionId: 's-2', start: '2026-04-07T01:00:00.000Z', end: '2026-04-07T09:00:00.000Z' }
  const { ledger, ask } = oneSeat({}, { sessions: [one, two] })
  ask('CloseEnrolmentWindow', {})
  ask('ConfirmOffering', {})
  ask('DeliverSession', { sessionId: 's-1', actualStart: one.start, actualEnd: one.end, at: one.end })
  expect(ask('CancelSession', { sessionId: 's-2', reason: 'No trainer', at: one.end })).toEqual(
    expect.arrayContaining(['SessionCancelled', 'WaitingEnded bob', 'WaitingEnded cyd']),
  )
  ledger.advanceTo('2026-06-01T00:00:00.000Z')
  expect(ledger.project(enrolmentRecord)['o-1 ada']?.status).toBe('completed')
})
