import type { PublishedFigure, Purpose } from '../../evaluation/events.ts'
import {
  type Answered,
  type MetricEntry,
  type MetricResult,
  suppressed,
  tellsOnPeople,
} from '../../metrics/index.ts'
import type { GivenResponse, KirkpatrickState } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import type { Options } from '../figure.ts'

/** A figure of a program: which metric, under which options, at which level, of what. */
export type KirkpatrickFigure = {
  /** Unique within a program: `M32:reaction/1:clear`. */
  readonly figure: string
  /** Its id in the catalog. */
  readonly metric: string
  readonly options: Options
  /** Kirkpatrick's four, Phillips's return at 5, and at 0 what was put in. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5
  /** The subject of the figure: an item, a subscale, a measure. */
  readonly of: Readonly<Record<string, string | number>>
  readonly result: MetricResult
}

/** A figure of a program under the id of its metric; `name` tells it from others of that metric. */
export const studyFigure = (
  { id }: MetricEntry,
  {
    level,
    of = {},
    options = {},
    name = [],
  }: Partial<KirkpatrickFigure> & {
    readonly level: KirkpatrickFigure['level']
    readonly name?: readonly (string | number)[]
  },
  result: MetricResult,
): KirkpatrickFigure => ({ figure: [id, ...name].join(':'), metric: id, options, level, of, result })

/** The answers of everybody who was asked: one row a person, one column a question. */
export type AnswerRows = readonly (readonly (number | null)[])[]

/** By whom each answer was given; of anonymous answers each is somebody's own. */
export const whoGave = (responses: readonly Pick<GivenResponse, 'respondentId'>[]): readonly string[] =>
  responses.map(({ respondentId }, at) => respondentId ?? `anonymous ${at}`)

const peopleWhere = (who: readonly string[] | undefined, is: readonly boolean[]): number =>
  who === undefined ? is.filter(Boolean).length : new Set(who.filter((_, at) => is[at])).size

/**
 * A figure as it may be told where no figure tells of fewer than `k` people. It rests on the answers of `rows`, which
 * `who` gave; of fewer than `k` people it is suppressed, and so it is where one of its questions may not be told alone:
 * it would give that away.
 */
export const suppressBelow = (
  k: number,
  rows: AnswerRows,
  result: MetricResult,
  who?: readonly string[],
): MetricResult => {
  const people = peopleWhere(
    who,
    rows.map((row) => row.some((answer) => answer !== null)),
  )
  if (people > 0 && people < k) return suppressed(people, k)
  const columns = (rows[0] ?? []).map((_, column): Answered => {
    const given = rows.flatMap((row) => row[column] ?? [])
    return {
      n: peopleWhere(
        who,
        rows.map((row) => row[column] !== null),
      ),
      range: [Math.min(...given), Math.max(...given)],
    }
  })
  return columns.some((answered) => tellsOnPeople(answered, k)) ? suppressed(people, k) : result
}

/** The same of what people gained from one time to the next, of those who were there both times. */
export const suppressGainsBelow = (
  k: number,
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  result: MetricResult,
): MetricResult => {
  const pairs = before.flatMap((score, person) => {
    const later = after[person] ?? null
    return score === null || later === null ? [] : [`${score} ${later}`]
  })
  const rows = pairs.map((pair) => [pairs.indexOf(pair)])
  return suppressBelow(k, rows, result.status === 'ok' ? suppressBelowPeople(k, result.n, result) : result)
}

/** A figure of people of whom no single answer is read: a rate of invitations, a rating by others. */
export const suppressBelowPeople = (k: number, people: number, result: MetricResult): MetricResult =>
  people > 0 && people < k ? suppressed(people, k) : result

/** A response that counts, with its key in the record. */
export type CountedResponse = GivenResponse & { readonly key: string }

/** Answers that count: those that came in time and were not found invalid. Themes of open answers count as chosen. */
export const countedResponses = ({
  responses,
  invalidated,
  coded,
}: KirkpatrickState): readonly CountedResponse[] =>
  Object.entries(responses)
    .filter(([key, { late }]) => late === undefined && invalidated[key] === undefined)
    .map(([key, response]) => ({ ...response, key, chosen: { ...response.chosen, ...coded[key] } }))

/** The minimum group size (k) of an administration: 1 where answers are identified. */
export const minimumGroupSizeOf = (
  { asked, promised }: KirkpatrickState,
  administrationId: string,
): number => {
  const { anonymity, k } = promised[administrationId] ?? asked[administrationId] ?? { anonymity: '', k: 1 }
  return anonymity === 'identified' ? 1 : k
}

/** The largest minimum group size of the administrations with these purposes. */
export const strictestGroupSizeOf = (
  program: KirkpatrickState,
  isMeant: (purpose: Purpose) => boolean,
): number =>
  Math.max(
    1,
    ...Object.entries(program.asked)
      .filter(([, { purpose }]) => isMeant(purpose))
      .map(([administrationId]) => minimumGroupSizeOf(program, administrationId)),
  )

/** The part of a figure that a report stores: of a calculator's own extra fields those that convert an effect size. */
const stored = (result: MetricResult): PublishedFigure['result'] => {
  if (result.status === 'undefined') return { status: 'undefined', reason: { ...result.reason } as Coded }
  if (result.status === 'suppressed') return { ...result }
  const { status, value, n, unit, currency, interval, variant, notes } = result
  const { correlation, dz } = result as { readonly correlation?: number; readonly dz?: number }
  return {
    status,
    value,
    n,
    unit,
    ...given({
      currency,
      interval: interval && { ...interval },
      variant: variant && { ...variant },
      notes: notes?.map((note) => ({ ...note }) as Coded),
      correlation,
      dz,
    }),
  }
}
type Coded = Extract<PublishedFigure['result'], { status: 'undefined' }>['reason']

/**
 * The figures in the shape `PublishEvaluationReport` takes.
 *
 * @example
 * ```ts
 * import { asPublished } from 'training-ops'
 * asPublished([]) // => []
 * ```
 */
export const asPublished = (figures: readonly KirkpatrickFigure[]): PublishedFigure[] =>
  figures.map(({ options, of, result, ...figure }) => ({
    ...figure,
    options: { ...options },
    of: { ...of },
    result: stored(result),
  }))
