import type { Issue } from '../kernel/index.ts'
import { minuteIn } from '../vocabulary/index.ts'
import type { Datum } from './document.ts'
import { codeDatum, formatKey, plainDatum } from './format.ts'
import { type Language, wordsIn } from './languages/language.ts'
import { advisoryCodeFields, rejectionCodeFields } from './rejection-code-fields.ts'
import { placed } from './told-place.ts'

const plain = (text: string): string => text
const asked = 'a language and a zone'

/** A row of a table that could not be taken in, as the readers of `training-ops/interop` name it. */
export type RefusedRow = {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly cell?: string
}

type Explainable = { readonly code: string; readonly [datum: string]: unknown }

/**
 * A rejection in words, for the person who was refused. Ids are told as they are, codes in words, instants as day and
 * time in `zone` (UTC unless said). A host's own rejection, which the catalog has no words for, is told with its
 * data. Throws when the zone is none the host's time zone database knows and there is an instant to tell.
 *
 * @example
 * ```ts
 * import { en, explainRejection, zhCN } from 'training-ops/reports'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, en) // => '3 people are enrolled; the minimum is 8.'
 * explainRejection({ code: 'MinimumNotReached', have: 3, need: 8 }, zhCN) // => '已报名 3 人，未达最低开班人数 8 人。'
 * explainRejection({ code: 'AttendanceBeforeStart', start: '2026-05-09T08:00:00.000Z' }, en, 'Asia/Shanghai') // => 'The session starts only at 2026-05-09 16:00 (Asia/Shanghai).'
 * ```
 */
export const explainRejection = (rejection: Explainable, language: Language, zone = 'UTC'): string =>
  placed('explainRejection', `a rejection, ${asked}`, { rejection, language, zone }, (given) => {
    const { rejection, language, zone } = given
    const { code, issues } = rejection
    if (code === 'InvalidCommand' || code === 'InvalidEvent')
      return (issues as readonly Issue[]).map((issue) => explainIssue(issue, language)).join(' ')
    return inWords(rejection, { key: keyOf(rejection, language), rejectionCodeFields, language, zone })
  })

/**
 * An advisory in words: something was accepted all the same, and this is what to know about it. Ids, codes and instants
 * are told as in `explainRejection`, a host's own advisory with its data.
 *
 * @example
 * ```ts
 * import { en, explainAdvisory, zhCN } from 'training-ops/reports'
 * explainAdvisory({ code: 'MilestonesOpen', milestoneIds: ['m-1', 'm-2'] }, en) // => 'Milestones were not reached: m-1, m-2.'
 * explainAdvisory({ code: 'AnalysisLevelMissing', levels: ['task'] }, zhCN) // => '以下分析层面没有依据：任务。'
 * ```
 */
export const explainAdvisory = (advisory: Explainable, language: Language, zone = 'UTC'): string =>
  placed(
    'explainAdvisory',
    `an advisory, ${asked}`,
    { advisory, language, zone },
    ({ advisory, ...reader }) =>
      inWords(advisory, {
        key: `advisory.${advisory.code}`,
        rejectionCodeFields: advisoryCodeFields,
        ...reader,
      }),
  )

type Telling = {
  readonly key: string
  readonly rejectionCodeFields: typeof rejectionCodeFields
  readonly language: Language
  readonly zone: string
}

const inWords = (
  { code, ...data }: Explainable,
  { key, rejectionCodeFields, language, zone }: Telling,
): string => {
  if (wordsIn(language, key) === undefined) return `${code} ${JSON.stringify(data)}`
  const gaps = Object.entries(data).map(([field, value]) => {
    const prefix = rejectionCodeFields[code]?.[field]
    return [
      field,
      prefix === undefined ? datumOf(code, field, value, zone) : codeDatum(value, prefix),
    ] as const
  })
  return formatKey(key, Object.fromEntries(gaps), { language, zone, escape: plain })
}

