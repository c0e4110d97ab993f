/** Reads the rows of a survey tool's export. Every row is an answer, or is told with its column and the reason. */

import type { GivenAnswer } from '../../evaluation/index.ts'
import { mistake } from '../../kernel/index.ts'
import { code as aCode, given } from '../../vocabulary/index.ts'
import {
  codingOf,
  decimalIn,
  msIn,
  plainText,
  textOf,
  unlabelled,
  wholeNumberIn,
  writtenText,
} from './cell.ts'
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
    | 'RequiredItemMissing'
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
  /** Items whose answer came with words of one's own that no open item takes: declare `other.textItem` to keep them. */
  readonly wordsLeft: readonly string[]
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
const mostColumns = 20_000
const mostTold = 200

const cellOf = (cell: unknown): { readonly cell?: string } => {
  const ms = msIn(cell)
  const text = ms === undefined ? (textOf(cell) ?? '') : new Date(ms).toISOString()
  return text === '' ? {} : { cell: text.slice(0, mostTold) }
}

/**
 * The value a text stands for: as it is, in another case of its letters, without the label before it, or the code behind:
 * `Agree [A4]`, `满意（4分）`. Other words in brackets make it another text: `其他(焊接)`.
 */
export type Lookup<Value> = (text: string) => Value | undefined
export const lookupOf = <Value>(values: Readonly<Record<string, Value>>): Lookup<Value> => {
  const exact = new Map(Object.entries(values).map(([text, value]) => [plainText(text), value]))
  const caseless = new Map<string, Value | undefined>()
  for (const [text, value] of exact) {
    const lower = text.toLowerCase()
    caseless.set(lower, caseless.has(lower) && caseless.get(lower) !== value ? undefined : value)
  }
  const of = (text: string) => exact.get(text) ?? caseless.get(text.toLowerCase())
  if (exact.size === 0) return () => undefined
  return (text) => {
    const found = of(text) ?? of(unlabelled(text))
    const coded = found === undefined ? /^(.*?) ?(?:\[(\w{1,5})\]|\((-?\d{1,6}) ?分?\))$/.exec(text) : null
    return coded === null ? found : (of(coded[1] ?? '') ?? of(coded[2] ?? coded[3] ?? ''))
  }
}
export const setOf = (texts: readonly (string | number | boolean)[]): ReadonlySet<string> =>
  new Set(texts.map((text) => textOf(text) ?? ''))

/** Codings of "no answer", however they are written. */
export const codingsOf = (
  texts: readonly (string | number | boolean)[] = [],
): { readonly has: (text: string) => boolean } => {
  const codings = new Set([...setOf(texts)].map(codingOf))
  return { has: (text) => codings.size > 0 && codings.has(codingOf(text)) }
}

const isCode = (id: unknown): boolean => aCode.safeParse(id).success

const separators = ['┋', ';', '；', '\n', '→', '|', ',', '，', '、', '/']
const mostParts = 100

/** Options that were chosen, and words of one's own beside them: `其他〖焊接〗`. */
type Chosen = { readonly options: readonly string[]; readonly words: readonly string[] }

type Choosing = SurveyQuestion & { readonly kind: 'choice' | 'choices' | 'ranking' }

