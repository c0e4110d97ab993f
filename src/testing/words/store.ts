import type { Locale } from './index.ts'

const en = {
  order: 'events come back in the order they were appended',
  queries: 'a query finds what carries all its tags and has one of its types, each event once, in order',
  holds: 'a condition holds until something it asks for was appended, and only that breaks it',
  items: 'every item of a condition counts, wherever it stands',
  allTags: 'a condition is broken by what carries all its tags, and not by what carries some',
  whole: 'what is refused is refused whole',
  oneWins: 'of many hosts with the same condition exactly one appends',
  counts: 'hosts that read, decide, append and try again lose nothing of each other',
  holes: 'hosts that read, decide and append lose nothing of each other while others append elsewhere',
  prefix: 'whoever sees an event sees all before it',
  batches: 'who reads while others append sees whole batches',
  resend: 'a command sent again finds its own events, and appends nothing',
  large: 'a batch of thousands is appended whole and found by tag',
  many: 'a thousand appends one by one are all there, and conditions go on',
  edges: 'odd texts and numbers come back as they were, envelope and all',
  restart: 'after a restart everything is there, in order, and conditions go on',
  connect: 'what one connection appended every other sees, and its conditions hold for all',
}

export type StoreWords = typeof en

const zhCN: StoreWords = {
  order: '事件按追加的次序读回',
  queries: '查询只找到带有全部标签且类型相符的事件，各一次，按次序',
  holds: '条件一直成立，直到它所查询的事件被追加',
  items: '条件中的每一项都算数，无论排在第几',
  allTags: '带有全部标签的事件才打破条件，只带其中一些的不会',
  whole: '被拒绝的追加一个事件也不留下',
  oneWins: '多个主机持同一条件，恰有一个追加成功',
  counts: '读取、决策、追加、失败重试的主机互不丢失',
  holes: '别处不断有人追加时，读取、决策、追加的主机仍互不丢失',
  prefix: '看到一个事件，就看到它之前的全部事件',
  batches: '边追加边读取，看到的总是完整的批次',
  resend: '重复发送的命令找到自己的事件，不再追加',
  large: '数千个事件的批次完整追加，并可按标签查到',
  many: '逐个追加一千多次，一个不少，条件继续有效',
  edges: '奇异的文本与数字连同信封原样读回',
  restart: '重启之后一切都在，次序不变，条件继续有效',
  connect: '一个连接追加的，其他连接都能看到，条件对所有连接有效',
}

export const storeWordsOf = (locale: Locale = 'en'): StoreWords => (locale === 'zh-CN' ? zhCN : en)
