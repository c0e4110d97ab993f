/** Other people's frameworks and formats. */
export {
  type Decider,
  type DeciderOptions,
  type DeciderState,
  type RejectedError,
  toDecider,
} from './decider.ts'
export { type ICalendarOptions, toICalendar } from './icalendar.ts'
export { xapiIssues } from './xapi/statement.ts'
