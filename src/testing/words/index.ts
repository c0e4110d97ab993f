import { english, type KitWord } from './en.ts'
import { chinese } from './zh-CN.ts'

export type { KitWord } from './en.ts'

/**
 * The kit in a language, as data, in the form of the languages of reports: a tag, and words whose gaps are `{named}`. A word
 * that is not given is English, so that a third language can be brought in one object.
 *
 * @example
 * ```ts
 * import { type KitLanguage, reach, stories } from 'training-ops/testing'
 * import { assemble, catalog } from 'training-ops'
 * const workflow = assemble([catalog], {}, { trusted: true })
 * const german: KitLanguage = { tag: 'de', words: { reached: '{what}: {some} von {all} erreicht', commands: 'Befehle' } }
 * reach(stories(workflow), workflow, { runs: 5, language: german }).report().split(':')[0] // => 'Befehle'
 * ```
 */
export type KitLanguage = {
  /** A BCP 47 tag, such as `en` or `zh-CN`. */
  readonly tag: string
  readonly words: { readonly [Word in KitWord]?: string }
}

/** The kit's words in English. */
export const en: KitLanguage = Object.freeze({ tag: 'en', words: english })
/** The kit's words in Chinese. */
export const zhCN: KitLanguage = Object.freeze({ tag: 'zh-CN', words: chinese })

/** The gaps of the words that have some, in the order in which they are given. */
const gaps = {
  growing: ['field', 'size', 'events'],
  exhausted: ['states'],
  provedTo: ['depth', 'states'],
  mutants: ['noticed', 'survived', 'unreached'],
  differs: ['one', 'first', 'other', 'second'],
  reached: ['what', 'some', 'all'],
} as const
type Gaps = typeof gaps
type Filling<Names extends readonly string[]> = { readonly [At in keyof Names]: string | number }

/** The words as the kit uses them: text, or a function that fills the gaps. */
export type Words = {
  readonly [Word in Exclude<KitWord, keyof Gaps>]: string
} & {
  readonly [Word in keyof Gaps]: (...data: Filling<Gaps[Word]>) => string
}

export const wordsOf = (language: KitLanguage = en): Words => {
  const words = { ...english, ...language.words }
  const filled = Object.entries(gaps).map(([word, names]) => [
    word,
    (...data: readonly (string | number)[]) =>
      words[word as keyof Gaps].replace(/\{(\w+)\}/g, (gap, name) =>
        String(data[(names as readonly string[]).indexOf(name)] ?? gap),
      ),
  ])
  return { ...words, ...Object.fromEntries(filled) }
}
