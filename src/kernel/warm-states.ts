import { tagOf } from './define-events.ts'
import type { AnyEvent } from './event.ts'
import type { Log } from './log.ts'
import { type AnyProjection, evolve, fold, subjectOf } from './projection.ts'
import { type Asked, subjectOfAsked } from './reads.ts'

/** The states decisions have asked for, kept up to date as events come in. */
export const createWarmStates = <E extends AnyEvent>(projections: readonly AnyProjection[], log: Log<E>) => {
  const warm = new Map<AnyProjection, Map<string, unknown>>(
    projections.map((projection) => [projection, new Map()]),
  )
  const interested = new Map<string, AnyProjection[]>()
  for (const projection of projections)
    for (const type of Object.keys(projection.on)) {
      const list = interested.get(type)
      if (list === undefined) interested.set(type, [projection])
      else list.push(projection)
    }

  return {
    /** The state asked for: folded the first time, remembered after. */
    stateOf: (asked: Asked): unknown => {
      const { projection, keys } = asked
      const states = warm.get(projection) as Map<string, unknown>
      const subject = subjectOfAsked(asked)
      if (states.has(subject)) return states.get(subject)
      const tags = projection.by.map((key: string, at: number) => tagOf(key, keys[at] as string))
      const state = fold(projection, log.tagged(tags))
      states.set(subject, state)
      return state
    },
    /** Brings every state that is warm past these events. */
    follow: (events: readonly E[]): void => {
      for (const event of events)
        for (const projection of interested.get(event.type) ?? []) {
          const states = warm.get(projection) as Map<string, unknown>
          const subject = subjectOf(projection, event.data)
          if (subject !== undefined && states.has(subject))
            states.set(subject, evolve(projection, states.get(subject), event))
        }
    },
  }
}
