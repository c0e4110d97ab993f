/** The two streams of a cluster in NATS JetStream: its events by part, and of each part how far it is folded. */
import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Part } from './training.ts'

export type Cluster = {
  readonly name: string
  readonly nats: NatsConnection
  readonly js: JetStreamClient
  readonly manager: JetStreamManager
}

export const server = process.env.TRAINING_OPS_NATS ?? '127.0.0.1:4222'

/** Nothing where no NATS answers, or one without JetStream. */
export const openCluster = async (name: string): Promise<Cluster | undefined> => {
  try {
    const nats = await connect({ servers: server, timeout: 2000, maxReconnectAttempts: -1 })
    return { name, nats, js: jetstream(nats), manager: await jetstreamManager(nats) }
  } catch {
    return undefined
  }
}

export const eventsOf = ({ name }: Cluster): string => name
export const keptOf = ({ name }: Cluster): string => `${name}-kept`
export const eventSubject = (cluster: Cluster, { field, number }: Part): string =>
  `${eventsOf(cluster)}.${field}.${number}`
export const keptSubject = (cluster: Cluster, { field, number }: Part): string =>
  `${keptOf(cluster)}.${field}.${number}`

export const makeStreams = async (cluster: Cluster): Promise<void> => {
  const { manager } = cluster
  const twoMinutes = 120e9
  const events = eventsOf(cluster)
  await manager.streams.add({ name: events, subjects: [`${events}.*.*`], duplicate_window: twoMinutes })
  const kept = keptOf(cluster)
  await manager.streams.add({ name: kept, subjects: [`${kept}.*.*`], max_msgs_per_subject: 1 })
}
export const dropStreams = async (cluster: Cluster): Promise<void> => {
  for (const stream of [eventsOf(cluster), keptOf(cluster)]) await cluster.manager.streams.delete(stream)
}

/** The last message of a subject: its number in the stream, and what it holds. */
export const lastOf = async (
  { manager }: Cluster,
  stream: string,
  subject: string,
): Promise<{ readonly sequence: number; readonly text: string } | undefined> => {
  const message = await manager.streams.getMessage(stream, { last_by_subj: subject })
  return message === null ? undefined : { sequence: message.seq, text: message.string() }
}
