import { needsAt } from './guard.ts'

/** Three days in four are recognised without a calendar, which takes ten times as long. */
const plainDay = /^\d{4}-(0[1-9]|1[0-2])-[012][1-8]$/

/** A calendar date `YYYY-MM-DD`, so not 2026-02-30. Two of them compare as texts. */
export const needsDay = (calculator: string, argument: string, value = '', index?: number): void =>
  needsAt(
    plainDay.test(value) || new Date(value).toJSON()?.slice(0, 10) === value,
    calculator,
    'a date YYYY-MM-DD',
    argument,
    value,
    index,
  )

/** Days since 1970-01-01 of a calendar date; `NaN` for a text that is none. */
export const dayNumber = (day: string): number => Date.parse(day) / 86_400_000

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
