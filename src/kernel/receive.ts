import * as z from 'zod'
import { outOfBounds } from './bounds.ts'
import type { Command } from './command.ts'
import type { AnyDecision } from './decision.ts'
import { type Either, left, right } from './either.ts'
import { isPolicyCommandId, longestEventId, longestId } from './ids.ts'
import { frozen } from './immutable.ts'
import { issuesOf } from './issues.ts'
import { nearest } from './nearest.ts'
import type { InvalidCommand, Issue } from './rejection.ts'

const upTo = (length: number) =>
  z
    .string()
    .min(1)
    .max(length)
    .regex(/^[^\p{C}]*$/u, 'line')
const name = upTo(longestId)

const metadata = z.strictObject({
  commandId: name,
  correlationId: name.optional(),
  causationId: upTo(longestEventId).optional(),
  actor: z.strictObject({ id: name, role: name }).optional(),
})

/** By which way a command comes in: asked by a client of the host, or by a policy. */
export type Entrance = 'client' | 'policy'

/** A command that was checked, with the decision that answers it. */
export type Received<D extends AnyDecision> = { readonly decision: D; readonly command: Command }
export type Receiver<D extends AnyDecision> = (
  input: unknown,
  entrance: Entrance,
) => Either<InvalidCommand, Received<D>>

/** Checks whatever came in. Never throws; names the path and the reason of everything that is wrong. */
export const receiverOf = <D extends AnyDecision>(decisions: readonly D[]): Receiver<D> => {
  const declared = new Map(
    decisions.map((decision) => {
      const schema = z.strictObject({
        kind: z.literal('Command').optional(),
        type: z.literal(decision.command.type),
        data: decision.command.schema,
        metadata,
      })
      return [decision.command.type as string, { decision, compiled: z.compile(schema) }]
    }),
  )
  const check: Receiver<D> = (input, entrance) => {
    if (input === null || typeof input !== 'object' || Array.isArray(input))
      return refused([{ path: [], code: 'NotAnObject' }])
    const beyond = outOfBounds(input)
    if (beyond !== undefined) return refused([beyond])
    const { type } = input as { type?: unknown }
    const found = typeof type === 'string' ? declared.get(type) : undefined
    if (found === undefined) {
      const expected = typeof type === 'string' ? nearest(type, [...declared.keys()]) : undefined
      return refused([
        { path: ['type'], code: 'UnknownCommand', ...(expected === undefined ? {} : { expected }) },
      ])
    }
    const checked = found.compiled.safeParse(input)
    if (!checked.success) return refused(issuesOf(checked.error.issues, input))
    if (isPolicyCommandId(checked.data.metadata.commandId) !== (entrance === 'policy'))
      return refused([{ path: ['metadata', 'commandId'], code: 'ReservedId' }])
    return right({ decision: found.decision, command: frozen(checked.data) as Command })
  }
  return (input, entrance) => {
    try {
      return check(input, entrance)
    } catch {
      // A getter or a proxy that throws: whatever it is, it is not JSON.
      return refused([{ path: [], code: 'NotAnObject' }])
    }
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
