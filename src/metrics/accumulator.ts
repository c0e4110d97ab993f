/**
 * A figure in three steps, for streams and parallel work: `lift` one record, `combine` what two workers
 * have, `extract` the figure. What is accumulated is integers, so `combine` is exactly associative and
 * commutative: any split of the records, in any order, extracts the same figure to the last bit.
 */
export type Accumulator<Item, Accumulated, Figure> = {
  readonly empty: Accumulated
  readonly lift: (item: Item) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated) => Accumulated
  readonly extract: (accumulated: Accumulated) => Figure
}
