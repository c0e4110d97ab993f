import { intent, policies } from '../../kernel/index.ts'
import { daysAfter } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import type { DeliveryEvent } from '../events.ts'
import { deliverySettings } from '../settings.ts'
import { clashing, learnerCalendar } from './calendar.ts'
import { seating, those } from './places.ts'

const policy = policies<DeliveryEvent>()

/** A request that needs nobody's approval is decided at once. */
export const whoNeedsNoApprovalIsSeated = policy({
  name: 'whoNeedsNoApprovalIsSeated',
  when: 'EnrolmentRequested',
  reads: {},
  follows: ({ at, offeringId, learnerId, approval }) =>
    approval === 'automatic' ? [intent(commands.ApproveEnrolment, { at, offeringId, learnerId })] : [],
})

/**
 * Who moves up waits for no other seat at those hours. A host that lets two lists move at once may give them both:
 * then the seat they got first is theirs.
 */
export const whoMovesUpLeavesTheListsThatClash = policy({
  name: 'whoMovesUpLeavesTheListsThatClash',
  when: 'LearnerPromoted',
  reads: { learnerCalendar },
  follows: ({ at, offeringId, learnerId, sessions }, { learnerCalendar: { booked, waiting } }) => {
    const here = booked.findIndex((place) => place.offeringId === offeringId)
    if (here < 0) return []
    const place = { offeringId, sessions }
    const left = clashing(booked.slice(0, here), place).length > 0 ? [place] : clashing(waiting, place)
    return left.map(({ offeringId }) => intent(commands.WithdrawEnrolment, { at, offeringId, learnerId }))
  },
})

/** When the last class was held, every attempt is closed after a few days of grace. */
export const attemptsCloseAfterTheLastClass = policy({
  name: 'attemptsCloseAfterTheLastClass',
  when: 'SessionDelivered',
  reads: { seating },
  settings: deliverySettings,
  follows: ({ offeringId, remaining, actualEnd, zone }, { seating }, { closingGraceDays }) => {
    if (remaining > 0) return []
    const dueAt = daysAfter(actualEnd, closingGraceDays, zone)
    return those(seating, 'enrolled').map((learnerId) => ({
      dueAt,
      command: intent(commands.CloseEnrolment, { at: dueAt, offeringId, learnerId }),
    }))
  },
})

/** A cancelled offering leaves nobody enrolled. */
export const aCancelledOfferingFreesEverybody = policy({
  name: 'aCancelledOfferingFreesEverybody',
  when: 'OfferingCancelled',
  reads: { seating },
  follows: ({ at, offeringId }, { seating }) =>
    (['enrolled', 'waitlist', 'noSeatYet'] as const)
      .flatMap((as) => those(seating, as))
      .map((learnerId) => intent(commands.CancelEnrolment, { at, offeringId, learnerId })),
})
