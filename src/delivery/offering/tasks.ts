import {
  accepted,
  defineDecision,
  IllegalTransition,
  onlyFrom,
  refusedBy,
  Unknown,
} from '../../kernel/index.ts'
import { deliveryCommands as commands } from '../commands.ts'
import { deliveryEvents } from '../events.ts'
import { openTasksFor, type Preparation, preparation } from './preparation.ts'
import { mustBeScheduled, onlyUnlessCancelled, startsNext } from './rules.ts'
import { offering, remainingIn, teachersOf } from './state.ts'

const events = deliveryEvents.make

const mustBePlanned = ({ tasks }: Preparation, taskId: string) =>
  tasks[taskId] === undefined && Unknown({ what: 'task', id: taskId })

export const planTask = defineDecision({
  command: commands.PlanTask,
  reads: { offering, preparation },
  decide: (command, { offering, preparation }) => {
    const before = preparation.tasks[command.taskId]
    return (
      refusedBy(
        mustBeScheduled(offering, command.offeringId),
        onlyUnlessCancelled(offering, 'PlanTask'),
        before !== undefined && IllegalTransition({ from: before.status, command: 'PlanTask' }),
      ) ?? accepted(events.TaskPlanned(command))
    )
  },
})

export const completeTask = defineDecision({
  command: commands.CompleteTask,
  reads: { offering, preparation },
  decide: ({ at, offeringId, taskId }, { offering, preparation }) => {
    const task = preparation.tasks[taskId]
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      mustBePlanned(preparation, taskId),
      onlyUnlessCancelled(offering, 'CompleteTask'),
      task !== undefined && onlyFrom(task.status, ['open', 'done'], 'CompleteTask'),
    )
    if (refused !== undefined || task === undefined || task.status === 'done') return refused ?? accepted()
    const { owner, dueAt } = task
    return accepted(events.TaskCompleted({ at, offeringId, taskId, owner, dueAt }))
  },
})

export const waiveTask = defineDecision({
  command: commands.WaiveTask,
  reads: { offering, preparation },
  decide: ({ at, offeringId, taskId, reason }, { offering, preparation }) => {
    const task = preparation.tasks[taskId]
    const refused = refusedBy(
      mustBeScheduled(offering, offeringId),
      mustBePlanned(preparation, taskId),
      onlyUnlessCancelled(offering, 'WaiveTask'),
      task !== undefined && onlyFrom(task.status, ['open'], 'WaiveTask'),
    )
    if (refused !== undefined || task === undefined) return refused ?? accepted()
    return accepted(events.TaskWaived({ at, offeringId, taskId, owner: task.owner, reason }))
  },
})

export const remindTask = defineDecision({
  command: commands.RemindTask,
  reads: { offering, preparation },
  decide: ({ at, offeringId, taskId }, { offering, preparation }) => {
    const task = preparation.tasks[taskId]
    const refused = refusedBy(mustBeScheduled(offering, offeringId), mustBePlanned(preparation, taskId))
    if (refused !== undefined || task === undefined) return refused ?? accepted()
    if (task.status !== 'open' || offering.status === 'cancelled') return accepted()
    const { owner, dueAt } = task
    return accepted(events.TaskReminded({ at, offeringId, taskId, owner, dueAt, overdue: dueAt <= at }))
  },
})

/** The open tasks and the trainers not prepared, shortly before the first class that is still to be held. */
export const checkReadiness = defineDecision({
  command: commands.CheckReadiness,
  reads: { offering, preparation },
  decide: ({ at, offeringId, starts }, { offering, preparation }) => {
    const refused = refusedBy(mustBeScheduled(offering, offeringId))
    if (refused !== undefined || startsNext(offering) !== starts) return refused ?? accepted()
    const taskIds = openTasksFor(preparation, 'delivery')
    const trainerIds = [...new Set(remainingIn(offering).flatMap(teachersOf))].filter(
      (trainerId) => (preparation.prepared[trainerId] ?? 0) < 100,
    )
    if (taskIds.length === 0 && trainerIds.length === 0) return accepted()
    return accepted(events.ReadinessAlerted({ at, offeringId, starts, taskIds: [...taskIds], trainerIds }))
  },
})
