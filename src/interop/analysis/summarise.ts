/** From a table to figures: which apply and why, which do not and what they would need. */
import { mistake } from '../../kernel/index.ts'
import {
  benefitCostRatio,
  classNormalisedGain,
  completionRate,
  cronbachAlpha,
  effectSize,
  itemDistribution,
  type MetricResult,
  meanGain,
  meanNumber,
  netPromoterScore,
  notMeasurable,
  optionShares,
  pairedT,
  passRate,
  returnOnInvestment,
  subscaleScores,
  suppressSmallCells,
  topTwoBox,
  wilcoxonSignedRank,
} from '../../metrics/index.ts'
import { given } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { decimalIn, plainText, textOf, wholeNumberIn } from '../surveys/cell.ts'
import { codingsOf, lookupOf, no, readSheet, type SurveySheet, setOf, yes } from '../surveys/read.ts'
import { type Column, type ColumnOf, isOf, numbersOf, rangeOf, told, type Value } from './columns.ts'
import type { ColumnMeaning, SummaryFigure, SummaryMapping, SummaryReason } from './mapping.ts'
import { type Arms, armsOf, ofArms } from './of-arms.ts'
import { ofCounts } from './of-counts.ts'

/** A cell that does not fit its column's meaning: it counts as no answer, and is told. */
export type UnreadCell = { readonly row: number; readonly column: string; readonly cell: string }

export type Summary = {
  /** Rows that were read. */
  readonly rows: number
  readonly figures: readonly SummaryFigure[]
  /** Figures of the same kind that could not be made, and the column they would need. */
  readonly notApplicable: readonly { readonly metric: string; readonly needs: SummaryReason }[]
  readonly unread: readonly UnreadCell[]
  /** Rows that were left out. */
  readonly leftOut: readonly {
    readonly row: number
    readonly because: 'emptyRow' | 'personTwice' | 'unreadableRow'
  }[]
  /** Columns of the mapping that the sheet does not have. */
  readonly missing: readonly string[]
}

const longestTold = 200
const mostUnread = 1000

/** The metrics that are tried, by the column they are made of. */
const tried: Readonly<Record<SummaryReason, readonly string[]>> = {
  scale: ['M31', 'M32'],
  subscale: ['M33', 'M35'],
  recommendation: ['M34'],
  options: ['M38'],
  number: ['M39'],
  scores: ['M40', 'M41', 'M42', 'M43', 'M44'],
  measure: [],
  arms: ['M72', 'M72b', 'M43b'],
  outcome: ['M46', 'M06'],
  counts: ['M30'],
  money: ['M82', 'M83'],
}

/** The texts of a column that says who was trained. */
export const trainedTexts = setOf([
  ...yes,
  'trained',
  'treated',
  'treatment',
  'training',
  't',
  '培训',
  '培训组',
  '实验组',
  '参训',
])
export const controlTexts = setOf([
  ...no,
  'control',
  'untrained',
  'not trained',
  'comparison',
  'c',
  '对照',
  '对照组',
  '未参训',
])

type Read = (cell: unknown, text: string) => Value | undefined

