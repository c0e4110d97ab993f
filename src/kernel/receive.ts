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
export type Received<D extends AnyDecision> = { readonly decision: D; readonly command: Command }
export type Receiver<D extends AnyDecision> = (input: unknown) => Either<InvalidCommand, Received<D>>

/** Checks whatever came in. Never throws; names the path and the reason of everything that is wrong. */
export const receiverOf = <D extends AnyDecision>(decisions: readonly D[]): Receiver<D> => {
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
  const check: Receiver<D> = (input) => {
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
