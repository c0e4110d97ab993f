/** The time of an answer, in the forms that survey tools and spreadsheets write. */

import { instantInZone, isZone } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { msIn, plainText } from './cell.ts'

/** In which order a time of figures alone names day and month: `3/4/2026` is 3 April or 4 March. */
export type DateOrder = 'dayFirst' | 'monthFirst'

export type TimeForm = {
  /** The zone the tool writes its times in: `Asia/Shanghai`. A time that names its own zone keeps that. */
  readonly zone: string
  /** Needed for `3/4/2026` and the like; a time that begins with the year, or names the month, needs none. */
  readonly order?: DateOrder
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNamed = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

const yearFirst = /^(\d{4})(?: ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})|(\d{2})(\d{2})(?!\d))(?: ?日)?(?!\d)/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/
const dayMonthName = /^(?:[a-z]{3,9},? )?(\d{1,2})[- ]([a-z]{3,9})\.?[- ,] ?(\d{4})\b/i
const monthNameDay = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i
const clock =
  /^(?:[,T ] ?)*(?:(?:星期.|周.|[(（].[)）])[, ]*)?(上午|下午|凌晨|早上|中午|晚上|午前|午後|AM|PM)? ?(\d{1,2})(?::|[时時点]) ?(\d{1,2})(?:分|:(\d{1,2})(?:[.,](\d{1,9}))?|分 ?(\d{1,2}) ?秒)? ?(AM|PM|a\.m\.|p\.m\.|上午|下午)? ?\[?(Z|UTC|GMT)?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\]?(?: ?\(?([A-Z]{3,4})\)?| ?\([^()]{1,60}\))?$/i

/** Letters of time zones: minutes east of UTC. `CST` is two of them, of which the layout's own zone is meant. */
const lettersOfZones: Readonly<Record<string, readonly number[]>> = {
  PST: [-480],
  PDT: [-420],
  MST: [-420],
  MDT: [-360],
  CST: [-360, 480],
  CDT: [-300],
  EST: [-300],
  EDT: [-240],
  WET: [0],
  BST: [60],
  CET: [60],
  CEST: [120],
  EET: [120],
  EEST: [180],
  IST: [330],
  SGT: [480],
  HKT: [480],
  JST: [540],
  KST: [540],
}

type Day = { readonly year: number; readonly month: number; readonly day: number; readonly rest: string }

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

const dayIn = (text: string, order: DateOrder | undefined): Day | 'noOrder' | undefined => {
  const rest = (found: RegExpExecArray) => text.slice(found[0].length)
  const first = yearFirst.exec(text)
  if (first !== null)
    return {
      year: Number(first[1]),
      month: Number(first[2] ?? first[4]),
      day: Number(first[3] ?? first[5]),
      rest: rest(first),
    }
  const named = dayMonthName.exec(text)
  if (named !== null && monthNamed(named[2] as string) > 0) {
    const [, day, month, year] = named as unknown as [string, string, string, string]
    return { year: Number(year), month: monthNamed(month), day: Number(day), rest: rest(named) }
  }
  const month = monthNameDay.exec(text)
  if (month !== null && monthNamed(month[1] as string) > 0)
    return {
      year: Number(month[3]),
      month: monthNamed(month[1] as string),
      day: Number(month[2]),
      rest: rest(month),
    }
  const last = yearLast.exec(text)
  if (last === null) return undefined
  const [one, other] = [Number(last[1]), Number(last[2])]
  // 3.4.2026 is written where the day comes first, and nowhere else.
  const shown = last[0].includes('.') ? 'dayFirst' : order
  if (shown === undefined && one !== other && one <= 12 && other <= 12) return 'noOrder'
  const year = fullYear(last[3] as string)
  return (shown ?? (one > 12 ? 'dayFirst' : 'monthFirst')) === 'dayFirst'
    ? { year, month: other, day: one, rest: rest(last) }
    : { year, month: one, day: other, rest: rest(last) }
}

const isAfternoon = (word: string): boolean => /^(下午|晚上|午後|PM|p\.m\.)$/i.test(word)

/**
 * The hour from 0 to 23 of an hour from 1 to 12 and its half of the day; `undefined` where the two do not fit. 晚上 12:30 is of
 * this day or of the next: it is none.
 */
const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour
  if (half === '晚上' && (hour < 5 || hour === 12)) return undefined
  if (half === '早上' && hour === 12) return undefined
  if (hour < 0 || hour > 12)
    return half === '中午' || isAfternoon(half) ? (hour <= 23 ? hour : undefined) : undefined
  if (half === '中午') return hour < 3 ? hour + 12 : hour > 9 ? hour : undefined
  return (hour % 12) + (isAfternoon(half) ? 12 : 0)
}

/** Years an answer can have come in: LimeSurvey writes 1980 where it stamped no time. */
const firstYear = 1990
const lastYear = 2099
/** The same as serial numbers of a spreadsheet's calendar. */
const serials = { from: 32_874, until: 73_051 }

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0')
const msPerMinute = 60_000
const msPerDay = 86_400_000

type Time = readonly [hour: number, minute: number, second: number, fraction?: string | undefined]

/** An instant of wall-clock parts `offset` minutes east of UTC, or in a zone. */
const instantOf = (day: Day, time: Time, zone: string, offset?: number) => {
  if (day.year < firstYear || day.year > lastYear) return undefined
  const [hour, minute, second, fraction = ''] = time
  if (second > 60) return undefined
  const local = `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)} ${pad(hour)}:${pad(minute)}:${pad(Math.min(second, 59))}`
  const instant = instantInZone(local, offset === undefined ? zone : 'UTC')
  if (instant === undefined) return undefined
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return new Date(Date.parse(instant) - (offset ?? 0) * msPerMinute + ms).toISOString()
}

