/** The programmer's error: `training-ops: FUNCTION needs WHAT, got WHAT`. Absence of an answer never throws. */

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? JSON.stringify(value.slice(0, 40))
    : Array.isArray(value)
      ? `an array of ${value.length}`
      : String(value)

export const needs = (holds: boolean, calculator: string, what: string, got: unknown): void => {
  if (!holds) throw new TypeError(`training-ops: ${calculator} needs ${what}, got ${shown(got)}`)
}

/** A whole number, zero or more: a count of people, minutes, minor currency units. */
export const needsCount = (calculator: string, argument: string, value: number): void =>
  needs(Number.isSafeInteger(value) && value >= 0, calculator, `${argument} to be a whole number ≥ 0`, value)
