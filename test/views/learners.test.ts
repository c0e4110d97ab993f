/** Views of who learns: the roster of a class, a learner's transcript, and the funnel from asking to passing. */
import {
  type AnyEvent,
  certificateRecord,
  credentialEvents,
  deliveryEvents,
  enrolmentRecord,
  funnelOf,
  minutesOn,
  project,
  rosterOf,
  rosterStatistics,
  seatAllocation,
  seatsOf,
  transcriptsOf,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import {
  asked,
  at,
  enrolled,
  happened,
  offeringId,
  scheduled,
  seat,
  waitlisted,
} from '../delivery/an-offering.ts'
import { expectToMerge } from '../records/merging.ts'

const one = (learnerId: string) => ({ at, offeringId, learnerId })
const course = { courseId: 'selling', courseVersion: 1, programId: 'p-1', scheduledMinutes: 960 }
const came = (learnerId: string, minutes: number, on = '2026-04-06') =>
  happened.AttendanceRecorded({
    ...{ ...one(learnerId), at: `${on}T09:00:00.000Z`, sessionId: `o-1-${on}`, minutes, on },
    ...{ status: 'present', method: 'rollCall' },
  })
const askedAs = (learnerId: string, more: object) =>
  happened.EnrolmentRequested({ ...asked(learnerId).data, ...more })
const corrected = happened.AttendanceCorrected({
  ...{ ...came('ada', 0).data, at: '2026-04-20T01:00:00.000Z', status: 'absent' },
  ...{ correctedBy: 'ops', reason: 'Another Ada signed.' },
})
const reassessed = happened.CompletionReassessed({
  ...{ ...one('ada'), ...course, at: '2026-04-20T01:00:00.000Z', closedAt: '2026-04-13T00:00:00.000Z' },
  ...{ from: 'completed', to: 'noShow', unmet: ['attendance'], assessment: 'none', attendedMinutes: 0 },
})
const ended = { ...course, at: '2026-04-13T00:00:00.000Z' }
const log = [
  scheduled,
  askedAs('ada', { department: 'sales', position: 'rep', expectations: 'To ask better.' }),
  happened.LearnerEnrolled(seat('ada')),
  askedAs('bob', { department: 'sales', source: 'manager' }),
  happened.LearnerEnrolled(seat('bob')),
  askedAs('cyd', { source: 'assigned', position: 'fitter' }),
  waitlisted('cyd', 1)[1],
  asked('dee'),
  happened.EnrolmentDeclined({ ...one('dee'), declinedBy: 'boss', reason: 'Busy season.' }),
  happened.PreworkSent({ ...one('bob'), materials: ['Reader'] }),
  happened.PreworkAcknowledged(one('bob')),
  came('ada', 480),
  came('bob', 480),
  came('bob', 300, '2026-04-07'),
  happened.ModuleCompleted({ ...one('bob'), module: 'reading' }),
  happened.ResultRecorded({ ...one('bob'), instrumentId: 'test', attempt: 1, scaled: 700 }),
  happened.ResultRecorded({ ...one('bob'), instrumentId: 'test', attempt: 2, scaled: 650 }),
  happened.EnrolmentCompleted({ ...one('ada'), ...ended, outcome: 'completed', attendedMinutes: 480 }),
  happened.EnrolmentCompleted({ ...one('bob'), ...ended, outcome: 'passed', attendedMinutes: 780 }),
]
const whole = [...log, corrected, reassessed]

describe('a roster', () => {
  const rosterIn = (events: readonly AnyEvent[]) => rosterOf(project(enrolmentRecord, events), offeringId)
  const known = rosterIn(log)
  test('says who they are, where they stand and how long they came', () => {
    expect(known.find(({ learnerId }) => learnerId === 'bob')).toMatchObject({
      ...{ status: 'completed', prework: 'acknowledged', asked: { source: 'manager', department: 'sales' } },
      attended: { 'o-1-2026-04-06': { minutes: 480 }, 'o-1-2026-04-07': { minutes: 300 } },
    })
    expect(known.map(({ learnerId }) => learnerId)).toEqual(['ada', 'bob', 'cyd', 'dee'])
  })
  test('counts who asked by department, position and source, and lists what they hope for', () => {
    expect(rosterStatistics(known)).toEqual({
      ...{ asked: 4, seated: 2, offered: 0, waiting: 1 },
      byDepartment: { sales: { asked: 2, seated: 2, offered: 0, waiting: 0 } },
      byPosition: {
        fitter: { asked: 1, seated: 0, offered: 0, waiting: 1 },
        rep: { asked: 1, seated: 1, offered: 0, waiting: 0 },
      },
      bySource: {
        assigned: { asked: 1, seated: 0, offered: 0, waiting: 1 },
        manager: { asked: 1, seated: 1, offered: 0, waiting: 0 },
        self: { asked: 2, seated: 1, offered: 0, waiting: 0 },
        walkIn: { asked: 0, seated: 0, offered: 0, waiting: 0 },
        lateJoiner: { asked: 0, seated: 0, offered: 0, waiting: 0 },
      },
      withoutDepartment: { asked: 2, seated: 0, offered: 0, waiting: 1 },
      withoutPosition: { asked: 2, seated: 1, offered: 0, waiting: 0 },
      expectations: ['To ask better.'],
    })
  })
  test('follows a correction', () => {
    expect(rosterIn(whole)[0]).toMatchObject({
      status: 'noShow',
      attended: { 'o-1-2026-04-06': { minutes: 0 } },
    })
  })
})

describe('a transcript', () => {
  const certificate = { at: ended.at, certificateId: 'c-1', learnerId: 'bob', courseId: 'selling' }
  const certified = [
    ...whole,
    credentialEvents.make.CertificateIssued({
      ...{ ...certificate, validFrom: ended.at, validUntil: '2027-04-13T00:00:00.000Z' },
      ...{ awardedDate: '2026-04-13', basis: 'completion', serial: 's-1' },
    }),
  ]
  const transcriptsIn = (events: readonly AnyEvent[], options = {}) =>
    transcriptsOf({
      enrolments: project(enrolmentRecord, events, options),
      certificates: project(certificateRecord, events, options),
    })
  const known = transcriptsIn(certified)
  const nothing = { enrolments: {}, certificates: {} }
  test('keeps courses, minutes, results and certificates of one learner', () => {
    expect(known.bob).toMatchObject({
      enrolments: {
        [offeringId]: {
          ...{ courseId: 'selling', status: 'completed', outcome: 'passed', asked: { source: 'manager' } },
          ...{
            results: { test: { best: 700, attempts: 2 } },
            modules: { reading: at },
            closedAt: ended.at,
          },
        },
      },
      certificates: { 'c-1': { courseId: 'selling', status: 'valid', awardedDate: '2026-04-13' } },
    })
    expect(minutesOn(known.bob ?? nothing)).toBe(780)
    expect(minutesOn(known.bob ?? nothing, { from: '2026-04-07', to: '2026-04-08' })).toBe(300)
  })
  test('keeps every attempt: taking a course again, or anew each year, deletes nothing', () => {
    const again = { ...one('bob'), offeringId: 'o-2027', at: '2027-03-01T01:00:00.000Z' }
    const attempts = transcriptsIn([
      ...certified,
      happened.EnrolmentRequested({ ...asked('bob').data, ...again }),
      happened.LearnerEnrolled({ ...seat('bob'), ...again }),
    ]).bob?.enrolments
    expect(attempts?.[offeringId]?.status).toBe('completed')
    expect(attempts?.['o-2027']?.status).toBe('enrolled')
  })
  test('is as it was known on an earlier day', () => {
    const earlier = transcriptsIn(certified, { asOf: '2026-04-14T00:00:00.000Z' })
    expect(earlier.ada?.enrolments[offeringId]?.status).toBe('completed')
    expect(known.ada?.enrolments[offeringId]?.status).toBe('noShow')
  })
})

describe('the funnel', () => {
  test('shows where people are lost', () => {
    const counts = (events: readonly (typeof log)[number][], others = {}) =>
      funnelOf(project(enrolmentRecord, events), others).map(({ stage, count }) => `${stage} ${count}`)
    expect(counts(log)).toEqual(['requested 4', 'confirmed 2', 'attended 2', 'completed 2', 'passed 1'])
    expect(counts([...log, corrected, reassessed] as never)).toEqual([
      ...['requested 4', 'confirmed 2', 'attended 1', 'completed 1', 'passed 1'],
    ])
    expect(
      counts(log, { invited: ['ada', 'bob', 'cyd', 'dee', 'eve'].map((id) => `${offeringId} ${id}`) }),
    ).toEqual([...['invited 5', 'requested 4', 'confirmed 2', 'attended 2', 'completed 2', 'passed 1']])
  })
})

describe('the seats', () => {
  test('say who sits, who waits and who has asked', () => {
    const events = [scheduled, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1), asked('dee')]
    expect(seatsOf(project(seatAllocation, events)[offeringId] ?? seatAllocation.initial())).toEqual({
      ...{ min: 1, max: 2, enrolled: ['ada', 'bob'], offered: [], waitlisted: ['cyd'], requested: ['dee'] },
    })
  })
  test('cost the same for each event, however many sit there', () => {
    const people = Array.from({ length: 10_000 }, (_, at) => `learner-${at}`)
    const events = [
      deliveryEvents.make.OfferingScheduled({ ...scheduled.data, capacity: { min: 0 } }),
      ...people.flatMap((one) => enrolled(one)),
      ...people.map((learnerId) => happened.EnrolmentCancelled({ at, offeringId, learnerId })),
    ]
    expect(project(seatAllocation, events)[offeringId]).toMatchObject({ enrolled: 0, turns: 20_000 })
  })
})

test('the seats merge from logs that were split by offering', () => {
  expectToMerge(seatAllocation, whole)
})
