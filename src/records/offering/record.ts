import type { DeliveryEvent, Session } from '../../delivery/events.ts'
import { type OfferingState, offering } from '../../delivery/offering/state.ts'
import {
  type OfferingStatus,
  offeringStatusAfter,
  type TaskStatus,
  taskStatusAfter as taskAfter,
} from '../../delivery/offering/status.ts'
import { type DataOf, projections, type RecipesFor } from '../../kernel/index.ts'
import { given, laterOf } from '../../vocabulary/index.ts'
import { onEach, typesOf } from '../on-each.ts'
import { type Calendar, calendarRecipes } from './calendar.ts'

type Of<Type extends DeliveryEvent['type']> = DataOf<DeliveryEvent, Type>

/** Something to prepare, and whether it is. */
export type TaskRecord = Omit<Of<'TaskPlanned'>, 'at' | 'offeringId' | 'taskId'> & {
  status: TaskStatus
  doneAt?: string
}
export type IncidentRecord = { kind: string; reportedAt: string; resolvedAt?: string; learnerId?: string }
/** How often something was seen, and how well: ratings from 1 to 5, as a sum and how many. */
export type InteractionsSeen = { count: number; ratings: number; ratingSum: number }

/** Everything that happened to one class (班次): what a decision must know of it, and the rest. */
export type OfferingRecord = OfferingState &
  Calendar & {
    offeringId: string
    title: string
    modality: string
    capacity: { min: number; max?: number }
    /** Every status it reached, in order. */
    history: { status: OfferingStatus; at: string }[]
    /** Its sessions as they were planned at first. */
    plannedAtFirst: readonly Session[]
    /** Where it was announced, in order. */
    announcements: { channel: string; at: string }[]
    tasks: Record<string, TaskRecord>
    /** How far each trainer said they are, and whether they were briefed. */
    preparation: Record<string, { briefed: boolean; percent?: number }>
    incidents: Record<string, IncidentRecord>
    /** By session, then by kind: a question, a discussion, an organisation's own. */
    interactions: Record<string, Record<string, InteractionsSeen>>
    /** When the last session ended, once it is over. */
    endedAt?: string
  }

const preparing = ({ preparation }: OfferingRecord, trainerId: string) => {
  preparation[trainerId] ??= { briefed: false }
  return preparation[trainerId]
}

const setSeats = (record: OfferingRecord, { capacity }: { capacity: Of<'CapacityChanged'>['capacity'] }) => {
  record.capacity = { min: capacity.min, ...given({ max: capacity.max }) }
}

/** Seen once more, or once less where it was put right. */
const wasSeen = (
  interactions: OfferingRecord['interactions'],
  sessionId: string,
  kind: string,
  observed: Of<'InteractionRecorded'>['observed'],
  times: 1 | -1,
) => {
  const seen = interactions[sessionId]?.[kind] ?? { count: 0, ratings: 0, ratingSum: 0 }
  interactions[sessionId] = { ...interactions[sessionId], [kind]: seen }
  if ('count' in observed) seen.count += times * observed.count
  else {
    seen.ratings += times
    seen.ratingSum += times * observed.rating
  }
}

const own: RecipesFor<OfferingRecord, DeliveryEvent, 'offeringId'> = {
  OfferingScheduled: (record, scheduled) => {
    record.title = scheduled.title
    record.modality = scheduled.modality
    record.plannedAtFirst = scheduled.sessions
    setSeats(record, scheduled)
  },
  CapacityChanged: setSeats,
  OfferingAnnounced: ({ announcements }, { at, channel }) => {
    announcements.push({ channel, at })
  },
  OfferingCompleted: (record, { endedAt }) => {
    record.endedAt = endedAt
  },
  DeliveryCorrected: (record) => {
    if (record.endedAt !== undefined)
      record.endedAt = Object.values(record.held).reduce((last, { end }) => laterOf(last, end), '')
  },
  TaskPlanned: ({ tasks }, { at: _at, offeringId: _of, taskId, ...task }) => {
    tasks[taskId] = { ...task, status: taskAfter.TaskPlanned }
  },
  TaskCompleted: ({ tasks }, { taskId, at }) => {
    const task = tasks[taskId]
    if (task !== undefined) Object.assign(task, { status: taskAfter.TaskCompleted, doneAt: at })
  },
  TaskWaived: ({ tasks }, { taskId }) => {
    const task = tasks[taskId]
    if (task !== undefined) task.status = taskAfter.TaskWaived
  },
  TrainerBriefed: (record, { trainerId }) => {
    preparing(record, trainerId).briefed = true
  },
  TrainerPreparationReported: (record, { trainerId, percent }) => {
    preparing(record, trainerId).percent = percent
  },
  IncidentReported: ({ incidents }, { incidentId, kind, at, learnerId }) => {
    incidents[incidentId] = { kind, reportedAt: at, ...given({ learnerId }) }
  },
  IncidentCorrected: ({ incidents }, { incidentId, kind, learnerId }) => {
    const before = incidents[incidentId]
    if (before === undefined) return
    const { learnerId: _, ...kept } = before
    incidents[incidentId] = { ...kept, kind, ...given({ learnerId }) }
  },
  IncidentRetracted: ({ incidents }, { incidentId }) => {
    delete incidents[incidentId]
  },
  IncidentResolved: ({ incidents }, { incidentId, at }) => {
    const incident = incidents[incidentId]
    if (incident !== undefined) incident.resolvedAt = at
  },
  InteractionRecorded: ({ interactions }, { sessionId, kind, observed }) =>
    wasSeen(interactions, sessionId, kind, observed, 1),
  InteractionCorrected: ({ interactions }, { sessionId, kind, was, observed }) => {
    wasSeen(interactions, sessionId, kind, was, -1)
    if (observed !== undefined) wasSeen(interactions, sessionId, kind, observed, 1)
  },
}

/**
 * The record of a class (班次): planned, staffed, prepared, moved, held or called off, and what went wrong. Its learners are
 * in the records of its enrolments.
 */
export const offeringRecord = projections<DeliveryEvent>()({
  name: 'offeringRecord',
  by: ['offeringId'],
  initial: (): OfferingRecord => ({
    ...offering.initial(),
    offeringId: '',
    title: '',
    modality: '',
    capacity: { min: 0 },
    history: [],
    plannedAtFirst: [],
    calendar: {},
    announcements: [],
    tasks: {},
    preparation: {},
    incidents: {},
    interactions: {},
  }),
  on: [
    onEach(
      typesOf(offering.on),
      (record: OfferingRecord, { offeringId }: { readonly offeringId: string }) => {
        record.offeringId = offeringId
      },
    ),
    offering.on,
    calendarRecipes,
    own,
    onEach(
      typesOf(offeringStatusAfter),
      ({ history, status }: OfferingRecord, { at }: { readonly at: string }) => {
        if (history.at(-1)?.status !== status) history.push({ status, at })
      },
    ),
  ],
  shardBy: 'offeringId',
  /** One half has never heard of the offering. */
  merge: (a, b) => (a.offeringId === '' ? b : a),
})

/** The records of classes, as `project(offeringRecord, events)` answers them. */
export type OfferingRecords = Readonly<Record<string, OfferingRecord>>
