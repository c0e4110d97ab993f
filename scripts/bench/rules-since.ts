/**
 * What each rule costs today, of what it cost at another commit: both checkouts in one run, in turn.
 *   git worktree add /tmp/before COMMIT && (cd /tmp/before && npm ci)
 *   npx tsx --conditions=@training-ops/source scripts/bench/rules-since.ts /tmp/before
 */
import { resolve } from 'node:path'
import { medianOf } from './compare.ts'

type Library = typeof import('training-ops')
const folder = process.argv[2]
if (folder === undefined) throw new Error('rules-since.ts needs the folder of another checkout')
const load = (root: string): Promise<Library> => import(resolve(root, 'src/index.ts'))

const at = '2026-03-02T09:00:00.000Z'
const sessions = ['2026-04-06', '2026-04-07'].map((day) => ({
  ...{ sessionId: day, start: `${day}T09:00:00.000Z`, end: `${day}T17:00:00.000Z`, zone: 'Europe/Berlin' },
}))

/** A dozen classes of forty, from the first request to the last certificate: by command, its microseconds. */
const oneRun = ({ assemble, createLedger, isAccepted, lifecycle }: Library) => {
  const told = new Map<string, number[]>()
  const options = { trusted: true }
  const ledger = createLedger(assemble(lifecycle, { delivery: { annualLimits: { count: 9 } } }, options))
  let asked = 0
  const ask = (type: string, data: object) => {
    const command = { type, data: { at, ...data }, metadata: { commandId: `c-${++asked}` } } as never
    const start = performance.now()
    const verdict = ledger.execute(command)
    const took = (performance.now() - start) * 1000
    if (!isAccepted(verdict)) throw new Error(`${type} was rejected: ${JSON.stringify(verdict)}`)
    told.set(type, [...(told.get(type) ?? []), took])
  }
  const course = { courseId: 'k', courseVersion: 1, title: 'T', modality: 'classroom' }
  const rule = { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] }
  for (let nth = 0; nth < 24; nth++) {
    const of = { offeringId: `o-${nth}` }
    const days = sessions.map((one) => ({ ...one, sessionId: `${nth}-${one.sessionId}` }))
    ask('ScheduleOffering', {
      ...{ ...of, ...course, sessions: days, capacity: { min: 1, max: 50 }, completionRule: rule },
    })
    ask('OpenEnrolment', of)
    if (nth % 2 === 1) continue
    const people = Array.from({ length: 40 }, (_, one) => `l-${nth}-${one}`)
    for (const learnerId of people) {
      ask('RequestEnrolment', { ...of, learnerId, source: 'self' })
      ask('ApproveEnrolment', { ...of, learnerId })
    }
    for (const learnerId of people.splice(0, 5)) ask('WithdrawEnrolment', { ...of, learnerId })
    ask('ConfirmOffering', of)
    for (const { sessionId, start, end } of days) {
      ask('DeliverSession', { ...of, at: end, sessionId, actualStart: start, actualEnd: end })
      for (const learnerId of people)
        ask('RecordAttendance', { ...of, at: end, sessionId, learnerId, minutes: 480, status: 'present' })
    }
    for (const learnerId of people) {
      const serial = `${nth}-${learnerId}`
      ask('CloseEnrolment', { ...of, at: '2026-04-20T09:00:00.000Z', learnerId })
      ask('IssueCertificate', {
        ...{ certificateId: serial, serial, learnerId, courseId: 'k', basis: 'administrative' },
        ...{ validFrom: at, awardedDate: '2026-03-02' },
      })
      ask('GrantPoints', { grantId: serial, learnerId, source: 'completion', points: 10 })
    }
  }
  return new Map([...told].map(([type, times]) => [type, medianOf(times)]))
}

const [today, before] = [await load('.'), await load(folder)]
const rounds = 9
const runs: Record<'today' | 'before', ReturnType<typeof oneRun>[]> = { today: [], before: [] }
for (let round = 0; round <= rounds; round++) {
  for (const side of round % 2 ? (['today', 'before'] as const) : (['before', 'today'] as const)) {
    const run = oneRun(side === 'today' ? today : before)
    // the first round warms up
    if (round > 0) runs[side].push(run)
  }
}
for (const type of runs.today[0]?.keys() ?? []) {
  const [now, then] = (['today', 'before'] as const).map((side) =>
    medianOf(runs[side].map((run) => run.get(type) ?? Number.NaN)),
  ) as [number, number]
  console.log(`${(now / then).toFixed(2)}  ${type}: ${now.toFixed(0)} µs, ${then.toFixed(0)} µs before`)
}
