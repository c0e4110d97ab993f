/**
 * The events behind a number: those at which it moved when the log was folded, and those without which it would be another.
 * Each is found by folding: one event further, and all but one.
 *
 * A number is taken once for each learner or class that has a share in it, of their records alone: the shares are what the
 * number counts, so it moves when one of them does. A test holds this against the whole log.
 */
import { type AnyProjection, evolve, fold } from 'training-ops'
import {
  chainIn,
  classesIn,
  dutiesIn,
  figureIn,
  gapsIn,
  minutesIn,
  planIn,
  type RecordName,
  type Records,
  recordNames,
  recordProjections,
  seatsIn,
  timeIn,
} from './frame.ts'
import type { Evidence, LogEvent, Moment, Reason, Year } from './protocol.ts'
import { subjectNames } from './subjects.ts'

const shown = 60

type People = Year['people']
type Look = (records: Records, people: People) => unknown
type Share = 'learner' | 'offering'

type Numbered = {
  /** The number, from records. */
  readonly look: Look
  /** What has a share in it: each learner, each class, or these records together. */
  readonly of: Share | 'whole'
  /** Only events of this learner or class have a share. */
  readonly only?: Readonly<Partial<Record<'learnerId' | 'offeringId', string>>>
}

/** A class is counted by its seats, and whether it kept a register: its people are looked at together. */
const countedByClass: readonly string[] = ['M09', 'M11']

const numbered = (reason: Reason, moment: Moment): Numbered => {
  switch (reason.of) {
    case 'figure':
      return {
        look: (records, people) => figureIn(reason.metric, moment, records, people, 1),
        of: countedByClass.includes(reason.metric) ? 'offering' : 'learner',
      }
    case 'class':
      return {
        look: (records) => {
          const row = classesIn(records).find(({ id }) => id === reason.offeringId)
          if (row === undefined) return undefined
          const { waitlisted, completed, enrolled, failed, noShow } = row
          return { waitlisted, completed, held: enrolled + completed + failed + noShow }[reason.counted]
        },
        of: 'offering',
        only: { offeringId: reason.offeringId },
      }
    case 'seat':
      return {
        look: (records) =>
          seatsIn(records, reason.offeringId).find(({ learnerId }) => learnerId === reason.learnerId)?.status,
        of: 'whole',
        only: { offeringId: reason.offeringId, learnerId: reason.learnerId },
      }
    case 'duty':
      return {
        look: (records, people) =>
          dutiesIn(
            moment,
            records,
            people.filter(({ learnerId }) => learnerId === reason.learnerId),
          ).find(({ requirementId }) => requirementId === reason.requirementId),
        of: 'whole',
        only: { learnerId: reason.learnerId },
      }
    case 'line':
      return {
        look: (records) =>
          planIn(moment, records).find(({ lineId }) => lineId === reason.lineId)?.[reason.counted],
        of: reason.counted === 'trained' ? 'learner' : 'whole',
      }
    case 'hours':
      return {
        look: (records, people) => minutesIn(records, people).get(`${reason.row} ${reason.column}`),
        of: 'learner',
      }
    case 'gap':
      return {
        look: (records) =>
          gapsIn(moment, records).find(
            ({ role, competency }) => role === reason.role && competency === reason.competency,
          ),
        of: 'whole',
      }
    case 'chain':
      return {
        look: (records) =>
          chainIn(records).filter(
            ({ needId, programId }) =>
              (reason.needId === undefined || needId === reason.needId) &&
              (reason.programId === undefined || programId === reason.programId),
          ),
        of: 'whole',
      }
  }
}

/** One subject of one record, its events in the order of the log, and its state after each of them. */
type Subject = {
  readonly record: RecordName
  readonly name: string
  readonly events: LogEvent[]
  readonly states: unknown[]
}

const emptyRecords = (): Records =>
  ({ ...Object.fromEntries(recordNames.map((name) => [name, {}])), events: 0 }) as unknown as Records

/** Which records a number reads. */
const readBy = (look: Look, records: Records, people: People): readonly RecordName[] => {
  const read = new Set<string>()
  look(
    new Proxy(records, {
      get: (all, name: string) => {
        read.add(name)
        return all[name as keyof Records]
      },
    }),
    people,
  )
  return recordNames.filter((name) => read.has(name))
}

const subjectsIn = (events: readonly LogEvent[]): readonly Subject[] => {
  const found = new Map<string, Subject>()
  const naming = recordNames.map((record) => [record, subjectNames(recordProjections[record])] as const)
  for (const event of events)
    for (const [record, nameOf] of naming) {
      const name = nameOf(event)
      if (name === undefined) continue
      const key = `${record} ${name}`
      const subject = found.get(key) ?? { record, name, events: [], states: [] }
      found.set(key, subject)
      const projection: AnyProjection = recordProjections[record]
      subject.states.push(evolve(projection, subject.states.at(-1) ?? projection.initial(), event))
      subject.events.push(event)
    }
  return [...found.values()]
}

/** The learner or the class that a subject is of; none, when it is of all of them: a plan, a requirement. */
const shareOf = ({ record, events: [first] }: Subject, of: Numbered['of']): string | undefined => {
  const isOwn =
    of === 'learner'
      ? record === 'enrolments' || record === 'learners'
      : record === 'enrolments' || record === 'offerings'
  const id = of === 'whole' || !isOwn ? undefined : first?.data[`${of}Id`]
  return typeof id === 'string' ? id : undefined
}

const isOnly = ({ data }: LogEvent, only: Numbered['only'] = {}): boolean =>
  Object.entries(only).every(([name, id]) => typeof data[name] !== 'string' || data[name] === id)

