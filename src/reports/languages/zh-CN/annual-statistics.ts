import type { annualStatistics as english } from '../en/annual-statistics.ts'
import type { SameWords } from '../language.ts'

export const annualStatistics: SameWords<typeof english> = {
  'statistics.title': '年度培训统计（{period}）',
  'statistics.headline': '培训覆盖率 {coverage}，人均 {hours}，已结束的报名中完成率 {completion}。',
  'statistics.headline.least': '覆盖率最低的部门：{segment}（{share}）。',
  'statistics.headline.owed': '合规率最低的要求：{requirement}（{share}）。',
  'statistics.headcount': '年平均人数（按日平均）',
  'statistics.employedOn': '{day}在册人数',
  'statistics.classHours': '学时合计（每学时 {minutes} 分钟）',
  'statistics.classHoursEach': '人均学时（每学时 {minutes} 分钟）',
  'statistics.shares': '年度各项比率',
  'statistics.bySegment': '按部门（人员类别）',
  'statistics.shaded': '单元格颜色越深，比率越高；没有底色的单元格没有数字，或数字不是比率。',
  'statistics.segment': '部门（类别）',
  'statistics.outside': '不在员工名册（离职、外部人员）',
  'statistics.hours': '人均培训时长（按各标准口径）',
  'statistics.hoursText':
    '通用口径：全部出勤时长。GRI 404-1：不含上级现场辅导。ESRS S1-13：只计已完成的培训。',
  'statistics.gri': 'GRI 404-1：每名员工每年接受培训的平均小时数',
  'statistics.gri.rule':
    'GRI 404-1 要求按性别与员工类别披露平均小时数。员工数为报告期按日平均；不含上级现场辅导。',
  'statistics.esrs': 'ESRS S1-13：培训与技能发展',
  'statistics.esrs.rule':
    'ESRS S1-13 第 83(b)、84 段：按性别与员工类别披露平均小时数，只计已完成的培训。员工数按人头计，不折算全职当量。',
  'statistics.esrs.noReviews':
    'ESRS S1-13 第 83(a) 段（参加定期绩效与职业发展评估的比例）未列：培训记录中没有绩效评估数据。',
  'statistics.esrs.reviews': 'ESRS S1-13 第 83(a) 段：定期绩效与职业发展评估',
  'statistics.esrs.reviewed': '参加人数',
  'statistics.esrs.share': '比例',
  'statistics.breakdown': '维度',
  'statistics.group': '性别或类别',
  'statistics.gender': '性别',
  'statistics.employeeCategory': '员工类别',
  'statistics.heads': '员工数',
  'statistics.total': '合计',
  'statistics.byCategory': '各类培训的出勤时长',
  'statistics.category': '培训类别',
  'statistics.ofAll': '占全部时长',
  'statistics.funnel': '从报名到结果',
  'statistics.stage': '阶段',
  'statistics.enrolments': '人次',
  'statistics.ofPrevious': '占上一阶段',
  'statistics.ofFirst': '占第一阶段',
  'statistics.requirement': '要求',
  'statistics.obliged': '应参训人数',
  'statistics.compliance': '合规情况',
  'statistics.culture': '学习文化',
  'statistics.cultureText': '爱学习、愿分享、共成长三项并列，不相加。',
  'statistics.reading':
    '出勤按场次当地日期计入；完成、缺席与名额按班次最后一场所在期间计入。尚未到期者不影响任何数字。',

  'profile.general': '通用口径',
}
