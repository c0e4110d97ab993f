/**
 * The package as a stranger gets it: built, packed, linted, installed into an empty folder with no network, and
 * run there as ESM, as CommonJS and from TypeScript; then bundled, to say what it weighs. `npm run check:package`.
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
import { buildSync } from 'esbuild'
import { withAssertions } from '../test/house/docs/assertions.ts'
import { fencesOf, programsOf } from '../test/house/docs/fences.ts'
import { command, conclude, outputOf, runSteps } from './steps.ts'

const subpaths = ['.', './metrics', './reports', './interop', './testing']
const published =
  /^(dist\/[^/]+\.(c?js|d\.c?ts)(\.map)?|(README|CHANGELOG|NOTICE)\.md|LICENSE|package\.json)$/

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

const pack = () => {
  const { paths } = packed('.')
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
  for (const file of readdirSync('dist').filter((name) => /\.(c?js|d\.c?ts)$/.test(name))) {
    const text = readFileSync(join('dist', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const imports = [...text.matchAll(/(?:\bfrom |\bimport |\brequire\(|\bimport\()['"]([^'"]+)['"]/g)].map(
      (m) => m[1],
    )
    const strangers = imports.filter(
      (from = '') =>
        file.startsWith('metrics.') ||
        (/\.d\.c?ts$/.test(file) && !file.startsWith('testing.') && /^zod/.test(from)) ||
        (!allowed.test(from) && !(/^testing|^chunk/.test(file) && testing.test(from))),
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

/** Every subpath gives the same names to `import` and to `require`. */
const sameNames = () => {
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
    }`
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
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
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

const weigh = () => {
  const entries = {
    'one calculator': "import { completionRate } from 'training-ops/metrics'; console.log(completionRate)",
    'training-ops/metrics': "import * as all from 'training-ops/metrics'; console.log(all)",
    'reports in English':
      "import { en, evaluationReport, toMarkdown } from 'training-ops/reports'; console.log(en, evaluationReport, toMarkdown)",
    'training-ops/reports': "import * as all from 'training-ops/reports'; console.log(all)",
    'the lifecycle and a ledger':
      "import { assemble, createLedger, lifecycle } from 'training-ops'; console.log(createLedger(assemble(lifecycle)))",
    'training-ops': "import * as all from 'training-ops'; console.log(all)",
  }
  for (const [name, contents] of Object.entries(entries)) {
    const { outputFiles } = buildSync({
      stdin: { contents, resolveDir: consumer },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      charset: 'utf8',
      write: false,
    })
    const bytes = outputFiles[0]?.contents ?? new Uint8Array()
    if (name === 'reports in English' && /\p{Script=Han}/u.test(new TextDecoder().decode(bytes)))
      throw new Error('a bundle of the English reports carries Chinese words')
    const kilobytes = (count: number) => `${(count / 1000).toFixed(1)} kB`.padStart(9)
    console.log(`${kilobytes(gzipSync(bytes).length)} gzipped, ${kilobytes(bytes.length)} minified: ${name}`)
  }
}

const results = runSteps([
  { name: 'build', run: () => command([bin('tsup'), '--silent']) },
  { name: 'pack', run: pack },
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
  { name: 'weight of a bundle', run: weigh },
  { name: 'without optional peers', run: withoutOptionalPeers },
])
conclude(results)
rmSync(folder, { recursive: true, force: true })
