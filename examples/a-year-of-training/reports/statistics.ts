/** The year in figures. */
import {
  annualTrainingStatistics,
  classRecord,
  complianceIn,
  type Employee,
  funnel,
  funnelOf,
  learnerRecord,
  obligations,
  onTimeCompletionIn,
  overdueIn,
  requirement,
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

const employees = (): readonly Employee[] =>
  company().map(({ id, department, level, hiredOn, leftOn }) => ({
    learnerId: id,
    hiredOn,
    segment: { department, level },
    ...(leftOn === undefined ? {} : { leftOn }),
  }))

const minutesByCategory = (classes: ReturnType<typeof recordOf>): Readonly<Record<string, number>> => {
  const minutes: Record<string, number> = {}
  for (const { courseId, attempts } of Object.values(classes)) {
    const category = categories[courseId] ?? everythingElse
    for (const { attended } of Object.values(attempts))
      for (const one of Object.values(attended)) minutes[category] = (minutes[category] ?? 0) + one.minutes
  }
  return minutes
}

const recordOf = (ledger: YearLedger) => ledger.project(classRecord)

export const statistics = (ledger: YearLedger): readonly Named[] => {
  const classes = recordOf(ledger)
  if (Object.keys(classes).length === 0) return []
  const asOf = shanghai(period.to, '00:00')
  const everybody = employees()
  const workforce = everybody.filter(({ leftOn }) => leftOn === undefined || leftOn >= '2025-12-31')
  const question = { classes, workforce, period, asOf, zone }
  const owed = {
    today: period.to,
    obligations: obligations({
      workforce: everybody,
      requirements: ledger.project(requirement),
      records: ledger.project(learnerRecord),
      asOf,
      zone,
    }),
  }
  const report = annualStatisticsReport({
    ...annualTrainingStatistics({
      ...question,
      segmentOf: ({ segment }) =>
        segment.department === 'corporate' ? 'corporateFunctions' : (segment.department ?? 'unknown'),
    }),
    minutesByCategory: minutesByCategory(classes),
    funnel: funnelOf(ledger.project(funnel)),
    compliance: {
      complianceRate: complianceIn(owed),
      overdueRate: overdueIn(owed),
      onTimeCompletion: onTimeCompletionIn(owed),
    },
  })
  return [['annual-statistics', report]]
}
