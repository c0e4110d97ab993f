/** `training-ops/metrics`: every calculator of the field, pulling in nothing. */
export type { Accumulator } from './accumulator.ts'
export type { CatalogueEntry } from './catalogue-entry.ts'
export { type CompletionCounts, completionRate } from './efficiency/completion-rate.ts'
export { wilson } from './interval.ts'
export * from './result.ts'
