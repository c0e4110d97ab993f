import type { Actor } from './command.ts'

/** Which subject an event is about: `offering:o-17`. */
export type Tag = `${string}:${string}`

/** The metadata of an event, all of it derived: nothing a fold needs is in here. */
export type EventMetadata = {
  /** `<commandId>/<index>`: the same command always leads to the same ids. */
  readonly eventId: string
  /** The command that led to it; also a tag, so that a command sent again finds its own events. */
  readonly commandId: string
  /** Of the command's type and content: the same id with another content is a mistake, and is answered as one. */
  readonly commandFingerprint: string
  /** The version of the event type's declaration that wrote it. */
  readonly schemaVersion: number
  /** The undertaking this belongs to: by convention, the program. */
  readonly correlationId?: string
  /** The event a policy reacted to. */
  readonly causationId?: string
  readonly actor?: Actor
  /** The instant at which it was imported, of an event of the past (`history` of a decision): no command follows it. */
  readonly importedAt?: string
  /** When the host learnt of it: stamped at append by the host's clock, and no part of what makes two events the same. */
  readonly recordedAt?: string
}

/** Something that happened: JSON and nothing else. */
export type DomainEvent<Type extends string = string, Data = unknown> = {
  readonly type: Type
  readonly data: Data
  readonly metadata?: EventMetadata
}

// biome-ignore lint/suspicious/noExplicitAny: the bound of every generic over events; `unknown` would refuse them all
export type AnyEvent = DomainEvent<string, any>

/** The data of one type out of a union of events. */
export type DataOf<Event extends AnyEvent, Type extends Event['type']> = Extract<
  Event,
  { type: Type }
>['data']

/**
 * Events as the host appends them: each says when the host learnt of it.
 *
 * @example
 * ```ts
 * import { recorded } from 'training-ops'
 * const happened = { type: 'PairMatched', data: { at: '2026-03-01T01:00:00.000Z' }, metadata: { eventId: 'c-1#0', commandId: 'c-1', commandFingerprint: 'f', schemaVersion: 1 } }
 * recorded([happened], '2026-03-02T08:00:00.000Z')[0]?.metadata // => { eventId: 'c-1#0', commandId: 'c-1', commandFingerprint: 'f', schemaVersion: 1, recordedAt: '2026-03-02T08:00:00.000Z' }
 * ```
 */
export const recorded = <E extends AnyEvent>(events: readonly E[], now: string): readonly E[] =>
  events.map((event) =>
    event.metadata === undefined || event.metadata.recordedAt !== undefined
      ? event
      : Object.freeze({ ...event, metadata: Object.freeze({ ...event.metadata, recordedAt: now }) }),
  )
