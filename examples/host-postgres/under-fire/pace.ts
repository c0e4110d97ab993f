/** What a command costs where nobody is in the way: in memory, on the plain store, and on the one that is followed. */
import { executing, type FollowedLog, followLog, memoryPorts } from 'training-ops/host'
import { openDatabase } from '../database.ts'
import { openPorts } from '../ports.ts'
import type { C, E } from '../service.ts'
import { shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { theSystem } from '../who-asks.ts'
import { open } from './a-run.ts'

const [classes, people] = [10, Number(process.env.PEOPLE ?? 30)]
const at = '2026-03-01T01:00:00.000Z'
let asked = 0
const command = (type: string, data: object) =>
  ({ type, data: { at, ...data }, metadata: { commandId: `c-${++asked}`, actor: theSystem.actor } }) as C

const run = await open('pace')
const database = await openDatabase(run.place)
const ports = await openPorts(database.pool, shapeOf(training))
type Log = Pick<FollowedLog<E>, 'knownTo' | 'append'>

const paced = async (name: string, log: Log): Promise<[string, string]> => {
  const execute = executing(training, log, ports)
  const took: number[] = []
  for (let nth = 0; nth < classes; nth++) {
    const offeringId = `${name.replace(/\W/g, '-')}-${nth}`
    const session = {
      sessionId: `${offeringId}-s`,
      start: '2026-04-06T01:00:00.000Z',
      end: '2026-04-06T09:00:00.000Z',
    }
    await execute(
      command('ScheduleOffering', {
        ...{ offeringId, courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' },
        sessions: [{ ...session, zone: 'Asia/Shanghai' }],
        capacity: { min: 1, max: 100 },
        completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
      }),
    )
    await execute(command('OpenEnrolment', { offeringId }))
    for (let one = 0; one < people; one++) {
      const began = performance.now()
      await execute(
        command('RequestEnrolment', { offeringId, learnerId: `${offeringId}-${one}`, source: 'self' }),
      )
      took.push(performance.now() - began)
    }
  }
  took.sort((a, b) => a - b)
  const of = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(2)
  return [`ms a command, ${name}`, `${of(0.5)} (99 in 100: ${of(0.99)})`]
}
const figures = [
  await paced('in memory', followLog(training, memoryPorts(ports.clock), { from: 0, inMemory: true })),
  await paced('plain store', followLog(training, ports, { from: 0, inMemory: false })),
  await paced('followed store', followLog(training, ports, { from: 0, inMemory: true })),
]
await database.close()
await run.tell({ commands: classes * people, ...Object.fromEntries(figures) })
