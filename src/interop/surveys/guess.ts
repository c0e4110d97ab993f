/** Proposes a layout for a sheet nobody has described. */

import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf, unlabelled, wholeNumberIn, writtenText } from './cell.ts'
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

/**
 * Columns that a tool writes beside the questions, without regard to the case of letters. Those in the first list tell the tool;
 * those of `form` are many, and differ by question.
 */
const toolColumns: Readonly<
  Record<
    SurveyTool,
    { readonly own: readonly string[]; readonly beside: readonly string[]; readonly form?: RegExp }
  >
> = {
  wenjuanxing: {
    own: ['序号', '提交答卷时间', '所用时间', '来自IP', '答卷编号', '填写时长', '提交时间'],
    beside: ['来源', '来源详情', '来源渠道', '总分', '答题用时', '答题时长', '用户ID', '微信昵称', '提交人'],
  },
  tencentSurvey: {
    own: ['编号', '开始答题时间', '结束答题时间', '答题时长'],
    beside: [
      '提交人',
      'UA',
      'Referrer',
      '用户类型',
      '用户标识',
      '昵称',
      '语言',
      '自定义字段',
      '答题序号',
      '答题渠道',
      '是否使用自动填写功能',
    ],
    form: /^(?:智能)?清洗数据结果$|^地理位置|^自定义字段/,
  },
  rainClassroom: {
    own: ['提交时间', '答题时间', '学号'],
    beside: [
      ...['姓名', '班级', '院系', '学校', '得分', '总分', '教学班'],
      ...['提交状态', '作答状态', '状态', '作答时长', '答题时长'],
    ],
  },
  googleForms: {
    own: ['Timestamp', '时间戳记', '时间戳'],
    beside: ['Username', 'Email Address', 'Score', '电子邮件地址', '用户名', '得分', '分数'],
  },
  microsoftForms: {
    own: ['ID', 'Start time', 'Completion time', '开始时间', '完成时间'],
    beside: [
      ...['Email', 'Name', 'Last modified time', 'Language', 'Total points', 'Grade posted time'],
      ...['电子邮件', '名称', '姓名', '上次修改时间', '语言', '总分', '测验反馈', '成绩发布时间'],
    ],
    form: /^(?:points|feedback|得分|反馈) ?[-–—] ?|^[a-z]+ feedback$/,
  },
  surveyMonkey: {
    own: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'date created', 'date modified'],
    beside: ['IP Address', 'Email Address', 'First Name', 'Last Name', 'Custom Data 1', 'custom 1'],
    form: /^custom(?: data)? \d+$/,
  },
  qualtrics: {
    own: ['StartDate', 'EndDate', 'Status', 'Finished', 'RecordedDate', 'ResponseId'],
    beside: [
      ...['IPAddress', 'Progress', 'Duration (in seconds)', 'RecipientLastName', 'RecipientFirstName'],
      ...['RecipientEmail', 'ExternalReference', 'LocationLatitude', 'LocationLongitude'],
      ...['DistributionChannel', 'UserLanguage', 'ResponseSet'],
    ],
    form: /^q_|^sc\d+$|(?:_first click|_last click|_page submit|_click count|_nps_group|_do|_do_\d+)$/,
  },
  limeSurvey: {
    own: [
      ...['submitdate', 'lastpage', 'startlanguage', 'Date submitted', 'Last page', 'Start language'],
      ...['提交日期', '最后一页', '起始语言', '开始语言'],
    ],
    beside: [
      ...['id', 'response_id', 'Response ID', 'seed', 'token', 'Access code', 'startdate', 'Date started'],
      ...['datestamp', 'Date last action', 'ipaddr', 'IP address', 'refurl', 'Referrer URL', 'interviewtime'],
      ...['Total time', '答复 ID', '操作代码'],
    ],
    form: /^grouptime|^group time|^question time|time$(?<=[a-z]\d+time)/,
  },
  moodleFeedback: {
    own: ['Date', 'Course', 'Groups', 'Response number'],
    beside: ['User', 'Full name', 'Group', 'Response', 'Department', 'Institution', 'ID number'],
  },
  moodleQuiz: {
    own: [
      ...['Started on', 'Completed', 'State', 'Time taken', 'Started', 'Duration'],
      ...['开始时间', '完成', '完成于', '用时', '耗时', '状态'],
    ],
    beside: [
      ...['Last name', 'First name', 'Surname', 'ID number', 'Username', 'Institution', 'Department'],
      ...[
        'Email address',
        'Status',
        '姓',
        '姓氏',
        '名',
        '学号',
        '院校',
        '机构',
        '系',
        '系别',
        '部门',
        '电子邮件地址',
      ],
    ],
    form: /^(?:grade|成绩)\//,
  },
  typeform: {
    own: ['Start Date (UTC)', 'Submit Date (UTC)', 'Network ID', 'Submitted At', 'Token'],
    beside: ['#', 'Tags', 'Response Type', 'Stage Date (UTC)', 'Ending'],
  },
}

