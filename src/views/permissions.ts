/** The read side of the permission table. A record without a row here only the system reads. */
import {
  type Actor,
  type AnyProjection,
  isPermitted,
  type Permissions,
  type Permit,
  relationsOf,
  subjectIn,
} from '../kernel/index.ts'
import type { ActorRole } from '../vocabulary/index.ts'

type Readers = readonly Permit<ActorRole>[]

const everybody: Readers = ['operations', 'trainer', 'learner', 'manager', 'finance', 'administration']
const themselves = { role: 'learner', as: 'learnerId' } as const
const theirManager = { role: 'manager', relation: 'reportsTo', to: 'learnerId' } as const
const theTrainer = { role: 'trainer', relation: 'teaches', to: 'offeringId' } as const

/**
 * The standard table of reading: by the name of a record, by the level of figures (`figures L1`), and the log itself. A role reads
 * all of it; one that is bound (`as`, `relation`) reads single subjects, by a field of the subject's ids or of its state.
 */
export const readPermissions = {
  offeringRecord: ['operations', 'administration', 'manager', 'finance', theTrainer],
  courseRecord: everybody,
  campaignRecord: everybody,
  seatAllocation: ['operations', theTrainer],
  enrolmentRecord: ['operations', theTrainer, theirManager, themselves],
  certificateRecord: ['operations', theirManager, themselves],
  rewardRecord: ['operations', theirManager, themselves],
  resourceRecord: ['operations', 'administration', { role: 'trainer', as: 'resourceId' }],
  paymentRecord: ['operations', 'finance', { role: 'trainer', as: 'payeeId' }],
  departmentTaskRecord: ['operations', 'manager', 'finance', 'administration'],
  programRecord: ['operations', 'manager', 'finance'],
  planRecord: ['operations', 'finance', { role: 'manager', relation: 'owns', to: 'planId' }],
  commitmentRecord: ['operations', 'finance', { role: 'manager', relation: 'owns', to: 'planId' }],
  studyRecord: ['operations', 'manager'],
  kirkpatrick: ['operations'],
  kirkpatrickOfOffering: ['operations'],
  kirkpatrickOfAdministration: ['operations'],
  needsRecord: ['operations', 'manager'],
  gapHeatmap: ['operations'],
  liaisonRecord: ['operations', { role: 'manager', relation: 'owns', to: 'unitId' }],
  'figures TNA': ['operations', 'manager'],
  'figures L0': ['operations', 'manager', 'finance', 'administration'],
  'figures L1': ['operations', 'manager', theTrainer],
  'figures L2': ['operations', 'manager', theTrainer],
  'figures L3': ['operations', 'manager'],
  'figures L4': ['operations', 'manager', 'finance'],
  'figures L5': ['operations', 'manager', 'finance'],
  log: [],
} as const satisfies Readonly<Record<string, Readers>>

/** A read: a view as a whole, or one subject of it with its state as it is now. */
export type AskedToRead = {
  readonly view: Pick<AnyProjection, 'name' | 'by'>
  readonly subject?: string
  readonly state?: unknown
}

/** The read as a row of the table sees it: the fields that the row binds, and only the permits that can be judged by them. */
const asked = (table: Permissions, { view: { name, by }, subject, state }: AskedToRead) => {
  const ids = subject === undefined ? {} : subjectIn(by, subject)
  const fields = { ...(typeof state === 'object' ? state : {}), ...ids } as Readonly<Record<string, unknown>>
  const boundBy = (permit: Permit): readonly string[] =>
    typeof permit === 'string' ? [] : [permit.as, permit.to].filter((field) => field !== undefined)
  const row = Object.hasOwn(table, name) ? table[name] : []
  const permits =
    row === 'anyone'
      ? row
      : (row ?? []).filter((permit) => {
          return boundBy(permit).every((field) => subject !== undefined && typeof fields[field] === 'string')
        })
  const names = permits === 'anyone' ? [] : permits.flatMap(boundBy)
  const data = Object.fromEntries(names.map((field) => [field, fields[field]]))
  return { table: { [name]: permits }, read: { type: name, data } }
}

/**
 * Whether an actor may read a view, or one subject of it. A bound role reads single subjects, and never the whole. The relations
 * of the actor (`relationsToRead` says which are asked) come with it, as those of a command do. `systemRole` reads everything;
 * what the table does not name, nobody else does.
 *
 * @example
 * ```ts
 * import { enrolmentRecord, mayRead, readPermissions } from 'training-ops'
 * const ada = { id: 'ada', role: 'learner' }
 * mayRead(readPermissions, { view: enrolmentRecord, subject: 'o-1 ada' }, ada) // => true
 * mayRead(readPermissions, { view: enrolmentRecord, subject: 'o-1 bob' }, ada) // => false
 * mayRead(readPermissions, { view: enrolmentRecord }, ada) // => false
 * ```
 */
export const mayRead = (permissions: Permissions, what: AskedToRead, actor: Actor): boolean => {
  const { table, read } = asked(permissions, what)
  return isPermitted(table, read, actor)
}

/**
 * The relations that a host has to look up before this role may read it: `reportsTo:ada`.
 *
 * @example
 * ```ts
 * import { enrolmentRecord, readPermissions, relationsToRead } from 'training-ops'
 * relationsToRead(readPermissions, { view: enrolmentRecord, subject: 'o-1 ada' }, 'manager') // => ['reportsTo:ada']
 * ```
 */
export const relationsToRead = (
  permissions: Permissions,
  what: AskedToRead,
  role: string,
): readonly string[] => {
  const { table, read } = asked(permissions, what)
  return relationsOf(table, read, role)
}
