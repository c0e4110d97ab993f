/** From the columns of a sheet to figures: pure functions over `training-ops/metrics`. */
import { parse } from 'csv-parse/browser/esm/sync'
import {
  effectSize,
  itemDistribution,
  type MetricResult,
  meanGain,
  meanNumber,
  netPromoterScore,
  suppressSmallCells,
  topTwoBox,
} from 'training-ops/metrics'

export type Sheet = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** What a column is read as. */
export type Role =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'scale'; readonly min: number; readonly max: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'before' }
  | { readonly kind: 'after' }
  | { readonly kind: 'segment' }

export type Bar = { readonly label: string; readonly count: number }
export type Row = {
  /** The metric's id in the catalog; its name and definition are told beside it. */
  readonly metric: 'M31' | 'M32' | 'M34' | 'M39' | 'M40' | 'M43'
  readonly about: string
  readonly segment?: string
  readonly result: MetricResult
}
export type Figures = {
  readonly rows: readonly Row[]
  readonly pictures: readonly { readonly about: string; readonly bars: readonly Bar[] }[]
  /** Cells that are no number where a number is asked for: row from 1, without the headings. They count as no answer. */
  readonly bad: readonly { readonly row: number; readonly column: string; readonly cell: string }[]
}

/** Reads a CSV: comma, semicolon or tab, with or without a byte order mark; the first line is the headings. */
export const readSheet = (text: string): Sheet => {
  const [first = ''] = text.split('\n')
  const delimiter = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const lines = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  const [headings = [], ...rows] = lines
  return { headings: headings.map((heading, at) => heading || `${at + 1}`), rows }
}

const leading = /^[+-]?\d+(?:[.,]\d+)?/
const steps: Readonly<Record<string, number>> = { 非常满意: 5, 满意: 4, 一般: 3, 不满意: 2, 非常不满意: 1 }

/** A number, or the number a text begins with (`5 - very good`), or a step of the usual five; nothing for an empty cell. */
const numberIn = (cell: string): number | null | undefined => {
  if (cell === '' || /^(n\/?a|-|\(空\)|\(跳过\))$/i.test(cell)) return null
  const known = steps[cell]
  if (known !== undefined) return known
  const [number] = leading.exec(cell) ?? []
  return number === undefined ? undefined : Number(number.replace(',', '.'))
}

/** What a column is, by its heading and by its cells: to be looked at before it is used. */
export const proposedRoles = ({ headings, rows }: Sheet): readonly Role[] =>
  headings.map((heading, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    const numbers = cells.map(numberIn).filter((one) => one !== undefined && one !== null)
    const areNumbers = cells.length > 0 && numbers.length >= cells.length * 0.8
    if (areNumbers && /\b(pre|before)\b|前测|训前/i.test(heading)) return { kind: 'before' }
    if (areNumbers && /\b(post|after)\b|后测|训后/i.test(heading)) return { kind: 'after' }
    const distinct = new Set(cells).size
    if (!areNumbers)
      return distinct > 1 && distinct <= 12 && distinct <= cells.length / 3
        ? { kind: 'segment' }
        : { kind: 'ignore' }
    if (/^(id|no|序号|编号|工号|学号)$/i.test(heading.trim()) || /\bid\b/i.test(heading))
      return { kind: 'ignore' }
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
    const isWhole = numbers.every(Number.isInteger)
    if (isWhole && low >= 1 && high <= 5) return { kind: 'scale', min: 1, max: 5 }
    if (isWhole && low >= 0 && high <= 10) return { kind: 'scale', min: 0, max: 10 }
    return { kind: 'number' }
  })

type Answers = readonly (number | null)[]
const rangeOf = (answers: Answers): readonly [number, number] | undefined => {
  const given = answers.filter((one) => one !== null)
  return given.length === 0 ? undefined : [Math.min(...given), Math.max(...given)]
}
const givenIn = (answers: Answers): number => answers.filter((one) => one !== null).length

/**
 * The figures of a sheet. Answers are taken as a sample of a larger group, so that shares and means have their intervals. Figures of
 * fewer than `k` people are held back, and with them those they could be found out from.
 */
