import {
  accumulate,
  knowledgeSharing,
  knowledgeSharingAccumulator,
  meanOfUnits,
  postedCost,
  postedCostAccumulator,
  repeatParticipation,
  repeatParticipationAccumulator,
  straightLining,
  straightLiningAccumulator,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'

const none = (what: string) => ({ status: 'undefined', reason: { code: 'ZeroDenominator', what } })

describe('figures beside a metric', () => {
  it('are not 0 where there is nobody to count', () => {
    expect(repeatParticipation({ returned: 0, participants: 0 })).toEqual(none('participants'))
    expect(straightLining({ alike: 0, respondents: 0 })).toEqual(none('respondents'))
    expect(knowledgeSharing({ sessions: 3, headcount: 0 })).toEqual(none('headcount'))
    expect(meanOfUnits({ values: [] })).toEqual({
      status: 'undefined',
      reason: { code: 'TooFewObservations', need: 1, have: 0 },
    })
  })

  it('add up over parts: the share of the sums, not a mean of shares', () => {
    const parts = [
      { returned: 1, participants: 2 },
      { returned: 0, participants: 6 },
    ]
    const { extract } = repeatParticipationAccumulator
    expect(extract(accumulate(repeatParticipationAccumulator, parts))).toMatchObject({ value: 0.125, n: 8 })
    expect(
      straightLiningAccumulator.extract(
        accumulate(straightLiningAccumulator, [
          { alike: 3, respondents: 4 },
          { alike: 0, respondents: 8 },
        ]),
      ),
    ).toMatchObject({ value: 0.25, n: 12 })
    expect(
      knowledgeSharingAccumulator.extract(
        accumulate(knowledgeSharingAccumulator, [
          { sessions: 1, headcount: 20.5 },
          { sessions: 2, headcount: 79.5 },
        ]),
      ),
    ).toMatchObject({ value: 3, n: 100 })
  })

  it('of money have no sum over two currencies', () => {
    const cost = { amount: 500, postings: 1, currency: 'CNY' }
    const { extract } = postedCostAccumulator
    expect(extract(accumulate(postedCostAccumulator, [cost, cost]))).toMatchObject({ value: 1000, n: 2 })
    expect(extract(accumulate(postedCostAccumulator, [cost, { ...cost, currency: 'EUR' }]))).toEqual({
      status: 'undefined',
      reason: { code: 'MixedCurrency', currencies: ['CNY', 'EUR'] },
    })
  })

  it('refuse a part above its whole', () => {
    expect(() => repeatParticipation({ returned: 3, participants: 2 })).toThrow('at most participants (2)')
    expect(() => straightLining({ alike: 3, respondents: 2 })).toThrow('at most respondents (2)')
    expect(() => postedCost({ amount: 1, postings: 1, currency: 'yuan' })).toThrow('ISO 4217')
  })
})
