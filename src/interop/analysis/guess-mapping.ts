/** Proposes a mapping for a sheet nobody has described. */
import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf, wholeNumberIn } from '../surveys/cell.ts'
import { guessLayout } from '../surveys/guess.ts'
import { no, readSheet, type SurveySheet, yes } from '../surveys/read.ts'
import type { ColumnMeaning, SummaryMapping } from './mapping.ts'
import { controlTexts, trainedTexts } from './summarise.ts'

/** A mapping to be looked at before it is used. */
export type GuessedMapping = {
  readonly mapping: SummaryMapping
  /** The columns that a person has to check, or that were not understood. */
  readonly unclear: readonly string[]
}

const groupNames =
  /^(?:\d+[、.]\s*)?(?:您的|所在)?(?:部门|班级|组别|岗位|department|team|group|class|unit|region)[:：?？]?$/i
/** Headings of ids, beside those that a respondent's column is known by. */
const personNames = /^(?:id|employee|person|learner|staff|member|respondent)\b|工号|编号|学号/i
const before = /(?:^|[^a-z])(?:pre|before|baseline)(?:[^a-z]|$)|pre-?test|前测|训前|培训前/i
const after = /(?:^|[^a-z])(?:post|after)(?:[^a-z]|$)|post-?test|后测|训后|培训后/i
const recommends = /recommend|nps|推荐/i
const passes = /pass|通过|及格/i
const completes = /complet|finish|完成|结业/i
const earns = /benefit|saving|收益|节省/i
const costs = /cost|expense|费用|成本/i
// Headings are other people's words: what this library calls a test has many names.
const scores = /test|score|grade|qui[z]|exa[m]|mark|测|成绩|得分|分数|考/i
/** Texts that only a column of who was trained holds; 1 and 0, yes and no are of other questions too. */
const armTexts = [trainedTexts, controlTexts].map(
  (texts) => new Set([...texts].filter((text) => text.length > 1 && !yes.has(text) && !no.has(text))),
)
const counts: readonly (readonly [RegExp, (ColumnMeaning & { is: 'count' })['of']])[] = [
  [/invit|受邀|邀请/i, 'invited'],
  [/answered|respond|回复|答卷|填写/i, 'answered'],
  [/enrol|started|participants|报名|参训人数/i, 'ended'],
  [completes, 'completed'],
  [/assessed|took the test|sat |参考|应考/i, 'assessed'],
  [passes, 'passed'],
]
/** Marks of questions that are worded the other way: `I felt lost (R)`. */
const reversed = /\((?:R|reversed?|反向题?)\)|_r(?:ev)?$|反向/i
const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\beur\b|欧元/i, 'EUR'],
  [/£|\bgbp\b|英镑/i, 'GBP'],
  [/\$|\busd\b|美元/i, 'USD'],
  [/¥|\bcny\b|\brmb\b|元/i, 'CNY'],
]
/** Decimals behind a comma, and no comma that may stand between thousands. */
const isDecimalComma = (texts: readonly string[]): boolean => {
  const bare = texts.map((text) => text.replace(/[^\d.,]/g, ''))
  return bare.some((text) => /,\d{1,2}$/.test(text)) && bare.every((text) => /^[\d.]*(?:,\d+)?$/.test(text))
}
const mostLooked = 500

/** The test a score is of: its heading without the word that says when. */
const testOf = (heading: string): string =>
  plainText(
    heading
      .replace(before, ' ')
      .replace(after, ' ')
      .replace(/[_\s-]+/g, ' '),
  ) || 'test'

const writtenIn = (numbers: readonly number[]): 'percent' | 'fraction' =>
  numbers.every((one) => one <= 1) ? 'fraction' : 'percent'

/**
 * Proposes a mapping for `summarise`: scales with the ends that the answers show, options, numbers, scores before and after, outcomes,
 * counts, money, who was trained, groups and persons, by headings and cells. Look at it before it is used: a scale may be longer than its
 * answers, a question is taken for reversed only where its heading says `(R)` or 反向, and whether people or teams were assigned no sheet says.
 *
 * @example
 * ```ts
 * import { guessMapping } from 'training-ops/interop'
 * const rows = Array.from({ length: 12 }, (_, at) => ({ Department: at % 2 ? 'A' : 'B', Clear: String(1 + (at % 5)), 'Pre-test': 40 + at, 'Post-test': 60 + at }))
 * const { mapping } = guessMapping(rows)
 * mapping.columns.Clear // => { is: 'scale', min: 1, max: 5 }
 * mapping.columns.Department // => { is: 'group' }
 * mapping.columns['Post-test'] // => { is: 'score', test: 'test', when: 'after', written: 'percent' }
 * ```
 */
