import {
  accumulate,
  agreementTable,
  agreementTableAccumulator,
  cronbachAlpha,
  intentShares,
  intentSharesAccumulator,
  itemDistribution,
  itemDistributionAccumulator,
  type Measured,
  netPromoterScore,
  netPromoterScoreAccumulator,
  responseBias,
  responseBiasAccumulator,
  responseRate,
  responseRateAccumulator,
  subscaleScores,
  topTwoBox,
  weightedKappaAccumulator,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf, without, zero } from '../figures.ts'

const fivePoints = { min: 1, max: 5 }
const zeroToTen = { min: 0, max: 10 }
const times = (count: number, answer: number): number[] => Array.from({ length: count }, () => answer)

describe('response rate', () => {
  it('has no answer when nobody could have answered', () => {
    expect(responseRate({ eligible: 0, valid: 0 })).toEqual(zero('eligible'))
  })

  it('is of a census unless told otherwise', () => {
    expect(responseRate({ eligible: 4, valid: 3 })).not.toHaveProperty('interval')
    expect(responseRate({ eligible: 4, valid: 3, sampled: true })).toHaveProperty('interval.method', 'wilson')
  })

  it('is of those who were there and could be reached', () => {
    const outcomes = [
      { attended: true, bounced: false, answered: 6 },
      { attended: true, bounced: false, answered: null },
      { attended: true, bounced: true, answered: null },
      { attended: true, bounced: true, answered: 6 },
      { attended: false, bounced: false, answered: 6 },
      { attended: false, bounced: true, answered: null },
    ].map((outcome) => ({ ...outcome, items: 6 }))
    const accumulator = responseRateAccumulator()
    const counted = accumulate(accumulator, outcomes)
    expect(counted).toEqual({ eligible: 2, valid: 1 })
    expect(accumulator.extract(counted)).toEqual(responseRate(counted))
  })

  it('refuses answers that are no count, or more than there are items', () => {
    const { lift } = responseRateAccumulator()
    const invitation = { attended: true, bounced: false, items: 6 }
    expect(() => lift({ ...invitation, answered: 1.5 })).toThrow('a whole number ≥ 0 at answered, got 1.5')
    expect(() => lift({ ...invitation, answered: 7 })).toThrow('at most items (6) at answered, got 7')
    expect(lift({ ...invitation, items: 0, answered: 0 })).toEqual({ eligible: 1, valid: 1 })
  })

  it('refuses more answers than people', () => {
    expect(() => responseRate({ eligible: 3, valid: 4 })).toThrow(
      'training-ops: responseRate needs at most eligible (3) at valid, got 4',
    )
  })
})

