import { trainingNeed } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  assessmentId,
  evidence,
  happened,
  here,
  identified,
  inOrder,
  need,
  opened,
  opening,
  rated,
  ready,
  seen,
  training,
  weighted,
} from './an-assessment.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })

describe('a needs assessment', () => {
  test('is opened for a period and the segments in scope', () => {
    story.given().when({ type: 'OpenNeedsAssessment', data: opening }).then(opened)
  })
  test('is opened once', () => {
    story
      .given(opened)
      .when({ type: 'OpenNeedsAssessment', data: opening })
      .thenRejected(illegal('open', 'OpenNeedsAssessment'))
  })
  test('covers a period that ends after it begins', () => {
    story
      .given()
      .when({
        type: 'OpenNeedsAssessment',
        data: { ...opening, period: { from: '2026-01-01', to: '2026-01-01' } },
      })
      .thenRejected({ code: 'InvalidCommand', issues: [{ path: ['data', 'period'], code: 'RuleBroken' }] })
  })
  test('that nobody opened is unknown to every command about it', () => {
    const unknown = { code: 'Unknown', what: 'needsAssessment', id: assessmentId }
    story
      .given()
      .when({ type: 'RecordNeedEvidence', data: seen('e-1') })
      .thenRejected(unknown)
    story
      .given()
      .when({ type: 'IdentifyNeed', data: need('n-1') })
      .thenRejected(unknown)
    story
      .given()
      .when({ type: 'PrioritizeNeeds', data: { ...here, method: weighted() } })
      .thenRejected(unknown)
    story
      .given()
      .when({ type: 'DismissNeed', data: { ...here, needId: 'n-1', reason: 'no' } })
      .thenRejected(unknown)
    story.given().when({ type: 'PublishNeedsReport', data: here }).thenRejected(unknown)
    story
      .given()
      .when({ type: 'RestateNeedsReport', data: { ...here, reason: 'no' } })
      .thenRejected(unknown)
    story.given().when({ type: 'CloseNeedsAssessment', data: here }).thenRejected(unknown)
  })
})

describe('evidence', () => {
  test('is recorded with its source, its level and what was measured', () => {
    story
      .given(opened)
      .when({ type: 'RecordNeedEvidence', data: seen('e-1') })
      .then(evidence('e-1'))
  })
  test('is recorded once', () => {
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'RecordNeedEvidence', data: seen('e-1') })
      .thenRejected(illegal('recorded', 'RecordNeedEvidence'))
  })
  test('of an interview says in which role somebody was asked', () => {
    const interview = { source: 'interview', intervieweeRole: 'departmentHead' }
    story
      .given(opened)
      .when({ type: 'RecordNeedEvidence', data: seen('e-1', interview) })
      .then(evidence('e-1', interview))
    story
      .given(opened)
      .when({ type: 'RecordNeedEvidence', data: seen('e-1', { source: 'interview' }) })
      .thenRejected({ code: 'IntervieweeRoleMissing', evidenceId: 'e-1' })
  })
  test.each([
    'performance',
    'departmentGoal',
    'competency',
    'survey',
    'incident',
    'regulatory',
    'exitInterview',
    'audit',
    'liaison',
    'rumour',
  ])('comes from %s, or from anywhere else', (source) => {
    story
      .given(opened)
      .when({ type: 'RecordNeedEvidence', data: seen('e-1', { source }) })
      .then(evidence('e-1', { source }))
  })
  test('is about a segment in scope', () => {
    const segment = { department: 'finance' }
    story
      .given(opened)
      .when({ type: 'RecordNeedEvidence', data: seen('e-1', { segment }) })
      .thenRejected({ code: 'SegmentOutOfScope', segment })
  })
})

