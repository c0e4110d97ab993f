import { daysLater } from '../vocabulary/index.ts'
import { type CultureIndex, cultureIndex } from './culture-index.ts'
import { figureOf, type MetricFigure } from './figure.ts'
import { classHoursFigure, type TrainingHours, trainingHoursTable } from './hours.ts'
import { type Days, daysBegun, peopleOf, type TrainingQuestion } from './question.ts'
import {
  type SegmentedQuestion,
  type TrainingFigures,
  trainingStatistics,
  trainingStatisticsBySegment,
} from './statistics.ts'

/** A year of training in figures, as a report prints it. */
export type AnnualTrainingStatistics = {
  readonly period: Days
  readonly asOf: string
  /** The mean of the days of the period, from hires and exits; and how many there were on its last day. */
  readonly headcount: number
  readonly employed: { readonly on: string; readonly people: number }
  readonly figures: TrainingFigures
  readonly segments: Readonly<Record<string, TrainingFigures>>
  readonly hours: Readonly<Record<'general' | 'GRI 404-1' | 'ESRS S1-13', TrainingHours>>
  readonly classHours: { readonly total: MetricFigure; readonly perEmployee: MetricFigure }
  readonly culture: CultureIndex
}

/**
 * The annual training statistics (年度培训统计): every figure of the period, in all and by segment, under each profile.
 *
 * @example
 * ```ts
 * import { annualTrainingStatistics } from 'training-ops'
 * const workforce = [{ learnerId: 'ada', hiredOn: '2020-01-01', segment: { department: 'sales' } }]
 * const period = { from: '2026-01-01', to: '2027-01-01' }
 * const { headcount } = annualTrainingStatistics({
 *   ...{ enrolments: {}, offerings: {}, workforce, period, asOf: '2027-01-10T00:00:00.000Z', zone: 'UTC' },
 *   segmentOf: ({ segment }) => segment.department ?? 'none',
 * })
 * headcount // => 1
 * ```
 */
export const annualTrainingStatistics = (
  question: TrainingQuestion & Pick<SegmentedQuestion, 'segmentOf' | 'headcounts'>,
): AnnualTrainingStatistics => {
  const { period, asOf } = question
  const { people, headcount } = peopleOf(question, question.workforce)
  const hours = (profile: 'general' | 'GRI 404-1' | 'ESRS S1-13') =>
    trainingHoursTable({ ...question, profile })
  return {
    period,
    asOf,
    headcount,
    employed: { on: daysLater(daysBegun(question).to, -1), people: people.length },
    figures: trainingStatistics(question),
    segments: trainingStatisticsBySegment(question),
    hours: {
      general: hours('general'),
      'GRI 404-1': hours('GRI 404-1'),
      'ESRS S1-13': hours('ESRS S1-13'),
    },
    classHours: {
      total: figureOf(classHoursFigure, question),
      perEmployee: figureOf(classHoursFigure, question, { of: 'employee' }),
    },
    culture: cultureIndex(question),
  }
}
