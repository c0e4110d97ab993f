import { derivedId, resourceEvents } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  booked,
  onTheBooks,
  openStaffed,
  released,
  reserved,
  staffed,
  staffedClass,
  taken,
} from './a-staffed-class.ts'
import {
  at,
  confirmed,
  enrolled,
  happened,
  held,
  monday,
  offeringId,
  schedule,
  seat,
  training,
  tuesday,
  waitlisted,
} from './an-offering.ts'

const story = scenario(training)
const [staffedMonday, staffedTuesday] = staffed.sessions as [
  (typeof staffed.sessions)[number],
  (typeof staffed.sessions)[number],
]
const wednesday = {
  ...monday,
  sessionId: 'o-1-wednesday',
  start: '2026-04-08T01:00:00.000Z',
  end: '2026-04-08T09:00:00.000Z',
}

/** A room of which nobody said how many it holds. */
const inAHall = { onSite: 1_000_000 }

describe('scheduling a class with its people and things', () => {
  const ask = (sessions: readonly object[], more: object = {}) =>
    ({ type: 'ScheduleOffering', data: { ...schedule, ...more, sessions } }) as never
  test('books them in the same append', () => {
    story
      .given(...onTheBooks)
      .when(ask(staffed.sessions))
      .then(
        happened.OfferingScheduled({
          ...staffed,
          holds: [monday, tuesday].map(({ sessionId }) => ({ sessionId, ...inAHall })),
        }),
        ...booked,
      )
  })
  test('lets several teach one session', () => {
    const together = { ...monday, trainerIds: ['zhou', 'mei'] }
    story
      .given(...onTheBooks)
      .when(ask([together]))
      .then(
        happened.OfferingScheduled({ ...schedule, sessions: [together] }),
        reserved('zhou', monday, true),
        reserved('mei', monday, true),
      )
  })
  test('asks for no qualification where colleagues share what they know', () => {
    const sharing = { ...schedule, kind: 'knowledgeSharing', sessions: [{ ...monday, trainerIds: ['lou'] }] }
    story
      .given(...onTheBooks)
      .when({ type: 'ScheduleOffering', data: sharing })
      .then(happened.OfferingScheduled(sharing), reserved('lou', monday))
  })
  test.each([
    ['who is on no books', { trainerIds: ['nobody'] }, { code: 'Unknown', what: 'trainer', id: 'nobody' }],
    [
      'a room that teaches',
      { trainerIds: ['hall'] },
      { code: 'WrongResourceKind', resourceId: 'hall', kind: 'venue', as: 'trainer' },
    ],
    [
      'a trainer to meet in',
      { venueId: 'zhou' },
      { code: 'WrongResourceKind', resourceId: 'zhou', kind: 'trainer', as: 'venue' },
    ],
    [
      'a room as a projector',
      { equipmentIds: ['hall'] },
      { code: 'WrongResourceKind', resourceId: 'hall', kind: 'venue', as: 'equipment' },
    ],
    [
      'who may not teach it',
      { trainerIds: ['lou'] },
      { code: 'TrainerNotQualified', trainerId: 'lou', courseId: 'selling' },
    ],
    [
      'who may teach it only until noon',
      { trainerIds: ['han'] },
      {
        code: 'TrainerNotQualified',
        trainerId: 'han',
        courseId: 'selling',
        validUntil: '2026-04-06T04:00:00.000Z',
      },
    ],
  ] as const)('refuses %s', (_, whom, rejection) => {
    story
      .given(...onTheBooks)
      .when(ask([{ ...monday, ...whom }]))
      .thenRejected(rejection as never)
  })
  test.each([
    ['TrainerUnavailable', 'zhou', { trainerId: 'zhou' }],
    ['VenueUnavailable', 'hall', { venueId: 'hall' }],
    ['EquipmentUnavailable', 'projector', { equipmentIds: 'projector' }],
  ] as const)('refuses with %s whatever is elsewhere then', (code, resourceId, whom) => {
    const [named] = Object.entries(whom)
    const key = named?.[0] === 'equipmentIds' ? 'equipmentId' : named?.[0]
    story
      .given(
        ...onTheBooks,
        taken(resourceId, { start: '2026-04-06T08:59:00.000Z', end: '2026-04-06T12:00:00.000Z' }),
      )
      .when(ask([staffedMonday]))
      .thenRejected({
        code,
        [key as string]: resourceId,
        sessionId: monday.sessionId,
        with: 'elsewhere',
      } as never)
  })
  test('keeps the buffer of a room from other classes, and needs none between its own sessions', () => {
    const next = { start: '2026-04-06T09:59:00.000Z', end: '2026-04-06T12:00:00.000Z' }
    story
      .given(...onTheBooks, taken('hall', next))
      .when(ask([staffedMonday]))
      .thenRejected({
        code: 'VenueUnavailable',
        venueId: 'hall',
        sessionId: monday.sessionId,
        with: 'elsewhere',
      })
    const sessions = [
      { ...monday, venueId: 'hall' },
      { ...tuesday, venueId: 'hall', start: monday.end, end: '2026-04-06T10:00:00.000Z' },
    ]
    story
      .given(...onTheBooks)
      .when(ask(sessions))
      .then(
        happened.OfferingScheduled({
          ...schedule,
          sessions,
          holds: sessions.map(({ sessionId }) => ({ sessionId, ...inAHall })),
        }),
        reserved('hall', monday),
        reserved('hall', sessions[1] as never),
      )
  })
  test.each(['suspended', 'retired'] as const)('refuses what is %s', (status) => {
    const { ResourceRetired, ResourceSuspended } = resourceEvents.make
    const gone =
      status === 'retired'
        ? ResourceRetired({ at, resourceId: 'zhou' })
        : ResourceSuspended({ at, resourceId: 'zhou', reason: 'ill' })
    story
      .given(...onTheBooks, gone)
      .when(ask([staffedMonday]))
      .thenRejected({ code: 'ResourceNotInUse', resourceId: 'zhou', status })
  })
  test('opens enrolment before it closes', () => {
    story
      .given()
      .when(ask([monday], { enrolmentOpens: '2026-04-01T10:00:00.000Z' }))
      .thenRejected({ code: 'WindowInverted', window: 'enrolmentOpens', latest: schedule.enrolmentCloses })
  })
})