/** Puts a state where the subject stands; none takes the subject away. */
const put = (records: Records, { record, name }: Subject, state: unknown): void => {
  const own = records[record] as Record<string, unknown>
  if (state === undefined) delete own[name]
  else own[name] = state
}

const stateOf = ({ record }: Subject, events: readonly LogEvent[]): unknown =>
  events.length === 0 ? undefined : fold(recordProjections[record] as never, events)

type Walk = {
  readonly subjects: readonly Subject[]
  /** Events that are tried; the others of these subjects are folded all the same. */
  readonly isTried: (event: LogEvent) => boolean
  readonly look: (records: Records) => unknown
}

/** The events at which the number moves as these subjects are folded, and those without which it would be another. */
const moving = (
  { subjects, isTried, look }: Walk,
  order: ReadonlyMap<LogEvent, number>,
): readonly LogEvent[] => {
  const touched = new Map<LogEvent, Subject[]>()
  for (const subject of subjects)
    for (const event of subject.events) {
      const own = touched.get(event)
      if (own === undefined) touched.set(event, [subject])
      else own.push(subject)
    }
  const inOrder = [...touched].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const told = (records: Records): string => JSON.stringify(look(records)) ?? ''
  const found = new Set<LogEvent>()
  const folded = new Map<Subject, number>()
  const records = emptyRecords()
  let now: string | undefined
  for (const [event, own] of inOrder) {
    const before = isTried(event) ? (now ?? told(records)) : undefined
    for (const subject of own) {
      const at = folded.get(subject) ?? 0
      folded.set(subject, at + 1)
      put(records, subject, subject.states[at])
    }
    now = before === undefined ? undefined : told(records)
    if (now !== before) found.add(event)
  }
  const end = now ?? told(records)
  for (const [event, own] of inOrder) {
    if (!isTried(event) || found.has(event)) continue
    for (const subject of own)
      put(
        records,
        subject,
        stateOf(
          subject,
          subject.events.filter((one) => one !== event),
        ),
      )
    if (told(records) !== end) found.add(event)
    for (const subject of own) put(records, subject, subject.states.at(-1))
  }
  return [...found]
}

/** Of all that happened up to an instant, the events behind a number. Yields how much of it is done, from 0 to 1. */
export function* eventsBehind(
  { events, people }: Year,
  moment: Moment,
  reason: Reason,
): Generator<number, readonly LogEvent[]> {
  const { look, of, only } = numbered(reason, moment)
  const time = timeIn(moment.mode)
  const past = events.filter((event) => time(event) <= moment.at && isOnly(event, only))
  const order = new Map(past.map((event, at) => [event, at]))
  const all = subjectsIn(past)
  const whole = emptyRecords()
  for (const subject of all) put(whole, subject, subject.states.at(-1))
  const read = new Set(readBy(look, whole, people))
  const common: Subject[] = []
  const shares = new Map<string, Subject[]>()
  for (const subject of all) {
    if (!read.has(subject.record)) continue
    const share = shareOf(subject, of)
    if (share === undefined) common.push(subject)
    else shares.set(share, [...(shares.get(share) ?? []), subject])
  }
  const inCommon = new Set(common.flatMap((subject) => subject.events))
  const behind = new Set<LogEvent>()
  const walk = (one: Walk) => {
    for (const event of moving(one, order)) behind.add(event)
  }
  const staff = new Map(people.map((one) => [one.learnerId, one]))
  const peopleOf = (ids: Iterable<string>): People =>
    of === 'learner' ? [...ids].flatMap((id) => staff.get(id) ?? []) : people
  const isOf = (classes: ReadonlySet<unknown>, { record, name }: Subject) =>
    record !== 'offerings' || classes.has(name)
  let walked = 0
  const walks = shares.size + common.length
  for (const [id, own] of shares) {
    yield walked++ / walks
    const these = peopleOf([id])
    const classes = new Set(own.flatMap((one) => one.events.map(({ data }) => data.offeringId)))
    walk({
      subjects: [...own, ...common.filter((one) => isOf(classes, one))],
      isTried: (event) => !inCommon.has(event),
      look: (records) => look(records, these),
    })
  }
  // What is common to many has all of their shares beside it: those of a class, or everybody's.
  for (const subject of common) {
    yield walked++ / walks
    const isIn = (own: readonly Subject[]) =>
      subject.record !== 'offerings' ||
      own.some((one) => one.events.some(({ data }) => data.offeringId === subject.name))
    const beside = [...shares].filter(([, own]) => isIn(own))
    const these = subject.record === 'offerings' ? peopleOf(beside.map(([id]) => id)) : people
    const tried = new Set(subject.events)
    walk({
      subjects: [...common, ...beside.flatMap(([, own]) => own)],
      isTried: (event) => tried.has(event),
      look: (records) => look(records, these),
    })
  }
  return past.filter((event) => behind.has(event))
}

/** None, once it is no longer wanted. */
export const evidenceFor = async (
  year: Year,
  moment: Moment,
  reason: Reason,
  told: (done: number) => void,
  isWanted: () => boolean,
): Promise<Evidence | undefined> => {
  const search = eventsBehind(year, moment, reason)
  let step = search.next()
  for (let since = performance.now(); step.done !== true; step = search.next())
    if (performance.now() - since > 60) {
      told(step.value)
      // the page may ask for another frame meanwhile
      await new Promise((resume) => setTimeout(resume, 0))
      if (!isWanted()) return undefined
      since = performance.now()
    }
  const found = step.value
  const counts = new Map<string, number>()
  for (const { type } of found) counts.set(type, (counts.get(type) ?? 0) + 1)
  return {
    total: found.length,
    byType: [...counts].sort(([, a], [, b]) => b - a),
    events: found.slice(-shown).reverse(),
  }
}
