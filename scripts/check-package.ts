/**
 * The package as a stranger gets it: built, packed, linted, installed into an empty folder with no network, and
 * run there as ESM, as CommonJS and from TypeScript; then bundled, and held to a weight. `npm run check:package`.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { type BuildOptions, buildSync, transformSync } from 'esbuild'
import { rollup } from 'rollup'
import { chineseFieldMeanings } from '../src/interop/chinese-field-meanings.ts'
import { fieldMeanings } from '../src/interop/field-meanings.ts'
import { withAssertions } from '../test/house/docs/assertions.ts'
import { fencesOf, programsOf } from '../test/house/docs/fences.ts'
import { staged } from './pack.ts'
import { command, conclude, outputOf, runSteps } from './steps.ts'

const subpaths = ['.', './metrics', './reports', './interop', './host', './testing']
const published =
  /^(dist\/[^/]+\.(c?js|d\.c?ts)|(README|CHANGELOG|NOTICE|docs\/upgrading)\.md|LICENSE|package\.json)$/

/** `--built` takes `dist` as it stands. */
const built = process.argv.includes('--built')
const folder = mkdtempSync(join(tmpdir(), 'training-ops-package-'))
const bin = (name: string) => resolve('node_modules/.bin', name)
const consumer = join(folder, 'consumer')

const packed = (what: string): { file: string; paths: string[] } => {
  const [pack] = JSON.parse(
    outputOf(['npm', 'pack', what, '--json', '--ignore-scripts', '--pack-destination', folder]),
  ) as { filename: string; files: { path: string }[] }[]
  if (!pack) throw new Error(`npm pack ${what} made nothing`)
  return { file: join(folder, pack.filename), paths: pack.files.map(({ path }) => path) }
}

const tarball = () => {
  const name = readdirSync(folder).find((file) => /^training-ops-\d.*\.tgz$/.test(file))
  if (!name) throw new Error('there is no packed package')
  return join(folder, name)
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '')
const showing = (names: string, from = 'training-ops') =>
  `import { ${names} } from '${from}'; console.log(${names})`
/** Of the package unpacked, in MB. */
const largest = 4

const pack = () => {
  const { paths } = packed(staged())
  const strangers = paths.filter((path) => !published.test(path))
  if (strangers.length > 0) throw new Error(`these do not belong in the package: ${strangers.join(', ')}`)
  for (const needed of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'NOTICE.md',
    'dist/index.js',
    'dist/index.cjs',
  ])
    if (!paths.includes(needed)) throw new Error(`the package lacks ${needed}`)
  console.log(`${paths.length} files`)
}

/**
 * What is bundled is bundled, and no type leans on a package a consumer does not have. The metrics are one file, which
 * the other subpaths import under its public name. No types but those of the testing kit name zod: its own cost a
 * consumer's compiler more than all of ours.
 */
