import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  controlGroupDifference,
  controlGroupDifferenceAccumulator,
  differenceInDifferences,
  differenceInDifferencesAccumulator,
  type MetricResult,
  tTestOf,
} from '../../../src/metrics/index.ts'
import { figure, noteOf } from './figure.ts'
import { twelveTeams } from './golden.ts'

const whole = fc.integer({ min: -1000, max: 1000 })
const unit = fc.record({ before: whole, after: whole })
const arm = fc.array(unit, { minLength: 2, maxLength: 8 })
const shift = (units: readonly { before: number; after: number }[], before: number, after: number) =>
  units.map((each) => ({ before: each.before + before, after: each.after + after }))
const assigned = 'units'
const value = (result: MetricResult) => figure(result).value

test('twelve teams: the golden difference, Welch error, degrees of freedom, t, p and interval', () => {
  const effect = figure(differenceInDifferences(twelveTeams))
  expect(effect.value).toBeCloseTo(2.833333333333333, 12)
  expect(noteOf(effect, 'TTest').standardError).toBeCloseTo(0.521749194749951, 12)
  expect(noteOf(effect, 'TTest').degreesOfFreedom).toBeCloseTo(9.14318352912414, 6)
  expect(noteOf(effect, 'TTest').t).toBeCloseTo(5.430450802499489, 12)
  expect(noteOf(effect, 'TTest').p).toBeCloseTo(0.00039404604140966785, 12)
  expect(effect.interval?.low).toBeCloseTo(1.655866171971975, 9)
  expect(effect.interval?.high).toBeCloseTo(4.010800494694691, 9)
  expect(effect.variant).toEqual({
    standardError: 'welch',
    assigned: 'units',
    units: 'balanced',
    parallelTrends: 'note',
  })
  expect(effect.notes?.map(({ code }) => code)).toEqual(['TTest', 'ParallelTrendsUntested'])
})

test('of all that is available: everybody seen before against everybody seen after, without an interval', () => {
  const treated = [...twelveTeams.treated, { before: 21, after: null }, { before: null, after: 20 }]
  const control = [...twelveTeams.control, { before: null, after: 32 }]
  // Before: 63 + 21 of 7, and 60 of 6; after: 85 + 20 of 7, and 65 + 32 of 7.
  const available = differenceInDifferences({ treated, control, units: 'available' })
  expect(available).toEqual({
    status: 'ok',
    value: 15 - 12 - (97 / 7 - 10),
    n: 15,
    unit: 'scale',
    variant: { units: 'available', parallelTrends: 'note' },
    notes: [{ code: 'ParallelTrendsUntested' }],
  })
  const accumulator = differenceInDifferencesAccumulator({ units: 'available' })
  const units = [
    ...treated.map((each) => ({ ...each, arm: 'treated' as const })),
    ...control.map((each) => ({ ...each, arm: 'control' as const })),
  ]
  expect(accumulator.extract(accumulate(accumulator, units))).toEqual(available)
  for (const unseen of [
    { treated: [{ before: null, after: 4 }], control },
    { treated, control: [{ before: 4, after: null }] },
  ])
    expect(differenceInDifferences({ ...unseen, units: 'available' })).toEqual({
      status: 'undefined',
      reason: { code: 'TooFewObservations', need: 1, have: 0 },
    })
})

test('an option that is none is named', () => {
  for (const option of ['standardError', 'units', 'parallelTrends'])
    expect(() => differenceInDifferences({ ...twelveTeams, [option]: 'some' })).toThrow(
      new RegExp(`differenceInDifferences needs one of .* at ${option}, got "some"`),
    )
})

test('with one period before, nobody knows whether the arms moved in parallel, and the figure says so', () => {
  const effect = figure(differenceInDifferences(twelveTeams))
  expect(effect.notes).toContainEqual({ code: 'ParallelTrendsUntested' })
  expect(differenceInDifferences({ ...twelveTeams, parallelTrends: 'require' })).toEqual({
    status: 'undefined',
    reason: { code: 'ParallelTrendsUntested' },
  })
})

test('an earlier period shows how far the arms were already drifting apart', () => {
  const effect = differenceInDifferences({
    treated: [{ earlier: 6, before: 10, after: 14 }],
    control: [{ earlier: 9, before: 10, after: 11 }],
    parallelTrends: 'require',
  })
  expect(noteOf(figure(effect), 'EarlierDifference').difference).toBe(3)
})

