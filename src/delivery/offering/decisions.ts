import { accepted, advised, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { given, minutesBetween } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { seatAllocation } from '../enrolment/seat-allocation.ts'
import { deliveryEvents, type Session } from '../events.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { bookingsOf, slotsReleased } from './booking.ts'
import { openTasksFor, type Preparation, preparation } from './preparation.ts'
import { lastHeldEnd, mustBeScheduled, onlyASessionToCome } from './rules.ts'
import { hoursOfAnotherYear } from './sessions.ts'
import { offering, remainingIn } from './state.ts'

const events = deliveryEvents.make
const {
  EnrolmentStillOpen,
  MinimumNotReached,
  OfferingStarted,
  ReadinessIncomplete,
  SessionEndsBeforeItStarts,
  SessionNotOver,
  SessionsRemain,
} = deliveryRejections

/** The tasks that a step waits for are done, or waived. */
const everythingIsReadyFor = (step: 'confirmation' | 'delivery' | 'completion', preparation: Preparation) => {
  const tasks = openTasksFor(preparation, step)
  return tasks.length > 0 && ReadinessIncomplete({ tasks })
}

export const announceOffering = defineDecision({
  command: commands.AnnounceOffering,
  reads: { offering },
  decide: (command, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyFrom(
        offering.status,
        ['scheduled', 'announced', 'enrolling', 'enrolmentClosed', 'confirmed'],
        'AnnounceOffering',
      ),
    ) ?? accepted(events.OfferingAnnounced(command)),
})

export const openEnrolment = defineDecision({
  command: commands.OpenEnrolment,
  reads: { offering },
  decide: ({ at, offeringId }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['scheduled', 'announced'], 'OpenEnrolment'),
    ) ?? accepted(events.EnrolmentOpened({ at, offeringId })),
})

export const closeEnrolmentWindow = defineDecision({
  command: commands.CloseEnrolmentWindow,
  reads: { offering },
  decide: ({ at, offeringId }, { offering }) =>
    refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['enrolling'], 'CloseEnrolmentWindow'),
    ) ?? accepted(events.EnrolmentWindowClosed({ at, offeringId })),
})

/** The decision at the deadline: nothing, where it was decided before. */
export const passEnrolmentDeadline = defineDecision({
  command: commands.PassEnrolmentDeadline,
  reads: { offering, seatAllocation },
  decide: ({ at, offeringId }, { offering, seatAllocation }) => {
    const { enrolmentCloses, status } = offering
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      enrolmentCloses !== undefined &&
        at < enrolmentCloses &&
        EnrolmentStillOpen({ closes: enrolmentCloses }),
    )
    if (refused !== undefined) return refused
    if (!['scheduled', 'announced', 'enrolling', 'enrolmentClosed'].includes(status)) return accepted()
    const { enrolled, min } = seatAllocation
    return accepted(
      ...(status === 'enrolling' ? [events.EnrolmentWindowClosed({ at, offeringId })] : []),
      events.EnrolmentDeadlinePassed({ at, offeringId, enrolled, min }),
    )
  },
})

export const confirmOffering = defineDecision({
  command: commands.ConfirmOffering,
  reads: { offering, seatAllocation, preparation },
  decide: ({ at, offeringId }, { offering, seatAllocation, preparation }) => {
    const { enrolled, min } = seatAllocation
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'enrolmentClosed'], 'ConfirmOffering'),
        enrolled < min && MinimumNotReached({ have: enrolled, need: min }),
        everythingIsReadyFor('confirmation', preparation),
      ) ?? accepted(events.OfferingConfirmed({ at, offeringId, enrolled }))
    )
  },
})

/** The room was booked for the session as planned: before and after it others may have it. */
const longerThanBooked = (
  { sessionId, venueId, start, end }: Session,
  { actualStart, actualEnd }: { readonly actualStart: string; readonly actualEnd: string },
) =>
  venueId !== undefined &&
  (actualStart < start || actualEnd > end) && { code: 'LongerThanBooked', sessionId, venueId, start, end }

export const deliverSession = defineDecision({
  command: commands.DeliverSession,
  reads: { offering, seatAllocation, preparation },
  settings: deliverySettings,
  decide: (
    { at, offeringId, sessionId, actualStart, actualEnd },
    { offering, seatAllocation, preparation },
    yearly,
  ) => {
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['confirmed', 'running'], 'DeliverSession'),
      onlyASessionToCome(offering, sessionId),
      minutesBetween(actualStart, actualEnd) <= 0 && SessionEndsBeforeItStarts({ sessionId }),
      at < actualEnd && SessionNotOver({ actualEnd }),
      everythingIsReadyFor('delivery', preparation),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    const { trainerIds, zone } = session
    const delivered = events.SessionDelivered({
      at,
      offeringId,
      sessionId,
      actualStart,
      actualEnd,
      zone,
      remaining: remainingIn(offering).length - 1,
      ...given({ trainerIds }),
    })
    return advised(
      accepted(delivered, ...hoursOfAnotherYear(delivered, session.start, offering, seatAllocation, yearly)),
      longerThanBooked(session, { actualStart, actualEnd }),
    )
  },
})

export const completeOffering = defineDecision({
  command: commands.CompleteOffering,
  reads: { offering, seatAllocation, preparation },
  decide: ({ at, offeringId }, { offering, seatAllocation, preparation }) => {
    const remaining = remainingIn(offering)
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['running'], 'CompleteOffering'),
        remaining.length > 0 && SessionsRemain({ sessionIds: remaining.map(({ sessionId }) => sessionId) }),
        everythingIsReadyFor('completion', preparation),
      ) ??
      accepted(
        events.OfferingCompleted({
          at,
          offeringId,
          ...offering.course,
          endedAt: lastHeldEnd(offering),
          zone: offering.sessions[0]?.zone ?? 'UTC',
          enrolled: seatAllocation.enrolled,
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
      events.OfferingCancelled({
        at,
        offeringId,
        cause,
        ...given({ reason, programId: offering.course.programId }),
      }),
      ...slotsReleased(at, offeringId, offering.sessions.flatMap(bookingsOf)),
    ),
})
