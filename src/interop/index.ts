/** Other people's frameworks and formats. */
export { type Decider, type DeciderState, type RejectedError, toDecider } from './decider.ts'
