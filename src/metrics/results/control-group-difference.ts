import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { exactlySigned } from '../exact.ts'
import { guarded, guardedAccumulator, listOf, needsSameLength, needsText } from '../guard.ts'
import { type MetricResult, measured, notMeasurable } from '../result.ts'
import { addTeams } from './change-by-arm.ts'
import {
  assignments,
  type ComparisonOptions,
  compareGroups,
  type Group,
  type Groups,
  needsComparison,
  standardErrors,
  weighings,
} from './compare-groups.ts'
import { addMoments, momentsOf, momentsOfAll, noMoments } from './exact-moments.ts'

/** One outcome, after the training, of those who had it and of a comparable group who had not. */
export type TreatedAndControl = {
  readonly treated: readonly number[]
  readonly control: readonly number[]
  /** Where whole teams were trained: the team of each value, in the same order. */
  readonly teams?: { readonly treated: readonly string[]; readonly control: readonly string[] }
} & ComparisonOptions

/** One outcome and whose it is. */
export type GroupOutcome = {
  readonly group: 'treated' | 'control'
  readonly value: number
  readonly team?: string
}

/** Exact moments of the two groups. @internal */
export type GroupMoments = Groups

const calculator = 'controlGroupDifference'

const nobody: Group = { all: noMoments, teams: new Map() }
const none: GroupMoments = { treated: nobody, control: nobody }

const added = (a: Group, b: Group): Group => ({
  all: addMoments(a.all, b.all),
  teams: addTeams(a.teams, b.teams),
})

const combine = (a: GroupMoments, b: GroupMoments): GroupMoments => ({
  treated: added(a.treated, b.treated),
  control: added(a.control, b.control),
})

const differenceOf = (groups: GroupMoments, options: ComparisonOptions): MetricResult => {
  const { treated, control } = groups
  if (Math.min(treated.all.count, control.all.count) === 0)
    return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  return measured({
    ...compareGroups(groups, options),
    n: treated.all.count + control.all.count,
    unit: 'scale',
  })
}

const groupOf = (
  { teams, ...values }: Pick<TreatedAndControl, 'treated' | 'control' | 'teams'>,
  group: 'treated' | 'control',
): Group => {
  const given = listOf(calculator, group, values[group])
  const all = momentsOfAll(calculator, group, given)
  if (teams === undefined) return { all, teams: new Map() }
  const names = listOf(calculator, `teams.${group}`, teams[group])
  needsSameLength(calculator, [group, given], [`teams.${group}`, names])
  const valuesOf = new Map<string, number[]>()
  names.forEach((team, index) => {
    needsText(calculator, `teams.${group}`, team, index)
    const known = valuesOf.get(team)
    if (known) known.push(given[index] as number)
    else valuesOf.set(team, [given[index] as number])
  })
  return {
    all,
    teams: new Map([...valuesOf].map(([team, own]) => [team, momentsOfAll(calculator, group, own)])),
  }
}

/**
 * Control-group difference (对照组差异), M72b: by how much the trained outdo a control group, on one outcome
 * taken after the training.
 *
 * Formula: mean of the treated − mean of the control group. Standard error: each group's own variance over its
 * size (Welch, the default), or a common variance (pooled). Where whole teams were trained: by team (CR2), with
 * Satterthwaite's degrees of freedom.
 *
 * When to use: when people, or teams, were assigned at random, or the groups are comparable in every other way. Say
 * which: `assigned: 'units'`, or the `teams` of the values.
 * When not: when the groups differed beforehand; `differenceInDifferences` takes that off; `adjustedDifference` allows for chance
 * differences of a baseline.
 *
 * Result: in the outcome's own unit, with a t interval (95 %) and a `TTest` note (standard error, degrees of
 * freedom, t, two-sided p); without them, and with a note that says why, until it is known what was assigned
 * (`NoIntervalUntilAssigned`), when a group has fewer than two people or teams, nobody differs, a team is in both groups,
 * or the teams are of very uneven sizes (`NoIntervalTeamsUneven`: take `weigh: 'teams'`); `undefined`
 * (`TooFewObservations`) when a group is empty. Throws when a value is not a finite number.
 *
 * Source: Welch (1947), Biometrika 34; Bell & McCaffrey (2002) for teams; Phillips, control-group arrangement. Dehejia & Wahba (1999) print the
 * pooled error: name the one you quote.
 *
 * @example
 * ```ts
 * import { controlGroupDifference } from 'training-ops/metrics'
 * const sales = controlGroupDifference({ treated: [14, 15, 13, 16], control: [11, 12, 9, 14], assigned: 'units' })
 * sales.status === 'ok' && sales.value // => 3
 * sales.status === 'ok' && sales.interval?.low.toFixed(3) // => '-0.146'
 * const byTeam = controlGroupDifference({
 *   treated: [14, 15, 13, 16],
 *   control: [11, 12, 9, 14],
 *   teams: { treated: ['a', 'a', 'b', 'b'], control: ['c', 'c', 'd', 'd'] },
 * })
 * byTeam.status === 'ok' && byTeam.variant // => { standardError: 'clustered', assigned: 'teams', weigh: 'people' }
 * ```
 */
export const controlGroupDifference = /* @__PURE__ */ guarded(
  'controlGroupDifference',
  ({ treated, control, teams, ...options }: TreatedAndControl): MetricResult => {
    needsComparison(calculator, options)
    const given = { treated, control, ...(teams && { teams }) }
    return differenceOf({ treated: groupOf(given, 'treated'), control: groupOf(given, 'control') }, options)
  },
)

/** The difference over outcomes that arrive one by one. */
export const controlGroupDifferenceAccumulator = /* @__PURE__ */ guardedAccumulator(
  'controlGroupDifferenceAccumulator',
  (options: ComparisonOptions = {}): Accumulator<GroupOutcome, GroupMoments, MetricResult> => {
    needsComparison(calculator, options)
    return {
      empty: none,
      lift: ({ group, value, team }) => {
        const all = momentsOf(exactlySigned(calculator, 'value', value))
        if (team !== undefined) needsText(calculator, 'team', team)
        return { ...none, [group]: { all, teams: new Map(team === undefined ? [] : [[team, all]]) } }
      },
      combine,
      extract: (moments) => differenceOf(moments, options),
    }
  },
)

export const controlGroupDifferenceEntry: MetricEntry = {
  id: 'M72b',
  calculator: 'controlGroupDifference',
  companions: { adjustedDifference: { assigned: ['unstated', 'units'] } },
  unit: 'scale',
  quantity: 'units',
  level: 'L4',
  class: 'outcome',
  options: { standardError: standardErrors, assigned: assignments, weigh: weighings },
  accumulates: 'exact',
  sources: ['Welch 1947', 'Bell & McCaffrey 2002', 'Dehejia & Wahba 1999'],
}
