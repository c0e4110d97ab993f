import type { DueItem } from '../views/index.ts'
import { column, type Datum, type Document, paragraph, phrase, type Section } from './document.ts'
import { composed } from './told-place.ts'

export type OperationsBoardInput = {
  /** The local day it is looked at, and the last day it looks ahead to. */
  readonly on: string
  readonly until: string
  /** `operationsBoard` of these days. */
  readonly items: readonly DueItem[]
  /** Titles of programs and classes; what has none is told by its id. */
  readonly titles?: Readonly<Record<string, string>>
}

const none: Datum = { phrase: phrase('value.none') }

/**
 * The board of the week (运营看板): what is overdue, what is due, and whose it is.
 *
 * @example
 * ```ts
 * import { en, operationsBoardReport, toMarkdown } from 'training-ops/reports'
 * const board = operationsBoardReport({ on: '2026-03-02', until: '2026-03-08', items: [] })
 * toMarkdown(board, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Operations board, 2 March 2026'
 * ```
 */
export const operationsBoardReport = (input: OperationsBoardInput): Document =>
  composed('operationsBoardReport', input, documentOf)

const documentOf = ({ on, until, items, titles = {} }: OperationsBoardInput): Document => {
  const late = items.filter(({ overdue }) => overdue)
  const ahead = items.filter(({ overdue }) => !overdue)
  const nobody = items.filter(({ owner }) => owner === undefined).length
  return {
    title: phrase('board.title', { day: { day: on } }),
    headline: phrase('board.headline', { overdue: late.length, due: ahead.length, until: { day: until } }),
    limitations: nobody === 0 ? [] : [phrase('board.unowned', { count: nobody })],
    blocks: [],
    sections: [sectionOf('board.overdue', late, titles), sectionOf('board.due', ahead, titles)],
  }
}

const sectionOf = (
  heading: 'board.overdue' | 'board.due',
  items: readonly DueItem[],
  titles: Readonly<Record<string, string>>,
): Section => ({
  heading: phrase(heading),
  blocks:
    items.length === 0
      ? [paragraph('board.nothing')]
      : [
          {
            kind: 'table',
            columns: [
              column('evaluation.column.due'),
              column('board.what'),
              column('board.item'),
              column('status.column.program'),
              column('evaluation.column.owner'),
            ],
            rows: items.map(({ due, what, title, programId, offeringId, owner }) => {
              const of = programId ?? offeringId
              return [
                { day: due },
                { phrase: phrase(`board.${what}`) },
                title,
                of === undefined ? none : (titles[of] ?? of),
                owner ?? none,
              ]
            }),
          },
        ],
})
