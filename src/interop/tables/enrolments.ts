/** Rows of enrolments (报名表), as a spreadsheet or another system has them, as commands of bulk enrolment. */
import * as z from 'zod'
import { basis, whoAsks } from '../../delivery/events/terms.ts'
import type { Command } from '../../kernel/index.ts'
import { derivedId, given, learnerId, offeringId } from '../../vocabulary/index.ts'
import { needing } from '../foreign.ts'
import { textOf } from '../surveys/cell.ts'
import { attempt } from '../surveys/read.ts'
import { surveyTime } from '../surveys/time.ts'

const facts = {
  offeringId,
  learnerId,
  department: whoAsks.department,
  position: whoAsks.position,
  level: whoAsks.level,
  jobFamily: whoAsks.jobFamily,
  place: whoAsks.place,
  joins: whoAsks.joins,
  priority: whoAsks.priority,
  employment: basis.employment,
}
const rowOf = z.strictObject(facts)

/** One learner, with what a request of theirs would say. */
export type EnrolledRow = {
  readonly learnerId: string
  readonly department?: string | undefined
  readonly position?: string | undefined
  readonly level?: string | undefined
  readonly jobFamily?: string | undefined
  readonly place?: string | undefined
  readonly joins?: 'onSite' | 'online' | undefined
  readonly priority?: number | undefined
  readonly employment?: { readonly hiredOn: string; readonly leftOn?: string | undefined } | undefined
}

/** The facts a row may hold; employment is two days. */
export type EnrolmentColumn = Exclude<keyof EnrolledRow, 'employment'> | 'offeringId' | 'hiredOn' | 'leftOn'

export type EnrolmentReading = {
  /** Names the import: the ids of the commands are made of it, so that reading the same rows again asks nothing twice. */
  readonly importId: string
  readonly at: string
  /** The source of the requests: `assigned` by the organisation, or by a `manager`. */
  readonly source: 'assigned' | 'manager'
  /** The heading of the column that holds each fact. */
  readonly columns: { readonly [Fact in EnrolmentColumn]?: string }
  /** The class of every row, where no column says it. */
  readonly offeringId?: string
}

/** A cell that could not be read; the first row of the sheet is 1. */
export type BadEnrolmentCell = {
  readonly row: number
  readonly column: string
  readonly code: 'Missing' | 'Unreadable'
  readonly cell?: string
}

export type EnrolmentCommands = {
  readonly commands: readonly Command<
    'EnrolLearners',
    Pick<EnrolmentReading, 'at' | 'source'> & {
      readonly offeringId: string
      readonly learners: EnrolledRow[]
    }
  >[]
  readonly bad: readonly BadEnrolmentCell[]
}

const mostAtOnce = 1000
type Cells = Readonly<Record<string, unknown>>

/** The text of a fact's cell; of a day, in whatever form it is written, the day. Nothing where the cell is blank. */
const factIn = (cells: unknown, { columns }: EnrolmentReading, fact: EnrolmentColumn): string | undefined => {
  const column = columns[fact]
  const cell = column === undefined ? undefined : attempt(() => (cells as Cells)[column])
  const day = fact === 'hiredOn' || fact === 'leftOn' ? surveyTime(cell, { zone: 'UTC' }) : ''
  return (/^\d/.test(day) ? day.slice(0, 10) : textOf(cell)) || undefined
}

const read = (cells: unknown, reading: EnrolmentReading) => {
  const { columns, offeringId } = reading
  const { hiredOn, leftOn, priority, ...rest } = Object.fromEntries(
    Object.keys(columns).map((fact) => [fact, factIn(cells, reading, fact as EnrolmentColumn)]),
  )
  return rowOf.safeParse({
    ...given({ offeringId, priority: priority === undefined ? undefined : Number(priority) }),
    ...given(rest),
    ...(hiredOn === undefined && leftOn === undefined ? {} : { employment: given({ hiredOn, leftOn }) }),
  })
}

/**
 * Rows of enrolments as `EnrolLearners` commands: one for each class, and for each thousand of its people. Importing rejects
 * all that asking directly rejects: the decision answers each learner (`BulkEnrolmentAnswered`), by the same rules. Cells that
 * cannot be read are told with row, column and reason, and their rows are left out. Throws a `TypeError` for a reading
 * without `importId`, `at`, `source` and `columns`.
 *
 * @example
 * ```ts
 * import { enrolmentsFromRows } from 'training-ops/interop'
 * const { commands, bad } = enrolmentsFromRows(
 *   [
 *     { 工号: 'p017', 部门: 'sales', 入职日期: '2020-03-01' },
 *     { 工号: 'p018', 部门: 'sales', 入职日期: 'spring' },
 *   ],
 *   {
 *     ...{ importId: 'hr-2026-03', at: '2026-03-02T01:00:00.000Z', source: 'assigned', offeringId: 'o-1' },
 *     columns: { learnerId: '工号', department: '部门', hiredOn: '入职日期' },
 *   },
 * )
 * commands.map(({ data }) => data.learners.map(({ learnerId }) => learnerId)) // => [['p017']]
 * bad // => [{ row: 2, column: '入职日期', code: 'Unreadable', cell: 'spring' }]
 * ```
 */
export const enrolmentsFromRows = (rows: readonly Cells[], reading: EnrolmentReading): EnrolmentCommands =>
  needing('enrolmentsFromRows', 'rows, and a reading with importId, at, source and columns', () => {
    const { importId, at, source, columns } = reading
    const bad: BadEnrolmentCell[] = []
    const classes = new Map<string, EnrolledRow[]>()
    for (const [nth, cells] of rows.entries()) {
      const row = read(cells, reading)
      if (row.success) {
        const { offeringId, ...learner } = row.data
        const own = classes.get(offeringId)
        if (own === undefined) classes.set(offeringId, [learner])
        else own.push(learner)
        continue
      }
      const told = new Set<string>()
      for (const { path } of row.error.issues) {
        const fact = (path[0] === 'employment' ? (path[1] ?? 'hiredOn') : path[0]) as EnrolmentColumn
        if (told.has(fact)) continue
        told.add(fact)
        const cell = factIn(cells, reading, fact)
        const code = cell === undefined ? 'Missing' : 'Unreadable'
        bad.push({
          row: nth + 1,
          column: columns[fact] ?? fact,
          code,
          ...given({ cell: cell?.slice(0, 200) }),
        })
      }
    }
    const commands = [...classes].flatMap(([offeringId, learners]) =>
      Array.from({ length: Math.ceil(learners.length / mostAtOnce) }, (_, part) => ({
        type: 'EnrolLearners' as const,
        data: {
          ...{ at, offeringId, source },
          learners: learners.slice(part * mostAtOnce, (part + 1) * mostAtOnce),
        },
        metadata: { commandId: derivedId(importId, offeringId, String(part)) },
      })),
    )
    return { commands, bad }
  })
