import type { Days, LearnersRating } from '../figures/index.ts'
import type { TrainerCard, TrainerFigures } from '../views/index.ts'
import { given, momentBefore } from '../vocabulary/index.ts'
import { barsOf } from './charts.ts'
import {
  type Axis,
  type Block,
  type Column,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  pointOf,
  sentences,
} from './document.ts'
import { codeDatum } from './format.ts'
import { composed } from './told-place.ts'

/** One who teaches: the card, and what it says of the period. */
export type TrainerOnScorecard = {
  readonly trainerId: string
  /** One of `trainerCards`. */
  readonly card: TrainerCard
  /** Of `trainerFigures`, for the period of the report. */
  readonly figures: TrainerFigures
  /** Ratings by learners, under the title of the program they were asked about: those of `learnersRatings` of each program. */
  readonly learners?: readonly (Pick<LearnersRating, 'scale' | 'result'> & { readonly program: string })[]
}

export type TrainerScorecardInput = {
  /** Local days, `[from, to)`. */
  readonly period: Days
  readonly trainers: readonly TrainerOnScorecard[]
  /** The titles of courses; a course without one is told by its id. */
  readonly courses?: Readonly<Record<string, string>>
}

/**
 * How those who teach did in a period (讲师评价表): hours taught, how full their time was, how they were rated, what they may
 * teach, and how they are developed. One trainer or all of them; venues and whatever else is booked are left out.
 *
 * @example
 * ```ts
 * import { en, toMarkdown, trainerScorecardReport } from 'training-ops/reports'
 * const card = trainerScorecardReport({ period: { from: '2026-01-01', to: '2027-01-01' }, trainers: [] })
 * toMarkdown(card, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Trainer scorecard'
 * ```
 */
export const trainerScorecardReport = (input: TrainerScorecardInput): Document =>
  composed('trainerScorecardReport', input, documentOf)

const documentOf = ({ period, trainers, courses = {} }: TrainerScorecardInput): Document => {
  const teaching = trainers.filter(
    ({ card: { record, taught } }) => isTrainer(record.kind) || count(taught) > 0,
  )
  const rated = ratedBest(teaching)
  return {
    title: phrase('trainerCard.title'),
    ...given({ headline: headlineOf(teaching, rated) }),
    limitations: rated.length > 1 && !isCertain(rated) ? [phrase('trainerCard.overlap')] : [],
    blocks: [
      ...learnersTable(rated),
      paragraph('trainerCard.purpose', { period: { period } }),
      ...(teaching.length === 0 ? [paragraph('trainerCard.nobody')] : [overview(teaching)]),
      ...barsOf(
        phrase('trainerCard.hours'),
        teaching.map((one) => ({ of: nameOf(one), point: pointOf(one.figures.load) })),
      ),
      ...barsOf(
        phrase('trainerCard.rating'),
        teaching.map((one) => ({ of: nameOf(one), point: pointOf(one.figures.rating, { asRating: true }) })),
      ),
    ],
    sections: [
      { heading: phrase('trainerCard.mayTeach'), blocks: qualifications(teaching, courses) },
      { heading: phrase('trainerCard.prepared'), blocks: preparation(teaching) },
      { heading: phrase('trainerCard.development'), blocks: developments(teaching) },
      { heading: phrase('evaluation.reading.heading'), blocks: [paragraph('trainerCard.reading')] },
    ],
  }
}

const isTrainer = (kind: string): boolean => kind === 'trainer' || kind === 'expert'
const count = (entries: object): number => Object.keys(entries).length
const none: Datum = { phrase: phrase('value.none') }

const nameOf = ({ trainerId, card }: TrainerOnScorecard): Datum =>
  card.record.title === '' ? trainerId : card.record.title

const kindOf = (kind: string): Datum => {
  if (kind === '') return none
  return kind === 'trainer' ? { phrase: phrase('subject.trainer') } : codeWord('term', kind)
}

const statusOf = (status: string): Datum =>
  status === 'active' ? { phrase: phrase('trainerCard.inPool') } : codeWord('term', status)

type Rated = {
  readonly one: TrainerOnScorecard
  readonly learners: NonNullable<TrainerOnScorecard['learners']>[number]
}

const shareOfScale = ({ scale: { min, max }, result }: Rated['learners']): number =>
  result.status === 'ok' ? (result.value - min) / (max - min) : -1

/** Trainers as learners rated them, program by program, the best first. */
const ratedBest = (trainers: readonly TrainerOnScorecard[]): readonly Rated[] =>
  trainers
    .flatMap((one) => (one.learners ?? []).map((learners) => ({ one, learners })))
    .sort((a, b) => shareOfScale(b.learners) - shareOfScale(a.learners))

/** Whether the interval of the best lies above that of the last who is told of. */
const isCertain = (rated: readonly Rated[]): boolean => {
  const told = rated.flatMap(({ learners: { result } }) => (result.status === 'ok' ? [result] : []))
  const [best, last] = [told[0], told.at(-1)]
  return (best?.interval?.low ?? 0) > (last?.interval?.high ?? Number.POSITIVE_INFINITY)
}

/** The axis runs over the scales that were asked. */
const scaleOf = (rated: readonly Rated[]): Axis => ({
  of: 'number',
  from: Math.min(...rated.map(({ learners }) => learners.scale.min)),
  to: Math.max(...rated.map(({ learners }) => learners.scale.max)),
})

