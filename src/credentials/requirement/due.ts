import { dayOfThatYear, daysLater, monthsLater } from '../../vocabulary/index.ts'
import type { Recurrence } from './terms.ts'

/** A window of the year: both days are in it. */
export type Window = { readonly opens: string; readonly closes: string }

const windowOf = (year: number, { opens, closes }: Window): Window => ({
  opens: dayOfThatYear(year, opens),
  closes: dayOfThatYear(closes < opens ? year + 1 : year, closes),
})

/** The first window of a year that has not opened by the end of a day. */
export const windowAfter = (day: string, window: Window): Window => {
  const year = Number(day.slice(0, 4))
  const thisYears = windowOf(year, window)
  return thisYears.opens > day ? thisYears : windowOf(year + 1, window)
}

/** The first window of a year that is not over on a day. */
export const windowOnOrAfter = (day: string, window: Window): Window => {
  const year = Number(day.slice(0, 4))
  return (
    [year - 1, year, year + 1].map((one) => windowOf(one, window)).find(({ closes }) => closes >= day) ??
    windowOf(year + 1, window)
  )
}

/** Done shortly before it was due, it keeps the due day where the terms say so. */
const countsFrom = (
  doneOn: string,
  due: string | undefined,
  { keepsDueDayWithinDays: days }: Extract<Recurrence, { kind: 'rolling' }>,
): string =>
  days !== undefined && due !== undefined && doneOn <= due && doneOn >= daysLater(due, -days) ? due : doneOn

/**
 * When what was last done on a day, and had been due on another, is due again, and from when on it is open if that is said;
 * never, if once.
 */
export const dueAgain = (
  lastDoneOn: string,
  recurrence: Recurrence,
  wasDue?: string,
): { readonly opens?: string; readonly closes: string } | undefined => {
  if (recurrence.kind === 'once') return undefined
  if (recurrence.kind === 'calendarWindow')
    return windowAfter(monthsLater(lastDoneOn, (recurrence.everyYears - 1) * 12), recurrence)
  return { closes: monthsLater(countsFrom(lastDoneOn, wasDue, recurrence), recurrence.months) }
}

/** When a fixed date concerns somebody who came on a day: that date, or the next time it recurs; never, if once. */
export const fixedDateFor = (due: string, came: string, recurrence: Recurrence): string | undefined => {
  if (came <= due) return due
  if (recurrence.kind === 'once') return undefined
  if (recurrence.kind === 'calendarWindow') return windowOnOrAfter(came, recurrence).closes
  let [times, next] = [0, due]
  while (next < came) next = monthsLater(due, ++times * recurrence.months)
  return next
}
