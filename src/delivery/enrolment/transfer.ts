import { accepted, defineDecision, keyedBy, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { learnerCalendar, leavesTheListsThatClash } from './calendar.ts'
import { nobodyIsInTwoPlaces } from './eligibility-rules.ts'
import { placeInLine, quotasFor, seating } from './seat-allocation.ts'
import { hasSeatFor, placeIn, promotedBy, seatIn, thereIsASeat } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { isOpen, openStatuses } from './status.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { AlreadyEnrolled, CourseDiffers } = deliveryRejections
const there = { offeringId: 'toOfferingId' } as const

/**
 * To another class of the same course, in one append: the seat left goes to who is next there, and the place in the
 * other class (a seat, or one in line) is decided with it. Who had only asked goes on asking.
 */
export const transferEnrolment = defineDecision({
  command: commands.TransferEnrolment,
  reads: {
    offering,
    enrolmentTerms,
    seating,
    enrolment,
    learnerCalendar,
    toOffering: keyedBy(offering, there),
    toTerms: keyedBy(enrolmentTerms, there),
    toSeating: keyedBy(seating, there),
    toEnrolment: keyedBy(enrolment, { ...there, learnerId: 'learnerId' }),
  },
  decide: (command, { offering, enrolmentTerms, seating, enrolment, learnerCalendar, ...to }) => {
    const { at, offeringId, toOfferingId, learnerId } = command
    const { toOffering, toTerms, toSeating, toEnrolment } = to
    const { status, asked } = enrolment
    const target = { at, offeringId: toOfferingId, learnerId }
    const elsewhere = (places: typeof learnerCalendar.booked) =>
      places.filter((place) => place.offeringId !== offeringId)
    const under = quotasFor(toSeating, asked)
    const goesOnAsking = status === 'requested'
    const hasSeat = hasSeatFor(toSeating, under)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      mustBeScheduled(toOffering, toOfferingId),
      onlyFrom(status, openStatuses, 'TransferEnrolment'),
      onlyFrom(
        offering.status,
        ['enrolling', 'enrolmentClosed', 'confirmed', 'running'],
        'TransferEnrolment',
      ),
      onlyFrom(toOffering.status, ['enrolling', 'enrolmentClosed', 'confirmed'], 'TransferEnrolment'),
      offering.course.courseId !== toOffering.course.courseId &&
        CourseDiffers({ courseId: offering.course.courseId, toCourseId: toOffering.course.courseId }),
      (offeringId === toOfferingId ||
        !['none', 'withdrawn', 'declined', 'transferred'].includes(toEnrolment.status)) &&
        AlreadyEnrolled({ learnerId, status: toEnrolment.status }),
      nobodyIsInTwoPlaces(target, toOffering, elsewhere(learnerCalendar.booked)),
      thereIsASeat(toOfferingId, toSeating, under),
      !hasSeat &&
        !goesOnAsking &&
        nobodyIsInTwoPlaces(target, toOffering, elsewhere(learnerCalendar.waiting)),
    )
    if (refused !== undefined || !isOpen(status)) return refused ?? accepted()
    const transferred = events.EnrolmentTransferred({ ...command, from: status })
    const leaves = [transferred, ...promotedBy(transferred, offering, enrolmentTerms, seating)]
    const asks = (approval: 'required' | 'automatic' | 'given') =>
      events.EnrolmentRequested({ ...target, ...asked, approval, fromOfferingId: offeringId })
    if (goesOnAsking) return accepted(...leaves, asks(toOffering.approval))
    if (hasSeat)
      return accepted(
        ...leaves,
        asks('given'),
        events.LearnerEnrolled({ ...target, ...seatIn(toOffering, toTerms) }),
        ...leavesTheListsThatClash(target, toOffering.sessions, {
          ...learnerCalendar,
          waiting: elsewhere(learnerCalendar.waiting),
        }),
      )
    const position = placeInLine(toSeating, asked.priority)
    const place = placeIn(toOffering, toTerms)
    return accepted(...leaves, asks('given'), events.LearnerWaitlisted({ ...target, ...place, position }))
  },
})
