import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accumulate,
  agreementTable,
  agreementTableAccumulator,
  cronbachAlpha,
  raterReliability,
  raterReliabilityAccumulator,
  selfSupervisorBias,
  selfSupervisorBiasAccumulator,
  weightedKappa,
  weightedKappaAccumulator,
} from '../../../src/metrics/index.ts'
import { obeysTheLawsOfAccumulators } from '../accumulator-laws.ts'
import { figure } from '../results/figure.ts'

const folder = process.env.TRAINING_OPS_DATA
const unset = folder ? '' : ' (skipped: TRAINING_OPS_DATA is not set)'
const scale = { min: 1, max: 5 }

const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

test.each([
  ['raterPerPerson', 'single', 0.16574176840547544],
  ['interchangeable', 'single', 0.2897637795275592],
  ['fixed', 'single', 0.7148407148407154],
  ['raterPerPerson', 'mean', 0.44279713367926865],
  ['interchangeable', 'mean', 0.6200505475989893],
  ['fixed', 'mean', 0.9093155423770697],
] as const)('golden Shrout–Fleiss ratings, raters %s, of the %s: %d', (raters, of, expected) => {
  expect(figure(raterReliability({ ratings: shroutFleiss, raters, of })).value).toBeCloseTo(expected, 12)
})

