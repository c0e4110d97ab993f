/**
 * Figures of the year's reports, computed a second time: from the raw lines of the log by plain loops, without any fold, calculator
 * or formatter of the library, and compared with what the spelled reports show. `npx tsx scripts/check-figures.ts OUT`, after
 * `npm start -- --out OUT`. Only the list of employees is the example's own, as it is a host's.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { company } from '../examples/a-year-of-training/script/company.ts'

type Data = { readonly [field: string]: unknown }
type Line = { readonly type: string; readonly data: Data }

const out = process.argv[2] ?? 'out'
const log = readFileSync(join(out, 'events.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
const ofType = (type: string): readonly Data[] =>
  log.filter((one) => one.type === type).map(({ data }) => data)
const text = (value: unknown): string => String(value)

// ── what the reports show ──

type Cell = { readonly text: readonly { readonly text: string }[] }
type Block = {
  readonly kind: string
  readonly rows?: readonly (readonly Cell[])[]
  readonly columns?: readonly { readonly head: readonly { readonly text: string }[] }[]
  readonly facts?: readonly { readonly name: Cell['text']; readonly value: Cell }[]
}
const plain = (cell: Cell | undefined): string => (cell?.text ?? []).map((run) => run.text).join('')

const blocksOf = (report: string): readonly Block[] =>
  (
    JSON.parse(readFileSync(join(out, `${report}.en.json`), 'utf8')) as {
      readonly sections: readonly { readonly blocks: readonly Block[] }[]
    }
  ).sections.flatMap(({ blocks }) => blocks)

/** The cell under a head, in the row that begins with these words. */
const shown = (report: string, names: readonly string[], head: string): string => {
  for (const { rows = [], columns = [], facts = [] } of blocksOf(report)) {
    for (const { name, value } of facts)
      if (plain({ text: name }).startsWith(names[0] ?? '')) return plain(value)
    const at = columns.findIndex((column) => plain({ text: column.head }) === head)
    if (at < 0) continue
    for (const row of rows)
      if (names.every((name, index) => plain(row[index]) === name)) return plain(row[at])
  }
  return 'nothing'
}

