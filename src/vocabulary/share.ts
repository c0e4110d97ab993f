import * as z from 'zod'
import { field } from '../kernel/index.ts'

/** A share in whole basis points: 10,000 is all of it. Stored rates are integers, so that sums are exact. */
export const basisPoints = field(z.int().min(0).max(10_000))

/** A score in thousandths of the best possible: xAPI's `scaled`, as a whole number, −1,000 to 1,000. */
export const scaledScore = field(z.int().min(-1000).max(1000))