const checkImports = () => {
  const allowed = /^(\.|(date-fns|zod)(\/|$)|immer$|training-ops\/metrics$)/
  const testing = /^fast-check$/
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.(c?js|d\.c?ts)$/.test(name))) {
    const text = readFileSync(join('dist', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const imports = [
      ...text.matchAll(/(?:\bfrom\s*|\bimport\s*|\brequire\(|\bimport\()['"]([@.\w][\w@./:-]*)['"]/g),
    ].map((m) => m[1])
    const strangers = imports.filter(
      (from = '') =>
        (file.startsWith('metrics.') && from !== './metrics.cjs') ||
        (/\.d\.c?ts$/.test(file) && !file.startsWith('testing.') && /^zod/.test(from)) ||
        (!allowed.test(from) && !(/^(modules\/)?testing|^chunk/.test(file) && testing.test(from))),
    )
    if (strangers.length > 0) throw new Error(`dist/${file} imports ${strangers.join(', ')}`)
  }
}

/** Metrics stand alone: the unpacked package with nothing beside it. */
const metricsAlone = () => {
  const alone = join(folder, 'alone/node_modules/training-ops')
  mkdirSync(alone, { recursive: true })
  command(['tar', '-xzf', tarball(), '-C', alone, '--strip-components=1'])
  const cwd = join(folder, 'alone')
  command(['node', '--input-type=module', '-e', "await import('training-ops/metrics')"], { cwd })
  command(['node', '-e', "require('training-ops/metrics')"], { cwd })
}

/** Packages come from our own node_modules, as tarballs: the versions of the lockfile, and no network. */
const install = () => {
  mkdirSync(consumer, { recursive: true })
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true }))
  const beside = ['zod', 'immer', 'date-fns', 'fast-check', 'pure-rand', '@types/node', 'undici-types']
  const tarballs = beside.map((name) => packed(`./node_modules/${name}`).file)
  const alone = ['--offline', '--cache', join(folder, 'empty-cache'), '--no-audit', '--no-fund']
  command(['npm', 'install', ...alone, ...tarballs, tarball()], { cwd: consumer })
}

/** Every subpath gives the same names to `import` and to `require`; and the tables made for the package say what the sources say. */
const sameNames = () => {
  const meanings = JSON.stringify({ fieldMeanings, chineseFieldMeanings })
  const script = `
    import { createRequire } from 'node:module'
    import { deepStrictEqual, ok } from 'node:assert'
    const require = createRequire(import.meta.url)
    for (const path of ${JSON.stringify(subpaths)}) {
      const name = path.replace(/^\\./, 'training-ops')
      const names = Object.keys(await import(name)).sort()
      ok(names.length > 0, name + ' exports nothing')
      deepStrictEqual(Object.keys(require(name)).sort(), names)
      console.log(name, names.length, 'exports')
    }
    const { fieldMeanings, chineseFieldMeanings } = await import('training-ops/interop')
    deepStrictEqual({ fieldMeanings, chineseFieldMeanings }, ${meanings})`
  writeFileSync(join(consumer, 'same-names.mjs'), script)
  command(['node', 'same-names.mjs'], { cwd: consumer })
}

/** Optional peers are optional: taken away, everything but the testing kit still loads. Runs last. */
const withoutOptionalPeers = () => {
  rmSync(join(consumer, 'node_modules/fast-check'), { recursive: true })
  const names = subpaths
    .filter((path) => path !== './testing')
    .map((path) => path.replace(/^\./, 'training-ops'))
  const imports = names.map((name) => `await import('${name}')`).join('\n')
  command(['node', '--input-type=module', '-e', imports], { cwd: consumer })
  command(['node', '-e', names.map((name) => `require('${name}')`).join('\n')], { cwd: consumer })
}

const fromTypeScript = (
  name: string,
  type: 'module' | 'commonjs',
  module: string,
  moduleResolution: string,
) => {
  const cwd = join(consumer, name)
  mkdirSync(cwd, { recursive: true })
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ type }))
  for (const file of ['program.ts', 'promises.ts'])
    copyFileSync(join('scripts/consumer', file), join(cwd, file))
  const shown = type === 'module' ? programsOf(fencesOf('README.md', readFileSync('README.md', 'utf8'))) : []
  const pages = shown.map((program, index) => ({ ...program, file: `readme-${index}.ts` }))
  for (const { file, code } of pages) writeFileSync(join(cwd, file), `${code}\nexport {}\n`)
  const compilerOptions = {
    target: 'ES2022',
    module,
    moduleResolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: ['node'],
    outDir: 'out',
    rootDir: '.',
  }
  writeFileSync(
    join(cwd, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.ts'], exclude: ['*.claims.ts'] }),
  )
  command([bin('tsc'), '-p', cwd])
  command(['node', 'out/program.js'], { cwd })
  for (const { file, runs, at } of pages) {
    if (runs.trim() === '') continue
    const claims = `import { deepStrictEqual, rejects } from 'node:assert/strict'
      const __same = (line, actual, expected) => deepStrictEqual(actual, expected)
      const __throws = (line, act, message) => rejects(async () => act(), message)\n`
    const script = file.replace(/\.ts$/, '.claims.ts')
    writeFileSync(join(cwd, script), claims + withAssertions(runs))
    console.log(`running ${at(1)}`)
    command([bin('tsx'), script], { cwd })
  }
}

