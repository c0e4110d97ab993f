/** Attendance of a learner, as evaluation needs it: only those who came are asked about a class. */
import type { DeliveryEvent } from '../../delivery/events.ts'
import { projections } from '../../kernel/index.ts'
import { evaluationRejections } from '../rejections.ts'
import type { Purpose } from '../shapes.ts'

const projection = projections<DeliveryEvent>()

export type ClassesOfLearner = { minutes: Record<string, Record<string, number>> }

const recordAttendance = (
  { minutes: of }: ClassesOfLearner,
  { offeringId, sessionId, minutes }: { offeringId: string; sessionId: string; minutes: number },
): void => {
  of[offeringId] = { ...of[offeringId], [sessionId]: minutes }
}

/** The minutes a learner was there, by offering and session. */
export const classesOfLearner = projection({
  name: 'classesOfLearner',
  by: ['learnerId'],
  initial: (): ClassesOfLearner => ({ minutes: {} }),
  on: {
    AttendanceRecorded: (learner, attended) => {
      recordAttendance(learner, attended)
    },
    AttendanceCorrected: (learner, attended) => {
      recordAttendance(learner, attended)
    },
  },
})

export const cameTo = ({ minutes }: ClassesOfLearner, offeringId: string): boolean =>
  Object.values(minutes[offeringId] ?? {}).some((attended) => attended > 0)

/** Before and during a class nobody knows yet who will have come. */
const askedAfterwards: readonly Purpose[] = ['reaction', 'posttest', 'delayedTest', 'followUp']

/** An opinion of a class from somebody who was not there is hearsay. */
export const onlyThoseWhoCameAreAsked = (
  classes: ClassesOfLearner,
  { purpose, offeringId }: { readonly purpose: Purpose; readonly offeringId?: string },
  learnerId: string,
) => {
  if (offeringId === undefined) return false
  const came = cameTo(classes, offeringId)
  const isAbsent = askedAfterwards.includes(purpose)
    ? !came
    : purpose === 'pulse' && classes.minutes[offeringId] !== undefined && !came
  return isAbsent && evaluationRejections.RespondentAbsent({ learnerId, offeringId })
}
