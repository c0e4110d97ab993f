import { figureOf, type MetricFigure } from '../figures/figure.ts'
import { resourceRatingFigure } from '../figures/ratings.ts'
import { loadOfFigure, trainerUtilisationFigure } from '../figures/trainer-time.ts'
import type { OfferingRecords } from '../records/offering/record.ts'
import { type ResourceRecord, type ResourceRecords, resourceRecord } from '../records/resource/record.ts'
import { type TrainerStatus, trainerStatus } from '../resources/events/trainer-status.ts'
import { minutesBetween } from '../vocabulary/index.ts'

type Taught = { readonly minutes: number; readonly start: string; readonly offeringId: string }

/** One who teaches (讲师), or whatever else is booked: their record, the sessions they held, and how far they were prepared. */
export type TrainerCard = {
  readonly record: ResourceRecord
  /** Sessions held, by offering and session. */
  readonly taught: Readonly<Record<string, Taught>>
  /** How far they said they were with preparing each offering, in percent. */
  readonly prepared: Readonly<Record<string, number>>
}

/**
 * The cards of everybody who teaches, and of every resource, by id (讲师评价表).
 *
 * @example
 * ```ts
 * import { resourceRecord, trainerCards } from 'training-ops'
 * Object.keys(trainerCards({ resources: { mei: { ...resourceRecord.initial(), kind: 'trainer' } }, offerings: {} })) // => ['mei']
 * ```
 */
export const trainerCards = ({
  resources,
  offerings,
}: {
  readonly resources: ResourceRecords
  readonly offerings: OfferingRecords
}): Readonly<Record<string, TrainerCard>> => {
  type Card = { record: ResourceRecord; taught: Record<string, Taught>; prepared: Record<string, number> }
  const cards: Record<string, Card> = {}
  const cardOf = (resourceId: string): Card => {
    cards[resourceId] ??= {
      record: resources[resourceId] ?? resourceRecord.initial(),
      taught: {},
      prepared: {},
    }
    return cards[resourceId]
  }
  for (const resourceId of Object.keys(resources)) cardOf(resourceId)
  for (const [offeringId, { calendar, preparation }] of Object.entries(offerings)) {
    for (const [sessionId, { status, trainerIds, actualStart = '', actualEnd = '' }] of Object.entries(
      calendar,
    ))
      if (status === 'held')
        for (const trainerId of trainerIds)
          cardOf(trainerId).taught[`${offeringId} ${sessionId}`] = {
            minutes: minutesBetween(actualStart, actualEnd),
            start: actualStart,
            offeringId,
          }
    for (const [trainerId, { percent }] of Object.entries(preparation))
      if (percent !== undefined) cardOf(trainerId).prepared[offeringId] = percent
  }
  return cards
}

export type TrainerFigures = {
  readonly status: TrainerStatus
  readonly sessions: number
  /** M22, of this one trainer. */
  readonly load: MetricFigure
  /** M22b. */
  readonly utilisation: MetricFigure
  /** M33b. */
  readonly rating: MetricFigure
  /** Qualifications as of the end of the period: `valid`, or `expired` for those that ran out before it. */
  readonly qualifications: Readonly<Record<string, 'valid' | 'expired'>>
  readonly development: { readonly planned: number; readonly completed: number }
}

/**
 * The figures of a trainer in a period `[from, to)` of instants: hours taught (M22), how much of the available time is
 * booked, the mean rating as a share of its scale, and qualifications as of the period's end. Available minutes are
 * the host's to know; utilisation has no answer where there are none.
 *
 * @example
 * ```ts
 * import { project, resourceEvents, resourceRecord, trainerCards, trainerFigures } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const booked = resourceEvents.make.SlotReserved({
 *   at, resourceId: 'dana', slotId: 's-1', start: '2026-04-06T01:00:00.000Z', end: '2026-04-06T07:00:00.000Z',
 * })
 * const card = trainerCards({ resources: project(resourceRecord, [booked]), offerings: {} }).dana
 * const april = { from: '2026-04-01T00:00:00.000Z', to: '2026-05-01T00:00:00.000Z', availableMinutes: 2400 }
 * const { utilisation } = card ? trainerFigures(card, april) : { utilisation: undefined }
 * utilisation?.status === 'ok' && utilisation.value // => 0.15
 * ```
 */
export const trainerFigures = (
  { record, taught }: TrainerCard,
  {
    from,
    to,
    availableMinutes,
  }: { readonly from: string; readonly to: string; readonly availableMinutes: number },
): TrainerFigures => {
  const within = ({ start }: { readonly start: string }) => start >= from && start < to
  const sessions = Object.values(taught).filter(within)
  const bookedMinutes = Object.values(record.taken)
    .filter(within)
    .reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)
  const valid = ({ validUntil }: { readonly validUntil: string | null }) =>
    validUntil === null || validUntil >= to
  const qualifications = Object.entries(record.qualifiedFor)
  return {
    status: trainerStatus({
      ...record,
      qualifiedFor: Object.fromEntries(qualifications.filter(([, one]) => valid(one))),
    }),
    sessions: sessions.length,
    load: figureOf(loadOfFigure, [
      { trainer: 'own', minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0) },
    ]),
    utilisation: figureOf(trainerUtilisationFigure, { bookedMinutes, availableMinutes }),
    rating: figureOf(resourceRatingFigure, record),
    qualifications: Object.fromEntries(
      qualifications.map(([courseId, one]) => [courseId, valid(one) ? 'valid' : 'expired']),
    ),
    development: {
      planned: Object.keys(record.developments).length,
      completed: Object.values(record.developments).filter((one) => one === 'completed').length,
    },
  }
}
