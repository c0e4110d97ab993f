/**
 * Commands of one process that rest on the same subject take turns: they would only overtake each other, and decide
 * again. Between processes the append condition decides who was first.
 */
export type Turns = {
  readonly take: <T>(tags: readonly string[], work: () => Promise<T>) => Promise<T>
}

export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>()
  return {
    take: (tags, work) => {
      const before = tags.map((tag) => last.get(tag))
      const mine = Promise.allSettled(before).then(work)
      for (const tag of tags) last.set(tag, mine)
      const leave = () => {
        for (const tag of tags) if (last.get(tag) === mine) last.delete(tag)
      }
      mine.then(leave, leave)
      return mine
    },
  }
}
