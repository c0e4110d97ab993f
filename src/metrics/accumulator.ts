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

/** Folds many items into what has been accumulated; `extract` it when the figure is read. */
export const accumulate = <Item, Accumulated, Figure>(
  { empty, lift, combine }: Accumulator<Item, Accumulated, Figure>,
  items: Iterable<Item>,
  from: Accumulated = empty,
): Accumulated => {
  let accumulated = from
  for (const item of items) accumulated = combine(accumulated, lift(item))
  return accumulated
}
