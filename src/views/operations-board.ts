import { isToBegin } from '../delivery/offering/status.ts'
import { openMilestonesOf } from '../figures/plan.ts'
import type { ProgramRecord } from '../records/program/record.ts'
import { given } from '../vocabulary/index.ts'
import type { ClassOnBoard } from './board.ts'

/** Something that is due in operations. */
export type DueItem = {
  readonly what: 'milestone' | 'class' | 'task'
  /** The day, or the instant, by which. */
  readonly due: string
  readonly id: string
  readonly title: string
  readonly programId?: string
  readonly offeringId?: string
  /** The accountable person, or the department. */
  readonly owner?: string
  readonly overdue: boolean
}

/** A task of a class, as the department that sees to it has it on its list. */
export type BoardTask = {
  readonly taskId: string
  readonly offeringId: string
  readonly title: string
  readonly owner: string
  readonly dueAt: string
}

/**
 * The items that are due across all programs and classes (运营看板), the earliest first: milestones to be reached,
 * classes to begin and, where they are given, open tasks. `on` is the day it is looked at; what was due before it is
 * overdue. `until` leaves out what is due later.
 *
 * @example
 * ```ts
 * import { operationsBoard, programRecord } from 'training-ops'
 * const program = { ...programRecord.initial(), milestones: { 'm-1': { title: 'Cases written', due: '2026-02-15', done: false } } }
 * const [first] = operationsBoard({ on: '2026-03-01', programs: { 'p-1': program }, offerings: {} })
 * first?.id // => 'm-1'
 * first?.overdue // => true
 * ```
 */
export const operationsBoard = ({
  on,
  until = '9999-12-31',
  programs,
  offerings,
  tasks = [],
}: {
  readonly on: string
  readonly until?: string
  readonly programs: Readonly<Record<string, ProgramRecord>>
  readonly offerings: Readonly<Record<string, ClassOnBoard>>
  readonly tasks?: readonly BoardTask[]
}): readonly DueItem[] => {
  const dayOf = (due: string) => due.slice(0, 10)
  const overdue = (due: string) => dayOf(due) < on
  const milestones = Object.entries(programs).flatMap(([id, program]) =>
    openMilestonesOf(id, program).map(({ milestoneId, title, due, programId, accountableId }) => ({
      what: 'milestone' as const,
      due,
      id: milestoneId,
      title,
      programId,
      ...given({ owner: accountableId }),
      overdue: overdue(due),
    })),
  )
  const classes = Object.entries(offerings).flatMap(([offeringId, { status, starts, title, course }]) =>
    isToBegin(status)
      ? [
          {
            what: 'class' as const,
            due: starts,
            id: offeringId,
            title,
            ...given({ programId: course.programId }),
            offeringId,
            overdue: overdue(starts),
          },
        ]
      : [],
  )
  const open = tasks.map(({ taskId, offeringId, title, owner, dueAt }) => ({
    what: 'task' as const,
    due: dueAt,
    id: taskId,
    title,
    offeringId,
    owner,
    overdue: overdue(dueAt),
  }))
  return [...milestones, ...classes, ...open]
    .filter(({ due }) => dayOf(due) <= until)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
