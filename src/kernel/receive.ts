import * as z from 'zod'
import { outOfBounds } from './bounds.ts'
import type { Command } from './command.ts'
import type { AnyDecision } from './decision.ts'
import { type Either, left, right } from './either.ts'
import { longestId, longestOwnId } from './ids.ts'
import { frozen } from './immutable.ts'
import { issuesOf } from './issues.ts'
import type { InvalidCommand, Issue } from './rejection.ts'

const name = z
  .string()
  .min(1)
  .max(longestId)
  .regex(/^[^\p{C}]*$/u)

const metadata = z.strictObject({
  commandId: name,
  correlationId: name.optional(),
  causationId: name.optional(),
  actor: z.strictObject({ id: name, role: name }).optional(),
})

/** A command that was checked, with the decision that answers it. */
export type Received = { readonly decision: AnyDecision; readonly command: Command }
export type Receiver = (input: unknown) => Either<InvalidCommand, Received>

/** Checks whatever came in. Never throws; names the path and the reason of everything that is wrong. */
export const receiverOf = (decisions: readonly AnyDecision[]): Receiver => {
  const known = new Map(
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
  const check: Receiver = (input) => {
    if (input === null || typeof input !== 'object' || Array.isArray(input))
      return refused([{ path: [], code: 'NotAnObject' }])
    const beyond = outOfBounds(input)
    if (beyond !== undefined) return refused([beyond])
    const { type } = input as { type?: unknown }
    const found = typeof type === 'string' ? known.get(type) : undefined
    if (found === undefined) return refused([{ path: ['type'], code: 'UnknownCommand' }])
    const checked = found.compiled.safeParse(input)
    if (!checked.success) return refused(issuesOf(checked.error.issues, input))
    const { commandId, causationId } = checked.data.metadata
    if (causationId === undefined && commandId.length > longestOwnId)
      return refused([{ path: ['metadata', 'commandId'], code: 'TooBig', limit: longestOwnId }])
    return right({ decision: found.decision, command: frozen(checked.data) as Command })
  }
  return (input) => {
    try {
      return check(input)
    } catch {
      // A getter or a proxy that throws: whatever it is, it is not JSON.
      return refused([{ path: [], code: 'NotAnObject' }])
    }
  }
}

const refused = (issues: readonly Issue[]): Either<InvalidCommand, never> =>
  left({ code: 'InvalidCommand', issues })
