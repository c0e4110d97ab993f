import fc from 'fast-check'
import {
  accumulate,
  classHours,
  hoursPerLearner,
  participationRatio,
  type SegmentRecord,
  trainingCoverage,
  trainingCoverageAccumulator,
  trainingHoursBySegment,
  trainingHoursPerEmployee,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, zero } from './figures.ts'
import { segmentRecord } from './records.ts'

describe('coverage', () => {
  it('counts people and not participations', () => {
    const everyDay = Array.from({ length: 10 }, () => 'an')
    const workforce = ['an', 'bo', 'cy', 'di', 'eve', 'fu', 'gu', 'ha', 'ida', 'jo']
    expect(figureOf(trainingCoverage({ workforce, participants: everyDay }))).toBe(0.1)
    expect(figureOf(participationRatio({ participations: 10, headcount: 10 }))).toBe(1)
  })

  it('cannot exceed 1, because those who left are told apart', () => {
    const result = trainingCoverage({ workforce: ['an'], participants: ['an', 'bo', 'cy'] })
    expect(result).toMatchObject({ value: 1, notes: [{ code: 'LeftWorkforce', people: 2 }] })
  })

  it('leaves the exempt out above and below', () => {
    const result = trainingCoverage({
      workforce: ['an', 'bo', 'cy'],
      participants: ['an', 'cy'],
      exempt: ['cy', 'zed'],
    })
    expect(result).toMatchObject({ value: 0.5, n: 2, notes: [{ code: 'Exempt', people: 1 }] })
  })

  it('has no answer for a workforce of nobody', () => {
    expect(trainingCoverage({ workforce: [], participants: ['an'] })).toEqual(zero('workforce'))
    expect(trainingCoverage({ workforce: ['an'], participants: [], exempt: ['an'] })).toEqual(
      zero('workforce'),
    )
  })

  it('has an interval only when the workforce list is a sample', () => {
    const lists = { workforce: ['an', 'bo'], participants: ['an'] }
    expect(trainingCoverage(lists)).not.toHaveProperty('interval')
    expect(trainingCoverage({ ...lists, sampled: true })).toMatchObject({ interval: { method: 'wilson' } })
    const parts = accumulate(trainingCoverageAccumulator, [lists, { ...lists, sampled: true }])
    expect(trainingCoverageAccumulator.extract(parts)).toMatchObject({ n: 2, interval: { method: 'wilson' } })
  })

  it('names the id that is none', () => {
    expect(() => trainingCoverage({ workforce: ['an', ''], participants: [] })).toThrow(
      'training-ops: trainingCoverage needs a text at workforce[1], got ""',
    )
  })
})

describe('participation', () => {
  it('may exceed one for each employee', () => {
    expect(figureOf(participationRatio({ participations: 300, headcount: 100 }))).toBe(3)
    expect(participationRatio({ participations: 3, headcount: 0 })).toEqual(zero('headcount'))
  })
})

describe('hours per employee', () => {
  it('divides by everybody, where hours per learner divides by those who learned', () => {
    const records = [
      { person: 'an', minutes: 600 },
      { person: 'bo', minutes: 0 },
    ]
    expect(figureOf(trainingHoursPerEmployee({ minutes: 600, headcount: 10 }))).toBe(1)
    expect(figureOf(hoursPerLearner(records))).toBe(10)
    expect(hoursPerLearner([{ person: 'bo', minutes: 0 }])).toEqual(zero('learners'))
  })

  it('says how heads and hours were counted', () => {
    const result = trainingHoursPerEmployee({
      minutes: 600,
      headcount: 7.5,
      headcountBasis: 'fte',
      hours: 'completed',
    })
    expect(result).toMatchObject({ n: 7.5, variant: { headcount: 'fte', hours: 'completed' } })
  })

  it('has no answer without employees', () => {
    expect(trainingHoursPerEmployee({ minutes: 60, headcount: 0 })).toEqual(zero('headcount'))
  })

  it.each([
    [{ minutes: 1.5, headcount: 1 }, 'a whole number ≥ 0 at minutes, got 1.5'],
    [{ minutes: -1, headcount: 1 }, 'a whole number ≥ 0 at minutes, got -1'],
    [{ minutes: 60, headcount: Number.NaN }, 'a number ≥ 0 at headcount, got NaN'],
    [{ minutes: 60, headcount: Number.POSITIVE_INFINITY }, 'a number ≥ 0 at headcount, got Infinity'],
    [
      { minutes: 60, headcount: 1, hours: 'offered' as never },
      'one of attended, completed at hours, got "offered"',
    ],
  ])('refuses %o', (given, complaint) => {
    expect(() => trainingHoursPerEmployee(given)).toThrow(
      `training-ops: trainingHoursPerEmployee needs ${complaint}`,
    )
  })
})

