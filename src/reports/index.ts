/** Documents as data, their rendering, and the words, in English and Chinese. */
export * from './document.ts'
export { type EvaluationReportInput, evaluationReport } from './evaluation-report.ts'
export { explainAdvisory, explainIssue, explainRejection } from './explain.ts'
export { type HtmlOptions, type SpelledChart, toHtml } from './html.ts'
export { type MarkdownOptions, toMarkdown } from './markdown.ts'
export { annualNeedsReport } from './needs-report.ts'
export { type ProgramOnStatus, type ProgramStatusInput, programStatusReport } from './program-status.ts'
export { type Locale, locales, type WordKey, wordsFor } from './words/index.ts'
