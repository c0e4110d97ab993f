/** What a request carries goes with it: through approval, onto the waitlist and off it, and to another class. */
import { createLedger, enrolmentRecord } from 'training-ops'
import { expect, test } from 'vitest'
import { basis, request as carried } from '../../src/delivery/events/terms.ts'
import { at, monday, offeringId, schedule, training, tuesday } from './an-offering.ts'

/** One value for each field a request may carry: a field that is added and not said here is missed by the first test. */
const request = {
  source: 'self',
  department: 'sales',
  position: 'rep',
  level: 'senior',
  jobFamily: 'selling',
  place: 'north',
  joins: 'onSite',
  expectations: 'To ask better.',
  priority: 5,
}
const known = {
  employment: { hiredOn: '2020-01-01' },
  completedCourses: ['basics'],
  competencies: [{ frameworkId: 'f', competency: 'asking', level: 2 }],
}

test('every field of a request, and of what it was decided on, is tried', () => {
  expect(Object.keys(request).sort()).toEqual(Object.keys(carried).sort())
  expect(Object.keys(known).sort()).toEqual(Object.keys(basis).sort())
})

const worldWith = (approval: 'automatic' | 'required') => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object): void => {
    const [own] = ledger.executeWithPolicies({ type, data, metadata: { commandId: `c-${++asked}` } } as never)
    expect([type, own?.verdict]).toEqual([type, expect.objectContaining({ _tag: 'Right' })])
  }
  const shifted = (session: typeof monday) => ({
    ...session,
    sessionId: session.sessionId.replace('o-1', 'o-2'),
    start: session.start.replace('04-0', '05-0'),
    end: session.end.replace('04-0', '05-0'),
  })
  for (const [id, sessions] of [
    [offeringId, [monday, tuesday]],
    ['o-2', [monday, tuesday].map(shifted)],
  ] as const) {
    const { programId: _, ...without } = schedule
    ask('ScheduleOffering', { ...without, offeringId: id, sessions, capacity: { min: 0, max: 1 }, approval })
    ask('SetEnrolmentTerms', { at, offeringId: id, waitlist: 'priority' })
    ask('OpenEnrolment', { at, offeringId: id })
  }
  const askedOf = (id: string, learnerId: string) =>
    ledger.project(enrolmentRecord)[`${id} ${learnerId}`]?.asked
  return {
    ask,
    askedOf,
    statusOf: (id: string, who: string) => ledger.project(enrolmentRecord)[`${id} ${who}`]?.status,
  }
}
const everything = { ...request, basis: known }

test('through approval', () => {
  const { ask, askedOf, statusOf } = worldWith('required')
  ask('RequestEnrolment', { at, offeringId, learnerId: 'ada', ...request, ...known })
  ask('ApproveEnrolment', { at, offeringId, learnerId: 'ada', approvedBy: 'boss' })
  expect(statusOf(offeringId, 'ada')).toBe('enrolled')
  expect(askedOf(offeringId, 'ada')).toEqual(everything)
})

test('onto the waitlist and off it', () => {
  const { ask, askedOf, statusOf } = worldWith('automatic')
  ask('RequestEnrolment', { at, offeringId, learnerId: 'bob', source: 'self' })
  ask('RequestEnrolment', { at, offeringId, learnerId: 'ada', ...request, ...known })
  expect(statusOf(offeringId, 'ada')).toBe('waitlisted')
  ask('WithdrawEnrolment', { at, offeringId, learnerId: 'bob' })
  expect(statusOf(offeringId, 'ada')).toBe('enrolled')
  expect(askedOf(offeringId, 'ada')).toEqual(everything)
})

test('to another class, with a seat, waiting, or still asking', () => {
  const seated = worldWith('automatic')
  seated.ask('RequestEnrolment', { at, offeringId, learnerId: 'ada', ...request, ...known })
  seated.ask('TransferEnrolment', { at, offeringId, learnerId: 'ada', toOfferingId: 'o-2' })
  expect(seated.statusOf('o-2', 'ada')).toBe('enrolled')
  expect(seated.askedOf('o-2', 'ada')).toEqual(everything)

  const waiting = worldWith('automatic')
  waiting.ask('RequestEnrolment', { at, offeringId: 'o-2', learnerId: 'bob', source: 'self' })
  waiting.ask('RequestEnrolment', { at, offeringId, learnerId: 'ada', ...request, ...known })
  waiting.ask('TransferEnrolment', { at, offeringId, learnerId: 'ada', toOfferingId: 'o-2' })
  expect(waiting.statusOf('o-2', 'ada')).toBe('waitlisted')
  expect(waiting.askedOf('o-2', 'ada')).toEqual(everything)

  const asking = worldWith('required')
  asking.ask('RequestEnrolment', { at, offeringId, learnerId: 'ada', ...request, ...known })
  asking.ask('TransferEnrolment', { at, offeringId, learnerId: 'ada', toOfferingId: 'o-2' })
  expect(asking.statusOf('o-2', 'ada')).toBe('requested')
  expect(asking.askedOf('o-2', 'ada')).toEqual(everything)
})
