/**
 * What happens to a cost when there is n, 4n and 16n of something: `ratio` is the exponent of a power law through the first and
 * the last, least processor times of some rounds. 0: it stays as it is; 1: it grows with n. What is held to about 0 costs what it
 * touches; what goes through everything is held to about 1.
 */
import {
  assemble,
  createLedger,
  createViews,
  enrolmentRecord,
  isAccepted,
  lifecycle,
  mergeViews,
  project,
} from 'training-ops'
import { type Document, en, phrase, toMarkdown } from 'training-ops/reports'
import { aYearOf } from './a-year.ts'
import { tell } from './compare.ts'

const training = assemble(lifecycle, {}, { trusted: true })
const at = '2026-01-02T09:00:00.000Z'
type Ledger = ReturnType<typeof createLedger<never, never, never>>
let asked = 0
const ask = (ledger: Ledger, type: string, data: object, mayRefuse = false) => {
  const verdict = ledger.execute({
    type,
    data: { at, ...data },
    metadata: { commandId: `g-${asked++}` },
  } as never)
  if (!mayRefuse && !isAccepted(verdict)) throw new Error(`bench: ${type}: ${JSON.stringify(verdict)}`)
}
const day = (number: number) => new Date(Date.UTC(2026, 1, 1 + number)).toISOString().slice(0, 10)
const schedule = (ledger: Ledger, offeringId: string, max: number, on: string) =>
  ask(ledger, 'ScheduleOffering', {
    ...{ offeringId, courseId: 'k', courseVersion: 1, title: 'T', kind: 'course', modality: 'classroom' },
    ...{ approval: 'automatic', capacity: { min: 1, max }, completionRule: { require: 'all', of: [] } },
    sessions: [
      { sessionId: 's-1', start: `${on}T09:00:00.000Z`, end: `${on}T10:00:00.000Z`, zone: 'Europe/Berlin' },
    ],
  })
const empty = () => createLedger(training) as never as Ledger
const opened = (ledger: Ledger, offeringId: string, max: number, on: string) => {
  schedule(ledger, offeringId, max, on)
  ask(ledger, 'AnnounceOffering', { offeringId, channel: 'intranet', audience: {} })
  ask(ledger, 'OpenEnrolment', { offeringId })
}
const enrol = (ledger: Ledger, offeringId: string, learnerId: string) => {
  ask(ledger, 'RequestEnrolment', { offeringId, learnerId, source: 'self' })
  ask(ledger, 'ApproveEnrolment', { offeringId, learnerId })
}
/** So many classes, each with what is due before and after it, on a ledger that knows its agenda. */
const withClasses = (n: number): Ledger => {
  const ledger = empty()
  for (let one = 0; one < n; one++) schedule(ledger, `o-${one}`, 40, day(one % 600))
  ledger.agenda()
  return ledger
}
const classOf = (n: number): Ledger => {
  const ledger = empty()
  opened(ledger, 'o', n + 1000, '2026-06-01')
  for (let one = 0; one < n; one++) enrol(ledger, 'o', `l-${one}`)
  return ledger
}