export const guessMapping = (rows: SurveySheet): GuessedMapping =>
  needing('guessMapping', 'rows as a spreadsheet has them', () => {
    const { layout } = guessLayout(rows, { zone: 'UTC' })
    const read = readSheet(rows, layout)
    const columns: Record<string, ColumnMeaning> = {}
    const unclear: string[] = []
    const cellsOf = (heading: string) =>
      (read?.rows ?? []).slice(0, mostLooked).flatMap((cells) => {
        const cell = cells?.get(plainText(heading))
        const text = textOf(cell) ?? ''
        return text === '' ? [] : [{ cell, text }]
      })
    if (layout.respondent !== undefined) columns[layout.respondent] = { is: 'person' }
    for (const [heading, named] of Object.entries(layout.questions)) {
      const question = typeof named === 'string' ? { itemId: named } : named
      const meaning = meaningOf(heading, question, cellsOf(heading))
      const isSecond =
        (meaning?.is === 'group' || meaning?.is === 'person') &&
        Object.values(columns).some(({ is }) => is === meaning.is)
      if (meaning === undefined) unclear.push(heading)
      else columns[heading] = isSecond ? { is: 'choice' } : meaning
      if (meaning?.is === 'scale' || meaning?.is === 'arm') unclear.push(heading)
    }
    return {
      mapping: {
        columns,
        ...given({ headings: layout.headings }),
        blanks: [...(layout.blanks ?? []), ...(layout.skipped ?? [])],
      },
      unclear,
    }
  })

type Looked = readonly { readonly cell: unknown; readonly text: string }[]
type Question = ReturnType<typeof guessLayout>['layout']['questions'][string]

const meaningOf = (
  heading: string,
  question: Exclude<Question, string>,
  cells: Looked,
): ColumnMeaning | undefined => {
  if (cells.length === 0) return undefined
  const texts = cells.map(({ text }) => text.toLowerCase())
  const decimal = isDecimalComma(texts) ? ({ decimalMark: ',' } as const) : {}
  const signed = currencies.find(([sign]) => sign.test(heading) || texts.some((text) => sign.test(text)))
  const currency = signed?.[1] ?? 'CNY'
  const numbers = cells.flatMap(({ cell, text }) => {
    const found = decimalIn(cell, text, { units: ['%', currency, '¥', '€', '$', '£', '元'], ...decimal })
    return found === undefined ? [] : [found.number / 10 ** found.decimals]
  })
  const areNumbers = numbers.length >= cells.length * 0.95
  const lower = new Set(texts)
  const isArm = armTexts.every((known) => [...lower].some((text) => known.has(text)))
  if (isArm && [...lower].every((text) => armTexts.some((known) => known.has(text)))) return { is: 'arm' }
  if (groupNames.test(plainText(heading))) return { is: 'group' }
  if (personNames.test(plainText(heading)) && new Set(texts).size > texts.length * 0.9)
    return { is: 'person' }
  const isYesOrNo = texts.every((text) => yes.has(text) || no.has(text))
  if (isYesOrNo && passes.test(heading)) return { is: 'outcome', of: 'passed' }
  if (isYesOrNo && completes.test(heading)) return { is: 'outcome', of: 'completed' }
  const when = before.test(heading) ? 'before' : after.test(heading) ? 'after' : undefined
  const test = testOf(heading)
  const isScore = test === 'test' || scores.test(heading) || texts.some((text) => text.endsWith('%'))
  if (when !== undefined && areNumbers && !isScore) return { is: 'measure', of: test, when, ...decimal }
  if (when !== undefined && areNumbers && numbers.every((one) => one >= 0 && one <= 100))
    return { is: 'score', test, when, written: writtenIn(numbers), ...decimal }
  const isCount = areNumbers && numbers.every(Number.isInteger) && numbers.some((one) => one > 10)
  const count = isCount ? counts.find(([name]) => name.test(heading)) : undefined
  if (count !== undefined) return { is: 'count', of: count[1] }
  const is = earns.test(heading) ? 'benefit' : costs.test(heading) ? 'cost' : undefined
  if (is !== undefined && areNumbers) return { is, currency, ...decimal }
  switch (question.kind) {
    case undefined:
    case 'scale': {
      const values = 'values' in question ? question.values : undefined
      const all = cells.flatMap(({ text }) => wholeNumberIn(text) ?? values?.[text] ?? [])
      const [low, high] = [Math.min(...all), Math.max(...all)]
      if (recommends.test(heading) && low >= 0 && high <= 10) return { is: 'recommendation' }
      const ends =
        values !== undefined || (low >= 1 && high <= 5)
          ? { min: 1, max: 5 }
          : low >= 1 && high <= 7
            ? { min: 1, max: 7 }
            : { min: Math.min(0, low), max: Math.max(10, high) }
      return { is: 'scale', ...ends, ...(reversed.test(heading) && { reversed: true }), ...given({ values }) }
    }
    case 'choice':
      return { is: 'choice' }
    case 'choices':
      return { is: 'choices', ...given({ separator: question.separator }) }
    case 'number': {
      const unit = question.units?.[0]
      return { is: 'number', ...given({ unit }) }
    }
    default:
      return undefined
  }
}
