import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  at,
  confirmed,
  enrolled,
  happened,
  held,
  monday,
  offeringId,
  open,
  schedule,
  scheduled,
  training,
  tuesday,
  waitlisted,
} from './an-offering.ts'

const story = scenario(training)

describe('scheduling an offering', () => {
  test('puts it on the calendar as it was asked for', () => {
    story.given().when({ type: 'ScheduleOffering', data: schedule }).then(scheduled)
  })
  test('is done once', () => {
    story
      .given(scheduled)
      .when({ type: 'ScheduleOffering', data: schedule })
      .thenRejected({ code: 'IllegalTransition', from: 'scheduled', command: 'ScheduleOffering' })
  })
  test('needs sessions that end after they start', () => {
    story
      .given()
      .when({ type: 'ScheduleOffering', data: { ...schedule, sessions: [{ ...monday, end: monday.start }] } })
      .thenRejected({ code: 'SessionEndsBeforeItStarts', sessionId: monday.sessionId })
  })
  test('needs sessions that do not overlap', () => {
    const clash = { ...tuesday, start: '2026-04-06T08:59:00.000Z' }
    story
      .given()
      .when({ type: 'ScheduleOffering', data: { ...schedule, sessions: [clash, monday] } })
      .thenRejected({ code: 'SessionOverlap', sessionId: monday.sessionId, with: tuesday.sessionId })
  })
  test('lets one session begin the moment another ends', () => {
    const sessions = [monday, { ...tuesday, start: monday.end }]
    const data = { ...schedule, sessions }
    story.given().when({ type: 'ScheduleOffering', data }).then(happened.OfferingScheduled(data))
  })
  test('needs a minimum below the maximum', () => {
    story
      .given()
      .when({ type: 'ScheduleOffering', data: { ...schedule, capacity: { min: 3, max: 2 } } })
      .thenRejected({ code: 'CapacityInverted', min: 3, max: 2 })
  })
  test.each(['enrolmentCloses', 'withdrawalDeadline'] as const)(
    'needs %s to lie before the end',
    (window) => {
      story
        .given()
        .when({ type: 'ScheduleOffering', data: { ...schedule, [window]: '2026-05-01T00:00:00.000Z' } })
        .thenRejected({ code: 'WindowInverted', window, latest: tuesday.end })
    },
  )
})

describe('an offering', () => {
  test('is announced, opened and closed for enrolment in that order', () => {
    story
      .given(scheduled)
      .when({ type: 'AnnounceOffering', data: { at, offeringId } })
      .then(happened.OfferingAnnounced({ at, offeringId, channel: 'intranet', audience: {} }))
    story
      .given(scheduled)
      .when({ type: 'OpenEnrolment', data: { at, offeringId } })
      .then(happened.EnrolmentOpened({ at, offeringId }))
    story
      .given(...open)
      .when({ type: 'CloseEnrolmentWindow', data: { at, offeringId } })
      .then(happened.EnrolmentWindowClosed({ at, offeringId }))
  })
  test('that nobody scheduled is unknown to every command about it', () => {
    for (const type of [
      'AnnounceOffering',
      'OpenEnrolment',
      'CloseEnrolmentWindow',
      'ConfirmOffering',
      'CompleteOffering',
    ] as const)
      story
        .given()
        .when({ type, data: { at, offeringId } })
        .thenRejected({ code: 'Unknown', what: 'offering', id: offeringId })
  })
  test('takes place when enough people are enrolled', () => {
    story
      .given(...open, ...enrolled('ada'))
      .when({ type: 'ConfirmOffering', data: { at, offeringId } })
      .then(happened.OfferingConfirmed({ at, offeringId, enrolled: 1 }))
  })
  test('does not take place below its minimum; the waitlist does not count', () => {
    const needsThree = happened.OfferingScheduled({ ...schedule, capacity: { min: 3, max: 4 } })
    story
      .given(needsThree, open[1], ...enrolled('ada'))
      .when({ type: 'ConfirmOffering', data: { at, offeringId } })
      .thenRejected({ code: 'MinimumNotReached', have: 1, need: 3 })
  })
})

