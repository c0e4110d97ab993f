import type { DeliveryEvent, Session } from '../../delivery/events.ts'
import { sessionIn } from '../../delivery/offering/state.ts'
import { sessionStatusAfter as after, type SessionStatus } from '../../delivery/offering/status.ts'
import type { RecipesFor } from '../../kernel/index.ts'
import { dayIn } from '../../vocabulary/index.ts'

/** One session (课次), from the day it was planned on. */
export type SessionRecord = Session & {
  status: SessionStatus
  /** The trainers of the session. */
  trainerIds: string[]
  /** How often it has changed since it was scheduled, being called off included. */
  sequence: number
  /** How often anything of it changed that a calendar shows: its hours, its place, who teaches, whether it is sure. */
  revision: number
  /** When it was put on the calendar, or anything of it that shows changed last. */
  changedAt: string
  /** Each time it was moved or called off: the day that was said, and the day it was to start. */
  changes: { on: string; start: string }[]
  actualStart?: string
  actualEnd?: string
}

/** Every session there ever was, those that were called off as well, by its id. */
export type Calendar = { calendar: Record<string, SessionRecord> }

const planned = (at: string, session: Session): SessionRecord => ({
  ...session,
  trainerIds: [...(session.trainerIds ?? [])],
  status: after.SessionAdded,
  sequence: 0,
  revision: 0,
  changedAt: at,
  changes: [],
})

/** Something that shows has changed. */
const revise = (session: SessionRecord, at: string) => {
  session.revision++
  session.changedAt = at
}

const change = ({ calendar }: Calendar, sessionId: string, at: string, sequence: number) => {
  const session = calendar[sessionId]
  if (session === undefined) return undefined
  session.sequence = sequence
  revise(session, at)
  session.changes.push({ on: dayIn(at, session.zone), start: dayIn(session.start, session.zone) })
  return session
}

const callOff = (record: Calendar, sessionId: string, at: string, sequence: number) => {
  const session = change(record, sessionId, at, sequence)
  if (session !== undefined) session.status = after.SessionCancelled
}

export const calendarRecipes: RecipesFor<Calendar, DeliveryEvent, 'offeringId'> = {
  OfferingScheduled: ({ calendar }, { at, sessions }) => {
    for (const session of sessions) calendar[session.sessionId] = planned(at, session)
  },
  SessionAdded: ({ calendar }, added) => {
    calendar[added.sessionId] = planned(added.at, sessionIn(added))
  },
  SessionRescheduled: (record, moved) => {
    const { at, sessionId, start, end, was, sequence } = moved
    const before = change(record, sessionId, at, sequence)
    if (before === undefined) return
    // another room or trainer at the same hours disturbs nobody's plan
    if (start === was.start && end === was.end) before.changes.pop()
    const { revision, changes } = before
    record.calendar[sessionId] = { ...planned(at, sessionIn(moved)), sequence, revision, changes }
  },
  SessionCancelled: (record, { at, sessionId, sequence }) => callOff(record, sessionId, at, sequence),
  OfferingCancelled: (record, { at }) => {
    for (const [sessionId, { status, sequence }] of Object.entries(record.calendar))
      if (status === 'planned') callOff(record, sessionId, at, sequence + 1)
  },
  OfferingConfirmed: ({ calendar }, { at }) => {
    for (const session of Object.values(calendar)) if (session.status !== 'cancelled') revise(session, at)
  },
  TrainerAssigned: ({ calendar }, { at, trainerId, sessionIds }) => {
    for (const sessionId of sessionIds) {
      const session = calendar[sessionId]
      if (session === undefined) continue
      session.trainerIds.push(trainerId)
      revise(session, at)
    }
  },
  TrainerUnassigned: ({ calendar }, { at, trainerId, sessionIds }) => {
    for (const sessionId of sessionIds) {
      const session = calendar[sessionId]
      if (session === undefined) continue
      session.trainerIds = session.trainerIds.filter((one) => one !== trainerId)
      revise(session, at)
    }
  },
  SessionDelivered: ({ calendar }, { at, sessionId, actualStart, actualEnd, trainerIds, zone }) => {
    calendar[sessionId] ??= planned(at, { sessionId, start: actualStart, end: actualEnd, zone } as Session)
    const session = calendar[sessionId]
    Object.assign(session, { status: after.SessionDelivered, actualStart, actualEnd })
    if (trainerIds !== undefined) session.trainerIds = [...trainerIds]
  },
  DeliveryCorrected: ({ calendar }, { at, sessionId, actualStart, actualEnd, trainerIds = [] }) => {
    const session = calendar[sessionId]
    if (session === undefined) return
    Object.assign(session, { actualStart, actualEnd, trainerIds: [...trainerIds] })
    revise(session, at)
  },
  OfferingVoided: (record, { at }) => {
    for (const [sessionId, { status, sequence }] of Object.entries(record.calendar))
      if (status !== 'cancelled') callOff(record, sessionId, at, sequence + 1)
  },
}
