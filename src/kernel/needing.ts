import { isMistake, mistake } from './mistake.ts'

/**
 * The result of `make`. A mistake in what the caller gave, whatever it threw on the way, is told by the name of the function
 * and what it needs; the first cause is kept.
 */
export const needing = <Made>(asker: string, needs: string, make: () => Made): Made => {
  try {
    return make()
  } catch (cause) {
    if (isMistake(cause)) throw cause
    throw mistake(asker, needs, 'another value', { cause })
  }
}
