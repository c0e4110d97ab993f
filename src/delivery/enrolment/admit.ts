import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { dayIn, given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents, type Session } from '../events.ts'
import { firstStart, hasBegun, mustBeScheduled } from '../offering/rules.ts'
import type { OfferingState } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { entranceReads, mayComeIn, nobodyComesInTwice } from './eligibility-rules.ts'
import { quotasFor, seatIsFree } from './seat-allocation.ts'
import { placeGiven } from './seat-rules.ts'
import { enrolment } from './state.ts'

const events = deliveryEvents.make
const { ApprovalRequired, SeatsExhausted, SessionNotStarted } = deliveryRejections

/** Nobody walks in before the day of the session, and nobody joins late before the class has begun: they ask like everybody. */
const itIsTime = (
  { at, source }: { readonly at: string; readonly source: 'walkIn' | 'lateJoiner' },
  offering: OfferingState,
  { start, zone }: Session,
) =>
  source === 'walkIn'
    ? dayIn(at, zone) < dayIn(start, zone) && SessionNotStarted({ start })
    : !hasBegun(offering, at) && SessionNotStarted({ start: firstStart(offering.sessions) })

/**
 * A walk-in or a late joiner is put on the register by the person who admits them, and measured from the first session they take
 * part in. The rules are those of asking, but the window: there has to be a seat, for nobody waits for a class under way. Those who
 * had asked or waited for one leave the line for it.
 */
export const admitLearner = defineDecision({
  command: commands.AdmitLearner,
  reads: { ...entranceReads, enrolment },
  settings: deliverySettings,
  decide: (
    { employment, completedCourses, competencies, sessionId, admittedBy, ...request },
    { enrolment, ...into },
    settings,
  ) => {
    const { offering, seatAllocation } = into
    const { offeringId, learnerId } = request
    const session = offering.sessions.find((one) => one.sessionId === sessionId)
    const since = session?.start
    const basis = given({ employment, completedCourses, competencies })
    const { status } = enrolment
    const inLine = status === 'waitlisted' || status === 'requested'
    const refused =
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(offering.status, ['enrolling', 'enrolmentClosed', 'confirmed', 'running'], 'AdmitLearner'),
        session === undefined && Unknown({ what: 'session', id: sessionId }),
        session !== undefined && itIsTime(request, offering, session),
        (admittedBy as string) === learnerId && ApprovalRequired({ learnerId }),
        !inLine && nobodyComesInTwice(learnerId, enrolment),
      ) ??
      mayComeIn({ ...request, since }, basis, into, settings) ??
      refusedBy(
        !seatIsFree(seatAllocation, quotasFor(seatAllocation, request), request.joins) &&
          SeatsExhausted({ offeringId, capacity: seatAllocation.max ?? seatAllocation.enrolled }),
      )
    if (refused !== undefined || since === undefined) return refused ?? accepted()
    const { at } = request
    return accepted(
      ...(inLine ? [events.LearnerWithdrew({ at, offeringId, learnerId, from: status, late: false })] : []),
      events.EnrolmentRequested({ ...request, approval: 'given', basis }),
      ...placeGiven({ ...request, since }, into, settings, { approvedBy: admittedBy }),
    )
  },
})
