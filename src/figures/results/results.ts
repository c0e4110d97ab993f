import {
  controlGroupDifference,
  controlGroupDifferenceEntry,
  differenceInDifferences,
  differenceInDifferencesEntry,
  kpiChange,
  kpiChangeEntry,
  type MetricEntry,
  type MetricResult,
  meanOfUnits,
  meanOfUnitsEntry,
  trendLineIsolation,
  trendLineIsolationEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState, MeasuredOutcome } from '../../records/study/evidence.ts'
import { given } from '../../vocabulary/index.ts'
import { type KirkpatrickFigure, studyFigure } from '../kirkpatrick/figure.ts'

type Series = { readonly before: readonly MeasuredOutcome[]; readonly after: readonly MeasuredOutcome[] }

const inOrder = (a: MeasuredOutcome, b: MeasuredOutcome): number =>
  a.to < b.to ? -1 : a.to > b.to ? 1 : a.from < b.from ? -1 : a.from > b.from ? 1 : 0

/** The outcomes of each unit of a group, in order of their periods. */
const seriesOf = (outcomes: readonly MeasuredOutcome[], group: 'treated' | 'control'): readonly Series[] => {
  const units = new Map<string, MeasuredOutcome[]>()
  for (const outcome of outcomes) {
    if (outcome.group !== group) continue
    const known = units.get(outcome.unitId)
    if (known === undefined) units.set(outcome.unitId, [outcome])
    else known.push(outcome)
  }
  const lived = (list: readonly MeasuredOutcome[], when: 'before' | 'after') =>
    list.filter((one) => one.when === when).sort(inOrder)
  return [...units.values()].map((list) => ({ before: lived(list, 'before'), after: lived(list, 'after') }))
}

const observed = ({ before, after }: Series) => {
  const earlier = before.at(-2)?.value
  return {
    before: before.at(-1)?.value ?? null,
    after: after.at(-1)?.value ?? null,
    ...given({ earlier }),
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/** The mean of the units in each period, in order of the periods. */
const byPeriod = (outcomes: readonly MeasuredOutcome[], when: 'before' | 'after'): readonly number[] => {
  const periods = new Map<string, number[]>()
  for (const { from, to, value } of outcomes
    .filter((one) => one.when === when && one.group === 'treated')
    .sort(inOrder))
    periods.set(`${from} ${to}`, [...(periods.get(`${from} ${to}`) ?? []), value])
  return [...periods.values()].map(meanOf)
}

type Of = { readonly measure: string; readonly measuredIn: string }

const figure = (
  entry: MetricEntry,
  of: Of,
  result: MetricResult,
  options: KirkpatrickFigure['options'] = {},
): KirkpatrickFigure =>
  studyFigure(
    entry,
    { level: 4, of, options, name: [of.measure, ...Object.values(options).map(String)] },
    result,
  )

/** Where each group stood: the mean of its units' last period before, and of their last after. */
const means = (
  of: Of,
  groups: Readonly<Record<'treated' | 'control', readonly Series[]>>,
): readonly KirkpatrickFigure[] =>
  (['treated', 'control'] as const).flatMap((group) =>
    (['before', 'after'] as const).flatMap((when): KirkpatrickFigure[] => {
      const values = groups[group].flatMap((series) => series[when].at(-1)?.value ?? [])
      return values.length === 0
        ? []
        : [
            studyFigure(
              meanOfUnitsEntry,
              { level: 4, of: { ...of, group, when }, name: [of.measure, group, when] },
              meanOfUnits({ values }),
            ),
          ]
    }),
  )

/** How far a measure moved from its baseline, whatever moved it. */
const moved = (
  program: KirkpatrickState,
  of: Of,
  treated: readonly Series[],
): readonly KirkpatrickFigure[] => {
  const after = treated.flatMap((series) => series.after.at(-1)?.value ?? [])
  const baseline = program.baselines[of.measure]
  return after.length === 0 || baseline === undefined
    ? []
    : [
        figure(
          kpiChangeEntry,
          of,
          kpiChange({ before: baseline.value, after: meanOf(after), change: 'absolute' }),
        ),
      ]
}

/** A study measures the units that were assigned: a team or a shop is one. */
const assigned = 'units'

/** Both standard errors, for published studies name the one and careful ones the other. */
const besideControl = (
  of: Of,
  treated: readonly Series[],
  control: readonly Series[],
): readonly KirkpatrickFigure[] => {
  const last = (series: readonly Series[]) => series.flatMap(({ after }) => after.at(-1)?.value ?? [])
  const groups = { treated: last(treated), control: last(control) }
  const units = { treated: treated.map(observed), control: control.map(observed) }
  const isWhole = [...units.treated, ...units.control].every(
    ({ before, after }) => before !== null && after !== null,
  )
  return [
    figure(differenceInDifferencesEntry, of, differenceInDifferences({ ...units, assigned })),
    ...(isWhole
      ? []
      : [
          figure(
            differenceInDifferencesEntry,
            of,
            differenceInDifferences({ ...units, assigned, units: 'available' }),
            { units: 'available' },
          ),
        ]),
    figure(controlGroupDifferenceEntry, of, controlGroupDifference({ ...groups, assigned })),
    figure(
      controlGroupDifferenceEntry,
      of,
      controlGroupDifference({ ...groups, assigned, standardError: 'pooled' }),
      {
        standardError: 'pooled',
      },
    ),
  ]
}

/** Level 4 (结果层): what changed for the business, told from what would have changed anyway. */
export const resultFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const all = Object.values(program.outcomes)
  const measures = [...new Set(all.map(({ measure }) => measure))].sort()
  return measures.flatMap((measure): KirkpatrickFigure[] => {
    const outcomes = all.filter((one) => one.measure === measure)
    const treated = seriesOf(outcomes, 'treated')
    const control = seriesOf(outcomes, 'control')
    const of = { measure, measuredIn: outcomes[0]?.measuredIn ?? '' }
    return [
      ...means(of, { treated, control }),
      ...moved(program, of, treated),
      ...(program.isolation === 'trend'
        ? [
            figure(
              trendLineIsolationEntry,
              of,
              trendLineIsolation({
                before: byPeriod(outcomes, 'before'),
                after: byPeriod(outcomes, 'after'),
                nothingElseChanged: program.nothingElseChanged === true,
              }),
            ),
          ]
        : besideControl(of, treated, control)),
    ]
  })
}
