import * as z from 'zod'
import { type DataOfShape, field } from '../kernel/index.ts'
import { day, dayIn } from '../vocabulary/index.ts'

const hundredths = field(z.int().min(0).max(1_000_000))
const points = field(z.int().min(0).max(1_000_000))
const dated = { version: field(z.int().min(1).max(10_000)), effectiveFrom: day }

/** How attended minutes become credit (学员学分管理办法), for courses that name no credit of their own. */
export const creditScheme = {
  ...dated,
  /** Minutes for one credit: 45 or 60, say. */
  minutesPerCredit: field(z.int().min(1).max(100_000)),
  /** Who attended fewer minutes earns none. */
  minimumMinutes: field(z.int().min(0).max(100_000)),
  /** Most for one offering, and most in a calendar year. */
  offeringCapHundredths: hundredths.optional(),
  yearCapHundredths: hundredths.optional(),
  /** What everybody is to earn in a calendar year. */
  annualMinimumHundredths: hundredths,
}
export type CreditScheme = DataOfShape<typeof creditScheme>

/** What teaching earns (讲师激励机制). */
export const incentiveScheme = {
  ...dated,
  /** For each session held, and for each whole hour of it. */
  pointsPerSession: points,
  pointsPerHour: points,
  /** For each session of a knowledge-sharing offering (知识分享会), beside those. */
  pointsPerSharing: points,
  /** Ratings in hundredths of the best possible, highest first: the first that is reached counts. */
  ratings: field(z.array(z.strictObject({ atLeastHundredths: z.int().min(0).max(100), points })).max(20)),
}
export type IncentiveScheme = DataOfShape<typeof incentiveScheme>

/** The calendar year an account is kept by, where the organisation is. */
export const yearIn = (at: string, zone: string): number => Number(dayIn(at, zone).slice(0, 4))

/** The version in force on a day: the last that took effect by then. */
export const inForceOn = <Version extends { readonly effectiveFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version | undefined => versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)

/** Credit for minutes attended, in whole hundredths, cut at the cap of one offering. */
export const creditFor = (scheme: CreditScheme, minutes: number): number =>
  minutes < scheme.minimumMinutes
    ? 0
    : Math.min(
        Math.floor((minutes * 100) / scheme.minutesPerCredit),
        scheme.offeringCapHundredths ?? Number.MAX_SAFE_INTEGER,
      )
