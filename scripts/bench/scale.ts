/** An organisation of 100,000 learners and 800,000 enrolments: its views in one pass, and one decision on its ledger. */
import {
  assemble,
  createLedger,
  createViews,
  enrolmentRecord,
  isAccepted,
  lifecycle,
  offeringRecord,
  seatAllocation,
  seatsOf,
} from 'training-ops'
import { aYearOf } from './a-year.ts'
import { medianOf, tell } from './compare.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const at = '2026-03-02T09:00:00.000Z'
const session = { sessionId: 's-1', start: '2026-12-30T09:00:00.000Z', end: '2026-12-30T17:00:00.000Z' }
const offeringOf = (offeringId: string) => ({
  ...{ at, offeringId, courseId: 'k', courseVersion: 1, title: 'T', kind: 'course', modality: 'classroom' },
  ...{ approval: 'automatic', capacity: { min: 1, max: 40 } },
  completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
  sessions: [{ ...session, zone: 'Europe/Berlin' }],
})
type Ledger = ReturnType<typeof createLedger<never, never, never>>
let asked = 0
const ask = (ledger: Ledger, type: string, data: object) => {
  const answers = ledger.executeWithPolicies({
    type,
    data,
    metadata: { commandId: `bench-${asked++}` },
  } as never)
  if (!answers.every(({ verdict }) => isAccepted(verdict)))
    throw new Error(`bench: ${JSON.stringify(answers)}`)
}
const openOn = (ledger: Ledger, offeringId: string) => {
  ask(ledger, 'ScheduleOffering', offeringOf(offeringId))
  ask(ledger, 'AnnounceOffering', { at, offeringId, channel: 'intranet', audience: {} })
  ask(ledger, 'OpenEnrolment', { at, offeringId })
}

// 2,000 requests for 40 seats.
{
  const ledger = createLedger(training) as never as Ledger
  openOn(ledger, 'o')
  const start = performance.now()
  for (let one = 0; one < 2000; one++)
    ask(ledger, 'RequestEnrolment', { at, offeringId: 'o', learnerId: `l-${one}`, source: 'self' })
  const time = performance.now() - start
  const view = ledger.project(seatAllocation as never) as Readonly<
    Record<string, ReturnType<typeof seatAllocation.initial>>
  >
  const { enrolled, waitlisted } = seatsOf(view.o ?? seatAllocation.initial())
  if (enrolled.length !== 40 || waitlisted.length !== 1960) throw new Error('bench: the seats are not kept')
  console.log(`2,000 requests for 40 seats: 40 enrolled, 1,960 waitlisted, ${time.toFixed(0)} ms`)
}

// One enrolment decision on the warm ledger, at 10⁴ and at 10⁶ events.
{
  const filled = (learners: number, each: number) => {
    const ledger = createLedger(training) as never as Ledger
    let batch: unknown[] = []
    for (const event of aYearOf(learners, each)) {
      batch.push(event)
      if (batch.length < 10_000) continue
      ledger.append(batch as never)
      batch = []
    }
    ledger.append(batch as never)
    return ledger
  }
  const [large, small] = [filled(10_000, 8), filled(800, 1)]
  const round = (ledger: Ledger, name: string): number => {
    for (let one = 0; one < 5; one++) openOn(ledger, `${name}-${one}`)
    const start = performance.now()
    for (let one = 0; one < 200; one++)
      ask(ledger, 'RequestEnrolment', {
        ...{ at, offeringId: `${name}-${one % 5}`, learnerId: `new-${name}-${one}`, source: 'self' },
      })
    return performance.now() - start
  }
  const times = Array.from(
    { length: 24 },
    (_, at) => [round(large, `a-${at}`), round(small, `a-${at}`)] as const,
  ).slice(3)
  const [one, other] = [medianOf(times.map(([time]) => time)), medianOf(times.map(([, time]) => time))]
  const counted = [large, small].map((ledger) => ledger.events().length.toLocaleString('en'))
  tell({
    name: 'an enrolment on the warm ledger at 10⁶ events / at 10⁴',
    ratio: Number((one / other).toPrecision(3)),
    of: `at ${counted[0]} events`,
    to: `at ${counted[1]} events`,
    goal: 1.2,
    measured: `${(one * 5).toPrecision(3)} µs / ${(other * 5).toPrecision(3)} µs`,
  })
}

// About 10⁷ events, made as they are folded.
{
  globalThis.gc?.()
  const views = createViews(offeringRecord, enrolmentRecord)
  let count = 0
  let peak = 0
  const start = performance.now()
  for (const event of aYearOf(100_000, 8)) {
    views.push(event)
    if (++count % 100_000 === 0) peak = Math.max(peak, process.memoryUsage().rss)
  }
  const board = views.view(offeringRecord)
  const enrolments = Object.values(views.view(enrolmentRecord))
  const seconds = (performance.now() - start) / 1000
  const ended = enrolments.filter(({ status }) => status === 'completed' || status === 'failed').length
  if (ended !== 800_000) throw new Error(`bench: ${ended} of 800,000 enrolments ended`)
  console.log(
    `${count.toLocaleString('en')} events of 100,000 learners and 800,000 enrolments folded into two views (${Object.keys(board).length.toLocaleString('en')} offerings) in ${seconds.toFixed(1)} s, making them included: ${Math.round(count / seconds).toLocaleString('en')} events a second, peak memory ${(peak / 1e6).toFixed(0)} MB`,
  )
}
