import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  at,
  confirmed,
  enrolled,
  happened,
  monday,
  offeringId,
  open,
  scheduled,
  training,
} from './an-offering.ts'

const story = scenario(training)
const during = '2026-04-06T02:00:00.000Z'
const later = '2026-04-06T02:30:00.000Z'
const running = [...open, ...enrolled('ada'), confirmed] as const

describe('an incident', () => {
  const projector = {
    offeringId,
    incidentId: 'i-1',
    sessionId: monday.sessionId,
    kind: 'equipment',
    description: 'No picture.',
  }
  const reported = happened.IncidentReported({ at: during, ...projector })
  const resolve = (when: string) =>
    ({
      type: 'ResolveIncident',
      data: { at: when, offeringId, incidentId: 'i-1', resolution: 'New lamp.' },
    }) as const
  const resolved = happened.IncidentResolved({
    at: later,
    offeringId,
    incidentId: 'i-1',
    reportedAt: during,
    resolution: 'New lamp.',
  })
  test('is reported, then resolved', () => {
    story
      .given(...running)
      .when({ type: 'ReportIncident', data: { at: during, ...projector } })
      .then(reported)
    story
      .given(...running, reported)
      .when(resolve(later))
      .then(resolved)
  })
  test('is reported once and resolved once', () => {
    story
      .given(...running, reported)
      .when({ type: 'ReportIncident', data: { at: during, ...projector } })
      .thenRejected({ code: 'IllegalTransition', from: 'open', command: 'ReportIncident' })
    story
      .given(...running, reported, resolved)
      .when(resolve(later))
      .thenRejected({ code: 'IllegalTransition', from: 'resolved', command: 'ResolveIncident' })
  })
  test('is not resolved before it was reported', () => {
    story
      .given(...running, reported)
      .when(resolve(at))
      .thenRejected({ code: 'ResolvedBeforeReported', reportedAt: during })
  })
  test('belongs to a class and a session that are there', () => {
    story
      .given()
      .when({ type: 'ReportIncident', data: { at: during, ...projector } })
      .thenRejected({ code: 'Unknown', what: 'offering', id: offeringId })
    story
      .given(...running)
      .when({ type: 'ReportIncident', data: { at: during, ...projector, sessionId: 'sunday' } })
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
    story
      .given(...running)
      .when(resolve(later))
      .thenRejected({ code: 'Unknown', what: 'incident', id: 'i-1' })
  })
})

describe('what learners do in class', () => {
  const questions = { offeringId, sessionId: monday.sessionId, kind: 'question', observed: { count: 12 } }
  const discussion = { offeringId, sessionId: monday.sessionId, kind: 'discussion', observed: { rating: 4 } }
  test('is counted or rated', () => {
    for (const seen of [questions, discussion])
      story
        .given(...running)
        .when({ type: 'RecordInteraction', data: { at: during, ...seen } })
        .then(happened.InteractionRecorded({ at: during, ...seen }))
  })
  test('is one or the other, on a scale of five', () => {
    for (const observed of [{ count: 1, rating: 4 }, { rating: 6 }, {}])
      expect(
        training.receive({
          type: 'RecordInteraction',
          data: { at: during, ...questions, observed },
          metadata: { commandId: 'c' },
        }),
      ).toMatchObject({ left: { code: 'InvalidCommand' } })
  })
  test('is not seen before the session, nor in a class that does not take place yet', () => {
    story
      .given(...running)
      .when({ type: 'RecordInteraction', data: { at, ...questions } })
      .thenRejected({ code: 'SessionNotStarted', start: monday.start })
    story
      .given(scheduled)
      .when({ type: 'RecordInteraction', data: { at: during, ...questions } })
      .thenRejected({ code: 'IllegalTransition', from: 'scheduled', command: 'RecordInteraction' })
    story
      .given(...running)
      .when({ type: 'RecordInteraction', data: { at: during, ...questions, sessionId: 'sunday' } })
      .thenRejected({ code: 'Unknown', what: 'session', id: 'sunday' })
  })
})
