import type { MetricResult } from '../../src/metrics/index.ts'

/** What a comparison of means says about its own precision. */
export const standardErrorOf = (result: MetricResult): number | null => {
  const test = result.status === 'ok' ? result.notes?.find(({ code }) => code === 'TTest') : undefined
  return typeof test?.standardError === 'number' ? test.standardError : null
}
