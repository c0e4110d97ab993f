/**
 * Calls each reader and writer of `training-ops/interop` with parts of its arguments replaced by what no caller should give.
 * `npx tsx --conditions=@training-ops/source scripts/fuzz-exchange.ts [calls of each] [seed]`, 3,000 unless said otherwise. Prints
 * per function how many answered, how many told a mistake, how many threw something raw, and the slowest call in milliseconds.
 * Exits with 1 when something raw was thrown.
 */
import { calls } from '../test/interop/exchange-calls.ts'
import { randomFrom } from '../test/interop/hostile-rows.ts'
import { mutated } from '../test/interop/hostile-values.ts'

const each = Number(process.argv[2] ?? 3000)
const random = randomFrom(Number(process.argv[3] ?? 1))
const tally: Record<string, { answered: number; told: number; raw: number; slowestMs: number }> = {}
for (const [name, { call, args }] of Object.entries(calls)) {
  const of = { answered: 0, told: 0, raw: 0, slowestMs: 0 }
  tally[name] = of
  for (let times = 0; times < each; times++) {
    const { args: hostile, how } = mutated(random, args)
    const before = process.cpuUsage()
    try {
      Reflect.apply(call, undefined, hostile)
      of.answered++
    } catch (thrown) {
      const message = String((thrown as Error)?.message)
      if (message.startsWith('training-ops: ')) of.told++
      else {
        of.raw++
        console.log(`${name}: ${how}: ${message.slice(0, 120)}`)
      }
    }
    const { user, system } = process.cpuUsage(before)
    of.slowestMs = Math.max(of.slowestMs, Math.round((user + system) / 1000))
  }
}
console.table(tally)
process.exitCode = Object.values(tally).some(({ raw }) => raw > 0) ? 1 : 0
