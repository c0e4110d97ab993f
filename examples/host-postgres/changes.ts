/**
 * Views as they change, for whoever stays. One subject is told again each time it has changed. A view of many subjects is told
 * page by page, and from then on only what has changed in it: gathered for a moment, written once, and sent to every reader.
 */
import type { ChangedSubjects, HostViews } from 'training-ops/host'

export type Message = { readonly event: string; readonly data: string; readonly id?: string }

/** What one reader has not been told yet. */
export type Reading = {
  /** Of one subject: what will be told, for the question who may read it. */
  readonly state: () => unknown
  /** Nothing when there is nothing new. */
  readonly next: () => readonly Message[]
  readonly end: () => void
}

/** How long changes are gathered, in milliseconds. */
const gatherMs = 100
/** Subjects in one message, and in one page unless said; and in one page at most. */
export const [pageSize, largestPage] = [200, 1000] as const
/** Changes that are remembered, for who comes back or reads slowly. Who has missed more is told all of it again. */
const mostRemembered = 10_000

type States = Readonly<Record<string, unknown>>

/** Of one subject, or of a view without subjects: the last state, where it has changed. */
export const readingOfOne = (
  views: HostViews,
  name: string,
  subject: string | undefined,
  wake: () => void,
): Reading => {
  let latest = views.look(name, subject)
  const end = views.watch(name, subject, (seen) => {
    latest = seen
    wake()
  })
  return {
    state: () => latest?.state,
    next: () => {
      if (latest === undefined) return []
      const { position, state } = latest
      latest = undefined
      return [{ event: 'state', id: String(position), data: JSON.stringify(state) }]
    },
    end,
  }
}

type Feed = {
  /** What a reader who has come to a position has not been told, and the position it is then at. */
  readonly after: (position: number) => { readonly messages: readonly Message[]; readonly position: number }
  readonly wakers: Set<() => void>
}

const openFeed = (views: HostViews, name: string): Feed => {
  const wakers = new Set<() => void>()
  const whole = () => views.look(name) as { readonly position: number; readonly state: States }
  let recent: { readonly position: number; readonly subject: string }[] = []
  /** Changes after `from` are remembered; those up to `told` are told. */
  let from = whole().position
  let [told, latest] = [from, from]
  let isGathering = false
  /** Readers keep step: what one of them is told the next is told as well. */
  const written = new Map<number, readonly Message[]>()

  const tell = (): void => {
    isGathering = false
    told = latest
    written.clear()
    for (const wake of wakers) wake()
  }
  views.watchSubjects(name, ({ position, subjects }: ChangedSubjects) => {
    latest = position
    if (subjects === 'anew') {
      recent = []
      from = position
    } else for (const subject of subjects) recent.push({ position, subject })
    if (recent.length > 2 * mostRemembered) {
      const dropped = recent.splice(0, recent.length - mostRemembered)
      from = dropped.at(-1)?.position ?? from
    }
    if (isGathering) return
    isGathering = true
    setTimeout(tell, gatherMs)
  })

  const statesOf = (entries: readonly (readonly [string, unknown])[]): string =>
    `{${entries.map(([subject, state]) => `${JSON.stringify(subject)}:${textOf(state)}`).join(',')}}`
  /** The last of them bears the position: who is cut off before it begins again. */
  const pagesOf = (entries: readonly (readonly [string, unknown])[], position: number): Message[] => {
    const pages: Message[] = []
    for (let at = 0; at < entries.length; at += pageSize)
      pages.push({ event: 'states', data: statesOf(entries.slice(at, at + pageSize)) })
    const last = pages.pop()
    return last === undefined ? [] : [...pages, { ...last, id: String(position) }]
  }

  /** The whole as last written: of its states the texts are kept, so that it is written once for many. */
  let begun: { readonly state: States; readonly messages: readonly Message[] } | undefined
  const anew = (): { readonly messages: readonly Message[]; readonly position: number } => {
    const { position, state } = whole()
    if (begun?.state !== state) {
      const entries = Object.entries(state)
      const first = { event: 'anew', data: JSON.stringify({ subjects: entries.length }) }
      const own = entries.length === 0 ? { id: String(position) } : {}
      begun = { state, messages: [{ ...first, ...own }, ...pagesOf(entries, position)] }
    }
    return { messages: begun.messages, position }
  }

  const changedAfter = (position: number): readonly Message[] => {
    const subjects = new Set<string>()
    for (let at = recent.length - 1; at >= 0 && (recent[at]?.position as number) > position; at--)
      subjects.add(recent[at]?.subject as string)
    const entries = [...subjects].flatMap((subject) => {
      const seen = views.look(name, subject)
      return seen === undefined ? [] : [[subject, seen.state] as const]
    })
    return pagesOf(entries, told)
  }

  return {
    wakers,
    after: (position) => {
      if (position < from || position > latest) return anew()
      if (position >= told) return { messages: [], position }
      let messages = written.get(position)
      if (messages === undefined) {
        messages = changedAfter(position)
        written.set(position, messages)
      }
      return { messages, position: told }
    },
  }
}

/** States are frozen, and the same object while nothing happens to them. */
const texts = new WeakMap<object, string>()
const textOf = (state: unknown): string => {
  if (typeof state !== 'object' || state === null) return JSON.stringify(state)
  const text = texts.get(state) ?? JSON.stringify(state)
  texts.set(state, text)
  return text
}

/** Of views of many subjects: one feed a view, however many read it. */
export const openFeeds = (views: HostViews) => {
  const feeds = new Map<string, Feed>()
  return (name: string, cameTo: number | undefined, wake: () => void): Reading => {
    const feed = feeds.get(name) ?? openFeed(views, name)
    feeds.set(name, feed)
    feed.wakers.add(wake)
    let reached = cameTo ?? -1
    return {
      state: () => undefined,
      next: () => {
        const { messages, position } = feed.after(reached)
        reached = position
        return messages
      },
      end: () => void feed.wakers.delete(wake),
    }
  }
}

/** The subjects of a view in the order of their names, from one on: a page of it, and after which subject the next begins. */
export const pageOf = (
  state: States,
  after: string | undefined,
  limit: number,
): { readonly state: States; readonly next?: string } => {
  const names = sortedNames(state)
  const start = after === undefined ? 0 : firstAfter(names, after)
  const page = names.slice(start, start + limit)
  const last = page.at(-1)
  return {
    state: Object.fromEntries(page.map((subject) => [subject, state[subject]])),
    ...(last === undefined || start + limit >= names.length ? {} : { next: last }),
  }
}

const sorted = new WeakMap<States, readonly string[]>()
const sortedNames = (state: States): readonly string[] => {
  const names = sorted.get(state) ?? Object.keys(state).sort()
  sorted.set(state, names)
  return names
}

const firstAfter = (names: readonly string[], after: string): number => {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] as string) <= after) low = middle + 1
    else high = middle
  }
  return low
}
