import {
  measured,
  type Note,
  type RoiInput,
  roiSensitivity,
  roiSensitivityEntry,
  type UncertainInput,
} from '../../metrics/index.ts'
import type { PricedBenefit } from '../../records/study/evidence.ts'
import { type KirkpatrickFigure, studyFigure } from '../kirkpatrick/figure.ts'

/** The least and the most of each measure, when every estimate of it is at its lowest, and when every one is at its highest. */
const jointly = (estimates: readonly PricedBenefit[], end: (...values: number[]) => number): number =>
  [...new Set(estimates.map(({ measure }) => measure))].reduce((sum, measure) => {
    const own = estimates.filter((one) => one.measure === measure)
    const at = (of: (estimate: PricedBenefit) => number) => end(...own.map(of))
    const share = (at(({ attribution }) => attribution) * at(({ confidence }) => confidence)) / 100_000_000
    return sum + at(({ minor }) => minor) * share
  }, 0)

/**
 * The notes on a return: its range when all estimates move together (`ReturnRange`, in percent), and, of one
 * measure, what would have to be true for a return of zero with the other estimates as they are: the worth of the whole
 * change, and the share due to training where a whole change would be enough.
 */
export const returnNotes = (
  estimates: readonly PricedBenefit[],
  costs: number,
  currency: string,
): readonly Note[] => {
  const [lowest] = [...estimates].sort((a, b) => worthOf(a) - worthOf(b))
  if (lowest === undefined || costs === 0) return []
  const at = (benefits: number) => ((benefits - costs) / costs) * 100
  const range = { low: at(jointly(estimates, Math.min)), high: at(jointly(estimates, Math.max)) }
  const measures = new Set(estimates.map(({ measure }) => measure))
  const [ofWorth, ofAll] = [
    (lowest.attribution * lowest.confidence) / 100_000_000,
    (lowest.minor * lowest.confidence) / 10_000,
  ]
  const share = ofAll === 0 ? 2 : costs / ofAll
  return [
    ...(range.low === range.high ? [] : [{ code: 'ReturnRange', ...range }]),
    ...(measures.size > 1 || ofWorth === 0
      ? []
      : [
          {
            code: share <= 1 ? 'ZeroReturn' : 'ZeroReturnByWorth',
            worth: Math.ceil(costs / ofWorth),
            currency,
            ...(share <= 1 ? { share } : {}),
          },
        ]),
  ]
}

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
