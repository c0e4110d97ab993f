import { accepted, defineDecision, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { deliverySettings } from '../settings.ts'
import {
  entranceReads,
  itTakesPeople,
  mayComeIn,
  nobodyComesInTwice,
  sinceWhen,
} from './eligibility-rules.ts'
import { enrolment } from './state.ts'

export const requestEnrolment = defineDecision({
  command: commands.RequestEnrolment,
  reads: { ...entranceReads, enrolment },
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
