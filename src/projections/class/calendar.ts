import type { DeliveryEvent } from '../../delivery/events.ts'
import { dayIn } from '../../vocabulary/index.ts'

type Of<Type extends DeliveryEvent['type']> = Extract<DeliveryEvent, { type: Type }>['data']
type Session = Of<'OfferingScheduled'>['sessions'][number]

export type SessionOnBoard = {
  status: 'planned' | 'held' | 'cancelled'
  start: string
  end: string
  zone: string
  trainerIds: string[]
  venueId?: string
  /** How often it has changed since it was scheduled, being called off included. */
  sequence: number
  /** When it was put on the calendar or changed last. */
  changedAt: string
  /** Each time it was moved or called off: the day that was said, and the day it was to start. */
  changes: { on: string; start: string }[]
  actualStart?: string
  actualEnd?: string
}

export type CalendarOnBoard = {
  calendar: Record<string, SessionOnBoard>
  starts: string
  ends: string
  sessions: number
  delivered: number
}

const planned = (at: string, { start, end, zone, trainerIds = [], venueId }: Session): SessionOnBoard => ({
  status: 'planned',
  start,
  end,
  zone,
  trainerIds: [...trainerIds],
  ...(venueId === undefined ? {} : { venueId }),
  sequence: 0,
  changedAt: at,
  changes: [],
})

const lookAgain = (board: CalendarOnBoard) => {
  const standing = Object.values(board.calendar).filter(({ status }) => status !== 'cancelled')
  board.starts = standing.map(({ start }) => start).sort()[0] ?? ''
  board.ends =
    standing
      .map(({ end }) => end)
      .sort()
      .at(-1) ?? ''
  board.sessions = standing.length
  board.delivered = standing.filter(({ status }) => status === 'held').length
}

export const putOnCalendar = (board: CalendarOnBoard, { at, sessions }: Of<'OfferingScheduled'>) => {
  for (const session of sessions) board.calendar[session.sessionId] = planned(at, session)
  lookAgain(board)
}

export const addToCalendar = (board: CalendarOnBoard, added: Of<'SessionAdded'>) => {
  board.calendar[added.sessionId] = planned(added.at, added)
  lookAgain(board)
}

const changed = (board: CalendarOnBoard, sessionId: string, at: string, sequence: number) => {
  const session = board.calendar[sessionId]
  if (session === undefined) return undefined
  session.sequence = sequence
  session.changedAt = at
  session.changes.push({ on: dayIn(at, session.zone), start: dayIn(session.start, session.zone) })
  return session
}

export const moveOnCalendar = (board: CalendarOnBoard, moved: Of<'SessionRescheduled'>) => {
  const before = changed(board, moved.sessionId, moved.at, moved.sequence)
  if (before === undefined) return
  // another room or trainer at the same hours disturbs nobody's plan
  const isMoved = moved.start !== moved.was.start || moved.end !== moved.was.end
  const changes = isMoved ? before.changes : before.changes.slice(0, -1)
  board.calendar[moved.sessionId] = {
    ...planned(moved.at, moved),
    sequence: moved.sequence,
    changes: [...changes],
  }
  lookAgain(board)
}

export const strikeFromCalendar = (
  board: CalendarOnBoard,
  { at, sessionId, sequence }: Of<'SessionCancelled'>,
) => {
  const session = changed(board, sessionId, at, sequence)
  if (session !== undefined) session.status = 'cancelled'
  lookAgain(board)
}

export const strikeEverything = (board: CalendarOnBoard, { at }: Of<'OfferingCancelled'>) => {
  for (const [sessionId, { status, sequence }] of Object.entries(board.calendar)) {
    if (status !== 'planned') continue
    const session = changed(board, sessionId, at, sequence + 1)
    if (session !== undefined) session.status = 'cancelled'
  }
}

export const assignOnCalendar = (
  board: CalendarOnBoard,
  { trainerId, sessionIds }: Of<'TrainerAssigned'>,
) => {
  for (const sessionId of sessionIds) board.calendar[sessionId]?.trainerIds.push(trainerId)
}

export const unassignOnCalendar = (
  board: CalendarOnBoard,
  { trainerId, sessionIds }: Of<'TrainerUnassigned'>,
) => {
  for (const sessionId of sessionIds) {
    const session = board.calendar[sessionId]
    if (session !== undefined)
      session.trainerIds = session.trainerIds.filter((one) => one !== (trainerId as string))
  }
}

export const holdOnCalendar = (
  board: CalendarOnBoard,
  { sessionId, actualStart, actualEnd }: Of<'SessionDelivered'>,
) => {
  const session = board.calendar[sessionId]
  if (session !== undefined) Object.assign(session, { status: 'held', actualStart, actualEnd })
  lookAgain(board)
}
