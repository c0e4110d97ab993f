import type { CertificateRecord, EnrolmentRecord } from '../records/index.ts'
import { askedAt, minutesIn, type Transcript } from '../views/transcript.ts'
import { momentBefore } from '../vocabulary/index.ts'
import { barsOf, hoursDatum, hoursPoint } from './charts.ts'
import {
  type Block,
  type Chart,
  codeWord,
  column,
  type Datum,
  type Document,
  type Phrase,
  paragraph,
  phrase,
  type Section,
  sentences,
} from './document.ts'
import { composed } from './told-place.ts'

export type TranscriptReportInput = {
  readonly learnerId: string
  /** One of `transcriptsOf`; from records folded up to `asOf`, to look back. */
  readonly record: Transcript
  /** Their name, number, department and position, as the host knows them. */
  readonly who?: {
    readonly name?: string
    readonly number?: string
    readonly department?: string
    readonly position?: string
  }
  /** The instant the record is told of. */
  readonly asOf: string
  /** The titles of courses; a course without one is told by its id. */
  readonly courses?: Readonly<Record<string, string>>
}

/**
 * The training record of a learner (学员培训档案): every course they asked for and how it went, hours attended, best results, and
 * certificates with their validity. Nothing that was so is left out: a second attempt stands beside the first.
 *
 * @example
 * ```ts
 * import { transcriptsOf } from 'training-ops'
 * import { en, toMarkdown, transcriptReport } from 'training-ops/reports'
 * const record = transcriptsOf({ enrolments: {}, certificates: {} }).ada ?? { enrolments: {}, certificates: {} }
 * const report = transcriptReport({ learnerId: 'ada', record, asOf: '2026-03-01T01:00:00.000Z' })
 * toMarkdown(report, { language: en, zone: 'UTC' }).split('\n')[0] // => '# Training record: ada'
 * ```
 */
export const transcriptReport = (input: TranscriptReportInput): Document =>
  composed('transcriptReport', input, documentOf)

const documentOf = ({ learnerId, record, asOf, courses = {}, who }: TranscriptReportInput): Document => {
  const titleOf = (courseId: string | undefined): Datum =>
    courseId === undefined ? { phrase: phrase('transcript.noCourseYet') } : (courses[courseId] ?? courseId)
  return {
    title: phrase('transcript.title', { learner: who?.name ?? learnerId }),
    headline: headlineOf(record),
    blocks: [facts(record, asOf, learnerId, who)],
    sections: [attemptsSection(record, titleOf), certificatesSection(record, titleOf)],
  }
}

type TitleOf = (courseId: string | undefined) => Datum

const none: Datum = { phrase: phrase('value.none') }

const headlineOf = ({ enrolments: attempts, certificates }: Transcript): Phrase => {
  const [all, held] = [Object.values(attempts), Object.values(certificates)]
  const until = held
    .flatMap(({ status, validUntil }) => (status === 'valid' ? (validUntil ?? []) : []))
    .sort()
  return sentences(
    phrase('transcript.headline', {
      done: all.filter(({ status }) => status === 'completed').length,
      all: all.length,
      hours: hoursDatum(all.reduce((sum, attempt) => sum + minutesIn(attempt), 0)),
    }),
    until[0] === undefined
      ? undefined
      : phrase('transcript.headline.until', { day: { day: momentBefore(until[0]) } }),
  )
}

const facts = (
  { enrolments: attempts, certificates }: Transcript,
  asOf: string,
  learnerId: string,
  who: TranscriptReportInput['who'] = {},
): Block => {
  const all = Object.values(attempts)
  return {
    kind: 'facts',
    facts: [
      [phrase('transcript.number'), who.number ?? learnerId],
      ...(who.department === undefined
        ? []
        : [[phrase('transcript.department'), codeWord('term', who.department)] as const]),
      ...(who.position === undefined
        ? []
        : [[phrase('transcript.position'), codeWord('term', who.position)] as const]),
      [phrase('transcript.asOf'), { day: asOf }],
      [
        phrase('transcript.completed'),
        {
          phrase: phrase('status.of', {
            done: all.filter(({ status }) => status === 'completed').length,
            all: all.length,
          }),
        },
      ],
      [phrase('transcript.hours'), hoursDatum(all.reduce((sum, attempt) => sum + minutesIn(attempt), 0))],
      [
        phrase('transcript.valid'),
        Object.values(certificates).filter(({ status }) => status === 'valid').length,
      ],
    ],
  }
}

