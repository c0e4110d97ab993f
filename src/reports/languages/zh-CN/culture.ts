import type { culture as english } from '../en/culture.ts'
import type { SameWords } from '../language.ts'

export const culture: SameWords<typeof english> = {
  'command.PublishCreditScheme': '发布学分管理办法',
  'command.PublishIncentiveScheme': '发布讲师激励办法',
  'command.ExpirePoints': '登记积分过期',
  'command.CarryForward': '年度结转积分',
  'command.GrantPoints': '授予积分',
  'command.GrantCredit': '授予学分',
  'command.CorrectCredit': '更正已授予的学分',
  'command.ReverseGrant': '撤回已授予的积分或学分',
  'command.RedeemPoints': '兑换积分',
  'command.AwardRecognition': '颁发表彰',
  'command.PublishAnnouncement': '发布公告',
  'command.ReportReach': '登记触达人数',

  'rejection.ExpiryInFuture': '{earnedUpTo} 之前获得的积分不能提前过期。',
  'rejection.YearNotOver': '{year} 年度尚未结束。',
  'rejection.YearAlreadyClosed': '{year} 年度已经结转。',
  'rejection.CriteriaUnmet': '未达到评选标准：{criteria}。',
  'rejection.ReachAboveAudience': '触达 {reached} 人，超过受众 {audienceSize} 人。',
  'rejection.InsufficientPoints': '积分余额为 {balance}，不足以兑换 {asked}。',
  'rejection.DuplicateGrant': '该笔授予 {grantId} 已经入账。',
  'rejection.DuplicateRedemption': '该笔兑换 {redemptionId} 已经完成。',
  'rejection.DuplicateRecognition': '该项表彰 {recognitionId} 已经颁发。',
  'rejection.NonRedeemableUnit': '{unit} 不可兑换，只有积分可以兑换。',

  'subject.campaign': '宣传活动',
  'subject.grant': '此人的授予记录',

  'term.points': '积分',
  'term.credit': '学分',
}