describe('item distribution', () => {
  it('leaves "not applicable" out of the mean and counts it beside', () => {
    const item = itemDistribution({ answers: [5, null, 3, null], scale: fivePoints })
    expect(item).toEqual({
      status: 'ok',
      value: 4,
      n: 2,
      unit: 'scale',
      notes: [{ code: 'OrdinalScale', min: 1, max: 5 }],
      histogram: [1, 2, 3, 4, 5].map((answer) => ({ answer, count: answer === 3 || answer === 5 ? 1 : 0 })),
      unanswered: 2,
    })
    const streaming = itemDistributionAccumulator(fivePoints)
    expect(streaming.extract(accumulate(streaming, [5, null, 3, null]))).toEqual(item)
    expect(streaming.empty).toEqual({ counts: [0, 0, 0, 0, 0], unanswered: 0 })
  })

  it('shows the divided room that a mean of 3 hides', () => {
    const divided = itemDistribution({ answers: [1, 1, 5, 5], scale: fivePoints })
    const calm = itemDistribution({ answers: [3, 3, 3, 3], scale: fivePoints })
    expect(figureOf(divided)).toBe(figureOf(calm))
    expect(divided).not.toEqual(calm)
  })

  it('has a t interval of its mean when the answers are a sample of two or more', () => {
    const answers = [1, 2, 3, 4, 5]
    const ofSample = itemDistribution({ answers, scale: fivePoints, sampled: true })
    const half = 2.7764451051977987 * Math.sqrt(2.5 / 5) // R: qt(.975, 4)
    const twice = itemDistribution({ answers: [1, 1, 4, 4, 4], scale: fivePoints, sampled: true })
    const ofTwice = 2.7764451051977987 * Math.sqrt(2.7 / 5)
    expect(twice.status === 'ok' && twice.interval?.high).toBeCloseTo(2.8 + ofTwice, 12)
    expect(ofSample).toHaveProperty('interval.method', 't')
    expect(ofSample.status === 'ok' && ofSample.interval?.low).toBeCloseTo(3 - half, 12)
    expect(ofSample.status === 'ok' && ofSample.interval?.high).toBeCloseTo(3 + half, 12)
    expect(itemDistribution({ answers, scale: fivePoints })).not.toHaveProperty('interval')
    expect(itemDistribution({ answers: [4], scale: fivePoints, sampled: true })).not.toHaveProperty(
      'interval',
    )
    const streaming = itemDistributionAccumulator(fivePoints, { sampled: true })
    expect(streaming.extract(accumulate(streaming, answers))).toEqual(ofSample)
  })

  it('has no mean when nobody answered', () => {
    expect(itemDistribution({ answers: [null], scale: fivePoints })).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
  })

  it('names the answer that is off the scale', () => {
    expect(() => itemDistribution({ answers: [5, 6], scale: fivePoints })).toThrow(
      'training-ops: itemDistribution needs null or a whole number from 1 to 5 at answers[1], got 6',
    )
    expect(() => itemDistribution({ answers: [Number.NaN], scale: fivePoints })).toThrow(
      'answers[0], got NaN',
    )
    expect(() => itemDistribution({ answers: [], scale: { min: 5, max: 1 } })).toThrow('at scale')
  })
})

describe('top-two-box', () => {
  it('counts the two highest of five, and the highest alone of four', () => {
    const answers = [1, 2, 3, 4, 4]
    expect(topTwoBox({ answers, scale: fivePoints })).toMatchObject({ value: 0.4, variant: { boxes: 2 } })
    expect(topTwoBox({ answers, scale: { min: 1, max: 4 } })).toMatchObject({
      value: 0.4,
      variant: { boxes: 1 },
    })
    expect(topTwoBox({ answers: [3, 3, 4], scale: { min: 1, max: 4 } })).toMatchObject({ value: 1 / 3 })
  })

  it('has no meaning on a scale of three', () => {
    expect(topTwoBox({ answers: [1, 3], scale: { min: 1, max: 3 } })).toMatchObject(
      without('ScaleMismatch', { got: '1 to 3' }),
    )
  })

  it('is of a census unless told otherwise, and then carries a Wilson interval', () => {
    const asked = { answers: [5, 1], scale: fivePoints }
    expect(topTwoBox({ ...asked, sampled: true })).toHaveProperty('interval.method', 'wilson')
    expect(topTwoBox(asked)).not.toHaveProperty('interval')
    expect(intentShares({ answers: { relevance: [5, 1] }, scale: fivePoints }).relevance).not.toHaveProperty(
      'interval',
    )
  })

  it('is a share of answers, so silence is in neither number', () => {
    expect(topTwoBox({ answers: [null, null], scale: fivePoints })).toEqual(zero('answers'))
  })
})

describe('intent', () => {
  it('answers only what was asked', () => {
    const shares = intentShares({ answers: { relevance: [5, 5, 1, 1] }, scale: fivePoints })
    expect(Object.keys(shares)).toEqual(['relevance'])
    expect(figureOf(shares.relevance)).toBe(0.5)
  })

  it('says of a stream what it says of lists, where not everybody is asked everything', () => {
    const accumulator = intentSharesAccumulator({ scale: fivePoints })
    const counted = accumulate(accumulator, [
      { relevance: 5, confidence: 1 },
      { relevance: null },
      { relevance: 2 },
    ])
    expect(accumulator.extract(counted)).toEqual(
      intentShares({ answers: { relevance: [5, null, 2], confidence: [1] }, scale: fivePoints }),
    )
    expect(accumulator.extract(accumulator.empty)).toEqual({})
  })
})

