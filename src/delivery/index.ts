/** Running it: offerings, seats, attendance, results, and how each attempt ended. */
import { defineModule } from '../kernel/index.ts'
import * as enrolment from './enrolment/decide.ts'
import * as enrolmentPolicy from './enrolment/policies.ts'
import { deliveryEvents } from './events.ts'
import * as offering from './offering/decide.ts'
import { deliveryRejections } from './rejections.ts'
import { deliverySettings } from './settings.ts'

export { deliveryCommands } from './commands.ts'
export {
  type Booked,
  type LearnerCalendar,
  learnerCalendar,
  type Place,
} from './enrolment/calendar.ts'
export * from './enrolment/known.ts'
export { type DeliveryEvent, deliveryEvents } from './events.ts'
export * from './offering/known.ts'
export { deliveryRejections } from './rejections.ts'
export { deliverySettings } from './settings.ts'

export const delivery = defineModule({
  name: 'delivery',
  events: deliveryEvents,
  decisions: [
    offering.scheduleOffering,
    offering.announceOffering,
    offering.openEnrolment,
    offering.closeEnrolmentWindow,
    enrolment.requestEnrolment,
    enrolment.approveEnrolment,
    enrolment.declineEnrolment,
    enrolment.withdrawEnrolment,
    enrolment.changeCapacity,
    offering.confirmOffering,
    offering.deliverSession,
    enrolment.recordAttendance,
    enrolment.recordResult,
    enrolment.closeEnrolment,
    offering.completeOffering,
    offering.cancelOffering,
    enrolment.cancelEnrolment,
  ],
  policies: [
    enrolmentPolicy.whoNeedsNoApprovalIsSeated,
    enrolmentPolicy.whoMovesUpLeavesTheListsThatClash,
    enrolmentPolicy.attemptsCloseAfterTheLastClass,
    enrolmentPolicy.aCancelledOfferingFreesEverybody,
  ],
  rejections: deliveryRejections,
  settings: deliverySettings,
})
