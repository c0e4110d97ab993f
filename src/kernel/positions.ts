import type { Tag } from './event.ts'

/** Positions in a log, rising. */
export type Positions = readonly number[]

const nowhere: Positions = Object.freeze([])

/** Where in a log a tag occurs. Most tags occur once (a command's), so a lone position is kept without a list. */
export const createPositions = () => {
  const at = new Map<Tag, number | number[]>()
  const one = (tag: Tag): Positions => {
    const entry = at.get(tag)
    return entry === undefined ? nowhere : typeof entry === 'number' ? [entry] : entry
  }
  const count = (tag: Tag): number => {
    const entry = at.get(tag)
    return entry === undefined ? 0 : typeof entry === 'number' ? 1 : entry.length
  }
  return {
    add: (tag: Tag, position: number): void => {
      const entry = at.get(tag)
      if (entry === undefined) at.set(tag, position)
      else if (typeof entry === 'number') {
        if (entry !== position) at.set(tag, [entry, position])
      } else if (entry[entry.length - 1] !== position) entry.push(position)
    },
    one,
    count,
    /** Of these tags the one that occurs the least; nothing for none. */
    rarest: (tags: readonly Tag[]): Tag | undefined => {
      let [rarest] = tags
      for (const tag of tags) if (count(tag) < count(rarest as Tag)) rarest = tag
      return rarest
    },
    /** Calls with each position of a tag from `first` on, and before `end`, rising. */
    visit: (tag: Tag, first: number, end: number, visitor: (position: number) => void): void => {
      const entry = at.get(tag)
      if (entry === undefined) return
      if (typeof entry === 'number') {
        if (entry >= first && entry < end) visitor(entry)
        return
      }
      // The same query is mostly asked again soon: then only the last few are new.
      let from = first === 0 ? 0 : entry.length
      while (from > 0 && entry.length - from < 8 && (entry[from - 1] as number) >= first) from--
      if (from > 0 && (entry[from - 1] as number) >= first) from = firstNotBefore(entry, first)
      for (; from < entry.length && (entry[from] as number) < end; from++) visitor(entry[from] as number)
    },
    /** The positions of each of the tags, the shortest list first. */
    of: (tags: readonly Tag[]): readonly Positions[] => {
      const lists = tags.map(one)
      return lists.length < 2 ? lists : lists.sort((first, other) => first.length - other.length)
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