describe('subscale scores', () => {
  const subscales = { trainer: [0, 1] }

  it('is the mean of people, not of answers, where answers are missing', () => {
    const answers = [
      [5, null],
      [1, 1],
    ]
    const { trainer } = subscaleScores({ answers, subscales, scale: fivePoints })
    expect(figureOf(trainer)).toBe(3)
    expect(figureOf(itemDistribution({ answers: answers.flat(), scale: fivePoints }))).toBe(7 / 3)
  })

  it('counts a person from half of the items', () => {
    const scores = subscaleScores({
      answers: [
        [1, null, null],
        [4, 4, null],
      ],
      subscales: { all: [0, 1, 2] },
      scale: fivePoints,
    })
    expect(scores.all).toMatchObject({ value: 4, n: 1 })
  })

  it('has no figure where nobody answered enough, and no subscale without a column', () => {
    expect(subscaleScores({ answers: [[null, null]], subscales, scale: fivePoints }).trainer).toEqual(
      without('TooFewObservations', { need: 1, have: 0 }),
    )
    expect(() => subscaleScores({ answers: [], subscales: { trainer: [] }, scale: fivePoints })).toThrow(
      'training-ops: subscaleScores needs at least one column at subscales.trainer, got 0',
    )
  })

  it('names the column that is not there', () => {
    expect(() => subscaleScores({ answers: [[5]], subscales, scale: fivePoints })).toThrow(
      'training-ops: subscaleScores needs a column 1 (trainer) at answers[0], got 1',
    )
  })
})

describe('net promoter score', () => {
  it('reproduces the golden value, with the interval of the exact normal quantile', () => {
    const score = netPromoterScore({
      answers: [...times(18, 10), ...times(11, 7), ...times(2, 6)],
      scale: zeroToTen,
    })
    if (score.status !== 'ok') throw new Error('no score')
    expect(score).toMatchObject({ promoters: 18, passives: 11, detractors: 2, n: 31 })
    expect(score.value).toBeCloseTo(51.61290322580645, 12)
    const halfWidth = ((score.interval?.high ?? 0) - (score.interval?.low ?? 0)) / 2
    expect(halfWidth / 1.959963984540054).toBeCloseTo(11.053712153914258, 12)
  })

  it('does not score answers from 1 to 4 as detractors (kubestellar#8257)', () => {
    expect(netPromoterScore({ answers: [4, 4, 3], scale: { min: 1, max: 4 } })).toMatchObject(
      without('ScaleMismatch'),
    )
    for (const scale of [
      { min: 1, max: 10 },
      { min: 0, max: 9 },
    ])
      expect(netPromoterScore({ answers: [], scale })).toMatchObject(without('ScaleMismatch'))
  })

  it('leaves silence out, of a list as of a stream', () => {
    const answers = [10, null, 8, 0]
    const score = netPromoterScore({ answers, scale: zeroToTen })
    expect(score).toMatchObject({ value: 0, n: 3, promoters: 1, passives: 1, detractors: 1 })
    expect(netPromoterScoreAccumulator.extract(accumulate(netPromoterScoreAccumulator, answers))).toEqual(
      score,
    )
    expect(netPromoterScore({ answers: [null], scale: zeroToTen })).toEqual(zero('answers'))
    expect(() => netPromoterScoreAccumulator.lift(11)).toThrow('from 0 to 10 at answers[0], got 11')
  })

  it('shows no interval of no width when everybody agrees', () => {
    const score = netPromoterScore({ answers: [10, 9, 10], scale: zeroToTen })
    expect(score).toMatchObject({ value: 100, notes: [{ code: 'NoIntervalAllAlike' }] })
    expect(score).not.toHaveProperty('interval')
    for (const answer of [8, 3])
      expect(netPromoterScore({ answers: [answer, answer], scale: zeroToTen })).toMatchObject({
        notes: [{ code: 'NoIntervalAllAlike' }],
      })
  })
})

