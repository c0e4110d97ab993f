import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { minutesBetween, overlaps } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { seating } from '../enrolment/places.ts'
import { deliveryEvents, type Session } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { offering } from './known.ts'
import { mustBeScheduled } from './rules.ts'

const happened = deliveryEvents.make
const {
  CapacityInverted,
  MinimumNotReached,
  OfferingStarted,
  SessionAlreadyDelivered,
  SessionEndsBeforeItStarts,
  SessionNotOver,
  SessionOverlap,
  SessionsRemain,
  WindowInverted,
} = deliveryRejections

const everySessionEndsAfterItStarts = (sessions: readonly Session[]) => {
  const backwards = sessions.find(({ start, end }) => end <= start)
  return backwards !== undefined && SessionEndsBeforeItStarts({ sessionId: backwards.sessionId })
}

const sessionsDoNotOverlap = (sessions: readonly Session[]) => {
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

const windowsCloseBeforeTheEnd = (
  window: 'enrolmentCloses' | 'withdrawalDeadline',
  closes: string | undefined,
  sessions: readonly Session[],
) => {
  const latest = lastEnd(sessions)
  return closes !== undefined && closes > latest && WindowInverted({ window, latest })
}

const lastEnd = (sessions: readonly Session[]): string =>
  sessions
    .map(({ end }) => end)
    .sort()
    .at(-1) ?? ''

export const scheduleOffering = defineDecision({
  command: commands.ScheduleOffering,
  reads: { offering },
  decide: (command, { offering }) => {
    const { sessions, capacity, enrolmentCloses, withdrawalDeadline } = command
    return (
      refusedBy(
        onlyFrom(offering.status, ['unknown'], 'ScheduleOffering'),
        everySessionEndsAfterItStarts(sessions),
        sessionsDoNotOverlap(sessions),
        capacity.max !== undefined &&
          capacity.max < capacity.min &&
          CapacityInverted({ min: capacity.min, max: capacity.max }),
        windowsCloseBeforeTheEnd('enrolmentCloses', enrolmentCloses, sessions),
        windowsCloseBeforeTheEnd('withdrawalDeadline', withdrawalDeadline, sessions),
      ) ?? accepted(happened.OfferingScheduled(command))
    )
  },
})

export const announceOffering = defineDecision({
  command: commands.AnnounceOffering,
  reads: { offering },
  decide: ({ at, offeringId }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['scheduled'], 'AnnounceOffering'),
    ) ?? accepted(happened.OfferingAnnounced({ at, offeringId })),
})

export const openEnrolment = defineDecision({
  command: commands.OpenEnrolment,
  reads: { offering },
  decide: ({ at, offeringId }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['scheduled', 'announced'], 'OpenEnrolment'),
    ) ?? accepted(happened.EnrolmentOpened({ at, offeringId })),
})

export const closeEnrolmentWindow = defineDecision({
  command: commands.CloseEnrolmentWindow,
  reads: { offering },
  decide: ({ at, offeringId }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['enrolling'], 'CloseEnrolmentWindow'),
    ) ?? accepted(happened.EnrolmentWindowClosed({ at, offeringId })),
})

export const confirmOffering = defineDecision({
  command: commands.ConfirmOffering,
  reads: { offering, seating },
  decide: ({ at, offeringId }, { offering, seating }) => {
    const enrolled = seating.enrolled
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'enrolmentClosed'], 'ConfirmOffering'),
        enrolled < seating.min && MinimumNotReached({ have: enrolled, need: seating.min }),
      ) ?? accepted(happened.OfferingConfirmed({ at, offeringId, enrolled }))
    )
  },
})

export const deliverSession = defineDecision({
  command: commands.DeliverSession,
  reads: { offering },
  decide: ({ at, offeringId, sessionId, actualStart, actualEnd }, { offering }) => {
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['confirmed', 'running'], 'DeliverSession'),
      session === undefined && Unknown({ what: 'session', id: sessionId }),
      offering.delivered.includes(sessionId) && SessionAlreadyDelivered({ sessionId }),
      minutesBetween(actualStart, actualEnd) <= 0 && SessionEndsBeforeItStarts({ sessionId }),
      at < actualEnd && SessionNotOver({ actualEnd }),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    const { trainerId, zone } = session
    return accepted(
      happened.SessionDelivered({
        at,
        offeringId,
        sessionId,
        actualStart,
        actualEnd,
        zone,
        remaining: offering.sessions.length - offering.delivered.length - 1,
        ...(trainerId === undefined ? {} : { trainerId }),
      }),
    )
  },
})

export const completeOffering = defineDecision({
  command: commands.CompleteOffering,
  reads: { offering, seating },
  decide: ({ at, offeringId }, { offering, seating }) => {
    const remaining = offering.sessions.filter(({ sessionId }) => !offering.delivered.includes(sessionId))
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['running'], 'CompleteOffering'),
        remaining.length > 0 && SessionsRemain({ sessionIds: remaining.map(({ sessionId }) => sessionId) }),
      ) ??
      accepted(
        happened.OfferingCompleted({
          at,
          offeringId,
          ...offering.course,
          endedAt: lastEnd(offering.sessions),
          zone: offering.sessions[0]?.zone ?? 'UTC',
          enrolled: seating.enrolled,
        }),
      )
    )
  },
})

export const cancelOffering = defineDecision({
  command: commands.CancelOffering,
  reads: { offering },
  decide: ({ at, offeringId, cause, reason }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      offering.status === 'running' && OfferingStarted({ offeringId }),
      onlyFrom(
        offering.status,
        ['scheduled', 'announced', 'enrolling', 'enrolmentClosed', 'confirmed'],
        'CancelOffering',
      ),
    ) ??
    accepted(
      happened.OfferingCancelled({
        at,
        offeringId,
        cause,
        ...(reason === undefined ? {} : { reason }),
        ...(offering.course.programId === undefined ? {} : { programId: offering.course.programId }),
      }),
    ),
})
