import { type Left, left, type Right } from './either.ts'
import type { AnyEvent } from './event.ts'
import type { Rejection } from './rejection.ts'

/** A warning about a command that was accepted all the same: a soft rule. */
export type Advisory<Code extends string = string> = {
  readonly code: Code
  readonly [datum: string]: unknown
}

/** Accepted: the events to append, and the soft rules that were bent. */
export type Accepted<Event> = Right<readonly Event[]> & {
  readonly advisories?: readonly Advisory[]
  /** `true` when this command had been answered before: `right` is empty and `earlier` is what it led to then. */
  readonly resent?: true
  readonly earlier?: readonly Event[]
}

/** Accepted or refused: an fp-ts `Either`, as a structural type. */
export type Verdict<Rejected, Event> = Left<Rejected> | Accepted<Event>

/**
 * These events, nothing against it.
 *
 * @example
 * ```ts
 * import { accepted } from 'training-ops'
 * accepted({ type: 'PairMatched', data: { at: '2026-03-01T01:00:00.000Z', pairId: 'p-1' } }).right.length // => 1
 * accepted() // => { _tag: 'Right', right: [] }
 * ```
 */
export const accepted = <const Events extends readonly AnyEvent[]>(
  ...events: Events
): Right<readonly Events[number][]> => ({
  _tag: 'Right',
  right: events,
})

/**
 * The same, with soft rules a reader should hear of; a rule that holds is `false` and says nothing.
 *
 * @example
 * ```ts
 * import { accepted, advised } from 'training-ops'
 * const attendeesShare = 40
 * advised(accepted(), attendeesShare < 100 && { code: 'AttendanceShareTiny', atLeast: attendeesShare }) // => { _tag: 'Right', right: [], advisories: [{ code: 'AttendanceShareTiny', atLeast: 40 }] }
 * ```
 */
export const advised = <Event>(
  verdict: Right<readonly Event[]>,
  ...advisories: readonly (Advisory | false | undefined)[]
): Accepted<Event> => {
  const bent = advisories.filter((advisory) => advisory !== false && advisory !== undefined)
  return bent.length === 0 ? verdict : { ...verdict, advisories: bent }
}

/**
 * Not this, and why.
 *
 * @example
 * ```ts
 * import { rejected } from 'training-ops'
 * rejected({ code: 'PairFull', pairId: 'p-1' }) // => { _tag: 'Left', left: { code: 'PairFull', pairId: 'p-1' } }
 * ```
 */
export const rejected = <Rejected extends Rejection>(rejection: Rejected): Left<Rejected> =>
  left(rejection) as Left<Rejected>

/**
 * Whether the command was accepted: then `right` holds its events, none where nothing would change.
 *
 * @example
 * ```ts
 * import { accepted, isAccepted } from 'training-ops'
 * isAccepted(accepted()) // => true
 * ```
 */
export const isAccepted = <Rejected, Event>(verdict: Verdict<Rejected, Event>): verdict is Accepted<Event> =>
  verdict._tag === 'Right'

/**
 * Whether the command was refused: then `left` holds the code and its data.
 *
 * @example
 * ```ts
 * import { isRejected, rejected } from 'training-ops'
 * isRejected(rejected({ code: 'PairFull' })) // => true
 * ```
 */
export const isRejected = <Rejected, Event>(verdict: Verdict<Rejected, Event>): verdict is Left<Rejected> =>
  verdict._tag === 'Left'
