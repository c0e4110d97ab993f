import type { DataOf } from '../kernel/index.ts'
import type { ResourceEvent } from '../resources/events.ts'

/** What the resources room says of one resource, for the views that list or score resources. */
export type ResourceRecord = {
  kind: string
  title: string
  personId?: string
  capacity?: number
  status: 'unknown' | 'active' | 'suspended' | 'retired'
  nominated: boolean
  appointed: boolean
  /** For each course it may teach: at what level, and until when; `null` is without end. */
  qualifiedFor: Record<string, { level: string; validUntil: string | null }>
}

export const noRecord = (): ResourceRecord => ({
  kind: '',
  title: '',
  status: 'unknown',
  nominated: false,
  appointed: false,
  qualifiedFor: {},
})

type Recipe<State, Type extends ResourceEvent['type']> = (
  state: State,
  data: DataOf<ResourceEvent, Type>,
) => void

type Recipes<State> = {
  readonly [Type in
    | 'ResourceRegistered'
    | 'ResourceSuspended'
    | 'ResourceReinstated'
    | 'ResourceRetired'
    | 'TrainerNominated'
    | 'TrainerQualified'
    | 'QualificationWithdrawn'
    | 'TrainerAppointed']: Recipe<State, Type>
}

/** Keeps the record of each resource, wherever in its state a view has it. */
export const recording = <State>(
  recordIn: (state: State, resourceId: string) => ResourceRecord,
): Recipes<State> => ({
  ResourceRegistered: (state, { resourceId, kind, title, personId, capacity }) => {
    const record = recordIn(state, resourceId)
    Object.assign(record, { kind, title, status: 'active' })
    if (personId !== undefined) record.personId = personId
    if (capacity !== undefined) record.capacity = capacity
  },
  ResourceSuspended: (state, { resourceId }) => {
    recordIn(state, resourceId).status = 'suspended'
  },
  ResourceReinstated: (state, { resourceId }) => {
    recordIn(state, resourceId).status = 'active'
  },
  ResourceRetired: (state, { resourceId }) => {
    recordIn(state, resourceId).status = 'retired'
  },
  TrainerNominated: (state, { resourceId }) => {
    recordIn(state, resourceId).nominated = true
  },
  TrainerQualified: (state, { resourceId, courseIds, level, validUntil }) => {
    const { qualifiedFor } = recordIn(state, resourceId)
    for (const courseId of courseIds) qualifiedFor[courseId] = { level, validUntil: validUntil ?? null }
  },
  QualificationWithdrawn: (state, { resourceId, courseIds }) => {
    const { qualifiedFor } = recordIn(state, resourceId)
    for (const courseId of courseIds) delete qualifiedFor[courseId]
  },
  TrainerAppointed: (state, { resourceId }) => {
    recordIn(state, resourceId).appointed = true
  },
})
