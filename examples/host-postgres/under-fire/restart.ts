/**
 * A database of its own is restarted under two hosts and 8 clients, backends are ended and hosts are killed meanwhile.
 * Nothing acknowledged is lost or doubled, no class is overbooked, each deadline is met once, and no host ends by itself.
 * Needs PostgreSQL's programs (`PG_BIN`, or the newest in /usr/lib/postgresql).
 */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { canonical, project, seatAllocation, seatsOf } from 'training-ops'
import { type Process, startProcess } from './a-process.ts'

const [restarts, kills, cuts] = ['RESTARTS', 'KILLS', 'CUTS'].map((name, at) =>
  Number(process.env[name] ?? [5, 10, 10][at]),
) as [number, number, number]

const versions = '/usr/lib/postgresql'
const newest = existsSync(versions)
  ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]
  : undefined
const bin = process.env.PG_BIN ?? (newest && join(versions, newest, 'bin'))
if (bin === undefined) {
  console.log('restart: skipped, PG_BIN names no programs of PostgreSQL')
  process.exit(0)
}
process.env.TRAINING_OPS_PG = '' // this one makes its own
const { open, announce, post } = await import('./a-run.ts')

const folder = mkdtempSync(join(tmpdir(), 'training-ops-restart-'))
const port = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const at = (server.address() as { readonly port: number }).port
    server.close(() => resolve(at))
  })
})
/** PostgreSQL does not run as root. */
const asServer = (program: string, ...options: readonly string[]) => {
  const line = [join(bin, program), ...options]
  const isRoot = userInfo().uid === 0
  const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...line] : line
  execFileSync(first as string, rest, { stdio: 'ignore' })
}
if (userInfo().uid === 0) {
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
  chownSync(folder, id('-u'), id('-g'))
}
const data = join(folder, 'data')
asServer('initdb', '-D', data, '-A', 'trust', '-U', 'postgres')
const ctl = (...options: readonly string[]) =>
  asServer('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder}`, '-w', ...options)
ctl('start')
let isUp = true
const takeDown = () => {
  if (!isUp) return
  isUp = false
  ctl('-m', 'immediate', 'stop')
  rmSync(folder, { recursive: true, force: true })
}
process.on('exit', takeDown)
const url = `postgres://postgres@127.0.0.1:${port}/postgres`

const run = await open('restart')
const start = () => startProcess({ url, schema: 'fire' })
const hosts: Process[] = [await start(), await start()]
let exits = 0
const watch = (host: Process) => {
  host.ended.then(() => {
    if (hosts.includes(host)) exits++
  })
}
hosts.forEach(watch)

const [classes, seats] = [6, 5]
const any = (count: number) => Math.floor(Math.random() * count)
const statuses: Record<string, number> = {}
const acknowledged = new Map<string, readonly string[]>()
const accepted: object[] = []
let stopped = false
const insist = async (type: string, data: object, commandId: string) => {
  const command = { type, data: { at: '2026-03-01T02:00:00.000Z', ...data }, metadata: { commandId } }
  for (;;) {
    try {
      const { status, body } = await post((hosts[any(2)] as Process).at, command)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 200) {
        accepted.push(command)
        acknowledged.set(
          commandId,
          (body.events ?? []).map(({ type: one }) => one),
        )
      }
      if (status < 500) return
    } catch {
      statuses.unanswered = (statuses.unanswered ?? 0) + 1
    }
    await pause(100)
  }
}
for (let at = 0; at < classes; at++) await announce((hosts[0] as Process).at, `o-${at}`, seats)
/** In two months: enrolment opens before a class begins. */
const later = (hours: number) => new Date(Date.now() + (60 * 24 + hours) * 3_600_000).toISOString()
const session = { start: later(0), end: later(8), zone: 'Asia/Shanghai' }
const planned = (offeringId: string) => ({
  ...{ offeringId, courseId: 'c', courseVersion: 1, title: 'T', modality: 'classroom' },
  sessions: [{ sessionId: `${offeringId}-s`, ...session }],
  capacity: { min: 1, max: seats },
  enrolmentOpens: new Date(Date.now() + any(15_000)).toISOString(),
  completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
})
let [sent, due] = [0, 0]
const client = async () => {
  while (!stopped) {
    const [at, learnerId] = [sent++, `l-${sent}`]
    const offeringId = `o-${at % classes}`
    await insist('RequestEnrolment', { offeringId, learnerId, source: 'self' }, `ask-${learnerId}`)
    if (at % 3 === 0) await insist('WithdrawEnrolment', { offeringId, learnerId }, `leave-${learnerId}`)
    if (at % 7 === 0) {
      const id = `d-${due++}`
      await insist('ScheduleOffering', planned(id), `plan-${id}`)
    }
  }
}
const began = performance.now()
const clients = Promise.all(Array.from({ length: 8 }, client))
const restart = (mode: 'fast' | 'immediate') => ctl('-m', mode, 'restart')
let ended = 0
for (let at = 0; at < Math.max(restarts, kills, cuts); at++) {
  await pause(800)
  if (at < cuts) {
    const sql = new pg.Client({ connectionString: url })
    await sql.connect()
    const { rows } = await sql.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'training-ops fire' ORDER BY random() LIMIT 5",
    )
    ended += rows.length
    await sql.end()
  }
  if (at < restarts) restart(at % 2 === 0 ? 'fast' : 'immediate')
  if (at < kills) {
    const [one] = hosts.splice(any(2), 1) as [Process]
    one.signal('SIGKILL')
    await one.ended
    // Both places are taken again before a client looks for one.
    hosts.push(hosts[0] as Process)
    const next = await start()
    hosts.splice(1, 1, next)
    watch(next)
  }
}
stopped = true
await clients
await pause(16_000) // every deadline is due
for (let [quiet, before] = [0, '']; quiet < 4; await pause(500)) {
  const now = JSON.stringify(await Promise.all(hosts.map(({ at }) => run.standing(at))))
  const [a] = JSON.parse(now) as [{ seenTo: number; followedTo: number }]
  quiet = now === before && a.seenTo === a.followedTo ? quiet + 1 : 0
  before = now
}
const sql = new pg.Client({ connectionString: url, options: '-c search_path=fire' })
await sql.connect()
const logNow = async () =>
  (await sql.query('SELECT type, payload FROM events ORDER BY sequence_position')).rows.map(
    ({ type, payload }) => ({ type, ...JSON.parse(payload) }),
  )
