import {
  type AnyEvent,
  type AnyProjection,
  eventIdOf,
  evolve,
  fold,
  identitiesIn,
  isIdentityEvent,
  project,
  readAs,
  subjectOf,
  type View,
} from '../kernel/index.ts'

type Projections = Readonly<Record<string, AnyProjection>>
/** The records of a log, by the names they were asked for under. */
type RecordsOf<P extends Projections> = { readonly [Name in keyof P]: View<P[Name]> }
type Records = Record<string, Record<string, unknown>>

/** Which number, and from what it is taken. */
export type EvidenceQuestion<P extends Projections, Event extends AnyEvent = AnyEvent> = {
  /** The events, in the order of the log, of the current version: as `training.decode` gives them. */
  readonly log: Iterable<Event>
  /** The records the number is taken from, by names of your own. */
  readonly records: P
  /**
   * The number: a figure, a count, a status, from records. With `sharedBy` it is also asked of one share of the records, with the ids
   * of the people or classes that are in it.
   */
  readonly take: (records: RecordsOf<P>, ids?: readonly string[]) => unknown
  /**
   * The number is counted over these, `learnerId` or `offeringId`: each has its share in it, whatever the others did. Left out, the
   * number is taken of everything at once for each event, which is slow for a long log.
   */
  readonly sharedBy?: string
  /** The number is about these ids alone: an event that names others of these fields has no part in it. */
  readonly about?: Readonly<Record<string, string>>
  /**
   * Whether the reader may see an answer that says who gave it. Left out, no answer is shown. An anonymous answer is never shown,
   * whatever this says.
   */
  readonly mayReadAnswer?: (event: Event) => boolean
}

/** The events behind a number; of a suppressed figure, none. */
export type Evidence<Event extends AnyEvent = AnyEvent> =
  | { readonly status: 'suppressed' }
  | {
      readonly status: 'shown'
      readonly eventIds: readonly string[]
      /** The same events, in the order of the log. */
      readonly events: readonly Event[]
      /** Whether answers are among the evidence that the reader may not see. How many, and which, is not said. */
      readonly withheld: boolean
    }

/** One subject of one record: the events about it, as they were stored and as they are read, and its state after each. */
type Subject<Event> = {
  readonly record: string
  readonly name: string
  readonly first: AnyEvent
  readonly events: Event[]
  readonly read: AnyEvent[]
  readonly states: unknown[]
}

const answers: readonly string[] = ['ResponseSubmitted', 'ResponseInvalidated', 'AnswerCoded']
const isAnonymous = ({ data }: AnyEvent): boolean =>
  typeof (data as { readonly responseId?: unknown }).responseId === 'string'

