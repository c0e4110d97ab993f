import { controlGroupDifference, differenceInDifferences, measured } from '../../metrics/index.ts'
import type { KirkpatrickFigure } from './figure.ts'
import type { KirkpatrickState, MeasuredOutcome } from './state.ts'

type Series = { readonly before: readonly MeasuredOutcome[]; readonly after: readonly MeasuredOutcome[] }

/** The outcomes of each unit of a group, in order of their periods. */
const seriesOf = (outcomes: readonly MeasuredOutcome[], group: 'treated' | 'control'): readonly Series[] => {
  const units = new Map<string, MeasuredOutcome[]>()
  for (const outcome of outcomes)
    if (outcome.group === group) units.set(outcome.unitId, [...(units.get(outcome.unitId) ?? []), outcome])
  const inOrder = (list: readonly MeasuredOutcome[], when: 'before' | 'after') =>
    list.filter((one) => one.when === when).sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
  return [...units.values()].map((list) => ({
    before: inOrder(list, 'before'),
    after: inOrder(list, 'after'),
  }))
}

const observed = ({ before, after }: Series) => {
  const earlier = before.at(-2)?.value
  return {
    before: before.at(-1)?.value ?? null,
    after: after.at(-1)?.value ?? null,
    ...(earlier === undefined ? {} : { earlier }),
  }
}

/** Where each group stood: the mean of its units' last period before, and of their last after. */
const means = (
  of: { measure: string; measuredIn: string },
  groups: Readonly<Record<'treated' | 'control', readonly Series[]>>,
): readonly KirkpatrickFigure[] =>
  (['treated', 'control'] as const).flatMap((group) =>
    (['before', 'after'] as const).flatMap((when) => {
      const values = groups[group].flatMap((series) => series[when].at(-1)?.value ?? [])
      if (values.length === 0) return []
      const value = values.reduce((sum, one) => sum + one, 0) / values.length
      return [
        {
          figure: `meanOfUnits:${of.measure}:${group}:${when}`,
          calculator: 'meanOfUnits',
          level: 4,
          of: { ...of, group, when },
          result: measured({ value, n: values.length, unit: 'scale' }),
        } as const,
      ]
    }),
  )

/** Level 4 (结果层): what changed for the business, told from what would have changed anyway. */
export const resultFigures = (program: KirkpatrickState): readonly KirkpatrickFigure[] => {
  const all = Object.values(program.outcomes)
  const measures = [...new Set(all.map(({ measure }) => measure))].sort()
  return measures.flatMap((measure): KirkpatrickFigure[] => {
    const outcomes = all.filter((one) => one.measure === measure)
    const treated = seriesOf(outcomes, 'treated')
    const control = seriesOf(outcomes, 'control')
    const last = (series: readonly Series[]) => series.flatMap(({ after }) => after.at(-1)?.value ?? [])
    const of = { measure, measuredIn: outcomes[0]?.measuredIn ?? '' }
    return [
      ...means(of, { treated, control }),
      {
        figure: `differenceInDifferences:${measure}`,
        calculator: 'differenceInDifferences',
        level: 4,
        of,
        result: differenceInDifferences({ treated: treated.map(observed), control: control.map(observed) }),
      },
      {
        figure: `controlGroupDifference:${measure}`,
        calculator: 'controlGroupDifference',
        level: 4,
        of,
        result: controlGroupDifference({ treated: last(treated), control: last(control) }),
      },
    ]
  })
}
