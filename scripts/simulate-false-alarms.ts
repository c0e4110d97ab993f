/**
 * Prints how often each test finds an effect at the 5 % level where there is none, under the designs that its card
 * names, and how often each 95 % interval holds the true value. Between 4 % and 6 % of false alarms is right; designs
 * marked "not named" are outside what the card names and are printed for comparison.
 * Run: npx tsx --conditions=@training-ops/source scripts/simulate-false-alarms.ts [rounds] [part of a name]
 */
import { pathToFileURL } from 'node:url'
import {
  adjustedDifference,
  controlGroupDifference,
  differenceInDifferences,
  oneWayAnova,
  pairedT,
  pooledEffect,
  priorTrendDifference,
  responseBias,
  trendLineIsolation,
  tTestOf,
  tukeyComparisons,
  weightedMean,
  weightedShare,
  wilcoxonSignedRank,
} from '../src/metrics/index.ts'
import { type Chance, chanceFrom } from './simulate/chance.ts'

/** One study without an effect: was there a false alarm? `null` where the figure gives no test. */
export type Study = (chance: Chance) => boolean | null
export type Design = {
  readonly test: string
  readonly design: string
  readonly study: Study
  /** Outside of what the card names. */
  readonly notNamed?: true
}

const times = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at))

const found = (p: number | undefined): boolean | null => (p === undefined ? null : p < 0.05)

/** Teams of these sizes, whose people's changes correlate by `alike`. */
const arm = (chance: Chance, name: string, sizes: readonly number[], alike: number, spread = 1) =>
  sizes.flatMap((size, team) => {
    const common = Math.sqrt(alike) * chance.normal()
    return times(size, () => ({
      before: 0,
      after: spread * (common + Math.sqrt(1 - alike) * chance.normal()),
      team: `${name} ${team}`,
    }))
  })

type Arms = readonly [treated: readonly number[], control: readonly number[]]
const same = (teams: number, size: number) => times(teams, () => size)
const mixed = [3, 5, 8, 12, 20, 30]

const byTeam = (
  design: string,
  [treated, control]: Arms,
  alike: number,
  options: { readonly weigh?: 'people' | 'teams'; readonly spread?: number; readonly notNamed?: true } = {},
): Design => ({
  test: 'differenceInDifferences, by team',
  design: `${design}, correlation ${alike}${options.weigh === 'teams' ? ', means of teams' : ''}`,
  ...(options.notNamed && { notNamed: options.notNamed }),
  study: (chance) =>
    found(
      tTestOf(
        differenceInDifferences({
          treated: arm(chance, 't', treated, alike, options.spread),
          control: arm(chance, 'c', control, alike),
          weigh: options.weigh ?? 'people',
        }),
      )?.p,
    ),
})

