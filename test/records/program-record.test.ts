import {
  type AnyEvent,
  boardOf,
  budgetOf,
  commitmentRecord,
  deliveryEvents,
  evaluationEvents,
  kirkpatrick,
  kirkpatrickFigures,
  planningEvents,
  programRecord,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { isolated, worth } from '../figures/a-program.ts'
import { expectToMerge } from './merging.ts'
import { recordsOf } from './records-of.ts'

const planned = planningEvents.make
const studied = evaluationEvents.make
const at = '2026-03-01T00:00:00.000Z'
const programId = 'p-1'
const program = { at, programId }
const study = { ...program, evaluationId: 'e-1' }
const line = { at, planId: 'plan', lineId: 'l-1' }
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const designed = [
  planned.ProgramProposed({
    ...program,
    title: 'Onboarding',
    kind: 'onboarding',
    audience: { level: 'newHire' },
    zone: 'UTC',
    proposedBy: 'bo',
  }),
  planned.ObjectiveSet({
    ...program,
    objectiveId: 'ob-1',
    level: 4,
    measure: 'sales',
    unit: 'orders',
    baseline: 70,
    target: { kind: 'relative', direction: 'increase', value: 1500 },
    due: '2026-12-01',
  }),
  planned.NeedLinked({ ...program, needId: 'n-1', objectiveIds: ['ob-1'] }),
  planned.CurriculumDesigned({
    ...program,
    stages: [{ stage: 'culture', courseIds: ['welcome'] }],
    courseIds: ['welcome'],
    progression: 'sequential',
  }),
  planned.MilestonePlanned({ ...program, milestoneId: 'm-1', title: 'Pilot', due: '2026-05-01' }),
  planned.ResponsibilityAssigned({
    ...program,
    milestoneId: 'm-1',
    responsibleIds: ['bo'],
    accountableId: 'di',
    supportIds: [],
    consultedIds: [],
    informedIds: [],
  }),
  planned.EvaluationPlanned({
    ...program,
    levels: [1, 2],
    instruments: [],
    timing: [],
    isolation: 'estimate',
  }),
]
const money = [
  planned.ProgramBudgetPlanned({ ...line, programId, amount: cny(900_000) }),
  planned.FundsCommitted({ ...line, commitmentId: 'c-1', amount: cny(300_000), programId }),
  planned.FundsCommitted({ ...line, commitmentId: 'c-2', amount: cny(50_000), programId: 'p-2' }),
  planned.CostPosted({
    ...line,
    category: 'venue',
    amount: cny(120_000),
    invoice: 'inv-1',
    commitmentId: 'c-1',
    settled: 120_000,
    programId,
  }),
  planned.CostPosted({
    ...line,
    category: 'travel',
    amount: cny(30_000),
    invoice: 'inv-2',
    settled: 0,
    programId,
  }),
  planned.CommitmentReleased({ ...line, commitmentId: 'c-1', amount: cny(80_000) }),
]
const life = [
  planned.ProgramSubmitted({ ...program, submittedBy: 'bo' }),
  planned.ProgramReturned({ ...program, returnedBy: 'di', reasons: ['no pilot'] }),
  planned.ProgramSubmitted({ ...program, submittedBy: 'bo' }),
  planned.ProgramApproved({ ...program, approvedBy: 'di' }),
  planned.ProgramLaunched(program),
  planned.ProgramSuspended({ ...program, reason: 'flu' }),
  planned.ProgramResumed(program),
]
const evaluated = [
  studied.EvaluationStudyPlanned({ ...study, zone: 'UTC', levels: [1], instruments: {}, k: 1 }),
  studied.FindingRecorded({
    ...study,
    findingId: 'f',
    level: 1,
    sources: ['survey'],
    people: 5,
    statement: '',
  }),
  studied.BenefitEstimateRecorded({
    ...study,
    measure: 'sales',
    amount: cny(1),
    attribution: 1,
    confidence: 1,
    estimatedBy: 'bo',
  }),
]
const all = [...designed, ...money, ...life, ...evaluated]
const statusOf = (events: readonly AnyEvent[]) =>
  project(programRecord, events)[programId] ?? programRecord.initial()

describe('the status of a program', () => {
  test('tells what it is to change and who answers for what', () => {
    expect(statusOf(all)).toMatchObject({
      title: 'Onboarding',
      kind: 'onboarding',
      objectives: { 'ob-1': { measure: 'sales', baseline: 70, due: '2026-12-01' } },
      needs: { 'n-1': ['ob-1'] },
      stages: [{ stage: 'culture' }],
      milestones: {
        'm-1': {
          title: 'Pilot',
          due: '2026-05-01',
          responsibility: { accountableId: 'di', responsibleIds: ['bo'] },
        },
      },
      evaluation: { levels: [1, 2], isolation: 'estimate' },
    })
  })
  test.each([
    ['proposed', 0],
    ['submitted', 1],
    ['returned', 2],
    ['approved', 4],
    ['launched', 5],
    ['suspended', 6],
    ['launched', 7],
  ])('is %s after %i steps', (stage, steps) => {
    expect(statusOf([...designed, ...life.slice(0, steps)]).status).toBe(stage)
  })
  test.each([
    ['cancelled', planned.ProgramCancelled({ ...program, reason: 'merged' })],
    ['completed', planned.ProgramCompleted(program)],
    ['archived', planned.ProgramArchived(program)],
  ])('ends %s', (stage, end) => {
    expect(statusOf([...all, end]).status).toBe(stage)
  })
  test('tells how far its evaluation has come, and that never falls back', () => {
    expect(statusOf(all).studies).toEqual({ 'e-1': { status: 'analysed' } })
  })
  test('tells what was planned, what is promised and not yet spent, and what was spent', () => {
    const commitments = project(commitmentRecord, all)
    expect(budgetOf(programId, statusOf(all), commitments)).toEqual({
      CNY: { planned: 900_000, committed: 100_000, posted: 150_000, wages: 0 },
    })
  })
  test('frees what it no longer takes from a line', () => {
    const released = planned.ProgramBudgetReleased({ ...line, programId, amount: cny(900_000) })
    expect(budgetOf(programId, statusOf([...money, released]), {})).toMatchObject({ CNY: { planned: 0 } })
  })
  test('merges from the logs of its programs', () => {
    expectToMerge(programRecord, all)
  })
  test('tells promises of two plans apart, though each calls its own c-1', () => {
    const other = { ...line, planId: 'plan-next', commitmentId: 'c-1', programId }
    const twice = [...all, planned.FundsCommitted({ ...other, amount: cny(7_000) })]
    expect(budgetOf(programId, statusOf(all), project(commitmentRecord, twice))).toMatchObject({
      CNY: { committed: 107_000 },
    })
  })
  test('and so do its commitments', () => {
    expectToMerge(commitmentRecord, all)
  })
  test('is what it was on an earlier day', () => {
    const later = { ...program, at: '2026-06-01T00:00:00.000Z' }
    const events = [...all, planned.ProgramCompleted(later)]
    expect(project(programRecord, events, { asOf: '2026-05-31T00:00:00.000Z' })[programId]?.status).toBe(
      'launched',
    )
  })
})

describe('the return of a program', () => {
  test('is what it was worth against all that was posted for it', () => {
    // worth 1,000,000 × 50 % × 80 % = 400,000; posted 150,000
    const state = project(kirkpatrick, [...money, isolated, worth(1_000_000)])[programId]
    const figures = new Map(
      kirkpatrickFigures(state ?? kirkpatrick.initial()).map(({ figure, result }) => [figure, result]),
    )
    expect(figures.get('M83')).toMatchObject({
      value: (250_000 / 150_000) * 100,
      unit: 'percent',
    })
    expect(figures.get('M82')).toMatchObject({ value: 400_000 / 150_000 })
  })
  test('merges with its costs', () => {
    expectToMerge(kirkpatrick, [...money, isolated, worth(1)])
  })
})

describe('an offering on the board', () => {
  const delivered = deliveryEvents.make
  const seat = (learnerId: string, offeringId = 'o-1') => ({
    at,
    offeringId,
    learnerId,
    courseId: 'welcome',
    courseVersion: 1,
    programId,
  })
  const enrolled = (learnerId: string) =>
    delivered.LearnerEnrolled({
      ...seat(learnerId),
      completionRule: { require: 'all', of: [] },
      scheduledMinutes: 60,
      sessions: [],
    })
  const scheduled = (offeringId: string) =>
    delivered.OfferingScheduled({
      at,
      offeringId,
      courseId: 'welcome',
      courseVersion: 1,
      programId,
      title: 'Welcome',
      kind: 'course',
      modality: 'classroom',
      sessions: [
        {
          sessionId: `${offeringId}-1`,
          start: '2026-04-01T01:00:00.000Z',
          end: '2026-04-01T02:00:00.000Z',
          zone: 'UTC',
        },
      ],
      capacity: { min: 1, max: 2 },
      completionRule: { require: 'all', of: [] },
      approval: 'automatic',
    })
  const attended = { attendedMinutes: 60, scheduledMinutes: 60 }
  const ran = [
    scheduled('o-1'),
    scheduled('o-2'),
    delivered.OfferingAnnounced({ at, offeringId: 'o-1', channel: 'intranet', audience: {} }),
    delivered.EnrolmentOpened({ at, offeringId: 'o-1' }),
    enrolled('ada'),
    enrolled('bo'),
    delivered.LearnerWaitlisted({ ...seat('cy'), sessions: [], position: 1 }),
    delivered.LearnerWaitlisted({ ...seat('dee'), sessions: [], position: 2 }),
    delivered.LearnerWithdrew({ at, offeringId: 'o-1', learnerId: 'bo', from: 'enrolled', late: false }),
    delivered.LearnerPromoted({ ...enrolled('cy').data }),
    delivered.CapacityChanged({ at, offeringId: 'o-1', capacity: { min: 1 } }),
    delivered.EnrolmentWindowClosed({ at, offeringId: 'o-1' }),
    delivered.OfferingConfirmed({ at, offeringId: 'o-1', enrolled: 2 }),
    delivered.SessionDelivered({
      at,
      offeringId: 'o-1',
      sessionId: 'o-1-1',
      actualStart: at,
      actualEnd: at,
      zone: 'UTC',
      remaining: 0,
    }),
    delivered.EnrolmentCompleted({ ...seat('ada'), outcome: 'completed', ...attended }),
    delivered.NoShowRecorded({ ...seat('cy'), scheduledMinutes: 60 }),
    delivered.OfferingCancelled({ at, offeringId: 'o-2', cause: 'other' }),
  ]

  test('tells who sits, who waits, who left and how it ended', () => {
    const board = boardOf(recordsOf(ran))
    expect(board['o-1']).toMatchObject({
      status: 'running',
      course: { programId },
      enrolments: { enrolled: 0, offered: 0, waitlisted: 1, completed: 1, failed: 0, noShow: 1, left: 1 },
    })
    expect(board['o-1']?.capacity).toEqual({ min: 1 })
    expect(board['o-2']?.status).toBe('cancelled')
  })
})
