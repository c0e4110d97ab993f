import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { learnerCalendar } from './calendar.ts'
import { mayComeIn, nobodyComesInTwice } from './eligibility-rules.ts'
import { learningHistory } from './history.ts'
import { quotasFor, seatAllocation, seatIsFree } from './seat-allocation.ts'
import { seatIn } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { ApprovalRequired, SeatsExhausted } = deliveryRejections

/**
 * Who walked in, or joins late, is put on the register by whoever admits them, and measured from the first session they take
 * part in. The rules are those of asking, but the window: there has to be a seat, for nobody waits for a class under way.
 */
export const admitLearner = defineDecision({
  command: commands.AdmitLearner,
  reads: { offering, enrolmentTerms, seatAllocation, enrolment, learnerCalendar, learningHistory },
  settings: deliverySettings,
  decide: (
    { employment, completedCourses, competencies, sessionId, admittedBy, ...request },
    { enrolment, ...into },
    settings,
  ) => {
    const { offering, seatAllocation, enrolmentTerms } = into
    const { at, offeringId, learnerId } = request
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const since = session?.start
    const basis = given({ employment, completedCourses, competencies })
    const refused =
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'enrolmentClosed', 'confirmed', 'running'], 'AdmitLearner'),
        session === undefined && Unknown({ what: 'session', id: sessionId }),
        (admittedBy as string) === learnerId && ApprovalRequired({ learnerId }),
        nobodyComesInTwice(learnerId, enrolment),
      ) ??
      mayComeIn({ ...request, since }, basis, into, settings) ??
      refusedBy(
        !seatIsFree(seatAllocation, quotasFor(seatAllocation, request)) &&
          SeatsExhausted({ offeringId, capacity: seatAllocation.max ?? seatAllocation.enrolled }),
      )
    if (refused !== undefined || since === undefined) return refused ?? accepted()
    return accepted(
      events.EnrolmentRequested({ ...request, approval: 'given', basis }),
      events.LearnerEnrolled({
        at,
        offeringId,
        learnerId,
        approvedBy: admittedBy,
        ...seatIn(offering, enrolmentTerms, since),
      }),
    )
  },
})
