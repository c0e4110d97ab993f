/** All calendar arithmetic, each in a zone that is said. The one place that knows date-fns. */
import { TZDateMini } from '@date-fns/tz/date/mini'
import { tzOffset } from '@date-fns/tz/tzOffset'
import { addDays } from 'date-fns/addDays'
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

/** Dates in a zone: as small as date-fns has them, for nobody here prints one. */
const inZone = (zone: string) => (date: Date | number | string) =>
  new TZDateMini(+new Date(date), zoneOf(zone))

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
    setTo(monthsLater(dayIn(instant, zone), months), inZone(zone)(instant)),
  )

/** The instant of that local day, at the same time of day or at the given one. */
const setTo = (day: string, local: Date, ...time: readonly number[]): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  local.setFullYear(year, month - 1, date)
  if (time.length > 0) local.setHours(...(time as [number, number, number, number]))
  return new Date(local.getTime()).toISOString()
}

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
  new Date(addDays(instant, days, { in: inZone(zone) }).getTime()).toISOString()

/** The local day and time of an instant, written as if it were UTC: one look at the offset, and no dates made. */
const wallClock = (instant: string, zone: string): string => {
  const date = new Date(instant)
  return new Date(date.getTime() + tzOffset(zoneOf(zone), date) * msPerMinute).toISOString()
}

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
export const startOfDay = (day: string, zone: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return setTo(day, inZone(zone)(Date.UTC(year, month - 1, date)), 0, 0, 0, 0)
}

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
export const monthsLater = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))
  return lastOfMonth.toISOString().slice(0, 10)
}

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
  needing('instantInZone', 'a local time as text, and a zone', () => instantAt(text, zoneOf(zone)))

const instantAt = (text: string, zone: string): string | undefined => {
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
  return setTo([year, month, date].join('-'), inZone(zone)(noon), hour, minute, second, 0)
}

const offsets = new Map<string, number | undefined>()

/** How far east of UTC a zone is on this day, in milliseconds; `undefined` where that changes about the day. */
const steadyOffset = (day: number, zone: string): number | undefined => {
  const key = `${zone} ${day}`
  if (offsets.has(key)) return offsets.get(key)
  const at = (ms: number) => inZone(zone)(ms).getTimezoneOffset()
  const [before, after] = [at(day - msPerDay), at(day + 2 * msPerDay)]
  const offset =
    before === after && before === at(day) && before === at(day + msPerDay)
      ? -before * msPerMinute
      : undefined
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
