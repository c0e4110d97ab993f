/** The rules about a learner's attempt, in order of life. */

export { admitLearner } from './admit.ts'
export { approveEnrolment, declineEnrolment } from './approve.ts'
export { correctAttendance, recordAttendance } from './attendance.ts'
export { changeCapacity, drawLottery } from './capacity.ts'
export { closeEnrolment } from './close.ts'
export { cancelEnrolment, withdrawEnrolment } from './leave.ts'
export { acknowledgePrework, sendPrework } from './prework.ts'
export { requestEnrolment } from './request.ts'
export { correctResult, recordModuleDone, recordResponse, recordResult, waiveRequirement } from './results.ts'
export { setEnrolmentTerms, setPrerequisites, setStagePrerequisites } from './set-terms.ts'
export { transferEnrolment } from './transfer.ts'