test('units trained at different times are refused, not pooled', () => {
  const treated = twelveTeams.treated.map((team, index) => ({
    ...team,
    startedIn: index < 3 ? '2026-06' : '2026-03',
  }))
  expect(differenceInDifferences({ ...twelveTeams, treated })).toEqual({
    status: 'undefined',
    reason: { code: 'StaggeredStarts', starts: ['2026-03', '2026-06'] },
  })
  const together = twelveTeams.treated.map((team) => ({ ...team, startedIn: '2026-03' }))
  expect(value(differenceInDifferences({ ...twelveTeams, treated: together }))).toBeCloseTo(2.8333, 4)
})

test('one unit in an arm: a difference without an interval', () => {
  const one = figure(differenceInDifferences({ ...twelveTeams, control: [{ before: 5, after: 6 }] }))
  expect(one.interval).toBeUndefined()
  expect(noteOf(one, 'NoIntervalFromOne').smallestGroup).toBe(1)
})

test('an empty arm has no change', () => {
  expect(differenceInDifferences({ ...twelveTeams, control: [] })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 1, have: 0 },
  })
  const unseen = [{ before: null, after: 4 }]
  expect(differenceInDifferences({ treated: unseen, control: unseen, units: 'available' }).status).toBe(
    'undefined',
  )
})

test('when nobody differs there is a difference and no interval', () => {
  const alike = [
    { before: 1, after: 2 },
    { before: 3, after: 4 },
  ]
  const effect = figure(differenceInDifferences({ treated: alike, control: alike, assigned: 'units' }))
  expect(effect.value).toBe(0)
  expect(noteOf(effect, 'NoIntervalWithoutSpread')).toBeDefined()
})

test('a unit without its second value is left out and counted', () => {
  const treated = [...twelveTeams.treated, { before: 11, after: null }]
  const effect = figure(differenceInDifferences({ ...twelveTeams, treated }))
  expect(effect.n).toBe(12)
  expect(noteOf(effect, 'UnitsLeftOut').count).toBe(1)
  const control = [...twelveTeams.control, { before: null, after: 3 }, { before: 3, after: null }]
  expect(noteOf(figure(differenceInDifferences({ treated, control })), 'UnitsLeftOut').count).toBe(3)
})

test('the start of a unit is a text, and where it is none its place is named', () => {
  const treated = [
    { before: 1, after: 2 },
    { before: 1, after: 2, startedIn: 3 as unknown as string },
  ]
  expect(() => differenceInDifferences({ ...twelveTeams, treated })).toThrow(
    'training-ops: differenceInDifferences needs a text at treated[1].startedIn, got 3',
  )
  const { lift } = differenceInDifferencesAccumulator()
  expect(() => lift({ arm: 'treated', before: 1, after: 2, startedIn: '' })).toThrow(
    'a text at startedIn, got ""',
  )
  expect(() => lift({ arm: 'treated', before: Number.NaN, after: 2 })).toThrow(
    'finite number at before, got NaN',
  )
})

test('a value that is not a number is the programmer’s error, and it is named', () => {
  const control = [
    { before: 1, after: 2 },
    { before: 1, after: Number.NaN },
  ]
  expect(() => differenceInDifferences({ ...twelveTeams, control })).toThrow(
    'training-ops: differenceInDifferences needs a finite number at control[1].after, got NaN',
  )
})

test('a constant added to everybody in one period changes nothing', () => {
  fc.assert(
    fc.property(arm, arm, whole, whole, (treated, control, before, after) => {
      const shifted = { treated: shift(treated, before, after), control: shift(control, before, after) }
      expect(value(differenceInDifferences(shifted))).toBeCloseTo(
        value(differenceInDifferences({ treated, control })),
        9,
      )
    }),
  )
})

test('exchanging the arms turns the sign and keeps the error', () => {
  fc.assert(
    fc.property(arm, arm, fc.constantFrom('welch', 'pooled'), (treated, control, standardError) => {
      const there = figure(differenceInDifferences({ treated, control, standardError, assigned }))
      const back = figure(
        differenceInDifferences({ treated: control, control: treated, standardError, assigned }),
      )
      expect(back.value).toBe(0 - there.value)
      expect(back.interval?.high).toBe(there.interval && 0 - there.interval.low)
    }),
  )
})