describe('a need', () => {
  test('is seen in evidence', () => {
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'IdentifyNeed', data: need('n-1') })
      .then(identified('n-1'))
  })
  test('may answer what drives the year, and be about competencies', () => {
    const more = { drivers: ['solutions'], competencies: [{ frameworkId: 'f-1', competency: 'asking' }] }
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'IdentifyNeed', data: need('n-1', more) })
      .then(identified('n-1', more))
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'IdentifyNeed', data: need('n-1', { drivers: ['fashion'] }) })
      .thenRejected({ code: 'Unknown', what: 'driver', id: 'fashion' })
  })
  test('without evidence is an opinion', () => {
    story
      .given(opened)
      .when({ type: 'IdentifyNeed', data: need('n-1', { evidenceIds: [] }) })
      .thenRejected({ code: 'EvidenceMissing', needId: 'n-1', evidenceIds: [] })
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'IdentifyNeed', data: need('n-1', { evidenceIds: ['e-1', 'e-9'] }) })
      .thenRejected({ code: 'EvidenceMissing', needId: 'n-1', evidenceIds: ['e-9'] })
  })
  test('is identified once, whichever assessment saw it', () => {
    story
      .given(opened, evidence('e-1'), identified('n-1', { assessmentId: 'a-2025' }))
      .when({ type: 'IdentifyNeed', data: need('n-1') })
      .thenRejected(illegal('identified', 'IdentifyNeed'))
  })
  test('is about a segment in scope', () => {
    const segment = { level: 'manager' }
    story
      .given(opened, evidence('e-1'))
      .when({ type: 'IdentifyNeed', data: need('n-1', { segment }) })
      .thenRejected({ code: 'SegmentOutOfScope', segment })
  })
  test('may be dismissed, with a reason, once', () => {
    const dismissal = { ...here, needId: 'n-1', reason: 'A checklist will do.' }
    const dismissed = happened.NeedDismissed(dismissal)
    const past = [opened, evidence('e-1'), identified('n-1')] as const
    story
      .given(...past)
      .when({ type: 'DismissNeed', data: dismissal })
      .then(dismissed)
    story
      .given(...past, dismissed)
      .when({ type: 'DismissNeed', data: dismissal })
      .thenRejected(illegal('dismissed', 'DismissNeed'))
    story
      .given(opened)
      .when({ type: 'DismissNeed', data: dismissal })
      .thenRejected({ code: 'Unknown', what: 'need', id: 'n-1' })
  })
})

describe('needs in order', () => {
  const two = [opened, evidence('e-1'), identified('n-1'), identified('n-2')] as const
  const prioritize = (...ratings: readonly ReturnType<typeof rated>[]) => ({
    type: 'PrioritizeNeeds' as const,
    data: { ...here, method: weighted(...ratings) },
  })
  test('stand by the weighted sum of their factors', () => {
    story
      .given(...two)
      .when(prioritize(rated('n-1', 1000, 2000), rated('n-2', 3000, 0)))
      .then(
        ...inOrder(
          [rated('n-1', 1000, 2000), rated('n-2', 3000, 0)],
          ['n-2', 18_000_000],
          ['n-1', 14_000_000],
        ),
      )
  })
  test('that score the same stand by their ids', () => {
    story
      .given(...two)
      .when(prioritize(rated('n-2', 2000, 0), rated('n-1', 0, 3000)))
      .then(
        ...inOrder([rated('n-2', 2000, 0), rated('n-1', 0, 3000)], ['n-1', 12_000_000], ['n-2', 12_000_000]),
      )
  })
  test('are weighed by weights that make a whole', () => {
    story
      .given(...two)
      .when({ type: 'PrioritizeNeeds', data: { ...here, method: { ...weighted(), weights: { gap: 9999 } } } })
      .thenRejected({ code: 'WeightsNotNormalized', sum: 9999 })
  })
  test('are rated on every factor that counts', () => {
    story
      .given(...two)
      .when(prioritize(rated('n-1', 1, 1), { needId: 'n-2', factors: { gap: 1 } as never }))
      .thenRejected({ code: 'FactorsMissing', needId: 'n-2', factors: ['strategy'] })
  })
  test('leave none out', () => {
    story
      .given(...two)
      .when(prioritize(rated('n-1', 1, 1)))
      .thenRejected({ code: 'NeedUnprioritized', needIds: ['n-2'] })
  })
  test.each(['environment', 'motivation', 'tools'] as const)('hold none caused by %s', (cause) => {
    story
      .given(opened, evidence('e-1'), identified('n-1', { cause }))
      .when(prioritize(rated('n-1', 1, 1)))
      .thenRejected({ code: 'NeedNotTrainable', needId: 'n-1', cause })
  })
  test('hold none that is unknown or dismissed', () => {
    story
      .given(...two)
      .when(prioritize(rated('n-9', 1, 1)))
      .thenRejected({ code: 'Unknown', what: 'need', id: 'n-9' })
    story
      .given(...two, happened.NeedDismissed({ ...here, needId: 'n-1', reason: 'no' }))
      .when(prioritize(rated('n-1', 1, 1), rated('n-2', 1, 1)))
      .thenRejected(illegal('dismissed', 'PrioritizeNeeds'))
  })
  test('are known by need, too', () => {
    expect(training.project(trainingNeed, ready)['n-2']).toEqual({
      status: 'ranked',
      assessmentId,
      title: 'Need n-2',
      cause: 'skill',
      rank: 2,
      score: 20_000_000,
    })
  })
})
