import { onlyFrom, Unknown } from '../../kernel/index.ts'
import { overlaps } from '../../vocabulary/index.ts'
import type { Session } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { type OfferingState, remainingIn } from './state.ts'
import type { OfferingStatus } from './status.ts'

const { SessionAlreadyDelivered, SessionEndsBeforeItStarts, SessionOverlap, WindowInverted } =
  deliveryRejections

/** Nothing is asked of an offering that nobody put on the calendar. */
export const mustBeScheduled = (offering: OfferingState, offeringId: string) =>
  offering.status === 'unknown' && Unknown({ what: 'offering', id: offeringId })

const beforeItIsOver: readonly OfferingStatus[] = [
  'scheduled',
  'announced',
  'enrolling',
  'enrolmentClosed',
  'confirmed',
  'running',
]

/** Nothing changes any more once it is over, or does not take place. */
export const onlyBeforeItIsOver = ({ status }: OfferingState, command: string) =>
  onlyFrom(status, beforeItIsOver, command)

/** After it is over as well, and not when it was called off. */
export const onlyUnlessCancelled = ({ status }: OfferingState, command: string) =>
  status === 'cancelled' && onlyFrom(status, [], command)

/** Of an offering that never was nothing is said any more. */
export const onlyUnlessVoided = (offering: OfferingState, command: string) =>
  offering.voided === true && onlyUnlessCancelled(offering, command)

/** Still to come: a session of the offering that was not held. */
export const onlyASessionToCome = (offering: OfferingState, sessionId: string) => {
  if (!offering.sessions.some((one) => one.sessionId === sessionId))
    return Unknown({ what: 'session', id: sessionId })
  return offering.delivered.includes(sessionId) && SessionAlreadyDelivered({ sessionId })
}

export const everySessionEndsAfterItStarts = (sessions: readonly Session[]) => {
  const backwards = sessions.find(({ start, end }) => end <= start)
  return backwards !== undefined && SessionEndsBeforeItStarts({ sessionId: backwards.sessionId })
}

export const sessionsDoNotOverlap = (sessions: readonly Session[]) => {
  const inOrder = [...sessions].sort((a, b) => (a.start < b.start ? -1 : 1))
  const at = inOrder.findIndex((session, position) => {
    const next = inOrder[position + 1]
    return next !== undefined && overlaps(session, next)
  })
  const [one, other] = [inOrder[at], inOrder[at + 1]]
  return (
    one !== undefined &&
    other !== undefined &&
    SessionOverlap({ sessionId: one.sessionId, with: other.sessionId })
  )
}

export const lastEnd = (sessions: readonly Session[]): string =>
  sessions
    .map(({ end }) => end)
    .sort()
    .at(-1) ?? ''

export const firstStart = (sessions: readonly Pick<Session, 'start'>[]): string =>
  sessions.map(({ start }) => start).sort()[0] ?? ''

/** The hours of a session: as it was held, or as planned where it was not held yet. */
export const hoursHeld = (
  { held }: Pick<OfferingState, 'held'>,
  { sessionId, start, end }: Pick<Session, 'sessionId' | 'start' | 'end'>,
) => held[sessionId] ?? { start, end }

/** When the last session that was held ended; as planned where none was held. */
export const lastHeldEnd = (offering: OfferingState): string =>
  offering.sessions
    .map((session) => hoursHeld(offering, session).end)
    .sort()
    .at(-1) ?? ''

/** A class has begun when its first session's start is past, whoever has or has not said so since. */
export const hasBegun = (offering: OfferingState, at: string): boolean =>
  offering.delivered.length > 0 || at >= firstStart(offering.sessions)

/** A class is over when its last session's end is past, or when every session was held. */
export const isOverAt = (offering: OfferingState, at: string): boolean =>
  isOver(offering) || remainingIn(offering).length === 0 || at >= lastEnd(offering.sessions)

type Windows = Pick<OfferingState, 'enrolmentOpens' | 'enrolmentCloses' | 'withdrawalDeadline'>

/** Enrolment opens before it closes, and every window closes before the last class ends. */
export const windowsAreInOrder = (
  windows: { readonly [Window in keyof Windows]: Windows[Window] | undefined },
  sessions: readonly Session[],
) => {
  const { enrolmentOpens, enrolmentCloses, withdrawalDeadline } = windows
  const latest = lastEnd(sessions)
  if (enrolmentCloses !== undefined && enrolmentCloses > latest)
    return WindowInverted({ window: 'enrolmentCloses', latest })
  if (withdrawalDeadline !== undefined && withdrawalDeadline > latest)
    return WindowInverted({ window: 'withdrawalDeadline', latest })
  const closes = enrolmentCloses ?? latest
  return (
    enrolmentOpens !== undefined &&
    enrolmentOpens >= closes &&
    WindowInverted({ window: 'enrolmentOpens', latest: closes })
  )
}

/** When the first class that is still to be held begins; nothing is to come of an offering that is over. */
export const startsNext = (offering: OfferingState): string | undefined =>
  isOver(offering) ? undefined : firstStart(remainingIn(offering))

export const isOver = ({ status }: OfferingState): boolean => !beforeItIsOver.includes(status)
