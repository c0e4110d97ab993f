import * as z from 'zod'
import { canonical } from './canonical.ts'
import type { Command, Intent } from './command.ts'
import { defineEvents, type EventsOf, event, tagsOf } from './define-events.ts'
import { sha256Of } from './digest.ts'
import type { AnyEvent } from './event.ts'
import { fingerprintOf } from './fingerprint.ts'
import { given } from './given.ts'
import { policyCommandId } from './ids.ts'
import { mistake } from './mistake.ts'
import type { Policy } from './policy.ts'

/**
 * The one event of the kernel's own. A command that a policy asked for and that left no event (it was refused, or there was
 * nothing to do) is remembered by it as answered, so that it never takes effect later, however often it is delivered. No
 * projection and no policy listens to it.
 */
export const policyCommandEvents = defineEvents({
  /** A command of a policy was refused or changed nothing, and is not decided again. */
  PolicyCommandAnswered: event({
    /** The instant in the data of the command, where it has one. */
    at: z.string().max(100).optional(),
    /** The type of the command: `CloseEnrolment`. */
    command: z.string().max(200),
    /** Whether the command was refused, or accepted without effect. */
    answer: z.enum(['refused', 'withoutEffect']),
    /** The code of the rejection, where the command was refused. */
    code: z.string().max(200).optional(),
  }),
})

export type PolicyCommandAnswered = EventsOf<typeof policyCommandEvents>

/** The event that remembers an answer which left no other. */
export const answeredWithout = (
  { type, data }: { readonly type: string; readonly data: unknown },
  rejection?: { readonly code: string },
): AnyEvent => {
  const at = (data as { readonly at?: unknown } | null | undefined)?.at
  return policyCommandEvents.make.PolicyCommandAnswered({
    ...(typeof at === 'string' ? { at: at.slice(0, 100) } : {}),
    command: type.slice(0, 200),
    ...(rejection === undefined
      ? { answer: 'withoutEffect' }
      : { answer: 'refused', code: rejection.code.slice(0, 200) }),
  })
}

/** A command of a policy, for now or for later. */
export type Following = { readonly command: Command; readonly dueAt?: string }

/**
 * The id under which an event is known: its own `eventId`; one that was appended by hand without one is known by its content.
 *
 * @example
 * ```ts
 * import { eventIdOf } from 'training-ops'
 * eventIdOf({ type: 'SeatTaken', data: {} }).startsWith('SeatTaken:') // => true
 * ```
 */
export const eventIdOf = ({ type, data, metadata }: AnyEvent): string =>
  metadata?.eventId ?? `${type}:${fingerprintOf(data)}`

/**
 * The envelope of a command that follows by policy. Its id is a digest of the event, the policy and the command's own key:
 * the `key` the policy gave it, or its type with the ids in its data. So it is the same each time the policy is asked, and
 * does not grow along a chain.
 */
export const followingFrom = (event: AnyEvent, policy: Policy, asked: Intent): Command => {
  const { type, data } = asked
  const causationId = eventIdOf(event)
  const correlationId = event.metadata?.correlationId
  const key = asked.key ?? tagsOf({ declarations: {} }, { type, data })
  return {
    type,
    data,
    metadata: {
      commandId: policyCommandId(sha256Of(canonical([causationId, policy.name, type, key]))),
      causationId,
      ...given({ correlationId }),
    },
  }
}

/**
 * The commands of one policy on one event, each once: what it says twice, it asks for once. Two different ones under one id
 * would be taken for one, so the policy has to tell them apart.
 */
export const eachOnce = (commands: readonly Following[], policy: Policy): readonly Following[] => {
  if (commands.length < 2) return commands
  const once = new Map<string, Following>()
  for (const asked of commands) {
    const { commandId } = asked.command.metadata
    const other = once.get(commandId)
    if (other === undefined) once.set(commandId, asked)
    else if (canonical(other) !== canonical(asked))
      throw mistake(
        'react',
        'a key for each command that a policy asks for on one event',
        `two ${asked.command.type} alike of ${policy.name}`,
      )
  }
  return [...once.values()]
}
