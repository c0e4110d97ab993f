import { monthsLater } from '../../vocabulary/index.ts'
import type { Recurrence } from './terms.ts'

/** A window of the year: both days are in it. */
export type Window = { readonly opens: string; readonly closes: string }

const dayOfYear = (year: number, monthAndDay: string): string =>
  monthsLater(`2000-${monthAndDay}`, (year - 2000) * 12)

const windowOf = (year: number, { opens, closes }: Window): Window => ({
  opens: dayOfYear(year, opens),
  closes: dayOfYear(closes < opens ? year + 1 : year, closes),
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

/** When what was last done on a day is due again, and from when on it is open if that is said; never, if once. */
export const dueAgain = (
  lastDoneOn: string,
  recurrence: Recurrence,
): { readonly opens?: string; readonly closes: string } | undefined => {
  if (recurrence.kind === 'once') return undefined
  if (recurrence.kind === 'calendarWindow')
    return windowAfter(monthsLater(lastDoneOn, (recurrence.everyYears - 1) * 12), recurrence)
  return { closes: monthsLater(lastDoneOn, recurrence.months) }
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
