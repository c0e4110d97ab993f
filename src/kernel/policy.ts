import type { Intent } from './command.ts'
import type { AnyEvent, DataOf } from './event.ts'
import type { FieldsOf, KnowledgeOf, Reads } from './reads.ts'

/** A command for later: waiting is data. */
export type Deadline<C = Intent> = { readonly dueAt: string; readonly command: C }

/** A sentence: on this event, with this view, these commands and these deadlines. */
export type Policy = {
  readonly name: string
  readonly when: string
  readonly reads: Reads
  readonly settings: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: inferred where a policy is defined, and opaque after
  readonly react: (event: any, state: any, settings: any) => readonly (Intent | Deadline)[]
}

/**
 * Defines policies over a union of events: `policies<Event>()({ name, when, reads, react })`. The name is stored
 * (it is part of the ids of the commands that follow), so it is for ever, like an event's.
 *
 * @example
 * ```ts
 * import { type DomainEvent, policies } from 'training-ops'
 * type Event = DomainEvent<'MentorMatched', { at: string; pairId: string }>
 * const weKeepInTouch = policies<Event>()({
 *   name: 'weKeepInTouch',
 *   when: 'MentorMatched',
 *   reads: {},
 *   react: ({ pairId }) => [{ dueAt: '2026-04-01T00:00:00.000Z', command: { type: 'RemindPair', data: { pairId } } }],
 * })
 * weKeepInTouch.react({ at: '2026-03-01T00:00:00.000Z', pairId: 'p' }, {}, {}).length // => 1
 * ```
 */
export const policies =
  <Event extends AnyEvent>() =>
  <
    const Type extends Event['type'],
    const R extends Reads,
    Settings extends Readonly<Record<string, unknown>> = Readonly<Record<string, never>>,
  >(policy: {
    readonly name: string
    readonly when: Type
    readonly reads: [Exclude<FieldsOf<R>, keyof DataOf<Event, Type>>] extends [never]
      ? R
      : { readonly 'the event lacks a key the policy reads': Exclude<FieldsOf<R>, keyof DataOf<Event, Type>> }
    readonly settings?: Settings
    readonly react: (
      event: DataOf<Event, Type>,
      state: KnowledgeOf<R>,
      settings: Settings,
    ) => readonly (Intent | Deadline)[]
  }): Policy =>
    ({ settings: {}, ...policy }) as unknown as Policy

export const isDeadline = <C>(consequence: C | Deadline<C>): consequence is Deadline<C> =>
  typeof consequence === 'object' && consequence !== null && 'dueAt' in consequence
