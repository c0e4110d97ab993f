/** Running it: offerings, seats, attendance, results, and how each attempt ended. */
import { defineModule } from '../kernel/index.ts'
import * as enrolment from './enrolment/decide.ts'
import * as enrolmentPolicy from './enrolment/policies.ts'
import { deliveryEvents } from './events.ts'
import * as offering from './offering/decide.ts'
import { deliveryPermissions } from './permissions.ts'
import { deliveryRejections } from './rejections.ts'
import { deliverySettings } from './settings.ts'

export { deliveryCommands } from './commands.ts'
export {
  type Booked,
  type LearnerCalendar,
  learnerCalendar,
  type Place,
} from './enrolment/calendar.ts'
export { type LearningHistory, learningHistory } from './enrolment/history.ts'
export { type EnrolmentState, type EnrolmentStatus, enrolment } from './enrolment/known.ts'
export { lotteryRanking } from './enrolment/lottery.ts'
export { type Seating, type Seats, seating as seats, seatsOf } from './enrolment/places.ts'
export { type EnrolmentTerms, enrolmentTerms } from './enrolment/terms.ts'
export { type DeliveryEvent, deliveryEvents } from './events.ts'
export * from './offering/known.ts'
export { deliveryRejections } from './rejections.ts'
export { type AnnualLimits, deliverySettings } from './settings.ts'

export const delivery = defineModule({
  name: 'delivery',
  events: deliveryEvents,
  decisions: [
    offering.scheduleOffering,
    offering.announceOffering,
    offering.openEnrolment,
    offering.closeEnrolmentWindow,
    enrolment.setEnrolmentTerms,
    enrolment.setPrerequisites,
    enrolment.setStagePrerequisites,
    enrolment.requestEnrolment,
    enrolment.approveEnrolment,
    enrolment.declineEnrolment,
    enrolment.withdrawEnrolment,
    enrolment.transferEnrolment,
    enrolment.changeCapacity,
    enrolment.drawLottery,
    enrolment.sendPrework,
    enrolment.acknowledgePrework,
    offering.confirmOffering,
    offering.deliverSession,
    enrolment.recordAttendance,
    enrolment.correctAttendance,
    enrolment.recordModuleDone,
    enrolment.recordResponse,
    enrolment.recordResult,
    enrolment.waiveRequirement,
    enrolment.closeEnrolment,
    offering.completeOffering,
    offering.cancelOffering,
    enrolment.cancelEnrolment,
  ],
  policies: [
    enrolmentPolicy.whoNeedsNoApprovalIsSeated,
    enrolmentPolicy.whoMovesUpLeavesTheListsThatClash,
    enrolmentPolicy.whoIsEnrolledIsSentThePrework,
    enrolmentPolicy.whoMovesUpIsSentThePrework,
    enrolmentPolicy.attemptsCloseAfterTheLastClass,
    enrolmentPolicy.aCancelledOfferingFreesEverybody,
  ],
  rejections: deliveryRejections,
  permissions: deliveryPermissions,
  settings: deliverySettings,
})
