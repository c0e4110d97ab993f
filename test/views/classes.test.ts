import {
  type AnyEvent,
  type AnyFigure,
  agenda,
  boardOf,
  type ClassOnBoard,
  deliveryEvents,
  figureOf,
  incidentRateFigure,
  offeringRecord,
  plannedAndActual,
  planStabilityFigure,
  project,
  questionRateFigure,
  readinessOf,
  sessionsOnScheduleFigure,
  timeToResolveFigure,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { at, held, monday, offeringId, schedule, tuesday } from '../delivery/an-offering.ts'
import { recordsOf } from '../records/records-of.ts'

const happened = deliveryEvents.make
const sessions = [
  { ...monday, trainerIds: ['zhou'], venueId: 'hall' },
  { ...tuesday, trainerIds: ['zhou'] },
]
const scheduled = happened.OfferingScheduled({ ...schedule, sessions })
const task = (
  taskId: string,
  owner: string,
  dueAt: string,
  neededFor: 'delivery' | 'completion' = 'delivery',
) => happened.TaskPlanned({ at, offeringId, taskId, artefact: taskId, owner, dueAt, neededFor })
const moved = (when: string, start: string, end: string) =>
  happened.SessionRescheduled({
    at: when,
    offeringId,
    ...tuesday,
    trainerIds: ['zhou'],
    start,
    end,
    was: { start: tuesday.start, end: tuesday.end },
    sequence: 1,
  })
const wednesday = ['2026-04-08T01:00:00.000Z', '2026-04-08T09:00:00.000Z'] as const
const attended = (learnerId: string, minutes: number) => ({
  at: monday.end,
  offeringId,
  learnerId,
  sessionId: monday.sessionId,
  minutes,
  on: '2026-04-06',
})
const ran = [
  scheduled,
  happened.OfferingAnnounced({ at, offeringId, channel: 'intranet', audience: {} }),
  happened.EnrolmentOpened({ at, offeringId }),
  happened.OfferingAnnounced({ at, offeringId, channel: 'email', audience: { department: 'sales' } }),
  task('manuals', 'operations', '2026-04-03T09:00:00.000Z'),
  task('seating', 'administration', '2026-04-05T09:00:00.000Z'),
  task('certificates', 'operations', '2026-04-09T09:00:00.000Z', 'completion'),
  happened.TrainerBriefed({ at, offeringId, trainerId: 'zhou' }),
  happened.TrainerPreparationReported({ at, offeringId, trainerId: 'zhou', percent: 60 }),
  happened.TaskCompleted({
    at: '2026-04-02T09:00:00.000Z',
    offeringId,
    taskId: 'manuals',
    owner: 'operations',
    dueAt: '2026-04-03T09:00:00.000Z',
  }),
  moved('2026-04-04T01:00:00.000Z', ...wednesday),
  happened.IncidentReported({ at: monday.start, offeringId, incidentId: 'i-1', kind: 'equipment' }),
  happened.IncidentResolved({
    at: '2026-04-06T01:30:00.000Z',
    offeringId,
    incidentId: 'i-1',
    reportedAt: monday.start,
  }),
  happened.IncidentReported({ at: monday.start, offeringId, incidentId: 'i-2', kind: 'discipline' }),
  happened.InteractionRecorded({
    at: monday.end,
    offeringId,
    sessionId: monday.sessionId,
    kind: 'question',
    observed: { count: 8 },
  }),
  happened.InteractionRecorded({
    at: monday.end,
    offeringId,
    sessionId: monday.sessionId,
    kind: 'discussion',
    observed: { rating: 4 },
  }),
  happened.SessionDelivered({ ...held(monday, 1).data, actualStart: '2026-04-06T01:10:00.000Z' }),
  happened.AttendanceRecorded({ ...attended('ada', 470), status: 'present', method: 'qrCode' }),
  happened.AttendanceRecorded({ ...attended('bob', 470), status: 'present', method: 'qrCode' }),
]
const onBoard = (events: readonly AnyEvent[], asOf?: string): ClassOnBoard => {
  const board = boardOf(recordsOf(events, asOf === undefined ? {} : { asOf }))
  const [one] = Object.values(board)
  if (one === undefined) throw new Error('no class on the board')
  return one
}
const figureIn = (figure: AnyFigure, events: readonly AnyEvent[], asOf: string) =>
  figureOf(figure, {
    ...recordsOf(events),
    workforce: [],
    period: { from: '2026-01-01', to: '2027-01-01' },
    asOf,
    zone: 'Asia/Shanghai',
  })

describe('the board of a class', () => {
  test('follows its calendar: what moves moves its end, what is called off counts no more', () => {
    expect(onBoard(ran)).toMatchObject({
      starts: monday.start,
      ends: wednesday[1],
      delivered: [monday.sessionId],
      status: 'running',
    })
    const off = happened.SessionCancelled({
      at,
      offeringId,
      sessionId: tuesday.sessionId,
      start: tuesday.start,
      end: tuesday.end,
      zone: tuesday.zone,
      sequence: 1,
      remaining: 1,
      reason: 'snow',
    })
    expect(onBoard([scheduled, off] as never)).toMatchObject({
      ends: monday.end,
      calendar: { [tuesday.sessionId]: { status: 'cancelled', sequence: 1 } },
    })
  })
  test('stays where it stands when it is announced once more', () => {
    expect(onBoard(ran.slice(0, 4))).toMatchObject({
      status: 'enrolling',
      announcements: [
        { channel: 'intranet', at },
        { channel: 'email', at },
      ],
    })
  })
  test('counts another change of every session when the class is called off', () => {
    const { calendar } = onBoard([
      scheduled,
      moved(at, ...wednesday),
      happened.OfferingCancelled({ at, offeringId, cause: 'other' }),
    ] as never)
    expect(Object.values(calendar).map(({ status, sequence }) => [status, sequence])).toEqual([
      ['cancelled', 1],
      ['cancelled', 2],
    ])
  })
  test('follows who teaches', () => {
    const changed = [
      scheduled,
      happened.TrainerAssigned({ at, offeringId, trainerId: 'mei', sessionIds: [monday.sessionId] }),
      happened.TrainerUnassigned({
        at,
        offeringId,
        trainerId: 'zhou',
        sessionIds: [monday.sessionId, tuesday.sessionId],
      }),
    ]
    expect(Object.values(onBoard(changed as never).calendar).map(({ trainerIds }) => trainerIds)).toEqual([
      ['mei'],
      [],
    ])
  })
  test('says what is not ready yet', () => {
    expect(readinessOf(onBoard(ran.slice(0, 10)), '2026-04-05T09:00:00.000Z')).toEqual({
      ready: false,
      open: ['seating'],
      overdue: ['seating'],
      unprepared: ['zhou'],
    })
    expect(
      readinessOf(
        onBoard(
          ran.slice(0, 1).concat(
            happened.TrainerPreparationReported({
              at,
              offeringId,
              trainerId: 'zhou',
              percent: 100,
            }) as never,
          ),
        ),
        at,
      ).ready,
    ).toBe(true)
  })
  test('shows each session as planned and as held', () => {
    expect(plannedAndActual(onBoard(ran))).toEqual([
      { sessionId: monday.sessionId, plannedMinutes: 480, actualMinutes: 470, beganLate: 10 },
      { sessionId: tuesday.sessionId, plannedMinutes: 480 },
    ])
  })
})

describe('the agenda', () => {
  const asOf = '2026-04-05T10:00:00.000Z'
  test('says what is due, for whom, until when, the soonest first', () => {
    const board = project(offeringRecord, ran, { asOf })
    expect(
      agenda(board, { asOf }).map(({ what, id, whose, dueAt, overdue }) => [what, id, whose, dueAt, overdue]),
    ).toEqual([
      ['task', 'seating', 'administration', '2026-04-05T09:00:00.000Z', true],
      ['preparation', 'zhou', 'zhou', monday.start, false],
      ['session', monday.sessionId, 'zhou', monday.start, false],
      ['session', tuesday.sessionId, 'zhou', wednesday[0], false],
      ['task', 'certificates', 'operations', '2026-04-09T09:00:00.000Z', false],
    ])
    expect(agenda(board, { asOf, until: monday.start })).toHaveLength(3)
  })
  test('holds an incident until it is resolved', () => {
    expect(
      agenda(project(offeringRecord, ran), { asOf: monday.end }).filter(({ what }) => what === 'incident'),
    ).toMatchObject([{ id: 'i-2', whose: 'operations' }])
  })
  test('holds nothing of a class that was called off', () => {
    const off = [...ran.slice(0, 9), happened.OfferingCancelled({ at, offeringId, cause: 'other' })]
    expect(agenda(project(offeringRecord, off), { asOf })).toEqual([])
  })
})

describe('the figures of classes', () => {
  const asOf = '2026-04-09T00:00:00.000Z'
  test('are questions per learner-hour, incidents per session and how long they took, and whether the plan held', () => {
    expect(figureIn(questionRateFigure, ran, asOf)).toMatchObject({
      value: 8 / (940 / 60),
      n: 940,
      unit: 'perHour',
      metric: 'M24',
    })
    expect(figureIn(incidentRateFigure, ran, asOf)).toMatchObject({ value: 2, n: 1, unit: 'perSession' })
    expect(figureIn(timeToResolveFigure, ran, asOf)).toMatchObject({
      ...{ value: 0.5, n: 1, unit: 'hours', notes: [{ code: 'StillOpen', incidents: 1 }] },
    })
    expect(figureIn(planStabilityFigure, ran, asOf)).toMatchObject({
      value: 0.5,
      n: 2,
      options: { withinDays: 7 },
    })
    expect(figureIn(sessionsOnScheduleFigure, ran, asOf)).toMatchObject({ value: 0.5, n: 2, unit: 'ratio' })
  })
  test('do not count another room at the same hours, nor a change in good time, against the plan', () => {
    const elsewhere = happened.SessionRescheduled({
      at: '2026-04-05T01:00:00.000Z',
      offeringId,
      ...monday,
      venueId: 'garden',
      was: { start: monday.start, end: monday.end },
      sequence: 1,
    })
    const inTime = moved('2026-03-10T01:00:00.000Z', ...wednesday)
    expect(figureIn(planStabilityFigure, [scheduled, elsewhere, inTime], at)).toMatchObject({ value: 1 })
  })
  test('take attendance as it was corrected', () => {
    const corrected = happened.AttendanceCorrected({
      ...attended('bob', 0),
      status: 'absent',
      method: 'qrCode',
      correctedBy: 'lin',
      reason: 'Was not there.',
    })
    expect(figureIn(questionRateFigure, [...ran, corrected], asOf)).toMatchObject({
      value: 8 / (470 / 60),
      n: 470,
    })
  })
})