export const figuresOf = (sheet: Sheet, roles: readonly Role[], k: number): Figures => {
  const bad: Figures['bad'][number][] = []
  const answersIn = (column: number, scale?: { readonly min: number; readonly max: number }): Answers =>
    sheet.rows.map((cells, row) => {
      const cell = cells[column] ?? ''
      const number = numberIn(cell)
      const fits =
        scale === undefined ||
        number === null ||
        number === undefined ||
        (Number.isInteger(number) && number >= scale.min && number <= scale.max)
      if (number !== undefined && fits) return number
      bad.push({ row: row + 1, column: sheet.headings[column] ?? '', cell })
      return null
    })
  const columns = roles.map((role, column) => ({ role, column, about: sheet.headings[column] ?? '' }))
  const segmentColumn = columns.find(({ role }) => role.kind === 'segment')
  const segments =
    segmentColumn === undefined
      ? []
      : [...new Set(sheet.rows.map((cells) => cells[segmentColumn.column] ?? ''))]
          .filter((one) => one !== '')
          .sort()
  const inSegment = (answers: Answers, segment: string): Answers =>
    answers.filter((_, row) => (sheet.rows[row]?.[segmentColumn?.column ?? -1] ?? '') === segment)

  const rows: Row[] = []
  const pictures: Figures['pictures'][number][] = []
  const held = (
    metric: Row['metric'],
    about: string,
    answers: Answers,
    measure: (answers: Answers) => MetricResult,
  ) => {
    const cell = (of: Answers) => {
      const range = rangeOf(of)
      return {
        question: about,
        n: givenIn(of),
        result: measure(of),
        ...(range === undefined ? {} : { range }),
      }
    }
    const { cells, totals } = suppressSmallCells({
      cells: segments.map((segment) => ({ segment, ...cell(inSegment(answers, segment)) })),
      totals: [cell(answers)],
      k,
    })
    for (const { result } of totals) rows.push({ metric, about, result })
    for (const { segment, result } of cells) rows.push({ metric, about, segment, result })
    return totals[0]?.result.status === 'ok'
  }
  for (const { role, column, about } of columns) {
    if (role.kind === 'scale') {
      const scale = { min: role.min, max: role.max }
      const answers = answersIn(column, scale)
      const isShown = held('M31', about, answers, (of) =>
        itemDistribution({ answers: of, scale, sampled: true }),
      )
      held('M32', about, answers, (of) => topTwoBox({ answers: of, scale, sampled: true }))
      if (role.min === 0 && role.max === 10)
        held('M34', about, answers, (of) => netPromoterScore({ answers: of, scale }))
      const whole = itemDistribution({ answers, scale })
      if (isShown && whole.status === 'ok')
        pictures.push({
          about,
          bars: whole.histogram.map(({ answer, count }) => ({ label: String(answer), count })),
        })
    }
    if (role.kind === 'number')
      held('M39', about, answersIn(column), (of) => meanNumber({ answers: of, sampled: true }))
  }
  const [before, after] = (['before', 'after'] as const).map((kind) =>
    columns.find(({ role }) => role.kind === kind),
  )
  if (before !== undefined && after !== undefined) {
    const scores = { before: answersIn(before.column), after: answersIn(after.column) }
    const about = `${before.about} → ${after.about}`
    const pairs = scores.before.filter((one, row) => one !== null && scores.after[row] !== null).length
    const results = { M40: meanGain(scores), M43: effectSize(scores) }
    for (const metric of ['M40', 'M43'] as const)
      rows.push({
        metric,
        about,
        result: pairs < k ? { status: 'suppressed', n: pairs, k } : results[metric],
      })
  }
  return { rows, pictures, bad }
}

/** Sixty invented answers, to begin with. */
export const sampleSheet = (): string => {
  const lines = ['id,department,The course was clear,I would recommend it (0-10),score before,score after']
  const departments = [
    'sales',
    'sales',
    'sales',
    'production',
    'production',
    'service',
    'service',
    'engineering',
  ]
  for (let person = 1; person <= 60; person++) {
    const turn = (person * 37) % 11
    const department = person <= 3 ? 'legal' : departments[person % departments.length]
    const clear = person % 17 === 0 ? '' : String(Math.min(5, 3 + (turn % 3)))
    const before = 48 + ((person * 13) % 30)
    lines.push(
      `${person},${department},${clear},${Math.min(10, 5 + (turn % 6))},${before},${person % 19 === 0 ? '' : before + 6 + (turn % 9)}`,
    )
  }
  return lines.join('\n')
}
