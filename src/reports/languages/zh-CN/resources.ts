import type { resources as english } from '../en/resources.ts'
import type { SameWords } from '../language.ts'

export const resources: SameWords<typeof english> = {
  'command.RegisterResource': '登记资源',
  'command.NominateTrainer': '推荐讲师',
  'command.QualifyTrainer': '认证讲师',
  'command.SuspendResource': '暂停使用该资源',
  'command.ReinstateResource': '恢复使用该资源',
  'command.RetireResource': '停用该资源',
  'command.ReserveSlot': '预订时段',
  'command.ReleaseSlot': '取消预订时段',
  'command.WithdrawQualification': '撤销授课资格',
  'command.AppointTrainer': '聘任讲师',
  'command.DevelopTrainer': '安排讲师培养',
  'command.CompleteTrainerDevelopment': '登记讲师培养完成',
  'command.ScreenProvider': '供应商准入评审',
  'command.AgreeTerms': '签订合作协议',
  'command.RateResource': '评价资源',

  'rejection.NotNominated': '{resourceId} 尚未被推荐为讲师。',
  'rejection.NotAProvider': '{resourceId} 不是供应商（{kind}）。',
  'rejection.NotScreened': '供应商 {resourceId} 尚未经过准入评审。',
  'rejection.ScoreOffScale': '{criterion} 的评分 {score} 超出量表范围（{min} 至 {max}）。',
  'rejection.DuplicateTerms': '协议 {termsId} 已经签订。',
  'rejection.SelfRating': '不能评价自己：{resourceId}。',
  'rejection.AlreadyRated': '{ratedBy} 已经评价过 {resourceId}。',
  'rejection.CapacityExceeded': '{resourceId} 可容纳 {capacity} 人，预计 {people} 人。',
  'rejection.SlotHeldByOffering':
    '时段 {slotId} 属于班次 {offeringId} 的场次 {sessionId}，随场次预订和释放。',
  'rejection.NotATrainer': '{resourceId} 属于“{kind}”，不是讲师。',
  'rejection.SlotInverted': '时段的结束（{end}）早于开始（{start}）。',
  'rejection.SlotTaken': '该时段已被 {by} 占用：{start} 至 {end}。',
  'rejection.NotQualified': '{resourceId} 不具备讲授 {courseId} 的资格。',
  'rejection.QualificationExpired': '{resourceId} 讲授 {courseId} 的资格已于 {validUntil} 到期。',
  'rejection.ResourceSuspended': '{resourceId} 已停用。',

  'advisory.NobodyNominated': '{resourceId} 未经推荐。',
  'advisory.NotRecommended':
    '{resourceId} 最近一次准入评审未获推荐（得分 {score}，门槛 {threshold} 个基点）。',
  'advisory.SlotsHeld': '以下时段在释放之前仍被占用：{slotIds}。',

  'subject.development': '讲师培养',
  'subject.slot': '时段',
  'subject.resource': '资源',

  'term.registered': '已登记',
  'term.nominated': '已推荐',
  'term.qualified': '已认证',
  'term.recommended': '推荐',
  'term.notRecommended': '不推荐',
  'term.provider': '供应商',
}
