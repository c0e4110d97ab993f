/** Reads the rows of a survey tool's export. Every row is an answer, or is told with its column and the reason. */

import type { GivenAnswer } from '../../evaluation/index.ts'
import { given } from '../../vocabulary/index.ts'
import { decimalIn, plainText, textOf, wholeNumberIn, writtenText } from './cell.ts'
import { headingSeparator, type RowFilter, type SurveyLayout, type SurveyQuestion } from './layout.ts'
import { type DateOrder, dateOrderIn, surveyTime } from './time.ts'

/** A row under its headings, as readers of CSV give it. */
export type SurveyRow = Readonly<Record<string, unknown>>

/** A sheet: rows under their headings, or rows of cells with the headings on top. */
export type SurveySheet = readonly SurveyRow[] | readonly (readonly unknown[])[]

/** A cell that could not be read: the row (from 1, without the headings), the column, and why. */
export type BadCell = {
  readonly row: number
  readonly column: string
  readonly code:
    | 'NotASheet'
    | 'UnreadableRow'
    | 'MissingColumn'
    | 'ColumnTwice'
    | 'NotATime'
    | 'NoDateOrder'
    | 'NotAnAnswer'
    | 'NotAnOption'
    | 'TooLong'
    | 'ItemTwice'
    | 'NoRespondent'
    | 'NotAnId'
    | 'NoKey'
    | 'RespondentTwice'
    | 'UnknownRespondent'
    | 'NotAnItem'
    | 'AnswerDoesNotFit'
  readonly cell?: string
}

/** A row that was left out on purpose. */
export type RowLeftOut = { readonly row: number; readonly because: RowFilter['because'] | 'emptyRow' }

/** The answers of one row. */
export type SurveyResponse = {
  readonly row: number
  /** When it was handed in. */
  readonly at: string
  /** As the sheet has it; none where the layout names no column. */
  readonly respondent?: string
  readonly answers: readonly GivenAnswer[]
  /** Items the survey jumped over: nobody asked this person. */
  readonly notAsked: readonly string[]
  /** Items that were left empty. */
  readonly leftEmpty: readonly string[]
}

export type ReadSurvey = {
  readonly responses: readonly SurveyResponse[]
  /** Rows with one of these are left out whole. */
  readonly bad: readonly BadCell[]
  readonly leftOut: readonly RowLeftOut[]
}

type Fault = { readonly code: BadCell['code']; readonly cell?: string }
type Found = { readonly answer: unknown } | 'empty' | 'skipped' | Fault

const mostRows = 1_000_000
const mostTold = 200

const cellOf = (cell: unknown): { readonly cell?: string } => {
  const text =
    textOf(cell) ?? (cell instanceof Date && Number.isFinite(cell.getTime()) ? cell.toISOString() : '')
  return text === '' ? {} : { cell: text.slice(0, mostTold) }
}

type Lookup<Value> = ReadonlyMap<string, Value>
const lookupOf = <Value>(values: Readonly<Record<string, Value>>): Lookup<Value> =>
  new Map(Object.entries(values).map(([text, value]) => [plainText(text), value]))
const setOf = (texts: readonly (string | number | boolean)[]): ReadonlySet<string> =>
  new Set(texts.map((text) => textOf(text) ?? ''))

const separators = ['┋', ';', '；', '\n', '|', ',', '，', '、'].map((one) => plainText(one) || one)

/** The options of a cell: the whole cell where it is one, else split where every part is one. */
const optionsIn = (
  raw: unknown,
  text: string,
  options: Lookup<string>,
  separator?: string,
): readonly string[] | undefined => {
  const whole = options.get(text)
  if (whole !== undefined) return [whole]
  const written = typeof raw === 'string' ? raw : text
  for (const between of separator === undefined ? separators : [separator]) {
    const parts = written
      .split(between)
      .map(plainText)
      .filter((part) => part !== '')
    const found = parts.map((part) => options.get(part))
    if (parts.length > 0 && found.every((one) => one !== undefined)) return [...new Set(found as string[])]
  }
  return undefined
}

type Reader = (cell: unknown, text: string) => unknown

const yes = setOf(['1', 'yes', 'true', 'y', 'checked', '是', '√', '✓', '选中', 'x'])
const no = setOf(['0', 'no', 'false', 'n', 'unchecked', 'not selected', '否', '未选中'])

