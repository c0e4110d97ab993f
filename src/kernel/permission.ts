import type { Actor, Command } from './command.ts'

/**
 * A role that may ask; or a role that may ask for itself alone: `as` names the field of the command that has to hold the
 * actor's own id.
 */
export type Permit<Role extends string = string> = Role | { readonly role: Role; readonly as: string }

/** Who may ask a command: these, nobody but the system itself (`[]`), or `'anyone'`, whatever their role. */
export type Permits<Role extends string = string> = readonly Permit<Role>[] | 'anyone'

/** Who may ask what: command by command, as data. */
export type Permissions = Readonly<Record<string, Permits>>

/**
 * Whether a table lets an actor ask this. Without an actor it is the system's own command (a policy's, or the host's), and
 * allowed; so is one the table does not name. For a screen that shows only what may be asked.
 *
 * @example
 * ```ts
 * import { isPermitted, type Permissions } from 'training-ops'
 * const table: Permissions = { AskForMentor: ['manager', { role: 'mentee', as: 'menteeId' }] }
 * const command = { type: 'AskForMentor', data: { menteeId: 'ada' } }
 * isPermitted(table, command, { id: 'ada', role: 'mentee' }) // => true
 * isPermitted(table, command, { id: 'bob', role: 'mentee' }) // => false
 * isPermitted(table, command) // => true
 * ```
 */
export const isPermitted = (
  table: Permissions,
  { type, data }: Pick<Command, 'type' | 'data'>,
  actor?: Actor,
): boolean => {
  if (actor === undefined || !Object.hasOwn(table, type)) return true
  const permits = table[type] as Permits
  return (
    permits === 'anyone' ||
    permits.some((permit) =>
      typeof permit === 'string'
        ? permit === actor.role
        : permit.role === actor.role && (data as Readonly<Record<string, unknown>>)[permit.as] === actor.id,
    )
  )
}

type Asking = { readonly command: { readonly type: string; readonly schema: unknown } }

/**
 * The tables of the modules with what a host set otherwise, command by command. Throws for a command nobody answers and
 * for a field the command has not: either would leave open what was meant to be closed.
 */
export const permissionsOf = (
  decisions: readonly Asking[],
  ...tables: readonly Permissions[]
): Permissions => {
  const shapes = new Map(
    decisions.map(({ command }) => [command.type, (command.schema as { readonly shape: object }).shape]),
  )
  const all: Permissions = Object.assign({}, ...tables)
  for (const [type, permits] of Object.entries(all)) {
    const shape = shapes.get(type)
    if (shape === undefined)
      throw new TypeError(`training-ops: assemble needs permissions of its own commands, got ${type}`)
    if (permits === 'anyone') continue
    for (const permit of permits)
      if (typeof permit !== 'string' && !Object.hasOwn(shape, permit.as))
        throw new TypeError(
          `training-ops: assemble needs permissions by a field of ${type}, got ${permit.as}`,
        )
  }
  return Object.freeze(all)
}
