/**
 * What it costs: `npm run bench`, and with `--json` one line `{ "name", "ratio", "of", "to", "goal" }` each. Ratios
 * are of medians of interleaved rounds; smaller is better, met at or below the goal; a `goal` of `null` is for the
 * record. Each suite runs in a process of its own; name some to run only those: `npm run bench -- folds commands`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import type { Row } from './bench/compare.ts'

const suites = [
  'start',
  'folds',
  'commands',
  'decoding',
  'growth',
  'rebuild',
  'scale',
  'package',
  'types',
] as const
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const asked = positionals.length === 0 ? suites : suites.filter((suite) => positionals.includes(suite))
const root = join(import.meta.dirname, '..')
const out = join(root, 'out/bench')

/** Compiled first, so that nothing is measured but the code. */
const compiled = async (suite: string): Promise<string> => {
  const outfile = join(out, `${suite}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, 'bench', `${suite}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@training-ops/source'],
    external: ['esbuild', 'typescript'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  return outfile
}

const run = async (suite: string): Promise<readonly Row[]> => {
  const file = await compiled(suite)
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=3000', file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const rows: Row[] = []
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) {
      if (!values.json) console.log(`  ${line}`)
      continue
    }
    const row = JSON.parse(line) as Row
    rows.push(row)
    const { name, ratio, of, to, goal, measured } = row
    if (values.json) console.log(JSON.stringify({ name, ratio, of, to, goal }))
    else {
      const kept = goal === null ? 'for the record' : ratio <= goal ? `≤ ${goal}` : `MISSED ${goal}`
      console.log(`${String(ratio).padStart(9)}  ${kept.padEnd(14)}  ${name} (${measured})`)
    }
  }
  const code = await ended
  if (code !== 0) throw new Error(`bench: ${suite} ended with ${code}`)
  return rows
}

mkdirSync(out, { recursive: true })
const rows: Row[] = []
for (const suite of asked) {
  if (!values.json) console.log(`\n${suite}`)
  rows.push(...(await run(suite)))
}
rmSync(out, { recursive: true })
const goals = rows.filter(({ goal }) => goal !== null)
const missed = goals.filter(({ ratio, goal }) => ratio > (goal ?? 0))
if (!values.json) console.log(`\n${goals.length} goals, ${missed.length} missed`)
