import * as metrics from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { type Arguments, callsIn, exported } from './examples.ts'

type Path = readonly (string | number)[]

const calculators = [
  ...metrics.metricCatalog.flatMap(({ calculator, companions = {} }) => [
    calculator,
    ...Object.keys(companions),
  ]),
  'summary',
  'oneWayAnova',
  'wilson',
  'hedgesCorrection',
]

type Kind = 'number' | 'string'

const placesOf = (kind: Kind, value: unknown, path: Path = []): readonly Path[] =>
  typeof value === kind
    ? [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          placesOf(kind, part, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : []

type Change = (value: unknown) => unknown

const changed = (value: unknown, [key, ...rest]: Path, change: Change): unknown => {
  if (key === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[key] = changed(copy[key], rest, change)
  return copy
}

/** A question on a scale the figure is not for is answered before its answers are looked at. */
const isNotFor = (result: unknown): boolean =>
  (result as metrics.MetricResult | undefined)?.status === 'undefined' &&
  (result as metrics.NotMeasurable).reason.code === 'ScaleMismatch'

/** `lines[2].amount`; what stands before in a list given as it is, or in a further argument, is that argument's name. */
const placeOf = ([, ...path]: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')

/**
 * Where a text in place of a number (or what else `change` makes of what `kind` there is) was taken for one, or
 * complained of in words that are not the calculator's.
 */
const takenFor = (
  name: string,
  calculate: (...given: Arguments) => unknown,
  change: Change = String,
  kind: Kind = 'number',
): readonly string[] =>
  callsIn(name)
    .filter((given) => !isNotFor(calculate(...given)))
    .flatMap((given) =>
      placesOf(kind, given).flatMap((path) => {
        const place = path.join('.')
        try {
          calculate(...(changed(given, path, change) as Arguments))
          return [place]
        } catch (error) {
          const { message } = error as Error
          const isNamed = message.startsWith(`training-ops: ${name} needs `)
          return isNamed && message.includes(`${placeOf(path)}, got `) ? [] : [`${place}: ${message}`]
        }
      }),
    )

describe('a text in place of a number is named, and where it stands, wherever it stands', () => {
  it.each(calculators)('%s', (name) => {
    expect(takenFor(name, exported[name] as never)).toEqual([])
  })

  it.each(calculators)('%s, and true or false in place of a number', (name) => {
    expect(takenFor(name, exported[name] as never, () => true)).toEqual([])
  })

  /** What is counted as well as named, and what no figure looks at. */
  const isNoText = /\.(withdrawnLate|capacity|item|rater(Before|After))$/
  it.each(calculators)('%s, and a number in place of a text', (name) => {
    const taken = takenFor(name, exported[name] as never, () => 7, 'string')
    expect(taken.filter((place) => !isNoText.test(place))).toEqual([])
  })

  it('is found out where it is not', () => {
    const looksAtTheFirst = ({ scores }: { scores: number[][] }) => {
      if (typeof scores[0]?.[0] !== 'number')
        throw new TypeError('training-ops: cronbachAlpha needs … scores[0][0]')
    }
    expect(takenFor('cronbachAlpha', looksAtTheFirst as never)).toContain('0.scores.1.0')
  })
})

/** A list whose first item was never put in. */
const withHole = (list: unknown): unknown => {
  const copy = [...(list as unknown[])]
  delete copy[0]
  return copy
}

const refusal = (calculate: () => unknown): string => {
  try {
    return JSON.stringify(calculate())
  } catch (error) {
    return (error as Error).message
  }
}

const scale = { min: 1, max: 5 }
const lists: readonly (readonly [name: string, argument: string, given: object])[] = [
  ['topTwoBox', 'answers', { answers: [5, 4, 3], scale }],
  ['itemDistribution', 'answers', { answers: [5, 4, 3], scale }],
  ['netPromoterScore', 'answers', { answers: [10, 9, 3], scale: { min: 0, max: 10 } }],
  ['selfSupervisorBias', 'supervisor', { self: [1, 2], supervisor: [3, 4], scale }],
  ['meanGain', 'before', { before: [1, 2, 4], after: [3, 4, 5] }],
  ['pairedT', 'after', { before: [1, 2, 4], after: [3, 4, 5] }],
  ['classNormalisedGain', 'before', { before: [1, 2], after: [3, 4], max: 9 }],
  ['normalisedChange', 'after', { before: [1, 2], after: [3, 4], max: 9 }],
  ['retention', 'after', { after: [3, 4], delayed: [1, 2] }],
  ['itemDifficulty', 'scores', { scores: [1, 0, 1], max: 1 }],
  ['controlGroupDifference', 'treated', { treated: [3, 4, 7], control: [1, 2] }],
  ['trendLineIsolation', 'before', { before: [1, 2, 4, 4], after: [7], nothingElseChanged: true }],
  ['monetisedBenefit', 'unitsByMonth', { unitsByMonth: [1, 2], unitValue: 3, currency: 'EUR' }],
  ['classHours', 'sessionMinutes', { sessionMinutes: [45, 90] }],
  ['scrapLearning', 'appliedShares', { definition: 'content', appliedShares: [0.5, 1] }],
  ['gapPrevalence', 'roleHolders', { roleHolders: [{ required: 2, current: 1 }] }],
  ['behaviourChange', 'learners', { learners: [{ before: 1, after: 2 }] }],
  [
    'differenceInDifferences',
    'treated',
    { treated: [{ before: 1, after: 2 }], control: [{ before: 1, after: 1 }] },
  ],
  [
    'attendanceRate',
    'records',
    { records: [{ scheduledMinutes: 60, attendedMinutes: 60 }], sessions: 'all' },
  ],
  ['passRate', 'people', { people: [[true], [false]] }],
]

describe('nothing of a list is passed over', () => {
  it.each(lists)('%s names a hole in %s', (name, argument, given) => {
    const message = refusal(() => exported[name]?.(changed(given, [argument], withHole)))
    expect(message).toMatch(
      new RegExp(`^training-ops: ${name} needs .* at ${argument}\\[0\\].*, got undefined`),
    )
  })

  it.each(lists.filter(([name]) => name !== 'attendanceRate'))(
    '%s names %s that is not there',
    (name, argument, given) => {
      const message = refusal(() => exported[name]?.({ ...given, [argument]: undefined }))
      expect(message).toBe(`training-ops: ${name} needs a list at ${argument}, got undefined`)
    },
  )
})

describe('what is no number, no flag, or off its scale is not counted', () => {
  const training = { scheduledMinutes: 60, attendedMinutes: 60 }
  it.each<readonly [of: string, refused: () => unknown, said: string]>([
    [
      'a mean with null among its outcomes',
      () => metrics.controlGroupDifference({ treated: [null as never, 2], control: [1, 2] }),
      'a finite number at treated[0], got null',
    ],
    [
      'a level required that is null',
      () => metrics.meanGap({ roleHolders: [{ required: null as never, current: 2 }] }),
      'a finite number at roleHolders[0].required, got null',
    ],
    [
      'a rating left undefined',
      () =>
        metrics.raterReliability({
          ratings: [
            [1, undefined as never],
            [2, 3],
          ],
        }),
      'a finite number at ratings[0][1], got undefined',
    ],
    [
      'a unit without a value',
      () => metrics.differenceInDifferences({ treated: [{ before: 1 } as never], control: [] }),
      'a finite number at treated[0].after, got undefined',
    ],
    [
      'minutes that are null',
      () =>
        metrics.attendanceRate({
          records: [{ ...training, attendedMinutes: null as never }],
          sessions: 'all',
        }),
      'a whole number ≥ 0 at records[0].attendedMinutes, got null',
    ],
    [
      'leave written as a text',
      () => metrics.attendanceRate({ records: [{ ...training, excused: 'no' as never }], sessions: 'all' }),
      'one of true, false at records[0].excused, got "no"',
    ],
    [
      'a completion written as a text',
      () => metrics.timeToCompetence([{ days: 3, completed: 'no' as never }]),
      'true or false at people[0].completed, got "no"',
    ],
    [
      'a pass written as a number',
      () => metrics.passRate({ people: [[true], [false, 1 as never]] }),
      'true or false at people[1][1], got 1',
    ],
    [
      'more points than the item has',
      () =>
        metrics.upperLowerDiscrimination({
          scores: Array.from({ length: 40 }, (_, own) => [own, own]),
          item: 0,
        }),
      'null or 0 to max (1) at scores[2][0], got 2',
    ],
    [
      'degrees of freedom for which a series would not end',
      () => metrics.chiSquaredQuantile({ probability: 0.5, df: 1e16 }),
      'a number > 0, at most 1e10 at df, got 10000000000000000',
    ],
    [
      'a score whose square no computer holds',
      () => metrics.meanGain({ before: [1, 2], after: [3, 1e200] }),
      'a finite number at after[1], got 1e+200',
    ],
    [
      'an assumption written as a text',
      () =>
        metrics.trendLineIsolation({ before: [1, 2, 3, 4], after: [5], nothingElseChanged: 'no' as never }),
      'true or false at nothingElseChanged, got "no"',
    ],
  ])('%s', (_, refused, said) => {
    expect(refusal(refused)).toContain(`needs ${said}`)
  })
})
