import { needsAt } from '../guard.ts'

const asDate = (date: Date): string => date.toISOString().slice(0, 10)

const lastOfMonth = (year: number, month: number): Date => new Date(Date.UTC(year, month + 1, 0))

const partsOf = (date: string): readonly number[] => date.split('-').map(Number)

const isDate = (date: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const [year = 0, month = 0, day = 0] = partsOf(date)
  return asDate(new Date(Date.UTC(year, month - 1, day))) === date
}

/** A day as `YYYY-MM-DD`; such days sort as text. */
export const needsDate = (calculator: string, argument: string, date: string, index?: number): void =>
  needsAt(isDate(date), calculator, 'a day as YYYY-MM-DD', argument, date, index)

/** The same day so many months later; the last day of a month that is too short for it. */
export const monthsAfter = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = partsOf(date)
  const last = lastOfMonth(year, month - 1 + months)
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return asDate(last)
}
