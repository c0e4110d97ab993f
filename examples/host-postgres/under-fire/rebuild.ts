/** Views are rebuilt from zero, again and again, while commands keep coming; each time they equal the live ones. */
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { project } from 'training-ops'
import { openDatabase } from '../database.ts'
import { type E, startService } from '../service.ts'
import { openStore, shapeOf } from '../store.ts'
import { views as kept, training } from '../training.ts'
import { theSystem } from '../who-asks.ts'
import { open } from './a-run.ts'

const [rebuilds, streams] = [Number(process.env.REBUILDS ?? 30), 4]

const run = await open('rebuild')
const database = await openDatabase(run.place)
const service = await startService(database, { everyMs: 20 })
const store = await openStore(database.pool, shapeOf(training))
const at = '2026-03-01T01:00:00.000Z'
let asked = 0
const ask = async (type: string, data: object): Promise<void> => {
  const command = {
    type,
    data: { at, ...data },
    metadata: { commandId: `c-${++asked}`, actor: theSystem.actor },
  }
  await service.execute(command as never)
}

let stopped = false
const stream = async (_: unknown, lane: number): Promise<void> => {
  for (let at = 0; !stopped; at++) {
    const offeringId = `o-${lane}-${Math.floor(at / 20)}`
    if (at % 20 === 0) {
      const start = new Date(Date.UTC(2026, 3, 6 + at / 20)).toISOString()
      const end = new Date(Date.UTC(2026, 3, 6 + at / 20, 8)).toISOString()
      await ask('ScheduleOffering', {
        ...{ offeringId, courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' },
        sessions: [{ sessionId: `${offeringId}-s`, start, end, zone: 'Asia/Shanghai' }],
        capacity: { min: 1, max: 8 },
        completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
      })
      await ask('OpenEnrolment', { offeringId })
    }
    await ask('RequestEnrolment', { offeringId, learnerId: `l-${lane}-${at % 20}`, source: 'self' })
    if (at % 5 === 4) await ask('WithdrawEnrolment', { offeringId, learnerId: `l-${lane}-${(at % 20) - 2}` })
  }
}
const streaming = Promise.all(Array.from({ length: streams }, stream))

/** The live view and one from zero, as of one position: the log is read first, and the view awaited at its end. */
const compare = async (): Promise<{ readonly events: number; readonly same: number }> => {
  const log = await store.after(0, 1_000_000)
  const upTo = log.at(-1)?.position ?? 0
  await service.catchUp()
  let same = 0
  for (const projection of kept) {
    const live = service.views.look(projection.name)
    if (live === undefined || live.position < upTo) throw new Error(`${projection.name} lags behind`)
    const more = (await store.after(upTo, 1_000_000)).filter(({ position }) => position <= live.position)
    const fromZero = project(projection, [...log, ...more] as unknown as readonly E[])
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(live.state)), JSON.parse(JSON.stringify(fromZero))))
      same++
  }
  return { events: log.length, same }
}

const seen: { readonly events: number; readonly same: number }[] = []
const began = performance.now()
for (let at = 0; at < rebuilds; at++) {
  await pause(50)
  seen.push(await compare())
}
stopped = true
await streaming
const seconds = (performance.now() - began) / 1000
await service.close()
await database.close()

await run.tell({
  rebuilds,
  'views each time': kept.length,
  'events, first time': seen[0]?.events,
  'events, last time': seen.at(-1)?.events,
  'equal to the live one': seen.reduce((sum, { same }) => sum + same, 0),
  seconds: Number(seconds.toFixed(1)),
})
run.must({
  'every view rebuilt from zero equals the live one': seen.every(({ same }) => same === kept.length),
  'commands kept coming': (seen.at(-1)?.events ?? 0) > (seen[0]?.events ?? 0) + rebuilds,
})
