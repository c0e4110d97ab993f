import * as z from 'zod'
import { type DataOfShape, field } from '../kernel/index.ts'
import { day, dayIn } from '../vocabulary/index.ts'

const hundredths = field(z.int().min(0).max(1_000_000))
const points = field(z.int().min(0).max(1_000_000))
const dated = {
  /** The number of the scheme: 1, then 2. */
  version: field(z.int().min(1).max(10_000)),
  /** The first day on which the scheme holds, in the organisation's zone. */
  effectiveFrom: day,
}

/** How attended minutes become credit (学员学分管理办法), for courses that name no credit of their own. */
export const creditScheme = {
  ...dated,
  /** The minutes for one credit: 45 or 60. */
  minutesPerCredit: field(z.int().min(1).max(100_000)),
  /** Fewer attended minutes than this earn no credit. */
  minimumMinutes: field(z.int().min(0).max(100_000)),
  /** The most credit for one offering, in hundredths. */
  offeringCapHundredths: hundredths.optional(),
  /** The most credit in a calendar year, in hundredths. */
  yearCapHundredths: hundredths.optional(),
  /** The credit that everybody is to earn in a calendar year, in hundredths. */
  annualMinimumHundredths: hundredths,
}
export type CreditScheme = DataOfShape<typeof creditScheme>

/** The rewards for teaching (讲师激励机制). */
export const incentiveScheme = {
  ...dated,
  /** The points for each session held. */
  pointsPerSession: points,
  /** The points for each whole hour taught. */
  pointsPerHour: points,
  /** The points for each session of a knowledge-sharing offering (知识分享会), beside the others. */
  pointsPerSharing: points,
  /** Points by rating, highest rating first. The first one reached counts. */
  ratings: field(
    z
      .array(
        z.strictObject({
          /** The rating to be reached, in hundredths of the best possible. */
          atLeastHundredths: z.int().min(0).max(100),
          /** The points for it. */
          points,
        }),
      )
      .max(20),
  ),
}
export type IncentiveScheme = DataOfShape<typeof incentiveScheme>

/** The calendar year an account is kept by, where the organisation is. */
export const yearIn = (at: string, zone: string): number => Number(dayIn(at, zone).slice(0, 4))

/**
 * The version in force on a day: the last that took effect by then.
 *
 * @example
 * ```ts
 * import { inForceOn } from 'training-ops'
 * inForceOn([{ effectiveFrom: '2026-01-01', points: 1 }, { effectiveFrom: '2026-07-01', points: 2 }], '2026-06-30') // => { effectiveFrom: '2026-01-01', points: 1 }
 * ```
 */
export const inForceOn = <Version extends { readonly effectiveFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version | undefined => versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)

/**
 * Credit for minutes attended, in whole hundredths, cut at the cap of one offering.
 *
 * @example
 * ```ts
 * import { creditFor } from 'training-ops'
 * const scheme = { version: 1, effectiveFrom: '2026-01-01', annualMinimumHundredths: 2_000, minutesPerCredit: 60, minimumMinutes: 30, offeringCapHundredths: 800 }
 * creditFor(scheme, 90) // => 150
 * creditFor(scheme, 29) // => 0
 * creditFor(scheme, 600) // => 800
 * ```
 */
export const creditFor = (scheme: CreditScheme, minutes: number): number =>
  minutes < scheme.minimumMinutes
    ? 0
    : Math.min(
        Math.floor((minutes * 100) / scheme.minutesPerCredit),
        scheme.offeringCapHundredths ?? Number.MAX_SAFE_INTEGER,
      )
