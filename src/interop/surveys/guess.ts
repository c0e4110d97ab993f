/** Proposes a layout for a sheet nobody has described. */

import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf, unlabelled, wholeNumberIn } from './cell.ts'
import type { SurveyLayout, SurveyQuestion } from './layout.ts'
import { fiveSteps, fiveStepsEnglish, type SurveyColumns, type SurveyTool, surveyColumns } from './presets.ts'
import { attempt, cellsOf, lookupOf, no, optionNamed, readSheet, type SurveySheet, yes } from './read.ts'
import { dateOrderIn, surveyTime } from './time.ts'

/** The grounds of a guessed layout, and how far to trust it. */
export type GuessedLayout = {
  readonly layout: SurveyLayout
  /** The tool whose own columns are there; none where no tool is recognised. */
  readonly tool?: SurveyTool
  /** The share of what was guessed that the sheet itself shows, 0 to 1. */
  readonly sure: number
  /** The points that a person has to check. */
  readonly unclear: readonly {
    readonly what: 'tool' | 'time' | 'dateOrder' | 'respondent' | 'question' | 'zone'
    readonly column?: string
  }[]
}

/** Columns that a tool writes beside the questions. Those in the first list tell the tool. */
const toolColumns: Readonly<
  Record<SurveyTool, { readonly own: readonly string[]; readonly beside: readonly string[] }>
