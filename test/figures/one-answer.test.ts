/** The same metric, options, population, period and instant give one answer, whichever public function is asked. */
import * as library from 'training-ops'
import {
  type AnyEvent,
  type AnyFigure,
  annualTrainingStatistics,
  cultureIndex,
  deliveryEvents,
  figureOf,
  type MetricFigure,
  type TrainingQuestion,
  trainingStatistics,
  trainingStatisticsBySegment,
} from 'training-ops'
import { metricCatalog } from 'training-ops/metrics'
import { describe, expect, test } from 'vitest'
import { held, monday, schedule, scheduled, seat, tuesday } from '../delivery/an-offering.ts'
import { logs } from '../records/lived.ts'
import { recordsOf } from '../records/records-of.ts'

const figures = Object.values(library).filter(
  (value): value is AnyFigure =>
    typeof value === 'object' && value !== null && 'metric' in value && 'gather' in value,
)
const isFigure = (value: unknown): value is MetricFigure =>
  typeof value === 'object' && value !== null && 'metric' in value && 'options' in value && 'status' in value

/** Every figure in whatever a function answers. */
const figuresIn = (answer: unknown): readonly MetricFigure[] => {
  if (isFigure(answer)) return [answer]
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(figuresIn) : []
}

const year = { from: '2026-01-01', to: '2027-01-01' }
const questionOf = (events: readonly AnyEvent[], asOf = '2026-12-31T00:00:00.000Z'): TrainingQuestion => ({
  ...recordsOf(events, { asOf }),
  workforce: ['learner-1', 'learner-2', 'ada', 'bo'].map((learnerId) => ({
    learnerId,
    hiredOn: '2020-01-01',
    segment: {},
  })),
  period: year,
  asOf,
  zone: 'Asia/Shanghai',
})

/** Whoever answers a question with figures: whole, and by one segment that everybody is in. */
const asked = (question: TrainingQuestion) => {
  const everybody = { ...question, segmentOf: () => 'all' }
  const { figures, culture } = annualTrainingStatistics(everybody)
  return { figures, culture, statistics: trainingStatistics(question), index: cultureIndex(question) }
}

describe('on random lives', () => {
  test('whoever is asked for a metric gives the value and the n that `figureOf` gives', () => {
    let told = 0
    for (const events of logs)
      for (const asOf of ['2026-04-08T00:00:00.000Z', '2026-12-31T00:00:00.000Z']) {
        const question = questionOf(events, asOf)
        const answers = figuresIn(asked(question))
        for (const figure of figures) {
          const one = figureOf(figure, question)
          for (const answer of answers)
            if (
              answer.metric === one.metric &&
              JSON.stringify(answer.options) === JSON.stringify(one.options)
            ) {
              expect(answer).toEqual(one)
              if (one.status === 'ok') told++
            }
        }
      }
    expect(told).toBeGreaterThan(100)
  })
  test('the parts of a workforce, and whoever is in none, are the whole', () => {
    for (const events of logs) {
      const question = questionOf(events)
      const outside = { ...question, workforce: [] }
      const parts = trainingStatisticsBySegment({ ...outside, segmentOf: () => 'all' })
      for (const [id, one] of Object.entries(parts.outsideWorkforce ?? {}))
        expect(one).toEqual(trainingStatistics(outside)[id])
    }
  })
})

test('every figure bears the id of a metric of the catalog, and no two answer to one id and the same options', () => {
  const ids = metricCatalog.map(({ id }) => id as string)
  const named = figures.map(({ metric, options }) => `${metric} ${JSON.stringify(options)}`)
  expect(figures.length).toBeGreaterThan(15)
  expect(figures.map(({ metric }) => metric).filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

describe('completion, as D6 and D7 say', () => {
  const happened = deliveryEvents.make
  const course = { courseId: 'selling', courseVersion: 1, programId: 'p-1' }
  const ending = (learnerId: string) => ({
    ...{ at: '2026-04-13T00:00:00.000Z', offeringId: schedule.offeringId, learnerId, ...course },
    scheduledMinutes: 960,
  })
  const took = { attendedMinutes: 100 }
  const events = [
    scheduled,
    ...['ada', 'bo', 'cy', 'dee', 'eve'].map((learnerId) => happened.LearnerEnrolled(seat(learnerId))),
    happened.LearnerWithdrew({ ...ending('dee'), from: 'enrolled', late: true } as never),
    happened.LearnerWithdrew({ ...ending('eve'), from: 'enrolled', late: false } as never),
    held(monday, 1),
    held(tuesday, 0),
    happened.EnrolmentCompleted({ ...ending('ada'), ...took, outcome: 'completed' }),
    happened.EnrolmentCompleted({ ...ending('bo'), ...took, outcome: 'waived' }),
    happened.EnrolmentFailed({ ...ending('cy'), ...took, unmet: ['attendance'], assessment: 'none' }),
  ]
  const question = questionOf(events)

  test('leaves out who was waived and who withdrew in time, and counts who withdrew late', () => {
    expect(figureOf(library.completionFigure, question)).toMatchObject({ value: 1 / 3, n: 3, metric: 'M06' })
  })
  test('takes waived as completed where that is asked for, and says so', () => {
    expect(figureOf(library.completionFigure, question, { waived: 'completed' })).toMatchObject({
      ...{ value: 1 / 2, n: 4 },
      options: { counted: 'enrolments', waived: 'completed' },
    })
  })
})
