import { wilson } from './interval.ts'
import { type Measured, type MetricResult, measured, notMeasurable } from './result.ts'

/** A part of a whole as a ratio, with its Wilson interval when what was counted is a sample. */
export const share = ({
  part,
  whole,
  what,
  sampled = false,
  ...rest
}: {
  readonly part: number
  readonly whole: number
  /** The name of the denominator, for the reader of an `undefined`. */
  readonly what: string
  readonly sampled?: boolean
} & Pick<Measured, 'variant' | 'notes' | 'currency'>): MetricResult =>
  whole === 0
    ? notMeasurable({ code: 'ZeroDenominator', what })
    : measured({
        value: part / whole,
        n: whole,
        unit: 'ratio',
        ...(sampled ? { interval: wilson({ successes: part, n: whole }) } : {}),
        ...rest,
      })
