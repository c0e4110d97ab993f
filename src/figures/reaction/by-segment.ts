import {
  type MetricEntry,
  type MetricResult,
  suppressSmallCells,
  type TableCell,
  type TableTotal,
  topTwoBox,
  topTwoBoxEntry,
} from '../../metrics/index.ts'
import type { GivenResponse, KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { type MetricFigure, underMetric } from '../figure.ts'
import { suppressBelowPeople, whoGave } from '../kirkpatrick/figure.ts'
import { answeredQuestionsOf, rangeOf } from './answers.ts'
import { agreement, byScale, isOpinion, type Questionnaire, questionnairesOf } from './questionnaires.ts'

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
): ReactionTable => {
  const { name, k, responses } = questionnaire
  const origins = responses.map((response): readonly [GivenResponse, string | undefined] => {
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
          n: answers.length,
          range: [Math.min(...answers), Math.max(...answers)] as const,
          result: suppressBelowPeople(k, people, topTwoBox({ answers, scale, sampled: false })),
        }
      }
      return {
        entry: topTwoBoxEntry,
        total: of(() => true),
        cells: [...segments, outside].map(
          (segment): TableCell => ({
            segment,
            ...of((one) => (segment === outside ? one === undefined : one === segment)),
          }),
        ),
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
          n: given.length,
          range: rangeOf(question, given, part),
          result: results[part ?? ''] as MetricResult,
        }))
      }
      const all = of(() => true)
      const bySegment = [...segments, outside].map((segment) =>
        of((one) => (segment === outside ? one === undefined : one === segment)).map(
          (cell): TableCell => ({ segment, ...cell }),
        ),
      )
      return all.map((total, at) => ({
        entry: question.entry,
        total,
        cells: bySegment.flatMap((cells) => cells[at] ?? []),
      }))
    })
  const rows = [...rated, ...shares]
  const entryOf = new Map(rows.map(({ entry, total }) => [total.question, entry]))
  const told = <Cell extends TableTotal>({ range, result, ...cell }: Cell): Told<Cell> => ({
    ...cell,
    result: underMetric(entryOf.get(cell.question) as MetricEntry, result),
  })
  const { cells, totals } = suppressSmallCells({
    cells: rows.flatMap(({ cells }) => cells),
    totals: rows.map(({ total }) => total),
    k,
  })
  return {
    cells: cells.filter(({ segment }) => segment !== outside).map(told),
    totals: totals.map(told),
  }
}

type Told<Cell> = Omit<Cell, 'range' | 'result'> & { readonly result: MetricFigure }

/** M32, M38 or M39 of each part of those who answered, and of all: small parts hidden. */
export type ReactionTable = {
  readonly cells: readonly Told<TableCell>[]
  readonly totals: readonly Told<TableTotal>[]
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
export const reactionBySegment = (
  program: KirkpatrickState,
  segmentOf: SegmentOf = ({ offeringId }) => offeringId,
): ReactionTable => {
  const tables = questionnairesOf(program).map((questionnaire) => tableOf(program, questionnaire, segmentOf))
  return {
    cells: tables.flatMap(({ cells }) => cells),
    totals: tables.flatMap(({ totals }) => totals),
  }
}
