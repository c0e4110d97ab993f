import { type Accumulator, accumulate, type MetricResult } from '../../metrics/index.ts'
import type { Slice } from './question.ts'

/** A figure of a part of the people, in three steps, so that parts add up to the whole. */
export type SliceFigure<Accumulated = unknown> = {
  readonly gather: (slice: Slice) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated) => Accumulated
  readonly extract: (accumulated: Accumulated) => MetricResult
}

/** What a calculator sums up, from the records of a slice. */
export const figureOf = <Item, Accumulated>(
  accumulator: Accumulator<Item, Accumulated, MetricResult>,
  itemsOf: (slice: Slice) => Iterable<Item>,
): SliceFigure => {
  const figure: SliceFigure<Accumulated> = {
    gather: (slice) => accumulate(accumulator, itemsOf(slice)),
    combine: accumulator.combine,
    extract: accumulator.extract,
  }
  return figure as SliceFigure
}
