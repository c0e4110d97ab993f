import type { DeliveryEvent } from '../delivery/events.ts'
import { projections } from '../kernel/index.ts'
import { type MetricResult, trainerLoad, trainerUtilisation } from '../metrics/index.ts'
import { type TrainerStanding, trainerStanding } from '../resources/events/standing.ts'
import type { ResourceEvent } from '../resources/events.ts'
import { minutesBetween } from '../vocabulary/index.ts'
import { meanRating, type RatingSums, rated, ratingsOfBoth } from './rating-sums.ts'
import { noRecord, type ResourceRecord, recording } from './resource-record.ts'

type Booked = { start: string; end: string; offeringId?: string }
type Taught = { minutes: number; start: string; offeringId: string }

/** What is known of one who teaches (讲师), and of whatever else is booked. */
export type TrainerCard = {
  record: ResourceRecord
  /** Slots held, by their id. */
  booked: Record<string, Booked>
  /** Sessions held, by offering and session. */
  taught: Record<string, Taught>
  ratings: RatingSums
  /** How far they said they were with preparing each offering, in percent. */
  prepared: Record<string, number>
  /** What they were told to learn (培养), and whether they have. */
  development: Record<string, { activity: string; completed: boolean }>
}

export type TrainerScorecardState = { trainers: Record<string, TrainerCard> }

const cardIn = ({ trainers }: TrainerScorecardState, resourceId: string): TrainerCard => {
  trainers[resourceId] ??= {
    record: noRecord(),
    booked: {},
    taught: {},
    ratings: {},
    prepared: {},
    development: {},
  }
  return trainers[resourceId]
}

/** Bookings, sessions held, ratings, preparation and development of everybody who teaches. */
export const trainerScorecard = projections<DeliveryEvent | ResourceEvent>()({
  name: 'trainerScorecard',
  initial: (): TrainerScorecardState => ({ trainers: {} }),
  on: {
    ...recording<TrainerScorecardState>((state, resourceId) => cardIn(state, resourceId).record),
    TrainerDevelopmentPlanned: (state, { resourceId, developmentId, activity }) => {
      cardIn(state, resourceId).development[developmentId] = { activity, completed: false }
    },
    TrainerDevelopmentCompleted: (state, { resourceId, developmentId }) => {
      const planned = cardIn(state, resourceId).development[developmentId]
      if (planned !== undefined) planned.completed = true
    },
    ResourceRated: (state, rating) => rated(cardIn(state, rating.resourceId).ratings, rating),
    SlotReserved: (state, { resourceId, slotId, start, end, offeringId }) => {
      cardIn(state, resourceId).booked[slotId] = {
        start,
        end,
        ...(offeringId === undefined ? {} : { offeringId }),
      }
    },
    SlotReleased: (state, { resourceId, slotId }) => {
      delete cardIn(state, resourceId).booked[slotId]
    },
    SessionDelivered: (state, { offeringId, sessionId, trainerIds = [], actualStart, actualEnd }) => {
      for (const trainerId of trainerIds)
        cardIn(state, trainerId).taught[`${offeringId} ${sessionId}`] = {
          minutes: minutesBetween(actualStart, actualEnd),
          start: actualStart,
          offeringId,
        }
    },
    TrainerPreparationReported: (state, { offeringId, trainerId, percent }) => {
      cardIn(state, trainerId).prepared[offeringId] = percent
    },
  },
  shardBy: 'resourceId',
  merge: (a, b) => {
    const trainers = { ...a.trainers }
    for (const [resourceId, card] of Object.entries(b.trainers)) {
      const had = trainers[resourceId]
      trainers[resourceId] = had === undefined ? card : oneCard(had, card)
    }
    return { trainers }
  },
})

/** The resources room's word stands in one half, delivery's in the other. */
const oneCard = (a: TrainerCard, b: TrainerCard): TrainerCard => ({
  record: a.record.status === 'unknown' ? b.record : a.record,
  booked: { ...a.booked, ...b.booked },
  taught: { ...a.taught, ...b.taught },
  ratings: ratingsOfBoth(a.ratings, b.ratings),
  prepared: { ...a.prepared, ...b.prepared },
  development: { ...a.development, ...b.development },
})

export type TrainerFigures = {
  readonly standing: TrainerStanding
  readonly sessions: number
  readonly load: MetricResult
  readonly utilisation: MetricResult
  readonly rating: MetricResult
  /** Qualifications as of the end of the period: `valid`, or `expired` for those that ran out before it. */
  readonly qualifications: Readonly<Record<string, 'valid' | 'expired'>>
  readonly development: { readonly planned: number; readonly completed: number }
}

/**
 * What a trainer's card says of a period `[from, to)` of instants: hours taught (M22), how much of the available time is
 * booked, the mean rating as a share of its scale, and qualifications as of the period's end. Available minutes are
 * the host's to know; utilisation has no answer where there are none.
 *
 * @example
 * ```ts
 * import { project, resourceEvents, trainerFigures, trainerScorecard } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const booked = resourceEvents.make.SlotReserved({
 *   at, resourceId: 'dana', slotId: 's-1', start: '2026-04-06T01:00:00.000Z', end: '2026-04-06T07:00:00.000Z',
 * })
 * const card = project(trainerScorecard, [booked]).trainers.dana
 * const april = { from: '2026-04-01T00:00:00.000Z', to: '2026-05-01T00:00:00.000Z', availableMinutes: 2400 }
 * const { utilisation } = card ? trainerFigures(card, april) : { utilisation: undefined }
 * utilisation?.status === 'ok' && utilisation.value // => 0.15
 * ```
 */
export const trainerFigures = (
  { record, booked, taught, ratings, development }: TrainerCard,
  {
    from,
    to,
    availableMinutes,
  }: { readonly from: string; readonly to: string; readonly availableMinutes: number },
): TrainerFigures => {
  const within = ({ start }: { readonly start: string }) => start >= from && start < to
  const sessions = Object.values(taught).filter(within)
  const bookedMinutes = Object.values(booked)
    .filter(within)
    .reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)
  const valid = ({ validUntil }: { readonly validUntil: string | null }) =>
    validUntil === null || validUntil > to
  const qualifications = Object.entries(record.qualifiedFor)
  return {
    standing: trainerStanding({
      ...record,
      qualifiedFor: Object.fromEntries(qualifications.filter(([, one]) => valid(one))),
    }),
    sessions: sessions.length,
    load: trainerLoad([{ trainer: 'own', minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0) }]),
    utilisation: trainerUtilisation({ bookedMinutes, availableMinutes }),
    rating: meanRating(ratings),
    qualifications: Object.fromEntries(
      qualifications.map(([courseId, one]) => [courseId, valid(one) ? 'valid' : 'expired']),
    ),
    development: {
      planned: Object.keys(development).length,
      completed: Object.values(development).filter(({ completed }) => completed).length,
    },
  }
}