/** How the cells of a column are read; `undefined` where a cell does not fit. */
const readerOf = (meaning: ColumnMeaning): Read => {
  switch (meaning.is) {
    case 'scale': {
      const { min, max, values = {} } = meaning
      const known = lookupOf(values)
      return (_cell, text) => {
        const number = known(text) ?? wholeNumberIn(text)
        return number !== undefined && number >= min && number <= max ? number : undefined
      }
    }
    case 'recommendation':
      return (_cell, text) => {
        const number = wholeNumberIn(text)
        return number !== undefined && number >= 0 && number <= 10 ? number : undefined
      }
    case 'choice':
    case 'choices': {
      const { options } = meaning
      const known =
        options === undefined
          ? undefined
          : lookupOf(Object.fromEntries(options.map((one) => [one, plainText(one)])))
      const between = meaning.is === 'choice' ? undefined : (meaning.separator ?? ';')
      return (_cell, text) => {
        const parts =
          between === undefined
            ? [text]
            : text
                .split(between)
                .map(plainText)
                .filter((part) => part !== '')
        const chosen = parts.map((part) => (known === undefined ? part : known(part)))
        return chosen.every((one) => one !== undefined) ? [...new Set(chosen as string[])] : undefined
      }
    }
    case 'outcome': {
      const said = meaning.yes === undefined ? yes : setOf(meaning.yes)
      const denied = meaning.no === undefined ? no : setOf(meaning.no)
      const has = (all: ReadonlySet<string>, text: string) => all.has(text) || all.has(text.toLowerCase())
      return (_cell, text) => (has(said, text) ? true : has(denied, text) ? false : undefined)
    }
    case 'arm': {
      const trained = meaning.treated === undefined ? trainedTexts : setOf(meaning.treated)
      const others = meaning.control === undefined ? controlTexts : setOf(meaning.control)
      const has = (all: ReadonlySet<string>, text: string) => all.has(text) || all.has(text.toLowerCase())
      return (_cell, text) => (has(trained, text) ? true : has(others, text) ? false : undefined)
    }
    case 'count':
      return (_cell, text) => {
        const number = wholeNumberIn(text.replace(/,(?=\d{3}\b)/g, ''))
        return number !== undefined && number >= 0 ? number : undefined
      }
    case 'number':
    case 'measure':
    case 'score':
    case 'benefit':
    case 'cost': {
      const { decimalMark = '.' } = meaning
      const units =
        meaning.is === 'score'
          ? ['%']
          : meaning.is === 'number' || meaning.is === 'measure'
            ? [meaning.unit ?? '', ...(meaning.is === 'measure' ? ['%'] : [])]
            : [meaning.currency, '¥', '€', '$', '£', '元']
      return (cell, text) => {
        const found = decimalIn(cell, text, { units, decimalMark })
        if (found === undefined) return undefined
        const number = found.number / 10 ** found.decimals
        return meaning.is === 'score' ? inPercent(number, meaning.written, text) : number
      }
    }
    default:
      return (_cell, text) => [text]
  }
}

type Score = ColumnMeaning & { readonly is: 'score' }
const inPercent = (number: number, written: Score['written'], text: string): number | undefined => {
  const most =
    written === 'percent' || text.endsWith('%') ? 100 : written === 'fraction' ? 1 : written.pointsOutOf
  return number >= 0 && number <= most ? Math.round((number / most) * 1e8) / 1e6 : undefined
}

const optionsOf = ({ cells }: Column): readonly (readonly string[] | null)[] =>
  cells.map((cell) => (Array.isArray(cell) ? cell : null))
const flagsOf = ({ cells }: Column): readonly boolean[] => cells.filter((cell) => typeof cell === 'boolean')

/** The answers as agreement: a reversed question is turned. */
const agreementOf = (column: ColumnOf<'scale'>): readonly (number | null)[] => {
  const { min, max, reversed = false } = column.meaning
  return numbersOf(column).map((one) => (one === null || !reversed ? one : min + max - one))
}

const ofScale = (column: ColumnOf<'scale'>, k: number): readonly SummaryFigure[] => {
  const answers = agreementOf(column)
  const { min, max } = column.meaning
  const asked = { answers, scale: { min, max }, sampled: true }
  const figure = (metric: string, result: MetricResult): SummaryFigure => ({
    metric,
    columns: [column.heading],
    because: 'scale',
    result: told(result, answers, k),
  })
  return [figure('M31', itemDistribution(asked)), figure('M32', topTwoBox(asked))]
}

/** Satisfaction by group: a group of too few, and what would give it away, is not told. */
const byGroup = (
  columns: readonly ColumnOf<'scale'>[],
  group: Column,
  k: number,
): readonly SummaryFigure[] => {
  const groups = group.cells.map((cell) => (Array.isArray(cell) ? (cell as readonly string[])[0] : undefined))
  const names = [...new Set(groups)].sort()
  const measuredIn = (column: ColumnOf<'scale'>, rows: readonly (number | null)[]) => {
    const answered = rows.filter((one) => one !== null)
    const { min, max } = column.meaning
    return {
      question: column.heading,
      n: answered.length,
      result: topTwoBox({ answers: rows, scale: { min, max }, sampled: true }) as MetricResult,
      ...(answered.length === 0 ? {} : { range: rangeOf(answered, k) }),
    }
  }
  const cells = columns.flatMap((column) => {
    const answers = agreementOf(column)
    return names.map((name) => ({
      ...measuredIn(
        column,
        answers.filter((_, row) => groups[row] === name),
      ),
      segment: name ?? '',
    }))
  })
  const totals = columns.map((column) => measuredIn(column, agreementOf(column)))
  const hidden = suppressSmallCells({ cells, totals, k })
  return hidden.cells
    .filter(({ segment }) => segment !== '')
    .map(({ question, segment, result }) => ({
      metric: 'M32',
      columns: [question],
      because: 'scale',
      group: segment,
      result,
    }))
}