/** The options of a cell: one where the whole cell is one, else split where every part is one, or may be words of one's own. */
const chosenReader = (question: Choosing): ((cell: unknown, text: string) => Chosen | undefined) => {
  const codes = Object.entries(question.options).filter(([, option]) => isCode(option))
  const options = lookupOf(Object.fromEntries(codes))
  const declared = 'other' in question ? question.other : undefined
  const other = declared !== undefined && isCode(declared.option) ? declared : undefined
  const between = 'separator' in question ? question.separator : undefined
  const splits = (between === undefined ? separators : [between]).map((separator) => ({
    separator,
    most: mostTilesOf(separator, codes),
  }))
  return (cell, text) => {
    const whole = options(text)
    if (whole !== undefined) return { options: [whole], words: [] }
    const written = typeof cell === 'string' ? unlisted(cell) : text
    const noted: string[] = []
    const bare = withoutNotes(written, noted)
    const alone = noted.length > 0 || bare !== written ? options(plainText(bare)) : undefined
    if (alone !== undefined) return { options: [alone], words: noted }
    for (const { separator, most } of question.kind === 'choice' ? [] : splits) {
      const parts = bare.split(separator)
      if (parts.length > mostParts) continue
      const { found, rest } = tiled(parts, separator, options, most)
      if (found.length === 0 || (rest.length > 0 && other === undefined)) continue
      // Nobody ranks an option twice.
      if (question.kind === 'ranking' && new Set(found).size < found.length) return undefined
      const own = rest.length > 0 && other !== undefined ? [other.option] : []
      return { options: [...new Set([...found, ...own])], words: [...noted, ...rest] }
    }
    return other === undefined
      ? undefined
      : { options: [other.option], words: [...noted, plainText(bare)].filter((one) => one !== '') }
  }
}

