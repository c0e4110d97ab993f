import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { dayIn, minutesBetween, nobodyCorrectsTheirOwn } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents, type Session } from '../events.ts'
import { hoursHeld, mustBeScheduled, onlyUnlessCancelled } from '../offering/rules.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { andWhatFollows } from './reassessment.ts'
import { enrolment } from './state.ts'

const events = deliveryEvents.make
const {
  AbsentWithMinutes,
  AttendanceAlreadyRecorded,
  AttendanceBeforeStart,
  AttendanceExceedsSession,
  AttendanceNotRecorded,
} = deliveryRejections

type Attendance = { readonly at: string; readonly minutes: number; readonly status: string }

/** Whole minutes, from the session's start on, never more than it was held (or is planned), and none for who was away. */
const itCanHaveBeenSo = ({ at, minutes, status }: Attendance, offering: OfferingState, session: Session) => {
  const { start, end } = hoursHeld(offering, session)
  const scheduled = minutesBetween(start, end)
  if (at < start) return AttendanceBeforeStart({ start })
  if (minutes > 0 && (status === 'absent' || status === 'excused')) return AbsentWithMinutes({ minutes })
  return minutes > scheduled && AttendanceExceedsSession({ minutes, scheduled })
}

export const recordAttendance = defineDecision({
  command: commands.RecordAttendance,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const { sessionId } = command
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const refused = refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyUnlessCancelled(offering, 'RecordAttendance'),
      onlyFrom(enrolment.status, ['enrolled'], 'RecordAttendance'),
      session === undefined && Unknown({ what: 'session', id: sessionId }),
      session !== undefined && itCanHaveBeenSo(command, offering, session),
      Object.hasOwn(enrolment.attended, sessionId) && AttendanceAlreadyRecorded({ sessionId }),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    return accepted(
      events.AttendanceRecorded({ ...command, on: dayIn(hoursHeld(offering, session).start, session.zone) }),
    )
  },
})

/**
 * A recorded attendance is corrected, with the reason; after the end too, and then the attempt is judged anew. By the end who is
 * not on the register counts as away, which is put right like anything else that was recorded.
 */
export const correctAttendance = defineDecision({
  command: commands.CorrectAttendance,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const { sessionId } = command
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const refused = refusedBy(
      mustBeScheduled(offering, command.offeringId),
      onlyUnlessCancelled(offering, 'CorrectAttendance'),
      onlyFrom(enrolment.status, ['enrolled', 'completed', 'failed', 'noShow'], 'CorrectAttendance'),
      nobodyCorrectsTheirOwn(command, command.learnerId),
      session === undefined && Unknown({ what: 'session', id: sessionId }),
      session !== undefined && itCanHaveBeenSo(command, offering, session),
      enrolment.status === 'enrolled' &&
        !Object.hasOwn(enrolment.attended, sessionId) &&
        AttendanceNotRecorded({ sessionId }),
    )
    if (refused !== undefined || session === undefined) return refused ?? accepted()
    const { minutes, status } = command
    const recorded = enrolment.attended[sessionId]
    if (recorded?.minutes === minutes && recorded.status === status) return accepted()
    const corrected = events.AttendanceCorrected({
      ...command,
      on: dayIn(hoursHeld(offering, session).start, session.zone),
    })
    return andWhatFollows(corrected, enrolment, offering)
  },
})
