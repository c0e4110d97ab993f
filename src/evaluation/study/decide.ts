import { accepted, defineDecision, onlyFrom, refusedBy } from '../../kernel/index.ts'
import { monthsAfter } from '../../vocabulary/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import { study } from './known.ts'
import {
  aMeasureKeepsItsUnit,
  everyLevelBelowIsThere,
  measuring,
  mustBeOfTheProgram,
  mustBePlanned,
  nothingIsAddedToAPublishedReport,
} from './rules.ts'
import { endOf, monthsOf, startOf, trainingOfProgram } from './training.ts'

const happened = evaluationEvents.make
const { BaselineAfterTraining, FollowUpOutsideWindow, LevelNotPlanned, TrainingNotEnded } =
  evaluationRejections

export const planEvaluationStudy = defineDecision({
  command: commands.PlanEvaluationStudy,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      onlyFrom(study.status, ['unknown'], 'PlanEvaluationStudy'),
      everyLevelBelowIsThere(command.levels),
    ) ?? accepted(happened.EvaluationStudyPlanned(command)),
})

export const captureBaseline = defineDecision({
  command: commands.CaptureBaseline,
  reads: { study, trainingOfProgram },
  decide: (command, { study, trainingOfProgram }) => {
    const started = startOf(trainingOfProgram) ?? study.endedAt
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        mustBeOfTheProgram(study, command.programId),
        nothingIsAddedToAPublishedReport(study),
        started !== undefined && command.at >= started && BaselineAfterTraining({ started }),
        onlyFrom(study.status, ['planned', 'baselined'], 'CaptureBaseline'),
        aMeasureKeepsItsUnit(study, command),
      ) ?? accepted(happened.BaselineCaptured(command))
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
      : accepted(happened.IsolationChosen({ ...command, programId: study.programId }))),
})

/** Behaviour is asked about one to three months after the end: earlier it is intention, later it is memory. Results take half a year. */
export const scheduleFollowUp = defineDecision({
  command: commands.ScheduleFollowUp,
  reads: { study, trainingOfProgram },
  decide: (command, { study, trainingOfProgram }) => {
    const { evaluationId, programId, offeringId, dueAt, level } = command
    const [first, last] = monthsOf[level]
    const planned = study.endedAt === undefined ? undefined : { at: study.endedAt, zone: study.zone }
    const end = endOf(trainingOfProgram, offeringId) ?? (offeringId === undefined ? planned : undefined)
    const from = end === undefined ? '' : monthsAfter(end.at, first, end.zone)
    const to = end === undefined ? '' : monthsAfter(end.at, last, end.zone)
    const refused = refusedBy(
      mustBePlanned(study, evaluationId),
      mustBeOfTheProgram(study, programId),
      nothingIsAddedToAPublishedReport(study),
      onlyFrom(study.status, measuring, 'ScheduleFollowUp'),
      !study.levels.includes(level) && LevelNotPlanned({ level }),
      end === undefined && TrainingNotEnded({ programId }),
      end !== undefined && (dueAt < from || dueAt >= to) && FollowUpOutsideWindow({ from, to }),
    )
    if (refused !== undefined || end === undefined) return refused ?? accepted()
    return accepted(happened.FollowUpScheduled({ ...command, endedAt: end.at, zone: end.zone, from, to }))
  },
})
