import { type Actor, type Command, systemRole } from './command.ts'
import { idAs, noIdentities } from './identities.ts'
import { mistake } from './mistake.ts'

/**
 * A role that may ask, with what binds it: fields of the command. In `to` and `only` a field of each item of a list is named
 * `learners.learnerId`: the actor has to have the relation to all of them.
 */
export type BoundPermit<Role extends string = string> = {
  readonly role: Role
  /** The field that has to hold the actor's own id: learners ask for themselves alone. */
  readonly as?: string
  /** The field that must not hold the actor's own id: nobody records their own result. */
  readonly notAs?: string
  /**
   * The relation that the actor must have to the subject in a field: `{ relation: 'teaches', to: 'offeringId' }`. The host answers it
   * (`relationsOf` says what is asked), and what it answered travels with the command.
   */
  readonly relation?: string
  readonly to?: string
  /** The claims of this role: by field, the only values it may give; none means that it may not give the field. */
  readonly only?: Readonly<Record<string, readonly string[]>>
  /** Fields that say who acts (`approvedBy`) in which this role may name somebody else. */
  readonly names?: readonly string[]
}

/** A role that may ask; or one that is bound. */
export type Permit<Role extends string = string> = Role | BoundPermit<Role>

/** The permits of a command: these, nobody but the system itself (`[]`), or `'anyone'`, whatever their role. */
export type Permits<Role extends string = string> = readonly Permit<Role>[] | 'anyone'

/** The permissions: command by command, as data. */
export type Permissions = Readonly<Record<string, Permits>>

type Asked = Pick<Command, 'type' | 'data'>
type Fields = Readonly<Record<string, unknown>>

/** Why an actor may not ask: their role may not, or not with what stands in this field. */
type Offence = { readonly field?: string }

const bound = <Role extends string>(permit: Permit<Role>): BoundPermit<Role> =>
  typeof permit === 'string' ? { role: permit } : permit

const offenceAgainst = (
  { as, notAs, relation, to, only = {}, names = [] }: BoundPermit,
  data: Fields,
  { relations = [] }: Actor,
  isActor: (field: string) => boolean,
): Offence | undefined => {
  if (as !== undefined && !isActor(as)) return { field: as }
  if (notAs !== undefined && isActor(notAs)) return { field: notAs }
  if (
    relation !== undefined &&
    !valuesAt(data, to).every((one) => relations.includes(relationTo(relation, one)))
  )
    return { field: to ?? relation }
  const claimed = Object.entries(only).find(([name, values]) =>
    valuesAt(data, name).some((one) => one !== undefined && !values.includes(one as string)),
  )
  if (claimed !== undefined) return { field: claimed[0] }
  // a field that says who acts holds the actor's id, whoever asks
  const field = Object.keys(data).find(
    (name) =>
      name.endsWith('By') && typeof data[name] === 'string' && !isActor(name) && !names.includes(name),
  )
  return field === undefined ? undefined : { field }
}

/** The value of a field, or of a field of each item of a list. */
const valuesAt = (data: Fields, path = ''): readonly unknown[] => {
  const [field = '', inner] = path.split('.')
  return inner === undefined ? [data[field]] : [data[field]].flat().map((one) => (one as Fields)?.[inner])
}

const relationTo = (relation: string, subject: unknown): string => `${relation}:${String(subject)}`

/** Why a table does not let an actor ask this; nothing where it does. Of several reasons the one of the nearest permit. */
export const offenceOf = (
  table: Permissions,
  { type, data }: Asked,
  actor: Actor,
  known = noIdentities,
): Offence | undefined => {
  const { id, role } = actor
  if (role === systemRole) return undefined
  const permits = Object.hasOwn(table, type) ? (table[type] as Permits) : 'anyone'
  const fields = data as Fields
  const isActor = (field: string) => idAs(known, field, fields[field] as string) === idAs(known, field, id)
  const ofRole = permits === 'anyone' ? [{ role }] : permits.map(bound).filter((one) => one.role === role)
  const offences = ofRole.map((permit) => offenceAgainst(permit, fields, actor, isActor))
  return offences.includes(undefined) ? undefined : (offences[0] ?? {})
}

/**
 * Whether a table lets an actor ask this. The system's own credential (`systemRole`) may ask everything, and anybody what
 * the table does not name. For a screen that shows only what may be asked.
 *
 * @example
 * ```ts
 * import { isPermitted, type Permissions, systemRole } from 'training-ops'
 * const table: Permissions = { AskForMentor: ['manager', { role: 'mentee', as: 'menteeId' }] }
 * const command = { type: 'AskForMentor', data: { menteeId: 'ada' } }
 * isPermitted(table, command, { id: 'ada', role: 'mentee' }) // => true
 * isPermitted(table, command, { id: 'bob', role: 'mentee' }) // => false
 * isPermitted(table, command, { id: 'host', role: systemRole }) // => true
 * ```
 */
export const isPermitted = (table: Permissions, command: Asked, actor: Actor): boolean =>
  offenceOf(table, command, actor) === undefined

/**
 * The relations that a host has to look up before an actor may send this: `teaches:o-1`, `reportsTo:ada` (the actor teaches this class, ada
 * reports to the actor). Put those that hold into `metadata.actor.relations`; they are kept with the events.
 *
 * @example
 * ```ts
 * import { type Permissions, relationsOf } from 'training-ops'
 * const table: Permissions = { HoldLesson: [{ role: 'teacher', relation: 'teaches', to: 'classId' }] }
 * relationsOf(table, { type: 'HoldLesson', data: { classId: 'c-1' } }, 'teacher') // => ['teaches:c-1']
 * relationsOf(table, { type: 'HoldLesson', data: { classId: 'c-1' } }, 'head') // => []
 * ```
 */
export const relationsOf = (table: Permissions, { type, data }: Asked, role: string): readonly string[] => {
  const permits = Object.hasOwn(table, type) ? (table[type] as Permits) : 'anyone'
  if (permits === 'anyone') return []
  const asked = permits
    .map(bound)
    .flatMap(({ role: own, relation, to }) =>
      own === role && relation !== undefined
        ? valuesAt(data as Fields, to).map((one) => relationTo(relation, one))
        : [],
    )
  return Object.freeze([...new Set(asked)])
}

type Asking = { readonly command: { readonly type: string; readonly schema: unknown } }

/** Whether a shape has a field; of `learners.learnerId`, whether the items of its list have it. */
const isFieldOf = (shape: object, path: string): boolean => {
  const [field = '', inner = ''] = path.split('.')
  const items = Reflect.get(shape, field)?._zod.def.element?._zod.def.shape
  return Object.hasOwn(shape, field) && (inner === '' || Object.hasOwn(items ?? {}, inner))
}

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
    if (shape === undefined) throw mistake('assemble', 'permissions of its own commands', type)
    if (permits === 'anyone') continue
    for (const permit of permits) {
      const { as, notAs, to, relation, only = {}, names = [] } = bound(permit)
      const named = [as, notAs, to, ...Object.keys(only), ...names]
      const strange =
        named.find((field) => field !== undefined && !isFieldOf(shape, field)) ??
        ((relation === undefined) !== (to === undefined) ? (relation ?? to) : undefined)
      if (strange !== undefined) throw mistake('assemble', `permissions by a field of ${type}`, strange)
    }
  }
  return Object.freeze(all)
}
