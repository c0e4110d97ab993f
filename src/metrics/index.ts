/** `training-ops/metrics`: every calculator of the field, pulling in nothing. */
export { type Accumulator, accumulate } from './accumulator.ts'
export { metricCatalog } from './catalog.ts'
export type { MetricEntry, MetricOptions, Quantity } from './entry.ts'
export * from './exports.ts'
export { wilson } from './interval.ts'
export * from './result.ts'
export * from './suppression.ts'
