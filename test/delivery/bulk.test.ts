/** Many are asked for at once: one command, one answer each, by the rules of asking. */
import {
  assemble,
  catalog,
  createLedger,
  delivery,
  isAccepted,
  isPermitted,
  relationsOf,
  resources,
  seatAllocation,
  seatsOf,
} from 'training-ops'
import { expect, test } from 'vitest'
import { at, open, schedule, scheduled } from './an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
const ask = (
  ledger: ReturnType<typeof aClass>,
  learners: readonly object[],
  id = 'bulk',
  more: object = {},
) =>
  ledger.executeWithPolicies({
    type: 'EnrolLearners',
    data: { at, offeringId: 'o-1', source: 'assigned', learners, ...more },
    metadata: { commandId: id },
  } as never)
const aClass = (more: object = {}) => {
  const ledger = createLedger(training)
  const { sessions, ...rest } = { ...schedule, ...more }
  ledger.executeWithPolicies({
    type: 'ScheduleOffering',
    data: { ...rest, sessions },
    metadata: { commandId: 's' },
  } as never)
  ledger.executeWithPolicies({
    type: 'OpenEnrolment',
    data: { at, offeringId: 'o-1' },
    metadata: { commandId: 'o' },
  } as never)
  return ledger
}
const people = (many: number) => Array.from({ length: many }, (_, nth) => ({ learnerId: `l-${nth}` }))
const answersIn = (outcomes: ReturnType<typeof ask>) => {
  const verdict = outcomes[0]?.verdict
  if (verdict === undefined || !isAccepted(verdict)) return verdict
  const told = verdict.right.find(({ type }) => type === 'BulkEnrolmentAnswered')
  return (told?.data as { answers: readonly object[] } | undefined)?.answers
}

test('five hundred are answered by one command, and nothing follows for each', () => {
  const ledger = aClass({ capacity: { min: 0, max: 400 } })
  const outcomes = ask(ledger, people(500))
  expect(outcomes.length).toBe(1)
  const answers = answersIn(outcomes) as readonly { answer: string }[]
  expect(answers.filter(({ answer }) => answer === 'enrolled').length).toBe(400)
  expect(answers.filter(({ answer }) => answer === 'waitlisted').length).toBe(100)
  const { enrolled, waitlisted } = seatsOf(ledger.project(seatAllocation)['o-1'] ?? seatAllocation.initial())
  expect([enrolled.length, waitlisted.length, waitlisted[0]]).toEqual([400, 100, 'l-400'])
})

test('each is answered as if asked for alone, and what refuses one refuses no other', () => {
  const ledger = aClass({ capacity: { min: 0, max: 2 } })
  const asked = [
    { learnerId: 'ada' },
    { learnerId: 'new', employment: { hiredOn: '2027-01-01' } },
    { learnerId: 'ada' },
    { learnerId: 'bob' },
    { learnerId: 'cyd' },
  ]
  const outcomes = ask(ledger, asked)
  expect(answersIn(outcomes)).toEqual([
    { learnerId: 'ada', answer: 'enrolled' },
    { learnerId: 'new', answer: 'refused', because: 'NotEmployed' },
    { learnerId: 'ada', answer: 'refused', because: 'AlreadyEnrolled' },
    { learnerId: 'bob', answer: 'enrolled' },
    { learnerId: 'cyd', answer: 'waitlisted' },
  ])
  const { verdict } = outcomes[0] as (typeof outcomes)[0]
  expect(isAccepted(verdict) && verdict.advisories).toMatchObject([
    { code: 'EnrolmentRefused', learnerId: 'new', rejection: { code: 'NotEmployed', hiredOn: '2027-01-01' } },
    {
      code: 'EnrolmentRefused',
      learnerId: 'ada',
      rejection: { code: 'AlreadyEnrolled', status: 'enrolled' },
    },
  ])
})

test('where an approval is needed each of them has asked, and has no seat yet', () => {
  const ledger = aClass({ approval: 'required' })
  expect(answersIn(ask(ledger, people(2)))).toEqual([
    { learnerId: 'l-0', answer: 'requested' },
    { learnerId: 'l-1', answer: 'requested' },
  ])
})

test('a manager asks for many where all of them report to that manager, and vouches for nobody', () => {
  const guarded = assemble([catalog, resources, delivery])
  const bulk = (more: object = {}) =>
    guarded.command.EnrolLearners(
      {
        at,
        offeringId: 'o-1',
        source: 'manager',
        learners: [{ learnerId: 'l-0' }, { learnerId: 'l-1', ...more }],
      },
      { commandId: 'm-1' },
    )
  const asManager = (command: ReturnType<typeof bulk>, ...relations: string[]) =>
    isPermitted(guarded.permissions, command, { id: 'lin', role: 'manager', relations })
  const both = ['reportsTo:l-0', 'reportsTo:l-1']
  expect(relationsOf(guarded.permissions, bulk(), 'manager')).toEqual(both)
  expect(asManager(bulk(), ...both)).toBe(true)
  expect(asManager(bulk(), 'reportsTo:l-0')).toBe(false)
  expect(asManager(bulk())).toBe(false)
  for (const claim of [{ priority: 5 }, { completedCourses: [] }, { employment: { hiredOn: '2020-01-01' } }])
    expect(asManager(bulk(claim), ...both)).toBe(false)
  expect(() =>
    assemble(
      [catalog, resources, delivery],
      {},
      { permissions: { EnrolLearners: [{ role: 'manager', only: { 'learners.wage': [] } }] } },
    ),
  ).toThrow('learners.wage')
})

test('a class that takes nobody refuses the whole of it', () => {
  const ledger = aClass()
  expect(ask(ledger, people(2), 'late', { at: '2026-04-02T00:00:00.000Z' })[0]?.verdict).toMatchObject({
    left: { code: 'EnrolmentWindowClosed' },
  })
  expect(
    training.decide(
      {
        type: 'EnrolLearners',
        data: { at, offeringId: 'o-1', source: 'assigned', learners: people(1) },
        metadata: { commandId: 'x' },
      } as never,
      [scheduled] as never,
    ),
  ).toMatchObject({ left: { code: 'IllegalTransition' } })
  expect(open.length).toBe(2)
})
