import { projections } from '../../kernel/index.ts'
import type { DeliveryEvent } from '../events.ts'
import { taskStatusAfter as after, type TaskStatus } from './status.ts'

export type Preparation = {
  tasks: Record<
    string,
    {
      status: TaskStatus
      owner: string
      dueAt: string
      neededFor: 'confirmation' | 'delivery' | 'completion'
      /** Its place in the order in which they were planned: keys that look like numbers come in another. */
      turn: number
    }
  >
  /** How far each trainer said they are, from 0 to 100. */
  prepared: Record<string, number>
}

const ends =
  (status: TaskStatus) =>
  ({ tasks }: Preparation, { taskId }: { readonly taskId: string }) => {
    const task = tasks[taskId]
    if (task !== undefined) task.status = status
  }

/** The preparation of an offering, and how far it is. */
export const preparation = projections<DeliveryEvent>()({
  name: 'preparation',
  by: ['offeringId'],
  initial: (): Preparation => ({ tasks: {}, prepared: {} }),
  on: {
    TaskPlanned: ({ tasks }, { taskId, owner, dueAt, neededFor }) => {
      const turn = tasks[taskId]?.turn ?? Object.keys(tasks).length
      tasks[taskId] = { status: after.TaskPlanned, owner, dueAt, neededFor, turn }
    },
    TaskCompleted: ends(after.TaskCompleted),
    TaskWaived: ends(after.TaskWaived),
    TrainerPreparationReported: ({ prepared }, { trainerId, percent }) => {
      prepared[trainerId] = percent
    },
  },
})

/** The open tasks a step waits for: those of the steps before it too. */
export const openTasksFor = (
  { tasks }: Preparation,
  step: 'confirmation' | 'delivery' | 'completion',
): readonly string[] => {
  const steps = ['confirmation', 'delivery', 'completion']
  return Object.entries(tasks)
    .filter(
      ([, { status, neededFor }]) => status === 'open' && steps.indexOf(neededFor) <= steps.indexOf(step),
    )
    .sort(([, one], [, other]) => one.turn - other.turn)
    .map(([taskId]) => taskId)
}
