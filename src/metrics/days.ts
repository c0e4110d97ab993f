import { needsAt } from './guard.ts'

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD`; `NaN` for anything else, 2026-02-30 included. */
export const dayNumber = (day: string): number => {
  const date = new Date(day)
  return date.toJSON()?.slice(0, 10) === day ? date.getTime() / 86_400_000 : Number.NaN
}

/** A calendar date. Two of them compare as texts. */
export const needsDay = (
  calculator: string,
  argument: string,
  value: string | undefined,
  index?: number,
): void => needsAt(dayNumber(value ?? '') > -1e9, calculator, 'a date YYYY-MM-DD', argument, value, index)

/** Milliseconds of an ISO 8601 instant that says its offset; `NaN` for anything else. */
export const instantNumber = (instant: string): number =>
  /T.*(Z|[+-]\d\d:\d\d)$/.test(instant) ? Date.parse(instant) : Number.NaN

export const needsInstant = (calculator: string, argument: string, value: string, index?: number): void =>
  needsAt(
    Number.isFinite(instantNumber(value)),
    calculator,
    'an ISO 8601 instant with its offset',
    argument,
    value,
    index,
  )
