import { needsAt } from './guard.ts'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD`; `NaN` for anything else, 2026-02-30 included. */
export const dayNumber = (day: string): number => {
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN
  return new Date(milliseconds).getTime() === milliseconds &&
    new Date(milliseconds).toISOString().slice(0, 10) === day
    ? milliseconds / millisecondsPerDay
    : Number.NaN
}

/** A calendar date. Two of them compare as texts. */
export const needsDay = (
  calculator: string,
  argument: string,
  value: string | undefined,
  index?: number,
): void =>
  needsAt(
    value !== undefined && Number.isFinite(dayNumber(value)),
    calculator,
    'a date YYYY-MM-DD',
    argument,
    value,
    index,
  )

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
