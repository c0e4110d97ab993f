import * as z from 'zod'
import { field, type ValueOf } from '../kernel/index.ts'
import { isZone } from './calendar.ts'

/** The years 1900 to 2999: instants keep their width, so they keep sorting as text. */
const years = /^(?:19|2\d)\d\d-/

/** An instant in UTC to the millisecond, as `Date.prototype.toISOString` writes it: such texts sort as time does. */
export const instant = field(z.iso.datetime({ precision: 3 }).regex(years))

/** A training day, `YYYY-MM-DD`, in the zone said beside it. */
export const day = field(z.iso.date().regex(years))

/** An IANA time zone: `Asia/Shanghai`, `UTC`. */
export const zone = field(z.string().max(64).refine(isZone))

/** Whole minutes, up to a year of them. */
export const minutes = field(z.int().min(0).max(527_040))

/** The half-open period `[from, to)`. */
export const period = field(z.strictObject({ from: day, to: day }))
export type Period = ValueOf<typeof period>
