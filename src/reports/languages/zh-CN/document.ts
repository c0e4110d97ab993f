import type { document as english } from '../en/document.ts'
import type { SameWords } from '../language.ts'

export const document: SameWords<typeof english> = {
  'unit.percentagePoints': '{value} 个百分点',
  'unit.outOf': '{value} / {most}',
  'unit.other': '{value} {unit}',
  'unit.perHour': '每小时 {value}',
  'unit.perSession': '每场 {value}',
  'unit.perHundredPeople': '每百人 {value}',
  'unit.hours': '{value} 小时',
  'unit.days': '{value} 天',
  'unit.months': '{value} 个月',
  'unit.minutes': '{value} 分钟',
  'unit.classHours': '{value} 学时',

  'item.separator': '、',
  'clause.separator': '；',

  'value.none': '—',
  'value.unlimited': '不限',
  'value.yes': '是',
  'value.no': '否',

  'figure.n': '{value}（n = {n}）',
  'figure.interval': '{value}（n = {n}；{confidence} 置信区间 {low} 至 {high}）',
  'figure.undefined': '无法计算：{reason}',
  'figure.suppressed': '▒▒▒（不足 {k} 份答卷，不予显示）',
  'figure.protectsAnother': '▒▒▒（公布后可推知他人的回答）',

  'fact.colon': '：',
}
