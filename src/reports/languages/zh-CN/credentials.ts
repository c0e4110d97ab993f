import type { credentials as english } from '../en/credentials.ts'
import type { SameWords } from '../language.ts'

export const credentials: SameWords<typeof english> = {
  'command.FlagCertificate': '标记证书待复核',
  'command.ClearCertificateFlag': '解除证书标记',
  'command.SendRenewalReminder': '发送续证提醒',
  'command.EstablishRequirement': '设立培训要求',
  'command.AmendRequirement': '修订培训要求',
  'command.WithdrawRequirement': '撤销培训要求',
  'command.WaiveObligation': '豁免培训义务',
  'command.RestoreObligation': '恢复培训义务',
  'command.SuggestTraining': '推荐新岗位培训',
  'command.ImportHistory': '导入历史记录',
  'command.IssueCertificate': '颁发证书',
  'command.RenewCertificate': '办理续证',
  'command.CorrectCertificate': '更正证书',
  'command.SuspendCertificate': '暂停证书',
  'command.ReinstateCertificate': '恢复证书',
  'command.RevokeCertificate': '撤销证书',
  'command.ExpireCertificate': '登记证书到期',

  'rejection.NotFlagged': '证书 {certificateId} 未被标记。',
  'rejection.EffectBeforeLast': '变更生效日 {effectiveFrom} 早于上一次的生效日 {last}。',
  'rejection.PromotionWithoutRole': '培训要求 {requirementId} 用于晋升，适用对象必须写明岗位。',
  'rejection.NotWaived': '{learnerId} 在培训要求 {requirementId} 上没有豁免。',
  'rejection.NotEligible': '{learnerId} 尚未完成 {courseId}。',
  'rejection.DuplicateSerial': '编号 {serial} 已用于证书 {certificateId}。',
  'rejection.RenewalWindowClosed': '续证自 {opens} 起办理。',
  'rejection.NeverExpires': '证书 {certificateId} 长期有效。',
  'rejection.AlreadyRevoked': '证书 {certificateId} 已被撤销。',
  'rejection.StillValid': '证书在 {validUntil} 之前有效。',

  'advisory.CourseGrantsNoCertificate': '课程 {courseId} 的任何版本都不颁发证书，只能人工颁发。',

  'subject.requirement': '培训要求',
  'subject.certificate': '证书',

  'term.established': '已设立',
  'term.notObligated': '不适用',
  'term.due': '期限',
  'term.inGrace': '宽限期内',
  'term.overdue': '已逾期',
  'term.expiringSoon': '即将到期',
  'term.teamLead': '主管',
  'term.revoked': '已撤销',
  'term.expired': '已到期',
}
