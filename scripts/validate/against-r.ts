/**
 * Our distributions beside R's, on the grid of test/metrics/statistics/reference/distributions.json: the worst relative
 * difference from R, and what R and we each differ from mpmath at 340 digits. Needs `Rscript` on the path.
 * Run: npx tsx --conditions=@training-ops/source scripts/validate/against-r.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as ours from '../../src/metrics/index.ts'
import { distributionGrid, type Tail } from './distribution-grid.ts'

type Side = 'lower' | 'upper'
type Function = {
  readonly inR: (point: readonly number[], side: Side) => string
  readonly tails: Readonly<Record<Side, Tail>>
}

const lowerTail = (side: Side) => (side === 'lower' ? 'TRUE' : 'FALSE')
const call = (name: string, point: readonly number[], side: Side) =>
  `${name}(${point.join(',')},lower.tail=${lowerTail(side)})`

const functions: Readonly<Record<'normal' | 't' | 'chiSquared' | 'f', Function>> = {
  normal: {
    inR: ([z = 0], side) => call('pnorm', [z, 0, 1], side),
    tails: { lower: ([z = 0]) => ours.normalCdf(z), upper: ([z = 0]) => ours.normalUpperTail(z) },
  },
  t: {
    inR: (point, side) => call('pt', point, side),
    tails: {
      lower: ([t = 0, df = 1]) => ours.studentTCdf({ t, df }),
      upper: ([t = 0, df = 1]) => ours.studentTUpperTail({ t, df }),
    },
  },
  chiSquared: {
    inR: (point, side) => call('pchisq', point, side),
    tails: {
      lower: ([x = 0, df = 1]) => ours.chiSquaredCdf({ x, df }),
      upper: ([x = 0, df = 1]) => ours.chiSquaredUpperTail({ x, df }),
    },
  },
  f: {
    inR: (point, side) => call('pf', point, side),
    tails: {
      lower: ([f = 0, df1 = 1, df2 = 1]) => ours.fCdf({ f, df1, df2 }),
      upper: ([f = 0, df1 = 1, df2 = 1]) => ours.fUpperTail({ f, df1, df2 }),
    },
  },
}

type Asked = { readonly probability: number } | { readonly upperTail: number }
const quantileOf: Readonly<Record<string, (df: readonly number[], asked: Asked) => number>> = {
  normal: (_, asked) => ours.normalQuantile(asked),
  t: ([df = 1], asked) => ours.studentTQuantile({ ...asked, df }),
  chiSquared: ([df = 1], asked) => ours.chiSquaredQuantile({ ...asked, df }),
  f: ([df1 = 1, df2 = 1], asked) => ours.fQuantile({ ...asked, df1, df2 }),
}
const quantileInR = { normal: 'qnorm', t: 'qt', chiSquared: 'qchisq', f: 'qf' } as const

type Comparison = {
  readonly what: string
  readonly inR: string
  readonly ours: number
  readonly exact: number
}

const { quantiles, ...points } = distributionGrid
const ofTails: Comparison[] = Object.entries(functions).flatMap(([what, { inR, tails }]) =>
  points[what as keyof typeof functions].flatMap((row) => {
    const point = row.slice(0, -2) as number[]
    return (['lower', 'upper'] as const).map((side, at) => ({
      what,
      inR: inR(point, side),
      ours: tails[side](point),
      exact: Number(row.at(at - 2)),
    }))
  }),
)
const ofQuantiles: Comparison[] = quantiles.map(([name, df, from, share, exact]) => ({
  what: `${name} quantile`,
  inR: call(
    quantileInR[name],
    [share, ...(name === 'normal' ? [0, 1] : df)],
    from === 'upperTail' ? 'upper' : 'lower',
  ),
  ours: (quantileOf[name] as (typeof quantileOf)[string])(df, { [from]: share } as Asked),
  exact: Number(exact),
}))
const all = [...ofTails, ...ofQuantiles]

const folder = mkdtempSync(join(tmpdir(), 'against-r-'))
const script = join(folder, 'points.R')
writeFileSync(script, all.map(({ inR }) => `cat(sprintf("%.17g\\n", ${inR}))`).join('\n'))
const version = execFileSync('Rscript', ['--version'], { encoding: 'utf8' }).trim()
const fromR = execFileSync('Rscript', ['--vanilla', script], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
})
  .trim()
  .split('\n')
  .map(Number)
rmSync(folder, { recursive: true })

const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.abs(b))
const subnormal = 2.2250738585072014e-308

console.log(`${version}\n`)
console.log(
  '| what | points | ours from R, worst | within 1e-12 | R from mpmath, worst | ours from mpmath, worst |',
)
console.log('|---|---|---|---|---|---|')
for (const what of new Set(all.map((one) => one.what))) {
  const rows = all.flatMap((one, at) =>
    one.what === what && one.exact >= subnormal ? [{ ...one, r: fromR[at] as number }] : [],
  )
  const worst = (of: (row: (typeof rows)[number]) => number) => Math.max(...rows.map(of)).toExponential(1)
  const close = rows.filter((row) => apart(row.ours, row.r) <= 1e-12).length
  console.log(
    `| ${what} | ${rows.length} | ${worst((row) => apart(row.ours, row.r))} | ${close} | ${worst((row) => apart(row.r, row.exact))} | ${worst((row) => apart(row.ours, row.exact))} |`,
  )
}
if (process.argv.includes('--misses'))
  all.forEach(({ inR, ours: own, exact }, at) => {
    const r = fromR[at] as number
    if (apart(own, r) > 1e-12) console.log(`${inR}: R ${r}, ours ${own}, exact ${exact}`)
  })
