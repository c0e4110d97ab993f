import type { Tag } from './event.ts'

/** Positions in a log, rising. */
export type Positions = readonly number[]

const nowhere: Positions = Object.freeze([])

/** Where in a log a tag occurs. Most tags occur once (a command's), so a lone position is kept without a list. */
export const createPositions = () => {
  const at = new Map<Tag, number | number[]>()
  return {
    add: (tag: Tag, position: number): void => {
      const known = at.get(tag)
      if (known === undefined) at.set(tag, position)
      else if (typeof known === 'number') {
        if (known !== position) at.set(tag, [known, position])
      } else if (known[known.length - 1] !== position) known.push(position)
    },
    /** The positions of each of the tags, the shortest list first. */
    of: (tags: readonly Tag[]): readonly Positions[] => {
      const lists = tags.map((tag) => {
        const known = at.get(tag)
        return known === undefined ? nowhere : typeof known === 'number' ? [known] : known
      })
      return lists.length < 2 ? lists : lists.sort((one, other) => one.length - other.length)
    },
    /** Those of the positions that are not before `first`. */
    from: (positions: Positions, first: number): Positions => {
      if ((positions[0] ?? first) >= first) return positions
      let at = positions.length
      while (at > 0 && (positions[at - 1] as number) >= first) at--
      return positions.slice(at)
    },
    holds: (positions: Positions, position: number): boolean => {
      let low = 0
      let high = positions.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const there = positions[middle] as number
        if (there === position) return true
        if (there < position) low = middle + 1
        else high = middle - 1
      }
      return false
    },
  }
}
