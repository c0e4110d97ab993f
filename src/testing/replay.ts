import { type AnyEvent, type Command, given, isRight, mistake, project } from '../kernel/index.ts'
import { describeValue, failure } from './describe-value.ts'
import { createLook, type Invariant, type TerminalState } from './laws/invariants.ts'
import { livesOf, tags } from './laws/of-events.ts'
import type { NeverAfter, Within } from './laws/temporal.ts'
import { type AnyStory, instantOf, type Workflow } from './story.ts'
import { type KitLanguage, wordsOf } from './words/index.ts'

/** The laws of `lawsOf` that a log alone can break. */
export type LogLaws<C extends Command = Command, E extends AnyEvent = AnyEvent, R = unknown> = {
  /** The system that the log belongs to: every event has to be read by it, and carry its tags. */
  readonly workflow: Workflow<C, E, R>
  readonly always?: Readonly<Record<string, Invariant>>
  readonly until?: Readonly<Record<string, TerminalState>>
  readonly within?: Readonly<Record<string, Within>>
  readonly neverAfter?: Readonly<Record<string, NeverAfter>>
  /** `always` is looked at after so many events: 1. The first event that breaks it is told all the same, unless it was mended before the next look. */
  readonly every?: number
  readonly language?: KitLanguage
}

export type Replayed = {
  /** Events read, up to the one that broke a law. */
  readonly events: number
  /** The first event that breaks a law, and its place in the log, from 1. */
  readonly broken?: {
    readonly law: string
    readonly place: number
    readonly event: unknown
    readonly because: string
  }
  /** Laws about time that wait for something when the log ends: neither kept nor broken. */
  readonly inconclusive: readonly string[]
  readonly describe: () => string
  /** Throws the event that breaks a law, with the law and the reason. */
  readonly mustHold: () => void
}

type Data = Readonly<Record<string, unknown>>
type Breach = { readonly law: string; readonly because: string } | undefined
const day = 86_400_000

/**
 * Holds a log of production against your laws, one event after the other as a store gives them: each is read, as old as it is,
 * and the first that breaks a law is told. `until`, `within` and `neverAfter` are as in `lawsOf`. An event awaited `within` so many days is
 * broken by the first event after them, and inconclusive where the log ends sooner.
 *
 * @example
 * ```ts
 * import { assemble, catalog } from 'training-ops'
 * import { replay } from 'training-ops/testing'
 * const at = '2026-03-01T09:00:00.000Z'
 * const drafted = { type: 'CourseDrafted', data: { at, courseId: 'selling', title: 'Selling' } }
 * const { broken } = await replay([drafted, drafted], {
 *   workflow: assemble([catalog]),
 *   always: { 'a course is drafted once': (_, events) => events.length === 1 || 'twice' },
 *   every: 1,
 * })
 * broken?.place // => 2
 * broken?.because // => 'twice'
 * ```
 */
