/** Did it work: what people were asked and answered, and what a study found of it. */
import { type DecisionsOn, defineModule, type Module } from '../kernel/index.ts'
import * as administrations from './administration/decisions.ts'
import * as asking from './administration/policies.ts'
import type { evaluationCommands } from './commands.ts'
import { type EvaluationEvent, evaluationEvents } from './events.ts'
import * as instruments from './instrument/decisions.ts'
import { evaluationPermissions } from './permissions.ts'
import { evaluationRejections } from './rejections.ts'
import * as anonymous from './response/anonymous.ts'
import * as responses from './response/decisions.ts'
import * as answering from './response/policies.ts'
import { evaluationSettings } from './settings.ts'
import * as study from './study/decisions.ts'
import * as findings from './study/findings.ts'
import * as flags from './study/flags.ts'
import * as measure from './study/measure.ts'
import * as studying from './study/policies.ts'
import * as report from './study/report.ts'

export { type AdministrationState, administration, turnout } from './administration/state.ts'
export { evaluationCommands } from './commands.ts'
export { type EvaluationEvent, evaluationEvents } from './events.ts'
export { type PublishedFigure, reportDigest } from './figure.ts'
export * from './instrument/state.ts'
export { evaluationRejections } from './rejections.ts'
export { type AnonymousAnswer, anonymousAnswers, anonymousBatch } from './response/anonymous.ts'
export { type ClassesOfLearner, classesOfLearner } from './response/attendance.ts'
export { type AnswersAwaited, answersAwaited } from './response/awaited.ts'
export { theAnswersFit } from './response/rules.ts'
export {
  type AnonymousResponseState,
  anonymousResponse,
  type ResponseState,
  response,
} from './response/state.ts'
export {
  type CountedAnswers,
  countedAnswers,
} from './response/tally.ts'
export { evaluationSettings } from './settings.ts'
export type {
  Anonymity,
  DeclaredScale,
  GivenAnswer,
  InstrumentItem,
  Item,
  Purpose,
  StudyInstruments,
} from './shapes.ts'
export { type StatisticsEvent, statisticsEvents } from './statistics/events.ts'
export { type PublishedStatistics, publishedStatistics, statistics } from './statistics/published.ts'
export { type StatisticsStatus, statisticsStatusAfter } from './statistics/status.ts'
export { type StudiedOffering, studiedOffering } from './study/class.ts'
export { type Improvement, outcomesOfUnit, type StudyState, study } from './study/state.ts'
export { type ImprovementStatus, type StudyStatus, studyStatusAfter } from './study/status.ts'
export { attendees, studiesOfProgram, trainingOfProgram } from './study/training.ts'

/** Questionnaires, tests, observations, outcomes and the report of a study: Kirkpatrick's four levels and Phillips's fifth (效果评估). */
export const evaluation: Module<
  'evaluation',
  typeof evaluationEvents,
  DecisionsOn<typeof evaluationCommands, typeof evaluationRejections, EvaluationEvent>,
  typeof evaluationSettings,
  'delivery'
> = defineModule({
  name: 'evaluation',
  dependsOn: ['delivery'],
  events: evaluationEvents,
  decisions: [
    instruments.publishInstrumentVersion,
    administrations.openAdministration,
    administrations.changeAnonymity,
    administrations.extendWindow,
    responses.inviteRespondent,
    responses.sendReminder,
    responses.submitResponse,
    responses.redeemInvitation,
    anonymous.submitAnonymousResponse,
    responses.invalidateResponse,
    anonymous.invalidateAnonymousResponse,
    responses.codeAnswer,
    anonymous.codeAnonymousAnswer,
    administrations.closeAdministration,
    study.planEvaluationStudy,
    study.captureBaseline,
    study.chooseIsolation,
    study.scheduleFollowUp,
    measure.recordOutcome,
    measure.correctOutcome,
    measure.correctBaseline,
    measure.recordBenefitEstimate,
    measure.declareIntangible,
    findings.recordFinding,
    findings.proposeImprovement,
    findings.completeImprovement,
    findings.dismissImprovement,
    report.publishEvaluationReport,
    report.restateEvaluationReport,
    flags.flagEvaluationReport,
    report.closeEvaluation,
  ],
  policies: [
    asking.thoseWhoCameAreAskedWhatTheyThought,
    asking.whoCameAfterAllIsAskedToo,
    asking.whoIsRecordedLateIsAskedToo,
    asking.thoseWhoCameSitTheTest,
    studying.behaviourIsLookedAtMonthsLater,
    studying.resultsAreLookedAtHalfAYearLater,
    studying.theFollowUpOpensWhenItIsDue,
    studying.thoseWhoCameAreAskedWhatTheyDo,
    answering.anAnswerCountsTowardsCompletion,
    answering.takingPartCountsTowardsCompletion,
    answering.aTestCountsTowardsCompletion,
    asking.theSilentAreReminded,
    asking.theSilentAreRemindedLater,
    asking.questionsCloseWithTheirWindow,
    asking.extendedQuestionsCloseLater,
    studying.whatFallsShortIsToBeImproved,
    studying.whatIsToBeImprovedIsRevised,
    studying.whoIsToDoBetterIsDeveloped,
    flags.aReassessedCompletionFlagsTheReports,
    flags.anInvalidatedAnswerFlagsTheReports,
  ],
  withModules: { planning: [flags.aCostTakenBackFlagsTheReports] },
  rejections: evaluationRejections,
  permissions: evaluationPermissions,
  settings: evaluationSettings,
})
