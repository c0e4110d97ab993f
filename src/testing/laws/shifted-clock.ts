const longAgo = 1
const hour = 3_600_000
/** Fourteen hours ahead and eleven behind: at any instant one of them is on another day. */
const zones = {
  ahead: { name: 'Pacific/Kiritimati', by: 14 * hour },
  behind: { name: 'Pacific/Niue', by: -11 * hour },
}
export type ShiftedZone = keyof typeof zones

const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const
const printed = ['toString', 'toDateString', 'toTimeString'] as const
const localised = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const
type Method = (this: Date, ...given: readonly unknown[]) => unknown

/** Puts functions in the place of others, and answers with what puts the others back. */
const replaced = (
  of: object,
  names: readonly string[],
  by: (name: string, real: Method) => unknown,
): (() => void) => {
  const real = names.map((name) => [name, Reflect.get(of, name) as Method] as const)
  for (const [name, own] of real) Reflect.set(of, name, by(name, own))
  return () => {
    for (const [name, own] of real) Reflect.set(of, name, own)
  }
}

/** The local time of a fixed zone, read and written through the functions of UTC. */
const inZone = (
  real: DateConstructor,
  { name: timeZone, by }: { readonly name: string; readonly by: number },
) => {
  const prototype = real.prototype as unknown as Record<string, Method>
  const shifted = (date: Date) => Reflect.construct(real, [date.getTime() + by]) as Date
  return [
    replaced(
      prototype,
      fields.map((field) => `get${field}`),
      (name) =>
        function (this: Date) {
          return (prototype[name.replace('get', 'getUTC')] as Method).call(shifted(this))
        },
    ),
    replaced(
      prototype,
      fields.filter((field) => field !== 'Day').map((field) => `set${field}`),
      (name) =>
        function (this: Date, ...given: readonly unknown[]) {
          this.setTime(this.getTime() + by)
          ;(prototype[name.replace('set', 'setUTC')] as Method).call(this, ...given)
          return this.setTime(this.getTime() - by)
        },
    ),
    replaced(prototype, ['getTimezoneOffset'], () => () => -by / 60_000),
    replaced(
      prototype,
      printed,
      () =>
        function (this: Date) {
          return `${shifted(this).toISOString()} ${timeZone}`
        },
    ),
    replaced(
      prototype,
      localised,
      (_, real) =>
        function (this: Date, locales?: unknown, options: object = {}) {
          return real.call(this, locales ?? 'tr', { timeZone, ...options })
        },
    ),
  ]
}

/** A language whose letters fall otherwise, where nobody says which one is meant. */
const inAnotherLanguage = (timeZone: string) => [
  replaced(
    String.prototype,
    ['localeCompare'],
    (_, real) =>
      function (this: Date, ...given: readonly unknown[]) {
        return given.length > 1 ? real.call(this, ...given) : -Number(real.call(this, ...given))
      },
  ),
  replaced(
    String.prototype,
    ['toLocaleLowerCase', 'toLocaleUpperCase'],
    (_, real) =>
      function (this: Date, locales: unknown = 'tr') {
        return real.call(this, locales)
      },
  ),
  replaced(
    Number.prototype,
    ['toLocaleString'],
    (_, real) =>
      function (this: Date, locales: unknown = 'de', ...options: readonly unknown[]) {
        return real.call(this, locales, ...options)
      },
  ),
  replaced(Intl, ['DateTimeFormat', 'NumberFormat'], (name, real) => {
    const elsewhere = ([locales, options]: readonly unknown[]): unknown[] => [
      locales ?? 'tr',
      name === 'DateTimeFormat' ? { timeZone, ...(options as object) } : options,
    ]
    return new Proxy(real, {
      construct: (of, given) => Reflect.construct(of, elsewhere(given)) as object,
      apply: (of, _, given) => Reflect.construct(of, elsewhere(given)) as object,
    })
  }),
]

/** A text without a zone is read as local time. */
const isLocal = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/

/** A `Date` to which it is long ago whenever nobody tells it the time, and whose local time is another. */
const clockOf = (real: DateConstructor, by: number): DateConstructor => {
  const argumentsOf = (given: readonly unknown[]): readonly unknown[] => {
    const [one] = given
    if (given.length === 0) return [longAgo]
    if (given.length > 1) return [real.UTC(...(given as [number, number])) - by]
    return typeof one === 'string' && isLocal.test(one) ? [real.parse(`${one}Z`) - by] : given
  }
  return new Proxy(real, {
    construct: (_, given: readonly unknown[], asked) =>
      Reflect.construct(real, argumentsOf(given), asked) as Date,
    apply: () => String(Reflect.construct(real, [longAgo])),
  })
}

/**
 * The same question at another time, with other luck, in another zone and another language. The one place of the library
 * that touches the clock: to find out who else does.
 */
export const withShiftedClock = <Answer>(ask: () => Answer, zone: ShiftedZone = 'ahead'): Answer => {
  const real = Date
  const { by, name } = zones[zone]
  const putBack = [
    replaced(real, ['now'], () => () => longAgo),
    replaced(Math, ['random'], () => () => 0.123456789),
    ...inZone(real, zones[zone]),
    ...inAnotherLanguage(name),
  ]
  Reflect.set(globalThis, 'Date', clockOf(real, by))
  try {
    return ask()
  } finally {
    Reflect.set(globalThis, 'Date', real)
    for (const back of putBack.reverse()) back()
  }
}

const clock = (): number => Number(Reflect.construct(Date, []))

/** Lets a millisecond pass, for those who kept a clock of their own; gives up on a clock that stands. */
export const aMomentLater = (): void => {
  const start = clock()
  for (let glances = 0; clock() - start < 2 && glances < 200_000; glances++);
}
