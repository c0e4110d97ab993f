/** Shares of people, from rows that are of many: a class, a month, a site. */
import {
  completionRate,
  type MetricResult,
  notMeasurable,
  passRateAccumulator,
  responseRate,
  suppressed,
  tellsOnPeople,
} from '../../metrics/index.ts'
import { type ColumnOf, numbersOf } from './columns.ts'
import type { SummaryFigure } from './mapping.ts'

type Count = ColumnOf<'count'>['meaning']['of']

const shares: readonly (readonly [
  metric: string,
  part: Count,
  whole: Count,
  rate: (part: number, whole: number) => MetricResult,
])[] = [
  ['M30', 'answered', 'invited', (valid, eligible) => responseRate({ valid, eligible })],
  ['M06', 'completed', 'ended', (completed, ended) => completionRate({ completed, ended, sampled: true })],
  [
    'M46',
    'passed',
    'assessed',
    (passed, assessed) =>
      passRateAccumulator({ sampled: true }).extract({ assessed, passedFirst: passed, passedEver: passed }),
  ],
]

/** A row counts for a share where it has both counts. */
export const ofCounts = (columns: readonly ColumnOf<'count'>[], k: number): readonly SummaryFigure[] =>
  shares.flatMap(([metric, ofPart, ofWhole, rate]): readonly SummaryFigure[] => {
    const [parts, wholes] = [ofPart, ofWhole].map((of) => columns.find(({ meaning }) => meaning.of === of))
    if (parts === undefined || wholes === undefined) return []
    const of = numbersOf(wholes)
    let [part, whole, isOver] = [0, 0, false]
    for (const [row, count] of numbersOf(parts).entries()) {
      const all = of[row] ?? null
      if (count === null || all === null) continue
      part += count
      whole += all
      isOver ||= count > all
    }
    const range = [Number(part === whole), Number(part > 0)] as const
    const result = isOver
      ? notMeasurable({ code: 'ScaleMismatch', expected: `≤ ${wholes.heading}`, got: parts.heading })
      : tellsOnPeople({ n: whole, range }, k)
        ? suppressed(whole, k)
        : rate(part, whole)
    return [{ metric, columns: [parts.heading, wholes.heading], because: 'counts', result }]
  })
