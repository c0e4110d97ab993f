/** The log's data of one person (个人数据副本): for whoever asks what is known about them, or takes it elsewhere. */
import {
  type AnyEvent,
  type AnySchema,
  identitiesIn,
  needing,
  policyCommandEvents,
  textMarkOf,
} from '../kernel/index.ts'
import { learnerId, personId, resourceId } from '../vocabulary/index.ts'

/** One event about a person, or by them, without what is about others. */
export type PortableFact = {
  readonly type: string
  /** When it happened. */
  readonly at: string
  /** When the host learnt of it. */
  readonly recordedAt?: string
  /** `about`: the person is its subject. `by`: the person only did it: approved, corrected, rated, asked. */
  readonly as: 'about' | 'by'
  /** The fields of the event; ids of other people are left out, and texts about them. */
  readonly data: Readonly<Record<string, unknown>>
}

/** The copy of a person's data: JSON, to be handed over as it is. */
export type Portable = {
  /** Every id that the person had: two that were merged, and those of the trainer that they are. */
  readonly ids: readonly string[]
  readonly facts: readonly PortableFact[]
}

type System = { readonly modules: readonly { readonly events: object }[] }
type Declared = Readonly<Record<string, { readonly schema: AnySchema }>>
type Parts = {
  readonly innerType?: AnySchema
  readonly in?: AnySchema
  readonly shape?: Readonly<Record<string, AnySchema>>
  readonly element?: AnySchema
  readonly valueType?: AnySchema
  readonly options?: readonly AnySchema[]
  readonly items?: readonly AnySchema[]
}
const partsOf = (schema: AnySchema): Parts => (schema._zod as unknown as { readonly def: Parts }).def

/** People by the ids they are known under, and trainers by the resources they are. */
type People = { readonly own: ReadonlySet<string>; readonly trainers: ReadonlySet<string> }
type Named = { own: 'about' | 'by' | undefined; others: boolean }

/** Whether a field declared so names a person; of a resource, whether it is one. */
const namesPerson = (schema: AnySchema, value: string, { trainers }: People): boolean =>
  (schema as unknown) === learnerId ||
  (schema as unknown) === personId ||
  ((schema as unknown) === resourceId && trainers.has(value))

type Visit = (schema: AnySchema, value: string, field: string) => void
/** Every text of a value with the schema that declares it, and the name of its field. */
const visited = (schema: AnySchema, value: unknown, field: string, visit: Visit): void => {
  if (value === undefined || value === null) return
  const { innerType, in: taken, shape, element, valueType, options, items } = partsOf(schema)
  if (typeof value === 'string') visit(schema, value, field)
  const inner = innerType ?? taken
  if (inner !== undefined) visited(inner, value, field, visit)
  else if (Array.isArray(value))
    value.forEach((one, at) => {
      const own = element ?? items?.[at]
      if (own !== undefined) visited(own, one, field, visit)
    })
  else if (options !== undefined) {
    const fits = options.find((one) => accepts(one, value))
    if (fits !== undefined) visited(fits, value, field, visit)
  } else if (typeof value === 'object')
    for (const [name, one] of Object.entries(value)) {
      const own = shape === undefined ? valueType : shape[name]
      if (own !== undefined) visited(own, one, shape === undefined ? field : name, visit)
    }
}
const accepts = (schema: AnySchema, value: unknown): boolean =>
  (schema as unknown as { safeParse: (value: unknown) => { success: boolean } }).safeParse(value).success

/** The people named in a value: the person, and others who are its subject. */
const namedIn = (schema: AnySchema, value: unknown, field: string, people: People): Named => {
  const named: Named = { own: undefined, others: false }
  visited(schema, value, field, (declared, one, name) => {
    if (!namesPerson(declared, one, people)) return
    const as = name.endsWith('By') ? 'by' : 'about'
    if (people.own.has(one)) named.own = named.own === 'about' ? 'about' : as
    else if (as === 'about') named.others = true
  })
  return named
}

