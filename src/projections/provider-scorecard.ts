import { projections } from '../kernel/index.ts'
import type { MetricResult } from '../metrics/index.ts'
import type { PlanningEvent } from '../planning/events.ts'
import type { ResourceEvent } from '../resources/events.ts'
import { meanRating, type RatingSums, rated, ratingsOfBoth } from './rating-sums.ts'
import { noRecord, type ResourceRecord, recording } from './resource-record.ts'

export type LastScreening = {
  at: string
  score: number
  threshold: number
  outcome: 'recommended' | 'notRecommended'
  below: readonly string[]
}

export type AgreedTerms = {
  termsId: string
  minor: number
  currency: string
  per: string
  validFrom: string
  validUntil: string | null
}

/** What is known of one that is paid: a provider (供应商), an expert, a venue. */
export type ProviderCard = {
  record: ResourceRecord
  screenings: number
  lastScreening?: LastScreening
  terms: AgreedTerms[]
  ratings: RatingSums
  /** What was posted for it, whole minor units by currency. */
  cost: Record<string, number>
}

export type ProviderScorecardState = { providers: Record<string, ProviderCard> }

const cardIn = ({ providers }: ProviderScorecardState, resourceId: string): ProviderCard => {
  providers[resourceId] ??= { record: noRecord(), screenings: 0, terms: [], ratings: {}, cost: {} }
  return providers[resourceId]
}

/** Screening, terms, ratings and cost of everybody and everything that is paid. Costs of any half add up. */
export const providerScorecard = projections<PlanningEvent | ResourceEvent>()({
  name: 'providerScorecard',
  initial: (): ProviderScorecardState => ({ providers: {} }),
  on: {
    ...recording<ProviderScorecardState>((state, resourceId) => cardIn(state, resourceId).record),
    ProviderScreened: (state, { at, resourceId, score, threshold, outcome, below }) => {
      const card = cardIn(state, resourceId)
      card.screenings++
      card.lastScreening = { at, score, threshold, outcome, below }
    },
    TermsAgreed: (state, { resourceId, termsId, rate, validFrom, validUntil }) => {
      const { minor, currency } = rate.amount
      cardIn(state, resourceId).terms.push({
        termsId,
        minor,
        currency,
        per: rate.per,
        validFrom,
        validUntil: validUntil ?? null,
      })
    },
    ResourceRated: (state, rating) => rated(cardIn(state, rating.resourceId).ratings, rating),
    CostPosted: (state, { payeeId, amount: { minor, currency } }) => {
      if (payeeId === undefined) return
      const { cost } = cardIn(state, payeeId)
      cost[currency] = (cost[currency] ?? 0) + minor
    },
  },
  shardBy: 'resourceId',
  merge: (a, b) => {
    const providers = { ...a.providers }
    for (const [resourceId, card] of Object.entries(b.providers)) {
      const had = providers[resourceId]
      providers[resourceId] = had === undefined ? card : oneCard(had, card)
    }
    return { providers }
  },
})

/** What the resources room says stands in one half; costs may stand in both. */
const oneCard = (a: ProviderCard, b: ProviderCard): ProviderCard => {
  const known = a.record.status === 'unknown' && a.screenings === 0 && a.terms.length === 0 ? b : a
  const cost = { ...a.cost }
  for (const [currency, minor] of Object.entries(b.cost)) cost[currency] = (cost[currency] ?? 0) + minor
  return { ...known, ratings: ratingsOfBoth(a.ratings, b.ratings), cost }
}

export type ProviderFigures = {
  /** Mean rating as a share of the scale. */
  readonly rating: MetricResult
  /** The terms in force, the last agreed first. */
  readonly terms: readonly AgreedTerms[]
  /** Whether the last screening recommended it; `undefined` where it was never screened. */
  readonly recommended?: boolean
}

/**
 * What a card says as of an instant.
 *
 * @example
 * ```ts
 * import { project, providerFigures, providerScorecard, resourceEvents } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const rated = resourceEvents.make.ResourceRated({
 *   at, resourceId: 'brightline', ratedBy: 'ada', rating: 4, scale: { min: 1, max: 5 }, aspect: 'overall',
 * })
 * const card = project(providerScorecard, [rated]).providers.brightline
 * card && providerFigures(card, at) // => { rating: { status: 'ok', value: 0.75, n: 1, unit: 'ratio' }, terms: [] }
 * ```
 */
export const providerFigures = (card: ProviderCard, asOf: string): ProviderFigures => ({
  rating: meanRating(card.ratings),
  terms: card.terms
    .filter(({ validFrom, validUntil }) => validFrom <= asOf && (validUntil === null || validUntil > asOf))
    .reverse(),
  ...(card.lastScreening === undefined ? {} : { recommended: card.lastScreening.outcome === 'recommended' }),
})
