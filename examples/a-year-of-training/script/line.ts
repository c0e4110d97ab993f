/** A command as a line of JSON: what `--commands` takes. */
export type Line = {
  readonly type: string
  readonly data: { readonly at: string } & Readonly<Record<string, unknown>>
  readonly metadata: {
    readonly commandId: string
    readonly correlationId?: string
    readonly actor?: { readonly id: string; readonly role: string }
  }
}

/** A way to write lines of one undertaking, each with an id of its own. */
export const lines = (prefix: string, correlationId?: string) => {
  let written = 0
  return (type: string, data: Line['data'], actor = { id: 'ops-lin', role: 'operations' }): Line => ({
    type,
    data,
    metadata: {
      commandId: `${prefix}-${++written}`,
      ...(correlationId === undefined ? {} : { correlationId }),
      actor,
    },
  })
}

/** An instant in Shanghai, which keeps UTC+8 all year. */
export const shanghai = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+08:00`).toISOString()

/** So many days later on the calendar. */
export const later = (day: string, days: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