/** A list in the notation of JSON, as flows of Microsoft Forms write it: `["Safety","Talk"]`. */
const unlisted = (cell: string): string => {
  if (!/^\s*\["/.test(cell)) return cell
  const parts: unknown = attempt(() => JSON.parse(cell))
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts.join('┋') : cell
}

/** The most parts that one option may be cut into: by the separators in its text, and one in the label before it. */
const mostTilesOf = (separator: string, options: readonly (readonly [string, string])[]): number => {
  const plain = separator.normalize('NFKC').replace(/\s/g, ' ')
  return 2 + Math.max(0, ...options.map(([text]) => plainText(text).split(plain).length - 1))
}

/** The options in the parts of a cell. An option may hold the separator itself: `Safety, at work, Sales`. */
const tiled = (parts: readonly string[], separator: string, options: Lookup<string>, most: number) => {
  const found: string[] = []
  const rest: string[] = []
  for (let from = 0; from < parts.length; ) {
    let until = Math.min(parts.length, from + most)
    const here = () => plainText(parts.slice(from, until).join(separator))
    while (until > from && options(here()) === undefined) until--
    const option = until > from ? options(here()) : undefined
    const own = plainText(parts[from] ?? '')
    if (option !== undefined) found.push(option)
    else if (own !== '') rest.push(own)
    from = Math.max(until, from + 1)
  }
  return { found, rest }
}

type Reader = (cell: unknown, text: string) => unknown

export const yes = setOf([
  '1',
  'yes',
  'true',
  'y',
  'checked',
  'selected',
  '是',
  '√',
  '✓',
  '☑',
  '选中',
  '已选',
  'x',
])
export const no = setOf(['0', 'no', 'false', 'n', 'unchecked', 'not selected', '否', '☐', '未选中', '未选'])

/** The option that a column of its own names at the end of its heading: `第3题(安全)`, `3.主题:安全`, `Topics / Safety`, `G1Q2[安全]`. */
export const optionNamed = (heading: string): string =>
  (/[([]([^()[\]]+)[)\]]$/.exec(heading)?.[1] ?? heading.split(/ \/ |[:/]/).at(-1) ?? '').trim()

/** A column of one option: chosen, not chosen, or neither of the two. */
const optionReader = (question: SurveyQuestion & { kind: 'option' }, column: string): Reader => {
  const chosen = setOf(question.chosen ?? [])
  const heading = plainText(column)
  const names = [
    heading.split(headingSeparator).at(-1) ?? '',
    optionNamed(heading),
    plainText(question.option),
  ]
  const isName = lookupOf(
    Object.fromEntries(names.flatMap((name) => [name, unlabelled(name)]).map((name) => [name, true])),
  )
  const isChosen = (text: string) => {
    const lower = text.toLowerCase()
    if (chosen.size > 0 ? chosen.has(text) : yes.has(lower) || isName(text) === true) return true
    return no.has(lower) ? false : undefined
  }
  return (_cell, text) => {
    const noted: string[] = []
    const is = isChosen(text) ?? isChosen(plainText(withoutNotes(text, noted)))
    return is === true ? { options: [question.option], words: noted } : is
  }
}

/** A text without the words of one's own that 问卷星 writes beside an option: `其他〖焊接〗`. They are added to `noted`. */
const withoutNotes = (text: string, noted: string[]): string =>
  text.replace(/〖([^〖〗]*)〗/g, (_, words: string) => {
    if (plainText(words) !== '') noted.push(plainText(words))
    return ''
  })

const readerOf = (question: SurveyQuestion, column: string, all: Lookup<number>): Reader => {
  switch (question.kind) {
    case 'choice':
    case 'choices':
    case 'ranking':
      return chosenReader(question)
    case 'option':
      return optionReader(question, column)
    case 'place': {
      const options = lookupOf(question.options)
      return (_cell, text) => options(text)
    }
    case 'rank':
      return (_cell, text) => {
        const place = /^第? ?(\d{1,3}) ?(?:名|位|st|nd|rd|th)?$/i.exec(text)
        const rank = place === null ? wholeNumberIn(text) : Number(place[1])
        return rank !== undefined && rank >= 1 ? rank : undefined
      }
    case 'text':
      return (cell) => {
        const written = writtenText(cell)
        return written !== undefined && written.length > longestAnswer ? tooLong : written
      }
    case 'number':
      return (cell, text) => decimalIn(cell, text, question)
    default:
      return (_cell, text) => {
        const value = all(text) ?? wholeNumberIn(text)
        return Number.isSafeInteger(value) ? value : undefined
      }
  }
}

/** The longest text of an open question. */
const longestAnswer = 4000
const tooLong = Symbol('TooLong')

const optionKinds: ReadonlySet<string | undefined> = new Set([
  'choice',
  'choices',
  'option',
  'ranking',
  'place',
])

/** Columns of one item make one answer together where each is of an option of its own. */
const sharesItsItem = (one: SurveyQuestion, other: SurveyQuestion): boolean =>
  (one.kind === 'option' && other.kind === 'option' && one.option !== other.option) ||
  (one.kind === 'rank' && other.kind === 'rank' && one.option !== other.option) ||
  (one.kind === 'place' && other.kind === 'place' && one.place !== other.place)

/** The items that a column answers: its own, and the one that takes words of one's own. */
const itemsOf = (question: SurveyQuestion): readonly string[] => {
  const text = textItemOf(question)
  return text === undefined ? [question.itemId] : [question.itemId, text]
}
export const textItemOf = (question: SurveyQuestion): string | undefined =>
  'other' in question ? question.other?.textItem : 'textItem' in question ? question.textItem : undefined

const mostRemembered = 1000

/** The same of a short text that was read before: a column holds few different ones. */
const remembered = (find: (cell: unknown) => Found): ((cell: unknown) => Found) => {
  const known = new Map<string, Found>()
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > 40) return find(cell)
    const before = known.get(cell)
    if (before !== undefined) return before
    const found = find(cell)
    if (known.size < mostRemembered) known.set(cell, found)
    return found
  }
}

type Column = {
  readonly heading: string
  readonly key: string
  readonly question: SurveyQuestion
  readonly find: (cell: unknown) => Found
}

