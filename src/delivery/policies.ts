import { intent, policies } from '../kernel/index.ts'
import { daysAfter } from '../vocabulary/index.ts'
import { deliveryCommands as commands } from './commands.ts'
import { seats } from './enrolment/known.ts'
import type { DeliveryEvent } from './events.ts'
import { deliverySettings } from './settings.ts'

const policy = policies<DeliveryEvent>()

/** A request that needs nobody's approval is decided at once. */
export const whoNeedsNoApprovalIsSeated = policy({
  name: 'whoNeedsNoApprovalIsSeated',
  when: 'EnrolmentRequested',
  reads: {},
  follows: ({ at, offeringId, learnerId, approval }) =>
    approval === 'automatic' ? [intent(commands.ApproveEnrolment, { at, offeringId, learnerId })] : [],
})

/** When the last class was held, every attempt is closed after a few days of grace. */
export const attemptsCloseAfterTheLastClass = policy({
  name: 'attemptsCloseAfterTheLastClass',
  when: 'SessionDelivered',
  reads: { seats },
  settings: deliverySettings,
  follows: ({ offeringId, remaining, actualEnd, zone }, { seats }, { closingGraceDays }) => {
    if (remaining > 0) return []
    const dueAt = daysAfter(actualEnd, closingGraceDays, zone)
    return seats.enrolled.map((learnerId) => ({
      dueAt,
      command: intent(commands.CloseEnrolment, { at: dueAt, offeringId, learnerId }),
    }))
  },
})

/** A cancelled offering leaves nobody enrolled. */
export const aCancelledOfferingFreesEverybody = policy({
  name: 'aCancelledOfferingFreesEverybody',
  when: 'OfferingCancelled',
  reads: { seats },
  follows: ({ at, offeringId }, { seats }) =>
    [...seats.enrolled, ...seats.waitlist, ...seats.noSeatYet].map((learnerId) =>
      intent(commands.CancelEnrolment, { at, offeringId, learnerId }),
    ),
})
