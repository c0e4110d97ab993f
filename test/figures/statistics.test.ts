import fc from 'fast-check'
import {
  annualTrainingStatistics,
  classHoursFigure,
  cultureIndex,
  deliveryEvents,
  type Employee,
  figureOf,
  type TrainingQuestion,
  trainingHoursTable,
  trainingStatistics,
  trainingStatisticsBySegment,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { figureOfSlices } from '../../src/figures/figure.ts'
import { slicesOf, statisticsFigures } from '../../src/figures/statistics.ts'
import { figureOf as valueIn } from '../metrics/figures.ts'
import { recordsOf } from '../records/records-of.ts'

const happened = deliveryEvents.make
const zone = 'Asia/Shanghai'
const at = (day: string, hour = '02') => `${day}T${hour}:00:00.000Z`

type Class = {
  readonly offeringId: string
  readonly on: string
  readonly kind?: string
  readonly max?: number
  readonly deadline?: string
}
const rule = { require: 'all' as const, of: [] }
const scheduled = ({ offeringId, on, kind = 'course', max, deadline }: Class) =>
  happened.OfferingScheduled({
    at: at('2025-12-01'),
    offeringId,
    courseId: 'selling',
    courseVersion: 1,
    title: 'Selling',
    kind,
    modality: 'classroom',
    sessions: [{ sessionId: 's', start: at(on), end: at(on, '04'), zone, trainerIds: ['lin'] }],
    capacity: { min: 0, ...(max === undefined ? {} : { max }) },
    completionRule: rule,
    approval: 'automatic',
    ...(deadline === undefined ? {} : { withdrawalDeadline: at(deadline) }),
  })
const ofCourse = { courseId: 'selling', courseVersion: 1 }
const asked = (
  offeringId: string,
  learnerId: string,
  source: 'self' | 'assigned' = 'assigned',
  on = '2026-01-05',
) =>
  happened.EnrolmentRequested({
    at: at(on),
    offeringId,
    learnerId,
    source,
    approval: 'automatic',
    basis: {},
  })
const enrolled = (offeringId: string, learnerId: string) =>
  happened.LearnerEnrolled({
    at: at('2026-01-05'),
    offeringId,
    learnerId,
    ...ofCourse,
    sessions: [],
    completionRule: rule,
    scheduledMinutes: 120,
  })
const waitlisted = (offeringId: string, learnerId: string) =>
  happened.LearnerWaitlisted({
    at: at('2026-01-05'),
    offeringId,
    learnerId,
    ...ofCourse,
    sessions: [],
    position: 1,
  })
const promoted = (offeringId: string, learnerId: string) =>
  happened.LearnerPromoted({ ...enrolled(offeringId, learnerId).data })
const left = (offeringId: string, learnerId: string, late: boolean) =>
  happened.LearnerWithdrew({ at: at('2026-01-20'), offeringId, learnerId, from: 'enrolled', late })
const came = (
  offeringId: string,
  learnerId: string,
  on: string,
  minutes: number,
  status: 'present' | 'excused' = 'present',
) =>
  happened.AttendanceRecorded({
    at: at(on),
    offeringId,
    learnerId,
    sessionId: 's',
    minutes,
    status,
    method: 'qr',
    on,
  })
const ended = (offeringId: string, learnerId: string, attendedMinutes: number, on: string) =>
  happened.EnrolmentCompleted({
    at: at(on),
    offeringId,
    learnerId,
    ...ofCourse,
    outcome: 'completed',
    attendedMinutes,
    scheduledMinutes: 120,
  })
const noShow = (offeringId: string, learnerId: string, on: string) =>
  happened.NoShowRecorded({ at: at(on), offeringId, learnerId, ...ofCourse, scheduledMinutes: 120 })
const held = (offeringId: string, on: string) =>
  happened.SessionDelivered({
    at: at(on, '04'),
    offeringId,
    sessionId: 's',
    actualStart: at(on),
    actualEnd: at(on, '04'),
    trainerIds: ['lin'],
    zone,
    remaining: 0,
  })

const february = [
  scheduled({ offeringId: 'o-1', on: '2026-02-10', max: 4, deadline: '2026-02-01' }),
  asked('o-1', 'ada', 'self'),
  enrolled('o-1', 'ada'),
  enrolled('o-1', 'bo'),
  enrolled('o-1', 'cy'),
  enrolled('o-1', 'dee'),
  waitlisted('o-1', 'eve'),
  waitlisted('o-1', 'fay'),
  left('o-1', 'cy', false),
  promoted('o-1', 'eve'),
  left('o-1', 'dee', true),
  held('o-1', '2026-02-10'),
  came('o-1', 'ada', '2026-02-10', 120),
  came('o-1', 'bo', '2026-02-10', 0),
  came('o-1', 'eve', '2026-02-10', 60),
  ended('o-1', 'ada', 120, '2026-02-13'),
  noShow('o-1', 'bo', '2026-02-13'),
]
const sharing = [
  scheduled({ offeringId: 'o-2', on: '2026-03-10', kind: 'knowledgeSharing' }),
  asked('o-2', 'ada', 'self'),
  asked('o-2', 'bo', 'self', '2025-12-31'),
  enrolled('o-2', 'ada'),
  held('o-2', '2026-03-10'),
  came('o-2', 'ada', '2026-03-10', 100),
  came('o-2', 'gone', '2026-03-10', 45),
]
const events = [...february, ...sharing]
const person = (learnerId: string, department: string): Employee => ({
  learnerId,
  hiredOn: '2020-01-01',
  segment: { department },
})
const workforce = [
  person('ada', 'sales'),
  person('bo', 'sales'),
  person('cy', 'sales'),
  person('dee', 'plant'),
  person('eve', 'plant'),
]
const year = { from: '2026-01-01', to: '2027-01-01' }
const question = (asOf = '2026-12-31', more: Partial<TrainingQuestion> = {}): TrainingQuestion => ({
  ...recordsOf(events, { asOf: at(asOf) }),
  workforce,
  period: year,
  asOf: at(asOf),
  zone,
  ...more,
})
const departmentOf = ({ segment }: Employee) => segment.department ?? ''
const value = (id: string, asked = question()) => {
  const figure = trainingStatistics(asked)[id]
  return figure === undefined ? undefined : valueIn(figure)
}

describe('the figures of a year', () => {
  test('are those counted by hand', () => {
    const figures = trainingStatistics(question())
    const seen = Object.fromEntries(
      Object.entries(figures).map(([id, one]) => [id, one.status === 'ok' ? one.value : one]),
    )
    expect(seen).toMatchObject({
      M01: 2 / 5,
      M02: 4 / 5,
      M03: (120 + 60 + 100 + 45) / 60 / 5,
      M04: (120 + 60 + 100 + 45) / 60 / 3,
      M06: 1 / 5,
      M08: (120 + 0 + 60 + 100) / (4 * 120),
      M09: 1 / 5,
      M10: 1 / 5,
      M11: 3 / 4,
      M12: 1 / 2,
      M22: 4,
      M23: 1,
    })
  })
  test('take attendance on its local day, and completion when the class is over', () => {
    expect(value('M03', question('2026-02-10'))).toBe(0.6)
    expect(trainingStatistics(question('2026-02-10')).M06?.status).toBe('undefined')
    expect(value('M06', question('2026-02-11'))).toBe(0)
    expect(value('M06', question('2026-02-14'))).toBe(1 / 4)
    const lateNight = { period: { from: '2026-02-11', to: '2026-02-12' } }
    expect(value('M03', question('2026-12-31', lateNight))).toBe(0)
  })
  test('leave out the year that is not asked for', () => {
    const before = question('2026-12-31', { period: { from: '2025-01-01', to: '2026-01-01' } })
    expect(value('M01', before)).toBe(0)
    expect(value('M23', before)).toBe(1)
    expect(trainingStatistics(before).M06?.status).toBe('undefined')
  })
  test('say that no deadline could be missed where there was none', () => {
    const records = recordsOf(sharing)
    expect(trainingStatistics({ ...question(), ...records }).M10).toMatchObject({
      reason: { code: 'NoDeadline' },
    })
    expect(trainingStatistics({ ...question(), ...records }).M11).toMatchObject({
      reason: { code: 'Unlimited' },
    })
  })
  test('do not blame learners for a class that was cancelled', () => {
    const cancelled = happened.OfferingCancelled({ at: at('2026-02-01'), offeringId: 'o-1', cause: 'other' })
    const records = recordsOf([...february.slice(0, 6), cancelled])
    expect(trainingStatistics({ ...question(), ...records }).M06?.status).toBe('undefined')
    expect(trainingStatistics({ ...question(), ...records }).M08?.status).toBe('undefined')
  })
  test('follow a session that moved, was added or does not take place', () => {
    const moved = { sessionId: 's', start: at('2027-02-10'), end: at('2027-02-10', '04'), zone }
    const was = { start: at('2026-02-10'), end: at('2026-02-10', '04') }
    const rescheduled = happened.SessionRescheduled({
      at: at('2026-01-30'),
      offeringId: 'o-1',
      ...moved,
      was,
      sequence: 1,
    })
    const incident = { at: at('2026-02-10'), offeringId: 'o-1', incidentId: 'i-1', kind: 'equipment' }
    const records = recordsOf([...february.slice(0, 6), rescheduled, happened.IncidentReported(incident)])
    expect(records.offerings['o-1']?.calendar.s?.start).toBe(moved.start)
    expect(trainingStatistics({ ...question(), ...records }).M06?.status).toBe('undefined')
    expect(value('M25')).toBe(0)
    const withIncident = recordsOf([...events, happened.IncidentReported(incident)])
    expect(value('M25', { ...question(), ...withIncident })).toBe(1 / 2)
  })
})

describe('figures by segment', () => {
  test('tell departments apart, and keep whoever is not in the list by themselves', () => {
    const parts = trainingStatisticsBySegment({ ...question(), segmentOf: departmentOf })
    expect(Object.keys(parts)).toEqual(['outsideWorkforce', 'plant', 'sales'])
    const inPart = (segment: string, id: string) => {
      const figure = parts[segment]?.[id]
      return figure === undefined ? undefined : valueIn(figure)
    }
    expect(inPart('sales', 'M01')).toBe(1 / 3)
    expect(inPart('plant', 'M03')).toBe(0.5)
    expect(parts.outsideWorkforce?.M03?.status).toBe('undefined')
  })
  test('add up to the whole, exactly, however people are split', () => {
    const segment = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(segment, { minLength: 5, maxLength: 5 }), (segments) => {
        const segmentOf = (one: Employee) => segments[workforce.indexOf(one)] ?? 'a'
        const parts = [...slicesOf({ ...question(), segmentOf }).values()]
        for (const figure of statisticsFigures.filter(({ of }) => of === 'people'))
          expect(figureOfSlices(figure, parts)).toEqual(figureOf(figure, question()))
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is not yet due', () => {
  test('never changes the completion rate', () => {
    const later = fc
      .integer({ min: 1, max: 300 })
      .map((days) => new Date(Date.UTC(2026, 1, 14 + days)).toISOString().slice(0, 10))
    const status = fc.constantFrom('asked', 'enrolled', 'left')
    fc.assert(
      fc.property(fc.array(fc.tuple(later, status), { maxLength: 6 }), (planned) => {
        const more = planned.flatMap(([on, how], n) => [
          scheduled({ offeringId: `later-${n}`, on }),
          ...(how === 'asked' ? [asked(`later-${n}`, 'ada')] : [enrolled(`later-${n}`, 'ada')]),
          ...(how === 'left' ? [left(`later-${n}`, 'ada', true)] : []),
        ])
        const records = recordsOf([...february, ...more])
        return value('M06', { ...question('2026-02-14'), ...records }) === 1 / 4
      }),
      { numRuns: 60 },
    )
  })
})

describe('training hours under the rules of a report', () => {
  const asked = { ...question(), segmentOf: departmentOf }
  test('GRI 404-1 leaves out coaching by a supervisor', () => {
    const coached = recordsOf([
      ...events,
      scheduled({ offeringId: 'o-3', on: '2026-05-05', kind: 'supervisorCoaching' }),
      enrolled('o-3', 'bo'),
      came('o-3', 'bo', '2026-05-05', 60),
    ])
    const table = trainingHoursTable({ ...asked, ...coached, profile: 'GRI 404-1' })
    expect(table.segments.sales).toMatchObject({ minutes: 220, headcount: 3 })
    expect(trainingHoursTable({ ...asked, ...coached, profile: 'general' }).segments.sales?.minutes).toBe(280)
  })
  test('ESRS S1-13 counts completed training only', () => {
    const { segments, total } = trainingHoursTable({ ...asked, profile: 'ESRS S1-13' })
    expect([segments.sales?.minutes, segments.plant?.minutes, total.minutes]).toEqual([120, 0, 120])
  })
  test('学时 are each learner’s minutes in class hours, and then added', () => {
    expect(valueIn(figureOf(classHoursFigure, question()))).toBe(5 + 1 + 1)
    expect(valueIn(figureOf(classHoursFigure, question(), { of: 'employee' }))).toBe(7 / 5)
    expect(valueIn(figureOf(classHoursFigure, question(), { minutesPerClassHour: 60 }))).toBe(4 + 1 + 1)
    const nobody = question('2026-12-31', { workforce: [] })
    expect(figureOf(classHoursFigure, nobody, { of: 'employee' }).status).toBe('undefined')
  })
})

describe('learning that is wanted', () => {
  test('is told by who asks, who shares and who comes again, each by itself', () => {
    const { selfInitiated, sharing: shared, repeat } = cultureIndex(question())
    expect([selfInitiated, shared, repeat].map(valueIn)).toEqual([1, 20, 1 / 3])
    const nobody = cultureIndex({ ...question(), enrolments: {}, offerings: {}, workforce: [] })
    expect(Object.values(nobody).map(({ status }) => status)).toEqual(['undefined', 'undefined', 'undefined'])
  })
})

test('the annual statistics hold every figure, in all and by segment', () => {
  const annual = annualTrainingStatistics({ ...question(), segmentOf: departmentOf })
  expect(annual.headcount).toBe(5)
  expect(annual.figures).toEqual(trainingStatistics(question()))
  expect(Object.keys(annual.segments)).toEqual(['outsideWorkforce', 'plant', 'sales'])
  expect(annual.hours.general.total.minutes).toBe(280)
})
