/**
 * Reads rows that no tool would write: none throws, and none is lost without being told.
 * `npx tsx --conditions=@training-ops/source scripts/fuzz-surveys.ts [rows] [seed]`, 100,000 rows unless said otherwise; then
 * reads 100,000 plain rows of 20 questions and prints the seconds. Exits with 1 when a row was lost, something was thrown, or
 * the plain rows took 3 seconds or more.
 */
import {
  guessLayout,
  readSurvey,
  responsesFromRows,
  type SurveyLayout,
  type SurveySheet,
  surveyColumns,
} from 'training-ops/interop'
import { hostileRow, randomFrom } from '../test/interop/hostile-rows.ts'

const count = Number(process.argv[2] ?? 100_000)
const random = randomFrom(Number(process.argv[3] ?? 1))
const questions: SurveyLayout['questions'] = {
  A: 'a',
  B: { itemId: 'b', kind: 'choices', options: { 安全: 'safety', 沟通: 'talk' } },
  C: { itemId: 'c', kind: 'text' },
  D: { itemId: 'd', kind: 'number' },
  E: { itemId: 'e', kind: 'rank', option: 'safety' },
}
const layouts = Object.values(surveyColumns).map(
  (columns): SurveyLayout => ({ ...columns, submittedAt: 't', respondent: 'who', questions }),
)

const sheet = 50
const tally: Record<string, number> = { rows: 0, read: 0, bad: 0, leftOut: 0, lost: 0, thrown: 0 }
const add = (what: string, many: number) => {
  tally[what] = (tally[what] ?? 0) + many
}
for (let done = 0; done < count; done += sheet) {
  const rows = Array.from({ length: sheet }, () => hostileRow(random)) as unknown as SurveySheet
  const layout = {
    ...layouts[(done / sheet) % layouts.length],
    headings: { rows: 1, naming: [1] },
  } as SurveyLayout
  try {
    const { responses, bad, leftOut } = readSurvey(rows, layout)
    const told = new Set([...responses, ...bad, ...leftOut].map(({ row }) => row))
    const there = Array.isArray(rows[0]) ? sheet - 1 : sheet
    const isWhole = told.has(0) || told.size === there
    add('rows', there)
    add('read', responses.length)
    add('bad', new Set(bad.map(({ row }) => row)).size)
    add('leftOut', leftOut.length)
    add('lost', isWhole ? 0 : there - told.size)
    guessLayout(rows, { zone: 'Asia/Shanghai' })
    responsesFromRows(rows, { administrationId: 'a', zone: 'Asia/Shanghai', layout })
  } catch (thrown) {
    add('thrown', 1)
    console.log(`thrown: ${String((thrown as Error)?.message)}`)
  }
}
console.table(tally)

const columns = Array.from({ length: 20 }, (_, at) => `${at + 1}、第${at + 1}题`)
const plain = Array.from({ length: 100_000 }, (_, row) =>
  Object.fromEntries([
    ['序号', String(row + 1)],
    ['提交答卷时间', '2026/3/3 9:05:00'],
    ['工号', `p${row}`],
    ...columns.map((column, at) => [column, String(1 + ((row + at) % 5))]),
  ]),
)
const layout: SurveyLayout = {
  ...surveyColumns.wenjuanxing,
  zone: 'Asia/Shanghai',
  respondent: '工号',
  questions: Object.fromEntries(columns.map((column, at) => [column, `q${at + 1}`])),
}
const before = process.cpuUsage()
const { responses } = readSurvey(plain, layout)
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1e6
console.log(
  `${responses.length} rows of ${columns.length} questions in ${seconds.toFixed(2)} s of processor time`,
)
process.exitCode =
  (tally.lost ?? 0) + (tally.thrown ?? 0) > 0 || seconds >= 3 || responses.length !== plain.length ? 1 : 0