// ── plain arithmetic ──

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)}%`
const thousands = (value: number, digits: number): string => {
  const [whole = '', rest] = value.toFixed(digits).split('.')
  let grouped = ''
  for (let at = 0; at < whole.length; at++)
    grouped += (at > 0 && (whole.length - at) % 3 === 0 ? ',' : '') + whole[at]
  return rest === undefined ? grouped : `${grouped}.${rest}`
}
const hours = (minutes: number): string => `${thousands(minutes / 60, 1)} h`
const yuan = (minor: number): string => `CNY ${thousands(minor / 100, minor % 100 === 0 ? 0 : 2)}`

type Check = { readonly what: string; readonly shown: string; readonly computed: string }
const checks: Check[] = []
const check = (report: string, names: readonly string[], head: string, computed: string): void => {
  checks.push({
    what: `${report}: ${names.join(', ')}, ${head}`,
    shown: shown(report, names, head),
    computed,
  })
}

// ── the people ──

const people = company()
const wasThere = ({ hiredOn, leftOn }: { hiredOn: string; leftOn?: string }, day: string): boolean =>
  hiredOn <= day && (leftOn === undefined || day <= leftOn)
const days: string[] = []
for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 0, 1); at += 86_400_000)
  days.push(new Date(at).toISOString().slice(0, 10))
const meanOf = (some: typeof people): number => {
  let sum = 0
  for (const day of days) for (const one of some) if (wasThere(one, day)) sum++
  return sum / days.length
}
const atTheEnd = people.filter((one) => wasThere(one, '2025-12-31'))

// ── classes, and who came ──

const dayIn = (instant: unknown): string =>
  new Date(Date.parse(text(instant)) + 8 * 3_600_000).toISOString().slice(0, 10)
type Session = { readonly sessionId: string; readonly start: string; readonly end: string }
const length = new Map<string, number>()
const lastDay = new Map<string, string>()
const courseOf = new Map<string, string>()
const programOf = new Map<string, string>()
for (const { offeringId, sessions, courseId, programId } of ofType('OfferingScheduled')) {
  for (const { sessionId, start, end } of sessions as readonly Session[]) {
    length.set(`${offeringId}/${sessionId}`, (Date.parse(end) - Date.parse(start)) / 60_000)
    const day = dayIn(start)
    if (day > (lastDay.get(text(offeringId)) ?? '')) lastDay.set(text(offeringId), day)
  }
  courseOf.set(text(offeringId), text(courseId))
  programOf.set(text(offeringId), text(programId))
}
for (const { offeringId, sessionId, actualStart, actualEnd } of ofType('SessionDelivered'))
  length.set(
    `${offeringId}/${sessionId}`,
    (Date.parse(text(actualEnd)) - Date.parse(text(actualStart))) / 60_000,
  )

const attended = new Map<string, { learner: string; offering: string; minutes: number }>()
for (const { offeringId, learnerId, sessionId, minutes, on } of ofType('AttendanceRecorded')) {
  const key = `${offeringId}/${learnerId}/${sessionId}`
  if (!text(on).startsWith('2025')) continue
  attended.set(key, {
    learner: text(learnerId),
    offering: text(offeringId),
    minutes: Math.min(Number(minutes), length.get(`${offeringId}/${sessionId}`) ?? Number(minutes)),
  })
}
const minutesOf = new Map<string, number>()
const minutesByCourse = new Map<string, number>()
for (const { learner, offering, minutes } of attended.values()) {
  minutesOf.set(learner, (minutesOf.get(learner) ?? 0) + minutes)
  const course = courseOf.get(offering) ?? ''
  minutesByCourse.set(course, (minutesByCourse.get(course) ?? 0) + minutes)
}
const came = (id: string): boolean => (minutesOf.get(id) ?? 0) > 0
const sumOf = (some: typeof people): number => {
  let sum = 0
  for (const { id } of some) sum += minutesOf.get(id) ?? 0
  return sum
}

const statistics = 'annual-statistics'
check(statistics, ['Employed on 31 December 2025'], '', thousands(atTheEnd.length, 0))
check(statistics, ['Average headcount'], '', thousands(meanOf(people), 1))
check(
  statistics,
  ['Training coverage'],
  'Result',
  percent(atTheEnd.filter(({ id }) => came(id)).length, atTheEnd.length),
)
check(statistics, ['Training hours per employee'], 'Result', hours(sumOf(people) / meanOf(people)))
check(
  statistics,
  ['Training hours per participant'],
  'Result',
  hours(sumOf(people) / people.filter(({ id }) => came(id)).length),
)
for (const [department, name] of [
  ['sales', 'sales'],
  ['engineering', 'engineering'],
  ['production', 'production'],
  ['service', 'service'],
  ['corporate', 'corporate functions'],
] as const) {
  const own = people.filter((one) => one.department === department)
  const now = own.filter((one) => wasThere(one, '2025-12-31'))
  check(statistics, [name], 'Training coverage', percent(now.filter(({ id }) => came(id)).length, now.length))
  check(statistics, [name], 'Training hours per employee', hours(sumOf(own) / meanOf(own)))
}
let others = sumOf(people)
for (const [course, kind] of [
  ['onboarding', 'Onboarding'],
  ['consultative-selling', 'Selling'],
  ['leading-first-time', 'Leadership'],
  ['workplace-safety', 'Compliance'],
] as const) {
  others -= minutesByCourse.get(course) ?? 0
  check(statistics, [kind], 'Hours attended', hours(minutesByCourse.get(course) ?? 0))
}
check(statistics, ['Sharing'], 'Hours attended', hours(others))

// ── how enrolments ended ──

const inTheYear = ({ offeringId }: Data): boolean => (lastDay.get(text(offeringId)) ?? '').startsWith('2025')
const pairs = (type: string): ReadonlySet<string> =>
  new Set(
    ofType(type)
      .filter(inTheYear)
      .map(({ offeringId, learnerId }) => `${offeringId}/${learnerId}`),
  )
const [completed, failed, absent] = [
  pairs('EnrolmentCompleted'),
  pairs('EnrolmentFailed'),
  pairs('NoShowRecorded'),
]
const ended = completed.size + failed.size + absent.size
const seated = new Set([...pairs('LearnerEnrolled'), ...pairs('LearnerPromoted')])
check(statistics, ['Completion rate'], 'Result', percent(completed.size, ended))
check(statistics, ['No-show rate'], 'Result', percent(absent.size, ended))
check(statistics, ['requested'], 'Enrolments', thousands(pairs('EnrolmentRequested').size, 0))
check(statistics, ['confirmed'], 'Enrolments', thousands(seated.size, 0))
check(statistics, ['completed'], 'Enrolments', thousands(completed.size, 0))

const status = 'program-status'
const programs = [
  ['selling-2025', 'Consultative selling', 'line-selling'],
  ['onboarding-2025', 'New-hire onboarding', 'line-onboarding'],
  ['managers-2025', 'First-line managers', 'line-leading'],
  ['safety-2025', 'Safety refresher', 'line-safety'],
] as const
for (const [programId, title] of programs) {
  const own = [...completed].filter((pair) => programOf.get(pair.slice(0, pair.indexOf('/'))) === programId)
  check(status, [title], 'Completed', String(own.length))
  let spent = 0
  for (const cost of ofType('CostPosted'))
    if (cost.programId === programId) spent += (cost.amount as { minor: number }).minor
  check(status, [title], 'Spent', yuan(spent))
}

// ── the evaluation of selling ──

const evaluation = 'evaluation-report-selling-evaluation'
let all = 0
for (const [category, name] of [
  ['design', 'design'],
  ['evaluation', 'evaluation'],
  ['material', 'material'],
  ['salary', 'participants’ time'],
  ['trainerFee', 'trainer fees'],
  ['travel', 'travel'],
  ['venue', 'venue'],
] as const) {
  let sum = 0
  for (const cost of ofType('CostPosted'))
    if (cost.programId === 'selling-2025' && cost.category === category)
      sum += (cost.amount as { minor: number }).minor
  all += sum
  check(evaluation, ['Cost posted', name], 'Result', yuan(sum))
}
check(evaluation, ['Cost posted', 'Total'], 'Result', yuan(all))

type Answer = { readonly itemId: string; readonly value?: number }
const responses = ofType('ResponseSubmitted').filter(({ programId }) => programId === 'selling-2025')
const answersTo = (purpose: string, itemId: string): readonly number[] =>
  responses
    .filter((one) => one.purpose === purpose)
    .flatMap(({ answers }) => answers as readonly Answer[])
    .filter((one) => one.itemId === itemId && one.value !== undefined)
    .map(({ value }) => Number(value))
let [top, answers] = [0, 0]
for (const [item, name] of [
  ['relevant', 'relevant to my work'],
  ['clear', 'clear'],
  ['rightLevel', 'at the right level'],
  ['knowsSubject', 'knows the subject'],
  ['answersQuestions', 'answers questions'],
  ['room', 'room and equipment'],
  ['notice', 'announced in time'],
  ['wouldApply', 'I will use it'],
] as const) {
  const values = answersTo('reaction', item)
  const high = values.filter((value) => value >= 4).length
  const sum = values.reduce((total, value) => total + value, 0)
  top += high
  answers += values.length
  check(evaluation, [name], 'Satisfied (top answers)', percent(high, values.length))
  check(evaluation, [name], 'Mean answer', (sum / values.length).toFixed(2))
}
check(evaluation, ['all questions'], 'Satisfied (top answers)', percent(top, answers))

let wrong = 0
for (const { what, shown, computed } of checks) {
  if (shown === computed || shown.startsWith(`${computed} (`)) continue
  wrong++
  console.log(`${what}: the report shows ${shown}, the log gives ${computed}`)
}
console.log(`${checks.length} figures computed a second time, ${wrong} differ`)
process.exitCode = wrong === 0 ? 0 : 1
