import * as fc from 'fast-check'
import {
  dayIn,
  daysAfter,
  instant,
  isZone,
  minuteIn,
  minutesBetween,
  monthsAfter,
  overlaps,
  startOfDay,
  zone,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Apia',
  'Asia/Kolkata',
] as const
const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => new Date(ms).toISOString())

describe('months later', () => {
  test.each([
    ['2026-01-31T01:00:00.000Z', 1, 'Asia/Shanghai', '2026-02-28T01:00:00.000Z'],
    ['2028-01-31T01:00:00.000Z', 1, 'UTC', '2028-02-29T01:00:00.000Z'],
    ['2026-03-31T12:00:00.000Z', 3, 'UTC', '2026-06-30T12:00:00.000Z'],
    // the last of January in Shanghai is already the first of February there
    ['2026-01-31T20:00:00.000Z', 1, 'Asia/Shanghai', '2026-02-28T20:00:00.000Z'],
    // nine in the morning stays nine in the morning across the change of clocks
    ['2026-02-15T14:00:00.000Z', 1, 'America/New_York', '2026-03-15T13:00:00.000Z'],
    ['2026-02-15T08:00:00.000Z', 2, 'Europe/Berlin', '2026-04-15T07:00:00.000Z'],
  ])('%s and %i months in %s is %s', (from, months, where, to) => {
    expect(monthsAfter(from, months, where)).toBe(to)
  })

  test('never move backwards as the day moves forwards, in any zone', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 36 }),
        (a, b, where, months) => {
          const [earlier, later] = a < b ? [a, b] : [b, a]
          expect(monthsAfter(earlier, months, where) <= monthsAfter(later, months, where)).toBe(true)
        },
      ),
    )
  })
})

describe('days', () => {
  test('later keep the hour of the place', () => {
    expect(daysAfter('2026-03-07T14:00:00.000Z', 1, 'America/New_York')).toBe('2026-03-08T13:00:00.000Z')
    expect(daysAfter('2026-03-07T14:00:00.000Z', -7, 'UTC')).toBe('2026-02-28T14:00:00.000Z')
  })
  test('are those of the place', () => {
    expect(dayIn('2026-03-01T20:00:00.000Z', 'Asia/Shanghai')).toBe('2026-03-02')
    expect(dayIn('2026-03-01T20:00:00.000Z', 'America/New_York')).toBe('2026-03-01')
    expect(minuteIn('2026-03-01T20:05:00.000Z', 'Asia/Shanghai')).toBe('2026-03-02 04:05')
  })
  test('begin at the place’s midnight', () => {
    expect(startOfDay('2026-03-02', 'Asia/Shanghai')).toBe('2026-03-01T16:00:00.000Z')
    expect(startOfDay('2026-07-01', 'Europe/Berlin')).toBe('2026-06-30T22:00:00.000Z')
  })
  test('hold every instant from their beginning to the next one’s, in any zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, where) => {
        const day = dayIn(at, where)
        expect(startOfDay(day, where) <= at).toBe(true)
        expect(dayIn(startOfDay(day, where), where)).toBe(day)
      }),
    )
  })
})

describe('hours', () => {
  const hours = (start: string, end: string) => ({
    start: `2026-04-06T${start}:00.000Z`,
    end: `2026-04-06T${end}:00.000Z`,
  })
  test('that only touch do not overlap', () => {
    expect(overlaps(hours('01:00', '02:00'), hours('02:00', '03:00'))).toBe(false)
    expect(overlaps(hours('01:00', '02:01'), hours('02:00', '03:00'))).toBe(true)
    expect(overlaps(hours('01:00', '04:00'), hours('02:00', '03:00'))).toBe(true)
  })
  test('are counted in whole minutes', () => {
    expect(minutesBetween('2026-04-06T01:00:00.000Z', '2026-04-06T02:30:59.000Z')).toBe(90)
    expect(minutesBetween('2026-04-06T02:00:00.000Z', '2026-04-06T01:00:00.000Z')).toBe(-60)
  })
})

describe('what is written', () => {
  test.each(['Asia/Nowhere', 'garbage', '', 'x'.repeat(65), '../etc'])('%j is no zone', (text) => {
    expect(zone.safeParse(text).success).toBe(false)
  })
  test.each(zones)('%s is a zone', (name) => {
    expect(isZone(name) && zone.safeParse(name).success).toBe(true)
  })
  test.each([
    '2026-03-01T00:00:00Z',
    '2026-03-01T00:00:00.000+08:00',
    '2026-02-30T00:00:00.000Z',
    '0026-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('%s is no instant that sorts as text', (text) => {
    expect(instant.safeParse(text).success).toBe(false)
  })
  test('instants sort as time does', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(instant.safeParse(a).success).toBe(true)
        expect(a < b).toBe(Date.parse(a) < Date.parse(b))
      }),
    )
  })
})