const columnsOf = (layout: SurveyLayout): readonly Column[] => {
  const all = lookupOf(layout.values ?? {})
  const skipped = codingsOf(layout.skipped)
  const empty = codingsOf(layout.blanks)
  if (typeof layout.questions !== 'object' || Object.keys(layout.questions).length > mostColumns)
    throw new RangeError()
  const questions = Object.entries(layout.questions).map(
    ([heading, named]): readonly [string, SurveyQuestion] => [
      heading,
      typeof named === 'string' ? { itemId: named } : named,
    ],
  )
  const answering = new Map<string, SurveyQuestion[]>()
  for (const [, question] of questions)
    for (const itemId of itemsOf(question)) {
      const known = answering.get(itemId)
      if (known === undefined) answering.set(itemId, [question])
      else known.push(question)
    }
  return questions.map(([heading, question]): Column => {
    const read = readerOf(question, heading, all)
    const own = codingsOf(question.blanks)
    const values = lookupOf('values' in question ? (question.values ?? {}) : {})
    const code = optionKinds.has(question.kind) ? 'NotAnOption' : 'NotAnAnswer'
    const find = (cell: unknown): Found => {
      const text = textOf(cell)
      if (text === undefined) return { code, ...cellOf(cell) }
      const known = values(text) // a number that codes "no answer" elsewhere may be an answer here
      if (known !== undefined)
        return Number.isSafeInteger(known) ? { answer: known } : { code, ...cellOf(cell) }
      if (skipped.has(text)) return 'skipped'
      if (text === '' || empty.has(text) || own.has(text)) return 'empty'
      const answer = read(cell, text)
      if (answer === tooLong) return { code: 'TooLong', ...cellOf(cell) }
      return answer === undefined ? { code, ...cellOf(cell) } : { answer }
    }
    const isTwice = itemsOf(question).some((itemId) =>
      answering.get(itemId)?.some((one) => one !== question && !sharesItsItem(question, one)),
    )
    const wrong = isTwice
      ? 'ItemTwice'
      : !itemsOf(question).every(isCode)
        ? 'NotAnItem'
        : ('option' in question && !isCode(question.option)) ||
            (question.kind === 'place' && !Object.values(question.options).every(isCode))
          ? 'NotAnOption'
          : undefined
    return {
      heading,
      key: plainText(heading),
      question,
      find:
        wrong !== undefined ? () => ({ code: wrong }) : question.kind === 'text' ? find : remembered(find),
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
  /** Whether several columns of the row bear this heading. */
  readonly isTwice: (key: string) => boolean
  readonly get: (key: string) => unknown
  readonly keys: () => readonly string[]
}
type Sheet = {
  readonly rows: readonly (Cells | undefined)[]
  /** The headings on top of rows of cells; none of rows that each have their own. */
  readonly names: readonly string[]
}

/** The value that is read; `undefined` where it cannot be. A hostile row or sheet may throw at any look at it. */
export const attempt = <Read>(read: () => Read | undefined): Read | undefined => {
  try {
    return read()
  } catch {
    return undefined // told as UnreadableRow or NotASheet
  }
}

/** The names of columns: of several with one heading, each with its number. */
const numberedNames = (headings: readonly string[], twice: ReadonlySet<string>): readonly string[] => {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    if (!twice.has(heading)) return heading
    const nth = (seen.get(heading) ?? 0) + 1
    seen.set(heading, nth)
    return `${heading} (${nth})`
  })
}

/** How rows of cells are read under the headings on top. */
const cellsUnder = (names: readonly string[], twice: ReadonlySet<string>) => {
  const headings = numberedNames(names, twice)
  const placeOf = new Map([
    ...[...twice].map((heading) => [heading, names.indexOf(heading)] as const),
    ...headings.map((heading, at) => [heading, at] as const),
  ])
  const cell = (row: readonly unknown[], at: number | undefined) => (at === undefined ? undefined : row[at])
  return (row: unknown): Cells | undefined =>
    Array.isArray(row)
      ? {
          has: (key) => placeOf.has(key),
          isTwice: (key) => twice.has(key),
          get: (key) => cell(row, placeOf.get(key)),
          keys: () => headings,
        }
      : undefined
}

const isRecord = (row: unknown): row is Record<string, unknown> =>
  typeof row === 'object' && row !== null && !Array.isArray(row) && !(row instanceof Date)

/** How rows under their headings are read: what a heading is spelled like in one row, it mostly is in all. */
const cellsByHeading = () => {
  /** Each heading once, in the spellings that rows had so far. */
  const spelled = new Map<string, string[]>()
  const known = new Set<string>()
  const learn = (row: Record<string, unknown>) => {
    for (const heading of Object.keys(row)) {
      if (known.has(heading) || known.size >= 100_000) continue
      known.add(heading)
      const key = plainText(heading)
      const others = spelled.get(key)
      if (others === undefined) spelled.set(key, [heading])
      else others.push(heading)
    }
  }
  const spellingsIn = (row: Record<string, unknown>, key: string): readonly string[] => {
    const spellings = spelled.get(key) ?? []
    return spellings.length === 1 && Object.hasOwn(row, spellings[0] as string)
      ? spellings
      : spellings.filter((one) => Object.hasOwn(row, one))
  }
  /** Of several columns with one heading, `Comments (2)` names the second. */
  const spellingIn = (row: Record<string, unknown>, key: string): string | undefined => {
    const own = spellingsIn(row, key)[0]
    const nth = own === undefined ? /^(.*) \((\d{1,5})\)$/.exec(key) : null
    if (nth === null) return own
    const several = spellingsIn(row, nth[1] ?? '')
    return several.length > 1 ? several[Number(nth[2]) - 1] : undefined
  }
  return (row: unknown): Cells | undefined => {
    if (!isRecord(row)) return undefined
    attempt(() => learn(row))
    return {
      has: (key) => spellingIn(row, key) !== undefined,
      isTwice: (key) => spellingsIn(row, key).length > 1,
      get: (key) => row[spellingIn(row, key) ?? ''],
      keys: () => Object.keys(row).map(plainText),
    }
  }
}

/**
 * The headings of a sheet whose first rows are headings. Cells of these rows that were joined leave blanks behind them: a blank one
 * takes what stands to its left, within the same heading above; the lowest row names single columns.
 */
const headingsOf = (rows: readonly unknown[], naming: readonly number[]): readonly string[] => {
  const lines = naming.map((at) => {
    const row = rows[at - 1]
    return Array.isArray(row) ? Array.from(row.slice(0, 20_000), (cell) => textOf(cell) ?? '') : []
  })
  const width = Math.max(0, ...lines.map((line) => line.length))
  let joined: readonly string[] = []
  return Array.from({ length: width }, (_, at) => {
    const parts = lines.map((line) => line[at] ?? '')
    const first = parts.findIndex((part) => part !== '')
    if (first < 0) return ''
    joined = parts.map((part, line) =>
      part !== '' || (line > 0 && line === parts.length - 1) || line > first ? part : (joined[line] ?? ''),
    )
    return plainText(joined.filter((part) => part !== '').join(headingSeparator))
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
    return { rows: Array.from(sheet.slice(headings.rows), cellsUnder(names, twice)), names }
  }
  // A reader of CSV has taken the first row of headings: the others come as rows.
  return { rows: Array.from(sheet.slice(headings.rows - 1), cellsByHeading()), names: [] }
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

/**
 * Whether a program has turned only some texts of a column into dates: it takes days for months, and leaves the text where there is
 * no such month. Then none of its dates is later than the 12th of a month.
 */
const areHalfTurned = ({ rows }: Sheet, columns: readonly Named[]): boolean =>
  rows.every((cells) => {
    const cell = attempt(() => cells?.get(columns.find(({ key }) => cells.has(key))?.key ?? ''))
    const at = typeof cell === 'string' ? '' : surveyTime(cell, { zone: 'UTC' })
    return !/^\d/.test(at) || Number(at.slice(8, 10)) <= 12
  })

type Part = { readonly question: SurveyQuestion; readonly answer: unknown }

/** The answer that the columns of one item make together. */
const answerOf = (parts: readonly [Part, ...Part[]]): GivenAnswer => {
  const [{ question, answer }] = parts
  const { itemId } = question
  switch (question.kind) {
    case 'choice':
      return { itemId, kind: 'choice', option: (answer as Chosen).options[0] as string }
    case 'choices':
    case 'ranking':
      return { itemId, kind: question.kind, options: [...(answer as Chosen).options] }
    case 'option':
      return { itemId, kind: 'choices', options: parts.filter((part) => part.answer !== false).map(optionOf) }
    case 'place': {
      const inOrder = [...parts].sort((a, b) => placeOf(a) - placeOf(b))
      return { itemId, kind: 'ranking', options: inOrder.map((part) => part.answer as string) }
    }
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
const placeOf = ({ question }: Part): number => (question.kind === 'place' ? question.place : 0)

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

/** The words of one's own beside the options of an answer. */
const wordsIn = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'words' in answer
    ? (writtenText((answer as Chosen).words.join('; ')) ?? '')
    : ''

/** Two options at one place are in no order, and neither is one at two. */
const isAtTheSamePlace =
  ({ itemId }: SurveyQuestion, place: unknown) =>
  ({ question, answer }: Part): boolean =>
    question.itemId === itemId && answer === place

const isFault = (found: Found): found is Fault => typeof found === 'object' && 'code' in found

/** The headings and cells of a row; none where it cannot be read. */
export const cellsOf = (cells: Cells): readonly (readonly [string, unknown])[] =>
  attempt(() => cells.keys().map((key) => [key, cells.get(key)] as const)) ?? []

/** An id as it was before a spreadsheet kept it from being a number: `'000123`, `="000123"`; `18.0` is 18. */
const idIn = (cell: unknown): string | undefined =>
  textOf(cell)
    ?.replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/^(\d+)\.0+$/, '$1')

/** A number of which a spreadsheet has kept some digits only: `1.10101E+17` may be anybody. */
const isGarbled = (cell: unknown, id = ''): boolean =>
  /^\d(?:\.\d+)?E\+?\d+$/i.test(id) || (typeof cell === 'number' && !Number.isSafeInteger(cell) && cell > 1)

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
export const readSurvey = (sheet: SurveySheet, layout: SurveyLayout): ReadSurvey =>
  onceEach(readRows(sheet, layout), layout, ({ respondent }) => respondent)

/** The same, before it is looked at who has several rows. */
export const readRows = (sheet: SurveySheet, layout: SurveyLayout): ReadSurvey => {
  const plan = attempt(() => planOf(layout))
  if (plan === undefined)
    throw mistake(
      'readSurvey',
      `a layout with submittedAt and questions by heading, at most ${mostColumns}`,
      'another value',
    )
  /** Codings of "no answer": nobody's id. */
  const nobody = codingsOf([...(layout.skipped ?? []), ...(layout.blanks ?? [])])
  const read = readSheet(sheet, layout)
  if (read === undefined)
    return { responses: [], bad: [{ row: 0, column: '', code: 'NotASheet' }], leftOut: [] }
  const { columns, timeColumns, zone, dateOrder, respondentColumn, numbered, filters } = plan
  const shown = orderShown(read, timeColumns)
  const order = shown ?? dateOrder
  const halfTurned = shown !== undefined && areHalfTurned(read, timeColumns)
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
      const code = !cells.has(key) ? 'MissingColumn' : cells.isTwice(key) ? 'ColumnTwice' : undefined
      if (code !== undefined) faults.push({ row, column: heading, code })
      return code === undefined
    }
    const isDoubtful = halfTurned && typeof timeCell !== 'string' && textOf(timeCell) !== ''
    const at = isDoubtful ? 'NoDateOrder' : surveyTime(timeCell, time)
    if (isThere(timeColumn) && (at === 'NotATime' || at === 'NoDateOrder'))
      faults.push({ row, column: timeColumn.heading, code: at, ...cellOf(timeCell) })
    const without = { skipped: [] as string[], empty: [] as string[] }
    const wordsLeft: string[] = []
    const found: Part[] = []
    for (const column of columns) {
      if (!isThere(column)) continue
      const { heading, key, question, find } = column
      const one = find(cells.get(key))
      if (typeof one === 'string') without[one].push(question.itemId)
      else if (isFault(one)) faults.push({ row, column: heading, ...one })
      else if (
        (question.kind === 'rank' || question.kind === 'place') &&
        found.some(isAtTheSamePlace(question, one.answer))
      ) {
        const code = question.kind === 'rank' ? 'NotAnAnswer' : 'NotAnOption'
        faults.push({ row, column: heading, code, ...cellOf(cells.get(key)) })
      } else {
        found.push({ question, answer: one.answer })
        const words = wordsIn(one.answer)
        const itemId = textItemOf(question)
        if (words.length > longestAnswer) faults.push({ row, column: heading, code: 'TooLong' })
        else if (words !== '' && itemId === undefined) wordsLeft.push(question.itemId)
        else if (words !== '' && itemId !== undefined)
          found.push({ question: { itemId, kind: 'text' }, answer: words })
      }
    }
    const whoCell = respondentColumn === undefined ? undefined : cells.get(respondentColumn.key)
    const who =
      respondentColumn === undefined || nobody.has(textOf(whoCell) ?? '')
        ? undefined
        : numbered(idIn(whoCell))
    if (respondentColumn !== undefined && isThere(respondentColumn) && (who ?? '') === '')
      faults.push({ row, column: respondentColumn.heading, code: 'NoRespondent' })
    else if (respondentColumn !== undefined && isGarbled(whoCell, who))
      faults.push({ row, column: respondentColumn.heading, code: 'NotAnId', ...cellOf(whoCell) })
    if (faults.length > 0) return faults
    const answers = answersOf(found)
    const answered = new Set(answers.map(({ itemId }) => itemId))
    const rest = (items: readonly string[]) => [...new Set(items)].filter((itemId) => !answered.has(itemId))
    const by = given({ respondent: who })
    const notAsked = rest(without.skipped)
    return { row, at, ...by, answers, notAsked, leftEmpty: rest(without.empty), wordsLeft }
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
  return { responses, bad, leftOut }
}

/** One response for each respondent: which, is the layout's. The others are told. `whoseOf` says whose a response is. */
export const onceEach = (
  { responses, bad, leftOut }: ReadSurvey,
  { respondent = '', twice = 'first' }: SurveyLayout,
  whoseOf: (response: SurveyResponse) => string | undefined,
): ReadSurvey => {
  const kept = new Map<string, SurveyResponse>()
  const several = new Set<string>()
  for (const response of responses) {
    const who = whoseOf(response)
    if (who === undefined) continue
    const known = kept.get(who)
    if (known !== undefined) several.add(who)
    const isEarlier = known !== undefined && response.at < known.at
    if (known === undefined || (twice === 'last' ? response.at >= known.at : isEarlier))
      kept.set(who, response)
  }
  if (several.size === 0) return { responses, bad, leftOut }
  const isKept = (response: SurveyResponse) => {
    const who = whoseOf(response)
    return who === undefined || (kept.get(who) === response && !(twice === 'none' && several.has(who)))
  }
  const twiceTold = responses
    .filter((response) => !isKept(response))
    .map(
      ({ row, respondent: cell = '' }): BadCell => ({
        row,
        column: respondent,
        code: 'RespondentTwice',
        cell,
      }),
    )
  return { responses: responses.filter(isKept), bad: byRow([...bad, ...twiceTold]), leftOut }
}

export const byRow = (bad: readonly BadCell[]): readonly BadCell[] => [...bad].sort((a, b) => a.row - b.row)
