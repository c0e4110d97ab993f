/** The one place that knows immer. Our own instance: a host's `setAutoFreeze(false)` must not thaw our states. */
import { type Draft, freeze, Immer } from 'immer'

export type { Draft } from 'immer'

const immer = new Immer({ autoFreeze: true })

/** The value after `recipe` changed a draft of it; the same value when it changed nothing. */
export const changed = <State>(state: State, recipe: (draft: Draft<State>) => void): State =>
  immer.produce(state, (draft) => {
    recipe(draft as Draft<State>)
  }) as State

/** The value, frozen to its last leaf. */
export const frozen = <Value>(value: Value): Value => freeze(value, true)
