/** The page's own words, in both languages. The library brings the rest. */
import type { Tongue, Words } from '../worker/protocol.ts'

export type { Tongue }

const pageWords = {
  title: ['A training year', '培训的一年'],
  lead: [
    'A company of 1,200, a year and the one before it, {total} events. Move through it: everything below is folded from the log, in this browser.',
    '一家 1,200 人的公司，当年与上一年，{total} 个事件。拖动时间轴：下方一切都由事件日志在本浏览器中折叠得出。',
  ],
  year: ['The year', '全年'],
  ask: ['Ask', '提出命令'],
  whatIf: ['What if', '假如'],
  races: ['Races', '并发'],
  bench: ['Figures bench', '指标工作台'],
  lab: ['Workflow lab', '流程实验室'],
  pages: ['Pages', '页面'],
  skip: ['Skip to the content', '跳到正文'],
  language: ['中文', 'English'],
  instant: ['Day', '日期'],
  play: ['Play the year', '播放全年'],
  pause: ['Pause', '暂停'],
  was: ['As it was', '事实如此'],
  known: ['As it was known', '当时所知'],
  wasMeaning: ['What had happened by then, whenever it was learnt', '到此刻已发生的事，不论何时得知'],
  knownMeaning: [
    'What the host had been told by then: attendance and marks are typed in two days later',
    '到此刻系统已得知的事：考勤与成绩在两天后才录入',
  ],
  mode: ['Which time counts', '以何时为准'],
  eventsOf: ['{n} of {total} events', '{total} 个事件中的 {n} 个'],
  figures: ['Figures', '指标'],
  whyThis: ['Why {what}: the events behind it', '为什么是“{what}”：背后的事件'],
  board: ['Board of classes', '班级看板'],
  boardLead: [
    'Choose a class to see its seats beside it. Every underlined number tells the events behind it.',
    '点选班次，右侧显示其名额。带下划线的数都可点开，查看背后的事件。',
  ],
  class: ['Class', '班次'],
  status: ['Status', '状态'],
  begins: ['Begins', '开始'],
  seats: ['Seats', '名额'],
  waiting: ['Waiting', '候补'],
  ended: ['Completed', '完成'],
  seatsOf: ['Seats of {title}', '{title} 的名额'],
  taken: ['taken', '已占'],
  free: ['free', '空余'],
  waitlist: ['Waitlist, in order', '候补名单（按顺序）'],
  nobodyWaits: ['Nobody waits.', '无人候补。'],
  othersHere: ['Ended or gone', '已结束或离开'],
  duties: ['Obligation matrix', '合规义务矩阵'],
  dutiesLead: ['One square a person, by what they owe.', '按必训要求，每格一人。'],
  plan: ['Plan against actual', '计划与实际'],
  planLead: [
    'The approved lines: people trained of those planned, money posted of the budget.',
    '已批准的计划项：已培训人数与计划人数，已入账费用与预算。',
  ],
  people: ['people', '人数'],
  money: ['money', '经费'],
  ofPlanned: ['{a} of {b}', '{a} / {b}'],
  heat: ['Hours by department and month', '各部门各月学时'],
  heatLead: ['Hours attended, on the day of the session.', '实际出勤学时，记在上课当日。'],
  hours: ['h', '学时'],
  notAssessed: ['not assessed', '未评定'],
  gaps: ['Gap heat map', '能力差距热力图'],
  gapsLead: ['Levels missing, of those who were assessed.', '已评定人员所缺的等级。'],
  gapCell: [
    '{missing} missing, {assessed} of {holders} assessed',
    '缺 {missing} 级，{holders} 人中已评 {assessed} 人',
  ],
  required: ['required', '要求'],
  chain: ['Chain of evidence', '证据链'],
  chainLead: [
    'From what the company wants to the number that shows it. A hatched cell is a link that is missing.',
    '从公司的业务动因一直到用来证明的数。斜线格表示该环缺失。',
  ],
  driver: ['Driver', '业务动因'],
  need: ['Need', '需求'],
  program: ['Program', '项目'],
  objective: ['Objective', '目标'],
  measure: ['Measure', '衡量'],
  nothingYet: ['Nothing yet at this instant.', '此刻尚无内容。'],
  noneYet: ['nothing to count yet', '尚无可计'],
  loading: ['Loading the log …', '正在加载日志……'],
  askLead: [
    'Ask for anything at {at}. The rules decide with what the host knew then; nothing of the year changes.',
    '在 {at} 提出任何命令。规则依据系统当时所知作出决定；这一年不会因此改变。',
  ],
  tries: ['Refused in the year: try again', '这一年中被拒绝的命令：再试一次'],
  command: ['Command', '命令'],
  asks: ['Asked by (role)', '由谁提出（角色）'],
  askerId: ['Asked by (id)', '由谁提出（编号）'],
  system: ['the system itself', '系统自身'],
  more: ['More fields ({n})', '更多字段（{n}）'],
  add: ['Add', '添加'],
  remove: ['Remove', '移除'],
  notGiven: ['not given', '未填'],
  send: ['Ask', '提出'],
  deciding: ['Deciding …', '正在决定……'],
  keep: ['Keep it for “What if”', '留给“假如”'],
  accepted: ['Accepted', '已接受'],
  refused: ['Refused', '已拒绝'],
  withEvents: ['with {n} events', '产生 {n} 个事件'],
  followed: ['What followed by policy', '由策略引发'],
  noAnswer: ['The answer stands here once you ask.', '提出命令后，这里会显示答复。'],
  boundary: ['What it rests on', '它所依据的事件'],
  boundaryLead: [
    '{n} of {size} events. Only these can change the answer: they are the consistency boundary of the command.',
    '{size} 个事件中的 {n} 个。只有它们能改变答复：这就是该命令的一致性边界。',
  ],
  ofTypes: ['of {n} types', '共 {n} 种类型'],
  corporate: ['corporate', '职能部门'],
  asJson: ['As JSON', '查看 JSON'],
  whatIfLead: [
    'Branch at {at}, ask something else, and the rest of the year is asked again: {rest} every later command is decided anew.',
    '在 {at} 分叉，提出别的命令，然后把这一年余下的命令重新提出：{rest}此后每个命令都重新决定。',
  ],
  inBranch: ['Asked in the branch', '分叉中提出的命令'],
  nothingInBranch: [
    'Nothing is asked yet. Take a suggestion, or keep a command from “Ask”.',
    '尚未提出命令。可选用建议，或从“提出命令”中留用。',
  ],
  suggestions: ['Suggestions for {title}', '对 {title} 的建议'],
  cancelIt: ['Cancel it', '取消该班'],
  moreSeats: ['Ten seats more', '增加十个名额'],
  fewerSeats: ['Half the seats', '名额减半'],
  run: ['Compare the two futures', '比较两种未来'],
  running: ['The rest of the year is asked again: {n} %', '正在重新提出余下的命令：{n} %'],
  asItWas: ['The year as it was', '实际的一年'],
  theBranch: ['The branch', '分叉'],
  difference: ['Difference', '差异'],
  figure: ['Figure', '指标'],
  eventCount: ['Events', '事件数'],
  refusedCount: ['Commands refused later', '此后被拒绝的命令'],
  changed: ['{n} later commands were answered otherwise', '此后有 {n} 个命令得到不同的答复'],
  changedNone: ['Every later command was answered as before.', '此后每个命令的答复都与原来相同。'],
  nowRefused: ['now refused', '现被拒绝'],
  nowAccepted: ['now accepted', '现被接受'],
  racesLead: [
    'One seat is left, and two hosts approve two learners at once. Each reads, decides and writes. With the condition, an append fails when the boundary has changed since the read; then the host reads again. An order is read like this: 1r, host 1 reads; 2w, host 2 writes.',
    '只剩一个名额，两台主机同时批准两人报名。各自读取、决定、写入。带条件时，若读取之后边界已变，追加失败，主机重新读取。顺序的写法：1r 表示主机 1 读取，2w 表示主机 2 写入。',
  ],
  withCondition: ['With the condition', '带条件'],
  withoutCondition: ['Without it', '不带条件'],
  order: ['Order', '顺序'],
  host: ['Host {n}', '主机 {n}'],
  reads: ['reads, decides {note}', '读取，决定 {note}'],
  writes: ['writes {note}', '写入 {note}'],
  failsWrite: ['append refused: the boundary has changed', '追加被拒：边界已变'],
  inTheEnd: ['In the end', '最终'],
  seated: ['{n} enrolled, 1 seat', '已报名 {n} 人，名额 1 个'],
  overbooked: ['overbooked', '超额'],
  share: ['Copy a link to this', '复制此状态的链接'],
  copied: ['Copied', '已复制'],
  table: ['{label}: table', '{label}：表格'],
  close: ['Close', '关闭'],
  searching: ['Each event is left out in turn …', '正在逐一去掉每个事件……'],
  whyLead: [
    'The number moved when one of these was folded in, or would be another without it. No other event of the year matters to it.',
    '折叠到其中任一事件时，该数发生了变化；或者去掉它，该数就会不同。全年其他事件都与它无关。',
  ],
  evidenceLead: ['{total} events; the last {shown} are listed.', '共 {total} 个事件，列出最近 {shown} 个。'],
  byPolicy: ['by policy', '由策略'],
  offlineReady: ['Works without a network.', '可离线使用。'],
  failed: ['That did not work: {why}', '未能完成：{why}'],
  department: ['Department', '部门'],
  learner: ['Learner', '学员'],
  since: ['since', '自'],
} as const satisfies Readonly<Record<string, Words>>

export type WordName = keyof typeof pageWords

export const pick = (words: Words, tongue: Tongue): string => words[tongue === 'en' ? 0 : 1]

export const say = (
  name: WordName,
  tongue: Tongue,
  gaps: Readonly<Record<string, string | number>> = {},
): string => pick(pageWords[name], tongue).replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ''))

/** Titles of the log are written `English · 中文`. */
export const titleIn = (text: string, tongue: Tongue): string => {
  const [english = text, chinese = english] = text.split(' · ')
  return tongue === 'en' ? english : chinese
}

/** On the pages beside the year: what the address says, or what the browser prefers. */
export const preferredTongue = (): Tongue =>
  /lang=zh/.test(location.hash) || (!/lang=en/.test(location.hash) && navigator.language.startsWith('zh'))
    ? 'zh'
    : 'en'