const ofSubscale = (
  of: string,
  columns: readonly ColumnOf<'scale'>[],
  k: number,
): readonly SummaryFigure[] => {
  const { min, max } = columns[0]?.meaning ?? { min: 0, max: 1 }
  const lists = columns.map(agreementOf)
  const rows = (lists[0] ?? []).map((_, row) => lists.map((list) => list[row] ?? null))
  const people = rows.map((row) =>
    row.some((one) => one !== null) ? row.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null,
  )
  const scale = { min, max }
  const isOneScale = columns.every(({ meaning }) => meaning.min === min && meaning.max === max)
  const other = columns.find(({ meaning }) => meaning.min !== min || meaning.max !== max)?.meaning
  const mismatch = () =>
    notMeasurable({
      code: 'ScaleMismatch',
      expected: `${min} to ${max}`,
      got: `${other?.min} to ${other?.max}`,
    })
  const figure = (metric: string, result: MetricResult): SummaryFigure => ({
    metric,
    columns: columns.map(({ heading }) => heading),
    because: 'subscale',
    of,
    result: told(result, people, k),
  })
  const scores = () =>
    subscaleScores({ answers: rows, subscales: { [of]: columns.map((_, at) => at) }, scale })[of]
  return [
    figure('M33', isOneScale ? (scores() ?? mismatch()) : mismatch()),
    figure('M35', isOneScale ? cronbachAlpha({ scores: rows }) : mismatch()),
  ]
}

const ofOptions = (column: ColumnOf<'choice' | 'choices'>, k: number): readonly SummaryFigure[] => {
  const answers = optionsOf(column)
  const options =
    column.meaning.options?.map(plainText) ?? [...new Set(answers.flatMap((one) => one ?? []))].sort()
  if (options.length === 0) return []
  const shares = optionShares({ answers, options, sampled: true })
  const isOne = column.meaning.is === 'choice'
  return options.map((option): SummaryFigure => {
    // of one choice all options tell of the same answer; of several each is a question of its own
    const compared = answers.map((one) =>
      one === null ? null : isOne ? options.indexOf(one[0] ?? '') : Number(one.includes(option)),
    )
    const result = told(shares[option] as MetricResult, compared, k)
    return { metric: 'M38', columns: [column.heading], because: 'options', of: option, result }
  })
}

type Measured = ColumnOf<'score' | 'measure'>

/** A test or a measure before and after: of the trained where there is a control group, which is compared with them then. */
const ofTest = (
  because: 'scores' | 'measure',
  name: string,
  columns: readonly Measured[],
  arms: Arms | undefined,
  k: number,
): readonly SummaryFigure[] => {
  const [before, after] = (['before', 'after'] as const).map((when) =>
    columns.find(({ meaning }) => meaning.when === when),
  )
  if (after === undefined) return []
  const headings = [...(before === undefined ? [] : [before.heading]), after.heading]
  const compared = arms === undefined ? [] : ofArms({ name, headings, before, after }, arms, k)
  if (before === undefined) return compared
  const isMeant = (_: unknown, row: number) => arms === undefined || arms.isTreated[row] === true
  const scores = { before: numbersOf(before).filter(isMeant), after: numbersOf(after).filter(isMeant) }
  const gains = scores.before.map((one, row) => {
    const other = scores.after[row] ?? null
    return one === null || other === null ? null : other - one
  })
  const results: readonly (readonly [string, MetricResult])[] = [
    ['M40', meanGain(scores)],
    ['M41', pairedT(scores)],
    ['M42', wilcoxonSignedRank(scores)],
    ['M43', effectSize(scores)],
    ...(because === 'scores' ? ([['M44', classNormalisedGain({ ...scores, max: 100 })]] as const) : []),
  ]
  return [
    ...results.map(([metric, result]) => ({
      metric,
      columns: headings,
      because,
      of: name,
      result: told(result, gains, k),
    })),
    ...compared,
  ]
}

