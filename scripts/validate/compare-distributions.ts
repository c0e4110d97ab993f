/**
 * How exact and how large our distributions are, beside those of jstat and simple-statistics: prints a table in
 * Markdown. Reference: test/metrics/statistics/reference/distributions.json (mpmath at 340 digits).
 * Run: npx tsx --conditions=@training-ops/source scripts/validate/compare-distributions.ts
 */
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import * as simple from 'simple-statistics'
import * as ours from '../../src/metrics/index.ts'
import { distributionGrid, type Tail } from './distribution-grid.ts'

type Library = { readonly [distribution: string]: readonly [lower: Tail, upper: Tail] | undefined }
type Distribution = 'normal' | 't' | 'chiSquared' | 'f'

const jstat = createRequire(import.meta.url)('jstat') as {
  readonly [name: string]: { cdf: (...point: number[]) => number; inv: (...asked: number[]) => number }
}
const one = (cdf: Tail): readonly [Tail, Tail] => [cdf, (point) => 1 - cdf(point)]

const libraries: { readonly [name: string]: Library } = {
  'training-ops': {
    normal: [([z = 0]) => ours.normalCdf(z), ([z = 0]) => ours.normalUpperTail(z)],
    t: [
      ([t = 0, df = 1]) => ours.studentTCdf({ t, df }),
      ([t = 0, df = 1]) => ours.studentTUpperTail({ t, df }),
    ],
    chiSquared: [
      ([x = 0, df = 1]) => ours.chiSquaredCdf({ x, df }),
      ([x = 0, df = 1]) => ours.chiSquaredUpperTail({ x, df }),
    ],
    f: [
      ([f = 0, df1 = 1, df2 = 1]) => ours.fCdf({ f, df1, df2 }),
      ([f = 0, df1 = 1, df2 = 1]) => ours.fUpperTail({ f, df1, df2 }),
    ],
  },
  jstat: {
    normal: one(([z = 0]) => jstat.normal?.cdf(z, 0, 1) ?? Number.NaN),
    t: one(([t = 0, df = 1]) => jstat.studentt?.cdf(t, df) ?? Number.NaN),
    chiSquared: one(([x = 0, df = 1]) => jstat.chisquare?.cdf(x, df) ?? Number.NaN),
    f: one(([f = 0, df1 = 1, df2 = 1]) => jstat.centralF?.cdf(f, df1, df2) ?? Number.NaN),
  },
  'simple-statistics': {
    normal: one(([z = 0]) => simple.cumulativeStdNormalProbability(z)),
  },
}

const errorOf = (got: number, expected: string): number => {
  const value = Number(expected)
  return got === value ? 0 : Number.isFinite(got) ? Math.abs(got - value) / Math.abs(value) : 1
}

const shown = (error: number): string => (error >= 1 ? 'no digit right' : error.toExponential(1))

/** The worst relative error of both tails, and of the body: where both are at least one in a thousand. */
const worstOf = (library: Library, distribution: Distribution): string => {
  const tails = library[distribution]
  if (tails === undefined) return '– | –'
  let [body, everywhere] = [0, 0]
  for (const row of distributionGrid[distribution]) {
    const point = row.slice(0, -2) as number[]
    const expected = row.slice(-2) as string[]
    const inBody = expected.every((value) => Number(value) >= 1e-3)
    tails.forEach((tail, side) => {
      const error = errorOf(tail(point), expected[side] as string)
      everywhere = Math.max(everywhere, error)
      if (inBody) body = Math.max(body, error)
    })
  }
  return `${shown(body)} | ${shown(everywhere)}`
}

const sizeOf = async (source: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    conditions: ['@training-ops/source'],
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return `${bytes.length} | ${gzipSync(bytes, { level: 9 }).length}`
}

const metrics = './src/metrics/statistics/exports.ts'
const sources: readonly (readonly [string, string])[] = [
  [
    'training-ops, all four, cdf, tails and quantiles',
    `export { normalCdf, normalUpperTail, normalQuantile, studentTCdf, studentTUpperTail, studentTQuantile, chiSquaredCdf, chiSquaredUpperTail, chiSquaredQuantile, fCdf, fUpperTail, fQuantile } from '${metrics}'`,
  ],
  ['training-ops, studentTQuantile alone', `export { studentTQuantile } from '${metrics}'`],
  ['training-ops, normalCdf alone', `export { normalCdf } from '${metrics}'`],
  [
    'jstat, which is one object',
    "import jstat from 'jstat'; export const { normal, studentt, chisquare, centralF } = jstat",
  ],
  [
    'simple-statistics, normal cdf alone',
    "export { cumulativeStdNormalProbability } from 'simple-statistics'",
  ],
]

console.log(
  '| library | distribution | worst relative error, both tails ≥ .001 | worst anywhere on the grid |',
)
console.log('|---|---|---|---|')
for (const [name, library] of Object.entries(libraries))
  for (const distribution of ['normal', 't', 'chiSquared', 'f'] as const)
    console.log(`| ${name} | ${distribution} | ${worstOf(library, distribution)} |`)
console.log('\n| bundle | bytes minified | bytes minified and gzipped |')
console.log('|---|---|---|')
for (const [name, source] of sources) console.log(`| ${name} | ${await sizeOf(source)} |`)
