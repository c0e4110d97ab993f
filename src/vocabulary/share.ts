import * as z from 'zod'
import { type Field, field } from '../kernel/index.ts'
import type { BasisPoints, Thousandths } from './units.ts'

/** A share in whole basis points, 0 to 10,000: 8,000 is 80 %. Stored rates are integers, so that sums are exact. */
export const basisPoints: Field<BasisPoints, BasisPoints> = field(z.int().min(0).max(10_000))

/** A measured value in any unit, up to 9,007,199,254,740,991 either way: what is larger does not add up. */
export const measuredValue = field(z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER))

/** A score in thousandths of the best possible, −1,000 to 1,000: xAPI's `scaled` as a whole number. 700 is 70 %. */
export const scaledScore: Field<Thousandths, Thousandths> = field(z.int().min(-1000).max(1000))
