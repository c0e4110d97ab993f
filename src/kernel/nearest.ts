/** Longer names are told as they came, and compared with nothing. */
const longest = 100

/** How many letters have to be added, taken away or changed to make one text of the other. */
const distance = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const here = [row]
    for (let at = 1; at <= other.length; at++)
      here[at] = Math.min(
        (above[at] as number) + 1,
        (here[at - 1] as number) + 1,
        (above[at - 1] as number) + (one[row - 1] === other[at - 1] ? 0 : 1),
      )
    above = here
  }
  return above[other.length] as number
}

/** The name most like a mistyped one; none where all differ by more than a third of their letters. */
export const nearest = (mistyped: string, names: readonly string[]): string | undefined => {
  if (mistyped.length > longest) return undefined
  const wanted = mistyped.toLowerCase()
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const off = distance(wanted, name.toLowerCase())
    if (off < least && off <= name.length / 3) {
      best = name
      least = off
    }
  }
  return best
}
