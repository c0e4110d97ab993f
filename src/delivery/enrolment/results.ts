import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { daysAfter } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { enrolment } from './state.ts'

const events = deliveryEvents.make
const { AttemptOutOfOrder, AttemptsExhausted, RetakeTooSoon, ScoreOutOfRange } = deliveryRejections

/** How often a test may be taken, and how soon again, is part of the rule the seat was given under. */
export const recordResult = defineDecision({
  command: commands.RecordResult,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const { at, instrumentId, attempt, scaled } = command
    const before = enrolment.results[instrumentId]
    const next = (before?.attempts ?? 0) + 1
    const asked = enrolment.completionRule.of.find(
      (criterion) => criterion.kind === 'result' && criterion.instrumentId === instrumentId,
    )
    const { maxAttempts, retakeAfterDays } = asked?.kind === 'result' ? asked : {}
    const until =
      before === undefined || retakeAfterDays === undefined
        ? undefined
        : daysAfter(before.at, retakeAfterDays, offering.sessions[0]?.zone ?? 'UTC')
    return (
      refusedBy(
        onlyFrom(enrolment.status, ['enrolled'], 'RecordResult'),
        Math.abs(scaled) > 1000 && ScoreOutOfRange({ scaled, from: -1000, to: 1000 }),
        attempt !== next && AttemptOutOfOrder({ attempt, next }),
        maxAttempts !== undefined &&
          attempt > maxAttempts &&
          AttemptsExhausted({ instrumentId, maxAttempts }),
        until !== undefined && at < until && RetakeTooSoon({ until }),
      ) ?? accepted(events.ResultRecorded(command))
    )
  },
})

/** Done once is done. */
export const recordModuleDone = defineDecision({
  command: commands.RecordModuleDone,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(onlyFrom(enrolment.status, ['enrolled'], 'RecordModuleDone')) ??
    (Object.hasOwn(enrolment.modules, command.module)
      ? accepted()
      : accepted(events.ModuleCompleted(command))),
})

/** That somebody answered, never what. */
export const recordResponse = defineDecision({
  command: commands.RecordResponse,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(onlyFrom(enrolment.status, ['enrolled'], 'RecordResponse')) ??
    (Object.hasOwn(enrolment.responses, command.instrumentId)
      ? accepted()
      : accepted(events.ResponseRecorded(command))),
})

/** Nobody waives for themselves. */
export const waiveRequirement = defineDecision({
  command: commands.WaiveRequirement,
  reads: { enrolment },
  decide: (command, { enrolment }) =>
    refusedBy(
      onlyFrom(enrolment.status, ['enrolled'], 'WaiveRequirement'),
      (command.waivedBy as string) === command.learnerId &&
        deliveryRejections.ApprovalRequired({ learnerId: command.learnerId }),
    ) ?? accepted(events.RequirementWaived(command)),
})