describe('hours by segment', () => {
  const records: readonly SegmentRecord[] = [
    { segment: 'women', headcount: 10 },
    { segment: 'men', headcount: 20 },
    { segment: 'women', minutes: 600 },
    { segment: 'women', minutes: 300, completed: false },
    { segment: 'men', minutes: 1200, supervisorCoaching: true },
  ]
  const minutesUnder = (profile: 'general' | 'GRI 404-1' | 'ESRS S1-13') => {
    const { segments } = trainingHoursBySegment({ records, profile })
    return [segments.women?.minutes, segments.men?.minutes]
  }

  it('counts coaching by supervisors, except under GRI 404-1', () => {
    expect(minutesUnder('general')).toEqual([900, 1200])
    expect(minutesUnder('GRI 404-1')).toEqual([900, 0])
  })

  it('counts completed training only under ESRS S1-13', () => {
    expect(minutesUnder('ESRS S1-13')).toEqual([600, 1200])
    expect(trainingHoursBySegment({ records, profile: 'ESRS S1-13' }).total.hours).toMatchObject({
      variant: { profile: 'ESRS S1-13', hours: 'completed', headcount: 'average' },
    })
  })

  it('takes no full-time equivalents under ESRS S1-13', () => {
    expect(() => trainingHoursBySegment({ records, profile: 'ESRS S1-13', headcountBasis: 'fte' })).toThrow(
      'training-ops: trainingHoursBySegment needs a head count under ESRS S1-13 at headcountBasis, got "fte"',
    )
  })

  it('keeps a segment in which nobody works, without a figure', () => {
    const table = trainingHoursBySegment({ records: [{ segment: 'interns', minutes: 60 }] })
    expect(table.segments.interns).toEqual({ minutes: 60, headcount: 0, hours: zero('headcount') })
  })

  it('split by segment, minutes and headcounts add up to the total; the figures do not', () => {
    fc.assert(
      fc.property(fc.array(segmentRecord, { maxLength: 12 }), (list) => {
        const { total, segments } = trainingHoursBySegment({ records: list })
        const lines = Object.values(segments)
        expect(lines.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total.minutes)
        const heads = lines.reduce((sum, { headcount }) => sum + headcount, 0)
        expect(Math.abs(heads - total.headcount)).toBeLessThanOrEqual(1e-12 * Math.max(1, heads))
      }),
    )
    const { total, segments } = trainingHoursBySegment({ records })
    expect(figureOf(total.hours)).not.toBe(figureOf(segments.women?.hours) + figureOf(segments.men?.hours))
  })
})

describe('class hours', () => {
  it.each([
    [40, 5],
    [45, 5],
    [50, 4],
    [60, 4],
  ] as const)('of 210 minutes at %i are %i', (minutesPerClassHour, hours) => {
    expect(figureOf(classHours({ sessionMinutes: [210], minutesPerClassHour }))).toBe(hours)
  })

  it('rounding each session is not rounding the sum', () => {
    const sessionMinutes = [70, 70, 70]
    expect(figureOf(classHours({ sessionMinutes, roundEach: 'session' }))).toBe(6)
    expect(figureOf(classHours({ sessionMinutes, roundEach: 'total' }))).toBe(5)
  })

  it.each([
    ['nearest', 2],
    ['down', 1],
    ['up', 2],
    ['none', 1.5],
  ] as const)('of one and a half are, rounded %s, %d', (rounding, hours) => {
    expect(figureOf(classHours({ sessionMinutes: [60], minutesPerClassHour: 40, rounding }))).toBe(hours)
  })

  it('of exactly two are two, however rounded', () => {
    for (const rounding of ['nearest', 'down', 'up', 'none'] as const)
      expect(figureOf(classHours({ sessionMinutes: [90], rounding }))).toBe(2)
  })

  it('a session under the minimum counts nothing, one at the minimum counts whole', () => {
    const of = (minutes: number) =>
      figureOf(classHours({ sessionMinutes: [minutes], minimumMinutes: 20, rounding: 'none' }))
    expect([of(19), of(20)]).toEqual([0, 20 / 45])
  })

  it('of no session are none', () => {
    expect(classHours({ sessionMinutes: [] })).toMatchObject({ value: 0, n: 0 })
  })

  it('names the session that is wrong, and the lesson nobody knows', () => {
    expect(() => classHours({ sessionMinutes: [60, -5] })).toThrow(
      'training-ops: classHours needs a whole number ≥ 0 at sessionMinutes[1], got -5',
    )
    expect(() => classHours({ sessionMinutes: [], minutesPerClassHour: 30 as never })).toThrow(
      'training-ops: classHours needs one of 40, 45, 50, 60 at minutesPerClassHour, got 30',
    )
  })
})
