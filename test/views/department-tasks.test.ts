import {
  deliveryEvents,
  departmentTaskRecord,
  needsEvents,
  openByDepartment,
  planningEvents,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from '../records/merging.ts'

const held = deliveryEvents.make
const planned = planningEvents.make
const at = '2026-03-01T01:00:00.000Z'
const programId = 'p-1'

const task = (offeringId: string, taskId: string, owner: string, day: string) =>
  held.TaskPlanned({
    at,
    offeringId,
    taskId,
    artefact: taskId,
    owner,
    dueAt: `${day}T01:00:00.000Z`,
    neededFor: 'delivery',
  })
const log = [
  planned.ProgramProposed({
    at,
    programId,
    title: 'Selling',
    kind: 'program',
    audience: {},
    zone: 'UTC',
    proposedBy: 'lin',
  }),
  planned.PlanSubmitted({ at, planId: 'plan', submittedBy: 'lin' }),
  task('o-1', 'projector', 'administration', '2026-04-03'),
  task('o-1', 'seating', 'administration', '2026-04-02'),
  task('o-1', 'slides', 'operations', '2026-04-01'),
  task('o-1', 'travel', 'administration', '2026-04-01'),
  task('o-2', 'refreshments', 'administration', '2026-04-01'),
  held.TaskCompleted({
    at,
    offeringId: 'o-1',
    taskId: 'slides',
    owner: 'operations',
    dueAt: '2026-04-01T01:00:00.000Z',
  }),
  held.TaskWaived({ at, offeringId: 'o-1', taskId: 'travel', owner: 'administration', reason: 'Lives here' }),
  held.OfferingCancelled({ at, offeringId: 'o-2', cause: 'other' }),
  held.IncidentReported({ at, offeringId: 'o-1', incidentId: 'i-1', kind: 'equipment' }),
  held.IncidentReported({ at, offeringId: 'o-1', incidentId: 'i-2', kind: 'discipline' }),
  held.IncidentResolved({ at, offeringId: 'o-1', incidentId: 'i-2', reportedAt: at }),
  planned.BusinessFitConfirmed({ at, programId, confirmedBy: 'gm' }),
  planned.ProgramSubmitted({ at, programId, submittedBy: 'lin' }),
  planned.ProgramReturned({ at, programId, returnedBy: 'gm', reasons: ['Too long'] }),
  planned.ProgramSubmitted({ at, programId, submittedBy: 'lin' }),
]
const openAt = (asOf: string, events: readonly (typeof log)[number][] = log) => {
  const open = openByDepartment(project(departmentTaskRecord, events), { asOf })
  return Object.fromEntries(
    Object.entries(open).map(([owner, items]) => [
      owner,
      items.map(({ kind, id, overdue }) => `${kind} ${id}${overdue ? ' overdue' : ''}`),
    ]),
  )
}

describe('what departments have to see to', () => {
  test('is every open task by its owner, soonest first, and what is overdue', () => {
    expect(openAt('2026-04-03T00:00:00.000Z')).toEqual({
      administration: ['task seating overdue', 'task projector'],
      operations: ['incident i-1'],
      manager: ['programApproval p-1', 'planApproval plan'],
    })
  })
  test('asks the business to confirm the fit until it has', () => {
    expect(openAt(at, log.slice(0, 1))).toEqual({ manager: ['businessFit p-1'] })
  })
  test('asks nothing any more of what was approved or cancelled', () => {
    const approved = [
      ...log,
      planned.ProgramApproved({ at, programId, approvedBy: 'gm' }),
      planned.PlanApproved({ at, planId: 'plan', approvedBy: 'gm', approved: [], tolerance: 0 }),
    ]
    expect(openAt(at, approved as never)).not.toHaveProperty('manager')
    const cancelled = [...log, planned.ProgramCancelled({ at, programId, reason: 'x' })]
    expect(openAt(at, cancelled as never).manager).toEqual(['planApproval plan'])
  })
  test('asks the business anew when the objectives or the curriculum change', () => {
    const designed = planned.CurriculumDesigned({
      at,
      programId,
      stages: [{ stage: 's-1', title: 'One', courseIds: ['selling'] }],
      courseIds: ['selling'],
      progression: 'open',
    })
    const confirmed = [log[0], log[13]]
    expect(openAt(at, confirmed as never)).toEqual({})
    expect(openAt(at, [...confirmed, designed] as never)).toEqual({ manager: ['businessFit p-1'] })
  })
  test('is each milestone until the end of its day, with whoever answers for it', () => {
    const milestone = { at, programId, milestoneId: 'm-1' }
    const milestones = [
      planned.MilestonePlanned({ ...milestone, title: 'Cases written', due: '2026-04-03' }),
      planned.ResponsibilityAssigned({
        ...milestone,
        responsibleIds: ['mei'],
        accountableId: 'lin',
        supportIds: [],
        consultedIds: [],
        informedIds: [],
      }),
    ] as const
    const due = (asOf: string, events: readonly object[]) =>
      openByDepartment(project(departmentTaskRecord, events as never), { asOf }).operations
    const [open] = due('2026-04-03T23:59:59.999Z', milestones) ?? []
    expect(open).toMatchObject({ about: 'Cases written', assigneeId: 'lin', overdue: false })
    expect(due('2026-04-04T00:00:00.000Z', milestones)).toMatchObject([{ overdue: true }])
    const reached = { ...milestone, due: '2026-04-03', reachedOn: '2026-04-02' }
    const again = planned.MilestoneReached({ ...reached, nextDue: '2026-07-03' })
    expect(due(at, [...milestones, again])).toMatchObject([{ dueOn: '2026-07-03', assigneeId: 'lin' }])
    expect(due(at, [...milestones, planned.MilestoneReached(reached)])).toBeUndefined()
    const over = planned.ProgramCompleted({ at, programId })
    expect(due(at, [...milestones, over])).toBeUndefined()
  })
  test('is what money waits for: a plan until it is approved or sent back, more budget, an expense', () => {
    const here = { at, planId: 'plan', lineId: 'l-1' }
    const amount = { minor: 100, currency: 'CNY' }
    const money = [
      planned.PlanSubmitted({ at, planId: 'plan', submittedBy: 'lin' }),
      planned.BudgetIncreaseRequested({
        ...here,
        increaseId: 'i-1',
        amount,
        requestedBy: 'lin',
        reason: 'More',
      }),
      planned.ExpenseClaimed({
        ...here,
        claimId: 'c-1',
        claimantId: 'mei',
        category: 'travel',
        amount,
        invoice: 'x',
      }),
    ]
    expect(openAt(at, money as never)).toEqual({
      manager: ['budgetIncrease i-1', 'planApproval plan'],
      finance: ['expenseClaim c-1'],
    })
    const answered = [
      planned.PlanReturned({ at, planId: 'plan', returnedBy: 'gm', reasons: ['Too much'] }),
      planned.BudgetIncreaseRefused({
        ...here,
        increaseId: 'i-1',
        asked: amount,
        refusedBy: 'gm',
        reason: 'No',
      }),
      planned.ExpenseReimbursed({
        ...here,
        claimId: 'c-1',
        claimantId: 'mei',
        category: 'travel',
        amount,
        reimbursedBy: 'qian',
      }),
    ]
    expect(openAt(at, [...money, ...answered] as never)).toEqual({})
    expect(openAt(at, [...money, planned.PlanClosed({ at, planId: 'plan' })] as never)).toEqual({})
  })
  test('is a talk for both sides until it was held', () => {
    const dueAt = '2026-03-31T01:00:00.000Z'
    const talk = {
      at,
      liaisonReviewId: 'lr-1',
      unitId: 'sales',
      series: 'lr-1',
      dueAt,
      plannedFor: dueAt,
      firstDueAt: dueAt,
      zone: 'Asia/Shanghai',
      everyMonths: 3,
      counterpartId: 'gm',
      topics: [],
    }
    const due = needsEvents.make.LiaisonReviewScheduled(talk)
    expect(openAt('2026-04-01T00:00:00.000Z', [due] as never)).toEqual({
      operations: ['liaisonReview lr-1 overdue'],
      manager: ['liaisonReview lr-1 overdue'],
    })
    const held = needsEvents.make.LiaisonReviewHeld({ ...talk, attendeeIds: [], observations: [] })
    expect(openAt(at, [due, held] as never)).toEqual({})
  })
  test('is nothing where a closing comes twice or for what is unknown', () => {
    const twice = [log[2], log[7], log[7], log[12]]
    expect(openAt(at, twice as never)).toEqual({ administration: ['task projector'] })
  })
  test('merges from logs that were split by offering', () => {
    expectToMerge(departmentTaskRecord, log)
  })
})
