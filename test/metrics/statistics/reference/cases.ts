/**
 * 1,000 random cases of each figure, against R: the same cases from the same seeds as in figures.R, figures-base.R (which needs
 * no package of R) and studentized-range.py.
 */
import { readFileSync } from 'node:fs'
import * as metrics from 'training-ops/metrics'

type Numbers = readonly (number | null | undefined)[]
const read = <Read>(name: string): Read =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Read
type Reference = Readonly<Record<string, readonly Numbers[]>>
const reference: Reference = { ...read<Reference>('figures'), ...read<Reference>('figures-base') }

let state = 1
const uniform = () => {
  state = (state * 48_271) % 2_147_483_647
  return state / 2_147_483_647
}
const seed = (n: number) => {
  state = n * 7919
  for (let at = 0; at < 5; at += 1) uniform()
}
const below = (n: number) => Math.floor(uniform() * n)
const times = <One>(n: number, make: (at: number) => One): One[] =>
  Array.from({ length: n }, (_, at) => make(at))

type Told = metrics.MetricResult
const told = (result: Told): Numbers =>
  result.status === 'ok' ? [result.value, result.interval?.low, result.interval?.high] : [null]
const figureIn = (result: Told): number | undefined => told(result)[0] ?? undefined

const likert = (): number[][] => {
  const [people, items] = [20 + below(40), 4 + below(4)]
  return times(people, () => {
    const common = uniform()
    return times(items, () => 1 + Math.floor(5 * (0.6 * common + 0.4 * uniform())))
  })
}

const makers: Readonly<Record<string, () => Numbers>> = {
  alpha: () => told(metrics.cronbachAlpha({ scores: likert() })),
  omega: () => [figureIn(metrics.mcdonaldOmega({ scores: likert() }))],
  icc: () => {
    const [people, raters] = [6 + below(20), 2 + below(4)]
    const ratings = times(people, () => {
      const own = 6 * uniform()
      return times(raters, () => Math.floor(own + 5 * uniform()))
    })
    return [
      ...told(metrics.raterReliability({ ratings, raters: 'raterPerPerson' })),
      ...told(metrics.raterReliability({ ratings })),
      ...told(metrics.raterReliability({ ratings, raters: 'fixed', of: 'mean' })),
    ]
  },
  kappa: () => {
    const size = 2 + below(3)
    const table = times(size, () => times(size, () => 1 + below(20)))
    return [
      figureIn(metrics.weightedKappa({ table, weights: 'none' })),
      figureIn(metrics.weightedKappa({ table, weights: 'quadratic' })),
    ]
  },
  weightedMean: () => {
    const n = 5 + below(40)
    const answers = times(n, () => below(10))
    return told(metrics.weightedMean({ answers, weights: times(n, () => 1 + below(7)) }))
  },
  weightedShare: () => {
    const n = 10 + below(40)
    const answers = times(n, () => uniform() < 0.4)
    return told(metrics.weightedShare({ answers, weights: times(n, () => 1 + below(7)) }))
  },
  anova: () => {
    const many = 3 + below(3)
    const groups = times(many, (group) => times(3 + below(8), () => below(20) + group + 1))
    const anova = metrics.oneWayAnova({ groups })
    return anova.status === 'ok' ? [anova.value, anova.p] : [null]
  },
  median: () =>
    told(
      metrics.timeToCompetence(
        times(10 + below(30), () => ({ days: 1 + below(40), completed: uniform() < 0.7 })),
      ),
    ).slice(0, 1),
  gains: () => {
    const people = times(5 + below(25), () => {
      const before = below(40)
      return { before, after: Math.floor(before / 2) + below(30) }
    })
    const scores = { before: people.map(({ before }) => before), after: people.map(({ after }) => after) }
    const test = metrics.pairedT(scores)
    const interval = metrics.meanGain({ ...scores })
    return [
      ...told(interval).slice(1),
      metrics.tTestOf(test)?.p,
      ...told(metrics.effectSize({ ...scores, standardiser: 'gains' })),
    ]
  },
  ancova: () => {
    const [treated, control] = [4 + below(8), 4 + below(8)]
    const people = times(treated + control, (at) => {
      const before = below(30)
      return { before, after: before + below(20) + (at < treated ? 3 : 0) }
    })
    return told(
      metrics.adjustedDifference({
        treated: people.slice(0, treated),
        control: people.slice(treated),
        assigned: 'units',
      }),
    )
  },
  pooled: () => {
    const round = (value: number) => Math.round(value * 1e6) / 1e6
    const studies = times(3 + below(6), () => ({
      effect: round(2 * uniform()),
      variance: round(0.01 + 0.1 * uniform()),
    }))
    return told(metrics.pooledEffect({ studies }))
  },
  welch: () => {
    const arm = (more: number) => times(3 + below(10), () => below(20) + more)
    const difference = metrics.controlGroupDifference({ treated: arm(3), control: arm(0), assigned: 'units' })
    return [...told(difference), metrics.tTestOf(difference)?.p]
  },
  trend: () => {
    const [before, after] = [4 + below(12), 1 + below(6)]
    const readings = times(before + after, () => below(50))
    return told(
      metrics.trendLineIsolation({
        before: readings.slice(0, before),
        after: readings.slice(before),
        nothingElseChanged: true,
        independentPeriods: true,
      }),
    )
  },
}