const moved = { ...staffedMonday, start: '2026-04-06T02:00:00.000Z', end: '2026-04-06T10:00:00.000Z' }
const rescheduled = (session: object, was: { start: string; end: string } = monday, sequence = 1) =>
  happened.SessionRescheduled({
    at,
    offeringId,
    programId: 'p-1',
    ...session,
    ...('venueId' in session ? { holds: inAHall } : {}),
    was: { start: was.start, end: was.end },
    sequence,
  } as never)
const hours = (
  learnerId: string,
  sessions: readonly (typeof monday)[],
  scheduledMinutes = 480 * sessions.length,
) =>
  happened.EnrolmentRescheduled({
    at,
    offeringId,
    learnerId,
    sessions: sessions.map(({ sessionId, start, end }) => ({ sessionId, start, end })),
    scheduledMinutes,
  })

describe('rescheduling a session', () => {
  const ask = (session: object, more: object = {}) =>
    ({ type: 'RescheduleSession', data: { at, offeringId, session, ...more } }) as never
  test('moves its slots, and the hours of everyone who sits there or waits', () => {
    story
      .given(...openStaffed, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1))
      .when(ask(moved))
      .then(
        rescheduled(moved),
        ...['zhou', 'hall', 'projector'].map((one) => released(one, monday)),
        reserved('zhou', moved, true),
        reserved('hall', moved),
        reserved('projector', moved),
        ...['ada', 'bob', 'cyd'].map((one) => hours(one, [moved, tuesday])),
      )
  })
  test('counts its changes, and leaves alone what stays as it was', () => {
    const elsewhere = { ...moved, venueId: undefined, equipmentIds: ['projector'] }
    const { venueId: _, ...noRoom } = elsewhere
    story
      .given(...staffedClass, rescheduled(moved), released('hall', monday), reserved('hall', moved))
      .when(ask(noRoom))
      .then(rescheduled(noRoom, moved, 2), released('hall', monday))
  })
  test('to what it is already changes nothing', () => {
    story
      .given(...staffedClass)
      .when(ask(staffedMonday))
      .thenNothing()
  })
  test('may hand it to another trainer', () => {
    const handed = { ...staffedTuesday, trainerIds: ['mei'] }
    story
      .given(...staffedClass)
      .when(ask(handed, { reason: 'Zhou is ill' }))
      .then(
        happened.SessionRescheduled({
          at,
          offeringId,
          programId: 'p-1',
          ...handed,
          holds: inAHall,
          was: { start: tuesday.start, end: tuesday.end },
          sequence: 1,
          reason: 'Zhou is ill',
        }),
        released('zhou', tuesday),
        reserved('mei', tuesday, true),
      )
  })
  test('is refused where its trainer is elsewhere, the hours overlap, or they run backwards', () => {
    story
      .given(
        ...staffedClass,
        taken('zhou', { start: '2026-04-06T09:30:00.000Z', end: '2026-04-06T09:45:00.000Z' }),
      )
      .when(ask(moved))
      .thenRejected({
        code: 'TrainerUnavailable',
        trainerId: 'zhou',
        sessionId: monday.sessionId,
        with: 'elsewhere',
      })
    story
      .given(...staffedClass)
      .when(ask({ ...staffedMonday, start: tuesday.start, end: tuesday.end }))
      .thenRejected({ code: 'SessionOverlap', sessionId: monday.sessionId, with: tuesday.sessionId })
    story
      .given(...staffedClass)
      .when(ask({ ...staffedMonday, end: monday.start }))
      .thenRejected({ code: 'SessionEndsBeforeItStarts', sessionId: monday.sessionId })
  })
  test('is refused where the last class would end before a window does', () => {
    const early = { ...monday, start: '2026-03-20T01:00:00.000Z', end: '2026-03-20T09:00:00.000Z' }
    story
      .given(happened.OfferingScheduled({ ...schedule, sessions: [monday] }))
      .when(ask(early))
      .thenRejected({ code: 'WindowInverted', window: 'enrolmentCloses', latest: early.end })
  })
  test('is refused once it was held, for a session nobody knows, and when all is over', () => {
    story
      .given(...openStaffed, ...enrolled('ada'), confirmed, held(monday, 1))
      .when(ask(moved))
      .thenRejected({ code: 'SessionAlreadyDelivered', sessionId: monday.sessionId })
    story
      .given(...staffedClass)
      .when(ask(wednesday))
      .thenRejected({ code: 'Unknown', what: 'session', id: wednesday.sessionId })
    story
      .given(...staffedClass, happened.OfferingCancelled({ at, offeringId, cause: 'other' }))
      .when(ask(moved))
      .thenRejected({ code: 'IllegalTransition', from: 'cancelled', command: 'RescheduleSession' })
  })
})

