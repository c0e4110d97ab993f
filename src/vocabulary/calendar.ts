/** All calendar arithmetic, each in a zone that is said. The one place that knows date-fns. */
import { tzOffset } from '@date-fns/tz/tzOffset'
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { needing } from '../kernel/index.ts'

const msPerMinute = 60_000
const msPerDay = 86_400_000

const known = new Map<string, boolean>()
/** No zone has a longer name; a long text takes a tenth of a second to be told apart from one. */
const longestZone = 100

/**
 * Whether the host's time zone database knows this zone.
 *
 * @example
 * ```ts
 * import { isZone } from 'training-ops'
 * isZone('Asia/Shanghai') // => true
 * isZone('Shanghai') // => false
 * ```
 */
export const isZone = (zone: string): boolean => {
  if (typeof zone !== 'string' || zone.length > longestZone) return false
  let knows = known.get(zone)
  if (knows === undefined) {
    knows = namesAZone(zone)
    if (known.size < 1000) known.set(zone, knows)
  }
  return knows
}

const namesAZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false // the only way Intl says no
  }
}

/** The zone; a name that no zone has for all that is none, since the calendar takes nothing for the zone of the machine. */
const zoneOf = (zone: string): string => (isZone(zone) ? zone : '-')

/** How far east of UTC a zone is at an instant, in milliseconds. */
const offsetAt = (ms: number, zone: string): number => tzOffset(zoneOf(zone), new Date(ms)) * msPerMinute

/** The local day and time of an instant, as if it were UTC. */
const wallAt = (ms: number, zone: string): number => ms + offsetAt(ms, zone)

/**
 * The instant of a local day and time. One that comes twice, as clocks are turned back, is the first of the two; one that is left
 * out, as they are turned forward, is so much later (RFC 5545, and "compatible" in Temporal). Dates of date-fns in a zone are
 * not asked: they answer by the zone of the machine in both cases.
 */
const instantOf = (wall: number, zone: string): string => {
  const before = offsetAt(wall - msPerDay, zone)
  const after = offsetAt(wall + msPerDay, zone)
  const is = [before, after].find((offset) => offsetAt(wall - offset, zone) === offset) ?? before
  return new Date(wall - is).toISOString()
}

/**
 * The same local time of day, so many months later; the 31st becomes the month's last day where there is no 31st.
 *
 * @example
 * ```ts
 * import { monthsAfter } from 'training-ops'
 * monthsAfter('2026-01-31T01:00:00.000Z', 1, 'Asia/Shanghai') // => '2026-02-28T01:00:00.000Z'
 * ```
 */
export const monthsAfter = (instant: string, months: number, zone: string): string =>
  needing('monthsAfter', 'an instant, whole months and a zone', () =>
    instantOf(+addMonths(new UTCDateMini(wallAt(Date.parse(instant), zone)), months), zone),
  )

/**
 * The same local time of day, so many days later (or earlier, below zero).
 *
 * @example
 * ```ts
 * import { daysAfter } from 'training-ops'
 * daysAfter('2026-03-28T08:00:00.000Z', 1, 'Europe/Berlin') // => '2026-03-29T07:00:00.000Z'
 * ```
 */
export const daysAfter = (instant: string, days: number, zone: string): string =>
  instantOf(+addDays(new UTCDateMini(wallAt(Date.parse(instant), zone)), days), zone)

/** The local day and time of an instant, written as if it were UTC: one look at the offset, and no dates made. */
const wallClock = (instant: string, zone: string): string =>
  new Date(wallAt(Date.parse(instant), zone)).toISOString()

/**
 * The local calendar day of an instant: `2026-03-01`.
 *
 * @example
 * ```ts
 * import { dayIn } from 'training-ops'
 * dayIn('2026-02-28T18:00:00.000Z', 'Asia/Shanghai') // => '2026-03-01'
 * ```
 */
export const dayIn = (instant: string, zone: string): string => wallClock(instant, zone).slice(0, 10)

