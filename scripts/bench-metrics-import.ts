/**
 * Prints what importing the built `training-ops/metrics` costs over an empty module of the same package (finding out
 * which package a `.js` belongs to is no cost of ours): a fresh Node process for each import, in turn, goal at most
 * 5 ms. The least of many runs is the cost; the median also holds what else the machine was doing.
 * Run: npx tsup && npx tsx scripts/bench-metrics-import.ts
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const rounds = 41
const goal = 5

const built = join(import.meta.dirname, '../dist/metrics.js')
if (!existsSync(built)) throw new Error('bench-metrics-import: no dist/metrics.js; run npx tsup first')

const folder = mkdtempSync(join(tmpdir(), 'bench-metrics-import-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
file('package.json', '{ "type": "module" }\n')
const modules = {
  empty: pathToFileURL(file('empty.js', 'export {}\n')).href,
  metrics: pathToFileURL(file('metrics.js', readFileSync(built, 'utf8'))).href,
}
const stopwatch = file(
  'stopwatch.mjs',
  'const start = performance.now()\nawait import(process.argv[2])\nconsole.log(performance.now() - start)\n',
)

const timeToImport = (url: string): number => Number(execFileSync(process.execPath, [stopwatch, url]))

const times = { empty: [] as number[], metrics: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  times.empty.push(timeToImport(modules.empty))
  times.metrics.push(timeToImport(modules.metrics))
}

rmSync(folder, { recursive: true })

const spread = (of: readonly number[]) => {
  const sorted = [...of].sort((a, b) => a - b)
  return { least: sorted[0] ?? Number.NaN, median: sorted[Math.floor(rounds / 2)] ?? Number.NaN }
}
const [empty, metrics] = [spread(times.empty), spread(times.metrics)]
for (const kind of ['least', 'median'] as const) {
  const over = metrics[kind] - empty[kind]
  console.log(
    `${kind.padEnd(6)} of ${rounds}: empty ${empty[kind].toFixed(2)} ms, metrics ${metrics[kind].toFixed(2)} ms, over an empty module ${over.toFixed(2)} ms (goal ${goal}), ratio ${(metrics[kind] / empty[kind]).toFixed(1)}`,
  )
}
