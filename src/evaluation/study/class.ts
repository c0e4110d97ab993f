/** A class, as evaluation needs it to propose improvements: its course and who taught it. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import type { Shortfall } from '../response/tally.ts'

const projection = projections<DeliveryEvent>()

export type StudiedOffering = { courseId?: string; trainerIds: string[] }

/** The course of an offering, and who teaches it, in the order in which they were assigned. */
export const studiedOffering = projection({
  name: 'studiedOffering',
  by: ['offeringId'],
  initial: (): StudiedOffering => ({ trainerIds: [] }),
  on: {
    OfferingScheduled: (state, { courseId, sessions }) => {
      state.courseId = courseId
      state.trainerIds = [...new Set(sessions.flatMap(({ trainerIds = [] }) => trainerIds))]
    },
    TrainerAssigned: (state, { trainerId }) => {
      if (!state.trainerIds.includes(trainerId)) state.trainerIds.push(trainerId)
    },
    TrainerUnassigned: (state, { trainerId }) => {
      state.trainerIds = state.trainerIds.filter((one) => one !== trainerId)
    },
  },
})

/** Content is the course's, teaching the trainer's, everything else the organisation's; a question is the instrument's. */
export const targetOf = (
  { of, why }: Shortfall,
  purpose: string,
  instrumentId: string,
  { courseId, trainerIds: [trainerId] }: StudiedOffering,
): { kind: string; ref: string } => {
  if (purpose !== 'reaction' || why !== 'low') return { kind: 'instrument', ref: instrumentId }
  if (of === 'trainer' && trainerId !== undefined) return { kind: 'trainer', ref: trainerId }
  if (of === 'content' && courseId !== undefined) return { kind: 'course', ref: courseId }
  return { kind: 'organisation', ref: of }
}
