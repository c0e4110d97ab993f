/**
 * The library's own lifecycle under fire: lives of all rooms, with crashes between appends, restarts, redelivery, policies and
 * views asked again elsewhere, other names and texts erased. Every law of `lawsOf` looks at every life.
 * `npx tsx --conditions=@training-ops/source scripts/under-fire.ts [commands: 1000000] [first seed: 1]`
 * Each line is one batch of lives; a law that is broken tells its shortest story, and the run ends with exit status 1.
 */
import { lawsOf } from 'training-ops/testing'
import { lives, training } from '../test/testing/whole-lifecycle.ts'

const [wanted = 1_000_000, firstSeed = 1] = process.argv.slice(2).map(Number)
const livesABatch = 100
const counts = { lives: 0, commands: 0, byPolicy: 0, refused: 0, events: 0 }
const rooms = new Map<string, number>()
const counted = lives.map((life) => {
  counts.lives++
  counts.commands += life.steps.length
  counts.byPolicy += life.steps.filter(({ by }) => by !== 'host').length
  counts.refused += life.steps.filter(({ answer }) => answer._tag === 'Left').length
  counts.events += life.events.length
  for (const { type } of life.events) rooms.set(type, (rooms.get(type) ?? 0) + 1)
  return life
})
const shown = (value: number) => value.toLocaleString('en')
const seconds = () => ((process.cpuUsage().user + process.cpuUsage().system) / 1e6).toFixed(0)

let alarms = 0
for (let seed = firstSeed; counts.commands < wanted; seed++) {
  for (const { name, check, isBroken } of lawsOf(training, { lives: counted, runs: livesABatch, seed })) {
    if (isBroken?.() !== true) continue
    alarms++
    console.log(`seed ${seed}: ${name}`)
    try {
      check()
    } catch (error) {
      console.log((error as Error).message)
    }
  }
  console.log(
    `seed ${seed}: ${shown(counts.commands)} commands (${shown(counts.byPolicy)} of policies and deadlines, ${shown(counts.refused)} refused) in ${shown(counts.lives)} lives, ${shown(counts.events)} events of ${rooms.size} kinds, ${alarms} broken, ${seconds()} s of processor time`,
  )
}
process.exitCode = alarms === 0 ? 0 : 1
