import { type MetricResult, tTestOf } from '../../src/metrics/index.ts'

/** What a comparison of means says about its own precision. */
export const standardErrorOf = (result: MetricResult): number | null => tTestOf(result)?.standardError ?? null
