import {
  type Against,
  type Ask,
  type Block,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Recommendation,
  type Section,
} from './document.ts'
import type { BlockRole } from './spelled.ts'

/** A block of the first page, and what it is there. */
export type FirstBlock = { readonly role: BlockRole; readonly block: Block }

const none: Datum = { phrase: phrase('value.none') }

/** A table that leaves out the columns in which nothing stands. */
const tableOf = <Row>(
  caption: 'asks.heading' | 'first.targets' | 'first.recommendations',
  rows: readonly Row[],
  columns: readonly (readonly [Parameters<typeof column>[0], (row: Row) => Datum | undefined, 'end'?])[],
): Block => {
  const shown = columns.filter(([, of]) => rows.some((row) => of(row) !== undefined))
  return {
    kind: 'table',
    caption: phrase(caption),
    columns: shown.map(([words, , align]) => column(words, align)),
    rows: rows.map((row) => shown.map(([, of]) => of(row) ?? none)),
  }
}

const asksTable = (asks: readonly Ask[]): Block =>
  tableOf('asks.heading', asks, [
    ['asks.decision', ({ decision }) => decision],
    ['asks.reason', ({ reason }) => reason],
    ['summary.amount', ({ amount }) => amount, 'end'],
    ['summary.askedBy', ({ askedBy }) => askedBy],
    ['evaluation.column.due', ({ due }) => due],
    ['asks.consequence', ({ consequence }) => consequence],
  ])

const targetsTable = (targets: readonly Against[]): Block =>
  tableOf('first.targets', targets, [
    ['first.of', ({ of }) => of],
    ['first.actual', ({ actual }) => actual, 'end'],
    ['first.target', ({ target }) => target, 'end'],
    [
      'first.met',
      ({ met }) =>
        met === undefined ? undefined : { phrase: phrase(met ? 'first.met.yes' : 'first.met.no') },
    ],
    ['first.previous', ({ previous }) => previous, 'end'],
    ['first.trend', ({ trend }) => trend && codeWord('trend', trend)],
  ])

const recommendationsTable = (recommendations: readonly Recommendation[]): Block =>
  tableOf('first.recommendations', recommendations, [
    ['evaluation.column.action', ({ action }) => action],
    ['evaluation.column.because', ({ because }) => because],
    ['summary.amount', ({ amount }) => amount, 'end'],
    ['evaluation.column.owner', ({ owner }) => owner],
    ['evaluation.column.due', ({ due }) => due],
    ['first.measuredBy', ({ measuredBy }) => measuredBy],
    ['evaluation.column.status', ({ status }) => status],
  ])

const isSaid = (datum: Datum | undefined): boolean =>
  datum !== undefined && !(typeof datum === 'object' && 'list' in datum && datum.list.length === 0)

/** A recommendation that nobody owns, or that has no day, is none that anybody carries out. */
const unowned = (recommendations: readonly Recommendation[]): readonly Phrase[] =>
  (
    [
      ['first.withoutOwner', ({ owner }: Recommendation) => owner],
      ['first.withoutDay', ({ due }: Recommendation) => due],
    ] as const
  ).flatMap(([words, of]) => {
    const count = recommendations.filter((one) => !isSaid(of(one))).length
    return count === 0 ? [] : [phrase(words, { count })]
  })

/** The answer, as every renderer writes it under the title: verdict, grounds, requests, targets, recommendations, limitations. */
export const firstBlocks = (document: Document): readonly FirstBlock[] => {
  const { headline, verdict, asks = [], targets = [], recommendations = [] } = document
  const limitations = [...(document.limitations ?? []), ...unowned(recommendations)]
  const when = (role: BlockRole, is: boolean, ...blocks: readonly Block[]): readonly FirstBlock[] =>
    is ? blocks.map((block) => ({ role, block })) : []
  return [
    ...(headline === undefined ? [] : when('headline', true, { kind: 'paragraph', text: headline })),
    ...(verdict === undefined
      ? []
      : [
          ...when('verdict', true, paragraph('verdict.is', { verdict: codeWord('verdict', verdict.is) })),
          ...when('grounds', true, { kind: 'bullets', items: verdict.grounds }),
        ]),
    ...when('asks', asks.length > 0, paragraph('asks.heading'), asksTable(asks)),
    ...when('targets', targets.length > 0, targetsTable(targets)),
    ...when(
      'recommendations',
      recommendations.length > 0,
      paragraph('first.recommendations'),
      recommendationsTable(recommendations),
    ),
    ...when('limitations', limitations.length > 0, paragraph('first.limitations'), {
      kind: 'bullets',
      items: limitations,
    }),
  ]
}

/** The sections of a document in the order they are read: the appendix last, under its own name. */
export const sectionsOf = ({
  sections,
  appendix = [],
}: Document): readonly (Section & { readonly part: 'evidence' | 'appendix' })[] => [
  ...sections.map((section) => ({ ...section, part: 'evidence' as const })),
  ...appendix.map(({ heading, blocks }) => ({
    heading: phrase('appendix.heading', { heading: { phrase: heading } }),
    blocks,
    part: 'appendix' as const,
  })),
]
