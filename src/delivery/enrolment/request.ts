import { courseEquivalents } from '../../catalog/equivalence/status.ts'
import { accepted, defineDecision, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { offering } from '../offering/state.ts'
import { deliverySettings } from '../settings.ts'
import { learnerCalendar } from './calendar.ts'
import { itTakesPeople, mayComeIn, nobodyComesInTwice, sinceWhen } from './eligibility-rules.ts'
import { learningHistory } from './history.ts'
import { seatAllocation } from './seat-allocation.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

export const requestEnrolment = defineDecision({
  command: commands.RequestEnrolment,
  reads: {
    offering,
    enrolmentTerms,
    seatAllocation,
    enrolment,
    learnerCalendar,
    learningHistory,
    courseEquivalents,
  },
  settings: deliverySettings,
  decide: ({ employment, completedCourses, competencies, ...request }, { enrolment, ...into }, settings) => {
    const { offering } = into
    const basis = given({ employment, completedCourses, competencies })
    return (
      itTakesPeople(request, offering, request.offeringId, 'RequestEnrolment') ??
      refusedBy(nobodyComesInTwice(request.learnerId, enrolment)) ??
      mayComeIn({ ...request, since: sinceWhen(offering, request.at) }, basis, into, settings) ??
      accepted(deliveryEvents.make.EnrolmentRequested({ ...request, approval: offering.approval, basis }))
    )
  },
})
