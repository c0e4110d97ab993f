/** Other people's frameworks and formats. */
export {
  type Decider,
  type DeciderOptions,
  type DeciderState,
  type RejectedError,
  toDecider,
} from './decider.ts'
export { type ICalendarOptions, toICalendar } from './icalendar.ts'
export { fiveSteps, type SurveyLayout, surveyColumns } from './surveys/layout.ts'
export {
  anonymousResponsesFromRows,
  type BadCell,
  type ReadSurvey,
  responsesFromRows,
  type SubmittedRow,
  type SurveyReading,
  type SurveyRow,
} from './surveys/rows.ts'
export { xapiIssues } from './xapi/statement.ts'