> = {
  wenjuanxing: {
    own: ['序号', '提交答卷时间', '所用时间', '来自IP'],
    beside: ['来源', '来源详情', '总分', '答题用时'],
  },
  tencentSurvey: {
    own: ['编号', '开始答题时间', '结束答题时间', '答题时长'],
    beside: ['清洗数据结果', '提交人', 'IP', 'UA', 'Referrer', '地理位置', '用户类型', '自定义字段'],
  },
  rainClassroom: { own: ['提交时间', '学号'], beside: ['姓名', '班级', '院系', '得分'] },
  googleForms: {
    own: ['Timestamp', '时间戳记', '时间戳'],
    beside: ['Username', 'Email Address', 'Score', '电子邮件地址', '用户名', '得分'],
  },
  microsoftForms: {
    own: ['ID', 'Start time', 'Completion time', '开始时间', '完成时间'],
    beside: ['Email', 'Name', 'Last modified time', 'Language', '电子邮件', '名称', '上次修改时间'],
  },
  surveyMonkey: {
    own: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
    beside: ['IP Address', 'Email Address', 'First Name', 'Last Name', 'Custom Data 1'],
  },
  qualtrics: {
    own: ['StartDate', 'EndDate', 'Status', 'Finished', 'RecordedDate', 'ResponseId'],
    beside: [
      'IPAddress',
      'Progress',
      'Duration (in seconds)',
      'RecipientLastName',
      'RecipientFirstName',
      'RecipientEmail',
      'ExternalReference',
      'LocationLatitude',
      'LocationLongitude',
      'DistributionChannel',
      'UserLanguage',
    ],
  },
  limeSurvey: {
    own: ['submitdate', 'lastpage', 'startlanguage', 'Date submitted', 'Last page', 'Start language'],
    beside: [
      'id',
      'Response ID',
      'seed',
      'Seed',
      'token',
      'Token',
      'startdate',
      'datestamp',
      'ipaddr',
      'refurl',
    ],
  },
  moodleFeedback: {
    own: ['Date', 'Course', 'Groups'],
    beside: ['User', 'Response', 'Department', 'Institution', 'ID number'],
  },
  moodleQuiz: {
    own: ['Started on', 'Completed', 'State', 'Time taken', 'Started', 'Duration'],
    beside: [
      'Last name',
      'First name',
      'Surname',
      'ID number',
      'Institution',
      'Department',
      'Email address',
      'Status',
    ],
  },
  typeform: {
    own: ['Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
    beside: ['#', 'Tags', 'Response Type', 'Stage Date (UTC)', 'Ending'],
  },
}

const ofRespondent =
  /^(?:\d+[、.]\s*)?(?:您的|你的)?(?:工号|学号|员工编号|员工号|编号|员工ID|employee (?:id|number|no\.?)|staff (?:id|number)|badge(?: number)?|id number|token|username|email(?: address)?|电子邮件(?:地址)?|邮箱|respondent(?: id)?)[:?]?$/i

const mostLooked = 500
const stepOf = lookupOf({ ...fiveSteps, ...fiveStepsEnglish })

type Column = { readonly heading: string; readonly cells: readonly unknown[] }

/** The columns of a sheet, with the first some hundred cells of each. A row that cannot be read says nothing. */
const columnsOf = (sheet: unknown, layout: Pick<SurveyLayout, 'headings'>): readonly Column[] => {
  const columns = new Map<string, unknown[]>()
  for (const cells of (readSheet(sheet, layout)?.rows ?? []).slice(0, mostLooked))
    for (const [heading, cell] of cells === undefined ? [] : cellsOf(cells)) {
      const column = columns.get(heading)
      if (column === undefined) columns.set(heading, [cell])
      else column.push(cell)
    }
  return Array.from(columns, ([heading, cells]) => ({ heading, cells }))
}

const toolOf = (headings: ReadonlySet<string>): SurveyTool | undefined => {
  const scores = Object.entries(toolColumns).map(([tool, { own, beside }]) => {
    const there = own.filter((one) => headings.has(plainText(one))).length
    return {
      tool: tool as SurveyTool,
      there,
      all: there + beside.filter((one) => headings.has(plainText(one))).length / 4,
    }
  })
  const best = scores
    .filter(({ there, tool }) => there >= (tool === 'googleForms' ? 1 : 2))
    .sort((a, b) => b.all - a.all)[0]
  return best?.tool
}

const mostAbove = 5

/** The rows that are looked at. */
const topOf = (sheet: unknown): unknown =>
  attempt(() => (Array.isArray(sheet) ? sheet.slice(0, mostLooked + 10) : sheet))

/** How many rows of a title stand above the headings: the tool's own columns tell where the headings are. */
const rowsAbove = (sheet: unknown): number =>
  Math.max(
    0,
    Array.from({ length: mostAbove }, (_, at) => at).findIndex(
      (at) => toolOf(new Set(readSheet(sheet, headingsAt(at))?.names)) !== undefined,
    ),
  )

/** Rows of headings with so many rows above them; nothing to say where the first row is the only one. */
const headingsAt = (
  above: number,
  { rows, naming }: NonNullable<SurveyLayout['headings']> = { rows: 1, naming: [1] },
): Pick<SurveyLayout, 'headings'> =>
  above === 0 && rows === 1
    ? {}
    : { headings: { rows: above + rows, naming: naming.map((at) => above + at) } }

/** An id for an item or option, of letters that are there or of its place in the list. */
const idOf = (text: string, place: string): string => {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return /^[a-z]/.test(letters) && letters.length >= 2 ? letters : place
}

const optionsFor = (texts: readonly string[]): Readonly<Record<string, string>> => {
  const ids = new Set<string>()
  return Object.fromEntries(
    texts.map((text, at) => {
      const id = idOf(text, `option-${at + 1}`)
      const own = ids.has(id) ? `option-${at + 1}` : id
      ids.add(own)
      return [text, own]
    }),
  )
}

type Guess = { readonly question: SurveyQuestion; readonly sure: number }

const separators = ['┋', '→', ';', '；', ', ']
const mostOptions = 30
const longestOption = 60
const areOptions = (texts: readonly string[]): boolean =>
  texts.length <= mostOptions && texts.every((one) => one.length <= longestOption)

/** A choice by its options; the one that comes with words of one's own, as 问卷星 writes them, is the other. */
const choiceOf = (
  itemId: string,
  kind: { readonly kind: 'choice' } | { readonly kind: 'choices'; readonly separator: string },
  texts: readonly string[],
): SurveyQuestion => {
  const options = optionsFor([...new Set(texts.map(withoutWords))].sort())
  const written = texts.find((text) => withoutWords(text) !== text)
  const option = written === undefined ? undefined : options[withoutWords(written)]
  const other = option === undefined ? {} : { other: { option, textItem: `${itemId}-other` } }
  return { itemId, ...kind, options, ...other }
}
const withoutWords = (text: string): string => plainText(text.replace(/〖[^〗]*〗/g, ''))

/** The unit that every number of a column is written with. */
const unitIn = (cells: readonly string[]): string | undefined => {
  const units = new Set(cells.map((cell) => /^[\d.,]+ ?([^\d\s]{1,8})$/.exec(cell)?.[1]))
  return units.size === 1 ? [...units][0] : undefined
}

/** The kind of question of a column, by its cells. */
const questionOf = (itemId: string, cells: readonly string[]): Guess | undefined => {
  const given = cells.filter((cell) => cell !== '')
  if (given.length === 0) return undefined
  const share = (is: (cell: string) => boolean) => given.filter(is).length / given.length
  const words = [...new Set(given.filter((cell) => stepOf(cell) !== undefined).map(unlabelled))]
  const onScale = share((cell) => {
    const number = stepOf(cell) ?? wholeNumberIn(cell)
    return number !== undefined && Math.abs(number) <= 10
  })
  if (onScale >= 0.95) {
    const values = Object.fromEntries(words.map((word) => [word, stepOf(word) as number]))
    const clash = new Set(Object.values(values)).size < words.length
    return { question: { itemId, ...(words.length > 0 ? { values } : {}) }, sure: clash ? 0.5 : 1 }
  }
  const unit = unitIn(given)
  const units = unit === undefined ? {} : { units: [unit] }
  if (share((cell) => decimalIn(cell, cell, units) !== undefined) >= 0.95)
    return { question: { itemId, kind: 'number', ...units }, sure: 0.7 }
  for (const separator of separators) {
    if (share((cell) => cell.includes(separator)) < (separator === ', ' ? 0.2 : 0.001)) continue
    const parts = given
      .flatMap((cell) => cell.split(separator))
      .map(plainText)
      .filter((part) => part !== '')
    const distinct = [...new Set(parts.map(withoutWords))].sort()
    if (!areOptions(distinct) || (separator === ', ' && distinct.length > parts.length / 3)) continue
    if (separator === '→')
      return { question: { itemId, kind: 'ranking', options: optionsFor(distinct), separator }, sure: 0.8 }
    return { question: choiceOf(itemId, { kind: 'choices', separator }, parts), sure: 0.8 }
  }
  const distinct = [...new Set(given.map(withoutWords))].sort()
  if (distinct.length <= 12 && distinct.length <= given.length / 2 && areOptions(distinct))
    return { question: choiceOf(itemId, { kind: 'choice' }, given), sure: 0.8 }
  return { question: { itemId, kind: 'text' }, sure: distinct.length === given.length ? 0.8 : 0.6 }
}

/** The part of a heading that columns of one question share: `第3题(安全)`, `3.主题:安全`, `Topics / Safety`, `G1Q2[SQ001]`. */
const stemOf = (heading: string): string | undefined => {
  const option = optionNamed(heading)
  const at = heading.lastIndexOf(option)
  return option === '' || option === heading || at <= 0 ? undefined : heading.slice(0, at)
}

/** Columns of one question: of its options, chosen or not, or of their ranks. */
const sharedBy = (columns: readonly Column[]): ReadonlyMap<Column, 'option' | 'rank'> => {
  const byStem = new Map<string, Column[]>()
  for (const column of columns) {
    const stem = stemOf(plainText(column.heading))
    if (stem !== undefined) byStem.set(stem, [...(byStem.get(stem) ?? []), column])
  }
  const found = new Map<Column, 'option' | 'rank'>()
  for (const group of byStem.values()) {
    if (group.length < 2) continue
    const isChosenOrNot = group.every(({ heading, cells }) => {
      const isName = lookupOf({ [optionNamed(plainText(heading))]: true })
      return cells.every((cell) => {
        const text = textOf(cell) ?? '?'
        return (
          text === '' || yes.has(text.toLowerCase()) || no.has(text.toLowerCase()) || isName(text) === true
        )
      })
    })
    const kind = isChosenOrNot ? 'option' : areRanks(group) ? 'rank' : undefined
    if (kind !== undefined) for (const column of group) found.set(column, kind)
  }
  return found
}

/** Whether each row holds each rank once, from 1 on, as only an order does. */
const areRanks = (group: readonly Column[]): boolean => {
  const rows = Math.max(...group.map(({ cells }) => cells.length))
  const orders = Array.from({ length: rows }, (_, row) =>
    group.flatMap(({ cells }) => {
      const rank = wholeNumberIn(textOf(cells[row]) ?? '')
      return rank === undefined || rank < 1 ? [] : [rank]
    }),
  ).filter((ranks) => ranks.length > 0)
  const isOrder = (ranks: readonly number[]) =>
    [...ranks].sort((a, b) => a - b).every((rank, at) => rank === at + 1)
  return orders.length > 0 && orders.every(isOrder) && orders.some((ranks) => ranks.length > 1)
}

/**
 * Proposes a layout for an export: the tool by its own columns, the column of the time and the order of its dates, the
 * respondent's column by its heading, and each other column as a question by what its cells hold. Look at it before
 * it is used: `unclear` names what the sheet does not show. `zone` is the zone the tool writes its times in.
 *
 * @example
 * ```ts
 * import { guessLayout } from 'training-ops/interop'
 * const rows = [
 *   { 序号: '1', 提交答卷时间: '2026/3/3 9:05:00', 来自IP: '10.0.0.1', 工号: 'p017', '1、讲师水平': '非常满意' },
 *   { 序号: '2', 提交答卷时间: '2026/3/3 9:06:00', 来自IP: '10.0.0.2', 工号: 'p018', '1、讲师水平': '满意' },
 * ]
 * const { tool, layout } = guessLayout(rows, { zone: 'Asia/Shanghai' })
 * tool // => 'wenjuanxing'
 * layout.respondent // => '工号'
 * layout.questions // => { '1、讲师水平': { itemId: 'q1', values: { 非常满意: 5, 满意: 4 } } }
 * ```
 */
export const guessLayout = (whole: SurveySheet, written: { readonly zone: string }): GuessedLayout =>
  needing('guessLayout', 'a sheet and the zone of its times', () => {
    const { zone } = written
    const sheet = topOf(whole)
    const above = rowsAbove(sheet)
    const plain = columnsOf(sheet, headingsAt(above))
    const tool = toolOf(new Set(plain.map(({ heading }) => plainText(heading))))
    const preset: SurveyColumns = tool === undefined ? { submittedAt: '' } : surveyColumns[tool]
    const headings = headingsAt(above, preset.headings)
    const columns = columnsOf(sheet, headings)
    const unclear: { what: GuessedLayout['unclear'][number]['what']; column?: string }[] = []
    if (tool === undefined) unclear.push({ what: 'tool' })
    const texts = ({ cells }: Column) => cells.map((cell) => textOf(cell) ?? '')

    const asTime = ({ cells }: Column): number => {
      const given = cells.filter((cell) => textOf(cell) !== '')
      const read = given.filter((cell) => {
        const instant = surveyTime(cell, { zone, order: 'monthFirst' })
        return (
          (instant !== 'NotATime' && typeof cell !== 'number') ||
          surveyTime(cell, { zone, order: 'dayFirst' }) !== 'NotATime'
        )
      })
      return given.length === 0 ? 0 : read.length / given.length
    }
    const named = [preset.submittedAt].flat().map(plainText)
    const time =
      columns.find(({ heading }) => named.includes(plainText(heading))) ??
      columns.find((column) => asTime(column) >= 0.9 && texts(column).some((text) => /[-/年:]/.test(text)))
    if (time === undefined || (tool === undefined && asTime(time) < 1)) unclear.push({ what: 'time' })
    const order = time === undefined ? undefined : dateOrderIn(texts(time))
    if (order === 'unclear') unclear.push({ what: 'dateOrder', ...given({ column: time?.heading }) })
    const dateOrder = order === 'unclear' ? preset.dateOrder : order

    const { own = [], beside = [] } = tool === undefined ? {} : toolColumns[tool]
    const known = new Set([...own, ...beside].map(plainText))
    const candidates = columns.filter(
      ({ heading }) => ofRespondent.test(plainText(heading)) && plainText(heading) !== '编号',
    )
    const respondent = candidates.find((column) => {
      const given = texts(column).filter((text) => text !== '')
      return given.length > 0 && new Set(given).size >= given.length * 0.9
    })
    if (respondent === undefined) unclear.push({ what: 'respondent' })

    const blanks = new Set(
      [...(preset.blanks ?? []), ...(preset.skipped ?? [])].map((blank) => textOf(blank)),
    )
    const asked = columns
      .filter((column) => {
        const heading = plainText(column.heading)
        return heading !== '' && column !== time && column !== respondent && !known.has(heading)
      })
      .map((column): Column => {
        const cells = column.cells.map((cell) => (blanks.has(textOf(cell)) ? '' : cell))
        return { heading: column.heading, cells }
      })
    const shared = sharedBy(asked)
    const items = new Map<string, string>()
    const questions: Record<string, SurveyQuestion> = {}
    let trusted = 0
    for (const [at, column] of asked.entries()) {
      const kind = shared.get(column)
      const heading = plainText(column.heading)
      const stem = stemOf(heading)
      if (kind !== undefined && stem !== undefined) {
        const itemId = items.get(stem) ?? `q${at + 1}`
        items.set(stem, itemId)
        const option = idOf(unlabelled(optionNamed(heading)), `option-${at + 1}`)
        const isTaken = Object.values(questions).some(
          (one) => one.itemId === itemId && 'option' in one && one.option === option,
        )
        questions[column.heading] = { itemId, kind, option: isTaken ? `option-${at + 1}` : option }
        trusted += 0.8
        continue
      }
      const guessed = questionOf(`q${at + 1}`, texts(column))
      if (guessed === undefined || guessed.sure < 0.8)
        unclear.push({ what: 'question', column: column.heading })
      if (guessed !== undefined) questions[column.heading] = guessed.question
      trusted += guessed?.sure ?? 0
    }
    const parts = [
      tool === undefined ? 0.5 : 1,
      time === undefined ? 0 : order === 'unclear' ? 0.5 : 1,
      asked.length === 0 ? 0 : trusted / asked.length,
    ]
    const { dateOrder: _, headings: __, ...rest } = preset
    return {
      layout: {
        zone,
        ...rest,
        ...headings,
        submittedAt: time?.heading ?? preset.submittedAt,
        ...given({ dateOrder }),
        ...given({ respondent: respondent?.heading }),
        questions,
      },
      ...given({ tool }),
      sure: Math.round((parts.reduce((sum, part) => sum + part, 0) / parts.length) * 100) / 100,
      unclear,
    }
  })
