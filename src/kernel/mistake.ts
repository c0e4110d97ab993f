/**
 * A mistake in a program: who needs what, what was given instead, and what was thrown first. One sentence for all of them.
 *
 * @example
 * ```ts
 * import { mistake } from 'training-ops'
 * mistake('seatsOf', 'a class', 'none').message // => 'training-ops: seatsOf needs a class, got none'
 * ```
 */
export const mistake = (asker: string, needs: string, got: unknown, first?: ErrorOptions): TypeError =>
  new TypeError(`training-ops: ${asker} needs ${needs}, got ${got}`, first)

/**
 * Whether it is such a mistake, told already.
 *
 * @example
 * ```ts
 * import { isMistake, mistake } from 'training-ops'
 * isMistake(mistake('seatsOf', 'a class', 'none')) // => true
 * isMistake(new TypeError('x is undefined')) // => false
 * ```
 */
export const isMistake = (thrown: unknown): thrown is TypeError =>
  thrown instanceof TypeError && thrown.message.startsWith('training-ops: ')
