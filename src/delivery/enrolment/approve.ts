import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { mustBeScheduled } from '../offering/rules.ts'
import { deliveryRejections } from '../rejections.ts'
import { deliverySettings } from '../settings.ts'
import { entranceReads, mayComeIn, sinceWhen } from './eligibility-rules.ts'
import { placeGiven } from './seat-rules.ts'
import { enrolment } from './state.ts'

const events = deliveryEvents.make
const { ApprovalRequired } = deliveryRejections

/** An approval is checked by the rules as they are now: they are asked again, of what was known when the seat was asked for. */
export const approveEnrolment = defineDecision({
  command: commands.ApproveEnrolment,
  reads: { ...entranceReads, enrolment },
  settings: deliverySettings,
  decide: ({ approvedBy, ...command }, { enrolment, ...into }, settings) => {
    const { offering } = into
    const { at, offeringId, learnerId } = command
    const who = { ...enrolment.asked, ...command, since: sinceWhen(offering, at) }
    return (
      refusedBy(
        mustBeScheduled(offering, offeringId),
        onlyFrom(
          offering.status,
          ['enrolling', 'enrolmentClosed', 'confirmed', 'running'],
          'ApproveEnrolment',
        ),
        onlyFrom(enrolment.status, ['requested'], 'ApproveEnrolment'),
        enrolment.approval === 'required' &&
          (approvedBy === undefined || (approvedBy as string) === learnerId) &&
          ApprovalRequired({ learnerId }),
      ) ??
      mayComeIn(who, enrolment.asked.basis, into, settings) ??
      accepted(...placeGiven(who, into, settings, given({ approvedBy })))
    )
  },
})

export const declineEnrolment = defineDecision({
  command: commands.DeclineEnrolment,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(onlyFrom(enrolment.status, ['requested'], 'DeclineEnrolment')) ??
    accepted(events.EnrolmentDeclined(command)),
})
