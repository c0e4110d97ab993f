/** Views folded in parts by two processes, then four, killed and dealt out anew under load: merged they are the view of the whole. */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { canonical, project, resourceRecord, shardOf } from 'training-ops'
import { memoryPorts, startHost } from 'training-ops/host'
import { describe, expect, test } from 'vitest'
import { type Cluster, dropStreams, makeStreams, openCluster, server } from '../nats.ts'
import { type Figures, foldPart, keptNow } from '../part.ts'
import { relay } from '../relay.ts'
import { runCluster } from '../run.ts'
import { type E, parts, partsOfField, training, views } from '../training.ts'

const found = await openCluster('looking')
await found?.nats.close()
const because = found === undefined ? ` (skipped: no NATS with JetStream answers at ${server})` : ''

describe.skipIf(found === undefined)(`a cluster on NATS JetStream${because}`, () => {
  test('two processes, then four, three of them killed: every view is the view of the whole', async () => {
    const told = await runCluster({ workers: 2, more: 2, kills: 3, everyMs: 600 })
    expect(told).toMatchObject({ ended: 0, processes: 4, owners: 4 })
    expect(told?.equal).toEqual(
      views.map(({ name }) => ({ view: name, subjects: expect.any(Number), isEqual: true })),
    )
    expect(Math.min(...(told?.equal ?? []).map(({ subjects }) => subjects))).toBeGreaterThan(10)
    // Parts went from one process to another, and what the relay published again is there once.
    expect(told?.claimed).toBeGreaterThan(parts.length)
    expect(told?.relayCrashes).toBeGreaterThan(0)
    expect(told?.published).toBe(told?.due)
  })

  test('of two processes that take one part for theirs the former is refused, and lets go', async () => {
    const cluster = (await openCluster(`training_${randomBytes(4).toString('hex')}`)) as Cluster
    await makeStreams(cluster)
    const at = '2026-03-01T01:00:00.000Z'
    const ports = memoryPorts({ now: () => at })
    const host = await startHost(training, ports)
    let published = 0
    const register = async (title: string) => {
      const room = { at, resourceId: 'room', kind: 'venue', title } as const
      const { RegisterResource, ReserveSlot } = training.command
      const metadata = { commandId: title }
      const hour = Number(title)
      const slot = (end: number) => `2026-04-06T${String(end).padStart(2, '0')}:00:00.000Z`
      await host.execute(
        hour === 0
          ? RegisterResource(room, metadata)
          : ReserveSlot(
              { at, resourceId: 'room', slotId: title, start: slot(hour), end: slot(hour + 1) },
              metadata,
            ),
      )
      published = await relay(cluster, ports.store.after, published, () => {})
    }
    const [event] = [{ type: '', data: { resourceId: 'room' } }]
    const part = { field: 'resourceId', number: shardOf(resourceRecord, event as never, partsOfField) }
    const until = async (holds: (kept: Awaited<ReturnType<typeof keptNow>>['kept']) => boolean) => {
      while (!holds((await keptNow(cluster, part)).kept)) await pause(20)
    }
    const nothing = (): Figures => ({ folded: 0, claimed: 0, fenced: 0, foldedAnew: 0 })
    const [former, latter] = [nothing(), nothing()]
    let isOver = false

    await register('0')
    const first = foldPart(cluster, part, 'former', () => true, former)
    await until(({ position }) => position === published)
    const second = foldPart(cluster, part, 'latter', () => !isOver, latter)
    await until(({ owner }) => owner === 'latter')
    await register('1')
    await register('2')
    await first
    await until(({ position }) => position === published)
    isOver = true
    await second

    expect([former.fenced, latter.fenced]).toEqual([1, 0])
    const { kept } = await keptNow(cluster, part)
    const log = (await ports.store.after(0, 100)) as unknown as readonly E[]
    expect(kept.owner).toBe('latter')
    expect(canonical(kept.states.resourceRecord as never)).toBe(canonical(project(resourceRecord, log)))
    await dropStreams(cluster)
    await cluster.nats.close()
    await host.close()
  })
})