describe('hours that change', () => {
  const other = 'o-2'
  const atTen = { sessionId: 'o-2-s', start: '2026-04-06T09:30:00.000Z', end: '2026-04-06T11:00:00.000Z' }
  const elsewhere = happened.LearnerEnrolled({
    ...seat('ada'),
    offeringId: other,
    sessions: [atTen],
  } as never)
  test('raise an incident for each enrolled learner who would be in two places', () => {
    story
      .given(...openStaffed, elsewhere, ...enrolled('ada'))
      .whenHappened(hours('ada', [moved, tuesday]))
      .thenCommands({
        type: 'ReportIncident',
        data: {
          at,
          offeringId,
          incidentId: derivedId(offeringId, 'ada', 'scheduleConflict', other),
          learnerId: 'ada',
          kind: 'scheduleConflict',
          clashesWith: other,
        },
      })
  })
  test('take whoever only waits off the list that clashes with a seat', () => {
    story
      .given(...openStaffed, elsewhere, ...waitlisted('ada', 1))
      .whenHappened(hours('ada', [moved, tuesday]))
      .thenCommands({ type: 'WithdrawEnrolment', data: { at, offeringId, learnerId: 'ada' } })
  })
  test('say nothing where nobody is in two places', () => {
    story
      .given(...openStaffed, ...enrolled('ada'))
      .whenHappened(hours('ada', [moved, tuesday]))
      .thenCommands()
  })
})

