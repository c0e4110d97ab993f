import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { learnerCalendar } from './calendar.ts'
import {
  nobodyIsInTwoPlaces,
  onlyTheEmployedAreTrained,
  theWindowIsOpen,
  theYearHasRoom,
  whatComesFirstIsDone,
} from './eligibility-rules.ts'
import { learningHistory } from './history.ts'
import { quotasFor, seating } from './seat-allocation.ts'
import { thereIsASeat } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { AlreadyEnrolled } = deliveryRejections

export const requestEnrolment = defineDecision({
  command: commands.RequestEnrolment,
  reads: { offering, enrolmentTerms, seating, enrolment, learnerCalendar, learningHistory },
  settings: deliverySettings,
  decide: (
    { employment, completedCourses, competencies, ...request },
    { offering, enrolmentTerms, seating, enrolment, learnerCalendar, learningHistory },
    { annualLimits: limits, zone },
  ) => {
    const { offeringId, learnerId, at, source } = request
    const { sessions } = offering
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'confirmed'], 'RequestEnrolment'),
        theWindowIsOpen(offering, at),
        !['none', 'withdrawn', 'declined', 'transferred'].includes(enrolment.status) &&
          AlreadyEnrolled({ learnerId, status: enrolment.status }),
        onlyTheEmployedAreTrained(learnerId, employment, sessions),
        whatComesFirstIsDone(learnerId, enrolmentTerms, learningHistory, {
          completedCourses,
          competencies,
        }),
        nobodyIsInTwoPlaces(request, offering, learnerCalendar.booked),
        theYearHasRoom(request, source, offering, enrolmentTerms, learnerCalendar, { limits, zone }),
        thereIsASeat(offeringId, seating, quotasFor(seating, request)),
      ) ??
      accepted(
        events.EnrolmentRequested({
          ...request,
          approval: offering.approval,
          basis: given({ employment, completedCourses, competencies }),
        }),
      )
    )
  },
})