/** Facts of the filling in that many tools write: nobody is asked them. */
const ofTheTool =
  /^(?:序号|ip|ip ?地址|来自ip|省份|城市|国家|地区|浏览器|操作系统|设备(?:类型)?|用时|时长|user ?agent|browser|device|latitude|longitude|respondent id)$/

/** A heading as it is compared with those of the tools: LimeSurvey may write the code before the words, `lastpage. Last page`. */
const comparable = (heading: string): string =>
  plainText(heading)
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/^[a-z ]+\. (?=[a-z ]+$)/, '')

const isOfTool = (tool: SurveyTool | undefined): ((heading: string) => boolean) => {
  const { own = [], beside = [], form = undefined } = tool === undefined ? {} : toolColumns[tool]
  const known = new Set([...own, ...beside].map(comparable))
  return (heading) => {
    const plain = plainText(heading).toLowerCase()
    return known.has(comparable(heading)) || ofTheTool.test(plain) || form?.test(plain) === true
  }
}

/** Headings of the respondent's own number or mail address: the more of the organisation's own, the earlier. */
const ofRespondent = [
  /(?:工号|学号|员工编号|员工号|员工ID|employee (?:id|number|no\.?)|staff (?:id|number)|badge(?: number)?|id number)$/i,
  /(?:token|access code|username|用户名|externalreference)$/i,
  /(?:e-?mail(?: address)?|recipientemail|电子邮件(?:地址)?|邮箱(?:地址)?)$/i,
]
const respondentRank = (heading: string): number => {
  const bare = plainText(heading)
    .replace(/^\**(?:q?\d+[、.:]? ?)?(?:您的|你的|请输入|请填写|your )*/i, '')
    .replace(/[:?*]+$/, '')
  return ofRespondent.findIndex((form) => form.test(bare) && bare.length <= 24)
}

/** Headings of open questions, whatever stands below them. */
const ofWords =
  /建议|意见|评论|留言|原因|理由|姓名|手机|comments?\b|suggestions?\b|feedback\b|please specify|\bwhy\b|open-ended response$|[_ ]text$|[[(](?:other|comment)[\])]$/i
const isOther = (option: string): boolean => /^(?:others?|其他|其它)\b|^其[他它]/i.test(unlabelled(option))

const mostLooked = 500
const steps = { ...fiveSteps, ...fiveStepsEnglish }
const stepOf = lookupOf(steps)

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

