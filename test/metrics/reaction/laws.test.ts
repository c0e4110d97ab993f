import fc from 'fast-check'
import {
  cronbachAlpha,
  cronbachAlphaAccumulator,
  intentSharesAccumulator,
  itemDistributionAccumulator,
  netPromoterScore,
  netPromoterScoreAccumulator,
  responseBiasAccumulator,
  responseRateAccumulator,
  subscaleScores,
  subscaleScoresAccumulator,
  topTwoBox,
  topTwoBoxAccumulator,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { obeysTheLawsOfAccumulators } from '../accumulator-laws.ts'

const fivePoints = { min: 1, max: 5 }
const zeroToTen = { min: 0, max: 10 }
const answer = fc.option(fc.integer({ min: 1, max: 5 }))
const recommendation = fc.option(fc.integer({ min: 0, max: 10 }))
const rowOfThree = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 })

describe('figures of level 1 add up across sites', () => {
  obeysTheLawsOfAccumulators(
    'response rate',
    () => responseRateAccumulator({ answeredFrom: 0.8 }),
    fc.record({
      attended: fc.boolean(),
      bounced: fc.boolean(),
      items: fc.constant(6),
      answered: fc.option(fc.integer({ min: 0, max: 6 })),
    }),
  )
  obeysTheLawsOfAccumulators(
    'intent',
    () => intentSharesAccumulator({ scale: fivePoints }),
    fc.dictionary(fc.constantFrom('relevance', 'confidence', 'intentToApply'), answer),
  )
  obeysTheLawsOfAccumulators('item distribution', () => itemDistributionAccumulator(fivePoints), answer)
  obeysTheLawsOfAccumulators(
    'top-two-box',
    () => topTwoBoxAccumulator({ scale: fivePoints }),
    answer,
    (answers) => topTwoBox({ answers, scale: fivePoints }),
  )
  obeysTheLawsOfAccumulators('net promoter score', netPromoterScoreAccumulator, recommendation, (answers) =>
    netPromoterScore({ answers, scale: zeroToTen }),
  )
  obeysTheLawsOfAccumulators(
    'subscale scores',
    () => subscaleScoresAccumulator({ subscales: { a: [0, 1], b: [2] }, scale: fivePoints, answeredFrom: 1 }),
    fc.array(answer, { minLength: 3, maxLength: 3 }),
    (answers) =>
      subscaleScores({ answers, subscales: { a: [0, 1], b: [2] }, scale: fivePoints, answeredFrom: 1 }),
  )
  obeysTheLawsOfAccumulators(
    'response bias',
    responseBiasAccumulator,
    fc.dictionary(
      fc.constantFrom('Shanghai', 'Berlin'),
      fc.record({ eligible: fc.integer({ min: 10, max: 20 }), responded: fc.integer({ min: 0, max: 10 }) }),
    ),
  )
  obeysTheLawsOfAccumulators(
    "Cronbach's α",
    () => cronbachAlphaAccumulator({ items: 3 }),
    fc.array(answer, { minLength: 3, maxLength: 3 }),
  )
})

describe('what must hold of level 1, whatever the answers', () => {
  it('promoters, passives and detractors are everybody, and the score stays within ±100 (formbricks#9248)', () => {
    fc.assert(
      fc.property(fc.array(recommendation), (answers) => {
        const score = netPromoterScore({ answers, scale: zeroToTen })
        if (score.status !== 'ok') return
        expect(score.promoters + score.passives + score.detractors).toBe(score.n)
        expect(Math.abs(score.value)).toBeLessThanOrEqual(100)
        expect(score.interval?.low ?? -100).toBeGreaterThanOrEqual(-100)
        expect(score.interval?.high ?? 100).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('α is ICC(3,k): 1 − residual mean square / mean square of people', () => {
    fc.assert(
      fc.property(fc.array(rowOfThree, { minLength: 2, maxLength: 12 }), (scores) => {
        const alpha = cronbachAlpha({ scores })
        if (alpha.status !== 'ok') return
        const [people, items] = [scores.length, 3]
        const grand = scores.flat().reduce((sum, score) => sum + score, 0) / (people * items)
        const meanOfRow = scores.map((row) => row.reduce((sum, score) => sum + score, 0) / items)
        const meanOfItem = [0, 1, 2].map(
          (item) => scores.reduce((sum, row) => sum + (row[item] ?? 0), 0) / people,
        )
        const ofPeople = meanOfRow.reduce((sum, mean) => sum + items * (mean - grand) ** 2, 0) / (people - 1)
        const residual =
          scores.reduce(
            (sum, row, person) =>
              sum +
              row.reduce(
                (all, score, item) =>
                  all + (score - (meanOfRow[person] ?? 0) - (meanOfItem[item] ?? 0) + grand) ** 2,
                0,
              ),
            0,
          ) /
          ((people - 1) * (items - 1))
        expect(alpha.value).toBeCloseTo(1 - residual / ofPeople, 9)
      }),
    )
  })

  it('α is the same of scores in tenths, which are no whole numbers', () => {
    fc.assert(
      fc.property(fc.array(rowOfThree, { minLength: 2, maxLength: 12 }), (scores) => {
        const whole = cronbachAlpha({ scores })
        const tenths = cronbachAlpha({ scores: scores.map((row) => row.map((score) => score + 0.1 * score)) })
        if (whole.status !== 'ok' || tenths.status !== 'ok') return
        expect(tenths.value).toBeCloseTo(whole.value, 9)
      }),
    )
  })

  it('α says the same of a stream of people as of all of them', () => {
    const { combine, empty, extract, lift } = cronbachAlphaAccumulator({ items: 3 })
    fc.assert(
      fc.property(fc.array(rowOfThree, { minLength: 2 }), (scores) => {
        expect(extract(scores.map(lift).reduce(combine, empty))).toStrictEqual(cronbachAlpha({ scores }))
      }),
    )
  })
})