const differences: readonly Design[] = [
  byTeam('10 + 10 teams of 10', [same(10, 10), same(10, 10)], 0.2),
  byTeam('3 + 3 teams of 8', [same(3, 8), same(3, 8)], 0.2),
  byTeam(
    '4 + 8 teams of 5 to 20',
    [
      [5, 8, 12, 20],
      [5, 8, 12, 20, 5, 8, 12, 20],
    ],
    0.1,
  ),
  byTeam('5 + 15 teams of 10', [same(5, 10), same(15, 10)], 0.2),
  byTeam(
    '8 + 8 teams of 6 to 20',
    [
      [6, 8, 10, 10, 12, 14, 16, 20],
      [6, 8, 10, 10, 12, 14, 16, 20],
    ],
    0.3,
  ),
  byTeam(
    '12 + 12 teams of 3 to 30',
    [
      [...mixed, ...mixed],
      [...mixed, ...mixed],
    ],
    0.2,
    { weigh: 'teams' },
  ),
  byTeam('6 + 6 teams of 3 to 30', [mixed, mixed], 0.05, { weigh: 'teams' }),
  byTeam(
    '6 + 6 teams, one of 60 and five of 4',
    [
      [4, 4, 4, 4, 4, 60],
      [4, 4, 4, 4, 4, 60],
    ],
    0.2,
    {
      weigh: 'teams',
    },
  ),
  byTeam('2 + 2 teams of 8', [same(2, 8), same(2, 8)], 0.2, { notNamed: true }),
  byTeam('5 + 15 teams of 10, spread twice as large in the five', [same(5, 10), same(15, 10)], 0.2, {
    spread: 2,
    notNamed: true,
  }),
  {
    test: 'differenceInDifferences, people of whole teams',
    design: '10 + 10 teams of 10, correlation 0.2; the figure carries WholeTeamsTrained',
    notNamed: true,
    study: (chance) =>
      found(
        tTestOf(
          differenceInDifferences({
            treated: arm(chance, 't', same(10, 10), 0.2),
            control: arm(chance, 'c', same(10, 10), 0.2),
            assigned: 'units',
          }),
        )?.p,
      ),
  },
  {
    test: 'differenceInDifferences, units',
    design: '20 + 30 units, spread twice as large in the 20',
    study: (chance) =>
      found(
        tTestOf(
          differenceInDifferences({
            treated: times(20, () => ({ before: chance.normal(), after: 2 * chance.normal() })),
            control: times(30, () => ({ before: 0, after: chance.normal() })),
            assigned: 'units',
          }),
        )?.p,
      ),
  },
  {
    test: 'controlGroupDifference, by team',
    design: '8 + 8 teams of 10, correlation 0.2',
    study: (chance) => {
      const [treated, control] = [arm(chance, 't', same(8, 10), 0.2), arm(chance, 'c', same(8, 10), 0.2)]
      return found(
        tTestOf(
          controlGroupDifference({
            treated: treated.map(({ after }) => after),
            control: control.map(({ after }) => after),
            teams: { treated: treated.map(({ team }) => team), control: control.map(({ team }) => team) },
          }),
        )?.p,
      )
    },
  },
  {
    test: 'controlGroupDifference, units',
    design: '12 + 12 people',
    study: (chance) =>
      found(
        tTestOf(
          controlGroupDifference({
            treated: times(12, chance.normal),
            control: times(12, chance.normal),
            assigned: 'units',
          }),
        )?.p,
      ),
  },
]

const correlated = (chance: Chance) => {
  const before = chance.normal()
  return { before, after: 0.6 * before + 0.8 * chance.normal() }
}