/** The oldest and the newest TypeScript that are promised, and some between; ours of today checks the rest above. */
const compilers = ['5.4', '5.6', '5.9', '7.0']

/** The types as a consumer's own compiler reads them. The compilers come from the registry: without it, it is said and skipped. */
const everyCompiler = () => {
  const cwd = join(folder, 'compilers')
  mkdirSync(cwd, { recursive: true })
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true }))
  const wanted = compilers.map((version) => `typescript-${version}@npm:typescript@~${version}.0`)
  try {
    outputOf(['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...wanted], { cwd })
  } catch (error) {
    const [first, ...more] = lines(String(error))
    console.log(`skipped: the registry gave no TypeScript ${compilers.join(', ')} (${more.at(-1) ?? first})`)
    return
  }
  for (const version of compilers) {
    command(['node', join(cwd, `node_modules/typescript-${version}/bin/tsc`), '-p', '.', '--noEmit'], {
      cwd: join(consumer, 'esm'),
    })
    console.log(`TypeScript ${version} reads it`)
  }
}

/** What a consumer's bundle may weigh who imports this and no more, in kB (1,024 B) gzipped. What is over it has grown. */
const weights: readonly { readonly program: string; readonly most: number; readonly contents: string }[] = [
  { program: 'isAccepted', most: 0.2, contents: showing('isAccepted') },
  { program: 'csv', most: 0.53, /* the goal is 0.5 */ contents: showing('csv', 'training-ops/interop') },
  { program: 'toDcb', most: 0.4, contents: showing('toDcb', 'training-ops/interop') },
  { program: 'one calculator', most: 1, contents: showing('completionRate', 'training-ops/metrics') },
  { program: 'one view, folded', most: 9, contents: showing('offeringRecord, project') },
  {
    program: 'the kernel, for a module of one’s own and a ledger',
    most: 45.2, // the goal is 45
    contents: showing(
      'accepted, assemble, createLedger, defineCommands, defineDecision, defineEvents, defineModule, event',
    ),
  },
  {
    program: 'resources and delivery, and a ledger',
    most: 80,
    contents: showing('assemble, createLedger, delivery, resources'),
  },
  {
    program: 'the lifecycle and a ledger',
    most: 129, // the goal is 125
    contents: showing('assemble, createLedger, lifecycle'),
  },
]

const gzipped = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length / 1024

const byEsbuild = (contents: string, more: BuildOptions = {}): string => {
  const { outputFiles } = buildSync({
    ...{ stdin: { contents, resolveDir: consumer }, bundle: true, minify: true, write: false },
    ...{ format: 'esm', platform: 'browser', target: 'es2022', ...more },
  })
  return outputFiles?.map(({ text }) => text).join('') ?? ''
}

const byRollup = async (contents: string): Promise<string> => {
  const entry = join(consumer, 'entry.mjs')
  writeFileSync(entry, contents)
  const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true })
  return transformSync(output[0].code, { minify: true, format: 'esm', target: 'es2022' }).code
}

const weigh = async () => {
  const tooHeavy: string[] = []
  for (const { program, most, contents } of weights) {
    const [esbuild, rolled] = [gzipped(byEsbuild(contents)), gzipped(await byRollup(contents))]
    const told = `${esbuild.toFixed(2)} kB by esbuild, ${rolled.toFixed(2)} kB by rollup, at most ${most}: ${program}`
    console.log(told)
    if (Math.max(esbuild, rolled) > most) tooHeavy.push(told)
  }
  if (tooHeavy.length > 0) throw new Error(`too heavy, gzipped:\n${tooHeavy.join('\n')}`)
  const folders = [...lines(outputOf(['tar', '-tvzf', tarball()]))]
  const unpacked = folders.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[2]), 0) / 1e6
  console.log(`${unpacked.toFixed(1)} MB unpacked`)
  if (unpacked > largest)
    throw new Error(`the package is ${unpacked.toFixed(1)} MB unpacked, at most ${largest}`)
}

