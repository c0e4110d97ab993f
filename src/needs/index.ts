/** What training is needed, and why: evidence, needs, their order, and the annual report. */
import { defineModule } from '../kernel/index.ts'
import * as assessment from './decide.ts'
import { needsEvents } from './events.ts'
import { needEvidence, needsAssessment, trainingNeed } from './known.ts'
import { needsRejections } from './rejections.ts'

export { needsCommands } from './commands.ts'
export { type NeedsEvent, needsEvents } from './events.ts'
export * from './known.ts'
export { needsRejections } from './rejections.ts'
export { needsReportOf } from './report.ts'
export type { AnalysisLevel, Cause, NeedsFigures } from './shapes.ts'

export const needs = defineModule({
  name: 'needs',
  events: needsEvents,
  decisions: [
    assessment.openNeedsAssessment,
    assessment.recordNeedEvidence,
    assessment.identifyNeed,
    assessment.prioritizeNeeds,
    assessment.dismissNeed,
    assessment.publishNeedsReport,
    assessment.restateNeedsReport,
    assessment.closeNeedsAssessment,
  ],
  projections: [needsAssessment, needEvidence, trainingNeed],
  rejections: needsRejections,
})
