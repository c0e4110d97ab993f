/** Documents as data, their rendering, and the words, in English and Chinese. */
export * from './document.ts'
export { explainIssue, explainRejection } from './explain.ts'
export { toMarkdown } from './markdown.ts'
export { type Locale, locales, type WordKey, wordsFor } from './words/index.ts'
