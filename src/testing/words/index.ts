import { en, type Words } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type { Words } from './en.ts'
export type Locale = 'en' | 'zh-CN'
export const wordsOf = (locale: Locale = 'en'): Words => (locale === 'zh-CN' ? zhCN : en)
