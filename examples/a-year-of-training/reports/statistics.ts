/** The year in figures. */
import {
  annualTrainingStatistics,
  complianceByRequirement,
  type Employee,
  type EnrolmentRecord,
  enrolmentRecord,
  funnelOf,
  learnerRecord,
  obligations,
  offeringRecord,
  requirement,
  type TrainingQuestion,
} from 'training-ops'
import { annualStatisticsReport } from 'training-ops/reports'
import type { YearLedger } from '../run.ts'
import { company } from '../script/company.ts'
import { shanghai } from '../script/line.ts'
import { type Named, period, zone } from './log.ts'

/** What kind of training a course is, in the company's own words. */
const categories: Readonly<Record<string, string>> = {
  onboarding: 'Onboarding · 入职培训',
  'consultative-selling': 'Selling · 销售能力',
  'leading-first-time': 'Leadership · 领导力',
  'workplace-safety': 'Compliance · 合规必修',
}
const everythingElse = 'Sharing · 知识分享'

export const employees = (): readonly Employee[] =>
  company().map(({ id, department, level, hiredOn, leftOn }) => ({
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

/** What figures of the whole year are asked of: everybody who was employed on a day of it. */
export const questionOf = (ledger: YearLedger): TrainingQuestion => ({
  enrolments: ledger.project(enrolmentRecord),
  offerings: ledger.project(offeringRecord),
  workforce: employees(),
  period,
  asOf: shanghai(period.to, '00:00'),
  zone,
})

export const statistics = (ledger: YearLedger): readonly Named[] => {
  const question = questionOf(ledger)
  const { enrolments, offerings, asOf } = question
  if (Object.keys(offerings).length === 0) return []
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
    minutesByCategory: minutesByCategory(Object.values(enrolments)),
    funnel: funnelOf(enrolments),
    compliance: Object.entries(complianceByRequirement(owed)).map(([requirementId, figures]) => ({
      title: requirements[requirementId]?.versions.at(-1)?.title ?? requirementId,
      ...figures,
    })),
  })
  return [['annual-statistics', report]]
}
