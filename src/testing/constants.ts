import * as z from 'zod'
import type { AnyProjection, Decision } from '../kernel/index.ts'

export type Constants = { readonly texts: readonly string[]; readonly numbers: readonly number[] }

const compared =
  /(?:[=!]==?|includes\(|startsWith\(|endsWith\(|indexOf\()\s*(?:'([^'\\\n]{1,40})'|"([^"\\\n]{1,40})")/g
const counted = /(?<![\w.'"[-])\d{1,9}(?:\.\d{1,4})?(?![\w'"])/g

const sourcesOf = ({ decide, reads }: Decision): readonly string[] => [
  String(decide),
  ...Object.values(reads).flatMap((read) =>
    Object.values(
      ('projection' in (read as object)
        ? (read as unknown as { readonly projection: AnyProjection }).projection
        : (read as AnyProjection)
      ).on,
    ).map(String),
  ),
]

/**
 * The texts that a rule, or a recipe of what it reads, compares with, and the numbers that stand there: it may draw its line at
 * them. They are read in its source; a program that was bundled has other names, and the same constants.
 */
export const constantsOf = (decision: Decision): Constants => {
  const texts = new Set<string>()
  const numbers = new Set<number>()
  for (const source of sourcesOf(decision)) {
    for (const [, one, other] of source.matchAll(compared)) texts.add((one ?? other) as string)
    // a compiler writes `!0`, `void 0` and `(0, f)()`: none and one are drawn anyway
    for (const [number] of source.matchAll(counted)) if (Number(number) > 1) numbers.add(Number(number))
  }
  return { texts: [...texts], numbers: [...numbers] }
}

/** Whether a command may be asked with these data. */
export const fitsIts = ({ command: { schema } }: Decision, data: unknown): boolean =>
  z.safeParse(schema as z.core.$ZodType, data).success