const toolOf = (headings: readonly string[]): SurveyTool | undefined => {
  const plain = new Set(headings.map(comparable))
  const isThere = (one: string) => plain.has(comparable(one))
  const scores = Object.entries(toolColumns).map(([tool, { own, beside }]) => {
    const there = own.filter(isThere).length
    return { tool: tool as SurveyTool, there, all: there + beside.filter(isThere).length / 4 }
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
      (at) => toolOf(readSheet(sheet, headingsAt(at))?.names ?? []) !== undefined,
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

const isTime = (cell: unknown, zone: string): boolean => {
  const instant = surveyTime(cell, { zone, order: 'monthFirst' })
  return (
    (instant !== 'NotATime' && typeof cell !== 'number') ||
    surveyTime(cell, { zone, order: 'dayFirst' }) !== 'NotATime'
  )
}

const mostHeadings = 3

/**
 * The rows of headings below the title: until the first row in which the column of the time holds one. A column is of the time by
 * its name, or because its cells are times. Cells of the first row that were joined leave blanks behind them.
 */
const rowsOfHeadings = (
  sheet: unknown,
  columns: readonly Column[],
  named: readonly string[],
  zone: string,
  { headings }: SurveyColumns,
): NonNullable<SurveyLayout['headings']> | undefined => {
  const areTimes = ({ cells }: Column) => {
    const until = cells.findIndex((cell) => isTime(cell, zone))
    const below = cells.slice(until).filter((cell) => textOf(cell) !== '')
    return (
      until >= 0 && until < mostHeadings && below.every((cell) => isTime(cell, zone) && textOf(cell) !== '')
    )
  }
  const time = columns.find(({ heading }) => named.includes(plainText(heading))) ?? columns.find(areTimes)
  const until = time?.cells.findIndex((cell) => isTime(cell, zone)) ?? -1
  const isOfCells = attempt(() => Array.isArray((sheet as readonly unknown[])[0])) === true
  if (until < 0 || until >= mostHeadings || !isOfCells) return headings
  if (headings !== undefined)
    return { rows: until + 1, naming: headings.naming.filter((at) => at <= until + 1) }
  // Below the headings of a tool that has one row of them, a row without a time is an answer that was not handed in.
  if (until === 0 || named.length > 0) return undefined
  return { rows: until + 1, naming: Array.from({ length: until + 1 }, (_, at) => at + 1) }
}

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

const separators = ['┋', '→', '\n', ';', '；', ', ', ',', '，', '、']
/** Marks that also stand within a sentence: they separate options only where few options come again and again. */
const marksOfSentences = new Set([', ', ',', '，', '、'])
const mostOptions = 30

/** The parts of a cell; a mark in brackets separates nothing: `Safety, Other (please, specify)`. */
const partsOf = (cell: string, separator: string): readonly string[] => {
  if (!/[([]/.test(cell)) return cell.split(separator)
  const parts: string[] = []
  let open = 0
  for (const part of cell.split(separator)) {
    if (open > 0) parts.push(`${parts.pop()}${separator}${part}`)
    else parts.push(part)
    open = Math.max(0, open + part.split(/[([]/).length - part.split(/[)\]]/).length)
  }
  return parts
}

/** Whether every cell holds all options, and not all in one order: what was asked is their order. */
const areOrders = (cells: readonly (readonly string[])[], options: number): boolean =>
  options >= 2 &&
  cells.every((parts) => parts.length === options && new Set(parts).size === options) &&
  new Set(cells.map((parts) => parts.join('\n'))).size > 1
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

/** A column of a scale for those who cannot say. */
const notRated = /^(?:n\/?a|not applicable|不适用|无法评价)$/i
/** Letters of options in their order, as 雨课堂 writes several: `ABD`. */
const inOrder = /^A?B?C?D?E?F?G?H?$/

/** The kind of question of a column, by its heading and cells. */
const questionOf = (
  itemId: string,
  { heading, cells }: Column,
  stepOf: (text: string) => number | undefined,
): Guess | undefined => {
  const lines = cells
    .map((cell) => (typeof cell === 'string' ? (writtenText(cell) ?? '') : (textOf(cell) ?? '')))
    .filter((line) => line !== '')
  const given = lines.map(plainText)
  if (given.length === 0) return undefined
  if (ofWords.test(plainText(heading)) || isOther(optionNamed(plainText(heading))))
    if (given.some((cell) => Number.isNaN(Number(cell))))
      return { question: { itemId, kind: 'text' }, sure: 0.8 }
  const share = (is: (cell: string) => boolean) => given.filter(is).length / given.length
  const rated = given.filter((cell) => !notRated.test(cell))
  const unrated = [...new Set(given.filter((cell) => notRated.test(cell)))]
  const words = [...new Set(given.filter((cell) => stepOf(cell) !== undefined).map(unlabelled))]
  const onScale = rated.filter((cell) => {
    const number = stepOf(cell) ?? wholeNumberIn(cell)
    return number !== undefined && Math.abs(number) <= 10
  })
  if (rated.length > 0 && onScale.length / rated.length >= 0.95) {
    const blanks = unrated.length > 0 ? { blanks: unrated } : {}
    const values = Object.fromEntries(words.map((word) => [word, stepOf(word) as number]))
    const clash = new Set(Object.values(values)).size < words.length
    return { question: { itemId, ...blanks, ...(words.length > 0 ? { values } : {}) }, sure: clash ? 0.5 : 1 }
  }
  const unit = unitIn(given)
  const units = unit === undefined ? {} : { units: [unit] }
  if (share((cell) => decimalIn(cell, cell, units) !== undefined) >= 0.95)
    return { question: { itemId, kind: 'number', ...units }, sure: 0.7 }
  if (given.every((cell) => inOrder.test(cell)) && given.some((cell) => cell.length > 1))
    return { question: choiceOf(itemId, { kind: 'choices', separator: '' }, [...given.join('')]), sure: 0.7 }
  for (const separator of separators) {
    const isRare = marksOfSentences.has(separator)
    const cut = lines.map((cell) => partsOf(cell, separator))
    if (cut.filter(({ length }) => length > 1).length / cut.length < (isRare ? 0.1 : 0.001)) continue
    const split = cut.map((parts) => parts.map(plainText).filter((part) => part !== ''))
    const parts = split.flat()
    const distinct = [...new Set(parts.map(withoutWords))].sort()
    if (!areOptions(distinct) || (isRare && distinct.length > parts.length / 3)) continue
    if (separator === '→' || areOrders(split, distinct.length))
      return { question: { itemId, kind: 'ranking', options: optionsFor(distinct), separator }, sure: 0.8 }
    return { question: choiceOf(itemId, { kind: 'choices', separator }, parts), sure: 0.8 }
  }
  const distinct = [...new Set(given.map(withoutWords))].sort()
  const once = distinct.filter((one) => given.filter((cell) => withoutWords(cell) === one).length === 1)
  const comesAgain = distinct.length <= given.length / 2 && once.length <= distinct.length / 3
  if (distinct.length <= 12 && comesAgain && areOptions(distinct))
    return { question: choiceOf(itemId, { kind: 'choice' }, given), sure: 0.8 }
  return { question: { itemId, kind: 'text' }, sure: distinct.length === given.length ? 0.8 : 0.6 }
}

/**
 * The part of a heading that columns of one question share: `第3题(安全)`, `3.主题:安全`, `Topics / Safety`, `G1Q2[SQ001]`; `Q3_1` of
 * Qualtrics.
 */
const stemOf = (heading: string, tool: SurveyTool | undefined): string | undefined => {
  const numbered = tool === 'qualtrics' ? /^(.*_)\d{1,3}$/.exec(heading) : null
  if (numbered !== null) return numbered[1]
  const option = optionNamed(heading)
  const at = heading.lastIndexOf(option)
  return option === '' || option === heading || at <= 0 ? undefined : heading.slice(0, at)
}

/** A column of several that answer one question. */
type Shared = { readonly stem: string; readonly as: (itemId: string, option: string) => SurveyQuestion }

const asOption = (itemId: string, option: string): SurveyQuestion => ({ itemId, kind: 'option', option })

/** Whether a column says of one option that it was chosen: with a mark, with the option's own text, or with one text alone. */
const choosing = ({ heading, cells }: Column, tool: SurveyTool | undefined): Shared['as'] | undefined => {
  const name = tool === 'typeform' ? plainText(heading) : optionNamed(plainText(heading))
  const isName = lookupOf({ [name]: true })
  const given = cells.map((cell) => withoutWords(textOf(cell) ?? '?')).filter((text) => text !== '')
  const isMark = (text: string) => yes.has(text.toLowerCase()) || no.has(text.toLowerCase())
  if (given.length > 0 && given.every((text) => isMark(text) || isName(text) === true)) return asOption
  const [only, ...others] = new Set(given)
  const isOne = only !== undefined && others.length === 0 && given.length < cells.length
  return tool === 'qualtrics' && isOne && stepOf(only) === undefined
    ? (itemId, option) => ({ itemId, kind: 'option', option, chosen: [only] })
    : undefined
}

/** The place that a heading names: `Rank them [Rank 1]`, `G01Q05[1]`. */
const placeIn = (heading: string): number | undefined => {
  const found = /^(?:rank|ranking|第)? ?(\d{1,2}) ?名?$/i.exec(optionNamed(heading))
  return found === null || Number(found[1]) < 1 ? undefined : Number(found[1])
}

/** Columns of one question: of its options, chosen or not, of their ranks, or of the options at its ranks. */
const sharedBy = (columns: readonly Column[], tool: SurveyTool | undefined): ReadonlyMap<Column, Shared> => {
  const byStem = new Map<string, Column[]>()
  for (const column of columns) {
    const stem = stemOf(plainText(column.heading), tool)
    if (stem !== undefined) byStem.set(stem, [...(byStem.get(stem) ?? []), column])
  }
  const found = new Map<Column, Shared>()
  for (const [stem, whole] of byStem) {
    const group = whole.filter(({ heading }) => !isOther(optionNamed(plainText(heading))))
    const places = placesIn(group, tool)
    if (group.length >= 2 && places !== undefined) {
      for (const [column, as] of places) found.set(column, { stem, as })
      continue
    }
    const choices = whole.flatMap((column) => {
      const as = choosing(column, tool)
      return as === undefined ? [] : [{ column, as }]
    })
    if (choices.length >= 2 && group.every((one) => choices.some(({ column }) => column === one)))
      for (const { column, as } of choices) found.set(column, { stem, as })
    else if (whole.length >= 2 && areRanks(whole))
      for (const column of whole)
        found.set(column, { stem, as: (itemId, option) => ({ itemId, kind: 'rank', option }) })
  }
  if (tool === 'typeform')
    for (const run of runsOfOptions(columns)) {
      const stem = run.map(({ heading }) => heading).join('\n')
      for (const column of run) found.set(column, { stem, as: asOption })
    }
  return found
}

/** Columns beside each other that hold nothing but their own heading: Typeform writes the options of one question so. */
const runsOfOptions = (columns: readonly Column[]): readonly (readonly Column[])[] => {
  const runs: Column[][] = [[]]
  for (const column of columns) {
    const name = plainText(column.heading)
    const texts = column.cells.map((cell) => textOf(cell) ?? '?')
    const isOption = texts.every((text) => text === '' || text === name) && texts.includes(name)
    if (isOption) runs.at(-1)?.push(column)
    else runs.push([])
  }
  return runs.filter((run) => run.length >= 2)
}

/** The columns of the places of an order, where each holds an option: LimeSurvey writes an order so. */
const placesIn = (
  group: readonly Column[],
  tool: SurveyTool | undefined,
): ReadonlyMap<Column, Shared['as']> | undefined => {
  const places = group.map(({ heading }) => placeIn(plainText(heading)))
  if (tool !== 'limeSurvey' || !places.every((place, at) => place === at + 1)) return undefined
  const texts = group.flatMap(({ cells }) => cells.map((cell) => textOf(cell) ?? ''))
  const options = optionsFor([...new Set(texts.filter((text) => text !== ''))].sort())
  return new Map(
    group.map((column, at) => [column, (itemId) => ({ itemId, kind: 'place', place: at + 1, options })]),
  )
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
    const tool = toolOf(plain.map(({ heading }) => heading))
    const preset: SurveyColumns = tool === undefined ? { submittedAt: '' } : surveyColumns[tool]
    const named = [preset.submittedAt]
      .flat()
      .map(plainText)
      .filter((name) => name !== '')
    const headings = headingsAt(above, rowsOfHeadings(sheet, plain, named, zone, preset))
    const columns = columnsOf(sheet, headings)
    const unclear: { what: GuessedLayout['unclear'][number]['what']; column?: string }[] = []
    if (tool === undefined) unclear.push({ what: 'tool' })
    const texts = ({ cells }: Column) => cells.map((cell) => textOf(cell) ?? '')
    const asTime = ({ cells }: Column): number => {
      const given = cells.filter((cell) => textOf(cell) !== '')
      return given.length === 0 ? 0 : given.filter((cell) => isTime(cell, zone)).length / given.length
    }
    const time =
      columns
        .filter(({ heading }) => named.includes(plainText(heading)))
        .sort((a, b) => named.indexOf(plainText(a.heading)) - named.indexOf(plainText(b.heading)))[0] ??
      columns.find((column) => asTime(column) >= 0.9 && texts(column).some((text) => /[-/年:]/.test(text)))
    if (time === undefined || (tool === undefined && asTime(time) < 1)) unclear.push({ what: 'time' })
    const order = time === undefined ? undefined : dateOrderIn(texts(time))
    if (order === 'unclear') unclear.push({ what: 'dateOrder', ...given({ column: time?.heading }) })
    const dateOrder = order === 'unclear' ? preset.dateOrder : order

    const isKnown = isOfTool(tool)
    const candidates = columns
      .map((column) => ({ column, rank: respondentRank(column.heading) }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ column }) => column)
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
        return heading !== '' && column !== time && !candidates.includes(column) && !isKnown(heading)
      })
      .map((column): Column => {
        const cells = column.cells.map((cell) => (blanks.has(textOf(cell)) ? '' : cell))
        return { heading: column.heading, cells }
      })
    const shared = sharedBy(asked, tool)
    const inCodes = lookupOf({ ...preset.values, ...steps })
    const items = new Map<string, string>()
    const questions: Record<string, SurveyQuestion> = {}
    let trusted = 0
    for (const [at, column] of asked.entries()) {
      const one = shared.get(column)
      const heading = plainText(column.heading)
      if (one !== undefined) {
        const { stem, as } = one
        const itemId = items.get(stem) ?? `q${at + 1}`
        items.set(stem, itemId)
        const option = idOf(unlabelled(optionNamed(heading)), `option-${at + 1}`)
        const isTaken = Object.values(questions).some(
          (one) => one.itemId === itemId && 'option' in one && one.option === option,
        )
        questions[column.heading] = as(itemId, isTaken ? `option-${at + 1}` : option)
        trusted += 0.8
        continue
      }
      // Codes of answers are steps in the columns of a table; elsewhere they may be those of options.
      const guessed = questionOf(`q${at + 1}`, column, stemOf(heading, tool) === undefined ? stepOf : inCodes)
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
