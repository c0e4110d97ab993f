import * as z from 'zod'
import { type Field, field, type ValueOf } from '../kernel/index.ts'
import { isZone } from './calendar.ts'
import type { Day, Instant, Minutes, TimeZone } from './units.ts'

/** The years 1900 to 2999: instants keep their width, so they keep sorting as text. */
const years = /^(?:19|2\d)\d\d-/

/**
 * An instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it: `2026-03-01T09:00:00.000Z`. Such texts
 * sort as time does.
 */
export const instant: Field<Instant, Instant> = field(
  z.iso.datetime({ precision: 3, error: 'instant' }).regex(years, 'instant'),
)

/** The instant at which it was so, as the person who reports it says: `2026-03-01T09:00:00.000Z`. */
export const at = instant

/** A calendar day, `2026-03-01`, in the zone that is said beside it. */
export const day: Field<Day, Day> = field(z.iso.date('day').regex(years, 'day'))

/** A day of every year, `12-31`; 29 February is the 28th where there is none. */
export const dayOfYear: Field<string, string> = field(
  z
    .string()
    .regex(
      /^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|[12]\d)$/,
      'dayOfYear',
    ),
)

/** An IANA time zone: `Asia/Shanghai`, `UTC`. */
export const zone: Field<TimeZone, TimeZone> = field(
  z
    .string()
    .max(64)
    .refine(isZone, { params: { code: 'BadFormat', expected: 'timeZone' } }),
)

/** A duration in whole minutes, up to a year of them: 90 is an hour and a half. */
export const minutes: Field<Minutes, Minutes> = field(z.int().min(0).max(527_040))

const periodFields = field(
  z.strictObject({
    /** The first day of the period. */
    from: day,
    /** The day after the last one. */
    to: day,
  }),
)
/** A period in calendar days: `{ from: '2026-01-01', to: '2027-01-01' }` is the year 2026. */
export interface Period extends ValueOf<typeof periodFields> {}
/** A period in calendar days: `{ from: '2026-01-01', to: '2027-01-01' }` is the year 2026. */
export const period: Field<Period, Period> = periodFields
