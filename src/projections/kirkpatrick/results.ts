import { controlGroupDifference, differenceInDifferences } from '../../metrics/index.ts'
import type { KirkpatrickFigure } from './figure.ts'
import type { KirkpatrickState, MeasuredOutcome } from './state.ts'

type Series = { readonly before: readonly MeasuredOutcome[]; readonly after: readonly MeasuredOutcome[] }

/** The outcomes of each unit of a group, in order of their periods. */
export const seriesOf = (
  outcomes: readonly MeasuredOutcome[],
  group: 'treated' | 'control',
): readonly Series[] => {
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
