import type { Accumulator } from './accumulator.ts'
import { exactly, inexactly } from './exact.ts'
import { needsCount } from './guard.ts'
import { type NotMeasurable, notMeasurable } from './result.ts'

type Blank = 0 | 0n | false | string

/** The start of a sum, when nothing has been counted: `0` a count, `0n` an amount that need not be whole,
 * `false` a flag, a text its default (`''` for none). */
export type BlankOf<Item> = { readonly [Name in keyof Item]-?: Blank }

/** Counts and amounts added, flags raised, texts collected. */
export type Sums<Item> = {
  readonly [Name in keyof Item]-?: number | bigint | boolean | ReadonlySet<string>
}

type Sum = number | bigint | boolean | ReadonlySet<string>

const lifted = (calculator: string, name: string, blank: Blank, given: unknown): Sum => {
  if (typeof blank === 'string') return new Set([(given ?? blank) as string])
  if (typeof blank === 'boolean') return Boolean(given)
  if (typeof blank === 'bigint') return exactly(calculator, name, (given ?? 0) as number)
  needsCount(calculator, name, (given ?? 0) as number)
  return (given ?? 0) as number
}

const added = (a: Sum, b: Sum): Sum => {
  if (typeof a === 'number') return a + (b as number)
  if (typeof a === 'bigint') return a + (b as bigint)
  if (typeof a === 'boolean') return a || (b as boolean)
  return new Set([...a, ...(b as ReadonlySet<string>)])
}

const read = (sum: Sum, blank: Blank): number | boolean | string => {
  if (typeof sum === 'bigint') return inexactly(sum)
  if (typeof sum === 'object') return [...sum][0] ?? (blank as string)
  return sum
}

/**
 * The accumulator of a calculator that takes counts: the counts of each part (a site, a month, an offering) are
 * added, and the figure is that of the sums, never a mean of the parts' figures. Parts in different currencies
 * have no sum (`MixedCurrency`), nor have parts counted in different ways (`ScaleMismatch`).
 */
export const summing = <Item extends object, Figure>(
  calculator: string,
  blank: BlankOf<Item>,
  measure: (item: Item) => Figure,
): Accumulator<Item, Sums<Item>, Figure | NotMeasurable> => {
  const blanks: Readonly<Record<string, Blank>> = blank
  const names = Object.keys(blanks)
  const each = (of: (name: string, blank: Blank) => unknown) =>
    Object.fromEntries(names.map((name) => [name, of(name, blanks[name] as Blank)]))
  const untyped = (value: object) => value as Readonly<Record<string, unknown>>
  return {
    empty: each((_, blank) => (typeof blank === 'string' ? new Set() : blank)) as Sums<Item>,
    lift: (item) => each((name, blank) => lifted(calculator, name, blank, untyped(item)[name])) as Sums<Item>,
    combine: (a, b) => each((name) => added(untyped(a)[name] as Sum, untyped(b)[name] as Sum)) as Sums<Item>,
    extract: (sums) => {
      for (const name of names) {
        const texts = untyped(sums)[name]
        if (!(texts instanceof Set)) continue
        const several = ([...texts] as string[]).sort()
        if (several.length === 0 && blanks[name] === '')
          return notMeasurable({ code: 'ZeroDenominator', what: 'records' })
        if (several.length > 1)
          return name === 'currency'
            ? notMeasurable({ code: 'MixedCurrency', currencies: several })
            : notMeasurable({ code: 'ScaleMismatch', expected: `one ${name}`, got: several.join(', ') })
      }
      return measure(each((name, blank) => read(untyped(sums)[name] as Sum, blank)) as Item)
    },
  }
}
