/** A host that decides, a relay that is stopped and started, and workers that are killed meanwhile: what comes of the views. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { canonical, mergeViews, project } from 'training-ops'
import { memoryPorts, startHost } from 'training-ops/host'
import {
  dropStreams,
  eventSubject,
  eventsOf,
  keptOf,
  keptSubject,
  lastOf,
  makeStreams,
  openCluster,
} from './nats.ts'
import { type Figures, keptNow } from './part.ts'
import { partsOf, relay } from './relay.ts'
import { type E, type Part, parts, training, views, viewsOf } from './training.ts'

export type Asked = {
  /** Processes to begin with; `more` join halfway. */
  readonly workers: number
  readonly more: number
  /** Times that one of them is killed (SIGKILL) and another one started. */
  readonly kills: number
  /** Milliseconds from one of these to the next. */
  readonly everyMs: number
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const at = '2026-03-01T01:00:00.000Z'

const startWorker = async (cluster: string, name: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', here('worker.ts'), cluster, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: here('tsconfig.json') },
  })
  await Promise.race([
    once(child.stdout as NonNullable<typeof child.stdout>, 'data'),
    once(child, 'exit').then(([code, signal]) => {
      throw new Error(`a worker ended with ${code ?? signal} before it began`)
    }),
  ])
  return child
}

