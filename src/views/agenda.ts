import { isStanding } from '../delivery/offering/status.ts'
import type { LiaisonRecord } from '../records/liaison/record.ts'
import type { OfferingRecord, OfferingRecords } from '../records/offering/record.ts'
import type { StudyRecord } from '../records/study/record.ts'
import { dayIn, daysAfter, given, startOfDay } from '../vocabulary/index.ts'
import { liaisonTasks } from './liaison.ts'

/** Something that is due: what, of which class, for whom and until when. */
export type AgendaItem = {
  readonly dueAt: string
  /** Absent: a talk with a business unit is of no class, nor is an improvement. */
  readonly offeringId?: string
  readonly what:
    | 'task'
    | 'preparation'
    | 'session'
    | 'incident'
    | 'liaisonReview'
    | 'followUp'
    | 'improvement'
  /** The id of the task, trainer, session, incident, talk, study or improvement. */
  readonly id: string
  /** A department for tasks and incidents, a trainer for what is taught, both sides, one each, for a talk, the owner of an improvement. */
  readonly whose: string
  readonly overdue: boolean
}

const itemsOf = (offeringId: string, board: OfferingRecord, asOf: string): readonly AgendaItem[] => {
  const item = (what: AgendaItem['what'], id: string, whose: string, dueAt: string): AgendaItem => ({
    dueAt,
    offeringId,
    what,
    id,
    whose,
    overdue: dueAt <= asOf,
  })
  const toCome = Object.entries(board.calendar).filter(([, { status }]) => status === 'planned')
  const firstOf = (trainerId: string) =>
    toCome
      .filter(([, { trainerIds }]) => trainerIds.includes(trainerId))
      .map(([, { start }]) => start)
      .sort()[0] as string
  const teaching = [...new Set(toCome.flatMap(([, { trainerIds }]) => trainerIds))]
  return [
    ...Object.entries(board.tasks)
      .filter(([, { status }]) => status === 'open')
      .map(([id, { owner, dueAt }]) => item('task', id, owner, dueAt)),
    ...teaching
      .filter((trainerId) => (board.preparation[trainerId]?.percent ?? 0) < 100)
      .map((trainerId) => item('preparation', trainerId, trainerId, firstOf(trainerId))),
    ...toCome.flatMap(([id, { start, trainerIds }]) =>
      trainerIds.map((trainerId) => item('session', id, trainerId, start)),
    ),
    ...Object.entries(board.incidents)
      .filter(([, { resolvedAt }]) => resolvedAt === undefined)
      .map(([id, { reportedAt }]) => item('incident', id, 'operations', reportedAt)),
  ]
}

const talksIn = (calendars: Readonly<Record<string, LiaisonRecord>>, asOf: string): readonly AgendaItem[] =>
  liaisonTasks(calendars, asOf).map(({ liaisonReviewId, unitId, owner, dueAt, overdue }) => ({
    dueAt,
    what: 'liaisonReview',
    id: liaisonReviewId,
    whose: owner === 'operations' ? owner : unitId,
    overdue,
  }))

/** Behaviour to be asked about and results to be looked at, while that may be done, and improvements to be made. */
const dueInStudy = (
  evaluationId: string,
  { zone, followUps, improvements, report, closedAt }: StudyRecord,
  asOf: string,
): readonly AgendaItem[] => [
  ...followUps
    .filter(
      ({ done, to }) => done === undefined && report === undefined && closedAt === undefined && asOf < to,
    )
    .map(({ dueAt, offeringId }) => ({
      dueAt,
      ...given({ offeringId }),
      what: 'followUp' as const,
      id: evaluationId,
      whose: 'operations',
      overdue: dueAt <= asOf,
    })),
  ...Object.entries(improvements)
    .filter(([, { status }]) => status === 'open')
    .map(([id, { owner, due }]) => {
      const dueAt = startOfDay(dayIn(daysAfter(startOfDay(due, zone), 1, zone), zone), zone)
      return { dueAt, what: 'improvement' as const, id, whose: owner, overdue: dueAt <= asOf }
    }),
]

/**
 * The agenda (待办): items with owner and due day, the soonest first: open tasks, trainers who are not prepared, sessions to
 * teach, incidents nobody has dealt with; where `liaisonRecord` is handed in as `talks`, talks with business units; where
 * `studyRecord` is as `studies`, follow-ups and improvements, which are due by the end of their day. Classes that were called off leave nothing due. `until` leaves out what comes later than that.
 *
 * @example
 * ```ts
 * import { agenda } from 'training-ops'
 * agenda({}, { asOf: '2026-03-01T00:00:00.000Z' }) // => []
 * ```
 */
export const agenda = (
  offerings: OfferingRecords,
  {
    asOf,
    until,
    talks = {},
    studies = {},
  }: {
    readonly asOf: string
    readonly until?: string
    readonly talks?: Readonly<Record<string, LiaisonRecord>>
    readonly studies?: Readonly<Record<string, StudyRecord>>
  },
): readonly AgendaItem[] =>
  [
    ...Object.entries(offerings)
      .filter(([, { status }]) => isStanding(status))
      .flatMap(([offeringId, offering]) => itemsOf(offeringId, offering, asOf)),
    ...talksIn(talks, asOf),
    ...Object.entries(studies).flatMap(([evaluationId, study]) => dueInStudy(evaluationId, study, asOf)),
  ]
    .filter(({ dueAt }) => until === undefined || dueAt <= until)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))

/**
 * The open items before an offering can be held: open tasks, those overdue, and trainers not prepared.
 *
 * @example
 * ```ts
 * import { offeringRecord, readinessOf } from 'training-ops'
 * readinessOf(offeringRecord.initial(), '2026-03-01T01:00:00.000Z') // => { ready: true, open: [], overdue: [], unprepared: [] }
 * ```
 */
export const readinessOf = (
  offering: OfferingRecord,
  asOf: string,
): {
  readonly ready: boolean
  readonly open: readonly string[]
  readonly overdue: readonly string[]
  readonly unprepared: readonly string[]
} => {
  const items = itemsOf('', offering, asOf)
  const tasks = items.filter(
    ({ what, id }) => what === 'task' && offering.tasks[id]?.neededFor !== 'completion',
  )
  const unprepared = items.filter(({ what }) => what === 'preparation').map(({ id }) => id)
  return {
    ready: tasks.length === 0 && unprepared.length === 0,
    open: tasks.map(({ id }) => id),
    overdue: tasks.filter(({ overdue }) => overdue).map(({ id }) => id),
    unprepared,
  }
}