/** What is done `times` times in a row, on something of size n; `per` tells what of it is one. */
type Curve = {
  readonly name: string
  readonly sizes: number
  readonly goal: number | null
  readonly times: number
  readonly on: (n: number) => (time: number) => unknown
}
const curves: readonly Curve[] = [
  {
    name: 'scheduling a class, n on the agenda',
    ...{ sizes: 250, goal: 0.15, times: 40 },
    on: (n) => {
      const ledger = withClasses(n)
      return (time) => {
        schedule(ledger, `x-${time}`, 40, day(time))
        ledger.unanswered()
      }
    },
  },
  {
    name: 'going on from a log of n classes, and its agenda (whole)',
    ...{ sizes: 125, goal: 1.15, times: 1 },
    on: (n) => {
      const events = withClasses(n).events()
      return () => createLedger(training, { events }).agenda().length
    },
  },
  {
    name: 'withdrawing from a class of n',
    ...{ sizes: 125, goal: 0.15, times: 40 },
    on: (n) => {
      const ledger = classOf(n)
      return (time) => ask(ledger, 'WithdrawEnrolment', { offeringId: 'o', learnerId: `l-${time}` })
    },
  },
  {
    name: 'enrolling into a class of n',
    ...{ sizes: 125, goal: 0.15, times: 40 },
    on: (n) => {
      const ledger = classOf(n)
      return (time) => enrol(ledger, 'o', `x-${time}`)
    },
  },
  {
    name: 'enrolling somebody who is in n classes',
    ...{ sizes: 15, goal: 0.15, times: 20 },
    on: (n) => {
      const ledger = empty()
      for (let one = 0; one < n + 200; one++) opened(ledger, `o-${one}`, 40, day(one))
      for (let one = 0; one < n; one++) enrol(ledger, `o-${one}`, 'ada')
      return (time) => enrol(ledger, `o-${n + time}`, 'ada')
    },
  },
  {
    name: 'reserving a resource that has n slots',
    ...{ sizes: 100, goal: 0.15, times: 40 },
    on: (n) => {
      const ledger = empty()
      ask(ledger, 'RegisterResource', { resourceId: 'r', kind: 'venue', title: 'Room' })
      const reserve = (one: number) =>
        ask(ledger, 'ReserveSlot', {
          ...{ resourceId: 'r', slotId: `s-${one}` },
          ...{ start: `${day(one)}T09:00:00.000Z`, end: `${day(one)}T10:00:00.000Z` },
        })
      for (let one = 0; one < n; one++) reserve(one)
      return (time) => reserve(n + time)
    },
  },
  {
    name: 'a command that is refused, n events in the log',
    ...{ sizes: 600, goal: 0.15, times: 200 },
    on: (n) => {
      const ledger = createLedger(training, { events: [...aYearOf(Math.ceil(n / 12), 1)] }) as never as Ledger
      return (time) => ask(ledger, 'ConfirmOffering', { offeringId: `none-${time}` }, true)
    },
  },
  {
    name: 'one more event in a view of n learners, and one of them read (`at`)',
    ...{ sizes: 250, goal: 0.15, times: 200 },
    on: (n) => {
      const events = [...aYearOf(n + 50, 1)]
      const views = createViews(enrolmentRecord)
      views.push(...events.slice(0, -200))
      views.view(enrolmentRecord)
      return (time) => {
        const event = events.at(time - 200) as (typeof events)[number]
        views.push(event)
        return views.at(enrolmentRecord, `${event.data.offeringId} ${event.data.learnerId}`)
      }
    },
  },
  {
    name: 'one more event in a view of n learners, and all of them read (`view`, whole)',
    ...{ sizes: 250, goal: 1.15, times: 20 },
    on: (n) => {
      const events = [...aYearOf(n + 50, 1)]
      const views = createViews(enrolmentRecord)
      views.push(...events.slice(0, -200))
      views.view(enrolmentRecord)
      return (time) => {
        views.push(events.at(time - 200) as (typeof events)[number])
        return views.view(enrolmentRecord)
      }
    },
  },
  {
    name: 'folding a log of n learners into a view (whole)',
    ...{ sizes: 125, goal: 1.15, times: 1 },
    on: (n) => {
      const events = [...aYearOf(n, 1)]
      return () => project(enrolmentRecord, events)
    },
  },
  {
    name: 'merging views of n learners (whole)',
    ...{ sizes: 250, goal: 1.15, times: 5 },
    on: (n) => {
      const [one, other] = [project(enrolmentRecord, aYearOf(n, 1)), project(enrolmentRecord, aYearOf(n, 2))]
      return () => mergeViews(enrolmentRecord, one, other)
    },
  },
  {
    name: 'a decision by the pure functions on a log of n events, no store between (whole)',
    ...{ sizes: 600, goal: 1.15, times: 20 },
    on: (n) => {
      const events = [...aYearOf(Math.ceil(n / 12), 1)]
      return (time) =>
        training.decide(
          {
            type: 'OpenEnrolment',
            data: { at, offeringId: 'o-0' },
            metadata: { commandId: `p-${time}` },
          } as never,
          events as never,
        )
    },
  },
  {
    name: 'a table of n long names as Markdown (whole)',
    ...{ sizes: 250, goal: 1.15, times: 1 },
    on: (n) => {
      const row = ['a name that is long enough to be wrapped, '.repeat(5), '12'] as const
      const document: Document = {
        title: phrase('needs.title', { year: 2026 }),
        blocks: [{ kind: 'table', columns: [], rows: Array.from({ length: n }, () => row) }],
        sections: [],
      }
      return () => toMarkdown(document, { language: en, zone: 'UTC' })
    },
  },
]

const rounds = 5
const spent = (work: () => void): number => {
  globalThis.gc?.()
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const measured = ({ on, times }: Curve, n: number): number => {
  const per: number[] = []
  for (let round = 0; round < rounds; round++) {
    const step = on(n)
    per.push(
      spent(() => {
        for (let time = 0; time < times; time++) step(time)
      }) / times,
    )
  }
  return Math.min(...per)
}

for (const curve of curves) {
  const sizes = [curve.sizes, curve.sizes * 4, curve.sizes * 16]
  try {
    const costs = sizes.map((n) => measured(curve, n))
    const [least = 1, , most = 1] = costs
    tell({
      name: curve.name,
      ratio: Number((Math.log(most / least) / Math.log(16)).toFixed(2)),
      of: `exponent from n = ${sizes[0]} to ${sizes[2]}`,
      to: 'n',
      goal: curve.goal,
      measured: costs.map((cost, at) => `${(cost * 1000).toPrecision(3)} µs at ${sizes[at]}`).join(', '),
    })
  } catch (error) {
    console.log(`${curve.name}: not measured: ${(error as Error).message}`)
  }
}
