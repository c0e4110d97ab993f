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

/** These events, nothing against it. */
export const accepted = <const Events extends readonly AnyEvent[]>(
  ...events: Events
): Right<readonly Events[number][]> => ({
  _tag: 'Right',
  right: events,
})

/** The same, with soft rules a reader should hear of; a rule that holds is `false` and says nothing. */
export const advised = <Event>(
  verdict: Right<readonly Event[]>,
  ...advisories: readonly (Advisory | false | undefined)[]
): Accepted<Event> => {
  const bent = advisories.filter((advisory) => advisory !== false && advisory !== undefined)
  return bent.length === 0 ? verdict : { ...verdict, advisories: bent }
}

/** Not this, and why. */
export const rejected = <Rejected extends Rejection>(rejection: Rejected): Left<Rejected> =>
  left(rejection) as Left<Rejected>

export const isAccepted = <Rejected, Event>(verdict: Verdict<Rejected, Event>): verdict is Accepted<Event> =>
  verdict._tag === 'Right'

export const isRejected = <Rejected, Event>(verdict: Verdict<Rejected, Event>): verdict is Left<Rejected> =>
  verdict._tag === 'Left'
