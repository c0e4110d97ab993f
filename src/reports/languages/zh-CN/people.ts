import type { people as english } from '../en/people.ts'
import type { SameWords } from '../language.ts'

export const people: SameWords<typeof english> = {
  'command.MergeIdentities': '合并两个身份为同一人',
  'command.UnmergeIdentities': '撤销身份合并',

  'rejection.SameIdentity': '{learnerId} 本来就是同一编号。',
  'rejection.AlreadyMerged': '{learnerId} 已并入 {into}。',
  'rejection.NotMerged': '{mergedId} 并未并入 {survivorId}。',
  'rejection.IdentitiesConflict': '同一个人不可能有这两段经历：{kinds}。',

  'term.sameClass': '两者都在同一班次',
  'term.overlappingSessions': '两者的场次时间重叠',
  'term.ratedThemselves': '其中一人评价过另一人',
  'term.sameAdministration': '两者都答过同一份问卷',
}
