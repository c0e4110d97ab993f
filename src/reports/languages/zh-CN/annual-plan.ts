import type { annualPlan as english } from '../en/annual-plan.ts'
import type { SameWords } from '../language.ts'

export const annualPlan: SameWords<typeof english> = {
  'plan.title': '年度培训计划：{plan}',
  'plan.headline': '计划项目 {lines} 项，培训 {people} 人次。',
  'plan.headline.trained': '计划项目 {lines} 项，培训 {people} 人次；目前已培训 {trained} 人次。',
  'plan.headline.waiting': '尚未批准，申请经费 {money}。',
  'plan.headline.spent': '已批准经费 {money}，已支出 {spent}（预算执行率 {share}）。',
  'plan.line': '计划项目',
  'plan.quarter': '季度',
  'plan.inQuarter': '第 {quarter} 季度',
  'plan.calendar': '培训日历',
  'plan.planned': '计划时间',
  'plan.held': '首末班次',
  'plan.asPlanned': '{program}（计划）',
  'plan.asHeld': '{program}（班次）',
  'plan.trained': '已培训',
  'plan.budgetIn': '各项目预算（{currency}）',
}
