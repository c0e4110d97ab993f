import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsAtMost, needsCount } from '../guard.ts'
import { type Measured, measured, type NotMeasurable, notMeasurable } from '../result.ts'
import { chiSquaredUpperTail } from '../statistics/chi-squared.ts'

/** Of a segment (a site, a grade), how many could have answered and how many did. */
export type SegmentResponse = { readonly eligible: number; readonly responded: number }

export type SegmentResponses = Readonly<Record<string, SegmentResponse>>

/** The test, and where the answers came from. */
export type ResponseBias = Measured & {
  readonly degreesOfFreedom: number
  /** The chance of response rates this different if every segment answered alike. */
  readonly p: number
  /** `true` when `p` is under 0.05. */
  readonly biased: boolean
  /** For each segment its share of the answers over its share of the eligible: 1 is in proportion. */
  readonly representation: Readonly<Record<string, number>>
}

/** Cochran: at most a fifth of the expected counts below 5, and none below 1. */
const expectedEnough = { usually: 5, always: 1, exceptions: 0.2 }

const tooFewExpected = (expected: readonly number[]): NotMeasurable | undefined => {
  const { usually, always, exceptions } = expectedEnough
  const fewest = expected.reduce((least, count) => Math.min(least, count))
  const below = expected.filter((count) => count < usually).length
  if (fewest < always) return notMeasurable({ code: 'TooFewObservations', need: always, have: fewest })
  return below > exceptions * expected.length
    ? notMeasurable({ code: 'TooFewObservations', need: usually, have: fewest })
    : undefined
}

const totalsOf = (segments: readonly SegmentResponse[]): SegmentResponse =>
  segments.reduce(
    (all, { eligible, responded }) => ({
      eligible: all.eligible + eligible,
      responded: all.responded + responded,
    }),
    { eligible: 0, responded: 0 },
  )

/**
 * Response bias (回收偏差), M37: did some segments answer more than others?
 *
 * Formula: chi-squared over segments × (answered, did not), against the response rate of all; degrees of freedom
 * segments − 1.
 *
 * When to use: before comparing or averaging reaction figures across sites, grades or teams.
 * When not: with small segments: where more than a fifth of the expected counts (answers and silences of each segment)
 * are below 5, or one is below 1, the test is left out.
 *
 * Result: the chi-squared statistic with `degreesOfFreedom`, `p`, `biased` (p under 0.05) and each segment's
 * `representation`; `undefined` (`TooFewObservations`) under two segments with eligible people or when too few
 * are expected, (`NoVariance`) when all or none answered. Throws when a count is not a whole number
 * ≥ 0, or more responded than were eligible.
 *
 * Source: Pearson's chi-squared test of homogeneity; the rule for small expected counts as in Cochran (1954), Biometrics 10, 417–451.
 *
 * @example
 * ```ts
 * import { responseBias } from 'training-ops/metrics'
 * const bias = responseBias({ Shanghai: { eligible: 40, responded: 30 }, Berlin: { eligible: 40, responded: 18 } })
 * bias.status === 'ok' && bias.value.toFixed(4) // => '7.5000'
 * bias.status === 'ok' && bias.biased // => true
 * ```
 */
export const responseBias = /* @__PURE__ */ guarded(
  'responseBias',
  (segments: SegmentResponses): ResponseBias | NotMeasurable => {
    for (const [name, { eligible, responded }] of Object.entries(segments)) {
      needsCount('responseBias', `${name}.eligible`, eligible)
      needsCount('responseBias', `${name}.responded`, responded)
      needsAtMost('responseBias', `${name}.responded`, responded, eligible, 'eligible')
    }
    const invited = Object.entries(segments).filter(([, { eligible }]) => eligible > 0)
    if (invited.length < 2)
      return notMeasurable({ code: 'TooFewObservations', need: 2, have: invited.length })
    const all = totalsOf(invited.map(([, segment]) => segment))
    const silent = all.eligible - all.responded
    if (all.responded === 0 || silent === 0) return notMeasurable({ code: 'NoVariance' })

    const rate = all.responded / all.eligible
    const tooFew = tooFewExpected(
      invited.flatMap(([, { eligible }]) => [eligible * rate, eligible * (1 - rate)]),
    )
    if (tooFew !== undefined) return tooFew

    const chiSquared = invited.reduce((sum, [, { eligible, responded }]) => {
      const surplus = responded - eligible * rate
      return sum + (surplus * surplus) / (eligible * rate * (1 - rate))
    }, 0)
    const degreesOfFreedom = invited.length - 1
    const p = chiSquaredUpperTail({ x: chiSquared, df: degreesOfFreedom })
    return {
      ...measured({ value: chiSquared, n: all.eligible, unit: 'coefficient' }),
      degreesOfFreedom,
      p,
      biased: p < 0.05,
      representation: Object.fromEntries(
        invited.map(([name, { eligible, responded }]) => [name, responded / eligible / rate]),
      ),
    }
  },
)

/** Response bias over invitations by segment; counts of the same segment are added. */
export const responseBiasAccumulator: Accumulator<
  SegmentResponses,
  SegmentResponses,
  ResponseBias | NotMeasurable
> = /* @__PURE__ */ guardedAccumulator('responseBiasAccumulator', {
  empty: {},
  lift: (segments) => segments,
  combine: (a, b) => {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
    const none = { eligible: 0, responded: 0 }
    return Object.fromEntries(names.map((name) => [name, totalsOf([a[name] ?? none, b[name] ?? none])]))
  },
  extract: responseBias,
})

export const responseBiasEntry: MetricEntry = {
  id: 'M37',
  calculator: 'responseBias',
  unit: 'coefficient',
  quantity: 'people',
  level: 'L1',
  class: 'effectiveness',
  options: {},
  accumulates: 'exact',
  sources: ['Pearson 1900', 'Cochran 1954'],
}
