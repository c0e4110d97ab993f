import type { MetricEntry } from './entry.ts'
import * as exported from './exports.ts'

/**
 * Every metric of the field that this library computes, in the order of their numbers: its unit, what its n counts,
 * which options it has, and which standards ask for it. The export named in `calculator` computes it; its names are in
 * the languages of `training-ops/reports`. An entry is also imported singly: `completionRateEntry`.
 *
 * @example
 * ```ts
 * import { metricCatalog } from 'training-ops/metrics'
 * const coverage = metricCatalog.find(({ id }) => id === 'M01')
 * coverage?.calculator // => 'trainingCoverage'
 * coverage?.quantity // => 'people'
 * ```
 */
export const metricCatalog: readonly MetricEntry[] = /* @__PURE__ */ Object.entries(exported)
  .flatMap(([name, value]) => (name.endsWith('Entry') ? [value as MetricEntry] : []))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
