import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { learnerCalendar, leavesTheListsThatClash } from './calendar.ts'
import { nobodyIsInTwoPlaces, theYearHasRoom } from './eligibility-rules.ts'
import { placeInLine, quotasFor, seating } from './seat-allocation.ts'
import { hasSeatFor, placeIn, seatIn, thereIsASeat } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { ApprovalRequired } = deliveryRejections

export const approveEnrolment = defineDecision({
  command: commands.ApproveEnrolment,
  reads: { offering, enrolmentTerms, seating, enrolment, learnerCalendar },
  settings: deliverySettings,
  decide: (
    { approvedBy, ...command },
    { offering, enrolmentTerms, seating, enrolment, learnerCalendar },
    { annualLimits: limits, zone },
  ) => {
    const { at, offeringId, learnerId } = command
    const under = quotasFor(seating, enrolment.asked)
    const hasSeat = hasSeatFor(seating, under)
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      onlyFrom(offering.status, ['enrolling', 'enrolmentClosed', 'confirmed'], 'ApproveEnrolment'),
      onlyFrom(enrolment.status, ['requested'], 'ApproveEnrolment'),
      enrolment.approval === 'required' &&
        (approvedBy === undefined || (approvedBy as string) === learnerId) &&
        ApprovalRequired({ learnerId }),
      nobodyIsInTwoPlaces(command, offering, learnerCalendar.booked),
      theYearHasRoom(command, enrolment.asked.source, offering, enrolmentTerms, learnerCalendar, {
        limits,
        zone,
      }),
      thereIsASeat(offeringId, seating, under),
      !hasSeat && nobodyIsInTwoPlaces(command, offering, learnerCalendar.waiting),
    )
    if (refused !== undefined) return refused
    const by = approvedBy === undefined ? {} : { approvedBy }
    if (hasSeat)
      return accepted(
        events.LearnerEnrolled({ at, offeringId, learnerId, ...seatIn(offering, enrolmentTerms), ...by }),
        ...leavesTheListsThatClash(command, offering.sessions, learnerCalendar),
      )
    const position = placeInLine(seating, enrolment.asked.priority)
    const place = placeIn(offering, enrolmentTerms)
    return accepted(events.LearnerWaitlisted({ at, offeringId, learnerId, ...place, ...by, position }))
  },
})

export const declineEnrolment = defineDecision({
  command: commands.DeclineEnrolment,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(onlyFrom(enrolment.status, ['requested'], 'DeclineEnrolment')) ??
    accepted(events.EnrolmentDeclined(command)),
})
