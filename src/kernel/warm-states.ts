import type { AnyEvent } from './event.ts'
import { type Identities, identitiesIn, readAs, tagsAs } from './identities.ts'
import type { Log } from './log.ts'
import type { AnyProjection } from './projection.ts'
import { foldedFrom, isAbout, type StateKey, subjectOfKey, tagsOfKey } from './reads.ts'
import { begun, goOn, handedOut, type SoFar } from './so-far.ts'

type Warm = { readonly soFar: SoFar; upTo: number }
type Kept = Map<AnyProjection, Map<string, Warm>>

export type WarmOptions = {
  /** How much of the log the states tell of: all of it, where nothing is said. It may rise, and never falls. */
  readonly end?: () => number
  /** How many states are kept at least; those nobody asked for the longest are forgotten, and folded anew when they are asked for. */
  readonly most?: number
  /** States are handed out frozen, so that a decision that changes what it knows throws. */
  readonly strict?: boolean
}

/**
 * The states decisions have asked for. Each is remembered as of the position it was last asked at, and brought past
 * what happened since when it is asked for again: an event that nobody asks about costs nothing, and a subject of which
 * the log has not heard is not remembered. They are private to the rules that are asked, and changed in place: a rule must not change what
 * it knows, and nothing of a state leaves the kernel but as a frozen copy.
 */
export const createWarmStates = <E extends AnyEvent>(
  log: Log<E>,
  { end = log.size, most = 100_000, strict = false }: WarmOptions = {},
) => {
  let recent: Kept = new Map()
  let older: Kept = new Map()
  let count = 0

  let who: { readonly said: number; readonly identities: Identities } = { said: 0, identities: new Map() }
  /** The merged identities as of the end; where somebody was merged or parted meanwhile, every state is folded anew. */
  const identities = (): Identities => {
    const said = log.identities(end())
    if (said.length !== who.said) {
      who = { said: said.length, identities: identitiesIn(said) }
      recent = new Map()
      older = new Map()
      count = 0
    }
    return who.identities
  }

  /** A subject that has several ids: what happened under each of them, in order. */
  const ofAll = (asked: StateKey, known: Identities): unknown => {
    const types = Object.keys(asked.projection.on)
    const query = tagsAs(known, tagsOfKey(asked)).map((tags) => ({ types, tags }))
    return foldedFrom(log.read(query, end()).events, known)(asked)
  }

  const remember = ({ projection }: StateKey, subject: string, warm: Warm): void => {
    if (count >= most) {
      older = recent
      recent = new Map()
      count = 0
    }
    const states = recent.get(projection)
    if (states === undefined) recent.set(projection, new Map([[subject, warm]]))
    else states.set(subject, warm)
    count++
  }

  const forget = ({ projection }: StateKey, subject: string): void => {
    recent.get(projection)?.delete(subject)
    older.get(projection)?.delete(subject)
  }

  /** The state asked for: folded the first time, gone on with after. */
  const stateOf = (asked: StateKey): unknown => {
    const { projection } = asked
    const known = identities()
    if (known.size > 0 && tagsAs(known, tagsOfKey(asked)).length > 1) return ofAll(asked, known)
    const subject = subjectOfKey(asked)
    const upTo = end()
    let warm = recent.get(projection)?.get(subject)
    if (warm === undefined) {
      warm = older.get(projection)?.get(subject)
      if (warm !== undefined) remember(asked, subject, warm)
    }
    if (warm === undefined || warm.upTo < upTo) {
      const soFar = warm?.soFar ?? begun(projection)
      let isKnown = false
      try {
        log.visit(tagsOfKey(asked), warm?.upTo ?? 0, upTo, (happened) => {
          const event = readAs(known, happened)
          isKnown = true
          if (isAbout(asked, event)) goOn(soFar, event)
        })
      } catch (error) {
        forget(asked, subject) // half changed: folded anew when it is asked for again
        throw error
      }
      if (warm !== undefined) warm.upTo = upTo
      else if (isKnown) remember(asked, subject, { soFar, upTo })
      if (warm === undefined) return strict ? handedOut(soFar) : soFar.state
    }
    return strict ? handedOut(warm.soFar) : warm.soFar.state
  }
  return Object.assign(stateOf, { identities })
}
