/**
 * 100 readers watch a view of 800 kB while commands change it: what that costs each command, against the same commands with
 * nobody watching. `READERS`, `KILOBYTES` and `COMMANDS` say otherwise.
 */
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createLedger, enrolmentRecord } from 'training-ops'
import { openDatabase } from '../database.ts'
import { openStore, shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { theSystem } from '../who-asks.ts'
import { asSystem } from './a-process.ts'
import { announce, open, post } from './a-run.ts'

const [readers, kilobytes, commands] = ['READERS', 'KILOBYTES', 'COMMANDS'].map((name, at) =>
  Number(process.env[name] ?? [100, 800, 60][at]),
) as [number, number, number]
const [rounds, classSize, path] = [4, 25, '/views/enrolmentRecord'] as const

const run = await open('readers')
const at = '2026-03-01T01:00:00.000Z'

/** Enough enrolments for a view of that size, decided in memory and appended in blocks. */
const ledger = createLedger(training)
let asked = 0
const ask = (type: string, data: object) =>
  ledger.executeWithPolicies({
    type,
    data: { at, ...data },
    metadata: { commandId: `before-${++asked}`, actor: theSystem.actor },
  } as never)
for (let nth = 0; nth === 0 || size() < kilobytes * 1000; nth++) {
  const offeringId = `before-${nth}`
  const session = {
    start: '2026-04-06T01:00:00.000Z',
    end: '2026-04-06T09:00:00.000Z',
    zone: 'Asia/Shanghai',
  }
  ask('ScheduleOffering', {
    ...{ offeringId, courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' },
    sessions: [{ sessionId: 's', ...session }],
    capacity: { min: 1, max: classSize },
    completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
  })
  ask('OpenEnrolment', { offeringId })
  for (let one = 0; one < classSize; one++)
    ask('RequestEnrolment', { offeringId, learnerId: `${offeringId}-${one}`, source: 'self' })
}
function size(): number {
  return JSON.stringify(ledger.project(enrolmentRecord)).length
}
const database = await openDatabase(run.place)
const store = await openStore(database.pool, shapeOf(training))
const before = ledger.events()
for (let from = 0; from < before.length; from += 500) {
  const block = before.slice(from, from + 500).map((event) => ({ event, tags: training.tagsOf(event) }))
  await store.append(block, { failIfEventsMatch: [], after: 0 })
}
await database.close()

const service = await run.start()
for (let standing = await run.standing(service.at); standing.followedTo < standing.seenTo; await pause(200))
  standing = await run.standing(service.at)
const bytes = (await (await fetch(service.at + path, { headers: asSystem })).text()).length

let learners = 0
const took = async (offeringId: string): Promise<readonly number[]> => {
  await announce(service.at, offeringId, commands)
  const times: number[] = []
  for (let nth = 0; nth < commands; nth++) {
    const began = performance.now()
    const data = { at: '2026-03-01T02:00:00.000Z', offeringId, learnerId: `l-${learners++}`, source: 'self' }
    const command = { type: 'RequestEnrolment', data, metadata: { commandId: `ask-${learners}` } }
    const { status } = await post(service.at, command)
    if (status !== 200) throw new Error(`it was answered ${status}`)
    times.push(performance.now() - began)
  }
  return times
}

/** One that reads all it is sent, and how much that was. */
const watch = (agent: Agent) =>
  new Promise<{ readonly read: () => number; readonly told: () => string; readonly end: () => void }>(
    (resolve, reject) => {
      const asking = get(`${service.at}${path}/changes`, { agent, headers: asSystem }, (answer) => {
        let [read, last] = [0, '']
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length
          last = chunk.toString('utf8').slice(-2000)
        })
        answer.on('error', () => {})
        resolve({ read: () => read, told: () => last, end: () => asking.destroy() })
      })
      asking.on('error', reject)
    },
  )

const [alone, watched]: [number[], number[]] = [[], []]
let [sent, late] = [0, 0]
for (let round = 0; round < rounds; round++) {
  alone.push(...(await took(`alone-${round}`)))
  const agent = new Agent({ maxSockets: readers })
  const all = await Promise.all(Array.from({ length: readers }, () => watch(agent)))
  // Until each has the view as it is.
  for (let [quiet, seen] = [0, -1]; quiet < 4; await pause(250)) {
    const now = all.reduce((sum, one) => sum + one.read(), 0)
    quiet = now === seen ? quiet + 1 : 0
    seen = now
  }
  const held = all.reduce((sum, one) => sum + one.read(), 0)
  watched.push(...(await took(`watched-${round}`)))
  await pause(2000)
  late += all.filter((one) => !one.told().includes(`l-${learners - 1}"`)).length
  sent += all.reduce((sum, one) => sum + one.read(), 0) - held
  for (const one of all) one.end()
  agent.destroy()
  await pause(500)
}
service.signal('SIGTERM')
await service.ended

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] as number
const [own, theirs] = [median(alone), median(watched)]
const ratio = theirs / own
await run.tell({
  readers,
  'kB of the view': Math.round(bytes / 1000),
  'commands of each kind': alone.length,
  'ms a command, nobody watching': own.toFixed(1),
  'ms a command, all watching': theirs.toFixed(1),
  ratio: ratio.toFixed(2),
  'kB sent to a reader for a command': (sent / readers / watched.length / 1000).toFixed(2),
})
run.must({
  'a command costs at most 1.5 times': ratio <= 1.5,
  'every reader was told of the last command': late === 0,
})
