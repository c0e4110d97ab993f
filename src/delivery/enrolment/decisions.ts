/** The rules about a learner's attempt, in order of life. */

export { admitLearner } from './admit.ts'
export { approveEnrolment, declineEnrolment } from './approve.ts'
export { correctAttendance, recordAttendance } from './attendance.ts'
export { enrolLearners } from './bulk.ts'
export { changeCapacity, changeJoining, drawLottery } from './capacity.ts'
export { closeEnrolment } from './close.ts'
export { cancelEnrolment, withdrawEnrolment } from './leave.ts'
export { acknowledgePrework, sendPrework } from './prework.ts'
export { reassessCompletion } from './reassessment.ts'
export { requestEnrolment } from './request.ts'
export {
  correctResult,
  recordModuleDone,
  recordResponse,
  recordResult,
  retractProgress,
  waiveRequirement,
} from './results.ts'
export { acceptSeatOffer, declineSeatOffer, endWaiting, lapseSeatOffer } from './seat-offer.ts'
export { setEnrolmentTerms, setPrerequisites, setStagePrerequisites } from './set-terms.ts'
export { transferEnrolment } from './transfer.ts'
