import { classNormalisedGain } from '../../src/metrics/index.ts'
import { readText } from './read.ts'
import { figureOf, publishedIsOff, type Row, rounded } from './row.ts'

type Table = {
  readonly published: {
    readonly mean_gain: number
    readonly absolute_learning_gain_pct: number
    readonly relative_learning_gain_pct: number
    readonly average_of_single_student_normalized_gains_pct: number
  }
}

/** A class is its means: one person with the mean scores has the class's gain. */
export const normalizedGain = (folder: string): readonly Row[] => {
  const { published } = JSON.parse(readText(folder, 'normalized-gain/bmc2021_table1.json')) as Table
  const gain = published.mean_gain
  const max = Math.round((100 * gain) / published.absolute_learning_gain_pct)
  const before = (100 * gain) / published.relative_learning_gain_pct
  const ours = figureOf(classNormalisedGain({ before: [before], after: [before + gain], max }))
  return [
    publishedIsOff(
      'normalized-gain',
      'class gain',
      '0.73',
      ours,
      '0.736',
      'its own rounded means give .736, which rounds to .74',
    ),
    rounded('normalized-gain', 'class gain from rounded means (recomputed)', '0.736', ours),
    {
      set: 'normalized-gain',
      figure: 'mean of individual gains, %',
      published: String(published.average_of_single_student_normalized_gains_pct),
      ours: null,
      verdict: 'cannot be recomputed',
      remark: 'scores of individuals are not published; it is another statistic than the class gain',
    },
  ]
}