/** Why a cell is no time. `NoDateOrder`: `3/4/2026` says not which is the month, and the layout does not either. */
export type NoTime = 'NotATime' | 'NoDateOrder'

const fromSerial = (serial: number, zone: string): string | undefined => {
  if (!(serial >= serials.from && serial < serials.until)) return undefined // NaN is in no range
  const wall = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString()
  return instantInZone(`${wall.slice(0, 10)} ${wall.slice(11, 19)}`, zone)
}

const fromNumber = (number: number, zone: string): string | undefined =>
  Number.isInteger(number) && number >= 1e9 ? fromEpoch(String(number)) : fromSerial(number, zone)

/** Seconds or milliseconds since 1970, as some tools write an instant. */
const fromEpoch = (digits: string): string | undefined => {
  const instant = new Date(Number(digits.padEnd(13, '0')))
  const year = instant.getUTCFullYear()
  return year >= firstYear && year <= lastYear ? instant.toISOString() : undefined
}

/** The instant of a time with the letters of its zone; where they are those of two zones, of the layout's own if it is one of them. */
const inLetters = (day: Day, time: Time, zone: string, letters: string): string | undefined => {
  const name = letters.toUpperCase()
  const offsets = Object.hasOwn(lettersOfZones, name) ? (lettersOfZones[name] ?? []) : []
  const instants = offsets.map((offset) => instantOf(day, time, 'UTC', offset))
  if (instants.length === 1) return instants[0]
  const own = instantOf(day, time, zone)
  return instants.includes(own) ? own : undefined
}

const fromText = (written: string, { zone, order }: TimeForm): string | NoTime => {
  const text = written.replace(/^["'“”]+|["'“”]+$/g, '')
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(text) ?? 'NotATime'
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromSerial(Number(text), zone) ?? 'NotATime'
  const day = dayIn(text, order)
  if (day === 'noOrder') return 'NoDateOrder'
  if (day === undefined) return 'NotATime'
  if (day.rest.trim() === '') return instantOf(day, [0, 0, 0], zone) ?? 'NotATime'
  const time = clock.exec(day.rest)
  if (time === null) return 'NotATime'
  const [, before, hour, minute, second, fraction, named, after, utc, sign, east, eastMinutes, letters] = time
  const hours = hourOf(Number(hour), before ?? after)
  if (hours === undefined || (after !== undefined && hours !== hourOf(Number(hour), after))) return 'NotATime'
  const offset =
    sign !== undefined
      ? (sign === '-' ? -1 : 1) * (Number(east) * 60 + Number(eastMinutes ?? 0))
      : utc !== undefined
        ? 0
        : undefined
  if (offset !== undefined && Math.abs(offset) > 18 * 60) return 'NotATime'
  const wall = [hours, Number(minute), Number(second ?? named ?? 0), fraction] as const
  if (offset === undefined && letters !== undefined) return inLetters(day, wall, zone, letters) ?? 'NotATime'
  return instantOf(day, wall, zone, offset) ?? 'NotATime'
}

/**
 * The instant of a cell: text in any of the forms below, a date cell, or the serial number of a spreadsheet. A date
 * cell holds the wall clock in its UTC fields, as readers of spreadsheets give it. A day without a time is its
 * midnight.
 *
 * Read are ISO 8601 (with `Z` or an offset), `2026/3/3 9:05`, `2026年3月3日 下午 1:05`, `2026-08-17 20:55:32 UTC`,
 * `03-Mar-2026 09:05:00`, `Tuesday, 3 March 2026, 9:05 AM`, `Mar 3, 2026 9:05 AM`, `46230.80`, and, where `order` is
 * given, `10/10/19 17:24` and `03/05/2026 09:05:12 AM`. In `3.4.2026` the day comes first. Letters of a zone are understood
 * where they mean one (`EST`, `CET`); `CST` is that of the layout's zone.
 *
 * @example
 * ```ts
 * import { surveyTime } from 'training-ops/interop'
 * surveyTime('2026/3/3 下午 1:05:00', { zone: 'Asia/Shanghai' }) // => '2026-03-03T05:05:00.000Z'
 * surveyTime('3/4/2026 9:05', { zone: 'UTC' }) // => 'NoDateOrder'
 * surveyTime('3/4/2026 9:05', { zone: 'UTC', order: 'monthFirst' }) // => '2026-03-04T09:05:00.000Z'
 * ```
 */
export const surveyTime = (cell: unknown, form: TimeForm): string | NoTime =>
  needing('surveyTime', 'a zone', () => {
    if (!isZone(form.zone)) return 'NotATime'
    if (typeof cell === 'number') return fromNumber(cell, form.zone) ?? 'NotATime'
    if (typeof cell === 'string') return fromText(plainText(cell), form)
    const ms = msIn(cell)
    return (ms === undefined ? undefined : fromSerial(ms / msPerDay + 25_569, form.zone)) ?? 'NotATime'
  })

/** Whether a column's times tell by themselves which figure is the month: one above 12 in either place. */
export const dateOrderIn = (cells: readonly string[]): DateOrder | 'unclear' | undefined => {
  const pairs = cells.flatMap((cell) => {
    const found = yearLast.exec(plainText(cell))
    return found === null || found[0].includes('.') ? [] : [[Number(found[1]), Number(found[2])] as const]
  })
  if (pairs.length === 0) return undefined
  const monthFirst = pairs.every(([one]) => one <= 12)
  const dayFirst = pairs.every(([, other]) => other <= 12)
  return monthFirst === dayFirst ? 'unclear' : monthFirst ? 'monthFirst' : 'dayFirst'
}