const round6 = (value: number) => Math.floor(value * 1e6 + 0.5) / 1e6
/** People in whole teams of the treated, then of the control group. */
const inTeams = () => {
  const arm = (name: string, more: number) =>
    times(3 + below(4), (team) => {
      const own = 4 * uniform()
      return times(4 + below(4), () => ({
        before: 0,
        after: round6(own + 5 * uniform() + more),
        team: `${name} ${team}`,
      }))
    }).flat()
  return { treated: arm('t', 1), control: arm('c', 0) }
}
const withP = (result: Told): Numbers => [...told(result), metrics.tTestOf(result)?.p]
const noteIn = (result: Told, code: string): Readonly<Record<string, unknown>> => ({
  ...(result.status === 'ok' ? result.notes?.find((note) => note.code === code) : undefined),
})

/** Beside figures-base.R. */
const fromBase: Readonly<Record<string, () => Numbers>> = {
  didByTeam: () => withP(metrics.differenceInDifferences(inTeams())),
  didOfTeams: () => withP(metrics.differenceInDifferences({ ...inTeams(), weigh: 'teams' })),
  priorTrend: () => {
    const periods = 3 + below(4)
    const [treated, control] = [3 + below(6), 3 + below(6)]
    const units = (count: number) => times(count, () => times(periods, () => below(30)))
    const trend = metrics.priorTrendDifference({
      treated: units(treated),
      control: units(control),
      assigned: 'units',
    })
    return [...withP(trend), noteIn(trend, 'PeriodDifference').difference as number]
  },
  fleiss: () => {
    const [cases, raters, categories] = [6 + below(20), 3 + below(4), 2 + below(4)]
    const counts = times(cases, () => {
      const own = below(categories)
      const chosen = times(raters, () => (uniform() < 0.6 ? own : below(categories)))
      return times(categories, (category) => chosen.filter((one) => one === category).length)
    })
    return told(metrics.fleissKappa({ counts }))
  },
  krippendorff: () => {
    const [cases, raters] = [6 + below(12), 2 + below(3)]
    const ratings = times(cases, () => {
      const own = 1 + below(5)
      return times(raters, () => (uniform() < 0.15 ? null : uniform() < 0.6 ? own : 1 + below(5)))
    })
    return (['nominal', 'ordinal', 'interval', 'ratio'] as const).map((level) =>
      figureIn(metrics.krippendorffAlpha({ ratings, level })),
    )
  },
  power: () => {
    const study = {
      treated: 3 + below(40),
      control: 3 + below(40),
      teams: { size: 1 + below(12), correlation: round6(uniform() / 2) },
    }
    const effect = round6(0.1 + uniform())
    return [
      figureIn(metrics.studyPower({ ...study, effect })),
      figureIn(metrics.minimumDetectableEffect(study)),
    ]
  },
  tukey: () => {
    const groups = times(3 + below(3), (group) => times(3 + below(6), () => below(20) + group + 1))
    const found = metrics.tukeyComparisons({ groups })
    const [first] = 'status' in found ? [] : found
    return first === undefined ? [null] : [...told(first), first.p]
  },
  poolingFurther: () => {
    const studies = times(3 + below(6), () => ({
      effect: round6(2 * uniform()),
      variance: round6(0.01 + 0.1 * uniform()),
    }))
    const pooled = metrics.pooledEffect({ studies })
    const spread = noteIn(pooled, 'Heterogeneity')
    const next = noteIn(pooled, 'PredictionInterval')
    const simple = metrics.pooledEffect({ studies, spread: 'dersimonianLaird', interval: 'normal' })
    return [
      ...([spread.tauSquared, next.low, next.high, spread.q, spread.p] as number[]),
      noteIn(simple, 'Heterogeneity').tauSquared as number,
      told(simple)[1],
    ]
  },
  alphaGaps: () => {
    const [people, items] = [20 + below(30), 3 + below(4)]
    const scores = times(people, () => {
      const common = uniform()
      return times(items, () => {
        const score = 1 + Math.floor(5 * (0.6 * common + 0.4 * uniform()))
        return uniform() < 0.06 ? null : score
      })
    })
    return [
      ...told(metrics.cronbachAlpha({ scores })),
      ...told(metrics.cronbachAlpha({ scores, missing: 'pairwise' })),
    ]
  },
  signedRank: () => {
    const gains = times(6 + below(40), () => uniform() - 0.4)
    const test = metrics.wilcoxonSignedRank({ before: gains.map(() => 0), after: gains })
    return [test.status === 'ok' ? test.p : null]
  },
  responseBias: () => {
    const segments = times(2 + below(4), () => ({ eligible: 30 + below(60), responded: 8 + below(15) }))
    const bias = metrics.responseBias(Object.fromEntries(segments.map((one, at) => [`s${at}`, one])))
    return bias.status === 'ok' ? [bias.value, bias.p] : [null]
  },
}

