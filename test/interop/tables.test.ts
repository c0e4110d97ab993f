import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as ops from 'training-ops'
import { deliveryEvents, enrolmentRecord, project } from 'training-ops'
import { hoursByPerson, tableCsv, viewTables } from 'training-ops/interop'
import { en, type Language, zhCN } from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const at = '2026-03-01T01:00:00.000Z'
const made = deliveryEvents.make

const wordsOf = ({ words }: Language, column: string): string | undefined =>
  (words as Readonly<Record<string, string>>)[`column.${column}`]

/** The tables and columns in their declaration, with the comment before each. */
const declared = (file: string): string => {
  const source = readFileSync(`src/interop/tables/${file}`, 'utf8')
  const page: string[] = []
  for (const [, comment = '', indent = '', name = ''] of source.matchAll(
    /\/\*\* (.*?) \*\/\n(\s+)(\w+): (?=\(|\w+\()/g,
  )) {
    if (indent.length <= 2)
      page.push(`\n## ${name}\n\n${comment}\n\n| column | 中文 | meaning |\n|---|---|---|`)
    else page.push(`| \`${name}\` | ${wordsOf(zhCN, name)} | ${comment.replaceAll('|', '\\|')} |`)
  }
  return page.join('\n')
}

describe('a view as a table', () => {
  test('has every column explained on its page', async () => {
    const page = [
      '# Views as tables',
      '',
      '<!-- Written by `npx vitest run test/interop/tables.test.ts -u` from the declarations. -->',
      '',
      '`viewTables.<name>(view)` of `training-ops/interop` gives a view as rows under these headings, and `tableCsv` writes it as CSV, under Chinese or',
      'English words if a `language` is given. Times',
      'are instants in UTC, days local, ids text. A cell is empty where there is nothing: nothing is never 0.',
      declared('view-tables.ts'),
      '\n## hoursByPerson\n',
      'A row for each person and period: what a system of human resources asks for.\n',
      '| column | 中文 | meaning |\n|---|---|---|',
      declared('hours.ts'),
      '',
    ].join('\n')
    await expect(page).toMatchFileSnapshot('../../docs/tables.md')
    const headings = new Set([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name))
    const hours = hoursByPerson({ enrolments: {} }, { by: 'year', zone: 'UTC' })
    for (const column of [
      ...hours.columns,
      ...viewTables.roster([]).columns,
      ...viewTables.scorecard(ops.kirkpatrickScorecard(ops.kirkpatrick.initial())).columns,
    ])
      expect(headings).toContain(column)
    for (const language of [en, zhCN])
      expect([...headings].filter((column) => wordsOf(language, column ?? '') === undefined)).toEqual([])
  })
  test('has its headings in a language, and those of a host before them', () => {
    const heads = (options: object) =>
      tableCsv(viewTables.roster([]), { byteOrderMark: false, ...options }).trimEnd()
    expect(heads({ language: zhCN, headings: { learnerId: '工号' } })).toBe(
      '班次,工号,状态,申请时间,来源,部门,岗位',
    )
    expect(heads({ language: en })).toBe('Class,Learner,Status,Asked at,Source,Department,Position')
  })
  test('is there for every view', () => {
    const views = readdirSync('src/views').filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    const functions = views.flatMap((file) =>
      [...readFileSync(`src/views/${file}`, 'utf8').matchAll(/^export const (\w+)/gm)].map(
        ([, name = '']) => name,
      ),
    )
    const page = declared('view-tables.ts')
    const told = (name: string) => page.includes(`\`${name}\`: a row`)
    /** Pieces that other views are made of, and who may read them: no screen shows them alone. */
    const pieces = [
      'askedAt',
      'minutesIn',
      'minutesOn',
      'countEnrolments',
      'enrolmentsBy',
      'pathByGaps',
      'trainerCards',
      'providerCards',
      'readPermissions',
      'mayRead',
      'relationsToRead',
    ]
    const isPublic = (name: string) => Object.hasOwn(ops, name)
    expect(functions.filter((name) => isPublic(name) && !pieces.includes(name) && !told(name))).toEqual([])
  })
  test('holds what the view holds, and ids as text', () => {
    const asked = made.EnrolmentRequested({
      at,
      offeringId: '3-4',
      learnerId: '000123',
      source: 'self',
      approval: 'required',
      basis: {},
      department: 'Sales',
    })
    const roster = ops.rosterOf(project(enrolmentRecord, [asked]), '3-4')
    const table = viewTables.roster(roster)
    const [row] = parse(tableCsv(table, { headings: { learnerId: '工号' } }), {
      bom: true,
      columns: true,
    }) as Record<string, string>[]
    expect(row).toEqual({
      offeringId: '="3-4"',
      工号: '="000123"',
      status: 'requested',
      askedAt: at,
      source: 'self',
      department: 'Sales',
      position: '',
    })
  })
  test('tells a figure with its n, and why there is none', () => {
    const board = ops.executiveSummary({ on: '2026-06-30', plans: {}, programs: {}, offerings: {} })
    const { columns, rows } = viewTables.executiveSummary(board)
    const onTime = rows.find(([part, what]) => part === 'milestones' && what === 'onTime')
    expect(Object.fromEntries(columns.map((name, at) => [name, onTime?.[at]]))).toMatchObject({
      value: undefined,
      why: expect.any(String),
    })
  })
})

describe('hours and completions for a system of human resources', () => {
  const came = (offeringId: string, sessionId: string, minutes: number, on: string, learnerId = 'ada') =>
    made.AttendanceRecorded({
      at: `${on}T08:00:00.000Z`,
      offeringId,
      learnerId,
      sessionId,
      status: 'present',
      minutes,
      method: 'manual',
      on,
    })
  const done = made.EnrolmentCompleted({
    at: '2026-03-31T16:30:00.000Z',
    offeringId: 'o-1',
    learnerId: 'ada',
    courseId: 'c',
    courseVersion: 1,
    outcome: 'completed',
    attendedMinutes: 570,
    scheduledMinutes: 960,
  })
  const enrolments = project(enrolmentRecord, [
    came('o-1', 's-1', 480, '2026-03-31'),
    came('o-1', 's-2', 90, '2026-04-01'),
    done,
    came('o-2', 's-1', 60, '2026-03-02', 'bo'),
  ])
  const table = (zone: string, more: object = {}) =>
    hoursByPerson({ enrolments }, { by: 'month', zone, ...more }).rows.map((row) =>
      row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.id : cell)),
    )
  test('are told by person and period, minutes on the day of their session', () => {
    expect(table('Asia/Shanghai')).toEqual([
      ['ada', '2026-03', 480, 8, 0, 0, 0, 0],
      ['ada', '2026-04', 90, 1.5, 1, 0, 0, 0],
      ['bo', '2026-03', 60, 1, 0, 0, 0, 0],
    ])
  })
  test('end in the month of their local day', () => {
    expect(table('UTC').filter(([, period]) => period === '2026-03')[0]).toEqual([
      'ada',
      '2026-03',
      480,
      8,
      1,
      0,
      0,
      0,
    ])
  })
  test('of some days only, and by quarter', () => {
    expect(table('UTC', { days: { from: '2026-04-01', to: '2026-05-01' } })).toEqual([
      ['ada', '2026-04', 90, 1.5, 0, 0, 0, 0],
    ])
    expect(table('Asia/Shanghai', { by: 'quarter' }).map(([, period]) => period)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q1',
    ])
  })
})
