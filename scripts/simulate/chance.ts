/** Random numbers that are the same in every run. */
export type Chance = { readonly uniform: () => number; readonly normal: () => number }

/** Mulberry32 for the uniform ones, Box and Muller's transformation for the normal ones. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}