/** The value without other people and what is written of them; `undefined` where nothing is left. */
const withoutOthers = (
  schema: AnySchema,
  value: unknown,
  field: string,
  people: People,
  isOwn: boolean,
): unknown => {
  if (value === undefined || value === null) return value
  const { innerType, in: taken, shape, element, valueType, options, items } = partsOf(schema)
  if (typeof value === 'string') {
    if (namesPerson(schema, value, people) && !people.own.has(value)) return undefined
    if (textMarkOf(schema) === 'personal' && !isOwn) return undefined
  }
  const inner = innerType ?? taken
  if (inner !== undefined) return withoutOthers(inner, value, field, people, isOwn)
  if (Array.isArray(value))
    return value.flatMap((one, at) => {
      const own = element ?? items?.[at]
      if (own === undefined) return [one]
      const { own: here, others } = namedIn(own, one, field, people)
      if (here === undefined && others) return []
      const kept = withoutOthers(own, one, field, people, isOwn || (here !== undefined && !others))
      return kept === undefined ? [] : [kept]
    })
  if (options !== undefined) {
    const fits = options.find((one) => accepts(one, value))
    return fits === undefined ? value : withoutOthers(fits, value, field, people, isOwn)
  }
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const own = shape === undefined ? valueType : shape[name]
      if (own === undefined) return [[name, one]]
      const kept = withoutOthers(own, one, shape === undefined ? field : name, people, isOwn)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

/** A list of items about several people is looked at item by item: who is a subject beside it. */
const outsideLists = (schema: AnySchema, data: object, people: People): Named => {
  const plain = Object.fromEntries(Object.entries(data).filter(([, value]) => !isListOfItems(value)))
  return namedIn(schema, plain, '', people)
}
const isListOfItems = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null)

/**
 * The copy of one person's data: every event that names them, in the order of the log, as its subject or as who did it, under
 * every id they had. Ids of other people are left out, and so is what somebody wrote where another person is the subject. An
 * anonymous answer names nobody: it is nobody's, and in nobody's copy. The staff list and the accounts of a host
 * are not in the log.
 *
 * Throws `training-ops: portable needs …` for events that the system does not declare.
 *
 * @example
 * ```ts
 * import { assemble, createLedger, lifecycle } from 'training-ops'
 * import { portable } from 'training-ops/interop'
 * const training = assemble(lifecycle, {}, { trusted: true })
 * const ledger = createLedger(training)
 * const at = '2026-03-01T01:00:00.000Z'
 * const mei = { at, resourceId: 'mei', personId: 'p-17', kind: 'trainer', title: 'Mei', bufferMinutes: 0 } as const
 * ledger.execute(training.command.RegisterResource(mei, { commandId: 'c-1' }))
 * portable(training, 'p-17', ledger.events()).facts.map(({ type, as }) => [type, as]) // => [['ResourceRegistered', 'about']]
 * portable(training, 'p-18', ledger.events()).facts // => []
 * ```
 */
export const portable = (training: System, person: string, events: Iterable<AnyEvent>): Portable =>
  needing('portable', 'a system, a person and the events of its log', () => {
    const log = [...events]
    const declared: Declared = Object.assign(
      Object.create(null),
      ...[policyCommandEvents, ...training.modules.map(({ events }) => events)].map(
        (vocabulary) => (vocabulary as { readonly declarations: Declared }).declarations,
      ),
    )
    const merged = identitiesIn(log).get(`learner:${person}`) ?? [person]
    const trainers = new Map(
      log.flatMap(({ type, data }) =>
        type === 'ResourceRegistered' && typeof data.personId === 'string'
          ? [[data.resourceId as string, data.personId]]
          : [],
      ),
    )
    const taught = [...trainers].flatMap(([resource, is]) => (merged.includes(is) ? [resource] : []))
    const people: People = { own: new Set([...merged, ...taught]), trainers: new Set(trainers.keys()) }
    const facts = log.flatMap(({ type, data, metadata }): readonly PortableFact[] => {
      const schema = declared[type]?.schema
      if (schema === undefined) throw new TypeError(`the event ${type} is declared nowhere`)
      const { own } = namedIn(schema, data, '', people)
      const as = own ?? (people.own.has(metadata?.actor?.id ?? '') ? 'by' : undefined)
      if (as === undefined) return []
      const kept = withoutOthers(schema, data, '', people, !outsideLists(schema, data, people).others)
      return [
        {
          type,
          at: data.at as string,
          ...(metadata?.recordedAt === undefined ? {} : { recordedAt: metadata.recordedAt }),
          as,
          data: kept as Readonly<Record<string, unknown>>,
        },
      ]
    })
    return { ids: [...people.own], facts }
  })
