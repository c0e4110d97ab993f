import {
  agenda,
  assemble,
  createLedger,
  liaisonRecord,
  liaisonTasks,
  needs,
  needsAssessment,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { happened, opened, training } from './an-assessment.ts'

const story = scenario(training)
const at = '2025-12-01T01:00:00.000Z'
const zone = 'Asia/Shanghai'
const talk = { at, liaisonReviewId: 'lr-1' }
const dueAt = '2026-01-31T01:00:00.000Z'
const plan = { ...talk, unitId: 'sales', dueAt, zone, counterpartId: 'wu', topics: ['goals'] }
const line = { series: 'lr-1', firstDueAt: dueAt, everyMonths: 3, plannedFor: dueAt }
const scheduled = (more: object = {}) => happened.LiaisonReviewScheduled({ ...plan, ...line, ...more })
const held = (on: string, more: object = {}) =>
  happened.LiaisonReviewHeld({ ...plan, ...line, at: on, attendeeIds: [], observations: [], ...more })
const next = (on: string, due: string, id: string) => ({
  type: 'ScheduleLiaisonReview',
  data: {
    at: on,
    liaisonReviewId: id,
    unitId: 'sales',
    dueAt: due,
    zone,
    everyMonths: 3,
    topics: ['goals'],
    series: 'lr-1',
    firstDueAt: dueAt,
    counterpartId: 'wu',
  },
})
const commandsAfter = (event: Parameters<typeof training.react>[0]) =>
  training.react(event, []).commands.map(({ type, data }) => ({ type, data }))

describe('a liaison review', () => {
  test('is due every quarter, unless it is said how often', () => {
    story.given().when({ type: 'ScheduleLiaisonReview', data: plan }).then(scheduled())
    story
      .given()
      .when({ type: 'ScheduleLiaisonReview', data: { ...plan, everyMonths: 1 } })
      .then(scheduled({ everyMonths: 1 }))
    const monthly = assemble([needs], { needs: { liaisonEveryMonths: 1 } }, { trusted: true })
    scenario(monthly)
      .given()
      .when({ type: 'ScheduleLiaisonReview', data: plan })
      .then(scheduled({ everyMonths: 1 }))
  })
  test('is scheduled once', () => {
    story
      .given(scheduled())
      .when({ type: 'ScheduleLiaisonReview', data: plan })
      .thenRejected({ code: 'IllegalTransition', from: 'scheduled', command: 'ScheduleLiaisonReview' })
  })
  test('may be moved, and stays where it was in its line', () => {
    const moved = { ...talk, dueAt: '2026-02-03T01:00:00.000Z' }
    story
      .given(scheduled())
      .when({ type: 'RescheduleLiaisonReview', data: moved })
      .then(happened.LiaisonReviewRescheduled({ ...plan, ...line, dueAt: moved.dueAt }))
    story
      .given(scheduled())
      .when({ type: 'RescheduleLiaisonReview', data: { ...talk, dueAt } })
      .thenNothing()
  })
  test('is held, missed or cancelled, and then it is over', () => {
    const asked = [
      { type: 'HoldLiaisonReview', data: { ...talk, at: dueAt } },
      { type: 'CancelLiaisonReview', data: { ...talk, at: dueAt, reason: 'the unit is dissolved' } },
      { type: 'RescheduleLiaisonReview', data: { ...talk, dueAt: at } },
    ] as const
    const ends = [
      held(dueAt),
      happened.LiaisonReviewMissed({ ...plan, ...line, at: dueAt }),
      happened.LiaisonReviewCancelled({ ...plan, ...line, at: dueAt, reason: 'the unit is dissolved' }),
    ] as const
    story.given(scheduled()).when(asked[0]).then(ends[0])
    story.given(scheduled()).when(asked[1]).then(ends[2])
    for (const [nth, from] of (['held', 'missed', 'cancelled'] as const).entries())
      for (const command of asked)
        story
          .given(scheduled(), ends[nth] as (typeof ends)[0])
          .when(command)
          .thenRejected({ code: 'IllegalTransition', from, command: command.type })
  })
  test('is missed only after it was due, and not when it was held or moved meanwhile', () => {
    const miss = (on: string, due = dueAt) => ({
      type: 'MissLiaisonReview' as const,
      data: { at: on, liaisonReviewId: 'lr-1', dueAt: due },
    })
    const late = '2026-02-14T01:00:00.000Z'
    story
      .given(scheduled())
      .when(miss(late))
      .then(happened.LiaisonReviewMissed({ ...plan, ...line, at: late }))
    story.given(scheduled()).when(miss(at)).thenRejected({ code: 'LiaisonReviewNotDue', dueAt })
    story.given(scheduled(), held(dueAt)).when(miss(late)).thenNothing()
    const moved = happened.LiaisonReviewRescheduled({ ...plan, ...line, dueAt: '2026-02-20T01:00:00.000Z' })
    story.given(scheduled(), moved).when(miss(late)).thenNothing()
  })
  test('that nobody scheduled is unknown', () => {
    const unknown = { code: 'Unknown', what: 'liaisonReview', id: 'lr-1' }
    const asked = [
      { type: 'RescheduleLiaisonReview', data: { ...talk, dueAt } },
      { type: 'HoldLiaisonReview', data: talk },
      { type: 'MissLiaisonReview', data: { ...talk, dueAt } },
      { type: 'CancelLiaisonReview', data: { ...talk, reason: 'no' } },
    ] as const
    for (const command of asked)
      story
        .given()
        .when(command as (typeof asked)[0])
        .thenRejected(unknown)
  })
})

describe('what follows a liaison review', () => {
  test('the next is due a quarter on, and a 31st comes back after a 30th', () => {
    expect(commandsAfter(held(dueAt))).toEqual([next(dueAt, '2026-04-30T01:00:00.000Z', 'lr-1.2026-04-30')])
    const april = {
      liaisonReviewId: 'lr-1.2026-04-30',
      dueAt: '2026-04-30T01:00:00.000Z',
      plannedFor: '2026-04-30T01:00:00.000Z',
    }
    expect(commandsAfter(held('2026-04-30T02:00:00.000Z', april))).toEqual([
      next('2026-04-30T02:00:00.000Z', '2026-07-31T01:00:00.000Z', 'lr-1.2026-07-31'),
    ])
  })
  test('the line is kept when a talk is moved forward, and what is past is left out', () => {
    const early = '2026-01-12T01:00:00.000Z'
    expect(commandsAfter(held(early, { dueAt: early }))[0]?.data).toMatchObject({
      dueAt: '2026-04-30T01:00:00.000Z',
    })
    const late = '2026-08-01T00:00:00.000Z'
    expect(commandsAfter(held(late))[0]?.data).toMatchObject({ dueAt: '2026-10-31T01:00:00.000Z' })
  })
  test('a talk that is held once is not followed by another', () => {
    expect(commandsAfter(held(dueAt, { everyMonths: 0 }))).toEqual([])
  })
  test('what was heard is evidence in the assessment it was for', () => {
    const observations = [
      {
        analysisLevel: 'organisation' as const,
        segment: { department: 'sales' },
        summary: 'A new price list in May.',
      },
    ]
    const [evidence] = commandsAfter(held(dueAt, { assessmentId: 'a-2026', observations, everyMonths: 0 }))
    expect(evidence).toEqual({
      type: 'RecordNeedEvidence',
      data: {
        at: dueAt,
        assessmentId: 'a-2026',
        evidenceId: 'lr-1.1',
        source: 'liaison',
        liaisonReviewId: 'lr-1',
        ...observations[0],
      },
    })
    expect(commandsAfter(held(dueAt, { observations, everyMonths: 0 }))).toEqual([])
  })
  test('goes by itself through a year, and every due talk is a task for both sides', () => {
    const ledger = createLedger(training)
    const ask = (type: string, data: object) =>
      ledger.executeWithPolicies({
        type,
        data,
        metadata: { commandId: `${type} ${JSON.stringify(data)}` },
      } as never)
    ask('OpenNeedsAssessment', opened.data)
    ask('ScheduleLiaisonReview', plan)
    ask('HoldLiaisonReview', {
      at: dueAt,
      liaisonReviewId: 'lr-1',
      assessmentId: 'a-2026',
      observations: [{ analysisLevel: 'task', segment: { department: 'sales' } }],
    })
    expect(ledger.project(needsAssessment)['a-2026']?.evidence['lr-1.1']?.source).toBe('liaison')
    const due = '2026-04-30T01:00:00.000Z'
    expect(liaisonTasks(ledger.project(liaisonRecord), '2026-05-01T00:00:00.000Z')).toEqual([
      { liaisonReviewId: 'lr-1.2026-04-30', unitId: 'sales', owner: 'operations', dueAt: due, overdue: true },
      {
        liaisonReviewId: 'lr-1.2026-04-30',
        unitId: 'sales',
        owner: 'businessUnit',
        assigneeId: 'wu',
        dueAt: due,
        overdue: true,
      },
    ])
    const talks = ledger.project(liaisonRecord)
    expect(agenda({}, { asOf: '2026-04-29T00:00:00.000Z', talks })).toEqual([
      { dueAt: due, what: 'liaisonReview', id: 'lr-1.2026-04-30', whose: 'operations', overdue: false },
      { dueAt: due, what: 'liaisonReview', id: 'lr-1.2026-04-30', whose: 'sales', overdue: false },
    ])
    expect(
      agenda({}, { asOf: '2026-04-01T00:00:00.000Z', until: '2026-04-15T00:00:00.000Z', talks }),
    ).toEqual([])
    ask('MissLiaisonReview', {
      at: '2026-05-14T01:00:00.000Z',
      liaisonReviewId: 'lr-1.2026-04-30',
      dueAt: due,
    })
    const calendar = ledger.project(liaisonRecord).sales
    expect(calendar?.ended).toMatchObject({ 'lr-1': { how: 'held' }, 'lr-1.2026-04-30': { how: 'missed' } })
    expect(Object.keys(calendar?.due ?? {})).toEqual(['lr-1', 'lr-1.2026-04-30', 'lr-1.2026-07-31'])
  })
  test('is that nobody holds it in two weeks: then it is missed', () => {
    const [deadline] = training.react(scheduled(), []).deadlines
    expect(deadline).toMatchObject({
      dueAt: '2026-02-14T01:00:00.000Z',
      command: { type: 'MissLiaisonReview', data: { at: '2026-02-14T01:00:00.000Z', dueAt } },
    })
    const moved = happened.LiaisonReviewRescheduled({ ...plan, ...line, dueAt: '2026-02-20T01:00:00.000Z' })
    expect(training.react(moved, []).deadlines[0]?.dueAt).toBe('2026-03-06T01:00:00.000Z')
  })
})