/** Two bundles that each hold their own copy, and Node's import beside them: what one makes, the others read. */
const oneKernel = () => {
  for (const name of ['one', 'other'])
    writeFileSync(
      join(consumer, `${name}.mjs`),
      byEsbuild("export * from 'training-ops'", { platform: 'node' }),
    )
  const script = `
    import { deepStrictEqual, ok } from 'node:assert'
    import * as node from 'training-ops'
    import * as one from './one.mjs'
    import * as other from './other.mjs'
    const at = '2026-03-01T01:00:00.000Z'
    const command = (type, data, commandId) => ({ type, data: { at, ...data }, metadata: { commandId } })
    const asked = [
      command('RegisterResource', { resourceId: 'r-1', kind: 'venue', title: 'Room' }, 'c-1'),
      command('SuspendResource', { resourceId: 'r-1', reason: 'a leak' }, 'c-2'),
      command('ConfirmOffering', { offeringId: 'none' }, 'c-3'),
    ]
    const answers = []
    for (const [a, b, c] of [[node, one, other], [one, other, node], [other, node, one], [node, node, node]]) {
      const training = a.assemble(b.lifecycle, {}, { trusted: true })
      const ledger = c.createLedger(training)
      const verdicts = asked.map((each) => ledger.execute(each))
      const events = ledger.events()
      answers.push(JSON.stringify([
        verdicts.map((verdict) => [a.isAccepted(verdict), b.isRejected(verdict)]),
        events,
        events.map((event) => c.redacted(training, event)),
        a.project(b.offeringRecord, events),
      ]))
    }
    ok(answers[0].includes('ResourceSuspended') && answers[0].includes('Unknown') === false)
    deepStrictEqual(new Set(answers).size, 1)`
  writeFileSync(join(consumer, 'one-kernel.mjs'), script)
  command(['node', 'one-kernel.mjs'], { cwd: consumer })
}

const results = await runSteps([
  ...(built ? [] : [{ name: 'build', run: () => command([bin('tsup'), '--silent']) }]),
  { name: 'pack', run: pack },
  {
    name: 'the API is as docs/api says',
    run: () => command([bin('tsx'), 'scripts/api-report.ts', '--check']),
  },
  { name: 'nothing imported that is not declared', run: checkImports },
  { name: 'publint', run: () => command([bin('publint'), 'run', tarball(), '--strict']) },
  { name: 'are the types wrong', run: () => command([bin('attw'), tarball(), '--no-definitely-typed']) },
  { name: 'metrics with no dependency', run: metricsAlone },
  { name: 'install without network', run: install },
  { name: 'the same names for import and require', run: sameNames },
  { name: 'TypeScript, bundler', run: () => fromTypeScript('bundler', 'module', 'ESNext', 'bundler') },
  { name: 'TypeScript, nodenext, ESM', run: () => fromTypeScript('esm', 'module', 'nodenext', 'nodenext') },
  {
    name: 'TypeScript, nodenext, CommonJS',
    run: () => fromTypeScript('cjs', 'commonjs', 'nodenext', 'nodenext'),
  },
  { name: `TypeScript ${compilers.join(', ')}`, run: everyCompiler },
  { name: 'weight of a bundle', run: weigh },
  { name: 'one kernel, however it is loaded', run: oneKernel },
  { name: 'without optional peers', run: withoutOptionalPeers },
])
conclude(results)
rmSync(folder, { recursive: true, force: true })
