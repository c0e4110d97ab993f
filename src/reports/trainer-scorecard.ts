import type { Days } from '../figures/index.ts'
import type { TrainerCard, TrainerFigures } from '../views/index.ts'
import { momentBefore } from '../vocabulary/index.ts'
import { barsOf } from './charts.ts'
import {
  type Block,
  type Column,
  codeWord,
  column,
  type Datum,
  type Document,
  paragraph,
  phrase,
  pointOf,
} from './document.ts'
import { codeDatum } from './format.ts'

/** One who teaches: the card, and what it says of the period. */
export type TrainerOnScorecard = {
  readonly trainerId: string
  /** One of `trainerCards`. */
  readonly card: TrainerCard
  /** Of `trainerFigures`, for the period of the report. */
  readonly figures: TrainerFigures
}

export type TrainerScorecardInput = {
  /** Local days, `[from, to)`. */
  readonly period: Days
  readonly trainers: readonly TrainerOnScorecard[]
  /** The titles of courses; a course without one is told by its id. */
  readonly courses?: Readonly<Record<string, string>>
}

/**
 * How those who teach did in a period (讲师计分卡): hours taught, how full their time was, how they were rated, what they may
 * teach, and how they are developed. One trainer or all of them; venues and whatever else is booked are left out.
 */
export const trainerScorecardReport = ({
  period,
  trainers,
  courses = {},
}: TrainerScorecardInput): Document => {
  const teaching = trainers.filter(
    ({ card: { record, taught } }) => isTrainer(record.kind) || count(taught) > 0,
  )
  return {
    title: phrase('trainerCard.title'),
    blocks: [
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
