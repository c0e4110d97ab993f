/** Folds against a loop written by hand, and for the record against what others' idiom costs. */
import { EventStore, EventType } from '@castore/core'
import { Decider } from '@fraktalio/fmodel-ts'
import { Immer } from 'immer'
import { type DomainEvent, enrolmentRecord, fold, project, projections } from 'training-ops'
import { compare } from './compare.ts'

type Event =
  | DomainEvent<'LearnerEnrolled', { offeringId: string; learnerId: string }>
  | DomainEvent<'LearnerWithdrew', { offeringId: string; learnerId: string }>
  | DomainEvent<'AttendanceRecorded', { offeringId: string; learnerId: string; minutes: number }>
type State = { taken: number; minutes: Record<string, number> }

const seatsAndAttendance = projections<Event>()({
  name: 'seatsAndAttendance',
  by: ['offeringId'],
  initial: (): State => ({ taken: 0, minutes: {} }),
  on: {
    LearnerEnrolled: (state, { learnerId }) => {
      state.taken++
      state.minutes[learnerId] = 0
    },
    LearnerWithdrew: (state, { learnerId }) => {
      state.taken--
      delete state.minutes[learnerId]
    },
    AttendanceRecorded: (state, { learnerId, minutes }) => {
      state.minutes[learnerId] = (state.minutes[learnerId] ?? 0) + minutes
    },
  },
})

const byHand = (events: readonly Event[]): State => {
  const state: State = { taken: 0, minutes: {} }
  for (const event of events)
    switch (event.type) {
      case 'LearnerEnrolled':
        state.taken++
        state.minutes[event.data.learnerId] = 0
        break
      case 'LearnerWithdrew':
        state.taken--
        delete state.minutes[event.data.learnerId]
        break
      case 'AttendanceRecorded':
        state.minutes[event.data.learnerId] = (state.minutes[event.data.learnerId] ?? 0) + event.data.minutes
        break
    }
  return state
}

/** As their guides write it: a new object for each event. */
const evolve = (state: State, { type, data }: { type: string; data: Event['data'] }): State => {
  const { [data.learnerId]: minutes, ...others } = state.minutes
  if (type === 'LearnerEnrolled')
    return { taken: state.taken + 1, minutes: { ...state.minutes, [data.learnerId]: 0 } }
  if (type === 'LearnerWithdrew') return { taken: state.taken - 1, minutes: others }
  const more = (minutes ?? 0) + (data as { minutes: number }).minutes
  return { ...state, minutes: { ...state.minutes, [data.learnerId]: more } }
}
const initial = (): State => ({ taken: 0, minutes: {} })

const immer = new Immer({ autoFreeze: true })
const types = ['LearnerEnrolled', 'LearnerWithdrew', 'AttendanceRecorded']
const store = new EventStore({
  eventStoreId: 'seats',
  eventTypes: types.map((type) => new EventType({ type })),
  reducer: (aggregate: { aggregateId: string; version: number; state: State } | undefined, event) => ({
    aggregateId: event.aggregateId,
    version: event.version,
    state: evolve(aggregate?.state ?? initial(), {
      type: event.type,
      data: (event as unknown as { payload: Event['data'] }).payload,
    }),
  }),
})
const decider = new Decider(() => [], evolve as never, initial())

const others: Readonly<Record<string, (events: readonly Event[]) => unknown>> = {
  'Emmett, as its guides write evolve': (events) => events.reduce(evolve, initial()),
  'Castore, buildAggregate': (events) => {
    const details = events.map(({ type, data }, at) => ({
      ...{ aggregateId: 'o', version: at + 1, type, timestamp: '', payload: data },
    }))
    return store.buildAggregate(details as never)?.state
  },
  'fmodel, a decider evolving': (events) => events.reduce(decider.evolve as never, decider.initialState),
  'immer, a draft an event': (events) =>
    events.reduce(
      (state, { type, data }) =>
        immer.produce(state, (draft) => seatsAndAttendance.on[type]?.(draft, data as never) as never),
      initial(),
    ),
}

const eventsOf = (learners: number): readonly Event[] => {
  const events: Event[] = []
  for (let at = 0; at < learners; at++)
    events.push({ type: 'LearnerEnrolled', data: { offeringId: 'o', learnerId: `learner-${at}` } })
  for (let at = 0; at < learners; at += 10)
    events.push({ type: 'LearnerWithdrew', data: { offeringId: 'o', learnerId: `learner-${at}` } })
  for (let at = 0; at < learners * 2; at++)
    if ((at % learners) % 10 !== 0)
      events.push({
        type: 'AttendanceRecorded',
        data: { offeringId: 'o', learnerId: `learner-${at % learners}`, minutes: 60 + (at % 7) },
      })
  return events
}

