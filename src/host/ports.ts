import type { AnyEvent, AppendCondition, Command, Deadline, Query, Tag } from '../kernel/index.ts'

/** An event as a store holds it: its place in the log, and what was written; nobody has read it yet. */
export type StoredEvent = {
  /** Rises from event to event; gaps are no harm. */
  readonly position: number
  readonly type: string
  readonly data: unknown
  readonly metadata?: unknown
  readonly tags: readonly string[]
}

export type TaggedEvent = { readonly event: AnyEvent; readonly tags: readonly Tag[] }

/** The log. Two functions are enough for a host that follows it in memory; `read` is for one that does not. */
export type StorePort = {
  /** All or nothing; `false` when the condition no longer holds. */
  readonly append: (events: readonly TaggedEvent[], condition: AppendCondition) => Promise<boolean>
  /** The next of the log after a position, in order, at most `limit`. It must not pass over what is still being written. */
  readonly after: (position: number, limit: number) => Promise<readonly StoredEvent[]>
  /** The events a query finds, in order, and the position up to which it looked. */
  readonly read?: (
    query: Query,
  ) => Promise<{ readonly events: readonly StoredEvent[]; readonly upTo: number }>
}

/** A deadline that is due, and how many times it has failed. */
export type DueCommand = { readonly command: Command; readonly tries: number }
export type FailingDeadline = { readonly commandId: string; readonly reason: string; readonly tries: number }

/** A deadline. Every call may come twice. */
export type DeadlinesPort = {
  /** A command id that is known already stays as it is. */
  readonly plan: (deadlines: readonly Deadline<Command>[]) => Promise<void>
  /** The soonest that are due, have no answer, and do not wait to be tried again. */
  readonly due: (now: string, limit: number) => Promise<readonly DueCommand[]>
  readonly answered: (commandId: string, answer: string) => Promise<void>
  readonly failed: (commandId: string, reason: string, tryAgainAt: string) => Promise<void>
  readonly failing: () => Promise<readonly FailingDeadline[]>
}

/** An event whose policies could not be followed, and why. */
export type SetAside = {
  readonly position: number
  readonly type: string
  readonly reason: string
  readonly tries: number
}

/** Events that cannot be followed. The log goes on without them, and they are tried again. */
export type QuarantinePort = {
  readonly put: (one: SetAside, tryAgainAt: string) => Promise<void>
  readonly done: (position: number) => Promise<void>
  readonly due: (now: string, limit: number) => Promise<readonly SetAside[]>
  readonly all: () => Promise<readonly SetAside[]>
}

/** How far something has come in the log, and what it knew there. */
export type Checkpoint = {
  /** Of the declaration of what was folded: a checkpoint of another one is not read. */
  readonly fingerprint: string
  readonly position: number
  readonly state: unknown
}

export type CheckpointsPort = {
  readonly load: (name: string) => Promise<Checkpoint | undefined>
  /** Never back: of two of one fingerprint the one further on is kept. */
  readonly save: (name: string, checkpoint: Checkpoint) => Promise<void>
}

/** Answers held back, about one subject. No order in it tells who gave which, or when. */
export type BallotBox = {
  /** The people who have dropped one, in the order of their ids. */
  readonly by: readonly string[]
  /** The answers that wait, and those just being appended, in the order of random keys. */
  readonly waiting: readonly Command[]
  readonly leaving: readonly Command[]
  /** Nothing is taken before this instant; empty where everything is. */
  readonly closingUntil: string
}

/** Boxes of answers held back. A box is one value, written whole: a row for each answer would tell the order they came in. */
export type BallotsPort = {
  /** One after the other for one box, and all or nothing. `undefined` leaves it as it is. `change` may be asked again. */
  readonly change: (
    box: string,
    change: (before: BallotBox | undefined) => BallotBox | undefined,
  ) => Promise<void>
  /** The boxes in which something waits or is leaving. */
  readonly holding: () => Promise<readonly ({ readonly box: string } & BallotBox)[]>
}

export type ClockPort = {
  readonly now: () => string
  readonly pause: (milliseconds: number) => Promise<void>
}

/** All that a host has to bring. */
export type Ports = {
  readonly store: StorePort
  readonly deadlines: DeadlinesPort
  readonly quarantine: QuarantinePort
  readonly checkpoints: CheckpointsPort
  /** Needed for `heldBack` alone. */
  readonly ballots?: BallotsPort
  readonly clock: ClockPort
  /** From 0 up to 1: pauses between retries are shortened by chance, so that two hosts do not meet again. */
  readonly chance: () => number
  /** Whether an error says that the store was away: the same may be asked again later, and nothing is wrong with it. */
  readonly isAway?: (error: unknown) => boolean
}
