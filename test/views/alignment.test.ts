import {
  type AnyEvent,
  alignmentRows,
  figureOf,
  liaisonRecord,
  linesWithoutNeed,
  needsEvents,
  needsRecord,
  planningEvents,
  planRecord,
  programRecord,
  project,
  relevanceShareFigure,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { here, identified, opening } from '../needs/an-assessment.ts'
import { expectToMerge } from '../records/merging.ts'

const happened = { ...needsEvents.make, ...planningEvents.make }
const driver = (code: string) => ({
  driver: code,
  kind: 'businessExpansion',
  weight: 5000,
  horizon: 'current' as const,
})
const program = { at: here.at, programId: 'p-1' }
const objective = (objectiveId: string, measure: string) =>
  happened.ObjectiveSet({
    ...program,
    objectiveId,
    level: 4,
    measure,
    unit: 'share',
    target: { kind: 'relative', direction: 'increase', value: 1500 },
    due: '2026-12-31',
  })
const ranked = (needId: string, rank: number) => happened.NeedRanked({ ...here, needId, score: 1, rank })
const line = (lineId: string, needIds: readonly string[]) =>
  happened.PlanLineAdded({
    at: here.at,
    planId: 'plan-1',
    lineId,
    needIds: [...needIds],
    audience: {},
    headcount: 1,
    budget: { minor: 1, currency: 'CNY' },
  })
const log = [
  happened.NeedsAssessmentOpened({ ...opening, drivers: [driver('south'), driver('erp')] }),
  identified('n-1', { drivers: ['south'] }),
  identified('n-2'),
  identified('n-3', { drivers: ['south'] }),
  ranked('n-1', 1),
  ranked('n-2', 2),
  line('l-1', ['n-1', 'n-3']),
  line('l-2', ['n-3']),
  objective('o-1', 'conversionRate'),
  objective('o-2', 'happiness'),
  happened.NeedLinked({ ...program, needId: 'n-1', objectiveIds: ['o-1'] }),
  happened.NeedDismissed({ ...here, needId: 'n-3', reason: 'no longer' }),
]
const tracedIn = (events: readonly AnyEvent[]) => ({
  needs: project(needsRecord, events),
  programs: project(programRecord, events),
  plans: project(planRecord, events),
})
const trace = tracedIn(log)

describe('the trace from strategy to measure', () => {
  test('leads from driver to need, program, objective and measure, or as far as it goes', () => {
    const { assessmentId } = here
    expect(alignmentRows(trace)).toEqual([
      {
        assessmentId,
        driver: 'south',
        needId: 'n-1',
        programId: 'p-1',
        objectiveId: 'o-1',
        measure: 'conversionRate',
        level: 4,
      },
      { assessmentId, driver: 'erp' },
      { assessmentId, needId: 'n-2' },
      { programId: 'p-1', objectiveId: 'o-2', measure: 'happiness', level: 4 },
    ])
  })
  test('says which share of the objectives answers a need', () => {
    expect(figureOf(relevanceShareFigure, trace)).toMatchObject({ value: 0.5, n: 2, unit: 'ratio' })
    const dropped = happened.NeedDismissed({ ...here, needId: 'n-1', reason: 'no' })
    expect(figureOf(relevanceShareFigure, tracedIn([...log, dropped]))).toMatchObject({ value: 0 })
  })
  test('says which lines of a plan rest on nothing any more', () => {
    expect(linesWithoutNeed(trace)).toEqual([{ planId: 'plan-1', lineId: 'l-2' }])
  })
  test('needs records that merge from any two halves of the log', () => {
    for (const record of [needsRecord, programRecord, planRecord]) expectToMerge(record, log)
  })
})

test('the calendar of liaison reviews merges from any two halves of its log', () => {
  const talk = {
    at: here.at,
    liaisonReviewId: 'lr-1',
    unitId: 'sales',
    dueAt: here.at,
    plannedFor: here.at,
    firstDueAt: here.at,
    zone: 'UTC',
    everyMonths: 3,
    topics: [],
    series: 'lr-1',
  }
  expectToMerge(liaisonRecord, [
    happened.LiaisonReviewScheduled(talk),
    happened.LiaisonReviewRescheduled({ ...talk, dueAt: '2026-02-01T00:00:00.000Z' }),
    happened.LiaisonReviewHeld({ ...talk, attendeeIds: [], observations: [] }),
  ])
})
