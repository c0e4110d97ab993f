/** The clock and the dice, turned for a moment: who looks at them answers otherwise, and nobody notices afterwards. */
import { afterEach, describe, expect, test } from 'vitest'
import { aMomentLater, withShiftedClock } from '../../src/testing/laws/shifted-clock.ts'

const real = Date

describe('withShiftedClock', () => {
  const glances = () => [
    new Date().toISOString(),
    Date.now(),
    Math.random(),
    Date(),
    new Date(5).getTime(),
    new Date() instanceof real,
  ]
  test('it is long ago, and the dice fall as they do', () => {
    expect(withShiftedClock(glances)).toEqual([
      new real(1).toISOString(),
      1,
      0.123456789,
      '1970-01-01T14:00:00.001Z Pacific/Kiritimati',
      5,
      true,
    ])
  })
  test('local time is another, read and written, and another language is spoken', () => {
    const local = () => {
      const date = new Date('2026-03-01T17:00:00.000Z')
      const day = date.getDate()
      date.setHours(0)
      return [
        day,
        date.toISOString(),
        new Date(2026, 2, 1).toISOString(),
        'a'.localeCompare('b'),
        (1.5).toLocaleString(),
      ]
    }
    expect(withShiftedClock(local)).toEqual([
      2,
      '2026-03-01T10:00:00.000Z',
      '2026-02-28T10:00:00.000Z',
      1,
      '1,5',
    ])
    expect(withShiftedClock(local, 'behind')[0]).toBe(1)
  })
  test('and here it is not, even after what throws', () => {
    const [now, random] = [Date.now, Math.random]
    expect(() =>
      withShiftedClock(() => {
        throw new RangeError('withShiftedClock')
      }),
    ).toThrow('withShiftedClock')
    expect([Date, Date.now, Math.random]).toEqual([real, now, random])
    expect(Date.now()).toBeGreaterThan(1e12)
  })
})

describe('a moment later', () => {
  afterEach(() => {
    globalThis.Date = real
  })
  /** How often a clock is looked at that shows these, then the last of them, and goes on at last. */
  const showing = (...instants: readonly number[]) => {
    let glances = 0
    globalThis.Date = class {
      constructor(...told: readonly unknown[]) {
        if (told.length > 0) throw new RangeError('a clock is told no time')
      }
      valueOf() {
        return glances++ > 300_000 ? 9 : instants[Math.min(glances - 1, instants.length - 1)]
      }
    } as unknown as DateConstructor
    aMomentLater()
    return glances
  }
  test('is when the clock has gone on by two', () => {
    expect(showing(5, 5, 6, 7)).toBe(4)
    expect(showing(5, 5, 6, 8)).toBe(4)
  })
  test('is given up on where the clock stands', () => {
    expect(showing(5)).toBe(200_002)
  })
})