const ofOutcome = (column: ColumnOf<'outcome'>, k: number): SummaryFigure => {
  const flags = flagsOf(column)
  const [metric, result] =
    column.meaning.of === 'passed'
      ? (['M46', passRate({ people: flags.map((one) => [one]), sampled: true })] as const)
      : ([
          'M06',
          completionRate({ completed: flags.filter(Boolean).length, ended: flags.length, sampled: true }),
        ] as const)
  return { metric, columns: [column.heading], because: 'outcome', result: told(result, flags.map(Number), k) }
}

const ofMoney = (columns: readonly ColumnOf<'benefit' | 'cost'>[]): readonly SummaryFigure[] => {
  const sides = (['benefit', 'cost'] as const).map((is) => columns.filter(({ meaning }) => meaning.is === is))
  if (sides.some((side) => side.length === 0)) return []
  const headings = columns.map(({ heading }) => heading)
  const [currency = '', other] = [...new Set(columns.map(({ meaning }) => meaning.currency))]
  const sumOf = (side: readonly Column[]) =>
    side.reduce(
      (sum, column) =>
        sum + numbersOf(column).reduce<number>((all, one) => all + Math.round((one ?? 0) * 100), 0),
      0,
    )
  const [benefits = 0, costs = 0] = sides.map(sumOf)
  const figure = (metric: string, result: MetricResult): SummaryFigure => ({
    metric,
    columns: headings,
    because: 'money',
    result,
  })
  if (other !== undefined) {
    const mixed = notMeasurable({ code: 'ScaleMismatch', expected: currency, got: other })
    return [figure('M82', mixed), figure('M83', mixed)]
  }
  const program = { benefits, costs, currency }
  return [figure('M82', benefitCostRatio(program)), figure('M83', returnOnInvestment(program))]
}

const grouped = <Item extends Column>(
  columns: readonly Item[],
  nameOf: (column: Item) => string | undefined,
) => {
  const groups = new Map<string, Item[]>()
  for (const column of columns) {
    const name = nameOf(column)
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), column])
  }
  return [...groups]
}

/** The columns of a sheet as the mapping means them, and what of it could not be read. */
const readColumns = (sheet: SurveySheet, { columns, blanks = [], headings }: SummaryMapping) => {
  const read = readSheet(sheet, given({ headings }))
  const empty = codingsOf(blanks)
  const unread: UnreadCell[] = []
  const leftOut: Summary['leftOut'][number][] = []
  const named = Object.entries(columns).map(([heading, meaning]) => ({
    heading,
    key: plainText(heading),
    meaning,
    read: readerOf(meaning),
  }))
  const person = named.find(({ meaning }) => meaning.is === 'person')
  const people = new Set<string>()
  const there = new Set<string>()
  const lists = named.map((): (Value | null)[] => [])
  for (const [index, cells] of (read?.rows ?? []).entries()) {
    const row = index + 1
    let values: readonly (Value | null)[]
    let who = ''
    try {
      if (cells === undefined) throw new TypeError()
      who = person === undefined ? '' : (textOf(cells.get(person.key)) ?? '')
      const own: UnreadCell[] = []
      values = named.map(({ heading, key, read }) => {
        if (!cells.has(key) || cells.isTwice(key)) return null
        there.add(heading)
        const cell = cells.get(key)
        const text = textOf(cell)
        if (text === '' || (text !== undefined && empty.has(text))) return null
        const value = text === undefined ? undefined : read(cell, text)
        if (value === undefined) own.push({ row, column: heading, cell: (text ?? '').slice(0, longestTold) })
        return value ?? null
      })
      if (values.every((value) => value === null) && own.length === 0) {
        leftOut.push({ row, because: 'emptyRow' })
        continue
      }
      if (who !== '' && people.has(who)) {
        leftOut.push({ row, because: 'personTwice' })
        continue
      }
      if (unread.length < mostUnread) unread.push(...own)
    } catch {
      leftOut.push({ row, because: 'unreadableRow' })
      continue
    }
    if (who !== '') people.add(who)
    for (const [at, value] of values.entries()) lists[at]?.push(value)
  }
  const found = named.map(
    ({ heading, meaning }, at): Column => ({ heading, meaning, cells: lists[at] ?? [] }),
  )
  return {
    found: found.filter(({ heading }) => there.has(heading)),
    missing: named.map(({ heading }) => heading).filter((heading) => !there.has(heading)),
    unread,
    leftOut,
    rows: lists[0]?.length ?? 0,
  }
}

