import type { MetricEntry } from '../entry.ts'
import { guarded, needsAmount, needsAt, needsCurrency } from '../guard.ts'
import type { MetricResult } from '../result.ts'
import { returnOnInvestment } from './return-on-investment.ts'

/** An input nobody knows exactly: low ≤ expected ≤ high. */
export type UncertainInput = { readonly low: number; readonly expected: number; readonly high: number }

/** The inputs that a return on investment depends on, in the order in which equal swings are listed. */
export const roiInputs = ['benefits', 'attribution', 'confidence', 'costs'] as const

export type RoiInput = (typeof roiInputs)[number]

/** Unisolated benefits and costs in minor units; attribution and confidence as shares. */
export type UncertainProgram = Readonly<Record<RoiInput, UncertainInput>> & { readonly currency: string }

/** One input moved from low to high while the others stay as expected. */
export type TornadoBar = {
  readonly input: RoiInput
  readonly atLow: MetricResult
  readonly atHigh: MetricResult
  /** In percentage points of return; `null` where an end has no return. */
  readonly swing: number | null
}

/** One combination of the inputs' three values. */
export type GridPoint = { readonly at: Readonly<Record<RoiInput, number>>; readonly roi: MetricResult }

export type RoiSensitivity = {
  readonly expected: MetricResult
  /** Widest swing first. */
  readonly tornado: readonly TornadoBar[]
  /** All 81 combinations of low, expected and high. */
  readonly grid: readonly GridPoint[]
  /** The least and the greatest return of all combinations: everything at its worst, everything at its best. */
  readonly range: { readonly low: MetricResult; readonly high: MetricResult }
}

const calculator = 'roiSensitivity'
const levels = ['low', 'expected', 'high'] as const

const needsProgram = (program: UncertainProgram): void => {
  needsCurrency(calculator, 'currency', program.currency)
  for (const input of roiInputs) {
    const { low, expected, high } = program[input]
    for (const level of levels) needsAmount(calculator, `${input}.${level}`, program[input][level])
    needsAt(expected >= low, calculator, `at least low (${low})`, `${input}.expected`, expected)
    needsAt(high >= expected, calculator, `at least expected (${expected})`, `${input}.high`, high)
    if (input === 'attribution' || input === 'confidence')
      needsAt(high <= 1, calculator, 'a share from 0 to 1', `${input}.high`, high)
  }
}

/** An end without any return outdoes every number. */
const widthOf = ({ swing }: TornadoBar): number => swing ?? Number.MAX_VALUE

/**
 * Sensitivity of the return (敏感性), M86: which assumption the return on investment hangs on most.
 *
 * Formula: return on (benefits × attribution × confidence) over costs; each input at its low and its high while the
 * others stay as expected, ordered by swing; and every combination of the three values of all inputs.
 *
 * When to use: whenever a return is published: a reader who doubts an input sees what it would change.
 * When not: one input at a time, to say that a decision is safe: the joint range is what reverses it. Nor as a confidence
 * interval: the ends are judgements, their combinations have no probabilities.
 *
 * Result: the expected return, a bar for each input (widest swing first), 81 grid points, and the `range` from the worst of
 * them to the best; each return as
 * `returnOnInvestment` answers it. Throws when a value is not a number ≥ 0, low ≤ expected ≤ high does not hold, a
 * share exceeds 1, or the currency is not three capital letters.
 *
 * Source: Phillips & Phillips, ROI methodology; Eschenbach (1992), Interfaces 22, on tornado diagrams.
 *
 * @example
 * ```ts
 * import { roiSensitivity } from 'training-ops/metrics'
 * const { expected, tornado, range } = roiSensitivity({
 *   benefits: { low: 90_000, expected: 100_000, high: 110_000 },
 *   attribution: { low: 0.25, expected: 0.5, high: 0.75 },
 *   confidence: { low: 1, expected: 1, high: 1 },
 *   costs: { low: 40_000, expected: 40_000, high: 50_000 },
 *   currency: 'USD',
 * })
 * expected.status === 'ok' && expected.value // => 25
 * tornado.map(({ input, swing }) => [input, swing]) // => [['attribution', 125], ['benefits', 25], ['costs', 25], ['confidence', 0]]
 * range.low.status === 'ok' && range.low.value.toFixed(6) // => '-55.000000'
 * ```
 */
export const roiSensitivity = /* @__PURE__ */ guarded(
  'roiSensitivity',
  (program: UncertainProgram): RoiSensitivity => {
    needsProgram(program)
    const roiAt = ({ benefits, attribution, confidence, costs }: Readonly<Record<RoiInput, number>>) =>
      returnOnInvestment({ benefits: benefits * attribution * confidence, costs, currency: program.currency })
    const asExpected = {
      benefits: program.benefits.expected,
      attribution: program.attribution.expected,
      confidence: program.confidence.expected,
      costs: program.costs.expected,
    }
    const tornado = roiInputs.map((input): TornadoBar => {
      const [atLow, atHigh] = [program[input].low, program[input].high].map((value) =>
        roiAt({ ...asExpected, [input]: value }),
      ) as [MetricResult, MetricResult]
      const swing =
        atLow.status === 'ok' && atHigh.status === 'ok' ? Math.abs(atHigh.value - atLow.value) : null
      return { input, atLow, atHigh, swing }
    })
    const grid = roiInputs.reduce<readonly Readonly<Record<RoiInput, number>>[]>(
      (points, input) =>
        points.flatMap((point) => levels.map((level) => ({ ...point, [input]: program[input][level] }))),
      [asExpected],
    )
    const points = grid.map((at) => ({ at, roi: roiAt(at) }))
    const [worst, best] = [points[2], points[78]] as [GridPoint, GridPoint]
    return {
      expected: roiAt(asExpected),
      tornado: tornado.sort((a, b) => widthOf(b) - widthOf(a)),
      grid: points,
      range: { low: worst.roi, high: best.roi },
    }
  },
)

export const roiSensitivityEntry: MetricEntry = {
  id: 'M86',
  calculator: 'roiSensitivity',
  unit: 'percent',
  quantity: 'estimates',
  level: 'L5',
  class: 'effectiveness',
  options: {},
  accumulates: { no: 'what-if over the inputs of one program, not over records' },
  sources: ['Phillips ROI methodology', 'Eschenbach 1992'],
}
