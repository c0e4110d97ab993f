export { type CompletionCounts, completionRate } from './completion-rate.ts'
