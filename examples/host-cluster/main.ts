/** The whole under load, with two processes and with four: `npx tsx --tsconfig examples/host-cluster/tsconfig.json examples/host-cluster/main.ts` */
import { cpus, loadavg } from 'node:os'
import { server } from './nats.ts'
import { runCluster } from './run.ts'
import { parts, views } from './training.ts'

const kills = Number(process.env.KILLS ?? 10)
for (const asked of [
  { workers: 2, more: 0 },
  { workers: 2, more: 2 },
]) {
  const told = await runCluster({ ...asked, kills, everyMs: 1500 })
  if (told === undefined) {
    console.log(`host-cluster: skipped, no NATS with JetStream answers at ${server}`)
    break
  }
  const isWhole =
    told.equal.every(({ isEqual }) => isEqual) && told.ended === 0 && told.published === told.due
  console.log(
    `host-cluster, node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  )
  for (const [figure, value] of Object.entries({
    'processes at the end, holding parts': `${told.processes}, ${told.owners}`,
    'parts, views': `${parts.length}, ${views.length}`,
    'processes killed': told.kills,
    'processes that ended by themselves': told.ended,
    'events in the log': told.events,
    'messages due, and in the stream': `${told.due}, ${told.published}`,
    'times the relay forgot its position': told.relayCrashes,
    'times a part was taken': told.claimed,
    'writes refused to a former holder': told.fenced,
    'parts folded anew after a merge': told.foldedAnew,
    'largest part kept, kB': Math.round(told.largest / 1000),
    'seconds of load': told.seconds.toFixed(1),
    'ms from the last event to all folded': Math.round(told.caughtUpMs),
  }))
    console.log(`  ${figure.padEnd(38)} ${value}`)
  for (const { view, subjects, isEqual } of told.equal)
    console.log(
      `${isEqual ? 'ok  ' : 'FAIL'} ${view}: the parts merge to the view of the whole, ${subjects} subjects`,
    )
  if (!isWhole) process.exitCode = 1
}
