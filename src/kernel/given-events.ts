import type { AnyEvent } from './event.ts'
import type { AppendCondition } from './log.ts'
import { mistake } from './mistake.ts'
import type { Query } from './query.ts'

const longest = 100

/** A value in a few words, for error messages. */
export const shown = (value: unknown): string => {
  try {
    return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, longest)
  } catch {
    return typeof value
  }
}

const needed = (asker: string, what: string, got: unknown, first?: ErrorOptions) =>
  mistake(asker, what, shown(got), first)

/** One by one what a host hands over as a list of events; a list that is none, or fails on the way, is named as a mistake. */
export function* eachGiven(asker: string, events: Iterable<unknown>): Iterable<unknown> {
  const attempt = <T>(step: () => T): T => {
    try {
      return step()
    } catch (error) {
      throw needed(asker, 'a list of events', events, { cause: error })
    }
  }
  const iterator = attempt(() => events[Symbol.iterator]())
  for (;;) {
    const { done, value } = attempt(() => iterator.next())
    if (done === true) return
    yield value
  }
}

/** An event as `decode` gives it; anything else is a host's mistake, and is told by name. */
export const eventGiven = (asker: string, event: unknown): AnyEvent => {
  try {
    const { type, data } = event as AnyEvent
    if (typeof type === 'string' && typeof data === 'object' && data !== null) return event as AnyEvent
  } catch (error) {
    throw needed(asker, 'events as decode gives them', event, { cause: error })
  }
  throw needed(asker, 'events as decode gives them', event)
}

export const eventsGiven = (asker: string, events: Iterable<unknown>): readonly AnyEvent[] => {
  const found: AnyEvent[] = []
  for (const event of eachGiven(asker, events)) found.push(eventGiven(asker, event))
  return found
}

/** A query of lists of texts; anything else is a host's mistake. */
export const queryGiven = (asker: string, query: Query): Query => {
  const areTexts = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string')
  if (Array.isArray(query) && query.every((item) => areTexts(item?.types) && areTexts(item.tags)))
    return query
  throw needed(asker, 'a query', query)
}

/** A condition of a query and a position. */
export const conditionGiven = (condition: AppendCondition): void => {
  queryGiven('append', condition?.failIfEventsMatch)
  if (!Number.isInteger(condition.after)) throw needed('append', 'a position', condition.after)
}