describe('adding a session', () => {
  const ask = (session: object) => ({ type: 'AddSession', data: { at, offeringId, session } }) as never
  test('books what it needs, and gives everyone its hours', () => {
    const more = { ...wednesday, trainerIds: ['mei'] }
    story
      .given(...openStaffed, ...enrolled('ada'))
      .when(ask(more))
      .then(
        happened.SessionAdded({ at, offeringId, programId: 'p-1', ...more }),
        reserved('mei', wednesday, true),
        hours('ada', [monday, tuesday, wednesday]),
      )
  })
  test('is refused where it was planned before, cancelled or not', () => {
    story
      .given(...staffedClass)
      .when(ask(monday))
      .thenRejected({ code: 'SessionAlreadyPlanned', sessionId: monday.sessionId })
    const cancelled = happened.SessionCancelled({
      at,
      offeringId,
      programId: 'p-1',
      sessionId: monday.sessionId,
      start: monday.start,
      end: monday.end,
      zone: monday.zone,
      sequence: 1,
      remaining: 1,
      reason: 'snow',
    })
    story
      .given(...staffedClass, cancelled)
      .when(ask(monday))
      .thenRejected({ code: 'SessionAlreadyPlanned', sessionId: monday.sessionId })
  })
  test('is refused once the last class was held: attempts are about to be closed', () => {
    story
      .given(...openStaffed, ...enrolled('ada'), confirmed, held(monday, 1), held(tuesday, 0))
      .when(ask(wednesday))
      .thenRejected({ code: 'LastSessionHeld', offeringId })
  })
})

describe('cancelling a session', () => {
  const ask = (sessionId: string) =>
    ({ type: 'CancelSession', data: { at, offeringId, sessionId, reason: 'typhoon' } }) as const
  const cancelled = (sequence = 1, remaining = 1) =>
    happened.SessionCancelled({
      at,
      offeringId,
      programId: 'p-1',
      sessionId: monday.sessionId,
      start: monday.start,
      end: monday.end,
      zone: monday.zone,
      sequence,
      remaining,
      reason: 'typhoon',
    })
  test('frees what it held, and counts less for attendance', () => {
    story
      .given(...openStaffed, ...enrolled('ada'))
      .when(ask(monday.sessionId))
      .then(
        cancelled(),
        ...['zhou', 'hall', 'projector'].map((one) => released(one, monday)),
        hours('ada', [tuesday]),
      )
  })
  test('counts on from its changes', () => {
    story
      .given(...staffedClass, rescheduled({ ...staffedMonday, zone: 'UTC' }))
      .when(ask(monday.sessionId))
      .then(
        happened.SessionCancelled({ ...cancelled(2).data, zone: 'UTC' }),
        ...['zhou', 'hall', 'projector'].map((one) => released(one, monday)),
      )
  })
  test('is refused for the only one', () => {
    story
      .given(happened.OfferingScheduled({ ...schedule, sessions: [monday] }))
      .when(ask(monday.sessionId))
      .thenRejected({ code: 'OnlySession', sessionId: monday.sessionId })
  })
  test('that leaves none to come closes the attempts after the days of grace', () => {
    const last = happened.SessionCancelled({ ...cancelled(1, 0).data, at: '2026-04-07T01:00:00.000Z' })
    story
      .given(...openStaffed, ...enrolled('ada'), confirmed, held(tuesday, 1), last)
      .whenHappened(last)
      .thenDeadlines({
        dueAt: '2026-04-14T01:00:00.000Z',
        command: {
          type: 'CloseEnrolment',
          data: { at: '2026-04-14T01:00:00.000Z', offeringId, learnerId: 'ada' },
        },
      })
  })
})

test('cancel keeps resources: a cancelled class holds no trainer, no room and no projector', () => {
  story
    .given(...openStaffed)
    .when({ type: 'CancelOffering', data: { at, offeringId, cause: 'other' } })
    .then(
      happened.OfferingCancelled({ at, offeringId, cause: 'other', programId: 'p-1' }),
      ...['zhou', 'hall', 'projector'].map((one) => released(one, monday)),
      ...['zhou', 'hall'].map((one) => released(one, tuesday)),
    )
})
