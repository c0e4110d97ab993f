/** The languages a report exists in, and what a language is. */
export { en } from './en/index.ts'
export { type CodeKind, type Language, type WordKey, withWords, wordsFor } from './language.ts'
export { zhCN } from './zh-CN/index.ts'
