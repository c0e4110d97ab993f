/**
 * The zone of the machine changes no answer of the calendar. Clocks are turned back and forward in the zones that are asked about and
 * in those of the machine: dates of a library that lean on the machine's answer by it where an hour comes twice or is left out.
 */
import { daysAfter, instantInZone, monthsAfter, startOfDay } from 'training-ops'
import { afterAll, describe, expect, test } from 'vitest'

const own = process.env.TZ
const backToOwn = () => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
}
afterAll(backToOwn)

const zones = [
  'America/Sao_Paulo',
  'Pacific/Auckland',
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'nz',
]
const hour = 3_600_000
const told = () =>
  zones.flatMap((zone) =>
    Array.from({ length: 700 }, (_, step) => {
      const instant = new Date(
        Date.UTC(2010, 8, 20) + step * 41 * hour + (step % 4) * (hour / 2),
      ).toISOString()
      const day = instant.slice(0, 10)
      return [
        zone,
        instant,
        ...[1, 3, 12].map((months) => monthsAfter(instant, months, zone)),
        ...[1, 30].map((days) => daysAfter(instant, days, zone)),
        startOfDay(day, zone),
        instantInZone(`${day} ${instant.slice(11, 16)}`, zone),
      ].join(' ')
    }),
  )

describe('on a machine in another zone', () => {
  process.env.TZ = 'UTC'
  const inUtc = told()
  backToOwn()
  test.each([
    ['America/Los_Angeles', 480],
    ['Pacific/Auckland', -720],
    ['Pacific/Apia', 660],
    ['Pacific/Niue', 660],
    ['Europe/Berlin', -60],
  ])('%s, every answer is the same', (zone, offset) => {
    process.env.TZ = zone
    // The machine really is there: on the first day of 2010, or of the half year, whichever is its standard time.
    const offsets = [0, 6].map((month) => new Date(Date.UTC(2010, month, 1)).getTimezoneOffset())
    const here = told()
    backToOwn()
    expect(offsets).toContain(offset)
    expect(here.filter((line, at) => line !== inUtc[at])).toEqual([])
  })
})

test('an hour that comes twice is the first of the two, and one that is left out is so much later', () => {
  expect(instantInZone('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  expect(instantInZone('2026-03-29 02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(monthsAfter('2016-11-19T01:00:00.000Z', 3, 'America/Sao_Paulo')).toBe('2017-02-19T01:00:00.000Z')
  expect(daysAfter('2025-10-25T13:00:00.000Z', 1, 'Europe/Berlin')).toBe('2025-10-26T14:00:00.000Z')
  // Samoa had no 30 December 2011.
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z')
  expect(monthsAfter('2010-12-30T21:00:00.000Z', 12, 'America/New_York')).toBe('2011-12-30T21:00:00.000Z')
})
