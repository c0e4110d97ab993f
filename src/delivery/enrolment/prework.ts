import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { offering } from '../offering/state.ts'
import { enrolment } from './state.ts'
import { endings } from './status.ts'
import { enrolmentTerms } from './terms.ts'

const events = deliveryEvents.make

/** Sent once to whoever has a seat; who left meanwhile is sent nothing, and nobody is told off for it. */
export const sendPrework = defineDecision({
  command: commands.SendPrework,
  reads: { offering, enrolment, enrolmentTerms },
  decide: (command, { offering, enrolment, enrolmentTerms: { prework } }) =>
    refusedBy(
      onlyFrom(
        enrolment.status,
        ['enrolled', 'offered', 'lapsed', 'unseated', 'withdrawn', 'transferred', 'cancelled', ...endings],
        'SendPrework',
      ),
      prework === undefined && Unknown({ what: 'prework', id: command.offeringId }),
    ) ??
    (enrolment.status === 'enrolled' && enrolment.prework === 'notSent' && offering.status !== 'cancelled'
      ? accepted(events.PreworkSent({ ...command, materials: [...(prework?.materials ?? [])] }))
      : accepted()),
})

export const acknowledgePrework = defineDecision({
  command: commands.AcknowledgePrework,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(
      onlyFrom(enrolment.status, ['enrolled'], 'AcknowledgePrework'),
      onlyFrom(enrolment.prework, ['sent', 'acknowledged'], 'AcknowledgePrework'),
    ) ?? (enrolment.prework === 'acknowledged' ? accepted() : accepted(events.PreworkAcknowledged(command))),
})
