/** What it weighs in a consumer's bundle, where the bytes come from, and what importing the built package costs. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { medianOf, tell } from './compare.ts'

const root = resolve('.')
const consumer = `import { assemble, createLedger, lifecycle } from 'training-ops'
console.log(createLedger(assemble(lifecycle, {}, { trusted: true })).events())`

const { outputFiles, metafile } = await build({
  stdin: { contents: consumer, resolveDir: root },
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['@training-ops/source'],
  absWorkingDir: root,
})
const weight = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
const kB = (bytes: number) => Number((bytes / 1024).toFixed(1))
const [output] = Object.values(metafile.outputs)
const parts = new Map<string, number>()
for (const [file, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
  const [, guest, room] = /node_modules\/((?:@[^/]+\/)?[^/]+)|^src\/([^/]+)/.exec(file) ?? []
  const part = guest ?? `src/${room}`
  parts.set(part, (parts.get(part) ?? 0) + bytesInOutput)
}
const heaviest = [...parts].sort(([, one], [, other]) => other - one).slice(0, 14)
console.log(`minified: ${heaviest.map(([part, bytes]) => `${part} ${kB(bytes)} kB`).join(', ')}`)
tell({
  name: 'the whole core with validation in a consumer’s bundle, gzipped / 1 kB',
  ratio: kB(weight),
  of: 'assemble(lifecycle, {}, { trusted: true }) and a ledger',
  to: '1 kB',
  goal: 40,
  measured: `${kB(weight)} kB`,
})

const built = join(root, 'dist/index.js')
if (!existsSync(built))
  console.log('importing: not measured, there is no dist/index.js; run npm run build first')
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const stopwatch = file(
    'stopwatch.mjs',
    'const start = performance.now()\nawait import(process.argv[2])\nconsole.log(performance.now() - start)\n',
  )
  const empty = pathToFileURL(file('empty.mjs', 'export {}\n')).href
  const timeTo = (url: string): number => Number(execFileSync(process.execPath, [stopwatch, url]))
  const times = Array.from({ length: 15 }, () => [timeTo(pathToFileURL(built).href), timeTo(empty)] as const)
  rmSync(folder, { recursive: true })
  const [one, other] = [medianOf(times.map(([time]) => time)), medianOf(times.map(([, time]) => time))]
  tell({
    name: 'importing training-ops / an empty module',
    ratio: Number((one / other).toPrecision(3)),
    of: 'dist/index.js',
    to: 'an empty module',
    goal: null,
    measured: `${one.toPrecision(3)} ms / ${other.toPrecision(3)} ms`,
  })
}
