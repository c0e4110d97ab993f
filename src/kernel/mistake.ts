/** A mistake in a program: who needs what, and what was given instead. One sentence for all of them. */
export const mistake = (asker: string, needs: string, got: string): TypeError =>
  new TypeError(`training-ops: ${asker} needs ${needs}, got ${got}`)
