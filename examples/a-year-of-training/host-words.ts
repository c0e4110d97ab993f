/** How the company's own words are shown in a report: in the reader's language, and names for ids. All invented. */

const known: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  'ops-lin': ['Lin Lan', '林岚'],
  'admin-su': ['Su Qing', '苏青'],
  'hr-head-jin': ['Jin Ruo', '金若'],
  'sales-head-wu': ['Wu Hao', '吴昊'],
  'production-head-bai': ['Bai Song', '白松'],
  'trainer-zhou': ['Zhou Yu', '周宇'],
  'need-selling': ['Ask before you present', '先问需求再谈方案'],
  'need-safety': ['Safety refresher with a test', '安全复训与考核'],
  'need-onboarding': ['Know how things work here', '新员工快速融入'],
  'need-leading': ['Give feedback, delegate', '反馈与授权'],
}

/** Texts are written `English · 中文`. */
export const names = (text: string, tag: string): string => {
  const [english, chinese] = known[text] ?? text.split(' · ')
  return (tag === 'en' ? english : chinese) ?? text
}
