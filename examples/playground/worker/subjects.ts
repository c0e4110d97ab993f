/**
 * A keyed view at any instant. The events of each subject are kept in the order of the log; going from one instant to another
 * folds those subjects alone to which something happened in between, so the answer is that of `training.project(…, { asOf })`
 * and costs what changed.
 */
import { type AnyProjection, type CommandOf, type EventOf, project, type View } from 'training-ops'
import type { training } from '../../a-year-of-training/training.ts'
import type { LogEvent } from './protocol.ts'

export type Training = typeof training
export type TrainingEvent = EventOf<Training>
export type TrainingCommand = CommandOf<Training>

type Dated = { readonly time: string; readonly event: LogEvent }
type Subject = { readonly name: string; readonly dated: Dated[] }

/** How many of the sorted instants are not after `at`. */
const countUpTo = (times: readonly string[], at: string): number => {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as string) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** How the subject of an event is named in a view of a projection; none where the event is not the projection's, or of nobody. */
export const subjectNames = (projection: AnyProjection): ((event: LogEvent) => string | undefined) => {
  const keys: readonly string[] = projection.by
  const names = new Map<string, string>()
  return (event) => {
    if (!Object.hasOwn(projection.on, event.type)) return
    const ids = keys.map((key) => event.data[key])
    if (ids.some((id) => typeof id !== 'string')) return
    const key = ids.join('\n')
    const name = names.get(key) ?? Object.keys(project(projection, [event]) as object)[0] ?? ''
    names.set(key, name)
    return name
  }
}

export const subjectsOf = <P extends AnyProjection>(
  projection: P,
  events: readonly LogEvent[],
  timeOf: (event: LogEvent) => string,
): ((at: string) => View<P>) => {
  const nameOf = subjectNames(projection)
  const subjects = new Map<string, Subject>()
  const happenings: { readonly time: string; readonly subject: Subject }[] = []
  for (const event of events) {
    const name = nameOf(event)
    if (name === undefined) continue
    const subject = subjects.get(name) ?? { name, dated: [] }
    subjects.set(name, subject)
    const time = timeOf(event)
    subject.dated.push({ time, event })
    happenings.push({ time, subject })
  }
  happenings.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  const times = happenings.map(({ time }) => time)
  let upTo = 0
  let view: Readonly<Record<string, unknown>> = {}
  return (at) => {
    const next = countUpTo(times, at)
    if (next === upTo) return view as View<P>
    const moved = happenings.slice(Math.min(upTo, next), Math.max(upTo, next))
    const changed = new Set(moved.map(({ subject }) => subject))
    const now = { ...view }
    const seen: LogEvent[] = []
    for (const { name, dated } of changed) {
      delete now[name]
      for (const { time, event } of dated) if (time <= at) seen.push(event)
    }
    view = Object.assign(now, project(projection, seen))
    upTo = next
    return view as View<P>
  }
}
