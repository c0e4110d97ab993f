import type { providerScorecard as english } from '../en/provider-scorecard.ts'
import type { SameWords } from '../language.ts'

export const providerScorecard: SameWords<typeof english> = {
  'providerCard.title': '供应商绩效评价表',
  'providerCard.purpose': '截至 {day}：最近一次准入评审结果、合作协议、评分与支出。',
  'providerCard.nobody': '没有供应商记录。',
  'providerCard.provider': '供应商',
  'providerCard.screening': '准入评审',
  'providerCard.neverScreened': '未经准入评审',
  'providerCard.lastScreening': '最近一次准入评审',
  'providerCard.nobodyScreened': '没有准入评审记录。',
  'providerCard.screenedOn': '日期',
  'providerCard.score': '得分',
  'providerCard.threshold': '门槛',
  'providerCard.below': '低于单项下限',
  'providerCard.termsInForce': '有效协议',
  'providerCard.noTerms': '没有有效协议。',
  'providerCard.terms': '协议编号',
  'providerCard.rate': '费率',
  'providerCard.per': '{amount}/{per}',
  'providerCard.costIn': '支出（{currency}）',
  'providerCard.reading':
    '准入评审为最近一次，按当时的门槛。协议为截止日有效者。平均评分先把每个评分换算为 1–5 分制；n 为评分份数。支出为以该供应商为收款方入账的金额，不同币种不相加。',

  'per.hour': '小时',
  'per.day': '天',
  'per.person': '人',
  'per.session': '场',
  'per.offering': '班',
  'per.engagement': '次',

  'criterion.content': '内容',
  'criterion.references': '业绩与口碑',
  'criterion.dataProtection': '数据保护',
  'criterion.price': '价格',
  'criterion.experience': '经验',
}
