import { digestOf, frozenNeedsReport, type NeedsFigures, needsAssessment } from 'training-ops'
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
  rated,
  ready,
  training,
  weighted,
} from './an-assessment.ts'

const story = scenario(training)
const illegal = (from: string, command: string) => ({ code: 'IllegalTransition', from, command })
const known = (events: readonly object[]) =>
  training.project(needsAssessment, events as never)[assessmentId] as never
const publication = (...events: readonly object[]) => ({
  ...here,
  period: opening.period,
  ...frozenNeedsReport(known(events)),
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
  drivers: [],
  competencies: [],
}

describe('the needs report', () => {
  test('freezes needs in order, with the evidence behind each', () => {
    const blocked = { evidenceIds: ['e-1'], cause: 'tools', drivers: ['solutions'] }
    const figures = {
      method: weighted(rated('n-1', 10_000, 5000), rated('n-2', 0, 5000)),
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
          drivers: ['solutions'],
          evidence: { bySource: { performance: 1 }, byAnalysisLevel: oneLevel },
        },
      ],
      evidence: {
        bySource: { performance: 1, interview: 1 },
        byAnalysisLevel: { organisation: 1, task: 1, person: 0 },
      },
      segments: [
        { segment: { department: 'sales' }, evidence: 2, needs: 3, headcount: 120 },
        { segment: { department: 'plant' }, evidence: 0, needs: 0, headcount: 0 },
      ],
      drivers: [{ ...opening.drivers[0], needIds: ['n-3'] }],
      gaps: [],
      byOrigin: { required: 3, requested: 0 },
      byHorizon: { current: 3, future: 0 },
      seen: { trainable: 2, notTrainable: 1, dismissed: 0 },
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
  test('tells gaps as they were measured last, where they were measured', () => {
    const gap = {
      frameworkId: 'f-1',
      role: 'seller',
      competency: 'asking',
      requiredLevel: 3,
      assessed: 4,
      withGap: 2,
      missingLevels: 3,
      stale: 1,
      unassessed: 5,
    }
    const past = [
      ...ready,
      evidence('e-3', { source: 'competency', gaps: [gap] }),
      evidence('e-4', { source: 'competency', segment: { department: 'plant' }, gaps: [gap] }),
      evidence('e-5', { source: 'competency', gaps: [{ ...gap, withGap: 1 }] }),
    ]
    expect(publication(...past).figures.gaps).toEqual([
      { segment: { department: 'plant' }, ...gap },
      { segment: { department: 'sales' }, ...gap, withGap: 1 },
    ])
    const numbered = [
      ...ready,
      evidence('10', { source: 'competency', gaps: [gap] }),
      evidence('9', { source: 'competency', gaps: [{ ...gap, withGap: 1 }] }),
    ]
    expect(publication(...numbered).figures.gaps).toMatchObject([{ withGap: 1 }]) // the later one, whatever its id
  })
  test('counts a need of a narrower segment in the wider one, and tells wishes and the future apart', () => {
    const past = [
      ...ready,
      identified('n-3', {
        cause: 'tools',
        origin: 'requested',
        horizon: 'future',
        segment: { department: 'plant' },
      }),
    ]
    const { figures } = publication(...past)
    expect(figures.segments.map(({ needs, headcount }) => [needs, headcount])).toEqual([
      [2, 80],
      [1, 40],
    ])
    expect(figures).toMatchObject({
      byOrigin: { required: 2, requested: 1 },
      byHorizon: { current: 2, future: 1 },
      seen: { trainable: 2, notTrainable: 1, dismissed: 0 },
    })
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
      { type: 'PrioritizeNeeds', data: { ...here, method: weighted() } },
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
