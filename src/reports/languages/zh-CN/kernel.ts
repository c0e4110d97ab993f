import type { kernel as english } from '../en/kernel.ts'
import type { SameWords } from '../language.ts'

export const kernel: SameWords<typeof english> = {
  'rejection.IllegalTransition': '当前状态为“{from}”，不能{command}。',
  'rejection.IllegalTransition.absent': '没有相应的记录，不能{command}。',
  'rejection.Unknown': '找不到{what}：{id}。',
  'rejection.NotAuthorized': '“{role}”角色无权执行此操作。',

  'issue.UnknownCommand': '{where}：没有这个命令。',
  'issue.UnknownEvent': '{where}：没有这种事件。',
  'issue.NotAnObject': '{where}：不是对象。',
  'issue.MissingKey': '{where}：缺少（应为 {expected}）。',
  'issue.UnknownKey': '{where}：未知的字段：{keys}。',
  'issue.WrongType': '{where}：类型不对（应为 {expected}）。',
  'issue.BadFormat': '{where}：格式不对（{expected}）。',
  'issue.NotAllowed': '{where}：不在允许的取值之内（{expected}）。',
  'issue.TooSmall': '{where}：小于 {limit}。',
  'issue.TooBig': '{where}：大于 {limit}。',
  'issue.TooDeep': '{where}：嵌套超过 {limit} 层。',
  'issue.TooMany': '{where}：超过 {limit} 个值。',
  'issue.DuplicateId': '{where}：编号重复。',
  'issue.CommandIdReused': '{where}：该命令编号已用于另一条命令。',
  'issue.ReservedId': '{where}：以“policy:”开头的编号只用于由策略触发的命令。',
  'issue.RuleBroken': '{where}：不符合该字段的规则。',

  'role.operations': '培训运营专员',
  'role.trainer': '讲师',
  'role.learner': '学员',
  'role.manager': '管理者',
  'role.finance': '财务',
  'role.administration': '行政',
}
