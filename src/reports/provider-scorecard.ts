import type { AgreedTerms } from '../records/index.ts'
import type { ProviderCard, ProviderFigures } from '../views/index.ts'
import { momentBefore } from '../vocabulary/index.ts'
import { barsOf, moneyPoint } from './charts.ts'
import {
  type Block,
  type Chart,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  pointOf,
  sentences,
} from './document.ts'
import { codeDatum } from './format.ts'
import { composed } from './told-place.ts'

/** One that is paid: the card, and what it says as of the day. */
export type ProviderOnScorecard = {
  readonly providerId: string
  /** One of `providerCards`. */
  readonly card: ProviderCard
  /** Of `providerFigures`, as of the instant of the report. */
  readonly figures: ProviderFigures
}

export type ProviderScorecardInput = {
  /** The instant the cards are told of. */
  readonly asOf: string
  readonly providers: readonly ProviderOnScorecard[]
}

/**
 * How those that are paid did (供应商绩效评价表): whether the last screening recommended them, under which terms they work, how
 * they were rated, what was spent on them. Providers, and whoever else was screened, has terms or was paid.
 *
 * @example
 * ```ts
 * import { en, providerScorecardReport, toMarkdown } from 'training-ops/reports'
 * const card = providerScorecardReport({ asOf: '2026-03-01T01:00:00.000Z', providers: [] })
 * toMarkdown(card, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Provider scorecard'
 * ```
 */
export const providerScorecardReport = (input: ProviderScorecardInput): Document =>
  composed('providerScorecardReport', input, documentOf)

const documentOf = ({ asOf, providers }: ProviderScorecardInput): Document => {
  const paid = providers.filter(
    ({ card }) =>
      card.record.kind === 'provider' ||
      card.record.screenings > 0 ||
      card.record.terms.length > 0 ||
      Object.keys(card.cost).length > 0,
  )
  const unscreened = paid.filter(isPaidUnscreened)
  return {
    title: phrase('providerCard.title'),
    headline: sentences(
      phrase('providerCard.headline', { providers: paid.length, cost: costsOf(paid) }),
      unscreened.length === 0
        ? phrase('providerCard.headline.screened')
        : phrase('providerCard.headline.unscreened', {
            cost: costsOf(unscreened),
            providers: { list: unscreened.map(nameOf) },
          }),
    ),
    asks: unscreened.map((one) => ({
      decision: { phrase: phrase('providerCard.ask', { provider: nameOf(one) }) },
      reason: screeningOf(one.card),
      amount: costOf(one.card),
      consequence: { phrase: phrase('providerCard.ask.without') },
    })),
    blocks: [
      paragraph('providerCard.purpose', { day: { day: asOf } }),
      ...(paid.length === 0 ? [paragraph('providerCard.nobody')] : [overview(paid)]),
      ...costCharts(paid),
      ...barsOf(
        phrase('trainerCard.rating'),
        paid.map((one) => ({ of: nameOf(one), point: pointOf(one.figures.rating, { asRating: true }) })),
      ),
    ],
    sections: [
      { heading: phrase('providerCard.lastScreening'), blocks: screenings(paid) },
      { heading: phrase('providerCard.termsInForce'), blocks: terms(paid) },
      { heading: phrase('evaluation.reading.heading'), blocks: [paragraph('providerCard.reading')] },
    ],
  }
}

/** Money went to it, and no screening recommends it. */
const isPaidUnscreened = ({ card, figures }: ProviderOnScorecard): boolean =>
  Object.values(card.cost).some((minor) => minor > 0) && figures.recommended !== true

/** The money spent on several together, by currency. */
const costsOf = (providers: readonly ProviderOnScorecard[]): Datum => {
  const sums = new Map<string, number>()
  for (const { card } of providers)
    for (const [currency, minor] of Object.entries(card.cost))
      sums.set(currency, (sums.get(currency) ?? 0) + minor)
  return { list: [...sums].map(([currency, minor]) => ({ money: { minor, currency, rounded: true } })) }
}

const none: Datum = { phrase: phrase('value.none') }

