import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { monthsAfter } from '../../vocabulary/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import {
  aMeasureKeepsItsUnit,
  everyLevelBelowIsThere,
  mustBeOfItsProgram,
  mustBeOfItsSubject,
  mustBePlanned,
  nothingIsAddedToAPublishedReport,
  oneSubject,
  subjectOf,
} from './rules.ts'
import { study } from './state.ts'
import { measuring } from './status.ts'
import { endOf, monthsOf, startOf, type TrainingOfProgram, trainingOf, trainingRead } from './training.ts'

const events = evaluationEvents.make
const { BaselineAfterTraining, FollowUpOutsideWindow, LevelNotPlanned, TrainingNotEnded } =
  evaluationRejections

/** A program may have been planned elsewhere, and its training be over; a class is one of ours. */
const theClassIsThere = (
  { ofOffering }: { readonly ofOffering: Readonly<Record<string, TrainingOfProgram>> },
  { offeringId }: { readonly offeringId?: string | undefined },
) =>
  offeringId !== undefined &&
  ofOffering[offeringId]?.sessions[offeringId] === undefined &&
  Unknown({ what: 'offering', id: offeringId })

export const planEvaluationStudy = defineDecision({
  command: commands.PlanEvaluationStudy,
  reads: { study, ...trainingRead },
  decide: (command, { study, ...training }) =>
    refusedBy(
      onlyFrom(study.status, ['unknown'], 'PlanEvaluationStudy'),
      oneSubject(command),
      theClassIsThere(training, command),
      everyLevelBelowIsThere(command.levels),
    ) ?? accepted(events.EvaluationStudyPlanned(command)),
})

export const captureBaseline = defineDecision({
  command: commands.CaptureBaseline,
  reads: { study, ...trainingRead },
  decide: (command, { study, ...training }) => {
    const started = startOf(trainingOf(training, command)) ?? study.endedAt
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        mustBeOfItsSubject(study, command),
        nothingIsAddedToAPublishedReport(study),
        started !== undefined && command.at >= started && BaselineAfterTraining({ started }),
        onlyFrom(study.status, ['planned', 'baselined'], 'CaptureBaseline'),
        aMeasureKeepsItsUnit(study, command),
      ) ?? accepted(events.BaselineCaptured(command))
    )
  },
})

export const chooseIsolation = defineDecision({
  command: commands.ChooseIsolation,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      mustBePlanned(study, command.evaluationId),
      nothingIsAddedToAPublishedReport(study),
      onlyFrom(study.status, ['planned', 'baselined', 'collecting'], 'ChooseIsolation'),
    ) ??
    (study.isolation === command.method && study.nothingElseChanged === command.nothingElseChanged
      ? accepted()
      : accepted(events.IsolationChosen({ ...command, ...subjectOf(study) }))),
})

/** Behaviour is asked about one to three months after the end: earlier it is intention, later it is memory. Results take half a year. */
export const scheduleFollowUp = defineDecision({
  command: commands.ScheduleFollowUp,
  reads: { study, ...trainingRead },
  decide: (command, { study, ...training }) => {
    const { evaluationId, programId, offeringId, dueAt, level } = command
    const [first, last] = monthsOf[level]
    const planned = study.endedAt === undefined ? undefined : { at: study.endedAt, zone: study.zone }
    const end =
      endOf(trainingOf(training, command), offeringId) ?? (offeringId === undefined ? planned : undefined)
    const from = end === undefined ? '' : monthsAfter(end.at, first, end.zone)
    const to = end === undefined ? '' : monthsAfter(end.at, last, end.zone)
    const refused = refusedBy(
      mustBePlanned(study, evaluationId),
      mustBeOfItsProgram(study, command),
      nothingIsAddedToAPublishedReport(study),
      onlyFrom(study.status, measuring, 'ScheduleFollowUp'),
      !study.levels.includes(level) && LevelNotPlanned({ level }),
      end === undefined && TrainingNotEnded(subjectOf({ programId, offeringId })),
      end !== undefined && (dueAt < from || dueAt >= to) && FollowUpOutsideWindow({ from, to }),
    )
    if (refused !== undefined || end === undefined) return refused ?? accepted()
    return accepted(events.FollowUpScheduled({ ...command, endedAt: end.at, zone: end.zone, from, to }))
  },
})