/** A column of one option: chosen, not chosen, or neither of the two. */
const optionReader = (question: SurveyQuestion & { kind: 'option' }, column: string): Reader => {
  const chosen = setOf(question.chosen ?? [])
  const name = plainText(column.split(headingSeparator).at(-1) ?? '').toLowerCase()
  return (_cell, text) => {
    if (chosen.size > 0) return chosen.has(text) ? true : no.has(text.toLowerCase()) ? false : undefined
    const lower = text.toLowerCase()
    if (yes.has(lower) || lower === name) return true
    return no.has(lower) ? false : undefined
  }
}

const readerOf = (question: SurveyQuestion, column: string, all: Lookup<number>): Reader => {
  switch (question.kind) {
    case 'choice': {
      const options = lookupOf(question.options)
      return (_cell, text) => options.get(text)
    }
    case 'choices':
    case 'ranking': {
      const options = lookupOf(question.options)
      return (cell, text) => optionsIn(cell, text, options, question.separator)
    }
    case 'option':
      return optionReader(question, column)
    case 'rank':
      return (_cell, text) => {
        const rank = wholeNumberIn(text)
        return rank !== undefined && rank >= 1 ? rank : undefined
      }
    case 'text':
      return (cell) => {
        const written = writtenText(cell)
        return written !== undefined && written.length > longestAnswer ? tooLong : written
      }
    case 'number':
      return (_cell, text) => decimalIn(text)
    default:
      return (_cell, text) => all.get(text) ?? wholeNumberIn(text)
  }
}

/** The longest text of an open question. */
const longestAnswer = 4000
const tooLong = Symbol('TooLong')

const optionKinds: ReadonlySet<string | undefined> = new Set(['choice', 'choices', 'option', 'ranking'])

/** Columns of one item make one answer together where each is of an option of its own. */
const sharesItsItem = (one: SurveyQuestion, other: SurveyQuestion): boolean =>
  (one.kind === 'option' && other.kind === 'option' && one.option !== other.option) ||
  (one.kind === 'rank' && other.kind === 'rank' && one.option !== other.option)

type Column = {
  readonly heading: string
  readonly key: string
  readonly question: SurveyQuestion
  readonly find: (cell: unknown) => Found
}

const columnsOf = (layout: SurveyLayout): readonly Column[] => {
  const all = lookupOf(layout.values ?? {})
  const skipped = setOf(layout.skipped ?? [])
  const empty = setOf(layout.blanks ?? [])
  const questions = Object.entries(layout.questions).map(
    ([heading, named]): readonly [string, SurveyQuestion] => [
      heading,
      typeof named === 'string' ? { itemId: named } : named,
    ],
  )
  return questions.map(([heading, question]): Column => {
    const read = readerOf(question, heading, all)
    const own = setOf(question.blanks ?? [])
    const values = lookupOf('values' in question ? (question.values ?? {}) : {})
    const code = optionKinds.has(question.kind) ? 'NotAnOption' : 'NotAnAnswer'
    const find = (cell: unknown): Found => {
      const text = textOf(cell)
      if (text === undefined) return { code, ...cellOf(cell) }
      const known = values.get(text) // a number that codes "no answer" elsewhere may be an answer here
      if (known !== undefined) return { answer: known }
      if (skipped.has(text)) return 'skipped'
      if (text === '' || empty.has(text) || own.has(text)) return 'empty'
      const answer = read(cell, text)
      if (answer === tooLong) return { code: 'TooLong', ...cellOf(cell) }
      return answer === undefined ? { code, ...cellOf(cell) } : { answer }
    }
    const others = questions.filter(([, one]) => one.itemId === question.itemId && one !== question)
    const isTwice = others.some(([, one]) => !sharesItsItem(question, one))
    return {
      heading,
      key: plainText(heading),
      question,
      find: isTwice ? () => ({ code: 'ItemTwice' }) : find,
    }
  })
}

type Named = { readonly heading: string; readonly key: string }

/** A column that bears one name, or one of several. */
const namesOf = (column: string | readonly string[]): readonly Named[] =>
  (typeof column === 'string' ? [column] : column).map((heading) => ({ heading, key: plainText(heading) }))

/** The cells of a row by heading. */
type Cells = {
  readonly has: (key: string) => boolean
  readonly get: (key: string) => unknown
  readonly keys: () => readonly string[]
}
type Sheet = { readonly rows: readonly (Cells | undefined)[]; readonly twice: ReadonlySet<string> }

/** The value that is read; `undefined` where it cannot be. A hostile row or sheet may throw at any look at it. */
const attempt = <Read>(read: () => Read | undefined): Read | undefined => {
  try {
    return read()
  } catch {
    return undefined // told as UnreadableRow or NotASheet
  }
}

