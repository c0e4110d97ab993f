import { digestOf, type NeedsFigures, needsAssessment, needsReportOf } from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  assessmentId,
  evidence,
  happened,
  here,
  identified,
  opened,
  opening,
  ready,
  training,
} from './an-assessment.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const known = (events: readonly object[]) =>
  training.project(needsAssessment, events as never)[assessmentId] as never
const publication = (...events: readonly object[]) => ({
  ...here,
  period: opening.period,
  ...needsReportOf(known(events)),
})
const published = happened.NeedsReportPublished(publication(...ready))
const publish = { type: 'PublishNeedsReport', data: here } as const

const oneLevel = { organisation: 0, task: 1, person: 0 }
const inBrief = {
  cause: 'skill',
  origin: 'required',
  horizon: 'current',
  segment: { department: 'sales', level: 'manager' },
  headcount: 40,
}

describe('the needs report', () => {
  test('freezes needs in order, with the evidence behind each', () => {
    const blocked = { evidenceIds: ['e-1'], cause: 'tools' }
    const figures = {
      method: 'weightedFactors',
      weights: { strategy: 6000, gap: 4000 },
      needs: [
        {
          needId: 'n-1',
          title: 'Need n-1',
          ...inBrief,
          evidence: {
            bySource: { performance: 1, interview: 1 },
            byAnalysisLevel: { organisation: 1, task: 1, person: 0 },
          },
          score: 80_000_000,
          rank: 1,
        },
        {
          needId: 'n-2',
          title: 'Need n-2',
          ...inBrief,
          evidence: { bySource: { performance: 1 }, byAnalysisLevel: oneLevel },
          score: 20_000_000,
          rank: 2,
        },
      ],
      notTrainable: [
        {
          needId: 'n-3',
          title: 'Need n-3',
          ...inBrief,
          cause: 'tools',
          evidence: { bySource: { performance: 1 }, byAnalysisLevel: oneLevel },
        },
      ],
      evidence: {
        bySource: { performance: 1, interview: 1 },
        byAnalysisLevel: { organisation: 1, task: 1, person: 0 },
      },
    } as unknown as NeedsFigures
    const past = [...ready, identified('n-3', blocked)]
    const { period, segments, drivers, evidence, needs, priorities } = known(past) as Record<string, unknown>
    const digest = digestOf({ period, segments, drivers, evidence, needs, priorities })
    story
      .given(...past)
      .when(publish)
      .then(happened.NeedsReportPublished({ ...here, period: opening.period, figures, digest } as never))
  })
  test('is published with advice where a level of analysis was not looked at', () => {
    story
      .given(...ready)
      .when(publish)
      .thenAdvised('AnalysisLevelMissing')
    const verdict = training.decide({ ...publish, metadata: { commandId: 'c' } }, ready)
    expect(verdict).toMatchObject({ advisories: [{ code: 'AnalysisLevelMissing', levels: ['person'] }] })
    const complete = [...ready, evidence('e-3', { analysisLevel: 'person', source: 'survey' })]
    const calm = training.decide({ ...publish, metadata: { commandId: 'c' } }, complete)
    expect(calm).not.toHaveProperty('advisories')
  })
  test('is published once', () => {
    story
      .given(...ready, published)
      .when(publish)
      .thenRejected({ code: 'ReportAlreadyPublished', assessmentId, publishedAt: here.at })
  })
  test('leaves no need without its place', () => {
    story
      .given(...ready, identified('n-3'))
      .when(publish)
      .thenRejected({ code: 'NeedUnprioritized', needIds: ['n-3'] })
    story.given(opened).when(publish).thenRejected({ code: 'NeedUnprioritized', needIds: [] })
  })
  test('does not speak of a need that was dismissed', () => {
    const past = [...ready, happened.NeedDismissed({ ...here, needId: 'n-1', reason: 'no' })]
    const { figures } = publication(...past)
    expect(figures.needs.map(({ needId }) => needId)).toEqual(['n-2'])
    story
      .given(...past)
      .when(publish)
      .then(happened.NeedsReportPublished(publication(...past) as never))
  })
  test('keeps a digest that changes with what it was computed from', () => {
    expect(publication(...ready).digest).toBe(published.data.digest)
    expect(publication(...ready, evidence('e-3')).digest).not.toBe(published.data.digest)
  })
})

describe('a report that was wrong', () => {
  const restate = { type: 'RestateNeedsReport', data: { ...here, reason: 'A survey came late.' } } as const
  test('is restated, and says which it replaces', () => {
    const past = [
      ...ready,
      published,
      evidence('e-3', { source: 'survey', analysisLevel: 'person' }),
    ] as const
    story
      .given(...past)
      .when(restate)
      .then(
        happened.NeedsReportRestated({
          ...publication(...past),
          replaces: published.data.digest,
          reason: restate.data.reason,
        } as never),
      )
  })
  test('is left alone where nothing changed', () => {
    story
      .given(...ready, published)
      .when(restate)
      .thenNothing()
  })
  test('must have been published, and places every need', () => {
    story
      .given(...ready)
      .when(restate)
      .thenRejected(illegal('open', 'RestateNeedsReport'))
    story
      .given(...ready, published, identified('n-3'))
      .when(restate)
      .thenRejected({ code: 'NeedUnprioritized', needIds: ['n-3'] })
  })
})

describe('a cycle', () => {
  const closed = happened.NeedsAssessmentClosed(here)
  test('is closed after its report', () => {
    story
      .given(...ready, published)
      .when({ type: 'CloseNeedsAssessment', data: here })
      .then(closed)
    story
      .given(...ready)
      .when({ type: 'CloseNeedsAssessment', data: here })
      .thenRejected(illegal('open', 'CloseNeedsAssessment'))
  })
  test('that is closed takes nothing more', () => {
    const { data: seen } = evidence('e-9')
    const { data: need } = identified('n-9')
    const asked = [
      { type: 'RecordNeedEvidence', data: seen },
      { type: 'IdentifyNeed', data: need },
      { type: 'PrioritizeNeeds', data: { ...here, weights: { gap: 10_000 }, ratings: [] } },
      { type: 'DismissNeed', data: { ...here, needId: 'n-1', reason: 'no' } },
      { type: 'PublishNeedsReport', data: here },
      { type: 'RestateNeedsReport', data: { ...here, reason: 'no' } },
      { type: 'CloseNeedsAssessment', data: here },
    ] as const
    for (const command of asked)
      story
        .given(...ready, published, closed)
        .when(command as (typeof asked)[0])
        .thenRejected(illegal('closed', command.type))
  })
})
