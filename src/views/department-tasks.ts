import type { DepartmentTask, DepartmentTasks } from '../records/tasks/record.ts'

/**
 * The tasks of each department (行政、财务、业务部门), the soonest first, those without a day last; with `asOf`,
 * whether it is overdue. A day is over when it is over in UTC.
 *
 * @example
 * ```ts
 * import { deliveryEvents, openByDepartment, project, departmentTaskRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const planned = deliveryEvents.make.TaskPlanned({
 *   at, offeringId: 'o-1', taskId: 't-1', artefact: 'projector', owner: 'administration',
 *   dueAt: '2026-04-03T01:00:00.000Z', neededFor: 'delivery',
 * })
 * const open = openByDepartment(project(departmentTaskRecord, [planned]), { asOf: '2026-04-04T01:00:00.000Z' })
 * open.administration?.map(({ about, overdue }) => ({ about, overdue })) // => [{ about: 'projector', overdue: true }]
 * ```
 */
export const openByDepartment = (
  { open }: Pick<DepartmentTasks, 'open'>,
  { asOf }: { readonly asOf: string },
): Readonly<Record<string, readonly (DepartmentTask & { readonly overdue: boolean })[]>> => {
  const departments: Record<string, (DepartmentTask & { readonly overdue: boolean })[]> = {}
  for (const item of Object.values(open).flatMap((items) => Object.values(items))) {
    departments[item.owner] ??= []
    departments[item.owner]?.push({ ...item, overdue: lastMomentOf(item) < asOf })
  }
  for (const items of Object.values(departments)) items.sort(soonestFirst)
  return departments
}

/** Sorts among instants: after all of its day, before the next; and after everything where nothing was said. */
const lastMomentOf = ({ dueAt, dueOn }: DepartmentTask): string =>
  dueAt ?? (dueOn === undefined ? '~' : `${dueOn}T24:00`)

const soonestFirst = (a: DepartmentTask, b: DepartmentTask): number => {
  const [one, other] = [lastMomentOf(a), lastMomentOf(b)]
  if (one === other) return named(a) < named(b) ? -1 : 1
  return one < other ? -1 : 1
}

const named = ({ of, id }: DepartmentTask): string => `${of.id} ${id}`
