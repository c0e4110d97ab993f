import {
  audienceOf,
  averageHeadcount,
  budgetOf,
  complianceByRequirement,
  deliveryEvents,
  type EnrolmentRecord,
  enrolmentRecord,
  figureOf,
  funnelOf,
  hoursPerEmployeeFigure,
  type KirkpatrickFigure,
  type KirkpatrickState,
  kirkpatrick,
  kirkpatrickFigures,
  noShowFigure,
  objectiveOutcomes,
  offeringRecord,
  programRecord,
  project,
  shownReachedOn,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { company, employedOn } from '../../examples/a-year-of-training/script/company.ts'

const zone = 'Asia/Shanghai'
const year = { from: '2025-01-01', to: '2026-01-01' }
const person = (learnerId: string, hiredOn: string, leftOn?: string) => ({
  learnerId,
  hiredOn,
  segment: {},
  ...(leftOn === undefined ? {} : { leftOn }),
})
const enrolment = (learnerId: string, more: Partial<EnrolmentRecord>): EnrolmentRecord => ({
  ...enrolmentRecord.initial(),
  offeringId: 'o-1',
  learnerId,
  history: [
    { status: 'requested', at: '2025-03-01T00:00:00.000Z' },
    { status: 'enrolled', at: '2025-03-01T00:00:00.000Z' },
  ],
  ...more,
})
const byKey = (records: readonly EnrolmentRecord[]) =>
  Object.fromEntries(records.map((one) => [`${one.offeringId} ${one.learnerId}`, one]))
const came = { s: { minutes: 60, on: '2025-03-10' } } as unknown as EnrolmentRecord['attended']
const away = { s: { minutes: 0, on: '2025-03-10' } } as unknown as EnrolmentRecord['attended']

describe('the average headcount', () => {
  test('is the mean of the days, from hires and exits: eight who came on 15 December are few', () => {
    const all = Array.from({ length: 10 }, (_, at) => person(`p${at}`, at < 2 ? '2020-01-01' : '2025-12-15'))
    expect(averageHeadcount(all, year)).toBeCloseTo(2 + (8 * 17) / 365, 12)
  })
  test('of the example is what counting day by day gives', () => {
    const people = company()
    const days = Array.from({ length: 365 }, (_, at) =>
      new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
    )
    const byDay = days.reduce((sum, day) => sum + employedOn(people, day).length, 0) / 365
    const employees = people.map(({ id, hiredOn, leftOn }) => person(id, hiredOn, leftOn))
    expect(averageHeadcount(employees, year)).toBeCloseTo(byDay, 9)
  })
  test('counts an earlier employment, and the last day', () => {
    const again = {
      ...person('ada', '2025-07-01'),
      employedBefore: [{ hiredOn: '2020-01-01', leftOn: '2025-01-10' }],
    }
    expect(averageHeadcount([again], year)).toBeCloseTo((10 + 184) / 365, 12)
  })
  test('is what hours are divided by; of a year that runs, of its days so far', () => {
    const workforce = [person('ada', '2020-01-01'), person('bo', '2025-03-17')]
    const asked = {
      enrolments: byKey([enrolment('ada', { attended: came })]),
      offerings: {},
      workforce,
      period: year,
      zone,
    }
    const hours = figureOf(hoursPerEmployeeFigure, { ...asked, asOf: '2025-03-31T12:00:00.000Z' })
    expect(hours).toMatchObject({ value: expect.closeTo(1 / (1 + 15 / 90), 12) })
  })
})

describe('attendance that nobody wrote down', () => {
  const { make } = deliveryEvents
  const [session] = [
    { sessionId: 's', start: '2025-03-10T01:00:00.000Z', end: '2025-03-10T02:00:00.000Z', zone },
  ]
  const scheduled = make.OfferingScheduled({
    ...{ at: '2025-02-01T00:00:00.000Z', offeringId: 'o-1', courseId: 'c', courseVersion: 1, title: 'T' },
    ...{ kind: 'course', modality: 'classroom', sessions: [session], capacity: { min: 0 } },
    ...{ completionRule: { require: 'all', of: [] }, approval: 'automatic' },
  } as Parameters<typeof make.OfferingScheduled>[0])
  const noShows = (records: readonly EnrolmentRecord[]) =>
    figureOf(noShowFigure, {
      enrolments: byKey(records),
      offerings: project(offeringRecord, [scheduled]),
      workforce: [],
      period: year,
      asOf: '2026-01-01T00:00:00.000Z',
      zone,
    })
  test('is unknown: a class without a register has no no-shows', () => {
    const missing = [enrolment('ada', { status: 'noShow' }), enrolment('bo', { status: 'noShow' })]
    expect(noShows(missing).status).toBe('undefined')
    expect(
      noShows([...missing.slice(1), enrolment('ada', { status: 'noShow', attended: away })]),
    ).toMatchObject({ value: 1, n: 2 })
  })
})

describe('the funnel', () => {
  const passed = { status: 'completed', outcome: 'passed', assessment: 'passed', attended: came } as const
  const finished = { status: 'completed', outcome: 'completed', assessment: 'none', attended: came } as const
  test('leaves out a stage that no class kept', () => {
    const steps = funnelOf(byKey([enrolment('ada', { ...finished, attended: {} })]))
    expect(steps.map(({ stage }) => stage)).toEqual(['requested', 'confirmed', 'completed'])
  })
  test('shares are of those who could reach the stage: nobody passes a class without a test', () => {
    const other = { offeringId: 'o-2' }
    const records = [
      enrolment('ada', passed),
      enrolment('bo', { ...passed, status: 'failed', outcome: 'completed', assessment: 'failed' }),
      ...['cy', 'di', 'ed'].map((one) => enrolment(one, { ...finished, ...other })),
    ]
    const [, , , completed, last] = funnelOf(byKey(records))
    expect(completed).toMatchObject({ stage: 'completed', count: 4 })
    expect(last).toMatchObject({
      stage: 'passed',
      count: 1,
      ofPrevious: { value: 1, n: 1 },
      ofFirst: { value: 0.5, n: 2 },
    })
  })
})

describe('an objective', () => {
  const passRate: KirkpatrickFigure = {
    ...{ figure: 'M46', metric: 'M46', options: {}, level: 2, of: {} },
    result: { status: 'ok', value: 1, n: 6, unit: 'ratio' },
  }
  const target = { kind: 'absolute', direction: 'increase', value: 1 } as const
  const everybody = { level: 2, measure: 'M46', unit: 'share', target, due: '2025-12-31' }
  test('that everybody passes is not reached by those who sat the test alone', () => {
    const enrolments = byKey([
      ...Array.from({ length: 7 }, (_, at) => enrolment(`p${at}`, { programId: 'p', status: 'completed' })),
      enrolment('gone', { programId: 'p', status: 'noShow' }),
      enrolment('in time', { programId: 'p', status: 'withdrawn', gaveUp: 'inTime' }),
    ])
    const audience = audienceOf('p', enrolments)
    expect(audience).toEqual({ people: 8, noShows: 1 })
    expect(objectiveOutcomes({ o: everybody }, [passRate])[0]?.verdict).toBe('reached')
    expect(objectiveOutcomes({ o: everybody }, [passRate], { audience })[0]).toMatchObject({
      verdict: 'notReached',
      actual: { value: 0.75, n: 8, options: { of: 'audience' } },
      audience: { people: 8, noShows: 1, measured: 6 },
    })
  })
})

describe('a return', () => {
  const estimate = (minor: number, attribution: number, confidence: number) => ({
    ...{ measure: 'conversionRate', currency: 'CNY', minor, attribution, confidence },
  })
  const state: KirkpatrickState = {
    ...kirkpatrick.initial(),
    isolation: 'control',
    costs: { CNY: { trainerFee: 38_314_000 } },
    benefits: [estimate(98_000_000, 6000, 8000), estimate(60_000_000, 4000, 7000)],
  }
  const notes = kirkpatrickFigures(state).flatMap(({ metric, result }) =>
    metric === 'M83' && result.status === 'ok' ? (result.notes ?? []) : [],
  )
  test('is told with its range: by these estimates it may be above zero', () => {
    expect(notes.find(({ code }) => code === 'ReturnRange')).toEqual({
      code: 'ReturnRange',
      low: expect.closeTo(-56.152, 3),
      high: expect.closeTo(22.775, 3),
    })
  })
  test('says what would have to be true for zero', () => {
    expect(notes.find(({ code }) => code === 'ZeroReturn')).toEqual({
      code: 'ZeroReturn',
      worth: Math.ceil(38_314_000 / 0.28),
      currency: 'CNY',
      share: expect.closeTo(38_314_000 / 42_000_000, 12),
    })
  })
})

test('compliance is told of each requirement, so that one that is missed is seen', () => {
  const owed = (requirementId: string, state: string) => ({
    requirementId,
    learnerId: 'ada',
    state,
    ...(state === 'current' ? { doneOn: '2025-01-10' } : {}),
    graceDays: 0,
    due: state === 'current' ? '2026-01-31' : '2025-01-31',
  })
  const told = complianceByRequirement({
    obligations: [owed('fire', 'overdue'), owed('law', 'current')],
    today: '2025-06-30',
  })
  expect(Object.entries(told).map(([id, { obliged, figures }]) => [id, obliged, figures.M26])).toMatchObject([
    ['fire', 1, { value: 0 }],
    ['law', 1, { value: 1 }],
  ])
})

test('the wages of participants are told apart from money that was spent', () => {
  const costs = { CNY: { trainerFee: 300, salary: 200, participantTime: 100 } }
  expect(budgetOf('p', { ...programRecord.initial(), costs }, {}).CNY).toEqual({
    ...{ planned: 0, committed: 0, posted: 600, wages: 300 },
  })
})

test('a milestone that the facts have reached says so, once every class that stands was held', () => {
  const milestone = {
    title: 'All classes held',
    due: '2025-10-31',
    done: false,
    reachedWhen: 'classesHeld' as const,
  }
  const held = (endedAt: string) => ({ status: 'completed' as const, endedAt })
  const classes = [
    held('2025-09-17T09:00:00.000Z'),
    held('2025-06-17T09:00:00.000Z'),
    { status: 'cancelled' as const },
  ]
  expect(shownReachedOn(milestone, zone, classes)).toBe('2025-09-17')
  expect(shownReachedOn(milestone, zone, [...classes, { status: 'scheduled' as const }])).toBeUndefined()
  const { reachedWhen: _, ...said } = milestone
  expect(shownReachedOn(said, zone, classes)).toBeUndefined()
})
