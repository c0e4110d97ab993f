/** Documents as data, their rendering, and the words, in English and Chinese. */
export { type AnnualPlanInput, annualPlanReport, type ProgramOnPlan } from './annual-plan.ts'
export {
  type AnnualStatisticsInput,
  annualStatisticsReport,
  type FiguresById,
  type HoursDisclosure,
} from './annual-statistics.ts'
export * from './document.ts'
export { type EvaluationReportInput, evaluationReport } from './evaluation-report.ts'
export { type ExecutiveSummaryInput, executiveSummaryReport } from './executive-summary.ts'
export {
  explainAdvisory,
  explainIssue,
  explainRefusedRow,
  explainRejection,
  type RefusedRow,
} from './explain.ts'
export { type HtmlOptions, htmlOf, type Look, toHtml } from './html.ts'
export * from './languages/index.ts'
export { markdownOf, toMarkdown } from './markdown.ts'
export type { NeedsReportInput, NeedsSurvey } from './needs/recommended.ts'
export { annualNeedsReport } from './needs-report.ts'
export { type OperationsBoardInput, operationsBoardReport } from './operations-board.ts'
export { type ProgramOnStatus, type ProgramStatusInput, programStatusReport } from './program-status.ts'
export {
  type ProviderOnScorecard,
  type ProviderScorecardInput,
  providerScorecardReport,
} from './provider-scorecard.ts'
export { type SatisfactionInput, satisfactionReport } from './satisfaction.ts'
export { type Spelling, spellOut } from './spell-out.ts'
export * from './spelled.ts'
export { type Colours, darkColours, lightColours, type Theme } from './stylesheet.ts'
export {
  type TrainerOnScorecard,
  type TrainerScorecardInput,
  trainerScorecardReport,
} from './trainer-scorecard.ts'
export { type TranscriptReportInput, transcriptReport } from './transcript.ts'
export { type WhoIsCurrentInput, whoIsCurrentReport } from './who-is-current.ts'
