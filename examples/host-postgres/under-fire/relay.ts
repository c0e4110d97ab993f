/**
 * The log sent on to NATS JetStream: each event once, however often it is published; dealt out by shard key to two
 * consumers, whose halves of a view merge to the whole. `--nats HOST:PORT`, 127.0.0.1:4222 unless said.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { AckPolicy, type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { canonical, enrolmentRecord, isRight, mergeViews, project, shardOf } from 'training-ops'
import { openDatabase } from '../database.ts'
import type { E } from '../service.ts'
import { startService } from '../service.ts'
import { openStore, shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { theSystem } from '../who-asks.ts'
import { open } from './a-run.ts'

const { values } = parseArgs({ options: { nats: { type: 'string', default: '127.0.0.1:4222' } } })
const [classes, people, shards] = [20, 25, 2]

const run = await open('relay')
const database = await openDatabase(run.place)
const store = await openStore(database.pool, shapeOf(training))
const at = '2026-03-01T01:00:00.000Z'
// The clock stands still, so that no deadline adds to the log while it is compared.
const service = await startService(database, { now: () => at })
let asked = 0
const ask = (type: string, data: object) =>
  service.execute({
    type,
    data: { at, ...data },
    metadata: { commandId: `c-${++asked}`, actor: theSystem.actor },
  } as never)
await Promise.all(
  Array.from({ length: classes }, async (_, nth) => {
    const offeringId = `o-${nth}`
    const session = {
      sessionId: `s-${nth}`,
      start: '2026-04-06T01:00:00.000Z',
      end: '2026-04-06T09:00:00.000Z',
    }
    await ask('ScheduleOffering', {
      ...{ offeringId, courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' },
      sessions: [{ ...session, zone: 'Asia/Shanghai' }],
      capacity: { min: 1, max: 12 },
      completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
    })
    await ask('OpenEnrolment', { offeringId })
    for (let one = 0; one < people; one++)
      await ask('RequestEnrolment', { offeringId, learnerId: `l-${nth}-${one}`, source: 'self' })
  }),
)

const nats = await connect({ servers: values.nats, timeout: 5000 })
const manager = await jetstreamManager(nats)
const stream = `training_${randomBytes(4).toString('hex')}`
await manager.streams.add({ name: stream, subjects: [`${stream}.>`], duplicate_window: 120e9 })

/** From a position on; answers with the position it has come to, which is what one keeps. */
const relay = async (to: JetStreamClient, position: number): Promise<number> => {
  let reached = position
  for (;;) {
    const entries = (await store.after(reached, 200)) as unknown as readonly (E & {
      readonly position: number
    })[]
    // All of a page before the next: what is published again after a crash is in the stream's window, and is kept once.
    await Promise.all(
      entries.map(({ position: _, ...event }) =>
        to.publish(
          `${stream}.${shardOf(enrolmentRecord, event as E, shards)}.${event.type}`,
          JSON.stringify(event),
          {
            msgID: event.metadata?.eventId ?? '',
          },
        ),
      ),
    )
    reached = entries.at(-1)?.position ?? reached
    if (entries.length < 200) return reached
  }
}
const js = jetstream(nats)
const stored = async () => (await manager.streams.info(stream)).state.messages
const began = performance.now()
await relay(js, 0)
const seconds = (performance.now() - began) / 1000
const [once] = [await stored()]
await relay(js, 0)
const twice = await stored()

const halfOf = async (shard: number) => {
  const name = `half-${shard}`
  await manager.consumers.add(stream, {
    durable_name: name,
    ack_policy: AckPolicy.Explicit,
    filter_subject: `${stream}.${shard}.>`,
  })
  const consumer = await js.consumers.get(stream, name)
  const { num_pending: pending } = await consumer.info()
  const events: E[] = []
  const messages = await consumer.fetch({ max_messages: pending, expires: 10_000 })
  for await (const message of messages) {
    const read = training.decode(message.json())
    if (isRight(read)) events.push(read.right)
    message.ack()
  }
  return project(enrolmentRecord, events)
}
const [a, b] = [await halfOf(0), await halfOf(1)]
const log = await store.after(0, 1_000_000)
const whole = project(enrolmentRecord, log as unknown as readonly E[])
const merged = canonical(mergeViews(enrolmentRecord, a, b)) === canonical(whole)

await manager.streams.delete(stream)
await nats.close()
await service.close()
await database.close()
await run.tell({
  'events in the log': log.length,
  'in the stream': once,
  'published a second': Math.round(log.length / seconds),
  'in the stream after all were published again': twice,
})
run.must({
  'every event is in the stream once': once === log.length && twice === once,
  'two halves of the view merge to the whole': merged && Object.keys(whole).length === classes,
})