/**
 * A table as figures, for an analyst with a spreadsheet and no system (分析表格数据). Rows are as a spreadsheet has them: under their
 * headings, or as cells with the headings on top. The mapping says what each column means: a scale with its ends, a reversed
 * question, scores in percent, as a fraction or in points, a currency, the group, the person. A blank is missing and never 0; a cell
 * that does not fit is missing too, and told in `unread`.
 *
 * Result: each figure that applies, with n, interval and the kind of column it rests on; the metrics that do not, with the column
 * they would need. Nothing is told of fewer than `k` people (5 unless said), nor where all of fewer than twice as many said the same.
 * Chart specifications and a page are made of it by `summaryDocument`. Throws for a mapping that is none.
 *
 * @example
 * ```ts
 * import { summarise } from 'training-ops/interop'
 * const rows = ['5', '4', '', '2', '5', '3', 'n/a'].map((answer) => ({ 'Was it clear?': answer }))
 * const { figures, unread } = summarise(rows, { columns: { 'Was it clear?': { is: 'scale', min: 1, max: 5 } } })
 * figures.map(({ metric, result }) => [metric, result.status === 'ok' && result.value, result.status === 'ok' && result.n]) // => [['M31', 3.8, 5], ['M32', 0.6, 5]]
 * unread // => [{ row: 7, column: 'Was it clear?', cell: 'n/a' }]
 * ```
 */
export const summarise = (rows: SurveySheet, mapping: SummaryMapping): Summary =>
  needing('summarise', 'rows and a mapping of columns', () => {
    const { k = 5 } = mapping
    if (!Number.isInteger(k) || k < 1) throw mistake('summarise', 'k as a whole number from 1', String(k))
    const { found, missing, unread, leftOut, rows: read } = readColumns(rows, mapping)
    const scales = found.filter(isOf('scale'))
    const subscales = grouped(scales, ({ meaning }) => meaning.subscale).filter(
      ([, columns]) => columns.length > 1,
    )
    const group = found.find(isOf('group'))
    const arms = armsOf(found)
    const figures: readonly SummaryFigure[] = [
      ...scales.flatMap((column) => ofScale(column, k)),
      ...(group === undefined ? [] : byGroup(scales, group, k)),
      ...subscales.flatMap(([name, columns]) => ofSubscale(name, columns, k)),
      ...found.filter(isOf('recommendation')).map((column): SummaryFigure => {
        const answers = numbersOf(column)
        const result = netPromoterScore({ answers, scale: { min: 0, max: 10 } })
        return {
          metric: 'M34',
          columns: [column.heading],
          because: 'recommendation',
          result: told(result, answers, k),
        }
      }),
      ...found.filter(isOf('choice', 'choices')).flatMap((column) => ofOptions(column, k)),
      ...found.filter(isOf('number')).map((column): SummaryFigure => {
        const answers = numbersOf(column)
        const result = meanNumber({ answers: answers.filter((one) => one !== null), sampled: true })
        return {
          metric: 'M39',
          columns: [column.heading],
          because: 'number',
          ...given({ of: column.meaning.unit }),
          result: told(result, answers, k),
        }
      }),
      ...grouped(found.filter(isOf('score')), ({ meaning }) => meaning.test).flatMap(([test, columns]) =>
        ofTest('scores', test, columns, arms, k),
      ),
      ...grouped(found.filter(isOf('measure')), ({ meaning }) => meaning.of).flatMap(([of, columns]) =>
        ofTest('measure', of, columns, arms, k),
      ),
      ...found.filter(isOf('outcome')).map((column) => ofOutcome(column, k)),
      ...ofCounts(found.filter(isOf('count')), k),
      ...ofMoney(found.filter(isOf('benefit', 'cost'))),
    ]
    const made = new Set(figures.map(({ metric }) => metric))
    const notApplicable = Object.entries(tried).flatMap(([needs, metrics]) =>
      metrics
        .filter((metric) => !made.has(metric))
        .map((metric) => ({ metric, needs: needs as SummaryReason })),
    )
    return { rows: read, figures, notApplicable, unread, leftOut, missing }
  })
