import {
  evolve,
  fold,
  gapCells,
  gapEvidence,
  gapHeatmap,
  needsEvents,
  personalGaps,
  project,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { asked, at, frameworkId, published } from '../needs/a-framework.ts'
import { expectToMerge } from '../records/merging.ts'

const happened = needsEvents.make
const of = (learnerId: string) => ({ at, learnerId, frameworkId })
const assigned = (learnerId: string, segment: object = { jobFamily: 'sales' }) =>
  happened.RoleAssigned({ ...of(learnerId), frameworkVersion: 1, role: 'seller', segment })
const assessed = (learnerId: string, id: string, level: number, more: object = {}) =>
  happened.CompetencyAssessed({
    ...of(learnerId),
    frameworkVersion: 1,
    competencyAssessmentId: id,
    competency: 'asking',
    scale: 'three',
    level,
    source: 'supervisor',
    assessedAt: at,
    ...more,
  })
const withdrawn = happened.AssessmentWithdrawn({
  ...of('eve'),
  competencyAssessmentId: 'ca-5',
  competency: 'asking',
  reason: 'another Eve',
})
const log = [
  published(),
  assigned('ada', { jobFamily: 'sales', level: 'newHire' }),
  assigned('bob', { jobFamily: 'sales', level: 'manager' }),
  assigned('cyd'),
  assigned('dan'),
  assigned('eve'),
  assigned('fay'),
  assessed('ada', 'ca-1', 1),
  assessed('bob', 'ca-2', 3),
  assessed('cyd', 'ca-3', 2),
  assessed('dan', 'ca-4', 1, { validUntil: '2026-03-01T00:00:00.000Z' }),
  assessed('eve', 'ca-5', 1),
  withdrawn,
  assessed('fay', 'ca-6', 1),
  happened.RoleEnded({ ...of('fay'), role: 'seller' }),
]
const map = fold(gapHeatmap, log)
const asOf = '2026-06-01T00:00:00.000Z'

describe('the gap heat map', () => {
  test('tells who falls short and by how much, and counts stale and unassessed apart', () => {
    const [asking, selling] = gapCells(map, { asOf })
    expect(asking).toMatchObject({
      role: 'seller',
      segment: {},
      competency: 'asking',
      requiredLevel: 2,
      holders: 5,
      assessed: 3,
      withGap: 1,
      missingLevels: 1,
      stale: 1,
      unassessed: 1,
      prevalence: { status: 'ok', value: 1 / 3, n: 3 },
      meanGap: { status: 'ok', value: 1 / 3, n: 3 },
    })
    expect(selling).toMatchObject({
      competency: 'selling',
      assessed: 0,
      unassessed: 5,
      meanGap: { status: 'undefined', reason: { code: 'ZeroDenominator', what: 'assessed' } },
    })
  })
  test('judges validity at the instant asked about', () => {
    expect(gapCells(map, { asOf: '2026-02-01T00:00:00.000Z' })[0]).toMatchObject({
      assessed: 4,
      withGap: 2,
      stale: 0,
    })
  })
  test('is told by segment, too', () => {
    const cells = gapCells(map, { asOf, by: ['level'] }).filter(({ competency }) => competency === 'asking')
    expect(cells.map(({ segment, withGap, assessed }) => [segment, withGap, assessed])).toEqual([
      [{ level: 'manager' }, 0, 1],
      [{ level: 'newHire' }, 1, 1],
      [{}, 0, 1],
    ])
  })
  test('goes by the version of the framework that holds', () => {
    const second = { ...published(2).data, roles: [{ role: 'seller', requirements: [asked('asking', 3)] }] }
    const later = fold(gapHeatmap, [...log, happened.FrameworkPublished(second)])
    expect(gapCells(later, { asOf }).map(({ requiredLevel, withGap }) => [requiredLevel, withGap])).toEqual([
      [3, 2],
    ])
  })
  test('is evidence of a need', () => {
    expect(gapEvidence(frameworkId, gapCells(map, { asOf }).slice(0, 1))).toEqual([
      {
        frameworkId,
        role: 'seller',
        competency: 'asking',
        requiredLevel: 2,
        assessed: 3,
        withGap: 1,
        missingLevels: 1,
        stale: 1,
        unassessed: 1,
      },
    ])
  })
  test('tells one person what is missing, what is known no more, and what nobody looked at', () => {
    const gapsOf = (learnerId: string) =>
      personalGaps(map, learnerId, { asOf }).map(({ competency, current, gap }) => [
        competency,
        current.status,
        gap.status === 'ok' ? gap.value : gap.status,
      ])
    expect(gapsOf('ada')).toEqual([
      ['asking', 'valid', 1],
      ['selling', 'unassessed', 'undefined'],
    ])
    expect(gapsOf('dan')[0]).toEqual(['asking', 'stale', 1])
    expect(gapsOf('fay')).toEqual([])
    expect(gapsOf('toString')).toEqual([])
  })
  test('counts what was withdrawn and shown again, as a completion judged anew twice is', () => {
    const again = [...log, assessed('eve', 'ca-5', 2)]
    expect(gapCells(fold(gapHeatmap, again), { asOf })[0]).toMatchObject({ assessed: 4, unassessed: 0 })
    expectToMerge(gapHeatmap, again)
    expectToMerge(gapHeatmap, [...again, withdrawn])
    expect(fold(gapHeatmap, [...again, withdrawn]).learners.eve?.withdrawn).toEqual({ 'ca-5': true })
  })
  test('merges from any two halves of its log, and is the same event by event', () => {
    expectToMerge(gapHeatmap, log)
    expect(log.reduce((state, event) => evolve(gapHeatmap, state, event), gapHeatmap.initial())).toEqual(map)
    expect(project(gapHeatmap, log, { asOf: '2026-01-01T00:00:00.000Z' })).toEqual({})
  })
})