const log = await logNow()
const isDue = 'SELECT count(*) FROM host_deadlines WHERE answer IS NULL AND due_at <= $1'
const unanswered = Number((await sql.query(isDue, [new Date().toISOString()])).rows[0].count)
const count = (type: string, of: (data: Record<string, unknown>) => unknown) => {
  const counts = new Map<unknown, number>()
  for (const event of log)
    if (event.type === type) counts.set(of(event.data), (counts.get(of(event.data)) ?? 0) + 1)
  return counts
}
const byCommand = new Set(log.map(({ metadata }) => metadata.commandId))
const lost = [...acknowledged].filter(([id, types]) => types.length > 0 && !byCommand.has(id)).length
const ids = log.map(({ metadata }) => metadata.eventId)
const opened = count('EnrolmentOpened', ({ offeringId }) => offeringId)
const deadlines = Array.from({ length: due }, (_, at) => opened.get(`d-${at}`) ?? 0)

/** Who asked has a seat or a place in line, given once; who moves up later does so by another event. */
const [enrolled, waitlisted] = [
  count('LearnerEnrolled', ({ learnerId }) => learnerId),
  count('LearnerWaitlisted', ({ learnerId }) => learnerId),
]
/** Who left before it was carried out needs no answer any more. */
const gone = count('LearnerWithdrew', ({ learnerId }) => learnerId)
const answers = [...count('EnrolmentRequested', ({ learnerId }) => learnerId).keys()].flatMap((learner) => {
  const times = (enrolled.get(learner) ?? 0) + (waitlisted.get(learner) ?? 0)
  return times === 0 && gone.has(learner) ? [] : [times]
})
const allocation = project(seatAllocation, log)
const told = Object.values(allocation).map((one) => seatsOf(one))
const overbooked = told.filter((one) => one.enrolled.length > seats).length
const idle = told.filter((one) => one.enrolled.length < seats && one.waitlisted.length > 0).length
/** Of each host, the classes of which it shows something else than the log says. */
const unlikeIn = await Promise.all(
  hosts.map(async ({ at }) => {
    const state = (await run.get(at, '/views/seatAllocation')).body.state as Readonly<Record<string, unknown>>
    const all = new Set([...Object.keys(state), ...Object.keys(allocation)])
    return [...all].filter((one) => canonical(state[one] ?? null) !== canonical(allocation[one] ?? null))
  }),
)
const areEqual = unlikeIn.every((classes) => classes.length === 0)

/** All that was accepted, sent again. */
let unlike = 0
for (let at = 0; at < accepted.length; at += 20)
  await Promise.all(
    accepted.slice(at, at + 20).map(async (command) => {
      const { status, body } = await post((hosts[any(2)] as Process).at, command)
      if (status !== 200 || !(body.resent || body.events?.length === 0)) unlike++
    }),
  )
const appendedBySending = (await logNow()).length - log.length
await sql.end()
const last = hosts.splice(0)
for (const host of last) host.signal('SIGTERM')
await Promise.all(last.map((host) => host.ended))
takeDown()

await run.tell({
  'on a PostgreSQL of its own, hosts, clients': '2, 8',
  'database restarts': restarts,
  'backends ended': ended,
  kills,
  'commands sent': sent,
  answers: JSON.stringify(statuses),
  'events in the log': log.length,
  lost,
  doubled: ids.length - new Set(ids).size,
  overbooked,
  'classes with a free seat and people waiting': idle,
  'asked, stayed, neither seated nor waiting': answers.filter((times) => times === 0).length,
  'seated or put in line twice': answers.filter((times) => times > 1).length,
  'classes shown otherwise than the log says': unlikeIn.map((one) => one.length).join(', '),
  'accepted, sent again; of them appended': `${accepted.length}, ${appendedBySending}`,
  'deadlines, met once': `${deadlines.length}, ${deadlines.filter((times) => times === 1).length}`,
  'deadlines due without an answer': unanswered,
  'hosts that ended by themselves': exits,
  seconds: Number(((performance.now() - began) / 1000).toFixed(1)),
})
run.must({
  'nothing acknowledged is lost': lost === 0,
  'no event is there twice': ids.length === new Set(ids).size,
  'no class is overbooked, and no seat idle': overbooked === 0 && idle === 0,
  'what follows followed once': answers.every((times) => times === 1),
  'both hosts show what the log says': areEqual,
  'sending all of it again appends nothing': appendedBySending === 0 && unlike === 0,
  'each deadline is met once': due > 0 && deadlines.every((times) => times === 1) && unanswered === 0,
  'no host ended by itself': exits === 0,
})
