/**
 * The events of the delivery room: classes put on the calendar (班次), who asked for a seat and who got one, who
 * came and for how long, and how each learner's attempt ended. Rules and times are copied into the facts that
 * relied on them, so that a later change never decides the past again.
 */
import { defineEvents, type EventsOf } from '../kernel/index.ts'
import { enrolmentEvents } from './events/enrolment.ts'
import { offeringEvents } from './events/offering.ts'

export { capacity, type Employment, employment, type Rooms, type Session, session } from './events/shapes.ts'
export type { Competence, EnrolmentSource, Joins, Quota, WaitlistOrder } from './events/terms.ts'

/** The events of classes and enrolments; `deliveryEvents.make` makes them. */
export const deliveryEvents = defineEvents({ ...offeringEvents, ...enrolmentEvents })

export type DeliveryEvent = EventsOf<typeof deliveryEvents> | never