describe("Cronbach's α", () => {
  it('reproduces the golden values', () => {
    const shroutFleiss = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    expect(figureOf(cronbachAlpha({ scores: shroutFleiss }))).toBeCloseTo(0.9093155423770697, 12)
  })

  it('leaves people with a missing answer out and says how many', () => {
    const complete = [
      [1, 2],
      [3, 5],
      [5, 6],
    ]
    const alpha = cronbachAlpha({ scores: [...complete, [4, null]] })
    expect(alpha).toEqual({
      ...cronbachAlpha({ scores: complete }),
      notes: [{ code: 'IncompleteLeftOut', count: 1 }],
    })
  })

  it('returns a negative α with a note', () => {
    const scores = [
      [1, 5],
      [2, 3],
      [5, 1],
    ]
    expect(cronbachAlpha({ scores })).toMatchObject({ notes: [{ code: 'NegativeReliability' }] })
    expect(figureOf(cronbachAlpha({ scores }))).toBeLessThan(0)
  })

  it('may be 0, which is not negative, and has no note then', () => {
    const unrelated = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]
    const { interval, ...alpha } = cronbachAlpha({ scores: unrelated }) as Measured
    expect(interval?.method).toBe('f')
    expect(alpha).toEqual({
      status: 'ok',
      value: 0,
      n: 4,
      unit: 'coefficient',
      variant: { missing: 'listwise' },
    })
  })

  it('needs two people, two items and totals that differ', () => {
    expect(cronbachAlpha({ scores: [] })).toEqual(without('TooFewObservations', { need: 2, have: 0 }))
    expect(cronbachAlpha({ scores: [[1], [2]] })).toEqual(without('TooFewObservations', { need: 2, have: 1 }))
    expect(
      cronbachAlpha({
        scores: [
          [1, 2],
          [2, 1],
        ],
      }),
    ).toEqual(without('NoVariance'))
  })

  it('does not mind a person who answered nothing, first or last', () => {
    const complete = [
      [1, 2],
      [3, 5],
      [5, 6],
    ]
    const alpha = figureOf(cronbachAlpha({ scores: complete }))
    expect(figureOf(cronbachAlpha({ scores: [[null, null], ...complete] }))).toBe(alpha)
    expect(figureOf(cronbachAlpha({ scores: [[7, null], ...complete, [null, 1]] }))).toBe(alpha)
    expect(cronbachAlpha({ scores: [[null, 1]] })).toEqual(
      without('TooFewObservations', { need: 2, have: 0 }),
    )
    expect(() => cronbachAlpha({ scores: [...complete, [Number.NaN, null]] })).toThrow(
      'scores[3][0], got NaN',
    )
  })

  it('names the row that is short and the score that is none', () => {
    expect(() => cronbachAlpha({ scores: [[1, 2], [1]] })).toThrow('needs 2 items at scores[1], got 1')
    expect(() =>
      cronbachAlpha({
        scores: [
          [1, 2],
          [1, Number.NaN],
        ],
      }),
    ).toThrow('scores[1][1], got NaN')
    expect(() =>
      cronbachAlpha({
        scores: [
          [1, 2],
          [Number.POSITIVE_INFINITY, 1],
        ],
      }),
    ).toThrow('scores[1][0]')
  })
})