/** How rows of cells are read under the headings on top. */
const cellsUnder = (headings: readonly string[]) => {
  const placeOf = new Map(headings.map((heading, at) => [heading, at]))
  const cell = (row: readonly unknown[], at: number | undefined) => (at === undefined ? undefined : row[at])
  return (row: unknown): Cells | undefined =>
    Array.isArray(row)
      ? {
          has: (key) => placeOf.has(key),
          get: (key) => cell(row, placeOf.get(key)),
          keys: () => headings,
        }
      : undefined
}

const isRecord = (row: unknown): row is Record<string, unknown> =>
  typeof row === 'object' && row !== null && !Array.isArray(row) && !(row instanceof Date)

/** How rows under their headings are read: what a heading is spelled like in one row, it mostly is in all. */
const cellsByHeading = () => {
  const spelled = new Map<string, string>()
  const spellingIn = (row: Record<string, unknown>, key: string): string | undefined => {
    const usual = spelled.get(key)
    if (usual !== undefined && Object.hasOwn(row, usual)) return usual
    const found = Object.keys(row).find((heading) => plainText(heading) === key)
    if (found !== undefined && spelled.size < 100_000) spelled.set(key, found)
    return found
  }
  return (row: unknown): Cells | undefined =>
    isRecord(row)
      ? {
          has: (key) => spellingIn(row, key) !== undefined,
          get: (key) => row[spellingIn(row, key) ?? ''],
          keys: () => Object.keys(row).map(plainText),
        }
      : undefined
}

/** The headings of a sheet whose first rows are headings; a blank one of several takes what stands to its left. */
const headingsOf = (rows: readonly unknown[], naming: readonly number[]): readonly string[] => {
  const lines = naming.map((at) => {
    const row = rows[at - 1]
    return Array.isArray(row) ? Array.from(row.slice(0, 20_000), (cell) => textOf(cell) ?? '') : []
  })
  const width = Math.max(0, ...lines.map((line) => line.length))
  let above = ''
  return Array.from({ length: width }, (_, at) => {
    const [first = '', ...below] = lines.map((line) => line[at] ?? '')
    if (lines.length === 1) return first
    above = first === '' ? above : first
    return plainText([above, ...below].filter((part) => part !== '').join(headingSeparator))
  })
}

/** A sheet as rows of cells by heading; `undefined` where it is none. */
export const readSheet = (sheet: unknown, layout: Pick<SurveyLayout, 'headings'>): Sheet | undefined =>
  attempt(() => sheetOf(sheet, layout))

const sheetOf = (
  sheet: unknown,
  { headings = { rows: 1, naming: [1] } }: Pick<SurveyLayout, 'headings'>,
): Sheet | undefined => {
  if (!Array.isArray(sheet) || sheet.length > mostRows) return undefined
  const first: unknown = sheet[0]
  if (Array.isArray(first)) {
    const names = headingsOf(sheet.slice(0, headings.rows), headings.naming)
    const twice = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))
    return { rows: Array.from(sheet.slice(headings.rows), cellsUnder(names)), twice }
  }
  // A reader of CSV has taken the first row of headings: the others come as rows.
  return { rows: Array.from(sheet.slice(headings.rows - 1), cellsByHeading()), twice: new Set() }
}

/** The order of day and month, where some row of the sheet can be read in one way only and none contradicts it. */
const orderShown = ({ rows }: Sheet, columns: readonly Named[]): DateOrder | undefined => {
  const cells = rows.flatMap((cells) => {
    const cell = attempt(() => cells?.get(columns.find(({ key }) => cells.has(key))?.key ?? ''))
    return typeof cell === 'string' && cell.length < 40 ? [cell] : []
  })
  const order = dateOrderIn(cells)
  return order === 'unclear' ? undefined : order
}

type Part = { readonly question: SurveyQuestion; readonly answer: unknown }

/** The answer that the columns of one item make together. */
const answerOf = (parts: readonly [Part, ...Part[]]): GivenAnswer => {
  const [{ question, answer }] = parts
  const { itemId } = question
  switch (question.kind) {
    case 'choice':
      return { itemId, kind: 'choice', option: answer as string }
    case 'choices':
    case 'ranking':
      return { itemId, kind: question.kind, options: answer as string[] }
    case 'option':
      return { itemId, kind: 'choices', options: parts.filter((part) => part.answer === true).map(optionOf) }
    case 'rank': {
      const inOrder = [...parts].sort((a, b) => (a.answer as number) - (b.answer as number))
      return { itemId, kind: 'ranking', options: inOrder.map(optionOf) }
    }
    case 'text':
      return { itemId, kind: 'text', text: answer as string }
    case 'number':
      return { itemId, kind: 'number', ...(answer as { number: number; decimals: number }) }
    default:
      return { itemId, value: answer as number }
  }
}

