import type { whoIsCurrent as english } from '../en/who-is-current.ts'
import type { SameWords } from '../language.ts'

export const whoIsCurrent: SameWords<typeof english> = {
  'current.title': '培训合规一览表',
  'current.headline':
    '应参训 {obliged} 人，全部合规者占 {share}；逾期 {overdue} 人，即将到期 {expiring} 人。',
  'current.headline.lowest': '合规率最低：{requirement}，应参训 {obliged} 人，合规 {share}。',
  'current.all': '全部要求',
  'current.overdue': '已逾期或处于宽限期',
  'current.expiring': '即将到期',
  'current.nobody': '无。',
  'current.person': '人员',
  'current.more': '另有 {count} 人次未列出。',
}
