import { guarded, needsAt, needsCount, needsText } from './guard.ts'
import type { MetricResult, Suppressed } from './result.ts'

/** One published figure of a table: what was asked, of whom, and of how many. */
export type TableCell = {
  readonly question: string
  /** A part of everybody asked: the segments of one question do not overlap. */
  readonly segment: string
  readonly n: number
  readonly result: MetricResult
  /** The lowest and the highest answer, where one answer is read of each: all of a small group may have said the same. */
  readonly range?: readonly [lowest: number, highest: number]
}

/** The figure of everybody who answered a question. */
export type TableTotal = Omit<TableCell, 'segment'>

export type SuppressedTable<Cell = TableCell, Total = TableTotal> = {
  readonly cells: readonly Cell[]
  readonly totals: readonly Total[]
}

/** How many answered, and the lowest and the highest answer. */
export type Answered = Pick<TableCell, 'n' | 'range'>

const tells = ({ n, range }: Answered, k: number): boolean =>
  n > 0 && k > 1 && (n < k || (n < 2 * k && range !== undefined && range[0] === range[1]))

/**
 * Whether a figure of these answers tells what a person said: fewer than `k` answered; or fewer than twice `k` did and
 * all said the same.
 *
 * @example
 * ```ts
 * import { tellsOnPeople } from 'training-ops/metrics'
 * tellsOnPeople({ n: 4, range: [2, 5] }, 5) // => true
 * tellsOnPeople({ n: 9, range: [5, 5] }, 5) // => true
 * tellsOnPeople({ n: 9, range: [4, 5] }, 5) // => false
 * ```
 */
export const tellsOnPeople = /* @__PURE__ */ guarded('tellsOnPeople', tells)

/**
 * A figure that is not told: of too few people, or because it would give answers away.
 *
 * @example
 * ```ts
 * import { suppressed } from 'training-ops/metrics'
 * suppressed(3, 5) // => { status: 'suppressed', n: 3, k: 5 }
 * suppressed(8, 5) // => { status: 'suppressed', n: 8, k: 5, because: 'protectsAnother' }
 * ```
 */
export const suppressed = /* @__PURE__ */ guarded(
  'suppressed',
  (n: number, k: number): Suppressed => ({
    status: 'suppressed',
    n,
    k,
    ...(n < k ? {} : { because: 'protectsAnother' }),
  }),
)

/**
 * Hides figures of too few people (小样本隐藏), question by question and segment by segment.
 *
 * A cell of fewer than `k` people (5 unless said otherwise) is hidden, and so is one of fewer than twice `k` who all
 * said the same, where its `range` is given. Where the hidden cells of a question could be found out by taking the
 * shown ones from the total, the next smallest is hidden too (with `because: 'protectsAnother'`), until at least two
 * cells and `k` people who did not all say the same are hidden together. A total is hidden as a cell is. People in no
 * segment (`n` of the total beyond that of the cells) count as a hidden cell. A cell of nobody has nothing to hide and
 * protects nothing.
 *
 * When to use: before any table of answers leaves the organisation's survey team.
 * When not: for tables whose figure is the number of people itself, because `n` of a hidden cell stays readable;
 * or for nested or overlapping segments, which can be taken from each other.
 *
 * Result: the same cells and totals in the same order, hidden ones with `status: 'suppressed'`. Throws when `n` is
 * not a whole number ≥ 0, `k` is not a whole number ≥ 1, a segment is listed twice for a question, or a total has
 * fewer people than its cells.
 *
 * Source: default D13 of the project's metric catalog (EvaP#1175); complementary suppression as in statistical
 * disclosure control.
 *
 * @example
 * ```ts
 * import { measured, suppressSmallCells } from 'training-ops/metrics'
 * const mean = (value: number, n: number) => ({ n, result: measured({ value, n, unit: 'scale' }) })
 * const { cells } = suppressSmallCells({
 *   cells: [
 *     { question: 'q1', segment: 'sales', ...mean(4.5, 20) },
 *     { question: 'q1', segment: 'legal', ...mean(2, 3) },
 *     { question: 'q1', segment: 'finance', ...mean(4, 8) },
 *   ],
 * })
 * cells.map((cell) => cell.result.status) // => ['ok', 'suppressed', 'suppressed']
 * cells[2]?.result // => { status: 'suppressed', n: 8, k: 5, because: 'protectsAnother' }
 * ```
 */
