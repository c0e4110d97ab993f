/**
 * Prints what a bundle weighs that imports one metric calculator from what is published: minified and gzipped, as a
 * browser would get it.
 * `npx tsx scripts/metric-size.ts` prints all, heaviest first.
 */
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { minify } from 'terser'
import * as exported from '../src/metrics/index.ts'
import { asPublished, asRead } from './metrics-build.ts'

const root = join(import.meta.dirname, '..')
const metrics = join(root, 'src/metrics/index.ts')

/**
 * What is too heavy: more than 1 kB, for a calculator that needs no distribution (normal, t, χ², F), and the 60 B of
 * `guarded`, which every one brings along.
 */
export const limit = 1024 + 88

export const isTooHeavy = ({ bytes, needsDistribution }: Weight): boolean =>
  !needsDistribution && bytes > limit

export type Weight = {
  readonly name: string
  readonly bytes: number
  readonly needsDistribution: boolean
}

const bundled = (options: BuildOptions) =>
  build({ ...options, bundle: true, write: false, format: 'esm', target: 'es2022', absWorkingDir: root })

const textOf = async (options: BuildOptions): Promise<string> =>
  (await bundled(options)).outputFiles?.map(({ text }) => text).join('') ?? ''

let published: Promise<string> | undefined
/** `dist/metrics.js`, without writing it. */
export const publishedMetrics = (): Promise<string> => {
  published ??= textOf({ entryPoints: [metrics], ...asPublished }).then(
    async (text) => (await minify(text, asRead)).code ?? '',
  )
  return published
}

const onlyThis = (name: string, from: string) => `export { ${name} } from ${JSON.stringify(from)}`

/** What each export weighs, and nothing else. One build for all of them: what is published is read once. */
const bytesOf = async (names: readonly string[]): Promise<readonly number[]> => {
  const contents = await publishedMetrics()
  const { outputFiles } = await bundled({
    entryPoints: names.map((_, at) => ({ in: `only:${at}`, out: `${at}` })),
    outdir: 'nowhere',
    minify: true,
    plugins: [
      {
        name: 'published',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^(only:\d+|published)$/ }, ({ path }) => ({
            path,
            namespace: 'memory',
            sideEffects: false,
          }))
          onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
            contents:
              path === 'published' ? contents : onlyThis(names[Number(path.slice(5))] ?? '', 'published'),
            loader: 'js',
          }))
        },
      },
    ],
  })
  const weighed = new Map(
    (outputFiles ?? []).map(({ path, text }) => [basename(path, '.js'), gzipSync(text, { level: 9 }).length]),
  )
  return names.map((_, at) => weighed.get(`${at}`) ?? Number.NaN)
}

/** Files of the bundle of one export, from the root of the repository. */
export const filesOf = async (name: string): Promise<readonly string[]> => {
  const { metafile } = await bundled({
    stdin: { contents: onlyThis(name, metrics), resolveDir: root },
    metafile: true,
    minify: true,
  })
  return Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  )
}

/** A distribution, or the fit of a factor; or the audit of a release, which is a module of its own and no calculator. */
const distribution = /statistics\/(normal|student-t|chi-squared|f-distribution|one-factor)|disclosure\//

/** Whether a distribution is among it is asked only where it is too heavy without one. */
const weightsOf = async (names: readonly string[]): Promise<readonly Weight[]> => {
  const bytes = await bytesOf(names)
  return Promise.all(
    names.map(async (name, at) => {
      const weight = bytes[at] ?? Number.NaN
      const needsDistribution =
        weight > limit && (await filesOf(name)).some((file) => distribution.test(file))
      return { name, bytes: weight, needsDistribution }
    }),
  )
}

export const weightOf = async (name: string): Promise<Weight> => (await weightsOf([name]))[0] as Weight

/** Every function that is exported, accumulators left aside: the calculators, and what is computed beside them. */
export const weights = async (): Promise<readonly Weight[]> => {
  const names = Object.entries(exported).flatMap(([name, value]) =>
    typeof value === 'function' && !name.endsWith('Accumulator') ? [name] : [],
  )
  const all = await weightsOf(names)
  return [...all].sort((a, b) => b.bytes - a.bytes)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all = await weights()
  for (const { name, bytes, needsDistribution } of all)
    console.log(`${String(bytes).padStart(6)} B  ${name}${needsDistribution ? ' (with a distribution)' : ''}`)
  const tooHeavy = all.filter(isTooHeavy)
  console.log(`${all.length} functions; without a distribution and over ${limit} B: ${tooHeavy.length}`)
  process.exitCode = tooHeavy.length > 0 ? 1 : 0
}
