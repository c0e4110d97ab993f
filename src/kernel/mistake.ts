/** A mistake in a program: who needs what, what was given instead, and what was thrown first. One sentence for all of them. */
export const mistake = (asker: string, needs: string, got: string, first?: ErrorOptions): TypeError =>
  new TypeError(`training-ops: ${asker} needs ${needs}, got ${got}`, first)