test.skipIf(!folder)(`rater-agreement: the six published intraclass correlations${unset}`, () => {
  const ratings = readFileSync(`${folder}/rater-agreement/shrout_fleiss_1979.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(1).map(Number))
  const published = (['single', 'mean'] as const).flatMap((of) =>
    (['raterPerPerson', 'interchangeable', 'fixed'] as const).map((raters) =>
      figure(raterReliability({ ratings, raters, of })).value.toFixed(2),
    ),
  )
  expect(published).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91'])
})

test.skipIf(!folder)(`rater-agreement, trap: Cohen’s weights are of disagreement${unset}`, () => {
  const cohen = JSON.parse(readFileSync(`${folder}/rater-agreement/cohen1968.json`, 'utf8'))
  const table = cohen.proportions.map((row: number[]) => row.map((share) => Math.round(share * cohen.n)))
  const weights: number[][] = cohen.disagreement_weights
  expect(figure(weightedKappa({ table, weights: 'none' })).value).toBeCloseTo(0.49153, 5)
  expect(figure(weightedKappa({ table, weights })).value).toBeCloseTo(0.34783, 5)
  const ofAgreement = weights.map((row) => row.map((weight) => 6 - weight))
  expect(() => weightedKappa({ table, weights: ofAgreement })).toThrow(
    /weights of disagreement.*weights\[0\]\[0\], got 6/,
  )
})

const threeByThree = [
  [11, 3, 1],
  [1, 9, 0],
  [0, 1, 10],
]

test.each([
  ['none', 0.7502890173410405],
  ['linear', 0.783132530120482],
  ['quadratic', 0.815489749430524],
] as const)('golden kappa, weights %s: %d', (weights, expected) => {
  expect(figure(weightedKappa({ table: threeByThree, weights })).value).toBeCloseTo(expected, 12)
})

test('golden kappa of two categories, and none where chance alone agrees', () => {
  expect(
    figure(
      weightedKappa({
        table: [
          [20, 5],
          [10, 15],
        ],
        weights: 'none',
      }),
    ).value,
  ).toBe(0.4)
  expect(
    weightedKappa({
      table: [
        [10, 0],
        [0, 0],
      ],
    }),
  ).toEqual({
    status: 'undefined',
    reason: { code: 'ZeroDenominator', what: 'disagreement expected by chance' },
  })
})

test('raters who use the scale differently: rows and columns are not the same', () => {
  const table = [
    [10, 8],
    [1, 1],
  ]
  const kappa = weightedKappa({ table, weights: 'none' })
  expect(figure(kappa).value).toBeCloseTo(
    (11 / 20 - (18 * 11 + 2 * 9) / 400) / (1 - (18 * 11 + 2 * 9) / 400),
    14,
  )
  expect(figure(kappa).variant).toEqual({ weights: 'none' })
})

test('weights of one’s own are of disagreement, and are named as given', () => {
  const table = [
    [20, 5],
    [10, 15],
  ]
  const of = (weights: number[][]) => weightedKappa({ table, weights })
  const own = figure(
    of([
      [0, 1],
      [1, 0],
    ]),
  )
  expect(own.value).toBe(0.4)
  expect(own.variant).toEqual({ weights: 'given' })
  const oneSided = figure(
    of([
      [0, 0],
      [1, 0],
    ]),
  )
  expect(oneSided.value).toBeCloseTo(1 - 10 / ((25 * 30) / 50), 14)
  for (const [weights, place] of [
    [
      [
        [1, 1],
        [1, 0],
      ],
      'weights[0][0], got 1',
    ],
    [
      [
        [0, -1],
        [1, 0],
      ],
      'weights[0][1], got -1',
    ],
    [
      [
        [0, 1],
        [Number.POSITIVE_INFINITY, 0],
      ],
      'weights[1][0], got Infinity',
    ],
  ] as const)
    expect(() => of(weights as unknown as number[][])).toThrow(
      `training-ops: weightedKappa needs weights of disagreement: ≥ 0, and 0 on the diagonal at ${place}`,
    )
})

test('a case that lacks a rating is no case of a stream', () => {
  const scale = { min: 1, max: 2 }
  const cases = [
    { first: 1, second: 1 },
    { first: 1, second: null },
    { first: null, second: 2 },
    { first: null, second: null },
    { first: 2, second: 1 },
  ]
  const tables = agreementTableAccumulator(scale)
  expect(tables.extract(accumulate(tables, cases))).toEqual([
    [1, 0],
    [1, 0],
  ])
  const kappas = weightedKappaAccumulator({ scale })
  expect(kappas.extract(accumulate(kappas, cases))).toMatchObject({ n: 2, variant: { weights: 'quadratic' } })
})

test('a table that is not square, or with half a case in it, is named', () => {
  expect(() => weightedKappa({ table: [[1, 2], [3]] })).toThrow(/2 columns at table\[1\], got 1/)
  expect(() =>
    weightedKappa({
      table: [
        [1, 0.5],
        [3, 4],
      ],
    }),
  ).toThrow(/at table\[0\]\[1\], got 0.5/)
})

test('raters who disagree completely have a negative reliability, and it is kept', () => {
  expect(
    figure(
      raterReliability({
        ratings: [
          [1, 5],
          [5, 1],
          [2, 4],
          [4, 2.5],
        ],
      }),
    ).value,
  ).toBeLessThan(0)
})

test('people who do not differ, too few people or raters: no reliability', () => {
  expect(
    raterReliability({
      ratings: [
        [1, 2],
        [2, 1],
      ],
    }),
  ).toMatchObject({ reason: { code: 'NoVariance' } })
  const raterAlone = [
    [1, 1],
    [1, 1],
  ]
  expect(raterReliability({ ratings: raterAlone })).toMatchObject({ reason: { code: 'NoVariance' } })
  expect(raterReliability({ ratings: [[1, 2]] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
  expect(raterReliability({ ratings: [[1], [2]] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
  expect(raterReliability({ ratings: [] })).toMatchObject({ reason: { code: 'TooFewObservations' } })
})

test('a person with a missing rating is left out and counted; rows of different length are named', () => {
  const result = figure(raterReliability({ ratings: [...shroutFleiss, [1, null, 2, 3]] }))
  expect(result.value).toBeCloseTo(0.2897637795275592, 12)
  expect(result.notes).toEqual([{ code: 'IncompleteLeftOut', count: 1 }])
  expect(() => raterReliability({ ratings: [[1, 2], [1]] })).toThrow(/2 ratings at ratings\[1\], got 1/)
  expect(() =>
    raterReliability({
      ratings: [
        [1, 2],
        [null, Number.NaN],
      ],
    }),
  ).toThrow(/ratings\[1\]\[1\], got NaN/)
})

const alphaByDefinition = (rows: readonly (readonly number[])[]): number => {
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  }
  const items = rows[0]?.length ?? 0
  const ofItems = Array.from({ length: items }, (_, item) => variance(rows.map((row) => row[item] as number)))
  const ofTotals = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)))
  return (items / (items - 1)) * (1 - ofItems.reduce((sum, value) => sum + value, 0) / ofTotals)
}

test('Cronbach’s α is the reliability of the mean of fixed raters, for all ratings', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  })
  fc.assert(
    fc.property(rows, (ratings) => {
      const result = raterReliability({ ratings, raters: 'fixed', of: 'mean' })
      fc.pre(result.status === 'ok')
      const { value } = figure(result)
      expect(value).toBeCloseTo(figure(cronbachAlpha({ scores: ratings })).value, 9)
      expect(Math.abs(value - alphaByDefinition(ratings))).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
    }),
  )
})

test('rated people in any order and any split have the same reliability to the last bit', () => {
  const decimal = fc.integer({ min: 10, max: 100 }).map((value) => value / 10)
  const row = fc.array(fc.option(decimal, { freq: 9 }), { minLength: 2, maxLength: 2 })
  const rows = fc.array(row, { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.nat({ max: 12 }), (ratings, cut) => {
      const accumulator = raterReliabilityAccumulator({ raterCount: 2 })
      const parts = [ratings.slice(cut), ratings.slice(0, cut)].map((part) => accumulate(accumulator, part))
      const together = accumulator.extract(parts.reduce(accumulator.combine))
      expect(together).toEqual(raterReliability({ ratings }))
    }),
  )
})

const stricterByOne = { self: [2, 3, 4, 5, null], supervisor: [1, 2, 3, 4, 4] }
const rated = ({ self, supervisor }: typeof stricterByOne) =>
  self.map((rating, person) => [rating, supervisor[person] ?? null])

test('a supervisor who is always one point stricter agrees in order and not in level', () => {
  expect(selfSupervisorBias({ ...stricterByOne, scale })).toEqual({
    status: 'ok',
    value: 1,
    n: 4,
    unit: 'scale',
    notes: [{ code: 'IncompleteLeftOut', count: 1 }],
  })
  const table = agreementTable({ first: stricterByOne.self, second: stricterByOne.supervisor, scale })
  expect(table).toEqual([
    [0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
  ])
  // observed disagreement 4, expected (1 + 4 + 9 + 16 + 0 + …) / 4 = 14
  expect(figure(weightedKappa({ table })).value).toBeCloseTo(1 - 4 / 14, 12)
  const sameOrder = raterReliability({ ratings: rated(stricterByOne), raters: 'fixed' })
  expect(figure(sameOrder).value).toBe(1)
  expect(figure(raterReliability({ ratings: rated(stricterByOne) })).value).toBeCloseTo(10 / 13, 12)
})

test('all ratings alike, or none: each of the three says why it has no figure', () => {
  const alike = { self: [3, 3], supervisor: [3, 3] }
  expect(figure(selfSupervisorBias({ ...alike, scale })).value).toBe(0)
  const table = agreementTable({ first: alike.self, second: alike.supervisor, scale })
  expect(weightedKappa({ table })).toMatchObject({ reason: { code: 'ZeroDenominator' } })
  expect(raterReliability({ ratings: rated(alike) })).toMatchObject({ reason: { code: 'NoVariance' } })
  expect(selfSupervisorBias({ self: [], supervisor: [], scale })).toMatchObject({
    reason: { code: 'TooFewObservations' },
  })
})

test('ratings off the scale, and lists of different length, are named', () => {
  expect(() => selfSupervisorBias({ self: [3], supervisor: [], scale })).toThrow(/as many supervisor ratings/)
  expect(() => selfSupervisorBias({ self: [6], supervisor: [1], scale })).toThrow(/self\[0\], got 6/)
  expect(() => agreementTable({ first: [1, 2], second: [1], scale })).toThrow(
    'training-ops: agreementTable needs a list as long as first (2) at second, got 1',
  )
  expect(() => agreementTable({ first: [1, 2], second: [1, 0], scale })).toThrow('second[1], got 0')
  const { lift } = weightedKappaAccumulator({ scale })
  expect(() => lift({ first: 1, second: 7 })).toThrow('weightedKappaAccumulator needs')
  expect(() => weightedKappaAccumulator({ scale, weights: [[0]] })).toThrow('weights with 5 rows, got 1')
})

const rating = fc.option(fc.integer(scale), { freq: 9 })

obeysTheLawsOfAccumulators(
  'self–supervisor bias',
  () => selfSupervisorBiasAccumulator(scale),
  fc.record({ self: rating, supervisor: rating }),
  (people) =>
    selfSupervisorBias({
      self: people.map((each) => each.self),
      supervisor: people.map((each) => each.supervisor),
      scale,
    }),
)

obeysTheLawsOfAccumulators(
  'weighted κ',
  () => weightedKappaAccumulator({ scale, weights: 'linear' }),
  fc.record({ first: rating, second: rating }),
  (cases) =>
    weightedKappa({
      table: agreementTable({
        first: cases.map((each) => each.first),
        second: cases.map((each) => each.second),
        scale,
      }),
      weights: 'linear',
    }),
)

obeysTheLawsOfAccumulators(
  'agreement table',
  () => agreementTableAccumulator({ min: 0, max: 2 }),
  fc.record({ first: fc.integer({ min: 0, max: 2 }), second: fc.constantFrom(0, 1, null) }),
  (cases) =>
    agreementTable({
      first: cases.map((each) => each.first),
      second: cases.map((each) => each.second),
      scale: { min: 0, max: 2 },
    }),
)