/** Another sentence where nothing is known to be expected (`.any`), or where a near name is (`.near`). */
const issueKeyOf = ({ code, expected }: Issue, language: Language): string => {
  const key = `issue.${code}`
  const has = (kind: string) => wordsIn(language, `${key}.${kind}`) !== undefined
  const isUnknownForm = code === 'BadFormat' && wordsIn(language, `form.${expected}`) === undefined
  if (has('any') && (expected === undefined || expected === '' || isUnknownForm)) return `${key}.any`
  return expected !== undefined && has('near') ? `${key}.near` : key
}

/**
 * An issue of a command in words: its place and its reason.
 *
 * @example
 * ```ts
 * import { en, explainIssue } from 'training-ops/reports'
 * explainIssue({ path: ['capacity', 'max'], code: 'WrongType', expected: 'number' }, en) // => 'capacity.max: wrong type (expected: a number).'
 * ```
 */
export const explainIssue = (issue: Issue, language: Language): string =>
  placed('explainIssue', 'an issue and a language', { issue, language }, ({ issue, language }) => {
    const { path, expected = '', keys, limit } = issue
    return formatKey(
      issueKeyOf(issue, language),
      {
        where: path.length === 0 ? '·' : path.map(String).join('.'),
        expected: { code: expected, of: 'form' },
        keys: plainDatum(keys ?? []),
        limit: limit ?? 0,
      },
      { language, zone: 'UTC', escape: plain },
    )
  })

/**
 * A row of a table that was refused, in words: its number, the column and the reason; with the cell, where it could not be read.
 * A reason without words is told as it is.
 *
 * @example
 * ```ts
 * import { en, explainRefusedRow, zhCN } from 'training-ops/reports'
 * explainRefusedRow({ row: 3, column: 'certificate', code: 'SerialTaken' }, en) // => 'Row 3, certificate: another certificate has this serial number.'
 * explainRefusedRow({ row: 2, column: '完成日期', code: 'NotATime', cell: '去年春天' }, zhCN) // => '第 2 行，完成日期：读不出日期或时间。（去年春天）'
 * ```
 */
export const explainRefusedRow = (refused: RefusedRow, language: Language): string =>
  placed('explainRefusedRow', 'a refused row and a language', { refused, language }, (given) => {
    const { row, column, code, cell } = given.refused
    const reading = { language: given.language, zone: 'UTC', escape: plain }
    const key = `row.${code}`
    if (wordsIn(given.language, key) === undefined) return `${row}, ${column}: ${code}`
    const said = formatKey(key, { row, column: column || '·' }, reading)
    return cell === undefined ? said : said + formatKey('row.cell', { cell }, reading)
  })

/**
 * A sentence of its own where a list is empty (`.none`), where there is nothing to go on from (`.absent`), or where one field
 * is in the way (`.field`).
 */
const keyOf = ({ code, from, ...data }: Explainable, language: Language): string => {
  const key = `rejection.${code}`
  const has = (kind: string) => wordsIn(language, `${key}.${kind}`) !== undefined
  if (has('none') && Object.values(data).some(isEmpty)) return `${key}.none`
  if (has('absent') && (from === 'none' || from === 'unknown')) return `${key}.absent`
  if (has('field') && typeof data.field === 'string') return `${key}.field`
  return key
}

const isEmpty = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.values(value).every((part) => part === undefined)

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))

const datumOf = (code: string, field: string, value: unknown, zone: string): Datum => {
  if (code === 'LineWithoutNeed' && Array.isArray(value)) return { list: value.map(needWithStatus) }
  const isTime = typeof value === 'string' && !field.endsWith('Id') && isInstant(value)
  return isTime ? `${minuteIn(value, zone)} (${zone})` : plainDatum(value)
}

const needWithStatus = ({ needId, status }: { readonly needId: string; readonly status: string }): Datum => ({
  phrase: { words: 'need.status', with: { needId, status: codeDatum(status) } },
})
