import type { ReactionTable } from '../figures/index.ts'
import { codeWord, column, type Datum, type Document, paragraph, phrase, shadedFigure } from './document.ts'
import { composed } from './told-place.ts'

export type SatisfactionInput = {
  /** The program, or the period, that was asked about. */
  readonly title: string
  /** `reactionBySegment`: small parts are hidden in it. */
  readonly table: ReactionTable
  /** The titles of its parts; one without is told by its word, or its id. */
  readonly segments?: Readonly<Record<string, string>>
}

const none: Datum = { phrase: phrase('value.none') }

const wordOf = (question: string): Datum => codeWord('term', question.split(':').at(-1) ?? question)

/**
 * Satisfaction part by part (分群体满意率): questions down, parts of those who answered across. A part of too few people is withheld,
 * and so is one that could be reckoned from the others.
 *
 * @example
 * ```ts
 * import { en, satisfactionReport, toMarkdown } from 'training-ops/reports'
 * const report = satisfactionReport({ title: 'Leading a team', table: { totals: [], cells: [] } })
 * toMarkdown(report, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Satisfaction by segment: Leading a team'
 * ```
 */
export const satisfactionReport = (input: SatisfactionInput): Document =>
  composed('satisfactionReport', input, documentOf)

const documentOf = ({ title, table, segments = {} }: SatisfactionInput): Document => {
  const totals = table.totals.filter(({ result }) => result.metric === 'M32')
  const cells = table.cells.filter(({ result }) => result.metric === 'M32')
  const parts = [...new Set(cells.map(({ segment }) => segment))]
  const nameOf = (segment: string): Datum => segments[segment] ?? codeWord('term', segment)
  const told = cells.flatMap(({ segment, question, result }) =>
    result.status === 'ok' ? [{ segment, question, result }] : [],
  )
  const [lowest] = [...told].sort((a, b) => a.result.value - b.result.value)
  const withheld = cells.filter(({ result }) => result.status === 'suppressed').length
  return {
    title: phrase('satisfaction.title', { title }),
    ...(lowest === undefined
      ? { headline: phrase('satisfaction.nothing') }
      : {
          headline: phrase('satisfaction.headline', {
            segment: nameOf(lowest.segment),
            question: wordOf(lowest.question),
            share: { figure: lowest.result },
          }),
        }),
    limitations: withheld === 0 ? [] : [phrase('satisfaction.withheld', { count: withheld })],
    blocks:
      totals.length === 0
        ? [paragraph('satisfaction.nothing')]
        : [
            {
              kind: 'table',
              columns: [
                column('satisfaction.question'),
                ...parts.map((segment) => ({
                  head: phrase('evaluation.statement', { statement: nameOf(segment) }),
                  align: 'end' as const,
                })),
                column('statistics.total', 'end'),
              ],
              rows: totals.map(({ question, result }) => [
                wordOf(question),
                ...parts.map((segment): Datum => {
                  const cell = cells.find((one) => one.segment === segment && one.question === question)
                  return cell === undefined ? none : shadedFigure(cell.result)
                }),
                shadedFigure(result),
              ]),
              legend: { light: phrase('legend.low'), dark: phrase('legend.high') },
            },
          ],
    sections: [
      { heading: phrase('evaluation.reading.heading'), blocks: [paragraph('satisfaction.reading')] },
    ],
  }
}
