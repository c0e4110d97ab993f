/** Obligations know a person's history: moves, leaves, early renewals, amended terms, the last valid day. */
import {
  catalogEvents,
  complianceFigure,
  complianceMatrix,
  courseEquivalents,
  credentialEvents,
  deliveryEvents,
  type Employee,
  figureOf,
  fold,
  learnerRecord,
  obligations,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const events = credentialEvents.make
const zone = 'Asia/Shanghai'
const terms = {
  title: 'Fire safety',
  audience: { segments: [], roles: [] },
  trigger: { on: 'hired' as const, dueWithinDays: 30 },
  recurrence: { kind: 'once' as const },
  graceDays: 0,
  purpose: 'compliance',
}
type Terms = Omit<typeof terms, 'recurrence' | 'audience'> & { recurrence: object; audience: object }
const asked = (
  requires: 'course' | 'credential',
  ...versions: (Partial<Terms> & { effectiveFrom: string })[]
) => ({
  fire: {
    status: 'established' as const,
    courseId: 'fire',
    requires,
    versions: versions.map((one) => ({ ...terms, ...one })) as never,
  },
})
const ada = { learnerId: 'ada', hiredOn: '2020-01-01', segment: {} }
const certificate = {
  ...{ at: '2026-01-05T01:00:00.000Z', certificateId: 'c', learnerId: 'ada', courseId: 'fire', serial: 's' },
  ...{ basis: 'administrative' as const, awardedDate: '2026-01-05' },
  validFrom: '2026-01-05T01:00:00.000Z',
}
const issued = (more: object = {}) => events.CertificateIssued({ ...certificate, ...more })
const standing = (
  day: string,
  requirements: ReturnType<typeof asked>,
  given: Parameters<typeof fold>[1] = [],
  person: Employee = ada,
) => {
  const records = { ada: fold(learnerRecord, given) }
  const [one] = obligations({
    workforce: [person],
    requirements,
    records,
    asOf: `${day}T04:00:00.000Z`,
    zone,
  })
  return one === undefined ? 'notObligated' : `${one.state} ${one.due ?? 'never'}`
}

describe('a move', () => {
  const plant = asked('course', {
    effectiveFrom: '2024-01-01',
    audience: { segments: [{ department: 'plant' }], roles: [] },
  })
  const moved = {
    ...ada,
    segment: { department: 'plant' },
    segments: [
      { segment: { department: 'sales' }, since: '2020-01-01', until: '2026-02-28' },
      { segment: { department: 'plant' }, since: '2026-03-01' },
    ],
  }
  test('starts its own clock', () => {
    expect(standing('2026-02-28', plant, [], moved)).toBe('notObligated')
    expect(standing('2026-03-01', plant, [], moved)).toBe('due 2026-03-31')
  })
  test('within the audience does not', () => {
    const within = {
      ...moved,
      segments: moved.segments.map((one) => ({ ...one, segment: { department: 'plant' } })),
    }
    expect(standing('2026-03-01', plant, [], within)).toBe('overdue 2024-01-31')
  })
  test('into the role that is asked starts it too, and so does coming back to it', () => {
    const drivers = asked('course', {
      effectiveFrom: '2024-01-01',
      audience: { segments: [], roles: ['driver'] },
    })
    const driver = (...roles: { since: string; until?: string }[]) => ({
      ...ada,
      roles: roles.map((one) => ({ role: 'driver', ...one })),
    })
    expect(standing('2026-03-02', drivers, [], driver({ since: '2026-03-01' }))).toBe('due 2026-03-31')
    const back = driver({ since: '2024-01-01', until: '2024-01-10' }, { since: '2026-03-01' })
    expect(standing('2026-03-02', drivers, [], back)).toBe('due 2026-03-31')
    const byRole = asked('course', {
      effectiveFrom: '2024-01-01',
      audience: { segments: [], roles: ['driver'] },
      trigger: { on: 'roleAssigned', dueWithinDays: 30 } as never,
    })
    expect(standing('2026-03-02', byRole, [], back)).toBe('due 2026-03-31')
  })
  test('to the plant is no matter of incidents before it, nor of certificates that had ended', () => {
    const of = (trigger: object) =>
      asked('credential', {
        effectiveFrom: '2024-01-01',
        audience: { segments: [{ department: 'plant' }], roles: [] },
        trigger: trigger as never,
      })
    const hurt = { ...moved, incidents: [{ incident: 'fall', on: '2026-01-15' }] }
    expect(standing('2026-03-02', of({ on: 'incident', dueWithinDays: 10 }), [], hurt)).toBe('notObligated')
    const ended = issued({
      validFrom: '2024-01-05T01:00:00.000Z',
      validUntil: '2025-01-05T01:00:00.000Z',
    })
    expect(standing('2026-03-02', of({ on: 'expiry' }), [ended], moved)).toBe('notObligated')
  })
})

describe('a renewal before the end', () => {
  const yearly = asked('credential', {
    effectiveFrom: '2026-01-01',
    recurrence: { kind: 'rolling', months: 12 },
  })
  const end = '2027-01-05T01:00:00.000Z'
  const renewed = (validFrom: string, at: string) =>
    events.CertificateRenewed({
      ...certificate,
      at,
      validFrom,
      validUntil: '2028-01-05T01:00:00.000Z',
    } as never)
  test.each([end, '2026-11-20T01:00:00.000Z'])(
    'from %s on is good to its own end, and nobody is nagged',
    (from) => {
      const life = [issued({ validUntil: end }), renewed(from, '2026-11-20T01:00:00.000Z')]
      expect(standing('2026-12-20', yearly, life)).toBe('current 2028-01-05')
      expect(standing('2027-01-06', yearly, life)).toBe('current 2028-01-05')
    },
  )
  test('is not known before it was recorded', () => {
    const life = [issued({ validUntil: end }), renewed(end, '2026-12-30T01:00:00.000Z')]
    expect(standing('2026-12-20', yearly, life)).toBe('expiringSoon 2027-01-05')
  })
})

describe('amended terms', () => {
  const months = (effectiveFrom: string, months: number) => ({
    effectiveFrom,
    recurrence: { kind: 'rolling', months },
  })
  const stricter = asked('credential', months('2024-01-01', 24), months('2026-06-01', 12))
  test('make nothing due before they hold, and give the days they promise', () => {
    const old = issued({ validFrom: '2025-01-15T01:00:00.000Z' })
    expect(standing('2026-05-31', stricter, [old])).toBe('current 2027-01-15')
    expect(standing('2026-06-01', stricter, [old])).toBe('due 2026-07-01')
    expect(standing('2026-07-02', stricter, [old])).toBe('overdue 2026-07-01')
  })
  test('give nobody longer than the old ones did, and excuse nobody who was late by them', () => {
    expect(standing('2026-06-01', stricter, [issued({ validFrom: '2024-06-10T01:00:00.000Z' })])).toBe(
      'due 2026-06-10',
    )
    expect(standing('2026-06-01', stricter, [issued({ validFrom: '2024-03-10T01:00:00.000Z' })])).toMatch(
      /^overdue/,
    )
  })
})

describe('an early repetition', () => {
  const done = (at: string, offeringId: string) =>
    deliveryEvents.make.EnrolmentCompleted({
      ...{ at: `${at}T04:00:00.000Z`, offeringId, learnerId: 'ada', courseId: 'fire', courseVersion: 1 },
      ...{ outcome: 'completed' as const, attendedMinutes: 1, scheduledMinutes: 1 },
    })
  const yearly = (more: object) =>
    asked('course', { effectiveFrom: '2026-01-01', recurrence: { kind: 'rolling', months: 12, ...more } })
  const first = done('2026-01-05', 'o-1')
  test('keeps the due day where the terms say so, and does not where it came too soon', () => {
    const keeps = yearly({ keepsDueDayWithinDays: 60 })
    expect(standing('2026-12-20', keeps, [first, done('2026-12-10', 'o-2')])).toBe('current 2028-01-05')
    expect(standing('2026-12-20', keeps, [first, done('2026-10-10', 'o-2')])).toBe('current 2027-10-10')
    expect(standing('2026-12-20', yearly({}), [first, done('2026-12-10', 'o-2')])).toBe('current 2027-12-10')
  })
  test('is late for nobody: what came after the due day counts from itself', () => {
    expect(
      standing('2027-03-01', yearly({ keepsDueDayWithinDays: 60 }), [first, done('2027-02-10', 'o-2')]),
    ).toBe('current 2028-02-10')
  })
})

describe('who is hired again', () => {
  const again = {
    ...ada,
    hiredOn: '2026-03-01',
    employedBefore: [{ hiredOn: '2020-01-01', leftOn: '2025-06-30' }],
  }
  const before = issued({ validFrom: '2025-01-05T01:00:00.000Z', validUntil: '2026-12-01T01:00:00.000Z' })
  const rehiring = (more: object) => asked('credential', { effectiveFrom: '2024-01-01', ...more })
  test('goes on with what they had done, where the terms say nothing or the absence was short', () => {
    expect(standing('2026-03-02', rehiring({}), [before], again)).toBe('current 2026-12-01')
    expect(standing('2026-03-02', rehiring({ startsAnewAfterDays: 243 }), [before], again)).toBe(
      'current 2026-12-01',
    )
  })
  test('starts anew after a longer absence than the terms allow', () => {
    expect(standing('2026-03-02', rehiring({ startsAnewAfterDays: 242 }), [before], again)).toBe(
      'due 2026-03-31',
    )
  })
  test('has the days of a new hire for what ran out while they were away', () => {
    const ranOut = issued({
      validFrom: '2025-01-05T01:00:00.000Z',
      validUntil: '2025-12-01T01:00:00.000Z',
    })
    expect(standing('2026-03-02', rehiring({}), [ranOut], again)).toBe('due 2026-03-31')
  })
})

test('terms that are amended twice, and who is late by the terms before, make nothing due sooner than it was', () => {
  const days = (effectiveFrom: string, dueWithinDays: number) => ({
    effectiveFrom,
    trigger: { on: 'hired' as const, dueWithinDays },
  })
  const thrice = asked('course', days('2026-01-01', 90), days('2026-02-01', 10), days('2026-02-05', 5))
  const hired = { ...ada, hiredOn: '2026-01-10' }
  expect(standing('2026-02-05', thrice, [], hired)).toBe('due 2026-02-10')
  const late = asked('course', days('2026-01-01', 20), days('2026-06-01', 10))
  expect(standing('2026-06-01', late, [], hired)).toBe('overdue 2026-01-30')
})

test('nothing is due before the first terms hold: a certificate that they ask to be kept is due from then on', () => {
  const kept = asked('credential', {
    effectiveFrom: '2026-06-01',
    trigger: { on: 'expiry' } as never,
    recurrence: { kind: 'rolling', months: 12 },
  })
  const old = issued({ validFrom: '2024-01-05T01:00:00.000Z' })
  expect(standing('2026-06-01', kept, [old])).toBe('due 2026-06-01')
})

test('the last valid day is the last day on which a certificate is good', () => {
  const once = asked('credential', { effectiveFrom: '2026-01-01' })
  const thisYear = issued({ validUntil: '2026-12-31T16:00:00.000Z' })
  expect(standing('2026-12-31', once, [thisYear])).toBe('expiringSoon 2026-12-31')
  expect(standing('2027-01-01', once, [thisYear])).toBe('overdue 2026-12-31')
})

test('a leave of absence asks for nothing, and what fell due meanwhile is due after the return', () => {
  const once = asked('course', { effectiveFrom: '2026-01-01' })
  const away = { ...ada, leaves: [{ since: '2026-01-10', until: '2026-06-30' }] }
  expect(standing('2026-02-15', once, [], away)).toBe('notObligated')
  expect(standing('2026-07-01', once, [], away)).toBe('due 2026-07-31')
})

test('who did it within the days after the return did it in time', () => {
  const yearly = asked('course', {
    effectiveFrom: '2024-01-01',
    recurrence: { kind: 'rolling', months: 12 },
  })
  const done = (day: string, offeringId: string) =>
    deliveryEvents.make.EnrolmentCompleted({
      ...{ at: `${day}T04:00:00.000Z`, offeringId, learnerId: 'ada', courseId: 'fire', courseVersion: 1 },
      ...{ outcome: 'completed' as const, attendedMinutes: 1, scheduledMinutes: 1 },
    })
  const [one] = obligations({
    workforce: [{ ...ada, leaves: [{ since: '2026-01-10', until: '2026-06-30' }] }],
    requirements: yearly,
    records: { ada: fold(learnerRecord, [done('2025-03-01', 'o-1'), done('2026-07-20', 'o-2')]) },
    asOf: '2026-08-01T04:00:00.000Z',
    zone,
  })
  expect(one?.wasDue).toBe('2026-07-31')
})

describe('courses that count as others', () => {
  const done = (courseId: string, day = '2026-04-06') =>
    deliveryEvents.make.EnrolmentCompleted({
      ...{
        at: `${day}T04:00:00.000Z`,
        offeringId: `o-${courseId}`,
        learnerId: 'ada',
        courseId,
        courseVersion: 1,
      },
      ...{ outcome: 'completed' as const, attendedMinutes: 1, scheduledMinutes: 1 },
    })
  const known = (...given: readonly Parameters<typeof fold>[1][]) =>
    fold(
      courseEquivalents,
      given.flatMap((one) => [...one]),
    )
  const { EquivalenceDeclared, CourseRetired } = catalogEvents.make
  const at = '2026-01-05T01:00:00.000Z'
  const counts = known([
    EquivalenceDeclared({
      at,
      courseId: 'fire-zh',
      countsAsId: 'fire',
      effectiveFrom: '2026-01-01',
      until: '2026-06-30',
    }),
  ])
  const once = (more: object = {}) => asked('course', { effectiveFrom: '2026-01-01', ...more })
  const told = (
    day: string,
    requirements: ReturnType<typeof asked>,
    given: Parameters<typeof fold>[1],
    equivalents?: ReturnType<typeof known>,
  ) => {
    const [one] = obligations({
      ...{ workforce: [ada], requirements, asOf: `${day}T04:00:00.000Z`, zone },
      records: { ada: fold(learnerRecord, given) },
      ...(equivalents === undefined ? {} : { equivalents }),
    })
    return one === undefined ? 'notObligated' : `${one.state} ${one.courseId}`
  }
  test('meet a requirement, in the matrix and in the figures alike', () => {
    expect(told('2026-05-01', once(), [done('fire-zh')])).toBe('overdue fire')
    expect(told('2026-05-01', once(), [done('fire-zh')], counts)).toBe('current fire')
    expect(told('2026-08-01', once(), [done('fire-zh')], counts)).toBe('current fire')
    expect(told('2026-08-01', once(), [done('fire-zh', '2026-07-01')], counts)).toBe('overdue fire')
    const one = obligations({
      ...{ workforce: [ada], requirements: once(), asOf: '2026-05-01T04:00:00.000Z', zone },
      ...{ records: { ada: fold(learnerRecord, [done('fire-zh')]) }, equivalents: counts },
    })
    expect(figureOf(complianceFigure, { obligations: one, today: '2026-05-01' })).toMatchObject({
      value: 1,
      n: 1,
    })
    expect(complianceMatrix(one).rows).toMatchObject([{ learnerId: 'ada', compliant: true }])
  })
  test('are certificates too', () => {
    const credential = asked('credential', { effectiveFrom: '2026-01-01' })
    const other = issued({ courseId: 'fire-zh' })
    expect(told('2026-05-01', credential, [other], counts)).toBe('current fire')
    expect(told('2026-05-01', credential, [other])).toBe('overdue fire')
  })
  test('of alternatives so many are enough, and good as long as all of them are', () => {
    const two = once({
      alternatives: { atLeast: 2, courseIds: ['fire', 'water', 'air'] },
      recurrence: { kind: 'rolling', months: 12 },
    })
    expect(told('2026-05-01', two, [done('water')])).toBe('overdue fire')
    expect(told('2026-05-01', two, [done('water'), done('air', '2026-02-01')])).toBe('current fire')
    expect(standing('2026-05-01', two, [done('water'), done('air', '2026-02-01')])).toBe('current 2027-02-01')
    expect(
      standing('2026-05-01', two, [done('water'), done('air', '2026-02-01'), done('fire', '2026-03-01')]),
    ).toBe('current 2027-03-01')
  })
  test('count once among several, whatever they count as', () => {
    const two = once({ alternatives: { atLeast: 2, courseIds: ['fire', 'water', 'air'] } })
    const as = (countsAsId: string) =>
      EquivalenceDeclared({ at, courseId: 'both', countsAsId, effectiveFrom: '2026-01-01' })
    const both = known([as('fire'), as('water')])
    expect(told('2026-05-01', two, [done('both')], both)).toBe('overdue fire')
    expect(told('2026-05-01', two, [done('both'), done('both', '2026-02-02')], both)).toBe('overdue fire')
    expect(told('2026-05-01', two, [done('both'), done('water')], both)).toBe('current fire')
    const successor = known([CourseRetired({ at, courseId: 'fire', successorId: 'water' })])
    expect(told('2026-05-01', two, [done('water')], successor)).toBe('overdue water')
  })
  test('take the place of a retired one: what was done counts, and what is still to be done is the successor', () => {
    const retired = known([CourseRetired({ at, courseId: 'fire', successorId: 'fire-2' })])
    expect(told('2026-05-01', once(), [], retired)).toBe('overdue fire-2')
    expect(told('2026-05-01', once(), [done('fire')], retired)).toBe('current fire-2')
    expect(told('2026-05-01', once(), [done('fire-2')], retired)).toBe('current fire-2')
  })
  test('nobody is asked for a course that is retired and has no successor', () => {
    const gone = known([CourseRetired({ at, courseId: 'fire' })])
    expect(told('2026-05-01', once(), [], gone)).toBe('notObligated')
    expect(told('2026-05-01', once(), [done('fire')], gone)).toBe('current fire')
  })
})
