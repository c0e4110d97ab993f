/** Other people's records, from the folder TRAINING_OPS_DATA names. Each test says which trap it is about. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  accumulate,
  budgetExecution,
  type CompletionCounts,
  completionRate,
  completionRateAccumulator,
  costPerLearner,
  responseRate,
  trainingCoverage,
  trainingHoursPerEmployee,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { figureOf } from './figures.ts'

const folder = process.env.TRAINING_OPS_DATA
const here = folder !== undefined && existsSync(folder)
const why = here ? '' : ' (skipped: TRAINING_OPS_DATA names no folder)'

type Row = Readonly<Record<string, string>>
const rows = (...path: string[]): readonly Row[] =>
  here ? parse(readFileSync(join(folder, ...path)), { columns: true, bom: true, trim: true }) : []

const number = (row: Row, column: string) => Number((row[column] ?? '').replaceAll(',', ''))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe.skipIf(!here)(`edx-harvard-mit: the ratio of sums is not the mean of ratios${why}`, () => {
  const courses: readonly CompletionCounts[] = rows('edx-harvard-mit', 'appendix.csv').map((row) => ({
    completed: number(row, 'Certified'),
    ended: number(row, 'Participants (Course Content Accessed)'),
  }))

  it('245 thousand certificates and 4.5 million participants in 290 courses', () => {
    expect(courses).toHaveLength(290)
    const sums = accumulate(completionRateAccumulator, courses)
    expect([sums.completed, sums.ended]).toEqual([244_705, 4_449_857])
  })

  it('5.50 % of participants were certified; the mean of the courses’ rates says 7.78 %', () => {
    const pooled = figureOf(completionRateAccumulator.extract(accumulate(completionRateAccumulator, courses)))
    expect(pooled).toBe(244_705 / 4_449_857)
    const meanOfRates = mean(courses.map((course) => figureOf(completionRate(course))))
    expect(pooled.toFixed(4)).toBe('0.0550')
    expect(meanOfRates.toFixed(4)).toBe('0.0778')
  })

  it('28 million hours are 6.19 for each participant; the mean of the courses’ averages says 5.98', () => {
    const hours = rows('edx-harvard-mit', 'appendix.csv').map((row) => ({
      minutes: Math.round(number(row, 'Total Course Hours (Thousands)') * 60_000),
      headcount: number(row, 'Participants (Course Content Accessed)'),
    }))
    const sum = hours.reduce((a, b) => ({
      minutes: a.minutes + b.minutes,
      headcount: a.headcount + b.headcount,
    }))
    expect((sum.minutes / 60_000).toFixed(2)).toBe('27544.73')
    expect(figureOf(trainingHoursPerEmployee(sum)).toFixed(3)).toBe('6.190')
    expect(mean(hours.map((each) => figureOf(trainingHoursPerEmployee(each)))).toFixed(3)).toBe('5.981')
  })
})

describe.skipIf(!here)(`teaching-ratings: the mean of rates is not the pooled rate${why}`, () => {
  it('the courses’ response rates average 74.43 %, as published; of all students 66.38 % answered', () => {
    const courses = rows('teaching-ratings', 'teaching_ratings.csv').map((row) => ({
      valid: number(row, 'students'),
      eligible: number(row, 'allstudents'),
    }))
    expect(courses).toHaveLength(463)
    expect((100 * mean(courses.map((course) => figureOf(responseRate(course))))).toFixed(2)).toBe('74.43')
    const all = courses.reduce((a, b) => ({ valid: a.valid + b.valid, eligible: a.eligible + b.eligible }))
    expect(all).toEqual({ valid: 16_957, eligible: 25_547 })
    expect((100 * figureOf(responseRate(all))).toFixed(2)).toBe('66.38')
  })
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const padded = (part: string | number) => String(part).padStart(2, '0')

/** `9/21/2022` month first, `30-08-2022` day first, `21-Sep-22`. */
const dayOf = (text: string): string => {
  const [a = '', b = '', c = ''] = text.split(/[/-]/)
  const year = c.length === 2 ? `20${c}` : c
  if (text.includes('/')) return `${year}-${padded(a)}-${padded(b)}`
  return `${year}-${padded(months.includes(b) ? months.indexOf(b) + 1 : b)}-${padded(a)}`
}

describe.skipIf(!here)(`kaggle-hr: records of a year against the staff list${why}`, () => {
  const trainings = rows('kaggle-hr', 'training_and_development_data.csv')
  const staff = rows('kaggle-hr', 'employee_data.csv')
  const days = new Map(
    staff.map((row) => [
      row.EmployeeID,
      {
        hired: dayOf(row.StartDate as string),
        left: row.ExitDate ? dayOf(row.ExitDate) : '9999-12-31',
      },
    ]),
  )
  const lastDay = '2023-08-05'
  const whileEmployed = trainings.filter((row) => {
    const { hired = '', left = '' } = days.get(row.EmployeeID) ?? {}
    const day = dayOf(row.TrainingDate as string)
    return hired <= day && day <= left
  })
  const workforce = staff.flatMap((row) =>
    (days.get(row.EmployeeID)?.left ?? '') > lastDay ? [row.EmployeeID as string] : [],
  )

  it('3,000 trainings, 8,927 days, 1,675,886.09 in money, and four outcomes', () => {
    expect(trainings).toHaveLength(3_000)
    const cents = trainings.map((row) => Math.round(number(row, 'TrainingCost') * 100))
    const cost = cents.reduce((a, b) => a + b)
    expect(cost).toBe(167_588_609)
    expect(trainings.reduce((sum, row) => sum + number(row, 'TrainingDurationDays'), 0)).toBe(8_927)
    expect(figureOf(costPerLearner({ cost, currency: 'USD', learners: 3_000 }))).toBe(167_588_609 / 3_000)
    expect(figureOf(budgetExecution({ approved: cost, actual: cost, currency: 'USD' }))).toBe(1)
    const of = (outcome: string) => trainings.filter((row) => row.TrainingOutcome === outcome).length
    expect(['Incomplete', 'Completed', 'Passed', 'Failed'].map(of)).toEqual([775, 770, 739, 716])
  })

  it('an outcome column that mixes completion and passing gives two rates, not one', () => {
    const of = (...outcomes: string[]) =>
      trainings.filter((row) => outcomes.includes(row.TrainingOutcome as string)).length
    const completed = of('Completed', 'Passed', 'Failed')
    expect(figureOf(completionRate({ completed, ended: 3_000 }))).toBe(2_225 / 3_000)
    expect(figureOf(completionRate({ completed: of('Completed'), ended: 3_000 }))).toBe(770 / 3_000)
  })

  it('1,029 trainings are dated after the exit and 288 before the hire: 1,683 are left', () => {
    expect(whileEmployed).toHaveLength(1_683)
  })

  it('everybody has a training on paper; of those still employed fewer had one while employed', () => {
    const everybody = staff.map((row) => row.EmployeeID as string)
    const naive = trainingCoverage({
      workforce: everybody,
      participants: trainings.map((row) => row.EmployeeID as string),
    })
    expect(figureOf(naive)).toBe(1)
    const participants = whileEmployed.map((row) => row.EmployeeID as string)
    const coverage = trainingCoverage({ workforce, participants })
    expect(coverage).toMatchObject({ n: 1_472, notes: [{ code: 'LeftWorkforce' }] })
    expect(figureOf(coverage)).toBeLessThan(1)
  })
})