describe('response bias', () => {
  it('finds the site that kept silent', () => {
    const bias = responseBias({
      Shanghai: { eligible: 40, responded: 30 },
      Berlin: { eligible: 40, responded: 18 },
    })
    expect(figureOf(bias)).toBeCloseTo(7.5, 12)
    expect(bias).toMatchObject({
      degreesOfFreedom: 1,
      biased: true,
      representation: { Shanghai: 1.25, Berlin: 0.75 },
    })
  })

  it('finds none where all answered alike, and looks at nobody who was not invited', () => {
    const alike = { Shanghai: { eligible: 40, responded: 30 }, Berlin: { eligible: 20, responded: 15 } }
    const bias = responseBias(alike)
    expect(bias).toMatchObject({ value: 0, n: 60, p: 1, biased: false })
    expect(responseBias({ ...alike, Oslo: { eligible: 0, responded: 0 } })).toEqual(bias)
    expect(responseBias({ Shanghai: alike.Shanghai, Oslo: { eligible: 0, responded: 0 } })).toEqual(
      without('TooFewObservations', { need: 2, have: 1 }),
    )
  })

  it('cannot tell when nobody answered', () => {
    expect(responseBias({ A: { eligible: 20, responded: 0 }, B: { eligible: 20, responded: 0 } })).toEqual(
      without('NoVariance'),
    )
  })

  it('needs five expected of the answering and of the silent, in the smallest segment', () => {
    const of = (answered: number) =>
      responseBias({ A: { eligible: 20, responded: answered }, B: { eligible: 20, responded: answered } })
    expect(of(5)).toMatchObject({ value: 0 })
    expect(of(15)).toMatchObject({ value: 0 })
    expect(of(4)).toEqual(without('TooFewObservations', { need: 5, have: 4 }))
    expect(of(16)).toMatchObject(without('TooFewObservations', { need: 5 }))
  })

  it('bears a fifth of the expected counts below five, and none below one (Cochran 1954)', () => {
    // chisq.test(rbind(c(200,200), c(250,50), c(2,6)), correct = FALSE): one of six expected counts is 2.89
    const sites = { hq: { eligible: 400, responded: 200 }, plant: { eligible: 300, responded: 250 } }
    const bias = responseBias({ ...sites, legal: { eligible: 8, responded: 2 } })
    expect(figureOf(bias)).toBeCloseTo(87.8025, 4)
    expect(bias).toMatchObject({ degreesOfFreedom: 2, biased: true })
    expect(responseBias({ ...sites, legal: { eligible: 2, responded: 1 } })).toMatchObject(
      without('TooFewObservations', { need: 1 }),
    )
  })

  it('adds up segments by their names', () => {
    const parts = [
      { Shanghai: { eligible: 20, responded: 15 } },
      { Berlin: { eligible: 40, responded: 18 }, Shanghai: { eligible: 20, responded: 15 } },
    ]
    expect(responseBiasAccumulator.extract(accumulate(responseBiasAccumulator, parts))).toEqual(
      responseBias({ Berlin: { eligible: 40, responded: 18 }, Shanghai: { eligible: 40, responded: 30 } }),
    )
  })

  it('is left out where a segment is too small to tell', () => {
    expect(
      responseBias({ Shanghai: { eligible: 40, responded: 30 }, Oslo: { eligible: 3, responded: 0 } }),
    ).toMatchObject(without('TooFewObservations'))
  })

  it('cannot tell when all answered', () => {
    expect(responseBias({ A: { eligible: 20, responded: 20 }, B: { eligible: 20, responded: 20 } })).toEqual(
      without('NoVariance'),
    )
  })
})