/** The option that a column of its own stands for. */
const optionOf = ({ question }: Part): string => ('option' in question ? question.option : '')

/** The answers of a row, those of several columns brought together by their item. */
const answersOf = (found: readonly Part[]): readonly GivenAnswer[] => {
  const byItem = new Map<string, [Part, ...Part[]]>()
  for (const part of found) {
    const known = byItem.get(part.question.itemId)
    if (known === undefined) byItem.set(part.question.itemId, [part])
    else known.push(part)
  }
  return Array.from(byItem.values(), answerOf)
}

/** Two options at one place are in no order. */
const isAtTheSamePlace =
  ({ itemId }: SurveyQuestion, place: unknown) =>
  ({ question, answer }: Part): boolean =>
    question.itemId === itemId && answer === place

const isFault = (found: Found): found is Fault => typeof found === 'object' && 'code' in found

/** The headings and cells of a row; none where it cannot be read. */
export const cellsOf = (cells: Cells): readonly (readonly [string, unknown])[] =>
  attempt(() => cells.keys().map((key) => [key, cells.get(key)] as const)) ?? []

/** A layout, looked at once. */
const planOf = (layout: SurveyLayout) => {
  const { submittedAt, zone = 'UTC', dateOrder, respondent, respondentDigits = 0, leaveOut = [] } = layout
  const numbered = (text: string | undefined): string | undefined =>
    text !== undefined && /^\d+$/.test(text) ? text.padStart(respondentDigits, '0') : text
  return {
    columns: columnsOf(layout),
    timeColumns: namesOf(submittedAt),
    zone,
    dateOrder,
    respondentColumn: respondent === undefined ? undefined : namesOf(respondent)[0],
    numbered,
    filters: leaveOut.map(({ column, is, because }) => ({
      columns: namesOf(column),
      is: new Set([...setOf(is)].map((text) => text.toLowerCase())),
      because,
    })),
  }
}

const isEmptyRow = (cells: Cells): boolean => cells.keys().every((key) => textOf(cells.get(key)) === '')

/**
 * Reads the rows of an export: 问卷星, 腾讯问卷, 雨课堂, Google Forms, Microsoft Forms, SurveyMonkey, Qualtrics,
 * LimeSurvey, Moodle, Typeform, or any other sheet (`surveyColumns` are their own columns; `guessLayout` proposes one).
 * A sheet is rows under their headings, or rows of cells with the headings on top; cells are text, numbers, dates or
 * blanks. Headings and answers are compared without regard to full-width letters, spaces and invisible characters.
 *
 * Result: a response for each row that could be read whole; in `bad` each cell that could not, by row, column and
 * reason; in `leftOut` the rows that are no answers. Nothing of a row is half taken. It does not throw, whatever the
 * rows hold.
 *
 * @example
 * ```ts
 * import { readSurvey } from 'training-ops/interop'
 * const { responses, bad } = readSurvey(
 *   [
 *     { Timestamp: '10/14/2026 17:24:05', Badge: 'p017', 'Was it clear?': '5 - Very clear', 'Topics': 'Safety;Sales' },
 *     { Timestamp: '10/14/2026 17:30:00', Badge: 'p018', 'Was it clear?': 'sort of', 'Topics': '' },
 *   ],
 *   {
 *     submittedAt: 'Timestamp', zone: 'Europe/London', dateOrder: 'monthFirst', respondent: 'Badge',
 *     questions: {
 *       'Was it clear?': 'clear',
 *       Topics: { itemId: 'topics', kind: 'choices', options: { Safety: 'safety', Sales: 'sales' } },
 *     },
 *   },
 * )
 * responses[0]?.answers // => [{ itemId: 'clear', value: 5 }, { itemId: 'topics', kind: 'choices', options: ['safety', 'sales'] }]
 * bad // => [{ row: 2, column: 'Was it clear?', code: 'NotAnAnswer', cell: 'sort of' }]
 * ```
 */
