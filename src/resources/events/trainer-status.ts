import type { ResourceStatus } from '../status.ts'

/** The status of a trainer (讲师库): from the first proposal to the last class. */
export type TrainerStatus =
  | 'unknown'
  | 'registered'
  | 'nominated'
  | 'qualified'
  | 'active'
  | 'suspended'
  | 'retired'

/** The fields of a resource that decide a trainer's status. */
export type TrainerRecord = {
  readonly status: ResourceStatus
  readonly nominated: boolean
  readonly appointed: boolean
  readonly qualifiedFor: Readonly<Record<string, unknown>>
}

/**
 * The status of a trainer, from the state of the resource: `active` is who was appointed to the pool and is qualified for
 * something.
 *
 * @example
 * ```ts
 * import { fold, resource, resourceEvents, trainerStatus } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const { ResourceRegistered, TrainerNominated } = resourceEvents.make
 * const dana = fold(resource, [
 *   ResourceRegistered({ at, resourceId: 'dana', kind: 'trainer', title: 'Dana', bufferMinutes: 0 }),
 *   TrainerNominated({ at, resourceId: 'dana', nominatedBy: 'ada' }),
 * ])
 * trainerStatus(dana) // => 'nominated'
 * ```
 */
export const trainerStatus = ({
  status,
  nominated,
  appointed,
  qualifiedFor,
}: TrainerRecord): TrainerStatus => {
  if (status !== 'active') return status
  if (Object.keys(qualifiedFor).length > 0) return appointed ? 'active' : 'qualified'
  return nominated ? 'nominated' : 'registered'
}
