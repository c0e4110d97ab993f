/** The same metric, options, population, period and instant give one answer, whichever public function is asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import * as library from 'training-ops'
import {
  type AnyEvent,
  type AnyFigure,
  annualTrainingStatistics,
  asPublished,
  boardOf,
  budgetByCurrencyOf,
  classHoursFigure,
  contribution,
  cultureIndex,
  deliveryEvents,
  executiveSummary,
  figureOf,
  fullyLoadedCostOf,
  funnelOf,
  gapCells,
  gapHeatmap,
  kirkpatrick,
  kirkpatrickFigures,
  kirkpatrickScorecard,
  type MetricFigure,
  objectiveOutcomes,
  personalGaps,
  planRecord,
  planVsActualIn,
  programRecord,
  project,
  providerCards,
  providerFigures,
  reactionBySegment,
  resourceRecord,
  type TrainingQuestion,
  trainerCards,
  trainerFigures,
  trainingStatistics,
  trainingStatisticsBySegment,
} from 'training-ops'
import { metricCatalog } from 'training-ops/metrics'
import { describe, expect, test } from 'vitest'
import { held, monday, schedule, scheduled, seat, tuesday } from '../delivery/an-offering.ts'
import { money, programs } from '../planning/lives.ts'
import { logs } from '../records/lived.ts'
import { recordsOf } from '../records/records-of.ts'

const planned = [money, programs].flatMap((lives) =>
  fc.sample(lives, { numRuns: 6, seed: 14 }).map(({ events }): readonly AnyEvent[] => events),
)
const root = join(import.meta.dirname, '../..')

const hasMetric = (value: unknown): value is { readonly metric: string; readonly options: object } =>
  typeof value === 'object' && value !== null && 'metric' in value && 'options' in value
const all = Object.values(library).filter(
  (value): value is AnyFigure => hasMetric(value) && 'measure' in value,
) as readonly AnyFigure[]
/** Those that are asked a `TrainingQuestion`. */
const figures = [
  ...all.filter((figure) => 'gather' in figure),
  classHoursFigure,
  { ...classHoursFigure, options: { ...classHoursFigure.options, of: 'employee' as const } },
] as readonly AnyFigure[]
const isFigure = (value: unknown): value is MetricFigure => hasMetric(value) && 'status' in value

/** Every figure in whatever a function answers; one of a study says its metric beside its result. */
const figuresIn = (answer: unknown): readonly MetricFigure[] => {
  if (isFigure(answer)) return [answer]
  if (hasMetric(answer) && 'result' in answer) return [{ ...answer, ...(answer.result as MetricFigure) }]
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(figuresIn) : []
}

/** Results that do not say which metric they are. */
const namelessIn = (answer: unknown, path = ''): readonly string[] => {
  if (typeof answer !== 'object' || answer === null || isFigure(answer)) return []
  if (hasMetric(answer) && 'result' in answer) return []
  const { status, n, reason } = answer as Readonly<Record<string, unknown>>
  if (
    ['ok', 'undefined', 'suppressed'].includes(status as string) &&
    (n !== undefined || reason !== undefined)
  )
    return [path]
  return Object.entries(answer).flatMap(([name, value]) => namelessIn(value, `${path}.${name}`))
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

/** Everything the library tells of a log in figures. */
const toldOf = (events: readonly AnyEvent[]) => {
  const question = questionOf(events)
  const programs = project(programRecord, events)
  const plans = project(planRecord, events)
  const resources = project(resourceRecord, events)
  const period = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
  const cards = trainerCards({ ...question, resources })
  const studied = project(kirkpatrick, events)
  return {
    annual: annualTrainingStatistics({ ...question, segmentOf: () => 'all' }),
    funnel: funnelOf(question.enrolments),
    lines: Object.keys(plans).map((planId) =>
      planVsActualIn({ ...question, plans, programs }, { planId, on: '2026-12-31' }),
    ),
    money: Object.values(plans).map(budgetByCurrencyOf),
    summary: executiveSummary({ on: '2026-12-31', plans, programs, offerings: boardOf(question) }),
    trainers: Object.values(cards).map((card) => trainerFigures(card, { ...period, availableMinutes: 2400 })),
    providers: Object.values(providerCards({ resources, payments: {} })).map((card) =>
      providerFigures(card, period.to),
    ),
    gaps: Object.values(project(gapHeatmap, events)).map((map) => [
      gapCells(map, { asOf: period.to }),
      Object.keys(map.learners).map((learner) => personalGaps(map, learner, { asOf: period.to })),
    ]),
    studies: Object.entries(studied).map(([programId, study]) => ({
      scorecard: kirkpatrickScorecard(study),
      cost: fullyLoadedCostOf(study.costs),
      contribution: contribution(study, 'sales'),
      outcomes: objectiveOutcomes(programs[programId]?.objectives ?? {}, kirkpatrickFigures(study)),
    })),
  }
}

describe('every result of every view', () => {
  test('says its metric, which is in the catalog, and its options', () => {
    const ids = new Set(metricCatalog.map(({ id }) => id))
    const seen = new Set<string>()
    for (const events of [...logs, ...planned]) {
      const told = toldOf(events)
      expect(namelessIn(told)).toEqual([])
      for (const { metric } of figuresIn(told)) seen.add(metric)
    }
    expect([...seen].filter((id) => !ids.has(id))).toEqual([])
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['M05', 'M13', 'M14', 'M15', 'M29', 'M46', 'M80']),
    )
  })
  test('is taken by a figure: no view calls a calculator itself', () => {
    const files = globSync('src/views/*.ts', { cwd: root })
    const calls = files.filter((file) =>
      /^import \{(?! *\w*Entry)(?:(?!\btype\b)[^}])*\} from '\.\.\/metrics/m.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    expect(files.length).toBeGreaterThan(15)
    expect(calls).toEqual([])
  })
})

describe('of a program', () => {
  const studies = () => logs.flatMap((events) => Object.values(project(kirkpatrick, events)))
  test('no two figures bear one metric, the same options, and are of the same', () => {
    for (const study of studies()) {
      const named = kirkpatrickFigures(study).map(({ metric, options, of }) =>
        JSON.stringify([metric, options, of]),
      )
      expect(new Set(named).size).toBe(named.length)
    }
  })
  test('the table by parts, the account of costs and the study say one thing', () => {
    let told = 0
    for (const study of studies()) {
      const all = new Map(kirkpatrickFigures(study).map((one) => [one.figure, one.result]))
      for (const { question, result } of reactionBySegment(study).totals) {
        const { metric, options, ...answer } = result
        expect(answer).toEqual(all.get(`M32:${question}`))
        told++
      }
      const { metric, options, ...cost } = fullyLoadedCostOf(study.costs).cost
      if (all.has('M80')) expect(cost).toEqual(all.get('M80'))
      for (const { figure, result } of contribution(study, 'sales'))
        expect(result).toEqual(
          asPublished(kirkpatrickFigures(study)).find((one) => one.figure === figure)?.result,
        )
    }
    expect(told).toBeGreaterThan(2)
  })
})

test('every figure bears the id of a metric of the catalog, and no two answer to one id and the same options', () => {
  const ids = metricCatalog.map(({ id }) => id as string)
  const named = all.map(({ metric, options }) => `${metric} ${JSON.stringify(options)}`)
  expect(all.length).toBeGreaterThan(30)
  expect(all.map(({ metric }) => metric).filter((id) => !ids.includes(id))).toEqual([])
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
