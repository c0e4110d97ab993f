import { projections } from '../kernel/index.ts'
import { freeSlot, given, type Slots, takeSlot } from '../vocabulary/index.ts'
import type { ResourceEvent } from './events.ts'
import { type ResourceStatus, resourceMoves } from './status.ts'

const projection = projections<ResourceEvent>()

/** Until when somebody may teach a course, and at what level; `null` is without end. */
export type Qualification = { level: string; validUntil: string | null }

export type ResourceState = {
  status: ResourceStatus
  kind: string
  personId?: string
  bufferMinutes: number
  capacity?: number
  nominated: boolean
  appointed: boolean
  qualifiedFor: Record<string, Qualification>
  /** How the last screening of a provider ended. */
  screening?: { outcome: 'recommended' | 'notRecommended'; score: number; threshold: number }
  termsIds: string[]
  developments: Record<string, 'planned' | 'completed'>
}

/** The kind of a resource, its qualifications, and whether it may be used. */
export const resource = projection({
  name: 'resource',
  by: ['resourceId'],
  initial: (): ResourceState => ({
    status: 'unknown',
    kind: '',
    bufferMinutes: 0,
    nominated: false,
    appointed: false,
    qualifiedFor: {},
    termsIds: [],
    developments: {},
  }),
  on: [
    resourceMoves,
    {
      ResourceRegistered: (resource, { kind, bufferMinutes, personId, capacity }) => {
        resource.kind = kind
        resource.bufferMinutes = bufferMinutes
        if (personId !== undefined) resource.personId = personId
        if (capacity !== undefined) resource.capacity = capacity
      },
      TrainerNominated: (resource) => {
        resource.nominated = true
      },
      TrainerQualified: ({ qualifiedFor }, { courseIds, level, validUntil }) => {
        for (const courseId of courseIds) qualifiedFor[courseId] = { level, validUntil: validUntil ?? null }
      },
      QualificationWithdrawn: ({ qualifiedFor }, { courseIds }) => {
        for (const courseId of courseIds) delete qualifiedFor[courseId]
      },
      TrainerAppointed: (resource) => {
        resource.appointed = true
      },
      TrainerDevelopmentPlanned: ({ developments }, { developmentId }) => {
        developments[developmentId] = 'planned'
      },
      TrainerDevelopmentCompleted: ({ developments }, { developmentId }) => {
        developments[developmentId] = 'completed'
      },
      ProviderScreened: (resource, { outcome, score, threshold }) => {
        resource.screening = { outcome, score, threshold }
      },
      TermsAgreed: ({ termsIds }, { termsId }) => {
        termsIds.push(termsId)
      },
    },
  ],
})

/** When a resource is taken, slot by slot. */
export const resourceCalendar = projection({
  name: 'resourceCalendar',
  by: ['resourceId'],
  initial: (): { slots: Slots } => ({ slots: {} }),
  on: {
    SlotReserved: ({ slots }, { slotId, start, end, offeringId, sessionId }) => {
      takeSlot(slots, slotId, { start, end, ...given({ offeringId, sessionId }) })
    },
    SlotReleased: ({ slots }, { slotId }) => freeSlot(slots, slotId),
  },
})

/** The ratings it has, by rater. */
export const ratingsGiven = projection({
  name: 'ratingsGiven',
  by: ['resourceId'],
  initial: (): { by: Record<string, true> } => ({ by: {} }),
  on: {
    ResourceRated: ({ by }, rated) => {
      by[ratingKey(rated)] = true
    },
  },
})

/** One person, one aspect, one class. */
export const ratingKey = ({
  ratedBy,
  aspect,
  offeringId = '',
  sessionId = '',
}: {
  readonly ratedBy: string
  readonly aspect: string
  readonly offeringId?: string | undefined
  readonly sessionId?: string | undefined
}): string => [ratedBy, aspect, offeringId, sessionId].join(' ')
