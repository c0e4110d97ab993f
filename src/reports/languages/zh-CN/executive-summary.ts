import type { executiveSummary as english } from '../en/executive-summary.ts'
import type { SameWords } from '../language.ts'

export const executiveSummary: SameWords<typeof english> = {
  'summary.title': '培训工作管理层摘要',
  'summary.purpose': '截至 {day} 培训工作的进展，以及需要管理层决定的事项。',
  'summary.programs': '培训项目',
  'summary.counted': '{what} {many} 个',
  'summary.classes': '班次',
  'summary.classesText': '已举办 {held} 个，待举办 {ahead} 个，已取消 {cancelled} 个',
  'summary.attempts': '已结束的报名',
  'summary.attemptsText': '完成 {completed} 人次，未达标 {failed} 人次，缺席 {noShow} 人次',
  'summary.asks': '待决事项：申请追加经费',
  'summary.noAsks': '没有待决的申请。',
  'summary.plan': '计划',
  'summary.line': '计划行',
  'summary.amount': '金额',
  'summary.askedBy': '申请人',
  'summary.objectives': '培训目标',
  'summary.noObjectives': '尚未设定目标。',
  'summary.money': '经费',
  'summary.noMoney': '没有已批准的计划。',
  'summary.moneyIn': '预算与支出（{currency}）',
  'summary.currency': '币种',
  'summary.approved': '已批准',
  'summary.committed': '已预留',
  'summary.posted': '已支出',
  'summary.available': '可用',
  'summary.alert': '{plan}：{currency} 支出与预留已超过预算的 {threshold}。',
  'summary.late': '逾期事项',
  'summary.nothingLate': '没有逾期事项。',
  'summary.reading':
    '经费按币种列示，不同币种不相加：已批准为获批预算，已预留为已承诺未支出，可用为扣除两者后的余额。目标“已达成”指指标已达到目标值，是否由培训带来见评估报告。“无法判断”表示尚无该指标的数字。',
}
