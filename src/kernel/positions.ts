import type { Tag } from './event.ts'

/** Positions in a log, rising. */
export type Positions = readonly number[]

const nowhere: Positions = Object.freeze([])

/** Where in a log a tag occurs. Most tags occur once (a command's), so a lone position is kept without a list. */
export const createPositions = () => {
  const at = new Map<Tag, number | number[]>()
  return {
    add: (tag: Tag, position: number): void => {
      const entry = at.get(tag)
      if (entry === undefined) at.set(tag, position)
      else if (typeof entry === 'number') {
        if (entry !== position) at.set(tag, [entry, position])
      } else if (entry[entry.length - 1] !== position) entry.push(position)
    },
    /** The positions of each of the tags, the shortest list first. */
    of: (tags: readonly Tag[]): readonly Positions[] => {
      const lists = tags.map((tag) => {
        const entry = at.get(tag)
        return entry === undefined ? nowhere : typeof entry === 'number' ? [entry] : entry
      })
      return lists.length < 2 ? lists : lists.sort((one, other) => one.length - other.length)
    },
    /** Those of the positions from `first` on, and before `end`. */
    between: (positions: Positions, first: number, end: number): Positions => {
      const from = firstNotBefore(positions, first)
      const to = (positions.at(-1) ?? 0) < end ? positions.length : firstNotBefore(positions, end)
      return from === 0 && to === positions.length ? positions : positions.slice(from, to)
    },
    holds: (positions: Positions, position: number): boolean =>
      positions[firstNotBefore(positions, position)] === position,
  }
}

/** Where in rising positions the first that is not before a position stands. */
const firstNotBefore = (positions: Positions, position: number): number => {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] as number) < position) low = middle + 1
    else high = middle
  }
  return low
}
