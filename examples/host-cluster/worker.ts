/**
 * One process of several: `worker.ts CLUSTER NAME`. Each says that it is here; the parts are dealt out by the order of the names of those
 * who were heard in the last second. Two may disagree for a moment: the condition on what is kept decides.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { openCluster } from './nats.ts'
import { type Figures, foldPart } from './part.ts'
import { parts } from './training.ts'

const [beatMs, goneMs] = [150, 1000] as const
const [clusterName = '', me = ''] = process.argv.slice(2)
const cluster = await openCluster(clusterName)
if (cluster === undefined) throw new Error('worker: no NATS with JetStream answers')
const { nats } = cluster

const heard = new Map<string, number>()
nats.subscribe(`${clusterName}-here`, {
  callback: (_, message) => void heard.set(message.string(), performance.now()),
})
const figures: Figures = { folded: 0, claimed: 0, fenced: 0, foldedAnew: 0 }
const beat = () => {
  nats.publish(`${clusterName}-here`, me)
  nats.publish(`${clusterName}-figures`, JSON.stringify({ worker: me, ...figures }))
}
const members = (): readonly string[] =>
  [...heard].flatMap(([name, at]) => (performance.now() - at < goneMs ? [name] : [])).sort()
const isMine = (nth: number): boolean => {
  const all = members()
  return all[nth % all.length] === me
}

const working = new Set<number>()
const work = async (nth: number): Promise<void> => {
  working.add(nth)
  try {
    await foldPart(cluster, parts[nth] as (typeof parts)[number], me, () => isMine(nth), figures)
  } catch (error) {
    console.error(`${me}: ${(error as Error).message}`)
    await pause(300)
  }
  working.delete(nth)
}

beat()
await pause(2 * beatMs)
console.log(`${me} is here`)
for (;;) {
  beat()
  for (const nth of parts.keys()) if (!working.has(nth) && isMine(nth)) void work(nth)
  await pause(beatMs)
}
