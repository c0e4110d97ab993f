/** Plausible lives of reward accounts: nobody below zero, and every point accounted for. */
import {
  assemble,
  catalog,
  culture,
  delivery,
  needs,
  resources,
  rewardAccount,
  rewardBalance,
} from 'training-ops'
import { lawsOf, races, reach, stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'

const training = assemble(
  [needs, catalog, resources, delivery, culture],
  {
    culture: { pointsValidMonths: 6, carryAtMost: 10 },
  },
  { trusted: true },
)
const lives = stories(training, {
  in: universe(
    {
      learnerId: 2,
      grantId: 6,
      redemptionId: 4,
      recognitionId: 2,
      campaignId: 2,
      courseId: 1,
      offeringId: 1,
      points: [5, 20],
      amount: [5, 12],
      creditHundredths: [100, 300],
      yearCapHundredths: [250, 400],
      year: [2025, 2026],
      most: [0, 10],
      unit: ['points', 'points', 'credit'],
      version: [1, 2],
      audienceSize: [10],
      reached: [4, 12],
      need: [1, 2],
      have: [1, 2],
      criterion: ['coursesCompleted'],
    },
    { days: ['2025-06-02', '2025-12-31', '2026-01-05', '2026-08-03', '2027-02-01'] },
  ),
  upTo: 40,
  invalidRatio: 0.3,
  only: culture.decisions.map(({ command }) => command.type),
  often: { GrantPoints: 5, RedeemPoints: 3, GrantCredit: 3 },
})

type Line = {
  readonly type: string
  readonly data: { readonly learnerId?: string; readonly points?: number }
}
const signs: Readonly<Record<string, number>> = {
  PointsEarned: 1,
  PointsReversed: -1,
  PointsRedeemed: -1,
  PointsExpired: -1,
}

const laws = lawsOf(training, {
  lives,
  runs: 25,
  always: {
    'nobody has fewer than no points': (look) =>
      Object.values(look(rewardBalance)).every(({ points }) => points >= 0),
    'what somebody has is what they earned less what they spent and lost': (look, events) => {
      const sums: Record<string, number> = {}
      for (const { type, data } of events as readonly Line[])
        if (data.learnerId !== undefined && signs[type] !== undefined)
          sums[data.learnerId] = (sums[data.learnerId] ?? 0) + signs[type] * (data.points ?? 0)
      return Object.entries(look(rewardBalance)).every(([who, { points }]) => points === (sums[who] ?? 0))
    },
    'the account that closes years and the balance that is spent agree': (look) => {
      const accounts = look(rewardAccount)
      return Object.entries(look(rewardBalance)).every(([who, { points, creditHundredths }]) => {
        const { earned, gone, credit } = accounts[who] ?? { earned: {}, gone: 0, credit: {} }
        const sum = (numbers: Readonly<Record<string, number>>) =>
          Object.values(numbers).reduce((all, one) => all + one, 0)
        return sum(earned) - gone === points && sum(credit) === creditHundredths
      })
    },
  },
})

describe('the culture room keeps its laws', () => {
  for (const { name, check } of laws) test(name, check)

  test('its stories reach every event and every refusal', () => {
    // those two ask for nothing unless the organisation sets after how many months points expire, and how many go on
    const except = ['pointsExpire', 'yearsAreClosed']
    reach(lives, training, { runs: 600, seed: 3, of: ['culture'], except }).mustBeWhole()
  })

  test('two hosts spend the same points once', () => {
    const at = '2026-01-05T09:00:00.000Z'
    const spend = (redemptionId: string) => ({
      type: 'RedeemPoints' as const,
      data: { at, redemptionId, learnerId: 'ada', reward: 'A book', amount: 20 },
    })
    const { withConditions, without } = races(training, {
      given: [
        {
          type: 'GrantPoints',
          data: { at, grantId: 'g-1', learnerId: 'ada', source: 'sharing', points: 30 },
        },
      ],
      racing: [
        spend('r-1'),
        {
          type: 'ReverseGrant',
          data: { at, learnerId: 'ada', grantId: 'g-1', cause: 'grantedInError' },
        },
        spend('r-2'),
        { type: 'ExpirePoints', data: { at, learnerId: 'ada', earnedUpTo: at } },
      ],
      orders: 600, // of 369,600
      always: {
        'not below zero': (look) => Object.values(look(rewardBalance)).every(({ points }) => points >= 0),
      },
    })
    expect(withConditions.lost).toEqual([])
    expect(without.lost.length).toBeGreaterThan(0)
  })
})
