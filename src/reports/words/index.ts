import { en, type WordKey, type Words } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** The languages a report exists in. */
export type Locale = 'en' | 'zh-CN'

export const locales: readonly Locale[] = ['en', 'zh-CN']

const byLocale: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zhCN }

/** The words for a key; the key itself where a host's own code has none. */
export const wordsFor = (locale: Locale, key: WordKey): string => byLocale[locale][key]

/** Whether the catalogue has words for this key. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

export type { WordKey, Words } from './en.ts'
