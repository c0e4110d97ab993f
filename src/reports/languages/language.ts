import { placed } from '../told-place.ts'
import type { words } from './en/words.ts'

/** A key of the library's own words, such as `needs.title`. */
export type WordKey = keyof typeof words

/** The same words in another language: none left out, none added. */
export type SameWords<English> = Readonly<Record<keyof English, string>>

/** Kinds of codes that a host may use too: its own rejections, terms, metrics and so on take words here. */
export type CodeKind =
  | 'advisory'
  | 'command'
  | 'criterion'
  | 'definition'
  | 'development'
  | 'form'
  | 'metric'
  | 'note'
  | 'profile'
  | 'quantity'
  | 'rejection'
  | 'role'
  | 'subject'
  | 'term'
  | 'variant'
  | 'variantValue'

type HostWords = { readonly [key: `${CodeKind}.${string}`]: string }

/**
 * A language, as data: every word that a report or an explanation prints. Gaps are `{named}`. `en` and `zhCN` are the
 * library's; `withWords` changes one, or makes another from it.
 */
export type Language = {
  /** A BCP 47 tag, such as `en` or `zh-CN`. */
  readonly tag: string
  /** Which way it is written: `ltr` unless given. */
  readonly direction?: 'ltr' | 'rtl'
  readonly words: Readonly<Record<WordKey, string>> & HostWords
}

/**
 * A language with words of your own. Every word that is not given is that of `base`. So a host changes a term, names
 * its own codes, or brings a third language in one object.
 *
 * @example
 * ```ts
 * import { en, explainRejection, withWords } from 'training-ops/reports'
 * const ours = withWords(en, { words: { 'rejection.MinimumNotReached': 'We need {need} people.', 'rejection.MentorAsleep': '{mentorId} is asleep.' } })
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, ours) // => 'We need 8 people.'
 * explainRejection({ code: 'MentorAsleep', mentorId: 'bob' }, ours) // => 'bob is asleep.'
 * ```
 */
export const withWords = (
  base: Language,
  own: Partial<Omit<Language, 'words'>> & {
    readonly words: Partial<Readonly<Record<WordKey, string>>> & HostWords
  },
): Language =>
  placed('withWords', 'a language, and words', { base, own }, ({ base, own }) =>
    Object.freeze({ ...base, ...own, words: Object.freeze({ ...base.words, ...own.words }) }),
  )

/**
 * The words for a key; the key itself where the language has none.
 *
 * @example
 * ```ts
 * import { en, wordsFor, zhCN } from 'training-ops/reports'
 * wordsFor(en, 'metric.M06') // => 'Completion rate'
 * wordsFor(zhCN, 'metric.M06') // => '课程完成率'
 * ```
 */
export const wordsFor = (language: Language, key: string): string =>
  placed(
    'wordsFor',
    'a language, such as en, and a key',
    { language, key },
    (given) => wordsIn(given.language, given.key) ?? given.key,
  )

/** The words for a key, if the language has any. */
export const wordsIn = (language: Language, key: string): string | undefined => {
  const words: Readonly<Record<string, string>> | undefined = language?.words
  if (words === undefined)
    throw new TypeError(
      `training-ops: a report needs a language object, such as en of training-ops/reports, got ${typeof language === 'string' ? `"${language}"` : typeof language}`,
    )
  return Object.hasOwn(words, key) ? words[key] : undefined
}
