/** One of two processes on one file: asks for a seat for each of its people, and ends. `race.ts FILE NAME PEOPLE` */
import { assemble, lifecycle } from 'training-ops'
import { startHost } from 'training-ops/host'
import { openDatabase, openPorts, sqlite } from './ports.ts'

const [file = '', name = '', people = '0'] = process.argv.slice(2)
const node = sqlite()
if (node === undefined) throw new Error('race: this Node has no node:sqlite')
const training = assemble(lifecycle, {}, { trusted: true })
const database = openDatabase(node, file)
const host = await startHost(training, openPorts(database))
for (let at = 0; at < Number(people); at++) {
  const learnerId = `${name}-${at}`
  const data = { at: '2026-03-01T02:00:00.000Z', offeringId: 'o-1', learnerId, source: 'self' } as const
  await host.execute(training.command.RequestEnrolment(data, { commandId: `ask-${learnerId}` }))
}
await host.round()
await host.close()
database.close()
