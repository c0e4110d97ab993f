/** Dice that fall the same way every time: the year is the same year for everybody (mulberry32). */
export type Dice = {
  /** A number from 0 up to 1. */
  readonly roll: () => number
  /** A whole number from `low` to `high`. */
  readonly between: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <One>(from: readonly One[]) => One
  /** Roughly bell-shaped around `mean`. */
  readonly around: (mean: number, spread: number) => number
  readonly shuffled: <One>(from: readonly One[]) => One[]
}

export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1))
  return {
    roll,
    between,
    chance: (share) => roll() < share,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
    around: (mean, spread) => mean + (roll() + roll() + roll() + roll() - 2) * spread,
    shuffled: (from) => {
      const deck = [...from]
      for (let at = deck.length - 1; at > 0; at--) {
        const other = between(0, at)
        ;[deck[at], deck[other]] = [deck[other] as (typeof deck)[number], deck[at] as (typeof deck)[number]]
      }
      return deck
    },
  }
}
