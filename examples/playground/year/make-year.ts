/**
 * Writes what the playground loads: the year of `npm start` as its log, with the instants at which the host learnt of each
 * event; the commands it was made of; the commands a rule refused; the staff; and the first frame that is shown.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createLedger, recorded } from 'training-ops'
import { publishing } from '../../a-year-of-training/publish.ts'
import { type Rejection, runYear } from '../../a-year-of-training/run.ts'
import { company } from '../../a-year-of-training/script/company.ts'
import type { Line } from '../../a-year-of-training/script/line.ts'
import { year } from '../../a-year-of-training/script/year.ts'
import { training } from '../../a-year-of-training/training.ts'
import { firstLook } from '../ui/moment.ts'
import { atOf, figuresAt, framesOf, shownMetrics } from '../worker/frame.ts'
import { inWords } from '../worker/language.ts'
import type { Asked, LogEvent, Try, Year } from '../worker/protocol.ts'

const folder = join(import.meta.dirname, '../public/year')
const twoDays = 2 * 86_400_000

/** Sheets and marks are typed in two days after the class: that is when the host learns of them. */
const learntLate = ['RecordAttendance', 'RecordResult']

const later = (a: string, b: string): string => (a > b ? a : b)
const learnt = ({ type, data }: Line): string =>
  learntLate.includes(type) ? new Date(Date.parse(data.at) + twoDays).toISOString() : data.at

const ledger = createLedger(training)
const asked: Asked[] = []
const events: LogEvent[] = []
let clock = ''

/** Stamps what was appended since: what fell due in between at its own instant, all else when the host was told. */
const stamp = (heard: string) => {
  for (const event of ledger.events(events.length)) {
    const isDue = event.metadata?.commandId?.startsWith('policy:') === true && atOf(event) > clock
    clock = later(clock, isDue ? atOf(event) : heard)
    events.push(...recorded<LogEvent>([event], clock))
  }
}
function* told(lines: readonly Line[]) {
  let heard = clock
  for (const command of lines) {
    stamp(heard)
    heard = later(heard, learnt(command))
    asked.push({ command, learntAt: heard })
    yield { number: asked.length, value: command }
  }
  stamp(heard)
}
const account = await runYear(ledger, told(year()), () => undefined)
await runYear(ledger, told(publishing(ledger)), () => undefined, account)

/** One refused command for each reason, to try again: requests for a seat first. */
const tryAgain = (refused: readonly Rejection[]): readonly Try[] => {
  const byCode = new Map<string, Try>()
  for (const { line, code } of refused) {
    const one = line === undefined ? undefined : asked[line - 1]
    if (one !== undefined && !byCode.has(code))
      byCode.set(code, { code, words: inWords(`command.${one.command.type}`), ...one })
  }
  const isEnrolment = ({ command }: Try) => (command.type === 'RequestEnrolment' ? 0 : 1)
  return [...byCode.values()].sort((a, b) => isEnrolment(a) - isEnrolment(b))
}

const log: Year = {
  events,
  people: company().map(({ id, department, level, hiredOn, leftOn }) => ({
    learnerId: id,
    hiredOn,
    segment: { department, level },
    ...(leftOn === undefined ? {} : { leftOn }),
  })),
}
const frames = framesOf(log)

const terms = [
  ...[
    'scheduled',
    'announced',
    'enrolling',
    'enrolmentClosed',
    'confirmed',
    'running',
    'completed',
    'cancelled',
  ],
  ...[
    'requested',
    'enrolled',
    'waitlisted',
    'offered',
    'declined',
    'lapsed',
    'withdrawn',
    'transferred',
    'failed',
    'noShow',
  ],
  ...['current', 'expiringSoon', 'due', 'inGrace', 'overdue', 'waived', 'open', 'left'],
  ...['sales', 'engineering', 'production', 'service'],
]
const wordsShown = [
  ...terms.map((term) => `term.${term}`),
  ...frames
    .at({ ...firstLook, moment: { ...firstLook.moment, at: frames.span.last } })
    .chain.flatMap(({ measure, kind }) => [
      ...(kind === undefined ? [] : [`term.${kind}`]),
      ...(/^M\d+\w?$/.test(measure) ? [`metric.${measure}`] : []),
    ]),
  ...shownMetrics.flatMap((id) => [`metric.${id}`, `definition.${id}`]),
]

/** Titles of the log are written `English · 中文`. */
const titlesOfRequirements = events.flatMap(({ type, data }) =>
  type === 'RequirementEstablished'
    ? [[`requirement.${data.requirementId}`, String(data.title).split(' · ')] as const]
    : [],
)

mkdirSync(folder, { recursive: true })
const write = (name: string, value: unknown) => {
  const text = JSON.stringify(value)
  if (name.endsWith('.gz')) writeFileSync(join(folder, name), gzipSync(text, { level: 9 }))
  else writeFileSync(join(folder, name), text)
}
write('log.json.gz', log)
write('commands.json.gz', asked)
write('first.json', {
  frame: frames.at(firstLook),
  figures: figuresAt(frames, firstLook.moment),
  span: frames.span,
  tries: tryAgain(account.refused),
  words: {
    ...Object.fromEntries(wordsShown.map((key) => [key, inWords(key)])),
    ...Object.fromEntries(titlesOfRequirements),
  },
})
console.log(
  `${events.length} events, ${asked.length} commands, ${account.refused.length} refused → ${folder}`,
)
