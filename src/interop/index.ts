/** Other people's frameworks and formats. */

export {
  type BadgedCertificate,
  type BadgeWords,
  type OpenBadgeCredential,
  openBadge,
} from './badges/open-badge.ts'
export {
  type Castore,
  type CastoreAggregate,
  type CastoreEvent,
  type CastorePush,
  toCastore,
} from './castore.ts'
export { type CsvCell, type CsvOptions, csv } from './csv/csv.ts'
export { type TranscriptColumn, transcriptCsv } from './csv/transcript.ts'
export { type Dcb, type DcbEvent, type DcbWords, toDcb } from './dcb.ts'
export {
  type AskedOf,
  type DecidedBy,
  type Decider,
  type DeciderOptions,
  type DeciderState,
  type RefusedBy,
  type RejectedError,
  toDecider,
} from './decider.ts'
export { type ICalendarOptions, toICalendar } from './icalendar.ts'
export { type JsonSchema, jsonSchemas, type MessageSchemas } from './json-schema.ts'
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
export { fromXapi, type RecognisedActivity, type XapiRead, type XapiReading } from './xapi/from-statement.ts'
export { xapiIssues } from './xapi/statement.ts'
export { toXapi, type XapiAddresses, type XapiStatement } from './xapi/to-statement.ts'
