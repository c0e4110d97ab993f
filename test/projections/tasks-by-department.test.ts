import { deliveryEvents, openByDepartment, planningEvents, project, tasksByDepartment } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from './merging.ts'

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
  const open = openByDepartment(project(tasksByDepartment, events), { asOf })
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
  test('is nothing where a closing comes twice or for what is unknown', () => {
    const twice = [log[2], log[7], log[7], log[12]]
    expect(openAt(at, twice as never)).toEqual({ administration: ['task projector'] })
  })
  test('merges from logs that were split by offering', () => {
    expectToMerge(tasksByDepartment, log)
  })
})