const nameOf = ({ providerId, card }: ProviderOnScorecard): Datum =>
  card.record.title === '' ? providerId : card.record.title

const kindOf = ({ record }: ProviderCard): Datum => {
  if (record.kind === '') return none
  return record.kind === 'trainer' ? { phrase: phrase('subject.trainer') } : codeWord('term', record.kind)
}

const screeningOf = ({ record: { lastScreening } }: ProviderCard): Datum =>
  lastScreening === undefined
    ? { phrase: phrase('providerCard.neverScreened') }
    : codeWord('term', lastScreening.outcome)

const costOf = ({ cost }: ProviderCard): Datum => ({
  list: Object.entries(cost).map(([currency, minor]) => ({ money: { minor, currency } })),
})

const overview = (providers: readonly ProviderOnScorecard[]): Block => ({
  kind: 'table',
  columns: [
    column('providerCard.provider'),
    column('needs.column.kind'),
    column('evaluation.column.status'),
    column('providerCard.screening'),
    column('providerCard.termsInForce', 'end'),
    column('trainerCard.rating', 'end'),
    column('status.column.posted', 'end'),
    column('providerCard.flag'),
  ],
  rows: providers.map((one) => [
    nameOf(one),
    kindOf(one.card),
    codeWord('term', one.card.record.status),
    screeningOf(one.card),
    one.figures.terms.length,
    { figure: one.figures.rating, form: { asRating: true } },
    costOf(one.card),
    isPaidUnscreened(one) ? { phrase: phrase('providerCard.unscreened') } : none,
  ]),
})

/** One chart for each currency: sums of two currencies have no common axis. */
const costCharts = (providers: readonly ProviderOnScorecard[]): readonly Chart[] =>
  [...new Set(providers.flatMap(({ card }) => Object.keys(card.cost)))].sort().flatMap((currency) =>
    barsOf(
      phrase('providerCard.costIn', { currency }),
      providers
        .filter(({ card }) => card.cost[currency] !== undefined)
        .map((one) => ({ of: nameOf(one), point: moneyPoint(one.card.cost[currency] ?? 0, currency) })),
    ),
  )

const screenings = (providers: readonly ProviderOnScorecard[]): readonly Block[] => {
  const rows = providers.flatMap((one) => {
    const { lastScreening } = one.card.record
    if (lastScreening === undefined) return []
    const { at, outcome, score, threshold, below } = lastScreening
    return [
      [
        nameOf(one),
        { day: at },
        { share: score / 10_000 },
        { share: threshold / 10_000 },
        codeDatum(below, 'criterion'),
        codeWord('term', outcome),
      ],
    ]
  })
  if (rows.length === 0) return [paragraph('providerCard.nobodyScreened')]
  return [
    {
      kind: 'table',
      columns: [
        column('providerCard.provider'),
        column('providerCard.screenedOn'),
        column('providerCard.score', 'end'),
        column('providerCard.threshold', 'end'),
        column('providerCard.below'),
        column('providerCard.screening'),
      ],
      rows,
    },
  ]
}

const terms = (providers: readonly ProviderOnScorecard[]): readonly Block[] => {
  const rows = providers.flatMap((one) =>
    one.figures.terms.map(
      ({ termsId, minor, currency, per, validFrom, validUntil }: AgreedTerms): readonly Datum[] => [
        nameOf(one),
        termsId,
        {
          phrase: phrase('providerCard.per', {
            amount: { money: { minor, currency } },
            per: codeWord('per', per),
          }),
        },
        { day: validFrom },
        validUntil === null ? { phrase: phrase('transcript.withoutEnd') } : { day: momentBefore(validUntil) },
      ],
    ),
  )
  if (rows.length === 0) return [paragraph('providerCard.noTerms')]
  return [
    {
      kind: 'table',
      columns: [
        column('providerCard.provider'),
        column('providerCard.terms'),
        column('providerCard.rate', 'end'),
        column('transcript.column.validFrom'),
        column('transcript.column.validUntil'),
      ],
      rows,
    },
  ]
}
