import {
  measured,
  type RoiInput,
  roiSensitivity,
  roiSensitivityEntry,
  type UncertainInput,
} from '../../metrics/index.ts'
import type { PricedBenefit } from '../../records/study/evidence.ts'
import { type KirkpatrickFigure, studyFigure } from '../kirkpatrick/figure.ts'

const worthOf = ({ minor, attribution, confidence }: PricedBenefit): number =>
  minor * attribution * confidence

/**
 * The sensitivity of the return (敏感性): each of what the estimators said moved from the lowest to the highest anybody
 * said, the others as the estimate that counts has them. Of one measure, and where two people priced it.
 */
export const sensitivity = (
  estimates: readonly PricedBenefit[],
  costs: number,
  currency: string,
): readonly KirkpatrickFigure[] => {
  const [lowest] = [...estimates].sort((a, b) => worthOf(a) - worthOf(b))
  const measures = new Set(estimates.map(({ measure }) => measure))
  if (lowest === undefined || estimates.length < 2 || measures.size > 1 || costs === 0) return []
  const range = (of: (estimate: PricedBenefit) => number): UncertainInput => ({
    low: Math.min(...estimates.map(of)),
    expected: of(lowest),
    high: Math.max(...estimates.map(of)),
  })
  const { tornado } = roiSensitivity({
    benefits: range(({ minor }) => minor),
    attribution: range(({ attribution }) => attribution / 10_000),
    confidence: range(({ confidence }) => confidence / 10_000),
    costs: { low: costs, expected: costs, high: costs },
    currency,
  })
  return tornado.flatMap(({ input, atLow, atHigh, swing }): KirkpatrickFigure[] =>
    input === 'costs' || swing === null || atLow.status !== 'ok' || atHigh.status !== 'ok'
      ? []
      : [
          studyFigure(
            roiSensitivityEntry,
            { level: 5, of: { input: input satisfies RoiInput }, name: [input] },
            measured({
              value: swing,
              n: estimates.length,
              unit: 'percent',
              notes: [{ code: 'ReturnAtEnds', low: atLow.value, high: atHigh.value }],
            }),
          ),
        ],
  )
}
