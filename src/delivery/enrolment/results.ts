import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { daysAfter, nobodyCorrectsTheirOwn } from '../../vocabulary/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { onlyUnlessCancelled } from '../offering/rules.ts'
import { type OfferingState, offering } from '../offering/state.ts'
import { deliveryRejections } from '../rejections.ts'
import { andWhatFollows } from './reassessment.ts'
import { type EnrolmentState, enrolment } from './state.ts'
import { endings } from './status.ts'

const events = deliveryEvents.make
const {
  ApprovalRequired,
  AttemptOutOfOrder,
  AttemptsExhausted,
  LaterAttemptStands,
  ResultNotRecorded,
  RetakeTooSoon,
  ScoreOutOfRange,
} = deliveryRejections

/** The learner has a seat, or had one to the end: what they did may come in after the attempt was closed, and judges it anew. */
const mustHaveASeat = ({ status }: EnrolmentState, offering: OfferingState, command: string) =>
  onlyFrom(status, ['enrolled', ...endings], command) || onlyUnlessCancelled(offering, command)

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
        mustHaveASeat(enrolment, offering, 'RecordResult'),
        Math.abs(scaled) > 1000 && ScoreOutOfRange({ scaled, from: -1000, to: 1000 }),
        attempt !== next && AttemptOutOfOrder({ attempt, next }),
        maxAttempts !== undefined &&
          attempt > maxAttempts &&
          AttemptsExhausted({ instrumentId, maxAttempts }),
        until !== undefined && at < until && RetakeTooSoon({ until }),
      ) ?? andWhatFollows(events.ResultRecorded(command), enrolment, offering)
    )
  },
})

/** A score that was recorded is put right: regraded, or an appeal was upheld. The same score again changes nothing. */
export const correctResult = defineDecision({
  command: commands.CorrectResult,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const { instrumentId, attempt, scaled, learnerId } = command
    const before = enrolment.results[instrumentId]?.tries[attempt]
    const refused = refusedBy(
      mustHaveASeat(enrolment, offering, 'CorrectResult'),
      Math.abs(scaled) > 1000 && ScoreOutOfRange({ scaled, from: -1000, to: 1000 }),
      nobodyCorrectsTheirOwn(command, learnerId),
      before === undefined && ResultNotRecorded({ instrumentId, attempt }),
    )
    if (refused !== undefined || before === undefined) return refused ?? accepted()
    if (before.scaled === scaled) return accepted()
    return andWhatFollows(events.ResultCorrected({ ...command, was: before.scaled }), enrolment, offering)
  },
})

/** Done once is done. */
export const recordModuleDone = defineDecision({
  command: commands.RecordModuleDone,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(mustHaveASeat(enrolment, offering, 'RecordModuleDone')) ??
    (Object.hasOwn(enrolment.modules, command.module)
      ? accepted()
      : andWhatFollows(events.ModuleCompleted(command), enrolment, offering)),
})

/** That somebody answered, never what. */
export const recordResponse = defineDecision({
  command: commands.RecordResponse,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(mustHaveASeat(enrolment, offering, 'RecordResponse')) ??
    (Object.hasOwn(enrolment.responses, command.instrumentId)
      ? accepted()
      : andWhatFollows(events.ResponseRecorded(command), enrolment, offering)),
})

/**
 * A record of the wrong person is taken out, after the end too, and the attempt is judged anew. Of a test it is the last try, for
 * those after it rest on it. One that is not there any more is out already.
 */
export const retractProgress = defineDecision({
  command: commands.RetractProgress,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) => {
    const { retracted, learnerId } = command
    const tried = retracted.kind === 'result' ? (enrolment.results[retracted.instrumentId]?.attempts ?? 0) : 0
    const isThere =
      retracted.kind === 'result'
        ? retracted.attempt <= tried
        : retracted.kind === 'module'
          ? Object.hasOwn(enrolment.modules, retracted.module)
          : retracted.kind === 'response'
            ? Object.hasOwn(enrolment.responses, retracted.instrumentId)
            : enrolment.waived[retracted.waived] !== undefined
    return (
      refusedBy(
        mustHaveASeat(enrolment, offering, 'RetractProgress'),
        nobodyCorrectsTheirOwn(command, learnerId),
        retracted.kind === 'result' &&
          isThere &&
          retracted.attempt !== tried &&
          LaterAttemptStands({ attempt: retracted.attempt, last: tried }),
      ) ?? (isThere ? andWhatFollows(events.ProgressRetracted(command), enrolment, offering) : accepted())
    )
  },
})

/** Nobody waives for themselves. */
export const waiveRequirement = defineDecision({
  command: commands.WaiveRequirement,
  reads: { offering, enrolment },
  decide: (command, { offering, enrolment }) =>
    refusedBy(
      mustHaveASeat(enrolment, offering, 'WaiveRequirement'),
      (command.waivedBy as string) === command.learnerId &&
        ApprovalRequired({ learnerId: command.learnerId }),
    ) ?? andWhatFollows(events.RequirementWaived(command), enrolment, offering),
})
