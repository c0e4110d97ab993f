import type { LiaisonRecord } from '../records/liaison/record.ts'
import { given } from '../vocabulary/index.ts'

/** A due talk: the unit, the person, the day. */
export type LiaisonTask = {
  readonly liaisonReviewId: string
  readonly unitId: string
  /** Operations and the business unit owe each talk together. */
  readonly owner: 'operations' | 'businessUnit'
  /** The counterpart in the unit, where it is known. */
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
  calendars: Readonly<Record<string, LiaisonRecord>>,
  asOf: string,
): readonly LiaisonTask[] =>
  Object.entries(calendars)
    .flatMap(([unitId, { due, ended }]) =>
      Object.entries(due)
        .filter(([liaisonReviewId]) => ended[liaisonReviewId] === undefined)
        .flatMap(([liaisonReviewId, { dueAt, counterpartId }]): LiaisonTask[] => {
          const task = { liaisonReviewId, unitId, dueAt, overdue: dueAt <= asOf }
          const assignee = given({ assigneeId: counterpartId })
          return [
            { ...task, owner: 'operations' },
            { ...task, owner: 'businessUnit', ...assignee },
          ]
        }),
    )
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