/**
 * The local day and time of an instant, to the minute: `2026-03-01 09:00`.
 *
 * @example
 * ```ts
 * import { minuteIn } from 'training-ops'
 * minuteIn('2026-03-01T01:00:00.000Z', 'Asia/Shanghai') // => '2026-03-01 09:00'
 * ```
 */
export const minuteIn = (instant: string, zone: string): string =>
  wallClock(instant, zone).slice(0, 16).replace('T', ' ')

/**
 * The instant at which a local calendar day begins.
 *
 * @example
 * ```ts
 * import { startOfDay } from 'training-ops'
 * startOfDay('2026-03-01', 'Asia/Shanghai') // => '2026-02-28T16:00:00.000Z'
 * ```
 */
export const startOfDay = (day: string, zone: string): string =>
  instantOf(Date.parse(`${day}T00:00:00.000Z`), zone)

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / msPerDay
const dayNumbered = (number: number): string => new Date(number * msPerDay).toISOString().slice(0, 10)

/**
 * The calendar day so many days later, or earlier below zero.
 *
 * @example
 * ```ts
 * import { daysLater } from 'training-ops'
 * daysLater('2026-02-28', 1) // => '2026-03-01'
 * daysLater('2026-03-01', -1) // => '2026-02-28'
 * ```
 */
export const daysLater = (day: string, days: number): string => dayNumbered(dayNumber(day) + days)

/**
 * Days from one calendar day to another; below zero when the second comes first.
 *
 * @example
 * ```ts
 * import { daysBetween } from 'training-ops'
 * daysBetween('2026-02-28', '2026-03-01') // => 1
 * ```
 */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/**
 * The calendar day so many months later; the 31st becomes the month's last day where there is no 31st.
 *
 * @example
 * ```ts
 * import { monthsLater } from 'training-ops'
 * monthsLater('2027-12-31', 2) // => '2028-02-29'
 * ```
 */
export const monthsLater = (day: string, months: number): string =>
  new Date(+addMonths(new UTCDateMini(`${day}T00:00:00.000Z`), months)).toISOString().slice(0, 10)

/**
 * That day of a year, `12-31`; 29 February is the 28th where there is none.
 *
 * @example
 * ```ts
 * import { dayOfThatYear } from 'training-ops'
 * dayOfThatYear(2026, '12-31') // => '2026-12-31'
 * dayOfThatYear(2026, '02-29') // => '2026-02-28'
 * ```
 */
export const dayOfThatYear = (year: number, monthAndDay: string): string =>
  monthsLater(`2000-${monthAndDay}`, (year - 2000) * 12)

/**
 * The first such day of a year, `07-01`, that is not before a day.
 *
 * @example
 * ```ts
 * import { dayOfYearFrom } from 'training-ops'
 * dayOfYearFrom('2026-07-02', '07-01') // => '2027-07-01'
 * ```
 */
export const dayOfYearFrom = (day: string, monthAndDay: string): string => {
  const year = Number(day.slice(0, 4))
  const thisYears = dayOfThatYear(year, monthAndDay)
  return thisYears < day ? dayOfThatYear(year + 1, monthAndDay) : thisYears
}

/**
 * The moment before an instant: of what ends at it, the last that is still in. Its day is the last valid day.
 *
 * @example
 * ```ts
 * import { momentBefore } from 'training-ops'
 * momentBefore('2026-03-01T00:00:00.000Z') // => '2026-02-28T23:59:59.999Z'
 * ```
 */
export const momentBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

/**
 * The instant so many hours later, by the clock and not by the day.
 *
 * @example
 * ```ts
 * import { hoursAfter } from 'training-ops'
 * hoursAfter('2026-03-01T01:00:00.000Z', 48) // => '2026-03-03T01:00:00.000Z'
 * ```
 */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 60 * msPerMinute).toISOString()