/** Answers with nothing where no NATS with JetStream answers. */
export const runCluster = async ({ workers, more, kills, everyMs }: Asked) => {
  const cluster = await openCluster(`training_${randomBytes(4).toString('hex')}`)
  if (cluster === undefined) return undefined
  await makeStreams(cluster)
  const ports = memoryPorts({ now: () => at })
  const host = await startHost(training, ports)

  // People ask for seats and leave, and now and then two of them turn out to be one.
  let [isOver, asked] = [false, 0]
  const { command } = training
  const id = () => ({ commandId: `c-${asked++}` })
  const session = {
    start: '2026-04-06T01:00:00.000Z',
    end: '2026-04-06T09:00:00.000Z',
    zone: 'Asia/Shanghai',
  }
  const openClass = async (offeringId: string): Promise<void> => {
    const course = { courseId: 'selling', courseVersion: 1, title: 'Selling', modality: 'classroom' } as const
    const schedule = {
      ...{ at, offeringId, ...course, sessions: [{ sessionId: 's', ...session }] },
      capacity: { min: 1, max: 10 },
    }
    await host.execute(
      command.ScheduleOffering(
        {
          ...schedule,
          completionRule: { require: 'all', of: [{ kind: 'attendance', atLeast: 8000 }] },
        },
        id(),
      ),
    )
    await host.execute(command.OpenEnrolment({ at, offeringId }, id()))
    const room = { at, resourceId: `room-${offeringId}` }
    await host.execute(command.RegisterResource({ ...room, kind: 'venue', title: 'Room' }, id()))
    const { start, end } = session
    await host.execute(command.ReserveSlot({ ...room, slotId: `slot-${offeringId}`, start, end }, id()))
  }
  const load = async (lane: number): Promise<void> => {
    for (let nth = 0; !isOver; nth++) {
      const place = { at, offeringId: `o-${lane}-${nth >> 4}`, learnerId: `l-${lane}-${nth}` }
      if (nth % 16 === 0) await openClass(place.offeringId)
      await host.execute(command.RequestEnrolment({ ...place, source: 'self' }, id()))
      if (nth % 5 === 4) await host.execute(command.WithdrawEnrolment(place, id()))
      const both = { at, survivorId: place.learnerId, mergedId: `l-${lane}-${nth - 1}` }
      if (nth % 400 === 399) await host.execute(command.MergeIdentities(both, id()))
      await pause(15)
    }
  }
  const loading = Promise.all([0, 1].map(load))

  // The relay forgets now and then how far it has come, as after a crash between publishing and keeping.
  let [kept, relayCrashes, isRelaying] = [0, 0, true]
  const relaying = (async () => {
    for (let round = 1; isRelaying; round++) {
      const before = kept
      await relay(cluster, ports.store.after, kept, (position) => {
        kept = position
      })
      if (round % 10 === 0) {
        kept = before
        relayCrashes++
      }
      await pause(50)
    }
  })()

  const figures = new Map<string, Figures>()
  cluster.nats.subscribe(`${cluster.name}-figures`, {
    callback: (_, message) => {
      const { worker, ...told } = message.json<Figures & { worker: string }>()
      figures.set(worker, told)
    },
  })
  const began = performance.now()
  let named = 0
  const start = () => startWorker(cluster.name, `worker-${String(named++).padStart(3, '0')}`)
  const running = await Promise.all(Array.from({ length: workers }, start))
  let ended = 0
  const watch = (child: ChildProcess) =>
    void once(child, 'exit').then(() => {
      if (running.includes(child)) ended++
    })
  running.forEach(watch)
  for (let kill = 0; kill < kills; kill++) {
    await pause(everyMs)
    if (kill === kills >> 1)
      for (const child of await Promise.all(Array.from({ length: more }, start))) {
        running.push(child)
        watch(child)
      }
    const [one] = running.splice(Math.floor(Math.random() * running.length), 1) as [ChildProcess]
    one.kill('SIGKILL')
    const next = await start()
    running.push(next)
    watch(next)
  }
  await pause(everyMs)
  // One stands still for longer than it is waited for, and goes on as if it still held its parts.
  const [still] = running as [ChildProcess]
  still.kill('SIGSTOP')
  await pause(2500)
  still.kill('SIGCONT')
  await pause(500)
  isOver = true
  await loading
  await host.round()
  isRelaying = false
  await relaying
  await relay(cluster, ports.store.after, kept, () => {})
  const overAt = performance.now()

  /** Each part has come to the last message of its subject. */
  const isFolded = async (part: Part): Promise<boolean> => {
    const last = await lastOf(cluster, eventsOf(cluster), eventSubject(cluster, part))
    return (await keptNow(cluster, part)).kept.sequence >= (last?.sequence ?? 0)
  }
  for (let done = false; !done; ) {
    done = (await Promise.all(parts.map(isFolded))).every((one) => one)
    if (!done) await pause(50)
    if (performance.now() - overAt > 60_000) break
  }
  const caughtUpMs = performance.now() - overAt
  await pause(400)

  const stored = await ports.store.after(0, 10_000_000)
  const log = stored as unknown as readonly E[]
  const folded = await Promise.all(parts.map(async (part) => ({ part, ...(await keptNow(cluster, part)) })))
  const equal = views.map((view) => {
    const own = folded.filter(({ part }) => viewsOf(part).includes(view))
    const merged = own
      .map(({ kept: { states } }) => states[view.name] ?? {})
      .reduce((one, other) => mergeViews(view, one as never, other as never))
    const whole = project(view, log)
    return {
      view: view.name,
      subjects: Object.keys(whole).length,
      isEqual: canonical(merged) === canonical(whole),
    }
  })
  const published = (await cluster.manager.streams.info(eventsOf(cluster))).state.messages
  const largest = Math.max(
    ...(await Promise.all(
      parts.map(
        async (part) =>
          (await lastOf(cluster, keptOf(cluster), keptSubject(cluster, part)))?.text.length ?? 0,
      ),
    )),
  )
  const owners = new Set(folded.map(({ kept: { owner } }) => owner))
  const all = [...figures.values()]
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0)
  const left = running.splice(0)
  for (const child of left) child.kill('SIGKILL')
  await dropStreams(cluster)
  await cluster.nats.close()
  await host.close()
  return {
    processes: left.length,
    owners: owners.size,
    kills,
    ended,
    events: log.length,
    published,
    /** A message for each part that an event belongs to. */
    due: stored.reduce((sum, event) => sum + partsOf(event).length, 0),
    relayCrashes,
    claimed: sum(({ claimed }) => claimed),
    fenced: sum(({ fenced }) => fenced),
    foldedAnew: sum(({ foldedAnew }) => foldedAnew),
    equal,
    largest,
    caughtUpMs,
    seconds: (overAt - began) / 1000,
  }
}
