/** How the company's own words are shown in a report: in the reader's language, and names for ids. All invented. */

import { company } from './script/company.ts'

const known: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  'ops-lin': ['Lin Lan', '林岚'],
  'admin-su': ['Su Qing', '苏青'],
  'hr-head-jin': ['Jin Ruo', '金若'],
  'sales-head-wu': ['Wu Hao', '吴昊'],
  'production-head-bai': ['Bai Song', '白松'],
  'trainer-zhou': ['Zhou Yu', '周宇'],
  'needs-questioning': ['asking for needs', '需求提问'],
  'value-arguing': ['figures on value', '价值论证'],
  feedback: ['feedback', '反馈'],
  delegation: ['delegation', '授权'],
  seller: ['seller', '销售顾问'],
  questionnaire: ['questionnaire', '问卷'],
  'need-selling': ['Ask before you present', '先问需求再谈方案'],
  'need-safety': ['Safety refresher with a test', '安全复训与考核'],
  'need-onboarding': ['Know how things work here', '新员工快速融入'],
  'need-leading': ['Give feedback, delegate', '反馈与授权'],
}

const surnames = [
  ['Wang', '王'],
  ['Li', '李'],
  ['Zhang', '张'],
  ['Liu', '刘'],
  ['Chen', '陈'],
  ['Yang', '杨'],
  ['Zhao', '赵'],
  ['Huang', '黄'],
  ['Zhou', '周'],
  ['Wu', '吴'],
  ['Xu', '徐'],
  ['Sun', '孙'],
  ['Ma', '马'],
  ['Hu', '胡'],
  ['Guo', '郭'],
] as const
const givenNames = [
  ['Min', '敏'],
  ['Jing', '静'],
  ['Wei', '伟'],
  ['Lei', '磊'],
  ['Fang', '芳'],
  ['Tao', '涛'],
  ['Yan', '艳'],
  ['Jun', '军'],
  ['Jie', '洁'],
  ['Bo', '波'],
  ['Ping', '萍'],
  ['Hui', '辉'],
  ['Ning', '宁'],
  ['Kai', '凯'],
  ['Xue', '雪'],
  ['Feng', '峰'],
  ['Yu', '玉'],
] as const

/** Everybody on the list of people, by name and number: two may be called alike. */
const people: Readonly<Record<string, readonly [english: string, chinese: string]>> = Object.fromEntries(
  company().map(({ id }, at) => {
    const [surname, given] = [surnames[at % surnames.length], givenNames[(at * 7) % givenNames.length]]
    return [id, [`${surname?.[0]} ${given?.[0]} (${id})`, `${surname?.[1]}${given?.[1]}（${id}）`]]
  }),
)

/** Texts are written `English · 中文`. */
export const names = (text: string, tag: string): string => {
  const [english, chinese] = known[text] ?? people[text] ?? text.split(' · ')
  return (tag === 'en' ? english : chinese) ?? text
}
