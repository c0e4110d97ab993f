/** Words that a practitioner would not say, line by line, and the words that stand in their place. */
import { en, type Language, wordsFor, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const said = (language: Language, pattern: RegExp): readonly string[] =>
  Object.entries(language.words).flatMap(([key, words]) => (pattern.test(words) ? [`${key}: ${words}`] : []))

describe('nobody in the trade says', () => {
  test.each([
    ...['转正', '摆幅', '千分制', '标准化提升', '归一化变化', '学习浪费', '信心', '隔离', '临期', '满班'],
    ...['人次率', '参训人均小时', '按时交付', '计划行', '待决事项', '即将到期的天数', '宽限期内视为', '在训'],
    ...['已启动', '已关闭', '按人员类别', '计分卡', '筛选', '条款', '战略权重', '校验码', '试题难度'],
    ...['完全备好', '最低进度'],
  ])('%s', (words) => {
    expect(said(zhCN, new RegExp(words))).toEqual([])
  })
  test.each([
    ...[
      'told from everything',
      '[Dd]igest of',
      'until before',
      'On whose word',
      '[Ss]wing',
      '[Aa]ll together',
    ],
    ...['By part of', 'had a seat', '[Cc]ame again', 'Seat fill', '^Not met$', 'money asked for'],
    ...[
      'On-schedule',
      'Above \\(\\+\\)',
      'Least prepared',
      'Classes reported',
      'Below the least',
      '^Asked for$',
    ],
    ...[
      'seats there were',
      'waited for one',
      'in thousandths',
      'Mean it',
      'Money is told',
      '[Tt]raining does not cure',
    ],
    ...['counts as compliant', 'a mean says little'],
  ])('%s', (words) => {
    expect(said(en, new RegExp(words))).toEqual([])
  })
})

describe('it is said so', () => {
  test.each([
    ['metric.M12', '候补录取率'],
    ['metric.M86', 'ROI 敏感性分析（变动区间）'],
    ['metric.M40', '平均提分'],
    ['unit.gainOfHundred', '{value} 分（百分制，训前 {before} → 训后 {after}）'],
    ['metric.M44', '归一化增益（Hake g，班级）'],
    ['metric.M45', '归一化增益（个人）'],
    ['metric.M63', '未转化率（scrap learning）'],
    ['evaluation.isolation', '培训效果归因（分离）方法'],
    ['metric.M10', '截止后退训率'],
    ['metric.M11', '满座率'],
    ['metric.M03', '人均培训小时'],
    ['metric.M04', '参训员工人均培训小时'],
    ['metric.M15', '里程碑按期达成率'],
    ['plan.line', '计划项目'],
    ['asks.heading', '提请审批事项：'],
    ['needs.period', '统计期间'],
    ['reason.NothingRecorded', '暂无数据'],
    ['status.column.running', '已确认名额'],
    ['term.closed', '已结项'],
    ['status.curriculum', '培训安排'],
    ['status.column.accountable', '第一责任人（A）'],
    ['trainerCard.title', '讲师评价表'],
    ['providerCard.title', '供应商绩效评价表'],
    ['providerCard.screening', '准入评审'],
    ['providerCard.termsInForce', '有效协议'],
    ['providerCard.terms', '协议编号'],
    ['trainerCard.fullyPrepared', '备课完成'],
    ['trainerCard.leastPrepared', '最低备课进度'],
    ['term.strategicWeight', '战略相关度'],
    ['needs.priorities.discount', '未来需求的折算系数：{share}。'],
    ['needs.digest', '数据指纹（SHA-256）'],
    ['zone.Asia/Shanghai', '北京时间（UTC+8）'],
    ['metric.M47', '答对率（难度系数 P）'],
    ['unit.perSession', '每百场 {value} 起'],
    ['unit.perHundredPeople', '每百人 {value} 场'],
  ])('%s: %s', (key, words) => {
    expect(wordsFor(zhCN, key)).toBe(words)
  })
  test.each([
    ['evaluation.isolation', 'Isolation method'],
    ['evaluation.digest', 'Data fingerprint (SHA-256)'],
    ['evaluation.column.sources', 'Source'],
    ['metric.M86', 'ROI sensitivity'],
    ['definition.M86', 'ROI at the highest − at the lowest estimate'],
    ['statistics.total', 'Total'],
    ['metric.M02b', 'Repeat participation'],
    ['metric.M11', 'Fill rate'],
    ['status.column.running', 'Confirmed'],
    ['status.column.failed', 'Rule not met'],
    ['status.column.left', 'Withdrew'],
    ['asks.heading', 'Decision required of the reader:'],
    ['metric.M15', 'Milestones on time'],
    ['summary.under', 'underspend {amount}'],
    ['trainerCard.leastPrepared', 'Lowest readiness'],
    ['trainerCard.classesReported', 'Classes with a readiness report'],
    ['providerCard.below', 'Criteria below minimum'],
    ['providerCard.threshold', 'Pass mark'],
    ['unit.gainOfHundred', '{value} points of 100 ({before} → {after})'],
    ['needs.notTrainable.heading', 'Needs training cannot solve'],
    ['metric.M65', 'Self-rating bias'],
  ])('%s: %s', (key, words) => {
    expect(wordsFor(en, key)).toBe(words)
  })
})
