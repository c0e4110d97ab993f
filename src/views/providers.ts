import { figureOf, type MetricFigure } from '../figures/figure.ts'
import { resourceRatingFigure } from '../figures/ratings.ts'
import type { PaymentRecords } from '../records/resource/payments.ts'
import {
  type AgreedTerms,
  type ResourceRecord,
  type ResourceRecords,
  resourceRecord,
} from '../records/resource/record.ts'
import { given } from '../vocabulary/index.ts'

/** One that is paid: a provider (供应商), an expert, a venue. Its record, and what was posted for it by currency. */
export type ProviderCard = {
  readonly record: ResourceRecord
  readonly cost: Readonly<Record<string, number>>
}

/**
 * The cards of everybody and everything that is registered or paid, by id (供应商绩效评价表).
 *
 * @example
 * ```ts
 * import { providerCards, resourceRecord } from 'training-ops'
 * providerCards({ resources: { acme: { ...resourceRecord.initial(), title: 'Acme' } }, payments: {} }).acme?.record.title // => 'Acme'
 * ```
 */
export const providerCards = ({
  resources,
  payments,
}: {
  readonly resources: ResourceRecords
  readonly payments: PaymentRecords
}): Readonly<Record<string, ProviderCard>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(resources), ...Object.keys(payments)])].map((id) => [
      id,
      { record: resources[id] ?? resourceRecord.initial(), cost: payments[id]?.cost ?? {} },
    ]),
  )

export type ProviderFigures = {
  /** M33b. */
  readonly rating: MetricFigure
  /** The terms in force, the last agreed first. */
  readonly terms: readonly AgreedTerms[]
  /** Whether the last screening recommended it; `undefined` where it was never screened. */
  readonly recommended?: boolean
}

/**
 * The figures of a card as of an instant.
 *
 * @example
 * ```ts
 * import { project, providerCards, providerFigures, resourceEvents, resourceRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const rated = resourceEvents.make.ResourceRated({
 *   at, resourceId: 'brightline', ratedBy: 'ada', rating: 4, scale: { min: 1, max: 5 }, aspect: 'overall',
 * })
 * const card = providerCards({ resources: project(resourceRecord, [rated]), payments: {} }).brightline
 * const { rating } = card ? providerFigures(card, at) : { rating: undefined }
 * rating?.status === 'ok' && rating.value // => 0.75
 * ```
 */
export const providerFigures = ({ record }: ProviderCard, asOf: string): ProviderFigures => ({
  rating: figureOf(resourceRatingFigure, record),
  terms: record.terms
    .filter(({ validFrom, validUntil }) => validFrom <= asOf && (validUntil === null || validUntil > asOf))
    .reverse(),
  ...given({ recommended: record.lastScreening && record.lastScreening.outcome === 'recommended' }),
})
