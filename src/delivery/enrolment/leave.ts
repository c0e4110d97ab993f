import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { offering } from '../offering/state.ts'
import { isLate, mayLeave } from './eligibility-rules.ts'
import { endedWithIt } from './reassessment.ts'
import { seatAllocation } from './seat-allocation.ts'
import { promotedBy } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { endings, isOpen, openStatuses } from './status.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
export const withdrawEnrolment = defineDecision({
  command: commands.WithdrawEnrolment,
  reads: { offering, enrolmentTerms, seatAllocation, enrolment },
  decide: ({ at, offeringId, learnerId }, { offering, enrolmentTerms, seatAllocation, enrolment }) => {
    const { status } = enrolment
    const leaver = { ...enrolment, at, offeringId }
    const refused = mayLeave(leaver, offering, enrolmentTerms, 'WithdrawEnrolment')
    if (refused !== undefined || !isOpen(status)) return refused ?? accepted()
    const late = isLate(leaver, offering)
    const withdrew = events.LearnerWithdrew({ at, offeringId, learnerId, from: status, late })
    return accepted(withdrew, ...promotedBy(withdrew, offering, enrolmentTerms, seatAllocation))
  },
})

/** With the class: open places end; of a class that never was, attempts that had ended as well. */
export const cancelEnrolment = defineDecision({
  command: commands.CancelEnrolment,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(
      onlyFrom(offering.status, ['cancelled'], 'CancelEnrolment'),
      onlyFrom(
        enrolment.status,
        offering.voided ? [...openStatuses, ...endings] : openStatuses,
        'CancelEnrolment',
      ),
    ) ??
    (isOpen(enrolment.status)
      ? accepted(events.EnrolmentCancelled(command))
      : accepted(...endedWithIt(command, enrolment, offering))),
})
