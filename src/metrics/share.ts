import { wilsonInterval } from './interval.ts'
import type { Measured, MetricResult } from './result.ts'

type Part = {
  readonly part: number
  readonly whole: number
  /** The name of the denominator, for the reader of an `undefined`. */
  readonly what: string
} & Pick<Measured, 'variant' | 'notes' | 'currency' | 'interval'>

/** A part of a whole that was counted to the last one: no interval. */
export const censusShare = ({ part, whole, what, ...rest }: Part): MetricResult =>
  whole === 0
    ? { status: 'undefined', reason: { code: 'ZeroDenominator', what } }
    : { status: 'ok', value: part / whole, n: whole, unit: 'ratio', ...rest }

/** A part of a whole as a ratio, with its Wilson interval when what was counted is a sample. */
export const share = ({
  sampled,
  ...part
}: Part & { readonly sampled?: boolean | undefined }): MetricResult =>
  censusShare({
    ...part,
    ...(sampled && { interval: wilsonInterval({ successes: part.part, n: part.whole }) }),
  })
