import * as z from 'zod'
import { outOfBounds } from './bounds.ts'
import type { Command } from './command.ts'
import type { AnyDecision } from './decision.ts'
import { type Either, isLeft, left, right } from './either.ts'
import { given } from './given.ts'
import { isPolicyCommandId, longestEventId, longestId } from './ids.ts'
import { issuesOf } from './issues.ts'
import { nearest } from './nearest.ts'
import { type Reader, readerOf } from './reader.ts'
import type { InvalidCommand, Issue } from './rejection.ts'

/** A line of text with nothing unseen in it: what every id is, of commands and of events. */
export const upTo = (length: number) =>
  z
    .string()
    .min(1)
    .max(length)
    .regex(/^[^\p{C}]*$/u, 'line')
const name = upTo(longestId)

export const actorSchema = z.strictObject({
  id: name,
  role: name,
  relations: z.array(upTo(longestEventId)).max(20).optional(),
})

const metadata = z.strictObject({
  commandId: name,
  correlationId: name.optional(),
  causationId: upTo(longestEventId).optional(),
  actor: actorSchema.optional(),
})

/** By which way a command comes in: asked by a client of the host, or by a policy. */
export type Entrance = 'client' | 'policy'

/** A command that was checked, with the decision that answers it. */
export type Received<D extends AnyDecision> = { readonly decision: D; readonly command: Command }
export type Receiver<D extends AnyDecision> = {
  /** Checks a command; one that was remembered is not checked again. */
  readonly receive: (input: unknown, entrance: Entrance) => Either<InvalidCommand, Received<D>>
  /** Checks a command that will come in again: it is remembered as it is now. */
  readonly remember: (input: unknown, entrance: Entrance) => Either<InvalidCommand, Received<D>>
}

/** Whether a value still is what was read of it. */
const isAlike = (input: unknown, copy: unknown): boolean => {
  if (Object.is(input, copy)) return true
  if (typeof input !== 'object' || typeof copy !== 'object' || input === null || copy === null) return false
  const keys = Object.keys(copy)
  return (
    Array.isArray(input) === Array.isArray(copy) &&
    Object.keys(input).length === keys.length &&
    keys.every((key) => isAlike(Reflect.get(input, key), Reflect.get(copy, key)))
  )
}

/** Checks whatever came in. Never throws; names the path and the reason of everything that is wrong. */
export const receiverOf = <D extends AnyDecision>(decisions: readonly D[], trusted = false): Receiver<D> => {
  const declared = new Map(
    decisions.map((decision) => {
      const { type, schema } = decision.command
      let made: Reader | undefined
      const reader = () => {
        made ??= readerOf(
          z.strictObject({
            kind: z.literal('Command').optional(),
            type: z.literal(type),
            data: schema,
            metadata,
          }),
        )
        return made
      }
      return [type as string, { decision, reader }]
    }),
  )
  type Answer = ReturnType<Receiver<D>['receive']>
  const remembered = new WeakMap<object, Received<D>>()
  const check = (input: unknown, entrance: Entrance): Answer => {
    if (input === null || typeof input !== 'object' || Array.isArray(input))
      return refused([{ path: [], code: 'NotAnObject' }])
    const before = remembered.get(input)
    if (before !== undefined && isAlike(input, before.command)) return entering(before, entrance)
    const { type } = input as { type?: unknown }
    const found = typeof type === 'string' ? declared.get(type) : undefined
    const ordinary = found?.reader().ordinary(input)
    const beyond = ordinary === undefined ? outOfBounds(input) : undefined
    if (beyond !== undefined) return refused([beyond])
    if (found === undefined) {
      const expected = typeof type === 'string' ? nearest(type, [...declared.keys()]) : undefined
      return refused([{ path: ['type'], code: 'UnknownCommand', ...given({ expected }) }])
    }
    const checked = ordinary === undefined ? found.reader().parse(input) : undefined
    if (checked?.success === false) return refused(issuesOf(checked.error.issues, input))
    const command = (ordinary ?? checked?.data) as Command
    return entering({ decision: found.decision, command }, entrance)
  }
  const entering = (received: Received<D>, entrance: Entrance): Answer => {
    const { commandId, actor } = received.command.metadata
    const isOfPolicy = entrance === 'policy'
    if (isPolicyCommandId(commandId) !== isOfPolicy)
      return refused([{ path: ['metadata', 'commandId'], code: 'ReservedId' }])
    return trusted || isOfPolicy || actor !== undefined
      ? right(received)
      : refused([{ path: ['metadata', 'actor'], code: 'MissingKey' }])
  }
  const receive = (input: unknown, entrance: Entrance): Answer => {
    try {
      return check(input, entrance)
    } catch {
      // A getter or a proxy that throws: whatever it is, it is not JSON.
      return refused([{ path: [], code: 'NotAnObject' }])
    }
  }
  return {
    receive,
    remember: (input, entrance) => {
      const received = receive(input, entrance)
      if (isLeft(received)) return received
      remembered.set(input as object, received.right)
      remembered.set(received.right.command, received.right)
      return received
    },
  }
}

/** The entrance a command's id belongs to. */
export const entranceOf = (input: unknown): Entrance => {
  try {
    return isPolicyCommandId((input as Partial<Command> | undefined)?.metadata?.commandId)
      ? 'policy'
      : 'client'
  } catch {
    return 'client'
  }
}

const ofPolicy = z.object({
  type: z.string(),
  data: z.object({ at: z.string().optional() }).catch({}),
  metadata: metadata.refine(({ commandId }) => isPolicyCommandId(commandId)),
})

/** Of a policy's command whose content nobody can decide: enough to remember the answer under its id. */
export const envelopeOf = (input: unknown): Command | undefined => {
  try {
    if (outOfBounds(input) !== undefined) return undefined
    const { success, data } = ofPolicy.safeParse(input)
    return success ? (data as Command) : undefined
  } catch {
    return undefined
  }
}

const refused = (issues: readonly Issue[]): Either<InvalidCommand, never> =>
  left({ code: 'InvalidCommand', issues })
