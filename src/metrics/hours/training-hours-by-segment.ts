import type { Accumulator } from '../accumulator.ts'
import { exactly, inexactly } from '../exact.ts'
import { guarded, guardedAccumulator, needsAt, needsCount, needsOneOf, needsText } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import type { HeadcountBasis, HoursBasis } from './training-hours-per-employee.ts'

/** The standard that the hours follow. */
export type HoursProfile = 'general' | 'GRI 404-1' | 'ESRS S1-13'

/** Either minutes of one participation, or the headcount of a segment. */
export type SegmentRecord =
  | {
      /** Gender, employee category, site: whatever the report is split by. */
      readonly segment: string
      readonly minutes: number
      /** Whether the training was completed; `true` unless said otherwise. */
      readonly completed?: boolean
      /** On-site coaching by one's supervisor: no training under GRI 404-1. */
      readonly supervisorCoaching?: boolean
    }
  | { readonly segment: string; readonly headcount: number }

export type SegmentPolicy = {
  /**
   * `GRI 404-1` leaves coaching by supervisors out; `ESRS S1-13` counts completed training only, and heads rather
   * than full-time equivalents. `general` (the default) counts all attended minutes.
   */
  readonly profile?: HoursProfile
  /** How the headcounts were counted: `average` unless said otherwise. */
  readonly headcountBasis?: HeadcountBasis
}

/** One line of the table: sums that add up, and the figure, which does not. */
export type SegmentHours = {
  readonly minutes: number
  readonly headcount: number
  readonly hours: MetricResult
}

export type HoursTable = {
  readonly total: SegmentHours
  readonly segments: Readonly<Record<string, SegmentHours>>
}

type SegmentSums = ReadonlyMap<string, { readonly minutes: number; readonly headcount: bigint }>

const calculator = 'trainingHoursBySegment'

const settled = ({ profile = 'general', headcountBasis = 'average' }: SegmentPolicy) => {
  needsOneOf(calculator, 'profile', profile, ['general', 'GRI 404-1', 'ESRS S1-13'])
  needsOneOf(calculator, 'headcountBasis', headcountBasis, ['average', 'end', 'fte'])
  needsAt(
    profile !== 'ESRS S1-13' || headcountBasis !== 'fte',
    calculator,
    'a head count under ESRS S1-13',
    'headcountBasis',
    headcountBasis,
  )
  const hours: HoursBasis = profile === 'ESRS S1-13' ? 'completed' : 'attended'
  return { profile, headcount: headcountBasis, hours }
}

type Settled = ReturnType<typeof settled>

const gatherer =
  ({ profile }: Settled) =>
  (records: Iterable<SegmentRecord>): SegmentSums => {
    const sums = new Map<string, { minutes: number; headcount: bigint }>()
    let index = 0
    for (const given of records) {
      const record = given ?? {}
      needsText(calculator, 'records[].segment', record.segment, index)
      const sum = sums.get(record.segment) ?? { minutes: 0, headcount: 0n }
      sums.set(record.segment, sum)
      if ('headcount' in record)
        sum.headcount += exactly(calculator, 'records[].headcount', record.headcount, index)
      else {
        const { minutes, completed = true, supervisorCoaching = false } = record
        needsCount(calculator, 'records[].minutes', minutes, index)
        needsOneOf(calculator, 'records[].completed', completed, [true, false], index)
        needsOneOf(calculator, 'records[].supervisorCoaching', supervisorCoaching, [true, false], index)
        const isOutside =
          (profile === 'GRI 404-1' && supervisorCoaching) || (profile === 'ESRS S1-13' && !completed)
        if (!isOutside) sum.minutes += minutes
      }
      index += 1
    }
    return sums
  }

const lineOf = (minutes: number, heads: bigint, variant: Settled): SegmentHours => {
  const headcount = inexactly(heads)
  const hours: MetricResult =
    headcount === 0
      ? { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'headcount' } }
      : { status: 'ok', value: minutes / 60 / headcount, n: headcount, unit: 'hours', variant }
  return { minutes, headcount, hours }
}

const tableOf = (sums: SegmentSums, variant: Settled): HoursTable => {
  let [minutes, heads] = [0, 0n]
  for (const sum of sums.values()) {
    minutes += sum.minutes
    heads += sum.headcount
  }
  const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    total: lineOf(minutes, heads, variant),
    segments: Object.fromEntries(
      inOrder.map(([segment, sum]) => [segment, lineOf(sum.minutes, sum.headcount, variant)]),
    ),
  }
}

/**
 * Training hours by segment (分类人均学时), M03: hours per employee by gender, category or site, and in total.
 *
 * Formula: for each segment, counted minutes / 60 / headcount; for the total, the sums of both. Minutes and
 * headcounts of the segments add up to the total's; the figures do not.
 *
 * When to use: for a report under GRI 404-1 or ESRS S1-13, whose rules the `profile` applies.
 * When not: with overlapping segments: one person then counts twice in the total.
 *
 * Result: one line for each segment, in alphabetical order, and the total; hours are `undefined`
 * (`ZeroDenominator`) where nobody works; the variant names the profile and how heads and hours were counted. Throws
 * when minutes are not a whole number ≥ 0, a headcount not a number ≥ 0, or for full-time equivalents under ESRS.
 *
 * Source: GRI 404-1 (2016), by gender and employee category, on-site coaching by supervisors excluded; ESRS S1-13
 * AR 78, hours offered to and completed by employees / head count as in S1-6, by gender.
 *
 * @example
 * ```ts
 * import { trainingHoursBySegment } from 'training-ops/metrics'
 * const records = [
 *   { segment: 'women', headcount: 10 },
 *   { segment: 'men', headcount: 30 },
 *   { segment: 'women', minutes: 6_000 },
 *   { segment: 'men', minutes: 9_000 },
 *   { segment: 'men', minutes: 1_800, supervisorCoaching: true },
 * ]
 * const table = trainingHoursBySegment({ records, profile: 'GRI 404-1', headcountBasis: 'end' })
 * table.segments.women?.hours.status === 'ok' && table.segments.women.hours.value // => 10
 * table.total.minutes // => 15_000
 * table.total.hours // => { status: 'ok', value: 6.25, n: 40, unit: 'hours', variant: { profile: 'GRI 404-1', headcount: 'end', hours: 'attended' } }
 * ```
 */
export const trainingHoursBySegment = /* @__PURE__ */ guarded(
  'trainingHoursBySegment',
  ({ records, ...policy }: { readonly records: readonly SegmentRecord[] } & SegmentPolicy): HoursTable => {
    const variant = settled(policy)
    return tableOf(gatherer(variant)(records), variant)
  },
)

/** Minutes and headcounts are summed for each segment under one policy. */
export const trainingHoursBySegmentAccumulator = /* @__PURE__ */ guardedAccumulator(
  'trainingHoursBySegmentAccumulator',
  (policy: SegmentPolicy = {}): Accumulator<SegmentRecord, SegmentSums, HoursTable> => {
    const variant = settled(policy)
    const gather = gatherer(variant)
    return {
      empty: new Map(),
      lift: (record) => gather([record]),
      combine: (a, b) => {
        const sums = new Map(a)
        for (const [segment, { minutes, headcount }] of b) {
          const had = sums.get(segment) ?? { minutes: 0, headcount: 0n }
          sums.set(segment, { minutes: had.minutes + minutes, headcount: had.headcount + headcount })
        }
        return sums
      },
      extract: (sums) => tableOf(sums, variant),
      gather,
    }
  },
)
