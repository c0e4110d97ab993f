import {
  controlGroupDifferenceEntry,
  differenceInDifferencesEntry,
  estimateBasedIsolationEntry,
  trendLineIsolationEntry,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { asPublished, type KirkpatrickFigure } from '../kirkpatrick/figure.ts'
import { returnFigures } from '../return/return.ts'
import { resultFigures } from './results.ts'

const toldBy = {
  control: [controlGroupDifferenceEntry, differenceInDifferencesEntry],
  trend: [trendLineIsolationEntry],
  estimate: [estimateBasedIsolationEntry],
  none: [],
} as const

/**
 * The contribution of training to a measure (培训贡献), by the isolation the study chose: beside a control group the
 * difference in differences and the difference afterwards, the latter with Welch's standard error and with the pooled
 * one; from a trend line; or by estimates. In the shape in which `RecordFinding` cites them at level 4, each with its
 * interval; a figure that has no answer says why. Nothing where no isolation was chosen.
 *
 * @example
 * ```ts
 * import { contribution, kirkpatrick } from 'training-ops'
 * contribution(kirkpatrick.initial(), 'sales') // => []
 * ```
 */
export const contribution = (program: KirkpatrickState, measure: string) => {
  const metrics = toldBy[program.isolation ?? 'none'].map(({ id }) => id)
  const figures: readonly KirkpatrickFigure[] = [...resultFigures(program), ...returnFigures(program)]
  return asPublished(
    figures.filter(
      ({ metric, level, of }) => level === 4 && of.measure === measure && metrics.includes(metric),
    ),
  )
}
