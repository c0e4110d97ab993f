import {
  completion,
  completionRateIn,
  coverageIn,
  deliveryEvents,
  hoursPerEmployeeIn,
  minutesByLearner,
  project,
  trainingHours,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { expectToMerge } from './merging.ts'

const happened = deliveryEvents.make
const attended = (learnerId: string, on: string, minutes: number, sessionId = `s-${on}`) =>
  happened.AttendanceRecorded({
    at: `${on}T08:00:00.000Z`,
    offeringId: 'o-1',
    learnerId,
    sessionId,
    minutes,
    status: minutes === 0 ? 'absent' : 'present',
    method: 'rollCall',
    on,
  })
const classes = [
  attended('ada', '2026-01-31', 120),
  attended('ada', '2026-02-01', 60),
  attended('bo', '2026-02-28', 90),
  attended('cy', '2026-02-28', 0),
  attended('dee', '2026-02-28', 30),
  attended('dee', '2026-02-28', 0),
  attended('eve', '2026-03-01', 480),
]
const february = { from: '2026-02-01', to: '2026-03-01' }
const workforce = ['ada', 'bo', 'cy', 'dee', 'eve']

describe('what was corrected afterwards', () => {
  test('takes the place of what was recorded', () => {
    const corrected = happened.AttendanceCorrected({
      ...attended('bo', '2026-02-28', 30).data,
      correctedBy: 'ops',
      reason: 'Left at ten',
    })
    const state = project(trainingHours, [...classes, corrected])
    expect(minutesByLearner(state, february).bo).toBe(30)
  })
  test('counts an attempt as what it turned out to be, on the day it was closed', () => {
    const of = { offeringId: 'o-1', learnerId: 'ada', courseId: 'c', courseVersion: 1 }
    const took = { attendedMinutes: 60, scheduledMinutes: 60 }
    const at = '2026-02-10T08:00:00.000Z'
    const state = project(completion, [
      happened.EnrolmentCompleted({ at, ...of, outcome: 'completed', ...took }),
      happened.CompletionReassessed({
        at: '2026-03-10T08:00:00.000Z',
        ...of,
        ...took,
        closedAt: at,
        from: 'completed',
        to: 'failed',
        unmet: ['attendance'],
        assessment: 'none',
      }),
    ])
    expect(state.byDay).toEqual({ '2026-02-10': { completed: 0, failed: 1, noShow: 0 } })
  })
})

describe('training hours', () => {
  const state = project(trainingHours, classes)

  test('count the local days of a period, its last one left out', () => {
    expect(minutesByLearner(state, february)).toEqual({ ada: 60, bo: 90 })
  })
  test('are shared among everybody employed', () => {
    expect(hoursPerEmployeeIn(state, { days: february, headcount: 5 })).toMatchObject({ value: 0.5, n: 5 })
  })
  test('cover whoever attended a minute', () => {
    expect(coverageIn(state, { days: february, workforce })).toMatchObject({ value: 0.4, n: 5 })
  })
  test('forget an attendance that was recorded anew as none', () => {
    expect(coverageIn(state, { days: february, workforce: ['dee'] })).toMatchObject({ value: 0 })
  })
  test('are those that were known on an earlier day', () => {
    const known = project(trainingHours, classes, { asOf: '2026-02-02T00:00:00.000Z' })
    expect(minutesByLearner(known, february)).toEqual({ ada: 60 })
  })
  test('merge from logs that were split by learner', () => {
    expectToMerge(trainingHours, classes)
  })
})

describe('completion', () => {
  const attempt = (learnerId: string, at: string) => ({
    at,
    offeringId: 'o-1',
    learnerId,
    courseId: 'c',
    courseVersion: 1,
    scheduledMinutes: 60,
  })
  const at = '2026-02-10T00:00:00.000Z'
  const done = (learnerId: string, when = at) =>
    happened.EnrolmentCompleted({ ...attempt(learnerId, when), outcome: 'completed', attendedMinutes: 60 })
  const endings = [
    done('ada'),
    done('bo'),
    done('gus', '2026-03-01T00:00:00.000Z'),
    happened.EnrolmentFailed({
      ...attempt('cy', at),
      unmet: ['attendance'],
      assessment: 'none',
      attendedMinutes: 1,
    }),
    happened.NoShowRecorded(attempt('dee', '2026-02-11T00:00:00.000Z')),
  ]

  test('is the share of attempts closed in a period that were completed', () => {
    expect(completionRateIn(project(completion, endings), february)).toMatchObject({ value: 0.5, n: 4 })
  })
  test('has no answer where no attempt was closed', () => {
    expect(completionRateIn(completion.initial(), february)).toEqual({
      status: 'undefined',
      reason: { code: 'ZeroDenominator', what: 'ended' },
    })
  })
  test('adds up from any two halves of a log', () => {
    expectToMerge(completion, endings)
  })
})
