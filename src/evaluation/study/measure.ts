import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { dayIn, monthsAfter, startOfDay } from '../../vocabulary/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import {
  aMeasureKeepsItsUnit,
  mustBeOfItsSubject,
  mustBePlanned,
  nothingIsAddedToAPublishedReport,
  subjectOf,
} from './rules.ts'
import { baselinesOf, outcomeOf, outcomesOfUnit, study } from './state.ts'
import { measuring } from './status.ts'
import { startOf, trainingOf, trainingRead } from './training.ts'

const events = evaluationEvents.make
const {
  AttributionAboveOne,
  BaselineAfterTraining,
  BenefitBeyondFirstYear,
  IntangibleMonetized,
  OutcomeAlreadyRecorded,
} = evaluationRejections

export const recordOutcome = defineDecision({
  command: commands.RecordOutcome,
  reads: { study, outcomesOfUnit, ...trainingRead },
  decide: (command, { study, outcomesOfUnit, ...training }) => {
    const { measure, when, period, unitId } = command
    const started = startOf(trainingOf(training, command)) ?? study.endedAt
    return (
      refusedBy(
        mustBePlanned(study, command.evaluationId),
        mustBeOfItsSubject(study, command),
        nothingIsAddedToAPublishedReport(study),
        onlyFrom(study.status, measuring, 'RecordOutcome'),
        started !== undefined &&
          when === 'before' &&
          period.to > dayIn(started, study.zone) &&
          BaselineAfterTraining({ started }),
        aMeasureKeepsItsUnit(study, command),
        outcomesOfUnit.recorded[outcomeOf(command)] !== undefined &&
          OutcomeAlreadyRecorded({ measure, unitId }),
      ) ?? accepted(events.OutcomeRecorded(command))
    )
  },
})

/** A baseline that was wrong is replaced and never forgotten, under a report that is out as well. */
export const correctBaseline = defineDecision({
  command: commands.CorrectBaseline,
  reads: { study, baselinesOf },
  decide: (command, { study, baselinesOf: { values } }) => {
    const was = values[command.measure]
    const refused = refusedBy(
      mustBePlanned(study, command.evaluationId),
      mustBeOfItsSubject(study, command),
      was === undefined && Unknown({ what: 'baseline', id: command.measure }),
      aMeasureKeepsItsUnit(study, command),
    )
    if (refused !== undefined || was === undefined) return refused ?? accepted()
    return was === command.value ? accepted() : accepted(events.BaselineCorrected({ ...command, was }))
  },
})

/** A number that was wrong is replaced and never forgotten; under a report that is out it is what a restatement is for. */
export const correctOutcome = defineDecision({
  command: commands.CorrectOutcome,
  reads: { study, outcomesOfUnit },
  decide: (command, { study, outcomesOfUnit }) => {
    const recorded = outcomesOfUnit.recorded[outcomeOf(command)]
    const refused = refusedBy(
      mustBePlanned(study, command.evaluationId),
      mustBeOfItsSubject(study, command),
      recorded === undefined && Unknown({ what: 'outcome', id: command.unitId }),
      aMeasureKeepsItsUnit(study, command),
    )
    if (refused !== undefined || recorded === undefined) return refused ?? accepted()
    const { group = recorded.group, value } = command
    return recorded.value === value && recorded.group === group
      ? accepted()
      : accepted(events.OutcomeCorrected({ ...command, group }))
  },
})

/** The shares of training and of everything else are at most the whole change, in the mind of one estimator. */
const noMoreThanAllOfIt = (estimate: {
  readonly attribution: number
  readonly otherFactors?: number | undefined
}) => {
  const attribution = estimate.attribution + (estimate.otherFactors ?? 0)
  return attribution > 10_000 && AttributionAboveOne({ attribution })
}

/** Of a short program only the benefits of the first year are counted. */
const onlyItsFirstYear = (period: { readonly from: string; readonly to: string } | undefined) =>
  period !== undefined &&
  period.to > dayIn(monthsAfter(startOfDay(period.from, 'UTC'), 12, 'UTC'), 'UTC') &&
  BenefitBeyondFirstYear(period)

export const recordBenefitEstimate = defineDecision({
  command: commands.RecordBenefitEstimate,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      mustBePlanned(study, command.evaluationId),
      nothingIsAddedToAPublishedReport(study),
      onlyFrom(study.status, measuring, 'RecordBenefitEstimate'),
      noMoreThanAllOfIt(command),
      onlyItsFirstYear(command.period),
      study.intangible.includes(command.measure) && IntangibleMonetized({ measure: command.measure }),
    ) ?? accepted(events.BenefitEstimateRecorded({ ...command, ...subjectOf(study) })),
})

export const declareIntangible = defineDecision({
  command: commands.DeclareIntangible,
  reads: { study },
  decide: (command, { study }) =>
    refusedBy(
      mustBePlanned(study, command.evaluationId),
      nothingIsAddedToAPublishedReport(study),
      onlyFrom(study.status, measuring, 'DeclareIntangible'),
      study.priced.includes(command.measure) && IntangibleMonetized({ measure: command.measure }),
    ) ??
    (study.intangible.includes(command.measure)
      ? accepted()
      : accepted(events.IntangibleDeclared({ ...command, ...subjectOf(study) }))),
})
