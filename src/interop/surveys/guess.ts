/** Proposes a layout for a sheet nobody has described. */
import { given } from '../../vocabulary/index.ts'
import { decimalIn, plainText, textOf, wholeNumberIn } from './cell.ts'
import type { SurveyLayout, SurveyQuestion } from './layout.ts'
import { fiveSteps, fiveStepsEnglish, type SurveyColumns, type SurveyTool, surveyColumns } from './presets.ts'
import { cellsOf, readSheet, type SurveySheet } from './read.ts'
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
const steps: Readonly<Record<string, number>> = { ...fiveSteps, ...fiveStepsEnglish }

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

/** The kind of question of a column, by its cells. */
const questionOf = (itemId: string, cells: readonly string[]): Guess | undefined => {
  const given = cells.filter((cell) => cell !== '')
  if (given.length === 0) return undefined
  const share = (is: (cell: string) => boolean) => given.filter(is).length / given.length
  const asStep = (cell: string) => Object.hasOwn(steps, cell)
  const numbers = given.map(wholeNumberIn)
  const onScale = numbers.filter((number) => number !== undefined && number >= -10 && number <= 100).length
  const stepped = share(asStep)
  if (stepped + onScale / given.length >= 0.95) {
    const words = [...new Set(given.filter(asStep))]
    const values = Object.fromEntries(words.map((word) => [word, steps[word] as number]))
    const clash = new Set(Object.values(values)).size < words.length
    return { question: { itemId, ...(words.length > 0 ? { values } : {}) }, sure: clash ? 0.5 : 1 }
  }
  const separator = ['┋', ';', '；'].find((between) => share((cell) => cell.includes(between)) > 0)
  if (separator !== undefined) {
    const parts = given.flatMap((cell) => cell.split(separator).map(plainText)).filter((part) => part !== '')
    const distinct = [...new Set(parts)].sort()
    if (distinct.length <= 30 && distinct.every((one) => one.length <= 60))
      return { question: { itemId, kind: 'choices', options: optionsFor(distinct), separator }, sure: 0.8 }
  }
  const distinct = [...new Set(given)].sort()
  if (
    distinct.length <= 12 &&
    distinct.length <= given.length / 2 &&
    distinct.every((one) => one.length <= 60)
  )
    return { question: { itemId, kind: 'choice', options: optionsFor(distinct) }, sure: 0.8 }
  if (share((cell) => decimalIn(cell) !== undefined) >= 0.95)
    return { question: { itemId, kind: 'number' }, sure: 0.7 }
  return { question: { itemId, kind: 'text' }, sure: distinct.length === given.length ? 0.8 : 0.6 }
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
export const guessLayout = (sheet: SurveySheet, { zone }: { readonly zone: string }): GuessedLayout => {
  const plain = columnsOf(sheet, {})
  const tool = toolOf(new Set(plain.map(({ heading }) => plainText(heading))))
  const preset: SurveyColumns = tool === undefined ? { submittedAt: '' } : surveyColumns[tool]
  const columns = preset.headings === undefined ? plain : columnsOf(sheet, { headings: preset.headings })
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

  const questions: Record<string, SurveyQuestion> = {}
  let trusted = 0
  let asked = 0
  for (const column of columns) {
    const heading = plainText(column.heading)
    if (heading === '' || column === time || column === respondent || known.has(heading)) continue
    asked++
    const blanks = new Set(
      [...(preset.blanks ?? []), ...(preset.skipped ?? [])].map((blank) => textOf(blank)),
    )
    const cells = texts(column).map((text) => (blanks.has(text) ? '' : text))
    const guessed = questionOf(`q${asked}`, cells)
    if (guessed === undefined || guessed.sure < 0.8)
      unclear.push({ what: 'question', column: column.heading })
    if (guessed !== undefined) questions[column.heading] = guessed.question
    trusted += guessed?.sure ?? 0
  }
  const parts = [
    tool === undefined ? 0.5 : 1,
    time === undefined ? 0 : order === 'unclear' ? 0.5 : 1,
    asked === 0 ? 0 : trusted / asked,
  ]
  const { dateOrder: _, ...rest } = preset
  return {
    layout: {
      zone,
      ...rest,
      submittedAt: time?.heading ?? preset.submittedAt,
      ...given({ dateOrder }),
      ...given({ respondent: respondent?.heading }),
      questions,
    },
    ...given({ tool }),
    sure: Math.round((parts.reduce((sum, part) => sum + part, 0) / parts.length) * 100) / 100,
    unclear,
  }
}
