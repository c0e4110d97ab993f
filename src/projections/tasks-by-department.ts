import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import type { PlanningEvent } from '../planning/events.ts'

/** Something a department has to see to: a task, or a request that waits for its answer. */
export type DepartmentItem = {
  /** `operations`, `administration`, `finance`, `manager`, or an organisation's own. */
  owner: string
  kind: 'task' | 'incident' | 'planApproval' | 'businessFit' | 'programApproval'
  /** An offering, a program or a plan, and which. */
  of: { kind: 'offering' | 'program' | 'plan'; id: string }
  id: string
  /** What it is about: the artefact of a task, the kind of an incident, a program's title. */
  about: string
  /** By when, where that was said. */
  dueAt?: string
}

/** What is open, by what it belongs to: `offering o-1` → `task t-1` → the task. */
export type TasksByDepartmentState = { open: Record<string, Record<string, DepartmentItem>> }

const opened = ({ open }: TasksByDepartmentState, item: DepartmentItem): void => {
  const subject = `${item.of.kind} ${item.of.id}`
  open[subject] ??= {}
  open[subject][`${item.kind} ${item.id}`] = item
}

const closed = (
  { open }: TasksByDepartmentState,
  { of, kind, id }: Pick<DepartmentItem, 'of' | 'kind' | 'id'>,
): void => {
  const subject = `${of.kind} ${of.id}`
  const items = open[subject]
  if (items === undefined) return
  delete items[`${kind} ${id}`]
  if (Object.keys(items).length === 0) delete open[subject]
}

const offering = (id: string) => ({ kind: 'offering' as const, id })
const program = (id: string) => ({ kind: 'program' as const, id })
const plan = (id: string) => ({ kind: 'plan' as const, id })

/** Open tasks and requests of every department (各部门待办), across offerings, programs and plans. */
export const tasksByDepartment = projections<DeliveryEvent | PlanningEvent>()({
  name: 'tasksByDepartment',
  initial: (): TasksByDepartmentState => ({ open: {} }),
  on: {
    TaskPlanned: (state, { offeringId, taskId, owner, artefact, dueAt }) =>
      opened(state, {
        owner,
        kind: 'task',
        of: offering(offeringId),
        id: taskId,
        about: artefact,
        dueAt,
      }),
    TaskCompleted: (state, { offeringId, taskId }) =>
      closed(state, { of: offering(offeringId), kind: 'task', id: taskId }),
    TaskWaived: (state, { offeringId, taskId }) =>
      closed(state, { of: offering(offeringId), kind: 'task', id: taskId }),
    IncidentReported: (state, { offeringId, incidentId, kind }) =>
      opened(state, {
        owner: 'operations',
        kind: 'incident',
        of: offering(offeringId),
        id: incidentId,
        about: kind,
      }),
    IncidentResolved: (state, { offeringId, incidentId }) =>
      closed(state, { of: offering(offeringId), kind: 'incident', id: incidentId }),
    OfferingCancelled: ({ open }, { offeringId }) => {
      delete open[`offering ${offeringId}`]
    },
    ProgramProposed: (state, { programId, title }) =>
      opened(state, {
        owner: 'manager',
        kind: 'businessFit',
        of: program(programId),
        id: programId,
        about: title,
      }),
    BusinessFitConfirmed: (state, { programId }) =>
      closed(state, { of: program(programId), kind: 'businessFit', id: programId }),
    ProgramSubmitted: (state, { programId }) =>
      opened(state, {
        owner: 'manager',
        kind: 'programApproval',
        of: program(programId),
        id: programId,
        about: programId,
      }),
    ProgramReturned: (state, { programId }) =>
      closed(state, { of: program(programId), kind: 'programApproval', id: programId }),
    ProgramApproved: (state, { programId }) =>
      closed(state, { of: program(programId), kind: 'programApproval', id: programId }),
    ProgramCancelled: ({ open }, { programId }) => {
      delete open[`program ${programId}`]
    },
    PlanSubmitted: (state, { planId }) =>
      opened(state, { owner: 'manager', kind: 'planApproval', of: plan(planId), id: planId, about: planId }),
    PlanApproved: (state, { planId }) =>
      closed(state, { of: plan(planId), kind: 'planApproval', id: planId }),
  },
  shardBy: 'offeringId',
  merge: (a, b) => ({ open: { ...a.open, ...b.open } }),
})

/**
 * What each department has to see to (行政、财务、业务部门), what is due soonest first, what has no day last; with `asOf`,
 * whether it is overdue.
 *
 * @example
 * ```ts
 * import { deliveryEvents, openByDepartment, project, tasksByDepartment } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const planned = deliveryEvents.make.TaskPlanned({
 *   at, offeringId: 'o-1', taskId: 't-1', artefact: 'projector', owner: 'administration',
 *   dueAt: '2026-04-03T01:00:00.000Z', neededFor: 'delivery',
 * })
 * const open = openByDepartment(project(tasksByDepartment, [planned]), { asOf: '2026-04-04T01:00:00.000Z' })
 * open.administration?.map(({ about, overdue }) => ({ about, overdue })) // => [{ about: 'projector', overdue: true }]
 * ```
 */
export const openByDepartment = (
  { open }: TasksByDepartmentState,
  { asOf }: { readonly asOf: string },
): Readonly<Record<string, readonly (DepartmentItem & { readonly overdue: boolean })[]>> => {
  const departments: Record<string, (DepartmentItem & { readonly overdue: boolean })[]> = {}
  for (const item of Object.values(open).flatMap((items) => Object.values(items))) {
    departments[item.owner] ??= []
    departments[item.owner]?.push({ ...item, overdue: item.dueAt !== undefined && item.dueAt < asOf })
  }
  for (const items of Object.values(departments)) items.sort(soonestFirst)
  return departments
}

const soonestFirst = (a: DepartmentItem, b: DepartmentItem): number => {
  if (a.dueAt === b.dueAt) return named(a) < named(b) ? -1 : 1
  if (a.dueAt === undefined || b.dueAt === undefined) return a.dueAt === undefined ? 1 : -1
  return a.dueAt < b.dueAt ? -1 : 1
}

const named = ({ of, id }: DepartmentItem): string => `${of.id} ${id}`
