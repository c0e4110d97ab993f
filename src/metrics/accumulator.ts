import { guarded } from './guard.ts'
/**
 * A figure in three steps, for streams and parallel work: `lift` one record, `combine` what two workers
 * have, `extract` the figure. Accumulators hold integers and sets of ids, so `combine` is exactly
 * associative and commutative: any split of the records, in any order, extracts the same figure to the last bit.
 */
export type Accumulator<Item, Accumulated, Figure> = {
  readonly empty: Accumulated
  readonly lift: (item: Item) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated) => Accumulated
  readonly extract: (accumulated: Accumulated) => Figure
  /** The same result as combining the lifts of all items, faster where sets of ids would be copied at each step. */
  readonly gather?: (items: Iterable<Item>) => Accumulated
}

/**
 * Folds many items into what has been accumulated; `extract` it when the figure is read.
 *
 * @example
 * ```ts
 * import { accumulate, completionRateAccumulator } from 'training-ops/metrics'
 * const shanghai = accumulate(completionRateAccumulator, [{ completed: 4, ended: 5 }, { completed: 9, ended: 10 }])
 * const berlin = accumulate(completionRateAccumulator, [{ completed: 2, ended: 5 }])
 * const everywhere = completionRateAccumulator.combine(shanghai, berlin)
 * completionRateAccumulator.extract(everywhere) // => { status: 'ok', value: 0.75, n: 20, unit: 'ratio' }
 * ```
 */
export const accumulate = /* @__PURE__ */ guarded(
  'accumulate',
  <Item, Accumulated, Figure>(
    { empty, lift, combine, gather }: Accumulator<Item, Accumulated, Figure>,
    items: Iterable<Item>,
    from: Accumulated = empty,
  ): Accumulated => {
    if (gather) return combine(from, gather(items))
    let accumulated = from
    for (const item of items) accumulated = combine(accumulated, lift(item))
    return accumulated
  },
)
