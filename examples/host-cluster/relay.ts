/** The log sent on to JetStream, from a position: each event to the part it belongs to, by each field that views are split by. */
import { isIdentityEvent, shardOf } from 'training-ops'
import type { StoredEvent, StorePort } from 'training-ops/host'
import { type Cluster, eventSubject } from './nats.ts'
import { type E, fieldOf, fields, type Part, parts, partsOfField, views } from './training.ts'

const page = 200

/** Who is one with whom every part has to know. */
export const partsOf = (event: StoredEvent): readonly Part[] =>
  isIdentityEvent(event)
    ? parts
    : fields.flatMap((field) => {
        const view = views.find((one) => fieldOf(one) === field) as (typeof views)[number]
        const isAbout = typeof (event.data as Readonly<Record<string, unknown>>)[field] === 'string'
        return isAbout ? [{ field, number: shardOf(view, event as never as E, partsOfField) }] : []
      })

/**
 * Publishes all there is after a position, and keeps the position after each page. A part is published one event after the other, so
 * that it stays in the order of the log even where a publication fails. An event published again after a crash bears the same
 * id, and the stream keeps it once.
 */
export const relay = async (
  cluster: Cluster,
  after: StorePort['after'],
  position: number,
  keep: (position: number) => void,
): Promise<number> => {
  for (let reached = position; ; ) {
    const entries = await after(reached, page)
    const byPart = new Map<string, { readonly subject: string; readonly events: StoredEvent[] }>()
    for (const event of entries)
      for (const part of partsOf(event)) {
        const subject = eventSubject(cluster, part)
        const own = byPart.get(subject) ?? { subject, events: [] }
        own.events.push(event)
        byPart.set(subject, own)
      }
    await Promise.all(
      [...byPart.values()].map(async ({ subject, events }) => {
        for (const event of events)
          await cluster.js.publish(subject, JSON.stringify(event), { msgID: `${subject} ${event.position}` })
      }),
    )
    reached = entries.at(-1)?.position ?? reached
    keep(reached)
    if (entries.length < page) return reached
  }
}
