import * as z from 'zod'
import { field, type ValueOf } from '../kernel/index.ts'

/** ISO 4217: `CNY`, `USD`. */
export const currency = field(z.string().regex(/^[A-Z]{3}$/))

/** Money in whole minor units (分, cents) of its currency: an amount that is never a fraction of a coin. */
export const money = field(z.strictObject({ minor: z.int(), currency }))
export type Money = ValueOf<typeof money>

/** Money that is spent, asked for or granted: zero or more. */
export const amount = field(z.strictObject({ minor: z.int().min(0), currency }))

/** The sum of amounts of one currency. */
export const sumOf = (currencyCode: string, amounts: Iterable<Money>): Money => {
  let minor = 0
  for (const one of amounts) if (one.currency === currencyCode) minor += one.minor
  return { minor, currency: currencyCode }
}