const learnersDatum = ({ scale, result }: Rated['learners']): Datum => ({
  figure: result,
  form: { outOf: scale.max },
})

const headlineOf = (teaching: readonly TrainerOnScorecard[], rated: readonly Rated[]): Phrase | undefined => {
  if (teaching.length === 0) return undefined
  const hours = teaching.reduce(
    (sum, { figures: { load } }) => sum + (load.status === 'ok' ? load.value : 0),
    0,
  )
  const told = rated.filter(({ learners }) => learners.result.status === 'ok')
  const [best, last] = [told[0], told.at(-1)]
  const brief = ({ one, learners }: Rated): Datum => ({
    phrase: phrase('trainerCard.headline.one', {
      trainer: nameOf(one),
      program: learners.program,
      rating: { figure: learners.result, form: { outOf: learners.scale.max, withoutCount: true } },
    }),
  })
  return sentences(
    phrase('trainerCard.headline', {
      trainers: teaching.filter(({ figures }) => figures.sessions > 0).length,
      hours: { decimal: hours, digits: 1 },
    }),
    best === undefined || last === undefined || best === last
      ? undefined
      : phrase('trainerCard.headline.rated', { best: brief(best), last: brief(last) }),
  )
}

/** Ratings by learners, with intervals: a table, and dots. */
const learnersTable = (rated: readonly Rated[]): readonly Block[] =>
  rated.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: phrase('trainerCard.learners'),
          columns: [
            column('trainerCard.trainer'),
            column('status.column.program'),
            column('trainerCard.learners', 'end'),
          ],
          rows: rated.map(({ one, learners }) => [nameOf(one), learners.program, learnersDatum(learners)]),
        },
        ...barsOf(
          phrase('trainerCard.learners'),
          rated.map(({ one, learners }) => ({
            of: { list: [nameOf(one), learners.program] },
            point: pointOf(learners.result, { outOf: learners.scale.max }),
          })),
        ).map((chart) => ({ ...chart, axis: scaleOf(rated) })),
      ]

const overview = (trainers: readonly TrainerOnScorecard[]): Block => ({
  kind: 'table',
  columns: [
    column('trainerCard.trainer'),
    column('needs.column.kind'),
    column('trainerCard.status'),
    column('trainerCard.sessions', 'end'),
    column('trainerCard.hours', 'end'),
    column('trainerCard.utilisation', 'end'),
    column('trainerCard.rating', 'end'),
    column('trainerCard.development', 'end'),
  ],
  rows: trainers.map((one) => {
    const { status, sessions, load, utilisation, rating, development } = one.figures
    return [
      nameOf(one),
      kindOf(one.card.record.kind),
      statusOf(status),
      sessions,
      { figure: load, form: { withoutCount: true } },
      { figure: utilisation, form: { withoutCount: true } },
      { figure: rating, form: { asRating: true } },
      development.planned === 0
        ? none
        : { phrase: phrase('status.of', { done: development.completed, all: development.planned }) },
    ]
  }),
})

const tableOr = (
  nothing: 'trainerCard.unqualified' | 'trainerCard.noPreparation' | 'trainerCard.noDevelopment',
  columns: readonly Column[],
  rows: readonly (readonly Datum[])[],
): readonly Block[] =>
  rows.length === 0
    ? [paragraph(nothing)]
    : [{ kind: 'table', columns: [column('trainerCard.trainer'), ...columns], rows }]

const qualifications = (
  trainers: readonly TrainerOnScorecard[],
  courses: Readonly<Record<string, string>>,
): readonly Block[] =>
  tableOr(
    'trainerCard.unqualified',
    [
      column('transcript.column.course'),
      column('evaluation.column.level'),
      column('transcript.column.validUntil'),
      column('evaluation.column.status'),
    ],
    trainers.flatMap((one) =>
      Object.entries(one.card.record.qualifiedFor).map(([courseId, { level, validUntil }]) => [
        nameOf(one),
        courses[courseId] ?? courseId,
        codeDatum(level),
        validUntil === null ? { phrase: phrase('transcript.withoutEnd') } : { day: momentBefore(validUntil) },
        codeDatum(one.figures.qualifications[courseId] ?? 'valid'),
      ]),
    ),
  )

/** How far they said they were, over the classes they were asked about. */
const preparation = (trainers: readonly TrainerOnScorecard[]): readonly Block[] =>
  tableOr(
    'trainerCard.noPreparation',
    [
      column('trainerCard.classesReported', 'end'),
      column('trainerCard.fullyPrepared', 'end'),
      column('trainerCard.leastPrepared', 'end'),
    ],
    trainers.flatMap((one) => {
      const prepared = Object.values(one.card.prepared)
      if (prepared.length === 0) return []
      const fully = prepared.filter((percent) => percent >= 100).length
      return [[nameOf(one), prepared.length, fully, { share: Math.min(...prepared) / 100 }]]
    }),
  )

const developments = (trainers: readonly TrainerOnScorecard[]): readonly Block[] =>
  tableOr(
    'trainerCard.noDevelopment',
    [column('trainerCard.activity'), column('evaluation.column.status')],
    trainers.flatMap((one) =>
      Object.entries(one.card.record.developments).map(([id, state]) => [
        nameOf(one),
        codeWord('development', one.card.record.activities[id] ?? id),
        codeWord('term', state),
      ]),
    ),
  )
