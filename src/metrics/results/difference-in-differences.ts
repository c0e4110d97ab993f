import type { Accumulator } from '../accumulator.ts'
import type { MetricEntry } from '../entry.ts'
import { guarded, guardedAccumulator, needsOneOf } from '../guard.ts'
import { type MetricResult, measured, type Note, notMeasurable } from '../result.ts'
import {
  type ArmSums,
  addArms,
  availableChange,
  noArm,
  type ObservedUnit,
  sumsOfArm,
  unitsOfArm,
} from './change-by-arm.ts'
import {
  assignments,
  type ComparisonOptions,
  compareGroups,
  needsComparison,
  standardErrors,
  weighings,
} from './compare-groups.ts'
import { meanOf } from './exact-moments.ts'

/** Trained and untrained units, each before and after. */
export type BeforeAndAfter = {
  readonly treated: readonly ObservedUnit[]
  readonly control: readonly ObservedUnit[]
} & DifferenceInDifferencesOptions

export type DifferenceInDifferencesOptions = ComparisonOptions & {
  /** `balanced`: units with both values (the default). `available`: every value there is, and no interval. */
  readonly units?: 'balanced' | 'available'
  /** The treatment when no earlier period shows whether the groups moved in parallel: say so, or refuse. */
  readonly parallelTrends?: 'note' | 'require'
}

/** One unit and the arm it belongs to. */
export type ArmUnit = ObservedUnit & { readonly arm: 'treated' | 'control' }

/** @internal */
export type BothArms = { readonly treated: ArmSums; readonly control: ArmSums }

const calculator = 'differenceInDifferences'

const noArms: BothArms = { treated: noArm, control: noArm }

const combine = (a: BothArms, b: BothArms): BothArms => ({
  treated: addArms(a.treated, b.treated),
  control: addArms(a.control, b.control),
})

/** The same difference one period earlier, where no training can have caused it. */
const earlierDifference = ({ treated, control }: BothArms): number | undefined => {
  const tested = (arm: ArmSums) => arm.changes.count > 0 && arm.earlierChanges.count === arm.changes.count
  if (!tested(treated) || !tested(control)) return undefined
  return meanOf(treated.earlierChanges) - meanOf(control.earlierChanges)
}

const differenceOf = (arms: BothArms, options: DifferenceInDifferencesOptions): MetricResult => {
  const { units = 'balanced', parallelTrends = 'note' } = options
  const { treated, control } = arms
  if (treated.starts.size > 1)
    return notMeasurable({ code: 'StaggeredStarts', starts: [...treated.starts].sort() })
  const earlier = earlierDifference(arms)
  if (earlier === undefined && parallelTrends === 'require')
    return notMeasurable({ code: 'ParallelTrendsUntested' })
  const trend: Note =
    earlier === undefined
      ? { code: 'ParallelTrendsUntested' }
      : { code: 'EarlierDifference', difference: earlier }

  if (units === 'available') {
    const [ofTreated, ofControl] = [availableChange(treated), availableChange(control)]
    if (ofTreated === undefined || ofControl === undefined)
      return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
    return measured({
      value: ofTreated - ofControl,
      n: treated.seen + control.seen,
      unit: 'scale',
      variant: { units, parallelTrends },
      notes: [trend],
    })
  }
  const leftOut = treated.incomplete + control.incomplete
  if (Math.min(treated.changes.count, control.changes.count) === 0)
    return notMeasurable({ code: 'TooFewObservations', need: 1, have: 0 })
  const changesOf = ({ changes, teams }: ArmSums) => ({ all: changes, teams })
  const { notes, variant, ...difference } = compareGroups(
    { treated: changesOf(treated), control: changesOf(control) },
    options,
  )
  return measured({
    ...difference,
    n: treated.changes.count + control.changes.count,
    unit: 'scale',
    variant: { ...variant, units, parallelTrends },
    notes: [...notes, trend, ...(leftOut > 0 ? [{ code: 'UnitsLeftOut', count: leftOut }] : [])],
  })
}

const needsOptions = (options: DifferenceInDifferencesOptions): void => {
  const { units = 'balanced', parallelTrends = 'note' } = options
  needsComparison(calculator, options)
  needsOneOf(calculator, 'units', units, ['balanced', 'available'])
  needsOneOf(calculator, 'parallelTrends', parallelTrends, ['note', 'require'])
}

