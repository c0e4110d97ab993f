import { accepted, defineDecision, keyedBy, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { withoutPlaceIn } from './calendar.ts'
import {
  entranceReads,
  isLate,
  isNotHeldThere,
  itTakesPeople,
  mayComeIn,
  mayLeave,
  nobodyComesInTwice,
  sinceWhen,
} from './eligibility-rules.ts'
import { seatAllocation } from './seat-allocation.ts'
import { placeGiven, promotedBy } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { isOpen } from './status.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { AlreadyEnrolled, CourseDiffers } = deliveryRejections
const there = { offeringId: 'toOfferingId' } as const

/**
 * To another class of the same course, in one append: they leave by the rules for leaving, and come in by the rules for coming
 * in, of whoever asks for the transfer and not of how they came here. The seat left goes to who is next there. An approval is for one class: where the other asks for one, and for who had
 * only asked, the place there is asked for and not given.
 */
export const transferEnrolment = defineDecision({
  command: commands.TransferEnrolment,
  reads: {
    ...entranceReads,
    enrolment,
    toOffering: keyedBy(offering, there),
    toTerms: keyedBy(enrolmentTerms, there),
    toSeating: keyedBy(seatAllocation, there),
    toEnrolment: keyedBy(enrolment, { ...there, learnerId: 'learnerId' }),
  },
  settings: deliverySettings,
  decide: ({ employment, completedCourses, competencies, source, ...command }, state, settings) => {
    const { at, offeringId, toOfferingId, learnerId } = command
    const { offering, enrolment, learnerCalendar, toOffering, toEnrolment } = state
    const { status, asked } = enrolment
    const leaver = { ...enrolment, at, offeringId }
    const { joins, ...asks } = asked
    const who = {
      ...asks,
      ...(isNotHeldThere(toOffering, state.toSeating, joins) ? {} : given({ joins })),
      source,
      at,
      offeringId: toOfferingId,
      learnerId,
      since: sinceWhen(toOffering, at),
    }
    const basis = { ...asked.basis, ...given({ employment, completedCourses, competencies }) }
    const into = {
      offering: toOffering,
      enrolmentTerms: state.toTerms,
      seatAllocation: state.toSeating,
      learnerCalendar: withoutPlaceIn(learnerCalendar, offeringId),
      learningHistory: state.learningHistory,
      courseEquivalents: state.courseEquivalents,
    }
    const refused =
      refusedBy(mustBeScheduled(offering, offeringId), mustBeScheduled(toOffering, toOfferingId)) ??
      mayLeave(leaver, offering, state.enrolmentTerms, 'TransferEnrolment') ??
      itTakesPeople(who, toOffering, toOfferingId, 'TransferEnrolment') ??
      refusedBy(
        offering.course.courseId !== toOffering.course.courseId &&
          CourseDiffers({ courseId: offering.course.courseId, toCourseId: toOffering.course.courseId }),
        offeringId === toOfferingId && AlreadyEnrolled({ learnerId, status }),
        nobodyComesInTwice(learnerId, toEnrolment),
      ) ??
      mayComeIn(who, basis, into, settings)
    if (refused !== undefined || !isOpen(status)) return refused ?? accepted()
    const late = isLate(leaver, offering)
    const transferred = events.EnrolmentTransferred({ ...command, from: status, late })
    const goesOnAsking = status === 'requested' || toOffering.approval === 'required'
    const { since: _, ...asking } = who
    return accepted(
      transferred,
      ...promotedBy(transferred, offering, state.enrolmentTerms, state.seatAllocation),
      events.EnrolmentRequested({
        ...asking,
        approval: goesOnAsking ? toOffering.approval : 'given',
        fromOfferingId: offeringId,
        basis,
      }),
      ...(goesOnAsking ? [] : placeGiven(who, into, settings)),
    )
  },
})
