/** The year in figures. */
import {
  annualTrainingStatistics,
  completionFigure,
  complianceByRequirement,
  coverageFigure,
  type Employee,
  type EnrolmentRecord,
  enrolmentRecord,
  figureOf,
  funnelOf,
  hoursPerEmployeeFigure,
  learnerRecord,
  obligations,
  offeringRecord,
  requirement,
  type TrainingQuestion,
  trainingHoursTable,
  trainingStatistics,
} from 'training-ops'
import { annualStatisticsReport, type FiguresById } from 'training-ops/reports'
import type { YearLedger } from '../run.ts'
import { company } from '../script/company.ts'
import { shanghai } from '../script/line.ts'
import { type Named, period, yearBefore, zone } from './log.ts'

/** What kind of training a course is, in the company's own words. */
const categories: Readonly<Record<string, string>> = {
  onboarding: 'Onboarding · 入职培训',
  'consultative-selling': 'Selling · 销售能力',
  'leading-first-time': 'Leadership · 领导力',
  'workplace-safety': 'Compliance · 合规必修',
}
const everythingElse = 'Sharing · 知识分享'

const people = company()
const genders = new Map(people.map(({ id, gender }) => [id, gender]))

export const employees = (): readonly Employee[] =>
  people.map(({ id, department, level, hiredOn, leftOn }) => ({
    learnerId: id,
    hiredOn,
    segment: { department, level },
    ...(leftOn === undefined ? {} : { leftOn }),
  }))

/** A department in the word that the library has for it. */
export const departmentWord = (department: string): string =>
  department === 'corporate' ? 'corporateFunctions' : department

const minutesByCategory = (enrolments: readonly EnrolmentRecord[]): Readonly<Record<string, number>> => {
  const minutes: Record<string, number> = {}
  for (const { courseId = '', attended } of enrolments) {
    const category = categories[courseId] ?? everythingElse
    for (const one of Object.values(attended)) minutes[category] = (minutes[category] ?? 0) + one.minutes
  }
  return minutes
}

/** The question behind the figures of a whole year: everybody who was employed on a day of it. */
export const questionOf = (ledger: YearLedger, days = period): TrainingQuestion => ({
  enrolments: ledger.project(enrolmentRecord),
  offerings: ledger.project(offeringRecord),
  workforce: employees(),
  period: days,
  asOf: shanghai(days.to, '00:00'),
  zone,
})

/** The figures that stand at the head of several reports. */
export const headFigures = (question: TrainingQuestion) => ({
  M01: figureOf(coverageFigure, question),
  M03: figureOf(hoursPerEmployeeFigure, question),
  M06: figureOf(completionFigure, question),
})

/** The goals of the year, as the plan set them: coverage, hours of each employee, completion, no-shows. */
export const targets = { M01: 0.7, M03: 6, M06: 0.9, M09: 0.03, M15: 0.9 }

/** The figures of the year before that its old records can tell. */
export const previousYear = (ledger: YearLedger): FiguresById =>
  Object.fromEntries(
    Object.entries(trainingStatistics(questionOf(ledger, yearBefore))).filter(
      ([, figure]) => figure.status === 'ok' && figure.n > 0,
    ),
  )

/** The tables of both standards, by gender and by category of employee. */
const disclosuresOf = (question: TrainingQuestion) =>
  (['GRI 404-1', 'ESRS S1-13'] as const).map((standard) => ({
    standard,
    gender: trainingHoursTable({
      ...question,
      profile: standard,
      segmentOf: ({ learnerId }) => genders.get(learnerId) ?? 'notDisclosed',
    }),
    category: trainingHoursTable({
      ...question,
      profile: standard,
      segmentOf: ({ segment }) => segment.level ?? 'unknown',
    }),
  }))

export const statistics = (ledger: YearLedger): readonly Named[] => {
  const question = questionOf(ledger)
  const { enrolments, offerings, asOf } = question
  if (Object.keys(offerings).length === 0) return []
  const ofTheYear = Object.fromEntries(
    Object.entries(enrolments).filter(([, { offeringId }]) => Object.hasOwn(offerings, offeringId)),
  )
  const requirements = ledger.project(requirement)
  const owed = {
    today: period.to,
    obligations: obligations({
      workforce: employees(),
      requirements,
      records: ledger.project(learnerRecord),
      asOf,
      zone,
    }),
  }
  const report = annualStatisticsReport({
    ...annualTrainingStatistics({
      ...question,
      segmentOf: ({ segment }) => departmentWord(segment.department ?? 'unknown'),
    }),
    targets,
    previous: previousYear(ledger),
    disclosures: disclosuresOf(question),
    minutesByCategory: minutesByCategory(Object.values(ofTheYear)),
    funnel: funnelOf(ofTheYear),
    compliance: Object.entries(complianceByRequirement(owed)).map(([requirementId, figures]) => ({
      title: requirements[requirementId]?.versions.at(-1)?.title ?? requirementId,
      ...figures,
    })),
  })
  return [['annual-statistics', report]]
}