describe('a scale', () => {
  const endless = { min: 0, max: 1_000_000_000 }
  const complaint = 'needs a whole number from 1 to 2000 at scale.max, got 1000000000'

  it('has 2,001 points at most, for every one of them has a count', () => {
    expect(() => itemDistribution({ answers: [1], scale: endless })).toThrow(`itemDistribution ${complaint}`)
    expect(() => itemDistributionAccumulator(endless)).toThrow(`itemDistributionAccumulator ${complaint}`)
    expect(() => agreementTable({ first: [1], second: [1], scale: endless })).toThrow(complaint)
    expect(() => agreementTableAccumulator(endless)).toThrow(complaint)
    expect(() => weightedKappaAccumulator({ scale: endless })).toThrow(complaint)
    const widest = itemDistribution({ answers: [-1000, 1000], scale: { min: -1000, max: 1000 } })
    expect(widest).toMatchObject({ value: 0, n: 2 })
  })

  it('runs upwards between whole numbers', () => {
    const on = (min: unknown, max: unknown) => () =>
      topTwoBox({ answers: [], scale: { min, max } as { min: number; max: number } })
    expect(on(5, 1)).toThrow('topTwoBox needs a whole number from 6 to 2005 at scale.max, got 1')
    expect(on(1, 1)).toThrow('at scale.max, got 1')
    expect(on(1, '5')).toThrow('at scale.max, got "5"')
    expect(on(1, undefined)).toThrow('at scale.max, got undefined')
    expect(on(0, Number.POSITIVE_INFINITY)).toThrow('at scale.max, got Infinity')
    expect(on(0.5, 3)).toThrow('topTwoBox needs a whole number at scale.min, got 0.5')
    expect(on('1', 3)).toThrow('at scale.min, got "1"')
  })
})

it('intent names its own question where an answer is off the scale', () => {
  const answers = { confidence: [5, 9] }
  expect(() => intentShares({ answers, scale: { min: 1, max: 5 } })).toThrow(
    'training-ops: intentShares needs null or a whole number from 1 to 5 at answers.confidence[1], got 9',
  )
  const { lift } = intentSharesAccumulator({ scale: { min: 1, max: 5 } })
  expect(() => lift({ confidence: 9 })).toThrow(
    'training-ops: intentSharesAccumulator needs null or a whole number from 1 to 5 at answer.confidence, got 9',
  )
})

describe('a questionnaire answered in part', () => {
  const outcome = (answered: number | null) => ({ attended: true, bounced: false, items: 20, answered })
  const rateOf = (answeredFrom?: number) => {
    const accumulator = responseRateAccumulator(answeredFrom === undefined ? {} : { answeredFrom })
    return accumulator.extract(accumulate(accumulator, [0, 9, 10, 11, 20, null].map(outcome)))
  }

  it('is valid from half of its items, or from what is said, and the figure says from what', () => {
    expect(rateOf()).toMatchObject({ value: 0.5, n: 6, variant: { answeredFrom: 0.5 } })
    expect(rateOf(0.55)).toMatchObject({ value: 2 / 6, variant: { answeredFrom: 0.55 } })
    expect(rateOf(1)).toMatchObject({ value: 1 / 6, variant: { answeredFrom: 1 } })
    expect(rateOf(0)).toMatchObject({ value: 5 / 6 })
    expect(() => rateOf(50)).toThrow(
      'responseRateAccumulator needs a share from 0 to 1 at answeredFrom, got 50',
    )
  })

  it('counts in a subscale from half of its items, or from what is said', () => {
    const answers = [
      [5, 5, 5, 5],
      [1, 1, null, null],
      [3, null, null, null],
      [null, null, null, null],
    ]
    const trainer = (answeredFrom?: number) =>
      subscaleScores({
        answers,
        subscales: { trainer: [0, 1, 2, 3] },
        scale: fivePoints,
        ...(answeredFrom === undefined ? {} : { answeredFrom }),
      }).trainer
    expect(trainer()).toMatchObject({ value: 3, n: 2, variant: { mean: 'ofPersons', answeredFrom: 0.5 } })
    expect(trainer(1)).toMatchObject({ value: 5, n: 1, variant: { answeredFrom: 1 } })
    expect(trainer(0)).toMatchObject({ value: 3, n: 3 })
    expect(() => trainer(1.5)).toThrow('subscaleScores needs a share from 0 to 1 at answeredFrom, got 1.5')
  })
})
