/** A host that lives through it by commands alone: moved people, one person under two ids, courses that count as others, fixed ends. */
import {
  assemble,
  certificate,
  courseEquivalents,
  createLedger,
  type Employee,
  isAccepted,
  learnerRecord,
  lifecycle,
  obligations,
  requirement,
} from 'training-ops'
import { expect, test } from 'vitest'
import { received } from '../received.ts'

const zone = 'Asia/Shanghai'
const training = assemble(lifecycle, { credentials: { zone }, delivery: { zone } }, { trusted: true })
const at = '2026-03-02T01:00:00.000Z'
const attendance = { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] }

const host = () => {
  const ledger = createLedger(training)
  let asked = 0
  const ask = (type: string, data: object) => {
    const command = received(training, {
      type,
      data: { at, ...data },
      metadata: { commandId: `c-${++asked}` },
    })
    const verdict = ledger.executeWithPolicies(command)[0]?.verdict
    if (verdict === undefined) throw new TypeError('nothing was answered')
    return isAccepted(verdict)
      ? verdict.right.map(({ type }) => type as string)
      : [verdict.left.code as string]
  }
  const session = (offeringId: string, day: string) => ({
    ...{ sessionId: `${offeringId}-s`, zone },
    ...{ start: `${day}T01:00:00.000Z`, end: `${day}T09:00:00.000Z` },
  })
  const offer = (offeringId: string, courseId: string, day: string) => {
    ask('ScheduleOffering', {
      ...{ offeringId, courseId, courseVersion: 1, title: 'T', modality: 'classroom' },
      ...{ sessions: [session(offeringId, day)], capacity: { min: 0, max: 9 }, completionRule: attendance },
    })
    return ask('OpenEnrolment', { offeringId })
  }
  const enrol = (offeringId: string, learnerId: string) =>
    ask('RequestEnrolment', { offeringId, learnerId, source: 'self' })
  const complete = (offeringId: string, courseId: string, day: string, learnerId: string) => {
    const { sessionId, start, end } = session(offeringId, day)
    offer(offeringId, courseId, day)
    enrol(offeringId, learnerId)
    ask('ConfirmOffering', { offeringId })
    ask('DeliverSession', { at: end, offeringId, sessionId, actualStart: start, actualEnd: end })
    ask('RecordAttendance', { at: end, offeringId, sessionId, learnerId, minutes: 480, status: 'present' })
    ask('CloseEnrolment', { at: end, offeringId, learnerId })
  }
  const course = (courseId: string, more: object = {}) => {
    ask('DraftCourse', { courseId, title: courseId, ownerId: 'li' })
    const version = { version: 1, title: courseId, modality: 'classroom', completionRule: attendance }
    return ask('PublishCourseVersion', {
      ...{ courseId, ...version, modules: [{ activity: 'theory', minutes: 480 }], ...more },
    })
  }
  const require = (requirementId: string, courseId: string, more: object = {}) =>
    ask('EstablishRequirement', {
      ...{ requirementId, courseId, title: requirementId, requires: 'course', effectiveFrom: '2024-01-01' },
      ...{ trigger: { on: 'hired', dueWithinDays: 30 }, recurrence: { kind: 'once' }, graceDays: 0 },
      ...{ audience: { segments: [], roles: [] }, purpose: 'compliance', ...more },
    })
  const standing = (person: Omit<Employee, 'hiredOn' | 'segment'> & Partial<Employee>, day: string) =>
    obligations({
      workforce: [{ hiredOn: '2020-01-01', segment: {}, ...person }],
      requirements: ledger.project(requirement),
      records: ledger.project(learnerRecord),
      equivalents: ledger.at(courseEquivalents, 'all') ?? courseEquivalents.initial(),
      ...{ asOf: `${day}T04:00:00.000Z`, zone },
    }).map(({ state, due }) => `${state} due ${due}`)
  return { ledger, ask, offer, enrol, complete, course, require, standing }
}

test('who moved to the plant has the days of the plant from that day', () => {
  const { require, standing } = host()
  require('plant', 'plant', { audience: { segments: [{ department: 'plant' }], roles: [] } })
  const segments = [
    { segment: { department: 'sales' }, since: '2020-01-01' },
    { segment: { department: 'plant' }, since: '2026-03-01' },
  ]
  const moved = { learnerId: 'ada', segment: { department: 'plant' }, segments }
  expect(standing(moved, '2026-02-28')).toEqual([])
  expect(standing(moved, '2026-03-01')).toEqual(['due due 2026-03-31'])
  expect(standing(moved, '2026-04-01')).toEqual(['overdue due 2026-03-31'])
})

test('two ids that are one person hold one certificate and one seat', () => {
  const { ask, offer, enrol, require, standing } = host()
  require('merge', 'm', { requires: 'credential' })
  const award = { basis: 'administrative', validFrom: '2026-01-05T01:00:00.000Z', awardedDate: '2026-01-05' }
  ask('IssueCertificate', {
    ...{ certificateId: 'old', learnerId: 'ada-old', courseId: 'm', serial: 'old', ...award },
  })
  offer('o-1', 'other', '2026-07-06')
  expect(enrol('o-1', 'ada-old')).toEqual(['EnrolmentRequested'])
  expect(standing({ learnerId: 'ada-new' }, '2026-06-01')[0]).toMatch(/^overdue/)
  expect(ask('MergeIdentities', { survivorId: 'ada-new', mergedId: 'ada-old' })).toEqual(['IdentitiesMerged'])
  expect(standing({ learnerId: 'ada-new' }, '2026-06-01')[0]).toMatch(/^current/)
  expect(enrol('o-1', 'ada-new')).toEqual(['AlreadyEnrolled'])
})

test('a course that counts as another meets what is asked, and comes first as one of several', () => {
  const { ask, complete, course, enrol, offer, require, standing } = host()
  for (const one of ['fire-en', 'fire-zh']) course(one)
  require('equiv', 'fire-en')
  course('advanced', { prerequisiteAlternatives: [{ atLeast: 1, courseIds: ['fire-en', 'fire-zh'] }] })
  offer('o-3', 'advanced', '2026-08-06')
  expect(enrol('o-3', 'bob')).toEqual(['AlternativesNotMet'])
  complete('o-2', 'fire-zh', '2026-04-06', 'bob')
  expect(standing({ learnerId: 'bob' }, '2026-06-01')[0]).toMatch(/^overdue/)
  const counts = { courseId: 'fire-zh', countsAsId: 'fire-en', effectiveFrom: '2026-01-01' }
  expect(ask('DeclareEquivalence', counts)).toEqual(['EquivalenceDeclared'])
  expect(standing({ learnerId: 'bob' }, '2026-06-01')[0]).toMatch(/^current/)
  expect(enrol('o-3', 'bob')).toEqual(['EnrolmentRequested'])
})

test('a certificate may end on the first of July, whenever it was earned', () => {
  const { complete, course, ledger } = host()
  course('k', { grants: { certificate: { validUntilDayOfYear: '07-01' } } })
  complete('o-4', 'k', '2026-04-06', 'cyd')
  complete('o-5', 'k', '2026-07-02', 'dot')
  const ends = Object.values(ledger.project(certificate)).map(({ validUntil }) => validUntil)
  expect(ends).toEqual(['2026-07-01T16:00:00.000Z', '2027-07-01T16:00:00.000Z'])
})