describe('a class', () => {
  const deliver = (session: typeof monday) => ({
    type: 'DeliverSession' as const,
    data: {
      at: session.end,
      offeringId,
      sessionId: session.sessionId,
      actualStart: session.start,
      actualEnd: session.end,
    },
  })
  test('is held once the offering is confirmed', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed)
      .when(deliver(monday))
      .then(held(monday, 1))
    story
      .given(...open, ...enrolled('ada'))
      .when(deliver(monday))
      .thenRejected({ code: 'IllegalTransition', from: 'enrolling', command: 'DeliverSession' })
  })
  test('is held once only', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed, held(monday, 1))
      .when(deliver(monday))
      .thenRejected({ code: 'SessionAlreadyDelivered', sessionId: monday.sessionId })
  })
  test('takes some time', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed)
      .when({ ...deliver(monday), data: { ...deliver(monday).data, actualEnd: monday.start } })
      .thenRejected({ code: 'SessionEndsBeforeItStarts', sessionId: monday.sessionId })
  })
  test('is held when it is over, not before', () => {
    const early = '2026-04-06T08:59:59.999Z'
    story
      .given(...open, ...enrolled('ada'), confirmed)
      .when({ ...deliver(monday), data: { ...deliver(monday).data, at: early } })
      .thenRejected({ code: 'SessionNotOver', actualEnd: monday.end })
  })
  test('must be one of the offering', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed)
      .when({ ...deliver(monday), data: { ...deliver(monday).data, sessionId: 'sunday' } })
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
  })
  test('that was the last one closes every attempt a week later, in the class’s own zone', () => {
    story
      .given(...open, ...enrolled('ada'), ...enrolled('bob'), confirmed, held(monday, 1))
      .whenHappened(held(tuesday, 0))
      .thenDeadlines(
        ...['ada', 'bob'].map((learnerId) => ({
          dueAt: '2026-04-14T09:00:00.000Z',
          command: {
            type: 'CloseEnrolment',
            data: { at: '2026-04-14T09:00:00.000Z', offeringId, learnerId },
          },
        })),
      )
  })
})

describe('the end of an offering', () => {
  const complete = { type: 'CompleteOffering' as const, data: { at, offeringId } }
  test('comes when every class was held', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed, held(monday, 1), held(tuesday, 0))
      .when(complete)
      .then(
        happened.OfferingCompleted({
          at,
          offeringId,
          courseId: 'selling',
          courseVersion: 1,
          programId: 'p-1',
          endedAt: tuesday.end,
          zone: 'Asia/Shanghai',
          enrolled: 1,
        }),
      )
  })
  test('waits for the classes that remain', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed, held(monday, 1))
      .when(complete)
      .thenRejected({ code: 'SessionsRemain', sessionIds: [tuesday.sessionId] })
  })
  test('by cancellation frees everybody, seated, waiting or undecided', () => {
    const cancelled = happened.OfferingCancelled({
      at,
      offeringId,
      cause: 'minimumNotReached',
      programId: 'p-1',
    })
    const past = [...open, ...enrolled('ada'), ...enrolled('bob'), ...waitlisted('cyd', 1)] as const
    story
      .given(...past)
      .when({ type: 'CancelOffering', data: { at, offeringId, cause: 'minimumNotReached' } })
      .then(cancelled)
    story
      .given(...past)
      .whenHappened(cancelled)
      .thenCommands(
        ...['ada', 'bob', 'cyd'].map((learnerId) => ({
          type: 'CancelEnrolment',
          data: { at, offeringId, learnerId },
        })),
      )
  })
  test('by cancellation is refused once it has begun', () => {
    story
      .given(...open, ...enrolled('ada'), confirmed, held(monday, 1))
      .when({ type: 'CancelOffering', data: { at, offeringId, cause: 'other' } })
      .thenRejected({ code: 'OfferingStarted', offeringId })
  })
})
