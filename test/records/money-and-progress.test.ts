import {
  type AnyEvent,
  boardOf,
  budgetByCurrencyOf,
  deliveryEvents,
  executiveSummary,
  fullyLoadedCostOf,
  needsEvents,
  offeringRecord,
  operationsBoard,
  planningEvents,
  planRecord,
  planVsActualIn,
  programRecord,
  programTimeline,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as the from '../planning/a-plan.ts'
import * as a from '../planning/a-program.ts'
import { expectToMerge } from './merging.ts'
import { recordsOf } from './records-of.ts'

const happened = { ...planningEvents.make, ...deliveryEvents.make, ...needsEvents.make }
const { planId, cny, usd } = the
const at = '2026-03-01T01:00:00.000Z'
const increase = { at, planId, increaseId: 'b-1', lineId: 'l-1' }
const asked = happened.BudgetIncreaseRequested({
  ...increase,
  amount: cny(30_000),
  requestedBy: 'lin',
  reason: 'More classes.',
})
const granted = happened.BudgetIncreaseGranted({
  ...increase,
  amount: cny(20_000),
  asked: cny(30_000),
  grantedBy: 'chen',
})
const alert = happened.BudgetAlertRaised({
  at,
  planId,
  currency: 'CNY',
  threshold: 8000,
  approved: 150_000,
  posted: 120_000,
  committed: 0,
})
const spent = [
  ...the.approved,
  the.promised('c-1', 50_000),
  the.posted('i-1', 30_000, 30_000, { commitmentId: 'c-1' }),
  the.posted('i-2', 5_000, 0, { category: 'travel' }),
  the.posted('i-3', 1_000, 0, { lineId: 'l-2', category: 'travel' }),
] as const

describe('the budget', () => {
  test('tells what is approved, promised, spent and left in each currency, and on what', () => {
    const seen = budgetByCurrencyOf(project(planRecord, spent)[planId] ?? planRecord.initial())
    expect(seen).toMatchObject([
      {
        currency: 'CNY',
        approved: 150_000,
        committed: 20_000,
        posted: 36_000,
        available: 94_000,
        categories: { trainerFee: 30_000, travel: 6_000 },
        execution: { value: 0.24 },
        variance: { value: -114_000 },
      },
      { currency: 'USD', approved: 20_000, posted: 0, available: 20_000, categories: {} },
    ])
  })
  test('grows with what is granted, and frees what is released', () => {
    const freed = happened.CommitmentReleased({ ...the.promise('c-1', 20_000) })
    const [yuan] = budgetByCurrencyOf(
      project(planRecord, [...spent, asked, granted, freed])[planId] ?? planRecord.initial(),
    )
    expect(yuan).toMatchObject({ approved: 170_000, committed: 0, available: 134_000 })
  })
  test('knows what is asked for, and what became of it', () => {
    const seen = (...events: readonly Parameters<typeof project>[1][]) =>
      project(planRecord, [...spent, ...(events.flat() as never[])])[planId]
    expect(seen([asked])?.increases).toEqual({
      'b-1': { lineId: 'l-1', amount: cny(30_000), by: 'lin', status: 'requested', reason: 'More classes.' },
    })
    expect(seen([asked, granted])?.increases['b-1']?.status).toBe('granted')
    const claim = { ...the.bill('r-1', 50), claimId: 'x-1', claimantId: 'ann' }
    const claimed = happened.ExpenseClaimed(claim)
    const refused = happened.ExpenseRefused({ ...claim, refusedBy: 'fin', reason: 'Private.' })
    expect(seen([claimed, refused])?.expenses['x-1']).toMatchObject({ by: 'ann', status: 'refused' })
  })
  test('follows a plan that is revised', () => {
    const revised = happened.PlanRevised({ at, planId, revision: 1, revisedBy: 'lin', reason: 'Less.' })
    const seen = project(planRecord, [
      ...the.approved,
      revised,
      happened.PlanLineRemoved({ at, planId, lineId: 'l-3' }),
      happened.PlanLineAmended(the.line('l-1', { budget: cny(70_000), title: 'Sales' })),
    ])[planId]
    expect(seen).toMatchObject({ status: 'revising', revision: 1, approved: { CNY: 150_000, USD: 20_000 } })
    expect(Object.keys(seen?.lines ?? {})).toEqual(['l-1', 'l-2'])
    expect(seen?.lines['l-1']).toMatchObject({ budget: cny(70_000), title: 'Sales' })
  })
  test('is brought together from the plans of several units', () => {
    const other = the.approved.map((event) => ({ ...event, data: { ...event.data, planId: 'plan-b' } }))
    const halves = { ...project(planRecord, spent), ...project(planRecord, other as unknown as typeof spent) }
    expect(project(planRecord, [...spent, ...(other as unknown as typeof spent)])).toEqual(halves)
  })
})

const session = (start: string, end: string) => ({ sessionId: 's-1', start, end, zone: 'Asia/Shanghai' })
const offered = (offeringId: string, day: string, programId = 'p-1') =>
  happened.OfferingScheduled({
    at,
    offeringId,
    courseId: 'questions',
    courseVersion: 1,
    programId,
    title: `Class ${offeringId}`,
    kind: 'course',
    modality: 'classroom',
    sessions: [session(`${day}T01:00:00.000Z`, `${day}T09:00:00.000Z`)],
    capacity: { min: 1, max: 10 },
    completionRule: { require: 'all', of: [] },
    approval: 'automatic',
  } as Parameters<typeof happened.OfferingScheduled>[0])
const held = (offeringId: string) =>
  happened.OfferingCompleted({
    at: '2026-04-07T01:00:00.000Z',
    offeringId,
    courseId: 'questions',
    courseVersion: 1,
    programId: 'p-1',
    endedAt: '2026-04-06T09:00:00.000Z',
    zone: 'Asia/Shanghai',
    enrolled: 2,
  })
const passed = (learnerId: string) =>
  happened.EnrolmentCompleted({
    at: '2026-04-13T01:00:00.000Z',
    offeringId: 'o-1',
    learnerId,
    courseId: 'questions',
    courseVersion: 1,
    programId: 'p-1',
    outcome: 'completed',
    attendedMinutes: 480,
    scheduledMinutes: 480,
  } as Parameters<typeof happened.EnrolmentCompleted>[0])
const cancelledClass = happened.OfferingCancelled({ at, offeringId: 'o-3', programId: 'p-1', cause: 'other' })
const reachedLate = happened.MilestoneReached({
  ...a.here,
  milestoneId: 'm-1',
  due: '2026-02-15',
  reachedOn: '2026-02-16',
})
const pilot = happened.MilestonePlanned({ ...a.here, milestoneId: 'm-2', title: 'Pilot', due: '2026-05-01' })
const year = [
  ...a.needed,
  ...spent,
  a.proposed,
  a.set('o-1'),
  a.linked('o-1'),
  a.milestonePlanned,
  a.assigned,
  pilot,
  a.budgeted(60_000),
  a.launched,
  reachedLate,
  offered('o-1', '2026-04-06'),
  offered('o-2', '2026-09-07'),
  offered('o-3', '2026-04-20'),
  offered('o-9', '2026-04-06', 'p-9'),
  cancelledClass,
  passed('ada'),
  passed('bob'),
  passed('ada'),
  held('o-1'),
] as const

const planned = (events: readonly AnyEvent[]) => ({
  plans: project(planRecord, events),
  programs: project(programRecord, events),
  ...recordsOf(events),
})

describe('plan against actual', () => {
  test('sets people, classes, milestones and money of each line against what was planned', () => {
    const lines = planVsActualIn(planned(year), { planId, on: '2026-06-30' })
    expect(lines.map(({ lineId }) => lineId)).toEqual(['l-1', 'l-2', 'l-3'])
    expect(lines[0]).toMatchObject({
      programIds: ['p-1'],
      headcount: { planned: 40, trained: 2 },
      reached: { value: 0.05, n: 40 },
      classes: { value: 0.5, n: 2 },
      onTime: { value: 0, n: 2 },
      execution: { value: 0.35, n: 100_000 },
    })
    expect(lines[1]).toMatchObject({ programIds: [], classes: { status: 'undefined' } })
  })
  test('counts on a day what is due by then', () => {
    const [line] = planVsActualIn(planned(year), { planId, on: '2026-03-01' })
    expect(line).toMatchObject({ classes: { status: 'undefined' }, onTime: { n: 1 } })
  })
  test('counts a class by its last day as first planned, where it is held: putting it off makes it no less due', () => {
    const moved = happened.SessionRescheduled({
      ...{ at, offeringId: 'o-2', programId: 'p-1', sequence: 1 },
      ...session('2026-11-02T01:00:00.000Z', '2026-11-02T09:00:00.000Z'),
      was: { start: '2026-09-07T01:00:00.000Z', end: '2026-09-07T09:00:00.000Z' },
    })
    const classes = (on: string) => planVsActualIn(planned([...year, moved]), { planId, on })[0]?.classes
    expect(classes('2026-09-06')).toMatchObject({ n: 2 })
    expect(classes('2026-09-07')).toMatchObject({ value: 1 / 3, n: 3 })
    const early = offered('o-4', '2026-05-04')
    const [first] = early.data.sessions
    const inTheMorning = { ...first, start: '2026-05-03T20:00:00.000Z', end: '2026-05-03T23:00:00.000Z' }
    const log = [...year, { ...early, data: { ...early.data, sessions: [inTheMorning] } } as typeof early]
    const due = (on: string) => planVsActualIn(planned(log), { planId, on })[0]?.classes
    expect(due('2026-05-03')).toMatchObject({ n: 2 })
    expect(due('2026-05-04')).toMatchObject({ n: 3 })
  })
  test('knows no plan that is not there', () => {
    expect(planVsActualIn(planned(year), { planId: 'plan-x', on: '2026-03-01' })).toEqual([])
  })
})

describe('the timeline of a program', () => {
  test('holds what happened to it in every room, from the need to the last class, in the order of the log', () => {
    const entries = programTimeline(year, 'p-1')
    expect([...new Set(entries.map(({ phase }) => phase))]).toEqual(['analyse', 'design', 'implement'])
    expect(entries.map(({ event }) => event.type)).toContain('NeedIdentified')
    expect(entries.filter(({ event }) => event.type === 'OfferingScheduled')).toHaveLength(3)
    expect(entries.map(({ event }) => event)).toEqual(
      year.filter((event) => entries.some((one) => one.event === event)),
    )
  })
  test('can be folded again into the same program', () => {
    const replayed = programTimeline(year, 'p-1').map(({ event }) => event)
    expect(project(programRecord, replayed)['p-1']).toEqual(project(programRecord, year)['p-1'])
    expect(project(offeringRecord, replayed)['o-1']).toEqual(project(offeringRecord, year)['o-1'])
  })
  test('holds what carries the program as correlation, of a host’s own modules too', () => {
    const of = (correlationId: string) => ({
      type: 'MentorMatched',
      data: { at },
      metadata: { eventId: 'e', commandId: 'c', commandFingerprint: 'f', schemaVersion: 1, correlationId },
    })
    const [mentor, other] = [of('p-1'), of('p-2')]
    expect(programTimeline([mentor, other], 'p-1')).toEqual([{ at, event: mentor }])
  })
  test('holds what is about its classes and says nothing of the program, and nothing of other programs', () => {
    const announced = (offeringId: string) =>
      happened.OfferingAnnounced({ at, offeringId, channel: 'intranet', audience: {} })
    const [opened, elsewhere] = [announced('o-1'), announced('o-9')]
    const types = programTimeline([...year, opened, elsewhere], 'p-1').filter(
      ({ event }) => event.type === 'OfferingAnnounced',
    )
    expect(types.map(({ event }) => event)).toEqual([opened])
  })
  test('is told as of an instant, and by phase', () => {
    const early = programTimeline(year, 'p-1', { asOf: '2026-03-01T01:00:00.000Z' })
    expect(early.map(({ event }) => event.type)).not.toContain('OfferingCompleted')
    const design = programTimeline(year, 'p-1', { phases: ['design'] })
    expect(new Set(design.map(({ phase }) => phase))).toEqual(new Set(['design']))
  })
})

const views = {
  plans: project(planRecord, [...year, asked, alert]),
  programs: project(programRecord, year),
  offerings: boardOf(recordsOf(year)),
}

test('leadership is told progress, lateness, classes, objectives and money, and what it is asked for', () => {
  const attainment = {
    metric: 'M71',
    options: {},
    status: 'undefined',
    reason: { code: 'MissingBaseline' },
  } as const
  const outcome = {
    objectiveId: 'o-1',
    objective: a.objective('o-1'),
    attainment,
    verdict: 'reached' as const,
  }
  const summary = executiveSummary({
    on: '2026-06-30',
    ...views,
    outcomes: { 'p-1': [outcome, { ...outcome, verdict: 'notMeasurable' }] },
    figures: { M01: { status: 'ok', value: 0.9, n: 100, unit: 'ratio' } },
  })
  expect(summary).toMatchObject({
    programs: { launched: 1 },
    milestones: {
      onTime: { value: 0, n: 2 },
      overdue: [{ programId: 'p-1', milestoneId: 'm-2', title: 'Pilot', due: '2026-05-01' }],
    },
    classes: { held: 1, cancelled: 1, ahead: 2 },
    attempts: { completed: 2, failed: 0, noShow: 0 },
    objectives: { reached: 1, notReached: 0, notMeasurable: 1 },
    money: [
      { currency: 'CNY', approved: 150_000, committed: 20_000, posted: 36_000, available: 94_000 },
      { currency: 'USD', approved: 20_000 },
    ],
    alerts: [{ planId, currency: 'CNY', threshold: 8000 }],
    asks: [{ planId, increaseId: 'b-1', lineId: 'l-1', amount: cny(30_000), requestedBy: 'lin' }],
    figures: { M01: { value: 0.9 } },
  })
  expect(usd(1)).toEqual({ minor: 1, currency: 'USD' })
})

test('operations sees what is due across programs and classes, the earliest first', () => {
  const task = {
    taskId: 't-1',
    offeringId: 'o-2',
    title: 'Tea',
    owner: 'administration',
    dueAt: '2026-09-06T01:00:00.000Z',
  }
  const board = operationsBoard({ on: '2026-06-30', ...views, tasks: [task] })
  expect(board.map(({ what, id, overdue }) => [what, id, overdue])).toEqual([
    ['class', 'o-9', true],
    ['milestone', 'm-2', true],
    ['task', 't-1', false],
    ['class', 'o-2', false],
  ])
  expect(operationsBoard({ on: '2026-06-30', until: '2026-06-30', ...views }).map(({ id }) => id)).toEqual([
    'o-9',
    'm-2',
  ])
})

test('a program tells what is said of it in words, who leads it and when milestones were reached', () => {
  const events = [
    ...year,
    happened.ObjectiveStated({
      ...a.here,
      objectiveId: 'o-5',
      level: 3,
      title: 'Confidence',
      due: '2026-06-30',
    }),
    happened.ResponsibilityAssigned({
      at,
      programId: 'p-1',
      responsibleIds: ['bo'],
      accountableId: 'mei',
      supportIds: ['ops'],
      consultedIds: [],
      informedIds: [],
    }),
    a.set('o-5'),
  ]
  expect(project(programRecord, events)['p-1']).toMatchObject({
    statements: {},
    responsibility: { accountableId: 'mei', supportIds: ['ops'] },
    reached: { 'm-1': [{ due: '2026-02-15', reachedOn: '2026-02-16' }] },
  })
  expectToMerge(programRecord, events)
})

test('a fully loaded cost is taken from what was posted, and says what it has no place for', () => {
  const { cost, unplaced } = fullyLoadedCostOf(
    { CNY: { trainerFee: 600, travel: 30, salary: 400, design: 1000, mascot: 5 } },
    { life: { offerings: 10, costedHere: 1 } },
  )
  expect(cost).toMatchObject({ status: 'ok', value: 1135, variant: { participantTime: 'included' } })
  expect(unplaced).toEqual(['mascot'])
  const mixed = fullyLoadedCostOf({ CNY: { trainerFee: 1 }, USD: { trainerFee: 1 } }).cost
  expect(mixed).toMatchObject({ status: 'undefined', reason: { code: 'MixedCurrency' } })
})
