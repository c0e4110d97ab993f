import { type DataOf, projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { DeliveryEvent, Session } from '../events.ts'
import { type OfferingStatus, offeringMoves } from './status.ts'

type Scheduled = DataOf<DeliveryEvent, 'OfferingScheduled'>

/** When a session was held, and by whom. */
export type HeldSession = { start: string; end: string; trainerIds?: readonly string[] }

export type OfferingState = Pick<Scheduled, 'kind' | 'completionRule' | 'approval'> & {
  status: OfferingStatus
  course: { courseId: string; courseVersion: number; programId?: string }
  /** As they are now, without those that were called off. */
  sessions: readonly Session[]
  delivered: string[]
  /** When each session was held, which may be shorter or longer than planned. */
  held: Record<string, HeldSession>
  /** It never was. */
  voided?: true
  /** How often each session has changed since it was scheduled. */
  sequences: Record<string, number>
  enrolmentOpens?: string
  enrolmentCloses?: string
  withdrawalDeadline?: string
}

const projection = projections<DeliveryEvent>()

export const teachersOf = ({ trainerIds = [] }: Pick<Session, 'trainerIds'>) => trainerIds

type Added = DataOf<DeliveryEvent, 'SessionAdded'>
type Moved = Added & Partial<DataOf<DeliveryEvent, 'SessionRescheduled'>>

/** The session itself, out of an event that adds or moves one. */
export const sessionIn = (event: Moved): Session => {
  const {
    at: _at,
    offeringId: _of,
    programId: _in,
    was: _was,
    sequence: _nth,
    reason: _why,
    holds: _for,
    ...session
  } = event
  return session
}

/** The sessions that are still to be held. */
export const remainingIn = ({ sessions, delivered }: OfferingState): readonly Session[] =>
  sessions.filter(({ sessionId }) => !delivered.includes(sessionId))

type Delivery = Pick<DataOf<DeliveryEvent, 'SessionDelivered'>, 'actualStart' | 'actualEnd' | 'trainerIds'>
const heldAs = ({ actualStart: start, actualEnd: end, trainerIds }: Delivery) => ({
  start,
  end,
  ...given({ trainerIds }),
})

/** The offering once a session was held, or was held otherwise. */
export const onceHeld = (
  offering: OfferingState,
  { sessionId, ...delivery }: Delivery & { readonly sessionId: string },
): OfferingState => ({ ...offering, held: { ...offering.held, [sessionId]: heldAs(delivery) } })

/** Where an offering stands, and what it was scheduled as. */
export const offering = projection({
  name: 'offering',
  by: ['offeringId'],
  initial: (): OfferingState => ({
    status: 'unknown',
    kind: '',
    course: { courseId: '', courseVersion: 0 },
    sessions: [],
    delivered: [],
    held: {},
    sequences: {},
    completionRule: { require: 'all', of: [] },
    approval: 'automatic',
  }),
  on: [
    offeringMoves,
    {
      OfferingScheduled: (offering, scheduled) => {
        const {
          at: _at,
          offeringId: _of,
          title: _title,
          modality: _by,
          capacity: _for,
          holds: _rooms,
          ...rest
        } = scheduled
        const { courseId, courseVersion, programId, ...terms } = rest
        Object.assign(offering, terms)
        offering.course = { courseId, courseVersion, ...given({ programId }) }
      },
      SessionAdded: (offering, added) => {
        offering.sessions = [...offering.sessions, sessionIn(added)]
      },
      SessionRescheduled: (offering, moved) => {
        offering.sequences[moved.sessionId] = moved.sequence
        offering.sessions = offering.sessions.map((one) =>
          one.sessionId === moved.sessionId ? sessionIn(moved) : one,
        )
      },
      SessionCancelled: (offering, { sessionId, sequence }) => {
        offering.sequences[sessionId] = sequence
        offering.sessions = offering.sessions.filter((one) => one.sessionId !== sessionId)
      },
      TrainerAssigned: (offering, { trainerId, sessionIds }) => {
        offering.sessions = offering.sessions.map((one) =>
          sessionIds.includes(one.sessionId)
            ? { ...one, trainerIds: [...teachersOf(one).filter((other) => other !== trainerId), trainerId] }
            : one,
        )
      },
      TrainerUnassigned: (offering, { trainerId, sessionIds }) => {
        offering.sessions = offering.sessions.map((one) =>
          sessionIds.includes(one.sessionId)
            ? { ...one, trainerIds: teachersOf(one).filter((other) => other !== trainerId) }
            : one,
        )
      },
      SessionDelivered: (offering, { sessionId, ...delivery }) => {
        offering.delivered.push(sessionId)
        offering.held[sessionId] = heldAs(delivery)
      },
      DeliveryCorrected: (offering, { sessionId, ...delivery }) => {
        offering.held[sessionId] = heldAs(delivery)
      },
      OfferingVoided: (offering) => {
        offering.voided = true
      },
    },
  ],
})
