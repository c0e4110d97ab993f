import type { DeliveryEvent } from '../../delivery/events.ts'

type Of<Type extends DeliveryEvent['type']> = Extract<DeliveryEvent, { type: Type }>['data']

export type TaskOnBoard = {
  status: 'open' | 'done' | 'waived'
  artefact: string
  owner: string
  dueAt: string
  neededFor: 'confirmation' | 'delivery' | 'completion'
  doneAt?: string
}
export type IncidentOnBoard = { kind: string; reportedAt: string; resolvedAt?: string; learnerId?: string }
/** How often something was seen, and how well: ratings from 1 to 5, as a sum and how many. */
export type InteractionsOnBoard = { count: number; ratings: number; ratingSum: number }

export type ClassOnBoard = {
  tasks: Record<string, TaskOnBoard>
  /** How far each trainer said they are, and whether they were briefed. */
  preparation: Record<string, { briefed: boolean; percent: number }>
  incidents: Record<string, IncidentOnBoard>
  interactions: Record<string, InteractionsOnBoard>
  /** Minutes each learner attended each session. */
  attended: Record<string, Record<string, number>>
}

export const nothingYet = (): ClassOnBoard => ({
  tasks: {},
  preparation: {},
  incidents: {},
  interactions: {},
  attended: {},
})

export const planOnBoard = ({ tasks }: ClassOnBoard, planned: Of<'TaskPlanned'>) => {
  const { taskId, artefact, owner, dueAt, neededFor } = planned
  tasks[taskId] = { status: 'open', artefact, owner, dueAt, neededFor }
}

export const doneOnBoard = ({ tasks }: ClassOnBoard, { taskId, at }: Of<'TaskCompleted'>) => {
  const task = tasks[taskId]
  if (task !== undefined) Object.assign(task, { status: 'done', doneAt: at })
}

export const waivedOnBoard = ({ tasks }: ClassOnBoard, { taskId }: Of<'TaskWaived'>) => {
  const task = tasks[taskId]
  if (task !== undefined) task.status = 'waived'
}

const preparing = ({ preparation }: ClassOnBoard, trainerId: string) => {
  preparation[trainerId] ??= { briefed: false, percent: 0 }
  return preparation[trainerId]
}

export const briefedOnBoard = (board: ClassOnBoard, { trainerId }: Of<'TrainerBriefed'>) => {
  preparing(board, trainerId).briefed = true
}

export const preparedOnBoard = (
  board: ClassOnBoard,
  { trainerId, percent }: Of<'TrainerPreparationReported'>,
) => {
  preparing(board, trainerId).percent = percent
}

export const reportedOnBoard = ({ incidents }: ClassOnBoard, reported: Of<'IncidentReported'>) => {
  const { incidentId, kind, at, learnerId } = reported
  incidents[incidentId] = { kind, reportedAt: at, ...(learnerId === undefined ? {} : { learnerId }) }
}

export const resolvedOnBoard = ({ incidents }: ClassOnBoard, { incidentId, at }: Of<'IncidentResolved'>) => {
  const incident = incidents[incidentId]
  if (incident !== undefined) incident.resolvedAt = at
}

export const seenOnBoard = (
  { interactions }: ClassOnBoard,
  { kind, observed }: Of<'InteractionRecorded'>,
) => {
  interactions[kind] ??= { count: 0, ratings: 0, ratingSum: 0 }
  const seen = interactions[kind]
  if ('count' in observed) seen.count += observed.count
  else {
    seen.ratings++
    seen.ratingSum += observed.rating
  }
}

export const attendedOnBoard = (
  { attended }: ClassOnBoard,
  {
    learnerId,
    sessionId,
    minutes,
  }: { readonly learnerId: string; readonly sessionId: string; readonly minutes: number },
) => {
  attended[learnerId] = { ...attended[learnerId], [sessionId]: minutes }
}
