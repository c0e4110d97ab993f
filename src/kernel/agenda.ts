import type { Command } from './command.ts'
import type { Deadline } from './policy.ts'

type Entry<C> = {
  readonly deadline: Deadline<C>
  /** Breaks ties: of two deadlines of one instant, the one planned first comes first. */
  readonly nth: number
}

/** Deadlines, each once, the soonest first. A heap: planning and taking cost the logarithm of what is waiting. */
export type Agenda<C> = {
  readonly plan: (deadline: Deadline<C>) => void
  readonly soonest: () => Deadline<C> | undefined
  readonly takeSoonest: () => void
  /** All that is waiting, in order; the same list until something changes. */
  readonly all: () => readonly Deadline<C>[]
}

const isSooner = <C>(one: Entry<C>, other: Entry<C>): boolean =>
  one.deadline.dueAt < other.deadline.dueAt ||
  (one.deadline.dueAt === other.deadline.dueAt && one.nth < other.nth)

/** `isAnswered` tells whether a command has its answer in the log by now, by whatever way it came there. */
export const createAgenda = <C extends Command>(isAnswered: (command: C) => boolean): Agenda<C> => {
  const heap: Entry<C>[] = []
  const waiting = new Set<string>()
  let planned = 0
  let listed: readonly Deadline<C>[] | undefined

  const at = (place: number) => heap[place] as Entry<C>
  const swap = (one: number, other: number): void => {
    const entry = at(one)
    heap[one] = at(other)
    heap[other] = entry
  }

  const rise = (from: number): void => {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1
      if (!isSooner(at(place), at(parent))) return
      swap(place, parent)
      place = parent
    }
  }
  const sink = (): void => {
    for (let place = 0; ; ) {
      let least = place
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < heap.length && isSooner(at(child), at(least))) least = child
      if (least === place) return
      swap(place, least)
      place = least
    }
  }

  const takeSoonest = (): void => {
    const [first] = heap
    if (first === undefined) return
    waiting.delete(first.deadline.command.metadata.commandId)
    const last = heap.pop() as Entry<C>
    if (heap.length > 0) {
      heap[0] = last
      sink()
    }
    listed = undefined
  }

  return {
    plan: (deadline) => {
      const { commandId } = deadline.command.metadata
      if (waiting.has(commandId) || isAnswered(deadline.command)) return
      waiting.add(commandId)
      heap.push({ deadline, nth: planned++ })
      rise(heap.length - 1)
      listed = undefined
    },
    soonest: () => {
      while (heap.length > 0 && isAnswered(at(0).deadline.command)) takeSoonest()
      return heap[0]?.deadline
    },
    takeSoonest,
    all: () => {
      if (listed?.some(({ command }) => isAnswered(command)) ?? true)
        listed = Object.freeze(
          heap
            .filter(({ deadline }) => !isAnswered(deadline.command))
            .sort((one, other) => (isSooner(one, other) ? -1 : 1))
            .map(({ deadline }) => deadline),
        )
      return listed as readonly Deadline<C>[]
    },
  }
}
