/**
 * One part, folded: its views and how far they have come are kept together in one message. It is written on the condition that
 * nobody else has written it since (`lastSubjectSequence`): of two processes that both take a part for theirs only one can go on.
 */
import { DeliverPolicy } from '@nats-io/jetstream'
import { type AnyProjection, isIdentityEvent, isLeft, project } from 'training-ops'
import type { StoredEvent } from 'training-ops/host'
import { type Cluster, eventSubject, eventsOf, keptOf, keptSubject, lastOf } from './nats.ts'
import { type E, type Part, training, viewsOf } from './training.ts'

export type Kept = {
  readonly owner: string
  /** The last message that is folded, and the position of its event in the log. */
  readonly sequence: number
  readonly position: number
  readonly states: Readonly<Record<string, unknown>>
  /** The events so far that say who is one with whom. */
  readonly said: readonly E[]
}
export const nothingYet: Kept = { owner: '', sequence: 0, position: 0, states: {}, said: [] }

export const keptNow = async (
  cluster: Cluster,
  part: Part,
): Promise<{ readonly kept: Kept; readonly version: number }> => {
  const last = await lastOf(cluster, keptOf(cluster), keptSubject(cluster, part))
  return last === undefined
    ? { kept: nothingYet, version: 0 }
    : { kept: JSON.parse(last.text) as Kept, version: last.sequence }
}

/** Answers with the new version, or with nothing where somebody else has written it since. */
const keep = async (
  cluster: Cluster,
  part: Part,
  kept: Kept,
  version: number,
): Promise<number | undefined> => {
  try {
    const { seq } = await cluster.js.publish(keptSubject(cluster, part), JSON.stringify(kept), {
      expect: { lastSubjectSequence: version },
    })
    return seq
  } catch (error) {
    if (/wrong last sequence/.test((error as Error).message)) return undefined
    throw error
  }
}

type Message = { readonly seq: number; readonly json: () => unknown }
const read = (message: Message): { readonly position: number; readonly event: E } => {
  const { position, type, data, metadata } = message.json() as StoredEvent
  const decoded = training.decode({ type, data, metadata })
  if (isLeft(decoded)) throw new Error(`cluster: ${type} at ${position} is none this version can read`)
  return { position, event: decoded.right }
}

const messagesOf = async (cluster: Cluster, part: Part, after: number) => {
  const consumer = await cluster.js.consumers.get(eventsOf(cluster), {
    filter_subjects: eventSubject(cluster, part),
    ...(after === 0
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 }),
  })
  return consumer.consume({ max_messages: 500 })
}

/** All of a part up to a message: once two are known to be one, a view is folded from the beginning. */
const allUpTo = async (cluster: Cluster, part: Part, sequence: number): Promise<readonly E[]> => {
  const all: E[] = []
  let last = 0
  const messages = await messagesOf(cluster, part, 0)
  for await (const message of messages) {
    const { position, event } = read(message)
    if (position > last) all.push(event)
    last = Math.max(last, position)
    if (message.seq >= sequence) break
  }
  messages.stop()
  return all
}

export type Figures = { folded: number; claimed: number; fenced: number; foldedAnew: number }

/** Takes a part and folds it until `isMine` says no or somebody else has taken it. */
export const foldPart = async (
  cluster: Cluster,
  part: Part,
  owner: string,
  isMine: () => boolean,
  figures: Figures,
): Promise<void> => {
  const start = await keptNow(cluster, part)
  let kept: Kept = { ...start.kept, owner }
  const claimed = await keep(cluster, part, kept, start.version)
  if (claimed === undefined) return
  let version = claimed
  figures.claimed++
  const messages = await messagesOf(cluster, part, kept.sequence)
  let waiting: Message[] = []

  const fold = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    const { sequence, position } = kept
    const entries = batch.filter(({ seq }) => seq > sequence).map(read)
    const fresh = entries.filter(
      (one, at) =>
        one.position > Math.max(position, ...entries.slice(0, at).map((earlier) => earlier.position)),
    )
    const events = fresh.map(({ event }) => event)
    const reached = batch.at(-1)?.seq ?? sequence
    const said = [...kept.said, ...events.filter(isIdentityEvent)]
    const isMerged = said.length > kept.said.length
    const all = isMerged ? await allUpTo(cluster, part, reached) : []
    if (isMerged) figures.foldedAnew++
    const states = viewsOf(part).map((view: AnyProjection) => {
      const from = kept.states[view.name] as never
      const state = isMerged
        ? project(view, all)
        : project(view, events, { identities: kept.said, ...(from === undefined ? {} : { from }) })
      return [view.name, state]
    })
    kept = {
      owner,
      sequence: reached,
      position: fresh.at(-1)?.position ?? position,
      states: Object.fromEntries(states),
      said,
    }
    const next = await keep(cluster, part, kept, version)
    if (next === undefined) {
      figures.fenced++
      messages.stop()
      return
    }
    version = next
    figures.folded += events.length
  }

  /** Every fifth of a second, or when many wait. */
  let folding: Promise<void> = Promise.resolve()
  let failure: unknown
  const go = () => {
    folding = folding
      .then(() => (waiting.length > 0 ? fold() : undefined))
      .catch((error) => {
        failure ??= error
        messages.stop()
      })
  }
  const timer = setInterval(() => (isMine() ? go() : messages.stop()), 200)
  try {
    for await (const message of messages) {
      if (!isMine()) break
      waiting.push(message)
      if (waiting.length === 500) go()
    }
  } finally {
    clearInterval(timer)
    messages.stop()
    await folding
  }
  if (failure !== undefined) throw failure
}
