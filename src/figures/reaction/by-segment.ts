import {
  type MetricEntry,
  type MetricResult,
  type Statement,
  suppressSmallCells,
  type TableCell,
  type TableTotal,
  topTwoBox,
  topTwoBoxEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { type MetricFigure, underMetric } from '../figure.ts'
import { type CountedResponse, suppressBelowPeople, whoGave } from '../kirkpatrick/figure.ts'
import { answeredQuestionsOf, rangeOf } from './answers.ts'
import { agreement, byScale, isOpinion, type Questionnaire, questionnairesOf } from './questionnaires.ts'
import { choiceIn, satisfiedIn } from './statements.ts'

/** Where an answer came from: its class, and whose it is where that is known. */
export type AnswerOrigin = {
  readonly offeringId?: string
  readonly respondentId?: string
  readonly learnerId?: string
}

/** The part of everybody asked that an answer belongs to; none where it is in no part. */
export type SegmentOf = (origin: AnswerOrigin) => string | undefined

const tableOf = (
  program: KirkpatrickState,
  questionnaire: Questionnaire,
  segmentOf: SegmentOf,
): ReactionCells => {
  const { name, k, responses } = questionnaire
  const origins = responses.map((response): readonly [CountedResponse, string | undefined] => {
    const { offeringId } = program.asked[response.administrationId] ?? {}
    const { respondentId, learnerId } = response
    return [
      response,
      segmentOf({
        ...given({ offeringId, respondentId, learnerId }),
      }),
    ]
  })
  const segments = [...new Set(origins.flatMap(([, segment]) => segment ?? []))].sort()
  const outside = [...segments, '-'].join(' ')
  const rated = byScale(questionnaire.items.filter(isOpinion)).flatMap(({ scale, items }) =>
    items.map((item) => {
      const question = `${name}:${item.itemId}`
      const of = (isIn: (segment: string | undefined) => boolean) => {
        const given = origins.flatMap(([response, segment]) => {
          const answer = agreement(item, response)
          return answer === null || !isIn(segment) ? [] : [{ answer, response }]
        })
        const answers = given.map(({ answer }) => answer)
        const people = new Set(whoGave(given.map(({ response }) => response))).size
        return {
          question,
          entry: topTwoBoxEntry,
          n: answers.length,
          range: [Math.min(...answers), Math.max(...answers)] as const,
          statement: satisfiedIn(
            item,
            given.map(({ response }) => response),
          ),
          result: suppressBelowPeople(k, people, topTwoBox({ answers, scale, sampled: false })),
        }
      }
      return {
        total: of(() => true),
        cells: [...segments, outside].map((segment) => ({
          segment,
          ...of((one) => (segment === outside ? one === undefined : one === segment)),
        })),
      }
    }),
  )
  const shares = answeredQuestionsOf(questionnaire)
    .filter(({ itemId }) => !questionnaire.items.some((item) => item.itemId === itemId))
    .flatMap((question) => {
      const segmentOfResponse = new Map(origins)
      const of = (isIn: (segment: string | undefined) => boolean) => {
        const given = question.given.filter(({ response }) => isIn(segmentOfResponse.get(response)))
        const results = question.measure(given.map(({ answer }) => answer))
        return question.parts.map((part) => ({
          question: [name, question.itemId, ...(part === undefined ? [] : [part])].join(':'),
          entry: question.entry,
          n: given.length,
          range: rangeOf(question, given, part),
          statement: choiceIn(question, part, given),
          result: results[part ?? ''] as MetricResult,
        }))
      }
      const all = of(() => true)
      const bySegment = [...segments, outside].map((segment) =>
        of((one) => (segment === outside ? one === undefined : one === segment)).map((cell) => ({
          segment,
          ...cell,
        })),
      )
      return all.map((total, at) => ({
        total,
        cells: bySegment.flatMap((cells) => cells[at] ?? []),
      }))
    })
  const rows = [...rated, ...shares]
  const { cells, totals } = suppressSmallCells({
    cells: rows.flatMap(({ cells }) => cells),
    totals: rows.map(({ total }) => total),
    k,
  })
  const isOutside = ({ segment }: TableCell) => segment === outside
  return {
    cells: cells.filter((cell) => !isOutside(cell)),
    totals,
    outside: cells.filter((cell) => isOutside(cell) && cell.n > 0),
  }
}

/** With the metric, and with the answers that it rests on, for the audit. */
type Audited<Cell> = Cell & { readonly entry: MetricEntry; readonly statement: Statement }

export type ReactionCells = {
  readonly cells: readonly Audited<TableCell>[]
  readonly totals: readonly Audited<TableTotal>[]
  /** People in no segment, who are never told of. */
  readonly outside: readonly Audited<TableCell>[]
}

type Shown<Cell> = Omit<Cell, 'range' | 'result'> & { readonly result: MetricFigure }

const shown = <Cell extends TableTotal>({
  range,
  result,
  entry,
  statement,
  ...cell
}: Audited<Cell>): Shown<Cell> => ({
  ...(cell as Omit<Cell, 'range' | 'result'>),
  result: underMetric(entry, result),
})

/** M32, M38 or M39 of each part of those who answered, and of all: small parts hidden. */
export type ReactionTable = {
  readonly cells: readonly Shown<TableCell>[]
  readonly totals: readonly Shown<TableTotal>[]
}

/**
 * How satisfied each part of those who answered was, question by question, and what it chose, option by option; small parts hidden: fewer than `k` people
 * are not told of, nor a part of fewer than twice `k` who all said the same, and where one hidden part could be reckoned
 * from the others, the next smallest is hidden too; who is in no part is a hidden part. Parts
 * are classes, unless `segmentOf` says otherwise (by department, say, from a host's own list); of an anonymous answer
 * only its class is known.
 *
 * @example
 * ```ts
 * import { kirkpatrick, reactionBySegment } from 'training-ops'
 * reactionBySegment(kirkpatrick.initial()) // => { cells: [], totals: [] }
 * ```
 */
export const reactionBySegment = (program: KirkpatrickState, segmentOf?: SegmentOf): ReactionTable =>
  asReactionTable(reactionCells(program, segmentOf))

export const asReactionTable = ({ cells, totals }: Omit<ReactionCells, 'outside'>): ReactionTable => ({
  cells: cells.map(shown),
  totals: totals.map(shown),
})

export const reactionCells = (
  program: KirkpatrickState,
  segmentOf: SegmentOf = ({ offeringId }) => offeringId,
): ReactionCells => {
  const tables = questionnairesOf(program).map((questionnaire) => tableOf(program, questionnaire, segmentOf))
  return {
    cells: tables.flatMap(({ cells }) => cells),
    totals: tables.flatMap(({ totals }) => totals),
    outside: tables.flatMap(({ outside }) => outside),
  }
}
