import {
  type AnyEvent,
  paymentRecord,
  planningEvents,
  project,
  providerCards,
  providerFigures,
  resourceEvents,
  resourceRecord,
} from 'training-ops'
import { describe, expect, test } from 'vitest'

const known = resourceEvents.make
const at = '2026-03-01T01:00:00.000Z'
const resourceId = 'brightline'
const criteria = [{ criterion: 'content', weight: 10_000, score: 70 }]
const screened = (threshold: number, outcome: 'recommended' | 'notRecommended') =>
  known.ProviderScreened({
    at,
    resourceId,
    screenedBy: 'lin',
    scale: { min: 0, max: 100 },
    criteria,
    score: 7000,
    threshold,
    below: [],
    outcome,
  })
const agreed = (termsId: string, minor: number, validFrom: string, validUntil?: string) =>
  known.TermsAgreed({
    at,
    resourceId,
    termsId,
    rate: { amount: { minor, currency: 'CNY' }, per: 'day' },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
  })
const rated = (ratedBy: string, rating: number, max: number) =>
  known.ResourceRated({ at, resourceId, ratedBy, rating, scale: { min: 1, max }, aspect: 'overall' })
const paid = (invoice: string, minor: number, currency: string, payeeId?: string) =>
  planningEvents.make.CostPosted({
    at,
    planId: 'plan',
    lineId: 'l-1',
    category: 'trainerFee',
    amount: { minor, currency },
    invoice,
    settled: 0,
    ...(payeeId === undefined ? {} : { payeeId }),
  })
const log = [
  known.ResourceRegistered({ at, resourceId, kind: 'provider', title: 'Brightline', bufferMinutes: 0 }),
  screened(8000, 'notRecommended'),
  screened(6000, 'recommended'),
  agreed('t-1', 700_000, '2026-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'),
  agreed('t-2', 800_000, '2026-07-01T00:00:00.000Z'),
  paid('i-1', 700_000, 'CNY', resourceId),
  paid('i-2', 50_000, 'CNY', resourceId),
  paid('i-3', 9_000, 'USD', resourceId),
  paid('i-4', 1, 'CNY'),
  rated('ada', 4, 5),
  rated('bob', 5, 5),
  rated('cyd', 4, 11),
]
const cardIn = (events: readonly AnyEvent[], options = {}) =>
  providerCards({
    resources: project(resourceRecord, events, options),
    payments: project(paymentRecord, events, options),
  })[resourceId]
const card = cardIn(log)

describe('a provider’s scorecard', () => {
  test('keeps the last screening, its terms, and what was paid in each currency', () => {
    expect(card).toMatchObject({
      record: {
        kind: 'provider',
        status: 'active',
        screenings: 2,
        lastScreening: { score: 7000, threshold: 6000, outcome: 'recommended' },
      },
      cost: { CNY: 750_000, USD: 9_000 },
    })
  })
  test('rates it as a share of whatever scale was used', () => {
    const { rating } = providerFigures(card as never, at)
    expect(rating).toMatchObject({ status: 'ok', n: 3 })
    expect(rating.status === 'ok' && rating.value).toBeCloseTo((0.75 + 1 + 0.3) / 3, 12)
  })
  test('knows the terms in force and whether it is recommended, as of a day', () => {
    const on = (day: string) => providerFigures(card as never, `${day}T00:00:00.000Z`)
    expect(on('2026-06-30').terms.map(({ termsId }) => termsId)).toEqual(['t-1'])
    expect(on('2026-07-01').terms.map(({ termsId }) => termsId)).toEqual(['t-2'])
    expect(on('2025-12-31').terms).toEqual([])
    expect(on('2026-07-01').recommended).toBe(true)
  })
  test('has no rating where nobody rated', () => {
    const [venue] = log
    const fresh = cardIn([venue as never])
    expect(providerFigures(fresh as never, at)).toEqual({
      rating: {
        metric: 'M33b',
        options: {},
        status: 'undefined',
        reason: { code: 'TooFewObservations', need: 1, have: 0 },
      },
      terms: [],
    })
  })
  test('is what was known on an earlier day', () => {
    const before = cardIn(
      [
        ...log,
        {
          ...paid('i-9', 5, 'CNY', resourceId),
          data: { ...paid('i-9', 5, 'CNY', resourceId).data, at: '2026-09-01T00:00:00.000Z' },
        },
      ],
      { asOf: at },
    )
    expect(before?.cost.CNY).toBe(750_000)
  })
})