export const readSurvey = (sheet: SurveySheet, layout: SurveyLayout): ReadSurvey => {
  const plan = attempt(() => planOf(layout))
  if (plan === undefined)
    throw new TypeError(
      'training-ops: readSurvey needs a layout with submittedAt and questions by heading, got another value',
    )
  const read = readSheet(sheet, layout)
  if (read === undefined)
    return { responses: [], bad: [{ row: 0, column: '', code: 'NotASheet' }], leftOut: [] }
  const { columns, timeColumns, zone, dateOrder, respondentColumn, numbered, filters } = plan
  const order = dateOrder ?? orderShown(read, timeColumns)
  const time = { zone, ...given({ order }) }
  /** One row: an answer, what is wrong with it, or why it is none. */
  const readRow = (row: number, cells: Cells): SurveyResponse | readonly BadCell[] | RowLeftOut => {
    const timeColumn = timeColumns.find(({ key }) => cells.has(key)) ?? (timeColumns[0] as Named)
    const timeCell = cells.get(timeColumn.key)
    if (textOf(timeCell) === '' && isEmptyRow(cells)) return { row, because: 'emptyRow' }
    const filter = filters.find(({ columns, is }) =>
      columns.some(({ key }) => cells.has(key) && is.has((textOf(cells.get(key)) ?? '').toLowerCase())),
    )
    if (filter !== undefined) return { row, because: filter.because }
    const faults: BadCell[] = []
    /** Whether a column is there, once. */
    const isThere = ({ heading, key }: Named): boolean => {
      const code = !cells.has(key) ? 'MissingColumn' : read.twice.has(key) ? 'ColumnTwice' : undefined
      if (code !== undefined) faults.push({ row, column: heading, code })
      return code === undefined
    }
    const at = surveyTime(timeCell, time)
    if (isThere(timeColumn) && (at === 'NotATime' || at === 'NoDateOrder'))
      faults.push({ row, column: timeColumn.heading, code: at, ...cellOf(timeCell) })
    const without = { skipped: [] as string[], empty: [] as string[] }
    const found: Part[] = []
    for (const column of columns) {
      if (!isThere(column)) continue
      const { heading, key, question, find } = column
      const one = find(cells.get(key))
      if (typeof one === 'string') without[one].push(question.itemId)
      else if (isFault(one)) faults.push({ row, column: heading, ...one })
      else if (question.kind === 'rank' && found.some(isAtTheSamePlace(question, one.answer)))
        faults.push({ row, column: heading, code: 'NotAnAnswer', ...cellOf(cells.get(key)) })
      else found.push({ question, answer: one.answer })
    }
    const who = respondentColumn === undefined ? undefined : numbered(textOf(cells.get(respondentColumn.key)))
    if (respondentColumn !== undefined && isThere(respondentColumn) && (who ?? '') === '')
      faults.push({ row, column: respondentColumn.heading, code: 'NoRespondent' })
    if (faults.length > 0) return faults
    const answers = answersOf(found)
    const answered = new Set(answers.map(({ itemId }) => itemId))
    const rest = (items: readonly string[]) => [...new Set(items)].filter((itemId) => !answered.has(itemId))
    const by = given({ respondent: who })
    return { row, at, ...by, answers, notAsked: rest(without.skipped), leftEmpty: rest(without.empty) }
  }
  const bad: BadCell[] = []
  const leftOut: RowLeftOut[] = []
  const responses: SurveyResponse[] = []
  for (const [index, cells] of read.rows.entries()) {
    const row = index + 1
    const one = attempt(() => (cells === undefined ? undefined : readRow(row, cells)))
    if (one === undefined) bad.push({ row, column: '', code: 'UnreadableRow' })
    else if ('answers' in one) responses.push(one)
    else if ('because' in one) leftOut.push(one)
    else bad.push(...one)
  }
  return { ...onceEach(responses, bad, layout), leftOut }
}

/** One response for each respondent: which, is the layout's. The others are told. */
const onceEach = (
  responses: readonly SurveyResponse[],
  bad: readonly BadCell[],
  { respondent = '', twice = 'first' }: SurveyLayout,
): Pick<ReadSurvey, 'responses' | 'bad'> => {
  const kept = new Map<string, SurveyResponse>()
  const several = new Set<string>()
  for (const response of responses) {
    const { respondent: who, at } = response
    if (who === undefined) continue
    const known = kept.get(who)
    if (known !== undefined) several.add(who)
    if (known === undefined || (twice === 'last' ? at >= known.at : at < known.at)) kept.set(who, response)
  }
  if (several.size === 0) return { responses, bad }
  const isKept = (response: SurveyResponse) =>
    response.respondent === undefined ||
    (kept.get(response.respondent) === response && !(twice === 'none' && several.has(response.respondent)))
  const twiceTold = responses
    .filter((response) => !isKept(response))
    .map(
      ({ row, respondent: who = '' }): BadCell => ({
        row,
        column: respondent,
        code: 'RespondentTwice',
        cell: who,
      }),
    )
  return { responses: responses.filter(isKept), bad: [...bad, ...twiceTold].sort((a, b) => a.row - b.row) }
}
