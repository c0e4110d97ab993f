const longAgo = 1

/** A `Date` to which it is long ago whenever nobody tells it the time. */
const clockOf = (real: DateConstructor): DateConstructor =>
  new Proxy(real, {
    construct: (_, given: readonly unknown[], asked) =>
      Reflect.construct(real, given.length === 0 ? [longAgo] : given, asked) as Date,
    apply: () => String(Reflect.construct(real, [longAgo])),
  })

/**
 * The same question at another time and with other luck. The one place of the library that touches the clock:
 * to find out who else does.
 */
export const withShiftedClock = <Answer>(ask: () => Answer): Answer => {
  const real = Date
  const now: unknown = Reflect.get(real, 'now')
  const random: unknown = Reflect.get(Math, 'random')
  Reflect.set(real, 'now', () => longAgo)
  Reflect.set(Math, 'random', () => 0.123456789)
  Reflect.set(globalThis, 'Date', clockOf(real))
  try {
    return ask()
  } finally {
    Reflect.set(globalThis, 'Date', real)
    Reflect.set(real, 'now', now)
    Reflect.set(Math, 'random', random)
  }
}

const clock = (): number => Number(Reflect.construct(Date, []))

/** Lets a millisecond pass, for those who kept a clock of their own; gives up on a clock that stands. */
export const aMomentLater = (): void => {
  const start = clock()
  for (let glances = 0; clock() - start < 2 && glances < 200_000; glances++);
}