const fieldOf = ({ data }: AnyEvent, name: string): string | undefined => {
  const value = (data as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : undefined
}

const isSuppressed = (told: unknown): boolean => {
  if (typeof told !== 'object' || told === null) return false
  const { status, result } = told as { readonly status?: unknown; readonly result?: unknown }
  return status === 'suppressed' || isSuppressed(result)
}

const subjectsIn = <Event extends AnyEvent>(
  events: readonly Event[],
  records: Projections,
): readonly Subject<Event>[] => {
  const known = identitiesIn(events)
  const found = new Map<string, Subject<Event>>()
  for (const event of events) {
    const read = readAs(known, event)
    for (const [record, projection] of Object.entries(records)) {
      if (!Object.hasOwn(projection.on, event.type)) continue
      const name = projection.by.length === 0 ? '' : subjectOf(projection, read.data)
      if (name === undefined) continue
      const key = `${record} ${name}`
      const subject = found.get(key) ?? { record, name, first: read, events: [], read: [], states: [] }
      found.set(key, subject)
      subject.states.push(evolve(projection, subject.states.at(-1) ?? projection.initial(), read))
      subject.events.push(event)
      subject.read.push(read)
    }
  }
  return [...found.values()]
}

/** Records of nothing: of a projection without subjects, its beginning. */
const emptyRecords = (projections: Projections): Records =>
  Object.fromEntries(
    Object.entries(projections).map(([name, { by, initial }]) => [name, by.length === 0 ? initial() : {}]),
  ) as Records

/** Puts a state where the subject stands; none takes the subject away. */
const put = (
  records: Records,
  projections: Projections,
  { record, name }: Subject<never>,
  state: unknown,
) => {
  if (projections[record]?.by.length === 0)
    records[record] = (state ?? projections[record].initial()) as never
  else if (state === undefined) delete records[record]?.[name]
  else (records[record] as Record<string, unknown>)[name] = state
}

type Walk<Event> = {
  readonly subjects: readonly Subject<Event>[]
  /** The events that are tried; the others of these subjects are folded all the same. */
  readonly isTried: (event: Event) => boolean
  readonly take: (records: Records) => unknown
}

/** The events at which the number moves as these subjects are folded, and those without which it would be another. */
const moving = <Event extends AnyEvent>(
  { subjects, isTried, take }: Walk<Event>,
  projections: Projections,
  order: ReadonlyMap<Event, number>,
): readonly Event[] => {
  const touched = new Map<Event, Subject<Event>[]>()
  for (const subject of subjects)
    for (const event of subject.events) {
      const own = touched.get(event)
      if (own === undefined) touched.set(event, [subject])
      else own.push(subject)
    }
  const inOrder = [...touched].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const told = (records: Records): string => JSON.stringify(take(records)) ?? ''
  const stand = (records: Records, subject: Subject<Event>, state: unknown) =>
    put(records, projections, subject as unknown as Subject<never>, state)
  const found = new Set<Event>()
  const folded = new Map<Subject<Event>, number>()
  const records = emptyRecords(projections)
  let now: string | undefined
  for (const [event, own] of inOrder) {
    const before = isTried(event) ? (now ?? told(records)) : undefined
    for (const subject of own) {
      const at = folded.get(subject) ?? 0
      folded.set(subject, at + 1)
      stand(records, subject, subject.states[at])
    }
    now = before === undefined ? undefined : told(records)
    if (now !== before) found.add(event)
  }
  const end = now ?? told(records)
  for (const [event, own] of inOrder) {
    if (!isTried(event) || found.has(event)) continue
    for (const subject of own) {
      const left = subject.read.filter((_, at) => subject.events[at] !== event)
      stand(
        records,
        subject,
        left.length === 0 ? undefined : fold(projections[subject.record] as never, left),
      )
    }
    if (told(records) !== end) found.add(event)
    for (const subject of own) stand(records, subject, subject.states.at(-1))
  }
  return [...found]
}

/**
 * `evidenceOf` step by step, for a page that must go on meanwhile: each step says how much is done, from 0 to 1, and the last one
 * returns the evidence.
 *
 * @example
 * ```ts
 * import { evidenceInSteps, resourceEvents, resourceRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const log = [resourceEvents.make.ResourceRegistered({ at, resourceId: 'room-1', kind: 'venue', title: 'Room 1', bufferMinutes: 0 })]
 * const steps = evidenceInSteps({ log, records: { rooms: resourceRecord }, take: ({ rooms }) => Object.keys(rooms).length })
 * let step = steps.next()
 * while (step.done !== true) step = steps.next()
 * step.value.status // => 'shown'
 * ```
 */
export function* evidenceInSteps<const P extends Projections, Event extends AnyEvent>({
  log,
  records: projections,
  take: ask,
  sharedBy,
  about = {},
  mayReadAnswer = () => false,
}: EvidenceQuestion<P, Event>): Generator<number, Evidence<Event>> {
  const take = ask as (records: Records, ids?: readonly string[]) => unknown
  const isAbout = (event: AnyEvent) =>
    Object.entries(about).every(([name, id]) => (fieldOf(event, name) ?? id) === id)
  const known = identitiesIn(log)
  const past = [...log].filter((event) => isAbout(readAs(known, event)))
  const whole = (events: readonly Event[]) =>
    take(
      Object.fromEntries(
        Object.entries(projections).map(([name, projection]) => [name, project(projection, events)]),
      ) as Records,
    )
  const now = whole(past)
  if (isSuppressed(now)) return { status: 'suppressed' }
  const end = JSON.stringify(now)
  const order = new Map(past.map((event, at) => [event, at]))
  const behind = new Set(
    past.filter(
      (event) => isIdentityEvent(event) && JSON.stringify(whole(past.filter((one) => one !== event))) !== end,
    ),
  )
  const common: Subject<Event>[] = []
  const shares = new Map<string, Subject<Event>[]>()
  for (const subject of subjectsIn(past, projections)) {
    const { by } = projections[subject.record] as AnyProjection
    const share =
      sharedBy !== undefined && (by as readonly string[]).includes(sharedBy)
        ? fieldOf(subject.first, sharedBy)
        : undefined
    if (share === undefined) common.push(subject)
    else shares.set(share, [...(shares.get(share) ?? []), subject])
  }
  const inCommon = new Set(common.flatMap(({ events }) => events))
  const walk = (one: Walk<Event>) => {
    for (const event of moving(one, projections, order)) behind.add(event)
  }
  if (shares.size === 0) walk({ subjects: common, isTried: () => true, take })
  const walks = shares.size + common.length
  let walked = 0
  // Beside a share stand the common subjects that its events name, and those that name nobody: a plan, a requirement.
  const named = new Map(
    [...shares].map(([id, own]) => [
      id,
      new Set(own.flatMap(({ read }) => read.map((event) => fieldOf(event, 'offeringId')))),
    ]),
  )
  const standsBeside = ({ record, first }: Subject<Event>, id: string): boolean => {
    const { by } = projections[record] as AnyProjection
    return (
      !(by as readonly string[]).includes('offeringId') ||
      named.get(id)?.has(fieldOf(first, 'offeringId')) === true
    )
  }
  for (const [id, own] of shares) {
    yield walked++ / walks
    walk({
      subjects: [...own, ...common.filter((one) => standsBeside(one, id))],
      isTried: (event) => !inCommon.has(event),
      take: (records) => take(records, [id]),
    })
  }
  if (shares.size > 0)
    for (const subject of common) {
      yield walked++ / walks
      const beside = [...shares].filter(([id]) => standsBeside(subject, id))
      const ids = beside.length === shares.size ? undefined : beside.map(([id]) => id)
      const tried = new Set(subject.events)
      walk({
        subjects: [...common, ...beside.flatMap(([, own]) => own)],
        isTried: (event) => tried.has(event),
        take: (records) => take(records, ids),
      })
    }
  // Where one of several would do, none of them is missed: the first that is enough is among the evidence.
  const tellsIt = (length: number) =>
    JSON.stringify(whole(past.filter((event, at) => at < length || behind.has(event)))) === end
  for (;;) {
    let [short, enough] = [-1, past.length]
    while (enough - short > 1) {
      const middle = (short + enough) >> 1
      if (tellsIt(middle)) enough = middle
      else short = middle
    }
    if (enough === 0) break
    behind.add(past[enough - 1] as Event)
  }
  const all = past.filter((event) => behind.has(event))
  const mayShow = (event: Event): boolean =>
    !answers.includes(event.type) || (!isAnonymous(event) && mayReadAnswer(event))
  const events = all.filter(mayShow)
  return { status: 'shown', eventIds: events.map(eventIdOf), events, withheld: events.length < all.length }
}

/**
 * The events behind a number (数据溯源): those at which it moved as the log was folded, and those without which it would be
 * another; where one of several would do, the first. Folding them alone gives the number again, answers that are not shown apart.
 *
 * Of a suppressed figure nothing is told. An answer is shown only to who may read it (`mayReadAnswer`), and an anonymous one to nobody:
 * leaving one answer out would say what it was.
 *
 * @example
 * ```ts
 * import { evidenceOf, resourceEvents, resourceRecord } from 'training-ops'
 * const at = '2026-03-01T01:00:00.000Z'
 * const { ResourceRegistered, ResourceSuspended } = resourceEvents.make
 * const room = { at, kind: 'venue', bufferMinutes: 0 } as const
 * const log = [
 *   ResourceRegistered({ ...room, resourceId: 'room-1', title: 'Room 1' }),
 *   ResourceRegistered({ ...room, resourceId: 'room-2', title: 'Room 2' }),
 *   ResourceSuspended({ at, resourceId: 'room-2', reason: 'a leak' }),
 * ]
 * const evidence = evidenceOf({
 *   log,
 *   records: { rooms: resourceRecord },
 *   take: ({ rooms }) => Object.values(rooms).filter(({ status }) => status === 'suspended').length,
 * })
 * evidence.status === 'shown' && evidence.events.map(({ type }) => type) // => ['ResourceSuspended']
 * ```
 */
export const evidenceOf = <const P extends Projections, Event extends AnyEvent>(
  question: EvidenceQuestion<P, Event>,
): Evidence<Event> => {
  const steps = evidenceInSteps(question)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
