import { guarded, needsAt, needsOneOf, recordsOf } from '../guard.ts'
import { type Interval, type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import { chiSquaredUpperTail } from '../statistics/chi-squared.ts'
import { normalQuantile } from '../statistics/normal.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/** An effect of one program, and its squared standard error. */
export type StudyEffect = { readonly effect: number; readonly variance: number }

const spreads = ['reml', 'dersimonianLaird'] as const
const intervals = ['hartungKnapp', 'normal'] as const

export type PooledStudies = {
  readonly studies: readonly StudyEffect[]
  /** How the spread between programs is estimated: `reml` (the default) or `dersimonianLaird`. */
  readonly spread?: (typeof spreads)[number]
  /** `hartungKnapp` (the default), with t for programs − 1 degrees of freedom; or `normal`, which is too narrow for few. */
  readonly interval?: (typeof intervals)[number]
}

const calculator = 'pooledEffect'

type Pooled = { readonly mean: number; readonly weights: readonly number[]; readonly total: number }

const pool = (studies: readonly StudyEffect[], tau: number): Pooled => {
  const weights = studies.map(({ variance }) => 1 / (variance + tau))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = studies.reduce((sum, { effect }, at) => sum + (weights[at] as number) * effect, 0) / total
  return { mean, weights, total }
}

const squaresAround = (studies: readonly StudyEffect[], { mean, weights }: Pooled): number =>
  studies.reduce((sum, { effect }, at) => sum + (weights[at] as number) * (effect - mean) ** 2, 0)

const sumOfSquares = (weights: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + weight ** 2, 0)

const byDerSimonianLaird = (studies: readonly StudyEffect[]): number => {
  const fixed = pool(studies, 0)
  const excess = squaresAround(studies, fixed) - (studies.length - 1)
  return Math.max(0, excess / (fixed.total - sumOfSquares(fixed.weights) / fixed.total))
}

/** Fisher scoring, from the estimate of DerSimonian and Laird, with steps that stay at or above 0. */
const byReml = (studies: readonly StudyEffect[]): number => {
  let tau = byDerSimonianLaird(studies)
  for (let round = 0; round < 1000; round += 1) {
    const pooled = pool(studies, tau)
    const { weights, mean, total } = pooled
    const [squares, cubes] = [2, 3].map((power) =>
      weights.reduce((sum, weight) => sum + weight ** power, 0),
    ) as [number, number]
    const surprise = studies.reduce(
      (sum, { effect }, at) => sum + (weights[at] as number) ** 2 * (effect - mean) ** 2,
      0,
    )
    const information = squares - (2 * cubes) / total + (squares / total) ** 2
    const next = Math.max(0, tau + (surprise - (total - squares / total)) / information)
    if (Math.abs(next - tau) <= 1e-14 * (1 + tau)) return next
    tau = next
  }
  return tau
}

/**
 * Pooled effect of several programs (多项目合并效应), beside M43b: a random-effects meta-analysis.
 *
 * Formula: mean of the effects, each weighing 1 / (its variance + τ²), where τ² is the variance of the true effects between
 * programs. Interval: Hartung and Knapp's, with t. The prediction interval adds τ² to the squared error.
 *
 * When to use: to say what a kind of training does, from effects in one unit (`effectSize`, `differenceInDifferences`) of
 * several programs. Read the prediction interval: it is for the next program; the interval is for the mean of all.
 * When not: for effects in different units, several effects of the same people, or only the published ones.
 *
 * Result: the pooled effect in its own unit, n the programs, with the 95 % interval; notes `PredictionInterval` (low,
 * high; from three programs) and `Heterogeneity` (tauSquared, q, degreesOfFreedom, p, iSquared); `undefined`
 * (`TooFewObservations`) under two programs. Every program's weight depends on all others, so it does not add up. Throws when
 * an effect is not finite or a variance is not above 0.
 *
 * Source: DerSimonian & Laird (1986); Viechtbauer (2005) on REML; Hartung & Knapp (2001); Higgins, Thompson & Spiegelhalter
 * (2009) on the prediction interval.
 *
 * @example
 * ```ts
 * import { pooledEffect } from 'training-ops/metrics'
 * const studies = [{ effect: 0.2, variance: 0.04 }, { effect: 0.6, variance: 0.03 }, { effect: 0.9, variance: 0.05 }]
 * const pooled = pooledEffect({ studies })
 * pooled.status === 'ok' && pooled.value.toFixed(3) // => '0.559'
 * pooled.status === 'ok' && pooled.variant // => { spread: 'reml', interval: 'hartungKnapp' }
 * ```
 */
export const pooledEffect = /* @__PURE__ */ guarded(
  'pooledEffect',
  ({ studies, spread = 'reml', interval = 'hartungKnapp' }: PooledStudies): MetricResult => {
    needsOneOf(calculator, 'spread', spread, spreads)
    needsOneOf(calculator, 'interval', interval, intervals)
    const all = recordsOf(calculator, 'studies', studies)
    all.forEach(({ effect, variance }, index) => {
      needsAt(
        Number.isFinite(effect) && Math.abs(effect) < 1e140,
        calculator,
        'a finite number',
        'studies[].effect',
        effect,
        index,
      )
      const isVariance = Number.isFinite(variance) && variance > 1e-140 && variance < 1e140
      needsAt(isVariance, calculator, 'a number > 0', 'studies[].variance', variance, index)
    })
    const n = all.length
    if (n < 2) return notMeasurable({ code: 'TooFewObservations', need: 2, have: n })
    const tauSquared = spread === 'reml' ? byReml(all) : byDerSimonianLaird(all)
    const pooled = pool(all, tauSquared)
    const q = squaresAround(all, pool(all, 0))
    const df = n - 1
    const isKnapp = interval === 'hartungKnapp'
    const scale = isKnapp ? squaresAround(all, pooled) / df : 1
    const squaredError = scale / pooled.total
    const quantile = isKnapp
      ? studentTQuantile({ probability: 0.975, df })
      : normalQuantile({ probability: 0.975 })
    const around = (variance: number) => {
      const half = quantile * Math.sqrt(variance)
      return { low: pooled.mean - half, high: pooled.mean + half }
    }
    const ofMean: Interval = { ...around(squaredError), confidence: 0.95, method: isKnapp ? 't' : 'normal' }
    const hasInterval = ofMean.low < ofMean.high
    const notes: Note[] = [
      {
        code: 'Heterogeneity',
        tauSquared,
        q,
        degreesOfFreedom: df,
        p: chiSquaredUpperTail({ x: q, df }),
        iSquared: q > df ? (q - df) / q : 0,
      },
    ]
    if (n > 2 && hasInterval) notes.push({ code: 'PredictionInterval', ...around(squaredError + tauSquared) })
    if (!hasInterval) notes.push({ code: 'NoIntervalWithoutSpread' })
    return measured({
      value: pooled.mean,
      n,
      unit: 'scale',
      ...(hasInterval && { interval: ofMean }),
      variant: { spread, interval },
      notes,
    })
  },
)