/**
 * Whole minutes from one instant to another; below zero when the second comes first.
 *
 * @example
 * ```ts
 * import { minutesBetween } from 'training-ops'
 * minutesBetween('2026-03-01T01:00:00.000Z', '2026-03-01T02:30:59.000Z') // => 90
 * ```
 */
export const minutesBetween = (from: string, to: string): number =>
  Math.trunc(msBetween(from, to) / msPerMinute)

/**
 * Whether two half-open intervals `[start, end)` share a moment, or lie less than `bufferMinutes` apart.
 *
 * @example
 * ```ts
 * import { overlaps } from 'training-ops'
 * const morning = { start: '2026-03-02T01:00:00.000Z', end: '2026-03-02T04:00:00.000Z' }
 * const noon = { start: '2026-03-02T04:00:00.000Z', end: '2026-03-02T05:00:00.000Z' }
 * overlaps(morning, noon) // => false
 * overlaps(morning, noon, 30) // => true
 * ```
 */
export const overlaps = (
  a: { readonly start: string; readonly end: string },
  b: { readonly start: string; readonly end: string },
  bufferMinutes = 0,
): boolean => {
  if (bufferMinutes === 0) return a.start < b.end && b.start < a.end
  const buffer = bufferMinutes * msPerMinute
  return msBetween(a.end, b.start) < buffer && msBetween(b.end, a.start) < buffer
}

const msBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

const localTime = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/

/**
 * The instant of a local time as people and spreadsheets write it: `2026/3/3 9:05:00`, `2026-03-03 09:05`,
 * `2026年3月3日 9:05`. `undefined` where it is none: no such day, no such hour, another form.
 *
 * @example
 * ```ts
 * import { instantInZone } from 'training-ops'
 * instantInZone('2026/3/3 9:05', 'Asia/Shanghai') // => '2026-03-03T01:05:00.000Z'
 * instantInZone('2026/2/30 9:05', 'Asia/Shanghai') // => undefined
 * ```
 */
export const instantInZone = (text: string, zone: string): string | undefined =>
  needing('instantInZone', 'a local time as text, and a zone', () => instantIn(text, zoneOf(zone)))

const instantIn = (text: string, zone: string): string | undefined => {
  const parts = localTime
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0))
  if (parts === undefined) return undefined
  const [year, month, date, hour, minute, second] = parts as [number, number, number, number, number, number]
  const noon = new Date(Date.UTC(year, month - 1, date))
  const isDay = noon.getUTCMonth() === month - 1 && noon.getUTCDate() === date
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined
  const wall = Date.UTC(year, month - 1, date, hour, minute, second)
  const steady = steadyOffset(noon.getTime(), zone)
  if (steady !== undefined) return new Date(wall - steady).toISOString()
  return instantOf(wall, zone)
}

const offsets = new Map<string, number | undefined>()

/** How far east of UTC a zone is on this day, in milliseconds; `undefined` where that changes about the day. */
const steadyOffset = (day: number, zone: string): number | undefined => {
  const key = `${zone} ${day}`
  if (offsets.has(key)) return offsets.get(key)
  const [before, ...others] = [-1, 0, 1, 2].map((days) => offsetAt(day + days * msPerDay, zone))
  const offset = others.every((one) => one === before) ? before : undefined
  if (offsets.size < 10_000) offsets.set(key, offset)
  return offset
}

/**
 * The earlier of two instants.
 *
 * @example
 * ```ts
 * import { earlierOf } from 'training-ops'
 * earlierOf('2026-03-01T01:00:00.000Z', '2026-02-01T01:00:00.000Z') // => '2026-02-01T01:00:00.000Z'
 * ```
 */
export const earlierOf = (one: string, other: string): string => (other < one ? other : one)

/**
 * The later of two instants.
 *
 * @example
 * ```ts
 * import { laterOf } from 'training-ops'
 * laterOf('2026-03-01T01:00:00.000Z', '2026-02-01T01:00:00.000Z') // => '2026-03-01T01:00:00.000Z'
 * ```
 */
export const laterOf = (one: string, other: string): string => (other > one ? other : one)
