import * as z from 'zod'
import { type Field, field } from '../kernel/index.ts'

/** No lone surrogates, no control characters but line ends and tabs. */
const clean = /^(?:[^\p{C}]|\p{Cf}|[\n\r\t])*$/u

/** A title or a name of a thing: one line, up to 200 characters. */
export const title = field(
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^(?:[^\p{C}]|\p{Cf})*$/u),
)

/** Free text up to so many characters. */
export const textUpTo = (most: number): Field<string, string> => field(z.string().max(most).regex(clean))

/** Free text up to 4,000 characters. What people wrote about people is declared personal where it is stored. */
export const text = textUpTo(4000)

/** A reason, said in words. */
export const reason = field(z.string().min(1).max(1000).regex(clean))
