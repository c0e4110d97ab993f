/** A day as the files write it, `9/21/2022` (month first) or `30-08-1965` (day first), as `2022-09-21`. */
export const readDay = (text: string): string | undefined => {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (slashed !== null) return existing(slashed[3], slashed[1], slashed[2])
  const dashed = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text)
  return dashed === null ? undefined : existing(dashed[3], dashed[2], dashed[1])
}

const existing = (year = '', month = '', day = ''): string | undefined => {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toISOString().slice(0, 10) === written ? written : undefined
}
