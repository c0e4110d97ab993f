import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { seating } from './seat-allocation.ts'
import { promotedBy } from './seat-rules.ts'
import { enrolment } from './state.ts'
import { isOpen, openStatuses } from './status.ts'
import { type EnrolmentTerms, enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make
const { WithdrawalDeadlinePassed } = deliveryRejections

/** After the deadline a seat is given up late, or not at all. */
const theDeadlineAllowsIt = (late: boolean, { withdrawalDeadline }: OfferingState, terms: EnrolmentTerms) =>
  late &&
  terms.lateWithdrawal === 'refused' &&
  WithdrawalDeadlinePassed({ deadline: withdrawalDeadline ?? '' })

export const withdrawEnrolment = defineDecision({
  command: commands.WithdrawEnrolment,
  reads: { offering, enrolmentTerms, seating, enrolment },
  decide: ({ at, offeringId, learnerId }, { offering, enrolmentTerms, seating, enrolment }) => {
    const { status } = enrolment
    const { withdrawalDeadline } = offering
    const late = status === 'enrolled' && withdrawalDeadline !== undefined && at >= withdrawalDeadline
    const refused = refusedBy(
      onlyFrom(status, openStatuses, 'WithdrawEnrolment'),
      onlyFrom(
        offering.status,
        ['enrolling', 'enrolmentClosed', 'confirmed', 'running'],
        'WithdrawEnrolment',
      ),
      theDeadlineAllowsIt(late, offering, enrolmentTerms),
    )
    if (refused !== undefined || !isOpen(status)) return refused ?? accepted()
    const withdrew = events.LearnerWithdrew({ at, offeringId, learnerId, from: status, late })
    return accepted(withdrew, ...promotedBy(withdrew, offering, enrolmentTerms, seating))
  },
})

export const cancelEnrolment = defineDecision({
  command: commands.CancelEnrolment,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(
      onlyFrom(offering.status, ['cancelled'], 'CancelEnrolment'),
      onlyFrom(enrolment.status, openStatuses, 'CancelEnrolment'),
    ) ?? accepted(events.EnrolmentCancelled(command)),
})