export const suppressSmallCells = /* @__PURE__ */ guarded(
  'suppressSmallCells',
  <Cell extends TableCell, Total extends TableTotal>({
    cells,
    totals = [],
    k = 5,
  }: {
    readonly cells: readonly Cell[]
    readonly totals?: readonly Total[]
    readonly k?: number
  }): SuppressedTable<Cell, Total> => {
    needsAt(Number.isSafeInteger(k) && k >= 1, 'suppressSmallCells', 'a whole number ≥ 1', 'k', k)
    const questions = byQuestion(cells)
    const unsegmented = new Map<string, number>()
    for (const [index, { question, n }] of totals.entries()) {
      needsCount('suppressSmallCells', 'totals[].n', n, index)
      const inSegments = (questions.get(question) ?? []).reduce((sum, cell) => sum + cell.n, 0)
      needsAt(
        n >= inSegments,
        'suppressSmallCells',
        `at least the people of its cells (${inSegments})`,
        'totals[].n',
        n,
        index,
      )
      unsegmented.set(question, n - inSegments)
    }

    const hidden = new Set<TableCell>()
    for (const [question, ofQuestion] of questions)
      for (const cell of cellsToHide(ofQuestion, k, unsegmented.get(question) ?? 0)) hidden.add(cell)

    return {
      cells: cells.map((cell) => (hidden.has(cell) ? hide(cell, k) : cell)),
      totals: totals.map((total) => (isToHide(total, k) ? hide(total, k) : total)),
    }
  },
)

const isToHide = (cell: TableTotal, k: number): boolean =>
  cell.result.status === 'suppressed' || tells(cell, k)

const hide = <Cell extends TableTotal>(cell: Cell, k: number): Cell =>
  cell.result.status === 'suppressed' ? cell : { ...cell, result: suppressed(cell.n, k) }

const byQuestion = (cells: readonly TableCell[]): ReadonlyMap<string, readonly TableCell[]> => {
  const questions = new Map<string, TableCell[]>()
  for (const [index, cell] of cells.entries()) {
    needsText('suppressSmallCells', 'cells[].question', cell.question, index)
    needsCount('suppressSmallCells', 'cells[].n', cell.n, index)
    const ofQuestion = questions.get(cell.question) ?? []
    questions.set(cell.question, ofQuestion)
    const isNew = ofQuestion.every(({ segment }) => segment !== cell.segment)
    needsAt(isNew, 'suppressSmallCells', 'each segment once', 'cells[].segment', cell.segment, index)
    ofQuestion.push(cell)
  }
  return questions
}

const cellsToHide = (
  cells: readonly TableCell[],
  k: number,
  unsegmentedPeople: number,
): readonly TableCell[] => {
  const smallestFirst = cells
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n || (a.segment < b.segment ? -1 : 1))
  const hidden = smallestFirst.filter((cell) => isToHide(cell, k))
  const nobodyIsLeft = unsegmentedPeople === 0 || unsegmentedPeople >= k
  if (hidden.length === 0 && nobodyIsLeft) return hidden

  const isProtected = () => {
    const n = hidden.reduce((sum, cell) => sum + cell.n, unsegmentedPeople)
    return unsegmentedPeople > 0
      ? hidden.length > 0 && n >= k
      : hidden.length > 1 && n >= k && !tells({ n, range: rangeOf(hidden) }, k)
  }
  for (const cell of smallestFirst) {
    if (isProtected()) break
    if (!hidden.includes(cell)) hidden.push(cell)
  }
  return hidden
}

/** From the lowest to the highest answer of all; where it is not known of one of them, anything. */
const rangeOf = (cells: readonly TableCell[]) =>
  [
    Math.min(...cells.map(({ range }) => range?.[0] ?? -Infinity)),
    Math.max(...cells.map(({ range }) => range?.[1] ?? Infinity)),
  ] as const
