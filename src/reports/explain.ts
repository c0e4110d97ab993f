import type { Issue } from '../kernel/index.ts'
import { minuteIn } from '../vocabulary/index.ts'
import { coded, codedAdvice } from './coded.ts'
import type { Datum, Phrase } from './document.ts'
import { codeDatum, plainDatum, spellPhrase } from './spell.ts'
import { isWordKey, type Locale } from './words/index.ts'

const plain = (text: string): string => text

type Told = { readonly code: string; readonly [datum: string]: unknown }

/**
 * A rejection in words, for the person who was refused. Ids are told as they are, codes in words, instants as day and
 * time in `zone` (UTC unless said). A host's own rejection, which the catalogue has no words for, is told with its
 * data. Throws when the zone is none the host's time zone database knows and there is an instant to tell.
 *
 * @example
 * ```ts
 * import { explainRejection } from 'training-ops/reports'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, 'en') // => '3 people are enrolled; the minimum is 8.'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, 'zh-CN') // => '已报名 3 人，未达最低开班人数 8 人。'
 * explainRejection({ code: 'AttendanceBeforeStart', start: '2026-05-09T08:00:00.000Z' }, 'en', 'Asia/Shanghai') // => 'The session starts only at 2026-05-09 16:00 (Asia/Shanghai).'
 * ```
 */
export const explainRejection = (rejection: Told, locale: Locale, zone = 'UTC'): string => {
  const { code, issues } = rejection
  if (code === 'InvalidCommand' || code === 'InvalidEvent')
    return (issues as readonly Issue[]).map((issue) => explainIssue(issue, locale)).join(' ')
  return inWords(rejection, { words: wordsOf(rejection), coded, locale, zone })
}

/**
 * An advisory in words: something was accepted all the same, and this is what to know about it. Ids, codes and instants
 * are told as in `explainRejection`, a host's own advisory with its data.
 *
 * @example
 * ```ts
 * import { explainAdvisory } from 'training-ops/reports'
 * explainAdvisory({ code: 'MilestonesOpen', milestoneIds: ['m-1', 'm-2'] }, 'en') // => 'Milestones were not reached: m-1, m-2.'
 * explainAdvisory({ code: 'AnalysisLevelMissing', levels: ['task'] }, 'zh-CN') // => '以下分析层面没有依据：任务。'
 * ```
 */
export const explainAdvisory = (advisory: Told, locale: Locale, zone = 'UTC'): string => {
  const key = `advisory.${advisory.code}`
  const words = isWordKey(key) ? key : undefined
  return inWords(advisory, { words, coded: codedAdvice, locale, zone })
}

type Telling = {
  readonly words: Phrase['words'] | undefined
  readonly coded: typeof coded
  readonly locale: Locale
  readonly zone: string
}

const inWords = ({ code, ...data }: Told, { words, coded, locale, zone }: Telling): string => {
  if (words === undefined) return `${code} ${JSON.stringify(data)}`
  const told = Object.entries(data).map(([field, value]) => {
    const prefix = coded[code]?.[field]
    return [
      field,
      prefix === undefined ? datumOf(code, field, value, zone) : codeDatum(value, prefix),
    ] as const
  })
  return spellPhrase({ words, with: Object.fromEntries(told) }, { locale, zone, escape: plain })
}

/** What is wrong with a command, in words: where, and why. */
export const explainIssue = ({ path, code, expected, keys, limit }: Issue, locale: Locale): string =>
  spellPhrase(
    {
      words: `issue.${code}`,
      with: {
        where: path.length === 0 ? '·' : path.map(String).join('.'),
        expected: expected ?? '',
        keys: plainDatum(keys ?? []),
        limit: limit ?? 0,
      },
    },
    { locale, zone: 'UTC', escape: plain },
  )

/** A sentence of its own where a list is empty (`.none`), or where there is nothing to go on from (`.absent`). */
const wordsOf = ({ code, from, ...data }: Told): Phrase['words'] | undefined => {
  const none = `rejection.${code}.none`
  if (isWordKey(none) && Object.values(data).some(isEmpty)) return none
  const absent = `rejection.${code}.absent`
  if (isWordKey(absent) && (from === 'none' || from === 'unknown')) return absent
  const key = `rejection.${code}`
  return isWordKey(key) ? key : undefined
}

const isEmpty = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.values(value).every((part) => part === undefined)

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))

const datumOf = (code: string, field: string, value: unknown, zone: string): Datum => {
  if (code === 'LineWithoutNeed' && Array.isArray(value)) return { list: value.map(standing) }
  const isTime = typeof value === 'string' && !field.endsWith('Id') && isInstant(value)
  return isTime ? `${minuteIn(value, zone)} (${zone})` : plainDatum(value)
}

const standing = ({ needId, status }: { readonly needId: string; readonly status: string }): Datum => ({
  phrase: { words: 'need.standing', with: { needId, status: codeDatum(status) } },
})
