import type { StandingObligation } from '../figures/index.ts'
import type { CurrentCell, WhoIsCurrent } from '../views/index.ts'
import {
  type Block,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  type Section,
  sentences,
  shadedFigure,
} from './document.ts'
import { composed } from './told-place.ts'

export type WhoIsCurrentInput = {
  /** The local day it is told of. */
  readonly on: string
  /** `whoIsCurrent` of that day. */
  readonly view: WhoIsCurrent
  /** Titles of requirements; one without is told by its id. */
  readonly requirements?: Readonly<Record<string, string>>
  /** Departments in words of the host; a word of the language unless given. */
  readonly departments?: Readonly<Record<string, string>>
  /** How many rows the lists of people have at most: 40 unless given. */
  readonly most?: number
}

const none: Datum = { phrase: phrase('value.none') }

/**
 * Compliance at a glance (合规一览表): departments against requirements, who is overdue, and what runs out soon. It names people: give it
 * to whoever answers for them.
 *
 * @example
 * ```ts
 * import { whoIsCurrent } from 'training-ops'
 * import { en, toMarkdown, whoIsCurrentReport } from 'training-ops/reports'
 * const view = whoIsCurrent({ obligations: [], today: '2026-03-01', departmentOf: () => 'sales' })
 * toMarkdown(whoIsCurrentReport({ on: '2026-03-01', view }), { language: en, zone: 'UTC' }).split('\n')[0] // => '# Who is current'
 * ```
 */
export const whoIsCurrentReport = (input: WhoIsCurrentInput): Document =>
  composed('whoIsCurrentReport', input, documentOf)

const documentOf = ({
  on,
  view,
  requirements = {},
  departments = {},
  most = 40,
}: WhoIsCurrentInput): Document => {
  const titleOf = (id: string): Datum => requirements[id] ?? id
  const { total, overdue, expiringSoon, byRequirement } = view
  const [lowest] = Object.entries(byRequirement)
    .flatMap(([id, { current, obliged }]) =>
      current.status === 'ok' && current.value < 1 ? [{ id, current, obliged }] : [],
    )
    .sort((a, b) => a.current.value - b.current.value)
  return {
    title: phrase('current.title'),
    headline: sentences(
      phrase('current.headline', {
        share: { figure: total.current, form: { withoutCount: true } },
        obliged: total.obliged,
        overdue: new Set(overdue.map(({ learnerId }) => learnerId)).size,
        expiring: new Set(expiringSoon.map(({ learnerId }) => learnerId)).size,
      }),
      lowest &&
        phrase('current.headline.lowest', {
          requirement: titleOf(lowest.id),
          share: { figure: lowest.current, form: { withoutCount: true } },
          obliged: lowest.obliged,
        }),
    ),
    blocks: [
      paragraph('status.asOf', { day: { day: on } }),
      matrix(view, titleOf, (department) => departments[department] ?? codeWord('term', department)),
    ],
    sections: [
      listSection('current.overdue', overdue, titleOf, most),
      listSection('current.expiring', expiringSoon, titleOf, most),
    ],
  }
}

const cellDatum = (cell: CurrentCell | undefined): Datum =>
  cell === undefined ? none : shadedFigure(cell.current)

const matrix = (
  { requirementIds, rows, total, byRequirement }: WhoIsCurrent,
  titleOf: (id: string) => Datum,
  departmentOf: (department: string) => Datum,
): Block => ({
  kind: 'table',
  columns: [
    column('statistics.segment'),
    ...requirementIds.map((id) => ({
      head: phrase('evaluation.statement', { statement: titleOf(id) }),
      align: 'end' as const,
    })),
    column('current.all', 'end'),
  ],
  rows: [
    ...rows.map(({ department, cells, all }): readonly Datum[] => [
      departmentOf(department),
      ...requirementIds.map((id) => cellDatum(cells[id])),
      cellDatum(all),
    ]),
    [
      { phrase: phrase('statistics.total') },
      ...requirementIds.map((id) => cellDatum(byRequirement[id])),
      cellDatum(total),
    ],
  ],
  legend: { light: phrase('legend.low'), dark: phrase('legend.high') },
})

const listSection = (
  heading: 'current.overdue' | 'current.expiring',
  people: readonly StandingObligation[],
  titleOf: (id: string) => Datum,
  most: number,
): Section => ({
  heading: phrase(heading),
  blocks:
    people.length === 0
      ? [paragraph('current.nobody')]
      : [
          {
            kind: 'table',
            columns: [
              column('current.person'),
              column('statistics.requirement'),
              column('evaluation.column.due'),
              column('evaluation.column.status'),
            ],
            rows: people
              .slice(0, most)
              .map(({ learnerId, requirementId, due, state }) => [
                learnerId,
                titleOf(requirementId),
                due === undefined ? none : { day: due },
                codeWord('term', state),
              ]),
          },
          ...(people.length > most ? [paragraph('current.more', { count: people.length - most })] : []),
        ],
})
