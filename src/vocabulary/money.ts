import * as z from 'zod'
import { type Field, field } from '../kernel/index.ts'
import type { Currency, MinorUnits } from './units.ts'

/** An ISO 4217 currency: `CNY`, `USD`. */
export const currency: Field<Currency, Currency> = field(z.string().regex(/^[A-Z]{3}$/, 'currency'))

const minorUnits: Field<MinorUnits, MinorUnits> = field(z.int())

/** Money in whole minor units (分, cents) of its currency: an amount that is never a fraction of a minor unit. */
export interface Money {
  /** In the smallest units of the currency (分, cents). */
  minor: MinorUnits
  currency: Currency
}
/** Money in whole minor units (分, cents) of its currency: an amount that is never a fraction of a minor unit. */
export const money: Field<Money, Money> = field(z.strictObject({ minor: minorUnits, currency }))

/** An amount of money, zero or more: `{ minor: 12345, currency: 'CNY' }` is 123.45 yuan. */
export const amount: Field<Money, Money> = field(
  z.strictObject({
    /** In the smallest units of the currency (分, cents). */
    minor: field(z.int().min(0)) as Field<MinorUnits, MinorUnits>,
    currency,
  }),
)

/**
 * The sum of amounts of one currency.
 *
 * @example
 * ```ts
 * import { sumOf } from 'training-ops'
 * sumOf('CNY', [{ minor: 100_000, currency: 'CNY' }, { minor: 50, currency: 'CNY' }, { minor: 7, currency: 'EUR' }]) // => { minor: 100_050, currency: 'CNY' }
 * ```
 */
export const sumOf = (currencyCode: string, amounts: Iterable<Money>): Money => {
  let minor = 0
  for (const one of amounts) if (one.currency === currencyCode) minor += one.minor
  return { minor, currency: currencyCode }
}
