/** Running it: offerings, seats, attendance, results, and how each attempt ended. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import type { ResourceEvent } from '../resources/events.ts'
import type { deliveryCommands } from './commands.ts'
import * as enrolment from './enrolment/decisions.ts'
import * as enrolmentPolicy from './enrolment/policies.ts'
import * as entryPolicy from './enrolment/prerequisite-policies.ts'
import { type DeliveryEvent, deliveryEvents } from './events.ts'
import * as corrections from './offering/corrections.ts'
import * as offering from './offering/decisions.ts'
import * as inClass from './offering/in-class.ts'
import * as offeringPolicy from './offering/policies.ts'
import * as sessions from './offering/sessions.ts'
import * as tasks from './offering/tasks.ts'
import * as trainers from './offering/trainers.ts'
import { deliveryPermissions } from './permissions.ts'
import { deliveryRejections } from './rejections.ts'
import { deliverySettingFields, deliverySettings } from './settings.ts'

export { deliveryCommands } from './commands.ts'
export {
  type Booked,
  type LearnerCalendar,
  learnerCalendar,
  type Place,
} from './enrolment/calendar.ts'
export { type LearningHistory, learningHistory } from './enrolment/history.ts'
export { lotteryRanking } from './enrolment/lottery.ts'
export { type SeatAllocation, type Seats, seatAllocation, seatsOf } from './enrolment/seat-allocation.ts'
export { type Attendance, type EnrolmentState, enrolment, type RequestTerms } from './enrolment/state.ts'
export { type EnrolmentStatus, enrolmentStatusAfter } from './enrolment/status.ts'
export { type EnrolmentTerms, enrolmentTerms } from './enrolment/terms.ts'
export { type DeliveryEvent, deliveryEvents } from './events.ts'
export { incidents } from './offering/in-class.ts'
export { type Preparation, preparation } from './offering/preparation.ts'
export { type OfferingState, offering } from './offering/state.ts'
export {
  type IncidentStatus,
  type OfferingStatus,
  offeringStatusAfter,
  type TaskStatus,
} from './offering/status.ts'
export { deliveryRejections } from './rejections.ts'
export { type AnnualLimits, deliverySettings } from './settings.ts'
export { type ClassToSetUp, instantiate, type SetUp, type SopToFollow } from './sop/instantiate.ts'

/** Classes and who is in them: scheduling, enrolment, waitlist, attendance, results, incidents (培训实施). */
export const delivery: Module<
  'delivery',
  typeof deliveryEvents,
  DecisionsOn<typeof deliveryCommands, typeof deliveryRejections, DeliveryEvent | ResourceEvent>,
  typeof deliverySettings,
  'catalog' | 'resources'
> = defineModule({
  name: 'delivery',
  dependsOn: ['catalog', 'resources'],
  events: deliveryEvents,
  decisions: [
    sessions.scheduleOffering,
    offering.announceOffering,
    tasks.planTask,
    tasks.completeTask,
    tasks.waiveTask,
    tasks.remindTask,
    trainers.assignTrainer,
    trainers.unassignTrainer,
    trainers.replaceTrainer,
    trainers.briefTrainer,
    trainers.reportTrainerPreparation,
    trainers.remindTrainers,
    tasks.checkReadiness,
    inClass.remindLearners,
    offering.openEnrolment,
    offering.closeEnrolmentWindow,
    enrolment.setEnrolmentTerms,
    enrolment.setPrerequisites,
    enrolment.setStagePrerequisites,
    offering.passEnrolmentDeadline,
    sessions.addSession,
    sessions.rescheduleSession,
    sessions.cancelSession,
    inClass.reportIncident,
    inClass.resolveIncident,
    corrections.correctIncident,
    corrections.retractIncident,
    inClass.recordInteraction,
    corrections.correctInteraction,
    enrolment.requestEnrolment,
    enrolment.enrolLearners,
    enrolment.admitLearner,
    enrolment.approveEnrolment,
    enrolment.declineEnrolment,
    enrolment.acceptSeatOffer,
    enrolment.declineSeatOffer,
    enrolment.lapseSeatOffer,
    enrolment.endWaiting,
    enrolment.withdrawEnrolment,
    enrolment.transferEnrolment,
    enrolment.changeCapacity,
    enrolment.changeJoining,
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
    enrolment.correctResult,
    enrolment.retractProgress,
    enrolment.waiveRequirement,
    enrolment.closeEnrolment,
    corrections.correctDelivery,
    enrolment.reassessCompletion,
    offering.completeOffering,
    offering.cancelOffering,
    corrections.voidOffering,
    enrolment.cancelEnrolment,
  ],
  policies: [
    offeringPolicy.enrolmentOpensAndEndsOnTime,
    offeringPolicy.theClassIsPreparedInTime,
    offeringPolicy.aMovedSessionIsPreparedInTime,
    offeringPolicy.theNextSessionIsPreparedInTime,
    offeringPolicy.anAddedSessionIsPreparedInTime,
    offeringPolicy.tasksAreRemindedOf,
    offeringPolicy.enoughMakeTheClassAndTooFewEndIt,
    offeringPolicy.changedHoursAreCheckedForClashes,
    offeringPolicy.movedHoursAreCheckedForTheYear,
    offeringPolicy.classesHearOfASuspendedResource,
    offeringPolicy.classesHearOfARetiredResource,
    offeringPolicy.attemptsCloseWhenNothingRemains,
    enrolmentPolicy.whoNeedsNoApprovalIsSeated,
    enrolmentPolicy.seatOffersLapse,
    enrolmentPolicy.seatOffersEndWhenTheClassBegins,
    enrolmentPolicy.whoMovesUpLeavesTheListsThatClash,
    enrolmentPolicy.whoIsEnrolledIsSentThePrework,
    enrolmentPolicy.whoMovesUpIsSentThePrework,
    enrolmentPolicy.whoIsRescheduledIsSentThePrework,
    enrolmentPolicy.attemptsCloseAfterTheLastClass,
    enrolmentPolicy.whoIsAdmittedAfterTheLastClassIsClosedToo,
    enrolmentPolicy.aCorrectedDeliveryJudgesAnew,
    enrolmentPolicy.aCancelledOfferingFreesEverybody,
    enrolmentPolicy.aVoidedOfferingFreesEverybody,
  ],
  withModules: {
    planning: [
      offeringPolicy.aCancelledOfferingReleasesItsFunds,
      offeringPolicy.aVoidedOfferingReleasesItsFunds,
      offeringPolicy.nothingIsPromisedForACancelledOffering,
      entryPolicy.stagesAreTakenInTheirOrder,
    ],
    catalog: [entryPolicy.whatTheCourseAsksForComesFirst],
  },
  rejections: deliveryRejections,
  permissions: deliveryPermissions,
  settings: deliverySettings,
  settingFields: deliverySettingFields,
})
