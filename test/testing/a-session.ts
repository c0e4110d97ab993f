/** One class with seats and a waitlist, whole or with one thing wrong with it. */
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  defineRejections,
  type EventsOf,
  event,
  payload,
  projections,
  refusedBy,
} from 'training-ops'
import { type Look, universe } from 'training-ops/testing'
import * as z from 'zod'

const sessionId = z.string()
const learnerId = z.string()
const at = z.iso.datetime()
const one = { at, sessionId, learnerId }

export const sessionEvents = defineEvents({
  SessionScheduled: event({ at, sessionId, capacity: z.int(), closesAt: at }),
  LearnerEnrolled: event(one),
  LearnerWaitlisted: event(one),
  LearnerWithdrawn: event(one),
  LearnerPromoted: event(one),
  AttendanceRecorded: event({ ...one, hours: z.number() }),
  SessionClosed: event({ at, sessionId }),
})
type SessionEvent = EventsOf<typeof sessionEvents>
const happened = sessionEvents.make

export const sessionCommands = defineCommands({
  ScheduleSession: { at, sessionId, capacity: z.int().min(1).max(5), closesAt: at },
  EnrolLearner: one,
  WithdrawLearner: one,
  RecordAttendance: { ...one, hours: z.number().min(0).max(24) },
  CloseSession: { at, sessionId },
})

export const sessionRejections = defineRejections({
  AlreadyScheduled: payload(),
  NotScheduled: payload(),
  SessionIsClosed: payload(),
  EnrolmentIsOver: payload(),
  AlreadyEnrolled: payload<{ readonly learnerId: string }>(),
  NotEnrolled: payload<{ readonly learnerId: string }>(),
  NoAttendanceYet: payload(),
})
const no = sessionRejections

type State = {
  status: 'unscheduled' | 'open' | 'closed'
  capacity: number
  closesAt: string
  seated: string[]
  waiting: string[]
  attended: string[]
}
const without = (list: readonly string[], gone: string) => list.filter((other) => other !== gone)

export const session = projections<SessionEvent>()({
  name: 'session',
  by: ['sessionId'],
  initial: (): State => ({
    status: 'unscheduled',
    capacity: 0,
    closesAt: '',
    seated: [],
    waiting: [],
    attended: [],
  }),
  on: {
    SessionScheduled: (state, { capacity, closesAt }) => {
      Object.assign(state, { status: 'open', capacity, closesAt })
    },
    LearnerEnrolled: (state, { learnerId }) => {
      state.seated.push(learnerId)
    },
    LearnerWaitlisted: (state, { learnerId }) => {
      state.waiting.push(learnerId)
    },
    LearnerWithdrawn: (state, { learnerId }) => {
      state.seated = without(state.seated, learnerId)
      state.waiting = without(state.waiting, learnerId)
    },
    LearnerPromoted: (state, { learnerId }) => {
      state.waiting = without(state.waiting, learnerId)
      state.seated.push(learnerId)
    },
    AttendanceRecorded: (state, { learnerId }) => {
      state.attended.push(learnerId)
    },
    SessionClosed: (state) => {
      state.status = 'closed'
    },
  },
})

export type Wrong =
  | 'seatsTwice'
  | 'promotesWhenAWaitingOneLeaves'
  | 'forgetsToPromote'
  | 'recordsAfterTheEnd'
  | 'closesALittleLate'
  | 'seatsOneTooMany'
  | 'dropsTheWaitlist'

