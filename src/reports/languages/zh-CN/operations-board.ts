import type { operationsBoard as english } from '../en/operations-board.ts'
import type { SameWords } from '../language.ts'

export const operationsBoard: SameWords<typeof english> = {
  'board.title': '培训运营看板（{day}）',
  'board.headline': '逾期 {overdue} 项；{until}前到期 {due} 项。',
  'board.unowned': '无责任人的事项：{count} 项',
  'board.milestone': '里程碑',
  'board.class': '开班',
  'board.task': '任务',
  'board.overdue': '已逾期',
  'board.due': '即将到期',
  'board.nothing': '无。',
  'board.what': '类别',
  'board.item': '事项',
}
