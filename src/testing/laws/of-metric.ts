import fc, { type Arbitrary } from 'fast-check'
import { describeValue } from '../describe-value.ts'
import { same } from '../same.ts'
import { type Words, wordsOf } from '../words/index.ts'
import { type Law, type LawOptions, lawOfValues } from './law.ts'

/** The shape of an accumulator, as `training-ops/metrics` and anyone else writes them. */
export type Summed<Item, Accumulated, Figure> = {
  readonly empty: Accumulated
  readonly lift: (item: Item) => Accumulated
  readonly combine: (a: Accumulated, b: Accumulated) => Accumulated
  readonly extract: (accumulated: Accumulated) => Figure
  readonly gather?: (items: Iterable<Item>) => Accumulated
}

export type MetricLaws<Item> = LawOptions & { readonly items: Arbitrary<Item> }

/**
 * The laws a metric's accumulator keeps: any split of the items, in any order, extracts the same figure to the last
 * bit; nothing added is nothing changed; gathering many is combining one by one; and a figure is a finite number
 * or says why there is none.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { lawsOfMetric } from 'training-ops/testing'
 * const minutes = {
 *   empty: 0,
 *   lift: (one: number) => one,
 *   combine: (a: number, b: number) => a + b,
 *   extract: (value: number) => ({ value }),
 * }
 * const laws = lawsOfMetric(minutes, { items: fc.integer({ min: 0, max: 480 }) })
 * for (const { check } of laws) check()
 * laws[0]?.name // => 'any split, in any order, gives the same figure'
 * ```
 */
export const lawsOfMetric = <Item, Accumulated, Figure>(
  metric: Summed<Item, Accumulated, Figure>,
  options: MetricLaws<Item>,
): readonly Law[] => {
  const { empty, lift, combine, extract, gather } = metric
  const words = wordsOf(options.language)
  // Stryker disable next-line ObjectLiteral: a longer list of items is one as well
  const many = fc.array(options.items, { maxLength: 12 })
  const sum = (items: readonly Item[]) => items.reduce((so, item) => combine(so, lift(item)), empty)
  const unlike = (one: unknown, other: unknown): string | undefined =>
    same(one, other) ? undefined : words.differs('1', describeValue(one), '2', describeValue(other))
  const law = <Value>(
    name: string,
    values: Arbitrary<Value>,
    breachOf: (value: Value, words: Words) => string | undefined,
  ) => lawOfValues(name, values, breachOf, options)
  return [
    law(
      words.combine,
      fc.tuple(many, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })),
      ([items, sides]) => {
        // Stryker disable next-line EqualityOperator: the other way round is a split as well
        const side = (second: boolean) => items.filter((_, at) => sides[at] === second)
        const figure = extract(sum(items))
        return (
          unlike(figure, extract(combine(sum(side(false)), sum(side(true))))) ??
          unlike(figure, extract(combine(sum(side(true)), sum(side(false))))) ??
          unlike(figure, extract(items.reduceRight((so, item) => combine(lift(item), so), empty)))
        )
      },
    ),
    law(words.empty, many, (items) => {
      const all = sum(items)
      return (
        unlike(extract(all), extract(combine(all, empty))) ??
        unlike(extract(all), extract(combine(empty, all)))
      )
    }),
    ...(gather === undefined
      ? []
      : [law(words.gather, many, (items) => unlike(extract(sum(items)), extract(gather(items))))]),
    law(words.figure, many, (items) => {
      const figure = extract(sum(items))
      return unfinished(figure) ? describeValue(figure) : undefined
    }),
    law(words.untouched, many, (items) => {
      const own = structuredCopy(items) as Item[]
      sum(own)
      return unlike(own, structuredCopy(items))
    }),
  ]
}

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** `NaN` and infinities, however deep: numbers that stand for an answer nobody has. */
const unfinished = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isFinite(value)
    : value !== null && typeof value === 'object' && Object.values(value).some(unfinished)