export const replay = async <C extends Command, E extends AnyEvent, R>(
  log: Iterable<unknown> | AsyncIterable<unknown>,
  laws: LogLaws<C, E, R>,
): Promise<Replayed> => {
  const { workflow, always = {}, every = 1 } = laws
  if (!Number.isInteger(every) || every < 1)
    throw mistake('replay', 'a number of events from 1 on as every', String(every))
  const words = wordsOf(laws.language)
  const events: AnyEvent[] = []
  const rules = Object.entries(always)
  const ofOne = [
    ...Object.entries(laws.until ?? {}).map(([name, one]) =>
      staysClosed(`${words.closed}${words.colon}${name}`, one),
    ),
    ...Object.entries(laws.neverAfter ?? {}).map(([name, one]) => comesNever(name, one)),
  ]
  const waiting = Object.entries(laws.within ?? {}).map(([name, one]) => comesInTime(name, one, words.never))
  const lookAt = createLook()
  let seen = 0

  const invariantsBroken = (upTo: number): Breach => {
    const past = upTo === events.length ? events : events.slice(0, upTo)
    for (const [law, holds] of rules) {
      const verdict = holds(lookAt(past), past, [])
      if (verdict !== true)
        return {
          law,
          because: typeof verdict === 'string' ? verdict : `${upTo}. ${describeValue(past.at(-1) ?? {})}`,
        }
    }
    return undefined
  }
  const told = (place: number, event: unknown, { law, because }: NonNullable<Breach>) =>
    answered({ law, place, event, because })
  const answered = (broken?: Replayed['broken']): Replayed => {
    const describe = () =>
      broken === undefined
        ? `${words.events}${words.colon}${events.length}`
        : `${words.broken}${words.colon}${broken.law}\n\n  ${String(broken.place).padStart(3)}. ${describeValue(broken.event as object)}\n\n${words.because}${words.colon}${broken.because}`
    return {
      events: events.length,
      ...given({ broken }),
      inconclusive: broken === undefined ? waiting.filter(({ waits }) => waits()).map(({ law }) => law) : [],
      describe,
      mustHold: () => {
        if (broken !== undefined) throw failure([describe()])
      },
    }
  }
  /** After several events at once: the first of them after which the same laws do not hold. */
  const firstBroken = (): ReturnType<typeof told> | undefined => {
    const from = seen
    seen = events.length
    if (from === seen) return undefined
    const kept = lookAt.keep()
    if (invariantsBroken(seen) === undefined) return undefined
    lookAt.restore(kept)
    for (let upTo = from + 1; upTo <= seen; upTo++) {
      const breach = invariantsBroken(upTo)
      if (breach !== undefined) return told(upTo, events[upTo - 1], breach)
    }
    return undefined
  }

  for await (const stored of log) {
    const place = events.length + 1
    const read = workflow.decode(stored)
    if (!isRight(read))
      return firstBroken() ?? told(place, stored, { law: words.fits, because: describeValue(read.left) })
    const event = read.right as AnyEvent
    const untagged = tags({ workflow, events: [event] } as unknown as AnyStory)
    events.push(event)
    const breach =
      (untagged && { law: words.tags, ...untagged }) ??
      first(ofOne, (look) => look(event)) ??
      first(waiting, ({ look }) => look(event))
    if (breach !== undefined || place % every === 0) {
      const earlier = firstBroken()
      if (earlier !== undefined) return earlier
    }
    if (breach !== undefined) return told(place, event, breach)
  }
  return firstBroken() ?? answered()
}

const first = <Item>(items: readonly Item[], of: (item: Item) => Breach): Breach => {
  for (const item of items) {
    const breach = of(item)
    if (breach !== undefined) return breach
  }
  return undefined
}

const staysClosed = (law: string, { of, is }: TerminalState) => {
  const states = new Map<string, { readonly state: unknown; readonly over?: AnyEvent }>()
  return (event: AnyEvent): Breach => {
    for (const [subject] of livesOf(of, [event])) {
      const { state: before, over } = states.get(subject) ?? {}
      if (over !== undefined)
        return { law, because: `${of.name} ${subject}: ${describeValue(over)} … ${describeValue(event)}` }
      const view = project(of, [event], given({ from: before }) as never)
      const state = subject === '' ? view : (view as Data)[subject]
      states.set(subject, { state: view, ...(is(state) ? { over: event } : {}) })
    }
    return undefined
  }
}

const keyOf = (fields: readonly string[], { data }: AnyEvent): string =>
  JSON.stringify(fields.map((field) => (data as Data)[field]))

const comesNever = (law: string, { after, never, same, unless = [] }: NeverAfter) => {
  const began = new Map<string, AnyEvent>()
  return (event: AnyEvent): Breach => {
    const key = keyOf(same, event)
    const from = began.get(key)
    if (unless.includes(event.type)) began.delete(key)
    else if (from !== undefined && never.includes(event.type))
      return { law, because: `${describeValue(from)} … ${describeValue(event)}` }
    if (event.type === after) began.set(key, event)
    return undefined
  }
}

const comesInTime = (law: string, { after, comes, days, same }: Within, never: string) => {
  const awaited = new Map<string, { readonly event: AnyEvent; readonly end: string }>()
  let now = ''
  const look = (event: AnyEvent): Breach => {
    const at = instantOf(event.data)
    if (at === undefined) return undefined
    const key = keyOf(same, event)
    if (at > now) now = at
    if (comes.includes(event.type) && at <= (awaited.get(key)?.end ?? '')) awaited.delete(key)
    for (const { event, end } of awaited.values())
      if (end < now)
        return { law, because: `${describeValue(event)}\n           ${never}: ${comes.join(' | ')} ≤ ${end}` }
    if (event.type === after && !awaited.has(key))
      awaited.set(key, { event, end: new Date(Date.parse(at) + days * day).toISOString() })
    return undefined
  }
  return { law, look, waits: () => awaited.size > 0 }
}
