import type { AnyEvent } from './event.ts'
import type { Log } from './log.ts'
import { type AnyProjection, fold } from './projection.ts'
import { isAbout, type StateKey, subjectOfKey, tagsOfKey } from './reads.ts'

type Warm = { state: unknown; upTo: number }

/**
 * The states decisions have asked for. Each is remembered as of the position it was last asked at, and brought past
 * what happened since in one fold when it is asked for again: an event that nobody asks about costs nothing. They are
 * frozen: a decision may evolve what it knows to see what would follow, and shares parts of it with what it answers.
 * `end` is how much of the log they tell of: all of it, where nothing is said. It may rise, and never falls.
 */
export const createWarmStates = <E extends AnyEvent>(log: Log<E>, end: () => number = log.size) => {
  const warm = new Map<AnyProjection, Map<string, Warm>>()

  const statesOf = (projection: AnyProjection): Map<string, Warm> => {
    const entry = warm.get(projection)
    if (entry !== undefined) return entry
    const states = new Map<string, Warm>()
    warm.set(projection, states)
    return states
  }

  const between = (asked: StateKey, from: number, upTo: number): readonly E[] =>
    log.candidates(tagsOfKey(asked), from, upTo).filter((event) => isAbout(asked, event))

  /** The state asked for: folded the first time, gone on with after. */
  return (asked: StateKey): unknown => {
    const states = statesOf(asked.projection)
    const subject = subjectOfKey(asked)
    const upTo = end()
    const entry = states.get(subject)
    if (entry === undefined) {
      const state = fold(asked.projection, between(asked, 0, upTo))
      states.set(subject, { state, upTo })
      return state
    }
    if (entry.upTo < upTo) {
      const happened = between(asked, entry.upTo, upTo)
      if (happened.length > 0) entry.state = fold(asked.projection, happened, entry.state)
      entry.upTo = upTo
    }
    return entry.state
  }
}
