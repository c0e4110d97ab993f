/** The one place that knows immer. Our own instance: a host's `setAutoFreeze(false)` must not thaw our states. */
import { type Draft, Immer } from 'immer'

export type { Draft } from 'immer'

const immer = new Immer({ autoFreeze: true })
const leavingOpen = new Immer({ autoFreeze: false })

/**
 * The value after `recipe` changed a draft of it; the same value when it changed nothing. It is frozen where the value was; of
 * a state that its owner goes on changing no part is frozen.
 */
export const changed = <State>(state: State, recipe: (draft: Draft<State>) => void): State =>
  (Object.isFrozen(state) ? immer : leavingOpen).produce(state, (draft) => {
    recipe(draft as Draft<State>)
  }) as State

/**
 * The value, frozen to its last leaf; what is frozen already is left as it is, and so is what is not plain. A −0 in it
 * becomes 0: JSON does not keep the difference, and what is stored must read as it was decided.
 */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) freezeWhole(value)
  return value
}

// Lists by index and records by key, and a second look only where something is nested: half the time of decoding a log.
const freezeWhole = (value: object): void => {
  if (Object.isFrozen(value)) return
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (value[at] === 0) value[at] = 0
    Object.freeze(value)
    for (let at = 0; at < value.length; at++) freezeInner(value[at])
    return
  }
  const made = Object.getPrototypeOf(value)
  if (made !== Object.prototype && made !== null) return
  const record = value as Record<string, unknown>
  let nested = false
  for (const key in record) {
    const inner = record[key]
    if (inner === 0) record[key] = 0
    else if (typeof inner === 'object' && inner !== null) nested = true
  }
  Object.freeze(value)
  if (nested) for (const key in record) freezeInner(record[key])
}

const freezeInner = (inner: unknown): void => {
  if (typeof inner === 'object' && inner !== null) freezeWhole(inner)
}

/**
 * The value, frozen; of what was not frozen yet a frozen copy, so that nobody who holds a part of the value can
 * change it, nor is a part they go on changing frozen under their hands.
 */
export const frozenCopy = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? (0 as Value) : value
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as Value
  const made = Object.getPrototypeOf(value)
  if (made !== Object.prototype && made !== null) return value
  const copy = { ...(value as Record<string, unknown>) }
  for (const key in copy) {
    const inner = copy[key]
    if (typeof inner === 'object' && inner !== null) {
      if (!Object.isFrozen(inner)) copy[key] = frozenCopy(inner)
    } else if (Object.is(inner, -0)) copy[key] = 0
  }
  return Object.freeze(copy) as Value
}