const attemptsSection = ({ enrolments: attempts }: Transcript, titleOf: TitleOf): Section => ({
  heading: phrase('transcript.courses'),
  blocks:
    Object.keys(attempts).length === 0
      ? [paragraph('transcript.noCourses')]
      : [attemptsTable(attempts, titleOf), ...hoursByCourse(attempts, titleOf)],
})

const attemptsTable = (attempts: Transcript['enrolments'], titleOf: TitleOf): Block => ({
  kind: 'table',
  columns: [
    column('transcript.column.course'),
    column('transcript.column.askedBy'),
    column('transcript.column.askedOn'),
    column('evaluation.column.status'),
    column('transcript.hours', 'end'),
    column('transcript.column.best', 'end'),
    column('transcript.column.endedOn'),
  ],
  rows: Object.values(attempts)
    .sort((a, b) => (askedAt(a) < askedAt(b) ? -1 : 1))
    .map((attempt) => [
      attempt.courseVersion === undefined
        ? titleOf(attempt.courseId)
        : {
            phrase: phrase('transcript.version', {
              course: titleOf(attempt.courseId),
              version: attempt.courseVersion,
            }),
          },
      wasAsked(attempt) ? codeWord('source', attempt.asked.source) : none,
      { day: askedAt(attempt) },
      stateOf(attempt),
      hoursDatum(minutesIn(attempt)),
      bestOf(attempt),
      attempt.closedAt === undefined ? none : { day: attempt.closedAt },
    ]),
})

/** History of another system does not say who asked. */
const wasAsked = ({ history }: EnrolmentRecord): boolean =>
  history.some(({ status }) => status === 'requested')

/** That it was passed or waived says more than that it was completed. */
const stateOf = ({ status, outcome }: EnrolmentRecord): Datum =>
  outcome === undefined || outcome === 'completed' ? codeWord('term', status) : codeWord('outcome', outcome)

const bestOf = ({ results }: EnrolmentRecord): Datum => {
  const each = Object.values(results)
  if (each.length === 0) return none
  return {
    list: each.map(({ best, attempts }) => ({
      phrase: phrase(attempts === 1 ? 'transcript.best' : 'transcript.bestOf', {
        best: { share: best / 1000 },
        attempts,
      }),
    })),
  }
}

const hoursByCourse = (attempts: Transcript['enrolments'], titleOf: TitleOf): readonly Chart[] => {
  const minutes = new Map<string, number>()
  for (const attempt of Object.values(attempts))
    if (attempt.courseId !== undefined)
      minutes.set(attempt.courseId, (minutes.get(attempt.courseId) ?? 0) + minutesIn(attempt))
  return barsOf(
    phrase('transcript.hours'),
    [...minutes].map(([courseId, some]) => ({ of: titleOf(courseId), point: hoursPoint(some) })),
  )
}

const certificatesSection = ({ certificates }: Transcript, titleOf: TitleOf): Section => ({
  heading: phrase('transcript.certificates'),
  blocks:
    Object.keys(certificates).length === 0
      ? [paragraph('transcript.noCertificates')]
      : [
          {
            kind: 'table',
            columns: [
              column('transcript.column.course'),
              column('transcript.column.awarded'),
              column('transcript.column.validUntil'),
              column('evaluation.column.status'),
            ],
            rows: Object.values(certificates).map((one) => certificateRow(one, titleOf)),
          },
        ],
})

const certificateRow = (
  { courseId, awardedDate, validUntil, status }: CertificateRecord,
  titleOf: TitleOf,
): readonly Datum[] => [
  titleOf(courseId),
  { day: awardedDate },
  validUntil === undefined ? { phrase: phrase('transcript.withoutEnd') } : { day: momentBefore(validUntil) },
  codeWord('term', status),
]