test('units in any order, split in any way, give the same figure to the last bit', () => {
  const decimal = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const armUnit = fc.record({
    arm: fc.constantFrom('treated' as const, 'control' as const),
    before: decimal,
    after: decimal,
  })
  fc.assert(
    fc.property(fc.array(armUnit, { maxLength: 12 }), fc.nat(), (units, cut) => {
      const { extract, combine } = differenceInDifferencesAccumulator()
      const accumulator = differenceInDifferencesAccumulator()
      const at = units.length === 0 ? 0 : cut % units.length
      const parts = [units.slice(at), units.slice(0, at)].map((part) => accumulate(accumulator, part))
      const byArm = (name: 'treated' | 'control') => units.filter((each) => each.arm === name)
      expect(extract(combine(parts[0] ?? accumulator.empty, parts[1] ?? accumulator.empty))).toEqual(
        differenceInDifferences({ treated: byArm('treated'), control: byArm('control') }),
      )
    }),
  )
})

test('the accumulator of the control-group difference agrees with the calculator', () => {
  const outcomes = { treated: [14.2, 15, 13], control: [11, 12.7] }
  const accumulator = controlGroupDifferenceAccumulator({ standardError: 'pooled' })
  const accumulated = accumulate(accumulator, [
    { group: 'control', value: 12.7 },
    ...outcomes.treated.map((each) => ({ group: 'treated' as const, value: each })),
    { group: 'control', value: 11 },
  ])
  expect(accumulator.extract(accumulated)).toEqual(
    controlGroupDifference({ ...outcomes, standardError: 'pooled' }),
  )
  expect(controlGroupDifference({ ...outcomes, standardError: 'pooled' })).toMatchObject({
    n: 5,
    variant: { standardError: 'pooled' },
  })
  expect(controlGroupDifference({ treated: [1], control: [] })).toEqual({
    status: 'undefined',
    reason: { code: 'TooFewObservations', need: 1, have: 0 },
  })
})

test('the two standard errors, by hand: variances 1 and 8, groups of three and two', () => {
  const outcomes = { treated: [1, 2, 3], control: [0, 4], assigned } as const
  const pooled = figure(controlGroupDifference({ ...outcomes, standardError: 'pooled' }))
  expect(noteOf(pooled, 'TTest').standardError).toBeCloseTo(Math.sqrt((10 / 3) * (1 / 3 + 1 / 2)), 12)
  expect(noteOf(pooled, 'TTest').degreesOfFreedom).toBe(3)
  expect(pooled.interval?.method).toBe('pooled')
  const welch = figure(controlGroupDifference(outcomes))
  expect(noteOf(welch, 'TTest').standardError).toBeCloseTo(Math.sqrt(1 / 3 + 8 / 2), 12)
  expect(noteOf(welch, 'TTest').degreesOfFreedom).toBeCloseTo((13 / 3) ** 2 / (1 / 18 + 16), 12)
})

test('one arm’s earlier period alone says nothing about parallel trends', () => {
  const treated = [{ earlier: 6, before: 10, after: 14 }]
  const control = [{ before: 10, after: 11 }]
  expect(figure(differenceInDifferences({ treated, control })).notes).toContainEqual({
    code: 'ParallelTrendsUntested',
  })
  const unseen = [{ earlier: 9, before: null, after: 11 }]
  expect(differenceInDifferences({ treated, control: unseen, parallelTrends: 'require' })).toEqual({
    status: 'undefined',
    reason: { code: 'ParallelTrendsUntested' },
  })
})

const twoSides = {
  treated: [
    { team: 'a', before: 0, after: 1 },
    { team: 'a', before: 0, after: 3 },
    { team: 'b', before: 0, after: 4 },
    { team: 'b', before: 0, after: 6 },
  ],
  control: [
    { team: 'c', before: 0, after: 1 },
    { team: 'd', before: 0, after: 2 },
    { team: 'd', before: 0, after: 0 },
    { team: 'c', before: 0, after: 0 },
  ],
}
const withoutTeams = (units: readonly { before: number; after: number }[]) =>
  units.map(({ before, after }) => ({ before, after }))

test('until it is known what was assigned there is a difference, and neither an interval nor a test', () => {
  const units = { treated: withoutTeams(twoSides.treated), control: withoutTeams(twoSides.control) }
  const values = { treated: [1, 3, 4, 6], control: [1, 2, 0, 0] }
  for (const unsaid of [differenceInDifferences(units), controlGroupDifference(values)]) {
    expect(unsaid).toMatchObject({ value: 2.75, variant: { assigned: 'unstated' } })
    expect(figure(unsaid).interval).toBeUndefined()
    expect(tTestOf(unsaid)).toBeUndefined()
    noteOf(figure(unsaid), 'NoIntervalUntilAssigned')
  }
  expect(tTestOf(differenceInDifferences({ ...units, assigned: 'units' }))).toBeDefined()
  const unnamed = figure(differenceInDifferences({ ...units, assigned: 'teams' }))
  expect(noteOf(unnamed, 'NoIntervalWithoutTeam').count).toBe(8)
  const [first, ...others] = twoSides.treated
  const lost = figure(
    differenceInDifferences({ ...twoSides, treated: [{ ...first, team: undefined } as never, ...others] }),
  )
  expect(noteOf(lost, 'NoIntervalWithoutTeam').count).toBe(1)
  expect(lost.interval).toBeUndefined()
})

