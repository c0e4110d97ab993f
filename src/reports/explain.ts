import type { Issue } from '../kernel/index.ts'
import type { Phrase } from './document.ts'
import { plainDatum, spellPhrase } from './spell.ts'
import { isWordKey, type Locale } from './words/index.ts'

const plain = (text: string): string => text

const reading = (locale: Locale) => ({ locale, zone: 'UTC', escape: plain })

/**
 * A rejection in words, for the person who was refused. A host's own code, which the catalogue has no words for,
 * is told with its data.
 *
 * @example
 * ```ts
 * import { explainRejection } from 'training-ops/reports'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, 'en') // => '3 people are enrolled; the minimum is 8.'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, 'zh-CN') // => '已报名 3 人，未达最低开班人数 8 人。'
 * ```
 */
export const explainRejection = (
  { code, ...data }: { readonly code: string; readonly [datum: string]: unknown },
  locale: Locale,
): string => {
  if (code === 'InvalidCommand' || code === 'InvalidEvent')
    return (data.issues as readonly Issue[]).map((issue) => explainIssue(issue, locale)).join(' ')
  const key = `rejection.${code}`
  return isWordKey(key) ? spellPhrase(phrase(key, data), reading(locale)) : `${code} ${JSON.stringify(data)}`
}

/** What is wrong with a command, in words: where, and why. */
export const explainIssue = ({ path, code, expected, keys, limit }: Issue, locale: Locale): string => {
  const where = path.length === 0 ? '·' : path.map(String).join('.')
  return spellPhrase(
    phrase(`issue.${code}`, { where, expected: expected ?? '', keys: keys ?? [], limit: limit ?? 0 }),
    reading(locale),
  )
}

const phrase = (words: Phrase['words'], data: Readonly<Record<string, unknown>>): Phrase => ({
  words,
  with: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plainDatum(value)])),
})