/** How far apart, beside the size of the number where that is over 1; R has no answer where it is null, and then nothing is compared. */
const apart = (ours: Numbers, theirs: Numbers): number =>
  Math.max(
    0,
    ...theirs.map((their, at) => {
      const our = ours[at]
      if (their === null || their === undefined) return 0
      return typeof our === 'number' ? Math.abs(our - their) / Math.max(1, Math.abs(their)) : 1
    }),
  )

export type Compared = {
  readonly seed: number
  readonly ours: Numbers
  readonly theirs: Numbers
  readonly apart: number
}

const rangeOf = (): Numbers => {
  const range = { q: 1 + below(80) / 10, groups: 2 + below(9), df: 2 + below(60) }
  return [metrics.studentizedRangeUpperTail(range)]
}

const compared = (run: () => Numbers, all: readonly Numbers[], every: number): readonly Compared[] =>
  all.flatMap((theirs, at) => {
    if (at % every > 0) return []
    seed(at + 1)
    const ours = run()
    return [{ seed: at + 1, ours, theirs, apart: apart(ours, theirs) }]
  })

/** Every figure by its name: its random cases, of which every tenth or each is tried. */
export const figures: Readonly<Record<string, (every: number) => readonly Compared[]>> = {
  ...Object.fromEntries(
    Object.entries({ ...makers, ...fromBase }).map(([name, run]) => [
      name,
      (every: number) => compared(run, reference[name] ?? [], every),
    ]),
  ),
  studentizedRange: (every) =>
    compared(
      rangeOf,
      read<readonly number[]>('studentized-range').map((one) => [one]),
      every,
    ),
}
