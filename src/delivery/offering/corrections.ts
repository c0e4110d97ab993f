/** Corrections of the records of a class: by whom, why and when. Policies update everything that depends on it. */
import {
  accepted,
  type DataOf,
  defineDecision,
  keyedBy,
  onlyFrom,
  projections,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { given, nobodyCorrectsTheirOwn, saysTheSame } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { seatAllocation } from '../enrolment/seat-allocation.ts'
import { enrolment } from '../enrolment/state.ts'
import { type DeliveryEvent, deliveryEvents } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { bookingsOf, slotsReleased } from './booking.ts'
import { incidents } from './in-class.ts'
import { mustBeScheduled, onlyUnlessVoided } from './rules.ts'
import { hoursOfAnotherYear } from './sessions.ts'
import { type HeldSession, offering, remainingIn } from './state.ts'

const events = deliveryEvents.make
const { SessionEndsBeforeItStarts, SessionNotOver } = deliveryRejections

const asDelivered = ({ start, end, trainerIds }: HeldSession) => ({
  actualStart: start,
  actualEnd: end,
  ...given({ trainerIds: trainerIds && [...trainerIds] }),
})

/** A session was held at other hours, or taught by others, than recorded. */
export const correctDelivery = defineDecision({
  command: commands.CorrectDelivery,
  reads: { offering, seatAllocation },
  settings: deliverySettings,
  decide: ({ actualStart, actualEnd, trainerIds, ...command }, { offering, seatAllocation }, yearly) => {
    const { at, offeringId, sessionId } = command
    const held = offering.held[sessionId]
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const was = held === undefined ? undefined : asDelivered(held)
    const now = { ...was, ...given({ actualStart, actualEnd, trainerIds }) } as NonNullable<typeof was>
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['running', 'completed'], 'CorrectDelivery'),
      nobodyCorrectsTheirOwn(command, ...(was?.trainerIds ?? []), ...(now.trainerIds ?? [])),
      (was === undefined || session === undefined) && Unknown({ what: 'session', id: sessionId }),
      was !== undefined && now.actualEnd <= now.actualStart && SessionEndsBeforeItStarts({ sessionId }),
      was !== undefined && at < now.actualEnd && SessionNotOver({ actualEnd: now.actualEnd }),
    )
    if (refused !== undefined || was === undefined || session === undefined) return refused ?? accepted()
    if (saysTheSame(was, now)) return accepted()
    const corrected = events.DeliveryCorrected({ ...command, ...now, zone: session.zone, was })
    return accepted(
      corrected,
      ...hoursOfAnotherYear(corrected, was.actualStart, offering, seatAllocation, yearly),
    )
  },
})

/** An incident was another one than reported. Words are not compared, for a person may have them erased: a description that is said is recorded. */
export const correctIncident = defineDecision({
  command: commands.CorrectIncident,
  reads: { offering, incidents },
  decide: (command, { offering, incidents }) => {
    const { at: _at, offeringId, incidentId, correctedBy: _by, reason: _why, description, ...as } = command
    const { sessionId } = as
    const incident = incidents[incidentId]
    const refused = refusedBy(
      incident === undefined && Unknown({ what: 'incident', id: incidentId }),
      onlyUnlessVoided(offering, 'CorrectIncident'),
      incident !== undefined && onlyFrom(incident.status, ['open', 'resolved'], 'CorrectIncident'),
      nobodyCorrectsTheirOwn(command, incident?.as.learnerId, as.learnerId),
      sessionId !== undefined &&
        !offering.sessions.some((one) => one.sessionId === sessionId) &&
        Unknown({ what: 'session', id: sessionId }),
    )
    if (refused !== undefined || incident === undefined) return refused ?? accepted()
    const saysNoWords = description === undefined && !incident.described
    return saysNoWords && saysTheSame(incident.as, as)
      ? accepted()
      : accepted(events.IncidentCorrected({ ...command, offeringId }))
  },
})

/** There was no such incident. Said again, it changes nothing. */
export const retractIncident = defineDecision({
  command: commands.RetractIncident,
  reads: { offering, incidents },
  decide: (command, { offering, incidents }) => {
    const incident = incidents[command.incidentId]
    if (incident === undefined)
      return refusedBy(Unknown({ what: 'incident', id: command.incidentId })) ?? accepted()
    if (incident.status === 'retracted') return accepted()
    return (
      refusedBy(
        onlyUnlessVoided(offering, 'RetractIncident'),
        nobodyCorrectsTheirOwn(command, incident.as.learnerId),
      ) ?? accepted(events.IncidentRetracted(command))
    )
  },
})

type Seen = Pick<
  DataOf<DeliveryEvent, 'InteractionRecorded'>,
  'sessionId' | 'kind' | 'trainerId' | 'observed'
>

/** The observations of learners in each session, as they are now. */
export const interactionsSeen = projections<DeliveryEvent>()({
  name: 'interactionsSeen',
  by: ['offeringId'],
  initial: (): { seen: Seen[] } => ({ seen: [] }),
  on: {
    InteractionRecorded: ({ seen }, { sessionId, kind, trainerId, observed }) => {
      seen.push({ sessionId, kind, observed, ...given({ trainerId }) })
    },
    InteractionCorrected: ({ seen }, { sessionId, kind, trainerId, was, observed }) => {
      const about = { sessionId, kind, ...given({ trainerId }) }
      const place = seen.findIndex((one) => saysTheSame(one, { ...about, observed: was }))
      if (place >= 0) seen.splice(place, 1, ...(observed === undefined ? [] : [{ ...about, observed }]))
    },
  },
})

/** Something else was observed, or nothing. */
export const correctInteraction = defineDecision({
  command: commands.CorrectInteraction,
  reads: { offering, interactionsSeen },
  decide: (command, { offering, interactionsSeen: { seen } }) => {
    const { offeringId, sessionId, kind, trainerId, was, observed } = command
    const recorded = { sessionId, kind, observed: was, ...given({ trainerId }) }
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyUnlessVoided(offering, 'CorrectInteraction'),
        nobodyCorrectsTheirOwn(command, trainerId),
        !seen.some((one) => saysTheSame(one, recorded)) && Unknown({ what: 'interaction', id: sessionId }),
      ) ?? (saysTheSame(was, observed) ? accepted() : accepted(events.InteractionCorrected(command)))
    )
  },
})

/** An offering that never was is taken out: its slots are free, and what hung on it goes by policy. */
export const voidOffering = defineDecision({
  command: commands.VoidOffering,
  reads: { offering, their: keyedBy(enrolment, { offeringId: 'offeringId', learnerId: 'correctedBy' }) },
  decide: (command, { offering, their }) => {
    const { at, offeringId, correctedBy } = command
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      nobodyCorrectsTheirOwn(
        command,
        their.status === 'none' ? undefined : correctedBy,
        ...Object.values(offering.held).flatMap(({ trainerIds = [] }) => trainerIds),
      ),
    )
    if (refused !== undefined || offering.voided) return refused ?? accepted()
    const held = offering.sessions.flatMap(({ sessionId, zone }) => {
      const one = offering.held[sessionId]
      return one === undefined ? [] : [{ sessionId, zone, ...asDelivered(one) }]
    })
    const { programId } = offering.course
    const booked = offering.status === 'cancelled' ? [] : remainingIn(offering).flatMap(bookingsOf)
    return accepted(
      events.OfferingVoided({ ...command, held, ...given({ programId }) } as Parameters<
        typeof events.OfferingVoided
      >[0]),
      ...slotsReleased(at, offeringId, booked),
    )
  },
})
