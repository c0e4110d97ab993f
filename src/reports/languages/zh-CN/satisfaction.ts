import type { satisfaction as english } from '../en/satisfaction.ts'
import type { SameWords } from '../language.ts'

export const satisfaction: SameWords<typeof english> = {
  'satisfaction.title': '分群体满意率：{title}',
  'satisfaction.headline': '最低：{segment}，“{question}”{share}。',
  'satisfaction.nothing': '没有可以公布的回答。',
  'satisfaction.withheld': '为防止识别个人而不予显示的单元格：{count} 个',
  'satisfaction.question': '题目',
  'satisfaction.reading':
    '每格为高分档回答所占比例。人数少于承诺下限的群体不予显示；可由其他群体推算出的，也不予显示。',
}
