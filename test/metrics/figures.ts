import type { MetricResult } from 'training-ops/metrics'

/** The number of a figure that must be there. */
export const figureOf = (result: MetricResult | undefined): number => {
  if (result?.status !== 'ok') throw new Error(`expected a figure, got ${JSON.stringify(result)}`)
  return result.value
}

export const without = (code: string, datum: Readonly<Record<string, unknown>> = {}) => ({
  status: 'undefined',
  reason: { code, ...datum },
})

export const zero = (what: string) => without('ZeroDenominator', { what })
