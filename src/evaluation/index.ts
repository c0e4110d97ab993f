/** Did it work: what people were asked and answered, and what a study found of it. */
import { defineModule } from '../kernel/index.ts'
import { evaluationEvents } from './events.ts'
import * as asked from './instrument/decide.ts'
import { evaluationPermissions } from './permissions.ts'
import * as policy from './policies.ts'
import { evaluationRejections } from './rejections.ts'
import { evaluationSettings } from './settings.ts'
import * as study from './study/decide.ts'
import * as findings from './study/findings.ts'
import * as measure from './study/measure.ts'
import * as report from './study/report.ts'

export { evaluationCommands } from './commands.ts'
export { type EvaluationEvent, evaluationEvents } from './events.ts'
export type { PublishedFigure } from './figure.ts'
export * from './instrument/known.ts'
export { evaluationRejections } from './rejections.ts'
export { evaluationSettings } from './settings.ts'
export type {
  DeclaredScale,
  GivenAnswer,
  Item,
  Purpose,
  StudyInstruments,
} from './shapes.ts'
export { outcomesOfUnit, type StudyState, type StudyStatus, study } from './study/known.ts'
export { attendees, studiesOfProgram, trainingOfProgram } from './study/training.ts'

export const evaluation = defineModule({
  name: 'evaluation',
  events: evaluationEvents,
  decisions: [
    asked.publishInstrumentVersion,
    asked.openAdministration,
    asked.inviteRespondent,
    asked.submitResponse,
    asked.invalidateResponse,
    asked.closeAdministration,
    study.planEvaluationStudy,
    study.captureBaseline,
    study.chooseIsolation,
    study.scheduleFollowUp,
    measure.recordOutcome,
    measure.recordBenefitEstimate,
    measure.declareIntangible,
    findings.recordFinding,
    findings.proposeImprovement,
    findings.completeImprovement,
    findings.dismissImprovement,
    report.publishEvaluationReport,
    report.restateEvaluationReport,
    report.closeEvaluation,
  ],
  policies: [
    policy.thoseWhoCameAreAskedWhatTheyThought,
    policy.behaviourIsLookedAtMonthsLater,
    policy.theFollowUpOpensWhenItIsDue,
  ],
  rejections: evaluationRejections,
  permissions: evaluationPermissions,
  settings: evaluationSettings,
})
