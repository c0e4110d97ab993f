import { type AnonymousAnswer, anonymousBatch } from '../../evaluation/index.ts'
import type { Command } from '../../kernel/index.ts'
import { derivedId, instantInZone } from '../../vocabulary/index.ts'
import type { SurveyLayout } from './layout.ts'

/** One row of an export: the heading of each column, and its cell as text. */
export type SurveyRow = Readonly<Record<string, string>>

/** A cell that could not be read: the row (from 1, without the headings), the column, and why. */
export type BadCell = {
  readonly row: number
  readonly column: string
  readonly code: 'MissingColumn' | 'NotATime' | 'NotAnAnswer' | 'NoRespondent' | 'RespondentTwice'
  readonly cell?: string
}

export type ReadSurvey<C> = {
  readonly commands: readonly C[]
  /** Rows with one of these are left out whole. */
  readonly bad: readonly BadCell[]
}

type Read = {
  readonly row: number
  readonly at: string
  readonly cells: SurveyRow
  readonly answers: readonly { readonly itemId: string; readonly value: number }[]
}

const isWholeNumber = (text: string): boolean => /^-?\d{1,6}$/.test(text)

const readRows = (
  rows: readonly SurveyRow[],
  layout: SurveyLayout,
  zone: string,
): { readonly read: readonly Read[]; readonly bad: readonly BadCell[] } => {
  const { submittedAt, questions, values = {}, blanks = [] } = layout
  const bad: BadCell[] = []
  const read = rows.flatMap((cells, index): Read[] => {
    const row = index + 1
    const faults: BadCell[] = []
    const time = cells[submittedAt]?.trim()
    const at = time === undefined ? undefined : instantInZone(time, zone)
    if (time === undefined) faults.push({ row, column: submittedAt, code: 'MissingColumn' })
    else if (at === undefined) faults.push({ row, column: submittedAt, code: 'NotATime', cell: time })
    const answers = Object.entries(questions).flatMap(([column, itemId]) => {
      const cell = cells[column]?.trim()
      if (cell === undefined) {
        faults.push({ row, column, code: 'MissingColumn' })
        return []
      }
      if (cell === '' || blanks.includes(cell)) return []
      if (Object.hasOwn(values, cell)) return [{ itemId, value: values[cell] as number }]
      if (isWholeNumber(cell)) return [{ itemId, value: Number(cell) }]
      faults.push({ row, column, code: 'NotAnAnswer', cell })
      return []
    })
    bad.push(...faults)
    return faults.length > 0 || at === undefined ? [] : [{ row, at, cells, answers }]
  })
  return { read, bad }
}

/** Reading the rows of a survey that asks each respondent about themself. */
export type SurveyReading = {
  readonly administrationId: string
  readonly layout: SurveyLayout
  /** The zone the tool writes its times in: `Asia/Shanghai`. */
  readonly zone: string
}

/**
 * The rows of a survey tool's export as `SubmitResponse` commands: 问卷星, 腾讯问卷, 雨课堂, or any other. A row is an object
 * of text cells under their headings, as CSV readers give it; `layout` says which heading is which item. Left out: the
 * respondent's own number has to be a column of the survey. Empty cells are questions left out. Importing a file twice
 * changes nothing: the id of a command is made of the administration and the respondent.
 *
 * Result: a command for each row that could be read, and each cell that could not, with its row and column. Rules of the
 * administration (was the respondent invited, is the window open) are the decision's, when the command is carried out.
 *
 * @example
 * ```ts
 * import { fiveSteps, responsesFromRows, surveyColumns } from 'training-ops/interop'
 * const { commands, bad } = responsesFromRows(
 *   [
 *     { 提交答卷时间: '2026/3/3 9:05:00', 工号: 'p017', '1、讲师水平': '非常满意' },
 *     { 提交答卷时间: '2026/3/3 9:06:00', 工号: 'p018', '1、讲师水平': '还行' },
 *   ],
 *   {
 *     administrationId: 'a-1',
 *     zone: 'Asia/Shanghai',
 *     layout: { ...surveyColumns.wenjuanxing, respondent: '工号', questions: { '1、讲师水平': 'trainer' }, values: fiveSteps },
 *   },
 * )
 * commands.map(({ data }) => data.at) // => ['2026-03-03T01:05:00.000Z']
 * bad // => [{ row: 2, column: '1、讲师水平', code: 'NotAnAnswer', cell: '还行' }]
 * ```
 */
export const responsesFromRows = (
  rows: readonly SurveyRow[],
  { administrationId, layout, zone }: SurveyReading,
): ReadSurvey<Command<'SubmitResponse', SubmittedRow>> => {
  const { read, bad } = readRows(rows, layout, zone)
  const column = layout.respondent ?? ''
  const faults: BadCell[] = []
  const seen = new Set<string>()
  const commands = read.flatMap(({ row, at, cells, answers }) => {
    const respondentId = cells[column]?.trim() ?? ''
    if (respondentId === '') faults.push({ row, column, code: 'NoRespondent' })
    else if (seen.has(respondentId)) faults.push({ row, column, code: 'RespondentTwice', cell: respondentId })
    if (respondentId === '' || seen.has(respondentId)) return []
    seen.add(respondentId)
    return [
      {
        type: 'SubmitResponse' as const,
        data: { at, administrationId, respondentId, learnerId: respondentId, answers, brokenOff: false },
        metadata: { commandId: derivedId(administrationId, respondentId, 'imported') },
      },
    ]
  })
  return { commands, bad: [...bad, ...faults].sort((a, b) => a.row - b.row) }
}

export type SubmittedRow = {
  readonly at: string
  readonly administrationId: string
  readonly respondentId: string
  readonly learnerId: string
  readonly answers: Read['answers']
  readonly brokenOff: boolean
}

/**
 * The same of an anonymous survey, as the commands of one `anonymousBatch`: give each row a random key (`keyOf`, at least
 * 16 characters, from your own source of chance; the tool's serial number 序号 tells who came first). Redeem as many
 * invitations before.
 *
 * @example
 * ```ts
 * import { anonymousResponsesFromRows, surveyColumns } from 'training-ops/interop'
 * const keys = ['f3b1c09a77e24d51', '07cc2ab94e1f8a36']
 * const { commands } = anonymousResponsesFromRows(
 *   [
 *     { 提交答卷时间: '2026-03-03 09:05:00', Q1: '5' },
 *     { 提交答卷时间: '2026-03-03 09:06:00', Q1: '2' },
 *   ],
 *   {
 *     administrationId: 'a-1',
 *     zone: 'Asia/Shanghai',
 *     layout: { ...surveyColumns.wenjuanxing, questions: { Q1: 'clear' } },
 *     keyOf: (row) => keys[row - 1] ?? '',
 *   },
 * )
 * commands.map(({ metadata }) => metadata.commandId) // => ['a-1.07cc2ab94e1f8a36', 'a-1.f3b1c09a77e24d51']
 * ```
 */
export const anonymousResponsesFromRows = (
  rows: readonly SurveyRow[],
  { administrationId, layout, zone, keyOf }: SurveyReading & { readonly keyOf: (row: number) => string },
): ReadSurvey<Command<'SubmitAnonymousResponse'>> => {
  const { read, bad } = readRows(rows, layout, zone)
  const answers = read.map(
    ({ row, at, answers }): AnonymousAnswer => ({ at, administrationId, responseId: keyOf(row), answers }),
  )
  return { commands: anonymousBatch(answers), bad }
}
