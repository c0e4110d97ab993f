/**
 * The same question at another time and with other luck. The one place of the library that touches the clock:
 * to find out who else does.
 */
export const elsewhere = <Answer>(ask: () => Answer): Answer => {
  const now: unknown = Reflect.get(Date, 'now')
  const random: unknown = Reflect.get(Math, 'random')
  Reflect.set(Date, 'now', () => 1)
  Reflect.set(Math, 'random', () => 0.123456789)
  try {
    return ask()
  } finally {
    Reflect.set(Date, 'now', now)
    Reflect.set(Math, 'random', random)
  }
}

const clock = (): number => Number(Reflect.construct(Date, []))

/** Lets a millisecond pass, for those who look at the clock by `new Date()`; gives up on a clock that stands. */
export const aMomentLater = (): void => {
  const start = clock()
  for (let glances = 0; clock() - start < 2 && glances < 200_000; glances++);
}
