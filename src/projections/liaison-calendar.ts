import { type DataOf, projections } from '../kernel/index.ts'
import type { NeedsEvent } from '../needs/events.ts'

type Scheduled = DataOf<NeedsEvent, 'LiaisonReviewScheduled'>

export type LiaisonCalendarState = {
  /** By talk. */
  due: Record<string, Pick<Scheduled, 'dueAt' | 'zone' | 'counterpartId' | 'topics'>>
  ended: Record<string, { how: 'held' | 'missed' | 'cancelled'; at: string }>
}

const dueOf = ({ dueAt, zone, counterpartId, topics }: Scheduled) => ({
  dueAt,
  zone,
  topics,
  ...(counterpartId === undefined ? {} : { counterpartId }),
})

/** A business unit's talks with training operations: which are due, and how the others ended. Any split merges. */
export const liaisonCalendar = projections<NeedsEvent>()({
  name: 'liaisonCalendar',
  by: ['unitId'],
  initial: (): LiaisonCalendarState => ({ due: {}, ended: {} }),
  on: {
    LiaisonReviewScheduled: (calendar, talk) => {
      calendar.due[talk.liaisonReviewId] = dueOf(talk)
    },
    LiaisonReviewRescheduled: (calendar, talk) => {
      calendar.due[talk.liaisonReviewId] = dueOf(talk)
    },
    LiaisonReviewHeld: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: 'held', at }
    },
    LiaisonReviewMissed: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: 'missed', at }
    },
    LiaisonReviewCancelled: (calendar, { at, liaisonReviewId }) => {
      calendar.ended[liaisonReviewId] = { how: 'cancelled', at }
    },
  },
  merge: (a, b) => ({ due: { ...a.due, ...b.due }, ended: { ...a.ended, ...b.ended } }),
})

/** What is due, for whom, until when. */
export type LiaisonTask = {
  readonly liaisonReviewId: string
  readonly unitId: string
  /** Operations and the business unit owe each talk together. */
  readonly owner: 'operations' | 'businessUnit'
  /** Who in the unit, where it is known. */
  readonly assigneeId?: string
  readonly dueAt: string
  readonly overdue: boolean
}

/**
 * The talks still to be held, as tasks for both sides, the earliest first: one for operations and one for the unit.
 *
 * @example
 * ```ts
 * import { liaisonTasks } from 'training-ops'
 * const due = { 'lr-1': { dueAt: '2026-03-31T01:00:00.000Z', zone: 'Asia/Shanghai', topics: [] } }
 * const tasks = liaisonTasks({ sales: { due, ended: {} } } as never, '2026-04-01T00:00:00.000Z')
 * tasks.map(({ owner, overdue }) => [owner, overdue]) // => [['operations', true], ['businessUnit', true]]
 * ```
 */
export const liaisonTasks = (
  calendars: Readonly<Record<string, LiaisonCalendarState>>,
  asOf: string,
): readonly LiaisonTask[] =>
  Object.entries(calendars)
    .flatMap(([unitId, { due, ended }]) =>
      Object.entries(due)
        .filter(([liaisonReviewId]) => ended[liaisonReviewId] === undefined)
        .flatMap(([liaisonReviewId, { dueAt, counterpartId }]): LiaisonTask[] => {
          const task = { liaisonReviewId, unitId, dueAt, overdue: dueAt <= asOf }
          const assignee = counterpartId === undefined ? {} : { assigneeId: counterpartId }
          return [
            { ...task, owner: 'operations' },
            { ...task, owner: 'businessUnit', ...assignee },
          ]
        }),
    )
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
