import { needsAt } from '../guard.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

const partsOf = (date: string) => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})

const isDate = (date: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const { year, month, day } = partsOf(date)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** A day as `YYYY-MM-DD`; such days sort as text. */
export const needsDate = (calculator: string, argument: string, date: string, index?: number): void =>
  needsAt(isDate(date), calculator, 'a day as YYYY-MM-DD', argument, date, index)

/** The same day so many months later; the last day of a month that is too short for it. */
export const monthsAfter = (date: string, months: number): string => {
  const { year, month, day } = partsOf(date)
  const monthsSinceYearZero = year * 12 + (month - 1) + months
  const [laterYear, laterMonth] = [Math.floor(monthsSinceYearZero / 12), (monthsSinceYearZero % 12) + 1]
  const laterDay = Math.min(day, daysIn(laterYear, laterMonth))
  return `${String(laterYear).padStart(4, '0')}-${twoDigits(laterMonth)}-${twoDigits(laterDay)}`
}