const others: readonly Design[] = [
  {
    test: 'adjustedDifference',
    design: '10 + 10 people assigned at random, before and after correlate by .6',
    study: (chance) =>
      found(
        tTestOf(
          adjustedDifference({
            treated: times(10, () => correlated(chance)),
            control: times(10, () => correlated(chance)),
            assigned: 'units',
          }),
        )?.p,
      ),
  },
  {
    test: 'priorTrendDifference',
    design: '8 + 12 units, 5 periods before, units that wander',
    study: (chance) => {
      const unit = () => {
        let level = chance.normal()
        return times(5, () => {
          level += chance.normal()
          return level
        })
      }
      return found(
        tTestOf(
          priorTrendDifference({ treated: times(8, unit), control: times(12, unit), assigned: 'units' }),
        )?.p,
      )
    },
  },
  ...[0, 0.5].map(
    (alike): Design => ({
      test: 'trendLineIsolation',
      design: `12 periods before and 6 after, neighbours correlate by ${alike}`,
      ...(alike > 0 && { notNamed: true }),
      study: (chance) => {
        let level = chance.normal() / Math.sqrt(1 - alike ** 2)
        const readings = times(18, (period) => {
          level = alike * level + chance.normal()
          return period + level
        })
        const effect = trendLineIsolation({
          before: readings.slice(0, 12),
          after: readings.slice(12),
          nothingElseChanged: true,
          independentPeriods: true,
        })
        return effect.status === 'ok' && effect.interval
          ? effect.interval.low > 0 || effect.interval.high < 0
          : null
      },
    }),
  ),
  {
    test: 'pairedT',
    design: '8 people',
    study: (chance) =>
      found(tTestOf(pairedT({ before: times(8, chance.normal), after: times(8, chance.normal) }))?.p),
  },
  ...[20, 60].map(
    (people): Design => ({
      test: 'wilcoxonSignedRank',
      design: `${people} people`,
      study: (chance) => {
        const test = wilcoxonSignedRank({
          before: times(people, chance.normal),
          after: times(people, chance.normal),
        })
        return test.status === 'ok' ? found(test.p) : null
      },
    }),
  ),
  ...[
    [5, 5, 5],
    [6, 12, 24, 12],
  ].map(
    (sizes): Design => ({
      test: 'oneWayAnova',
      design: `groups of ${sizes.join(', ')} people who vary alike`,
      study: (chance) => {
        const anova = oneWayAnova({ groups: sizes.map((size) => times(size, chance.normal)) })
        return anova.status === 'ok' ? found(anova.p) : null
      },
    }),
  ),
  ...[
    [10, 10, 10],
    [6, 6, 6, 6, 6],
    [5, 10, 20],
  ].map(
    (sizes): Design => ({
      test: 'tukeyComparisons, any of all pairs',
      design: `groups of ${sizes.join(', ')} people`,
      study: (chance) => {
        const found = tukeyComparisons({ groups: sizes.map((size) => times(size, chance.normal)) })
        return 'status' in found ? null : found.some(({ p }) => p < 0.05)
      },
    }),
  ),
  {
    test: 'weightedMean',
    design: '40 people, weights from 1 to 3',
    study: (chance) => {
      const mean = weightedMean({
        answers: times(40, chance.normal),
        weights: times(40, () => 1 + 2 * chance.uniform()),
      })
      return mean.status === 'ok' && mean.interval ? mean.interval.low > 0 || mean.interval.high < 0 : null
    },
  },
  {
    test: 'weightedShare',
    design: '200 people of whom 30 % say yes, weights from 1 to 3',
    study: (chance) => {
      const share = weightedShare({
        answers: times(200, () => chance.uniform() < 0.3),
        weights: times(200, () => 1 + 2 * chance.uniform()),
      })
      return share.status === 'ok' && share.interval
        ? share.interval.low > 0.3 || share.interval.high < 0.3
        : null
    },
  },
  {
    test: 'responseBias',
    design: 'sites of 40, 60 and 100 people who all answer with 70 %',
    study: (chance) => {
      const site = (eligible: number) => ({
        eligible,
        responded: times(eligible, chance.uniform).filter((share) => share < 0.7).length,
      })
      const bias = responseBias({ a: site(40), b: site(60), c: site(100) })
      return bias.status === 'ok' ? bias.biased : null
    },
  },
  {
    test: 'pooledEffect, Hartung and Knapp',
    design: '6 programs of like precision, whose true effects vary around 0',
    study: (chance) => {
      const studies = times(6, (at) => {
        const variance = 0.08 + 0.01 * at
        return { effect: 0.3 * chance.normal() + Math.sqrt(variance) * chance.normal(), variance }
      })
      const pooled = pooledEffect({ studies })
      return pooled.status === 'ok' && pooled.interval
        ? pooled.interval.low > 0 || pooled.interval.high < 0
        : null
    },
  },
]

export const designs: readonly Design[] = [...differences, ...others]

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rounds = Number(process.argv[2] ?? 10_000)
  const wanted = process.argv[3] ?? ''
  let outside = 0
  for (const { test, design, study, notNamed } of designs) {
    if (!`${test} ${design}`.includes(wanted)) continue
    const chance = chanceFrom(20_261_201)
    let [alarms, judged] = [0, 0]
    for (let round = 0; round < rounds; round += 1) {
      const alarm = study(chance)
      if (alarm === null) continue
      judged += 1
      if (alarm) alarms += 1
    }
    const percent = (100 * alarms) / judged
    const isRight = percent >= 4 && percent <= 6
    if (!isRight && !notNamed) outside += 1
    console.log(
      `${percent.toFixed(1).padStart(5)} %  ${isRight ? '  ' : notNamed ? 'not named' : 'OUTSIDE'}  ${test}: ${design}${judged < rounds ? ` (${rounds - judged} of ${rounds} without a test)` : ''}`,
    )
  }
  console.log(`${rounds} studies each; outside of 4 to 6 %: ${outside}`)
  if (outside > 0) process.exitCode = 1
}
