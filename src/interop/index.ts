/** Other people's frameworks and formats. */

export {
  type InputCell,
  type InputColumn,
  type InputColumns,
  type InputList,
  inputOf,
} from './analysis/calculator-input.ts'
export { summaryCharts, summaryDocument } from './analysis/document.ts'
export { type GuessedMapping, guessMapping } from './analysis/guess-mapping.ts'
export type { ColumnMeaning, SummaryFigure, SummaryMapping, SummaryReason } from './analysis/mapping.ts'
export { type Summary, summarise, type UnreadCell } from './analysis/summarise.ts'
export { type HashedIdentity, hashedIdentity } from './badges/identity.ts'
export { type ClrCredential, type ClrWords, clrRecord } from './badges/learner-record.ts'
export {
  type BadgeAlignment,
  type BadgedCertificate,
  type BadgeResult,
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
export { chineseFieldMeanings } from './chinese-field-meanings.ts'
export { type CsvCell, type CsvOptions, csv } from './csv/csv.ts'
export { transcriptCsv } from './csv/transcript.ts'
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
export { fieldMeanings } from './field-meanings.ts'
export {
  type HistoryCommand,
  type HistoryEnding,
  type HistoryFault,
  type HistoryField,
  type HistoryMapping,
  importHistory,
  type ReadHistory,
  type RefusedHistory,
  refusedHistory,
} from './history.ts'
export { type CalendarPerson, type ICalendarOptions, type Invited, toICalendar } from './icalendar.ts'
export {
  type FieldMeanings,
  type JsonSchema,
  jsonSchemas,
  type MessageSchemas,
  translatedMeanings,
} from './json-schema.ts'
export { type Portable, type PortableFact, portable } from './portable.ts'
export { fromScorm, type ScormRead, type ScormReading } from './scorm.ts'
export type { SurveyCell } from './surveys/cell.ts'
export { type GuessedLayout, guessLayout } from './surveys/guess.ts'
export type { RowFilter, SurveyLayout, SurveyQuestion } from './surveys/layout.ts'
export {
  fiveSteps,
  fiveStepsEnglish,
  type SurveyColumns,
  type SurveyTool,
  surveyColumns,
} from './surveys/presets.ts'
export {
  type BadCell,
  type ReadSurvey,
  type RowLeftOut,
  readSurvey,
  type SurveyResponse,
  type SurveyRow,
  type SurveySheet,
} from './surveys/read.ts'
export {
  anonymousResponsesFromRows,
  responsesFromRows,
  type SubmittedRow,
  type SurveyCommands,
  type SurveyReading,
} from './surveys/rows.ts'
export { type DateOrder, type NoTime, surveyTime, type TimeForm } from './surveys/time.ts'
export {
  type BadEnrolmentCell,
  type EnrolmentColumn,
  type EnrolmentCommands,
  type EnrolmentReading,
  enrolmentsFromRows,
} from './tables/enrolments.ts'
export { type HoursAsked, hoursByPerson } from './tables/hours.ts'
export { type TableOptions, tableCsv, type ViewTable } from './tables/table.ts'
export { viewTables } from './tables/view-tables.ts'
export {
  fromXapi,
  type RecognisedActivity,
  type XapiCommand,
  type XapiIgnored,
  type XapiRead,
  type XapiReading,
} from './xapi/from-statement.ts'
export { xapiIssues } from './xapi/statement.ts'
export { toXapi, type XapiAddresses, type XapiStatement } from './xapi/to-statement.ts'
