import { needsAtMost, needsCounts } from './guard.ts'
import type { MetricResult } from './result.ts'
import { share } from './share.ts'

/** The calculator of a share of two counts; unless it may exceed the whole, what is in `part` is in `whole` too. */
export const countedShare =
  <Counts extends object>(
    calculator: string,
    part: keyof Counts & string,
    whole: keyof Counts & string,
    mayExceed = false,
  ) =>
  (counts: Counts): MetricResult => {
    const given = counts as Readonly<Record<string, number>> & { readonly sampled?: boolean }
    const [some, all] = [given[part] as number, given[whole] as number]
    needsCounts(calculator, { [part]: some, [whole]: all })
    if (!mayExceed) needsAtMost(calculator, part, some, all, whole)
    return share({ part: some, whole: all, what: whole, sampled: given.sampled })
  }
