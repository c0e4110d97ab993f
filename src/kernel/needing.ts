import { isMistake, mistake } from './mistake.ts'

/**
 * The result of `make`. A mistake in what the caller gave, whatever it threw on the way, is told by the name of the function
 * and what it needs; the first cause is kept.
 *
 * @example
 * ```ts
 * import { needing } from 'training-ops'
 * const titleOf = (course: { title: string }) => needing('titleOf', 'a course', () => course.title.trim())
 * titleOf({} as { title: string }) // throws /training-ops: titleOf needs a course, got another value/
 * ```
 */
export const needing = <Made>(asker: string, needs: string, make: () => Made): Made => {
  try {
    return make()
  } catch (cause) {
    if (isMistake(cause)) throw cause
    throw mistake(asker, needs, 'another value', { cause })
  }
}
