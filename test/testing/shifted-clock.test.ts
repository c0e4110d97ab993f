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
      String(new real(1)),
      5,
      true,
    ])
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