/**
 * Difference-in-differences (双重差分), M72: how much more the trained changed than the untrained over the same
 * time.
 *
 * Formula: mean change of the treated − mean change of the control group. Standard error of units that were assigned
 * singly: Welch's, on the change scores (the default), or the pooled one. Where whole teams were trained: by team
 * (CR2), with Satterthwaite's degrees of freedom.
 *
 * When to use: a control group exists, was perhaps different from the start, and would have moved alike without
 * training. Say what was assigned: `assigned: 'units'`, or the `team` of every unit. False alarms are 4 to 6 % with
 * three teams or more in each arm, up to three times as many teams in one arm as in the other, and similar spreads
 * (`npx tsx scripts/simulate-false-alarms.ts`).
 * When not: when units were trained at different times: that is refused, for the pooled regression people use then
 * compares the trained with the already trained. Nor when the groups were already drifting apart: give `earlier`,
 * the period before `before`, and the note `EarlierDifference` says by how much (it should be near 0); without it
 * the figure carries the note `ParallelTrendsUntested`; with
 * several periods before, `priorTrendDifference` tests it. Nor with people as
 * units where whole teams were trained: of 10 and 10 teams of 10 whose changes correlate by .2, a test of people finds
 * an effect of nothing in 25 % of the studies.
 *
 * Result: in the outcome's own unit, with a t interval (95 %) and a `TTest` note (standard error, degrees of
 * freedom, t, two-sided p) from two units, or teams, in each arm. There is neither, and a note says why, until it is
 * known what was assigned (`NoIntervalUntilAssigned`), where a team is missing (`NoIntervalWithoutTeam`) or is in both
 * arms (`NoIntervalTeamsInBothGroups`), and of means of people in teams of very uneven sizes (`NoIntervalTeamsUneven`:
 * take `weigh: 'teams'`). `assigned: 'units'` with teams that are whole in one arm is done and carries
 * `WholeTeamsTrained`. `undefined`: `TooFewObservations` when an arm is empty, `StaggeredStarts` when treated units
 * started at different times, `ParallelTrendsUntested` when `parallelTrends: 'require'` and no earlier period is given.
 * A unit with a missing value is left out and counted (`UnitsLeftOut`), unless `units: 'available'`. Throws when a value
 * is neither finite nor `null`.
 *
 * Source: Card & Krueger (1994), American Economic Review 84; Bell & McCaffrey (2002), Survey Methodology 28, for
 * teams; Goodman-Bacon (2021) on staggered starts.
 *
 * @example
 * ```ts
 * import { differenceInDifferences } from 'training-ops/metrics'
 * const treated = [{ before: 10, after: 14 }, { before: 12, after: 15 }, { before: 9, after: 14 }]
 * const control = [{ before: 10, after: 11 }, { before: 11, after: 12 }, { before: 9, after: 10 }, { before: 8, after: 9 }]
 * const effect = differenceInDifferences({ treated, control, assigned: 'units' })
 * effect.status === 'ok' && effect.value // => 3
 * effect.status === 'ok' && effect.variant // => { standardError: 'welch', assigned: 'units', units: 'balanced', parallelTrends: 'note' }
 * differenceInDifferences({ treated, control, parallelTrends: 'require' }) // => { status: 'undefined', reason: { code: 'ParallelTrendsUntested' } }
 * const inTeams = (units: typeof treated, name: string) => units.map((unit, at) => ({ ...unit, team: `${name} ${at % 2}` }))
 * const byTeam = differenceInDifferences({ treated: inTeams(treated, 'north'), control: inTeams(control, 'south') })
 * byTeam.status === 'ok' && byTeam.variant?.standardError // => 'clustered'
 * ```
 */
export const differenceInDifferences = /* @__PURE__ */ guarded(
  'differenceInDifferences',
  ({ treated, control, ...options }: BeforeAndAfter): MetricResult => {
    needsOptions(options)
    return differenceOf(
      {
        treated: unitsOfArm(calculator, 'treated', treated),
        control: unitsOfArm(calculator, 'control', control),
      },
      options,
    )
  },
)

/** The difference over units that arrive one by one. */
export const differenceInDifferencesAccumulator = /* @__PURE__ */ guardedAccumulator(
  'differenceInDifferencesAccumulator',
  (options: DifferenceInDifferencesOptions = {}): Accumulator<ArmUnit, BothArms, MetricResult> => {
    needsOptions(options)
    return {
      empty: noArms,
      lift: ({ arm, ...unit }) => ({ ...noArms, [arm]: sumsOfArm(calculator, '', [unit]) }),
      combine,
      extract: (arms) => differenceOf(arms, options),
    }
  },
)

export const differenceInDifferencesEntry: MetricEntry = {
  id: 'M72',
  calculator: 'differenceInDifferences',
  companions: { priorTrendDifference: { standardError: standardErrors, assigned: assignments } },
  unit: 'scale',
  quantity: 'units',
  level: 'L4',
  class: 'outcome',
  options: {
    standardError: standardErrors,
    assigned: assignments,
    weigh: weighings,
    units: ['balanced', 'available'],
    parallelTrends: ['note', 'require'],
  },
  accumulates: 'exact',
  sources: ['Card & Krueger 1994', 'Welch 1947', 'Bell & McCaffrey 2002', 'Goodman-Bacon 2021'],
}