test('by team, by hand: means 2, 5 and .5, 1, so errors 2.25 and .0625, with one degree of freedom each', () => {
  const ofTeams = figure(differenceInDifferences(twoSides))
  expect(ofTeams.value).toBe(2.75)
  expect(noteOf(ofTeams, 'TTest').standardError).toBeCloseTo(Math.sqrt(2.25 + 0.0625), 12)
  expect(noteOf(ofTeams, 'TTest').degreesOfFreedom).toBeCloseTo(2, 12)
  expect(noteOf(ofTeams, 'TeamsCompared')).toMatchObject({ teams: 4, people: 8 })
  expect(ofTeams).toMatchObject({
    n: 8,
    interval: { method: 'clustered' },
    variant: { standardError: 'clustered', assigned: 'teams', weigh: 'people' },
  })
  const values = {
    treated: [1, 3, 4, 6],
    control: [1, 2, 0, 0],
    teams: { treated: ['a', 'a', 'b', 'b'], control: ['c', 'd', 'd', 'c'] },
  }
  expect(tTestOf(controlGroupDifference(values))).toEqual(tTestOf(ofTeams))
})

test('people of whole teams compared one by one: the figure says that its interval is too narrow', () => {
  const people = figure(differenceInDifferences({ ...twoSides, assigned: 'units' }))
  expect(people.notes?.[0]).toEqual({ code: 'WholeTeamsTrained', teams: 4 })
  const mixed = [...twoSides.control, { team: 'a', before: 0, after: 1 }]
  const inside = figure(differenceInDifferences({ ...twoSides, control: mixed, assigned: 'units' }))
  expect(inside.notes?.map(({ code }) => code)).not.toContain('WholeTeamsTrained')
  const both = figure(differenceInDifferences({ ...twoSides, control: mixed }))
  expect(noteOf(both, 'NoIntervalTeamsInBothGroups').teams).toBe(1)
})

test('very uneven teams have no interval of people, and one of teams', () => {
  const giant = Array.from({ length: 40 }, (_, at) => ({ team: 'e', before: 0, after: at % 3 }))
  const control = [...twoSides.control, ...giant]
  const people = figure(differenceInDifferences({ ...twoSides, control }))
  expect(people.interval).toBeUndefined()
  expect(noteOf(people, 'NoIntervalTeamsUneven').evenness).toBeCloseTo(44 ** 2 / 1608 / 3, 12)
  const teams = figure(differenceInDifferences({ ...twoSides, control, weigh: 'teams' }))
  expect(teams.value).toBeCloseTo(3.5 - (0.5 + 1 + 39 / 40) / 3, 12)
  expect(teams.interval).toBeDefined()
})

test('by team, the accumulator agrees with the calculator, and each person a team of one is Welch’s error', () => {
  const decimal = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const armUnit = fc.record({
    arm: fc.constantFrom('treated' as const, 'control' as const),
    before: decimal,
    after: decimal,
    team: fc.constantFrom('a', 'b', 'c', 'd'),
  })
  fc.assert(
    fc.property(fc.array(armUnit, { maxLength: 12 }), fc.constantFrom('people', 'teams'), (units, weigh) => {
      const accumulator = differenceInDifferencesAccumulator({ weigh })
      const byArm = (name: 'treated' | 'control') => units.filter((each) => each.arm === name)
      expect(accumulator.extract(accumulate(accumulator, units.toReversed()))).toEqual(
        differenceInDifferences({ treated: byArm('treated'), control: byArm('control'), weigh }),
      )
    }),
    { numRuns: 50 },
  )
  const alone = (units: typeof twelveTeams.treated, arm: string) =>
    units.map((unit, at) => ({ ...unit, team: `${arm} ${at}` }))
  const singles = differenceInDifferences({
    treated: alone(twelveTeams.treated, 't'),
    control: alone(twelveTeams.control, 'c'),
  })
  expect(tTestOf(singles)?.standardError).toBeCloseTo(0.521749194749951, 12)
  expect(tTestOf(singles)?.degreesOfFreedom).toBeCloseTo(10, 12)
})