const many = (times: number, work: () => unknown) => () => {
  let last: unknown
  for (let time = 0; time < times; time++) last = work()
  return last
}

for (const [learners, times, rounds] of [
  [100, 200, 15],
  [10_000, 4, 15],
  [100_000, 1, 9],
] as const) {
  const events = eventsOf(learners)
  await compare(
    `fold, seats and attendance of ${learners.toLocaleString('en')} learners`,
    { called: 'fold', work: many(times, () => fold(seatsAndAttendance, events)) },
    { called: 'a loop by hand', work: many(times, () => byHand(events)) },
    { rounds, goal: 1.5, per: times },
  )
}

for (const [learners, times] of [
  [100, 20],
  [2000, 1],
] as const) {
  const events = eventsOf(learners)
  for (const [called, work] of Object.entries(others))
    await compare(
      `for the record: fold, ${learners.toLocaleString('en')} learners, ${called}`,
      { called: 'fold', work: many(times, () => fold(seatsAndAttendance, events)) },
      { called, work: many(times, () => work(events)) },
      { rounds: 3, goal: null, per: times },
    )
}

/** Ten thousand enrolments, each asked, seated, attended and ended. */
const lives = Array.from({ length: 10_000 }, (_, at) => {
  const one = { at: '2026-03-02T09:00:00.000Z', offeringId: `o-${at % 250}`, learnerId: `l-${at}` }
  const of = { courseId: 'k', courseVersion: 1 }
  return [
    { type: 'EnrolmentRequested', data: { ...one, source: 'self', approval: 'automatic', basis: {} } },
    {
      type: 'LearnerEnrolled',
      data: { ...one, ...of, sessions: [], scheduledMinutes: 360, completionRule: {} },
    },
    ...Array.from({ length: 6 }, (_, session) => ({
      type: 'AttendanceRecorded',
      data: { ...one, sessionId: `s-${session}`, minutes: 60, status: 'present', on: '2026-04-06' },
    })),
    {
      type: 'EnrolmentCompleted',
      data: { ...one, ...of, outcome: 'completed', scheduledMinutes: 360, attendedMinutes: 360 },
    },
  ]
}).flat()
const livesByHand = () => {
  const records: Record<string, Record<string, unknown> & { attended: object; history: unknown[] }> = {}
  for (const { type, data } of lives) {
    const { at, offeringId, learnerId, ...rest } = data as never as Record<string, never>
    const key = `${offeringId} ${learnerId}`
    records[key] ??= {
      ...{ status: 'none', asked: {}, approval: 'automatic', completionRule: {}, results: {}, modules: {} },
      ...{ responses: {}, waived: {}, prework: 'notSent', offeringId, learnerId, attended: {}, history: [] },
    }
    const record = records[key]
    if (type === 'EnrolmentRequested') {
      const { approval, ...asked } = rest as Readonly<Record<string, unknown>>
      Object.assign(record, { status: 'requested', asked, approval })
      record.history.push({ status: 'requested', at })
    } else if (type === 'LearnerEnrolled') {
      const { sessions: _, ...seat } = rest as Readonly<Record<string, unknown>>
      Object.assign(record, { status: 'enrolled', ...seat })
      record.history.push({ status: 'enrolled', at })
    } else if (type === 'AttendanceRecorded')
      (record.attended as Record<string, unknown>)[rest.sessionId as never] = {
        minutes: rest.minutes,
        status: rest.status,
        on: rest.on,
      }
    else {
      const { outcome, scheduledMinutes, attendedMinutes } = rest as Readonly<Record<string, unknown>>
      const ended = {
        closedAt: at,
        assessment: 'none',
        unmet: [],
        scheduledMinutes,
        attendedMinutes,
        outcome,
      }
      Object.assign(record, { status: 'completed', ...ended })
      record.history.push({ status: 'completed', at })
    }
  }
  return records
}
await compare(
  'fold, the records of 10,000 enrolments of nine events each',
  { called: 'project', work: () => project(enrolmentRecord, lives) },
  { called: 'a loop by hand', work: livesByHand },
  { rounds: 11, goal: null },
)