export const aSession = (wrong?: Wrong) => {
  const isOpen = (state: State) =>
    state.status === 'unscheduled' ? no.NotScheduled({}) : state.status === 'closed' && no.SessionIsClosed({})
  const schedule = defineDecision({
    command: sessionCommands.ScheduleSession,
    reads: { session },
    decide: (command, { session }) =>
      refusedBy(session.status !== 'unscheduled' && no.AlreadyScheduled({})) ??
      accepted(happened.SessionScheduled(command)),
  })
  const enrol = defineDecision({
    command: sessionCommands.EnrolLearner,
    reads: { session },
    decide: (command, { session }) => {
      const { learnerId, at } = command
      const known = [...session.seated, ...session.waiting].includes(learnerId)
      const room = session.capacity + (wrong === 'seatsOneTooMany' ? 1 : 0)
      const isOver = wrong === 'closesALittleLate' ? at > session.closesAt : at >= session.closesAt
      return (
        refusedBy(
          isOpen(session),
          isOver && no.EnrolmentIsOver({}),
          known && wrong !== 'seatsTwice' && no.AlreadyEnrolled({ learnerId }),
        ) ??
        (session.seated.length < room
          ? accepted(happened.LearnerEnrolled(command))
          : wrong === 'dropsTheWaitlist'
            ? accepted()
            : accepted(happened.LearnerWaitlisted(command)))
      )
    },
  })
  const withdraw = defineDecision({
    command: sessionCommands.WithdrawLearner,
    reads: { session },
    decide: (command, { session }) => {
      const { learnerId, at, sessionId } = command
      const sits = session.seated.includes(learnerId)
      const refused = refusedBy(
        isOpen(session),
        !sits && !session.waiting.includes(learnerId) && no.NotEnrolled({ learnerId }),
      )
      if (refused !== undefined) return refused
      const frees = sits ? wrong !== 'forgetsToPromote' : wrong === 'promotesWhenAWaitingOneLeaves'
      const next = without(session.waiting, learnerId)[0]
      return next !== undefined && frees
        ? accepted(
            happened.LearnerWithdrawn(command),
            happened.LearnerPromoted({ at, sessionId, learnerId: next }),
          )
        : accepted(happened.LearnerWithdrawn(command))
    },
  })
  const attend = defineDecision({
    command: sessionCommands.RecordAttendance,
    reads: { session },
    decide: (command, { session }) =>
      refusedBy(
        !(wrong === 'recordsAfterTheEnd' && session.status === 'closed') && isOpen(session),
        !session.seated.includes(command.learnerId) && no.NotEnrolled({ learnerId: command.learnerId }),
      ) ?? accepted(happened.AttendanceRecorded(command)),
  })
  const close = defineDecision({
    command: sessionCommands.CloseSession,
    reads: { session },
    decide: (command, { session }) =>
      refusedBy(isOpen(session), session.attended.length === 0 && no.NoAttendanceYet({})) ??
      accepted(happened.SessionClosed(command)),
  })
  return assemble(
    [
      defineModule({
        name: 'session',
        events: sessionEvents,
        decisions: [schedule, enrol, withdraw, attend, close],
        projections: [session],
        rejections: sessionRejections,
      }),
    ],
    {},
    { trusted: true },
  )
}

export const world = universe({ sessionId: 1, learnerId: ['ada', 'bob', 'cyd', 'dee'] })

const all = (look: Look) => Object.values(look(session))
/** What is so of a class whatever happens. */
export const always = {
  'never more seated than there are seats': (look: Look) =>
    all(look).every(({ seated, capacity }) => seated.length <= capacity),
  'nobody sits twice': (look: Look) =>
    all(look).every(({ seated }) => new Set(seated).size === seated.length),
  'nobody enrols when enrolment is over': (
    look: Look,
    events: readonly { readonly type: string; readonly data: { readonly at: string } }[],
  ) => {
    const last = events.at(-1)
    return last?.type !== 'LearnerEnrolled' || all(look).every(({ closesAt }) => last.data.at < closesAt)
  },
}
/** What is so when everything that follows from a command is done. */
export const settled = {
  'a free seat means that nobody waits': (look: Look) =>
    all(look).every(({ seated, capacity, waiting }) => waiting.length === 0 || seated.length >= capacity),
}
export const until = {
  'a class that closed': { of: session, is: ({ status }: State) => status === 'closed' },
}
