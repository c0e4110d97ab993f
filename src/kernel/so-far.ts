/**
 * A fold that goes on. The state so far is changed in place as long as nobody outside holds it. Once it was handed out it is
 * frozen; what happens then is kept until somebody looks again, and folded on a draft at once. Decisions, views and the ledger
 * keep their states by this and nothing else.
 */
import type { AnyEvent } from './event.ts'
import { changed, frozen } from './immutable.ts'
import { type AnyProjection, type Recipes, recipesOf } from './projection.ts'

export type SoFar = {
  state: unknown
  /** The events since it was handed out; nothing for a state that nobody outside holds. */
  since: AnyEvent[] | undefined
  readonly recipes: Recipes
}

const nothingSince: AnyEvent[] = Object.freeze([]) as never

/** A fold that begins, or goes on from a state that somebody holds. */
export const begun = (projection: AnyProjection, from?: unknown): SoFar => ({
  state: from === undefined ? projection.initial() : from,
  since: from === undefined ? undefined : nothingSince,
  recipes: recipesOf(projection),
})

/** One more event of the subject. */
export const goOn = (soFar: SoFar, event: AnyEvent): void => {
  const { state, since, recipes } = soFar
  const recipe = recipes[event.type]
  if (recipe === undefined) return
  if (since === undefined) recipe(state, event.data)
  else if (since.length === 0) soFar.since = [event]
  else since.push(event)
}

/** The state, to be handed out: frozen, and it does not change when more happens. */
export const handedOut = (soFar: SoFar): unknown => {
  const { state, since, recipes } = soFar
  if (since === undefined) soFar.state = frozen(state)
  else if (since.length > 0)
    soFar.state = changed(state, (draft) => {
      for (const { type, data } of since) recipes[type]?.(draft, data)
    })
  soFar.since = nothingSince
  return soFar.state
}
