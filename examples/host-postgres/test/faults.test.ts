/** What goes wrong by itself: an event that cannot be followed, a newer version's, a crash between two, a lost database. */
import { spawnSync } from 'node:child_process'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import pg from 'pg'
import {
  accepted,
  assemble,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  type EventsOf,
  enrolment,
  event,
  intent,
  isRejected,
  policies,
  project,
} from 'training-ops'
import { executing, followLog, startHost } from 'training-ops/host'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { type Database, openDatabase } from '../database.ts'
import { lockFolder } from '../folder-lock.ts'
import { openPorts } from '../ports.ts'
import type { C, E } from '../service.ts'
import { shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { startProcess } from '../under-fire/a-process.ts'
import { dropSchema, ownSchema, url, whyNot } from './a-database.ts'
import {
  anOffering,
  ask,
  get,
  inFolder,
  instant,
  onServer,
  type Place,
  post,
  type Running,
  run,
  until,
} from './a-service.ts'

let place: Place
let database: Database
let running: Running
let now = instant
const complaints: unknown[] = []
const start = async () => {
  running = await run(database, { now: () => now, complain: (error) => complaints.push(error) })
}
beforeAll(async () => {
  place = url === undefined ? await inFolder() : onServer()
  database = await place.open()
  await start()
})
afterAll(async () => {
  await running.stop()
  await database.close()
  await place.drop()
})

const open = async (offeringId: string, seats: number) => {
  await post(running.at, anOffering(offeringId, seats))
  await post(running.at, ask('OpenEnrolment', { offeringId }))
}
const enrol = (offeringId: string, learnerId: string) =>
  ask('RequestEnrolment', { offeringId, learnerId, source: 'self' })
const portsOf = () => openPorts(database.pool, shapeOf(training))
const everything = async () => (await (await portsOf()).store.after(0, 100_000)) as unknown as readonly E[]
const standing = async () => (await get(running.at, '/health')).body
const settled = () =>
  until(async () => {
    const { seenTo, followedTo } = await standing()
    return seenTo === followedTo
  })

/** From now on the database refuses to store an event of this type whose payload holds this. */
const refuse = async (type: string, text: string, how = "RAISE EXCEPTION 'this cannot be stored'") => {
  await database.pool.query(`
    CREATE OR REPLACE FUNCTION host_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.type = '${type}' AND position('${text}' in NEW.payload) > 0 THEN ${how}; END IF;
      RETURN NEW;
    END $$;
    DROP TRIGGER IF EXISTS host_refuses ON events;
    CREATE TRIGGER host_refuses BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION host_refuses()`)
}
const refuseNoMore = () => database.pool.query('DROP TRIGGER IF EXISTS host_refuses ON events')

describe('an event that cannot be followed', () => {
  const opens = '2026-03-10T01:00:00.000Z'
  test('is set aside and told; who asked is answered, others go on, and a deadline does not wait for it', async () => {
    await open('p-1', 3)
    await post(running.at, anOffering('p-2', 3, { enrolmentOpens: opens }))
    await refuse('LearnerEnrolled', 'poor-eve')
    const asked = await post(running.at, enrol('p-1', 'poor-eve'))
    expect(asked.body).toMatchObject({ accepted: true, followsLater: true, followed: [] })
    await until(async () => (await standing()).setAside === 1)
    await settled()
    expect((await post(running.at, enrol('p-1', 'bob'))).body).toMatchObject({
      followed: [{ events: [{ type: 'LearnerEnrolled' }] }],
    })
    now = opens
    await until(async () =>
      (await everything()).some(({ type, data }) => type === 'EnrolmentOpened' && data.offeringId === 'p-2'),
    )
    const { body } = await get(running.at, '/set-aside')
    expect(body).toMatchObject({
      events: [{ type: 'EnrolmentRequested', reason: expect.stringContaining('this cannot be stored') }],
      deadlines: [],
    })
    expect((await get(running.at, '/ready')).body).toMatchObject({ ready: true, setAside: 1 })
    expect(JSON.stringify((await get(running.at, '/health', {})).body)).not.toContain('EnrolmentRequested')
  })

  test('stays aside over a restart, and is followed once when it can be', async () => {
    await running.stop()
    await start()
    await until(async () => (await standing()).setAside === 1)
    await refuseNoMore()
    now = '2026-03-10T02:00:00.000Z'
    await until(async () => (await standing()).setAside === 0, 30_000)
    const enrolled = (await everything()).filter(
      ({ type, data }) => type === 'LearnerEnrolled' && data.learnerId === 'poor-eve',
    )
    expect(enrolled).toHaveLength(1)
  })

  test('a deadline that fails waits by itself, and is met when it can be', async () => {
    const first = '2026-03-11T01:00:00.000Z'
    await post(running.at, anOffering('p-3', 3, { enrolmentOpens: first }))
    await post(running.at, anOffering('p-4', 3, { enrolmentOpens: '2026-03-11T02:00:00.000Z' }))
    await refuse('EnrolmentOpened', 'p-3')
    const isOpen = async (offeringId: string) =>
      (await everything()).filter(
        ({ type, data }) => type === 'EnrolmentOpened' && data.offeringId === offeringId,
      ).length
    now = '2026-03-12T01:00:00.000Z'
    await until(async () => (await isOpen('p-4')) === 1 && (await standing()).failingDeadlines === 1)
    expect((await get(running.at, '/set-aside')).body).toMatchObject({
      deadlines: [{ reason: expect.stringContaining('this cannot be stored') }],
    })
    await refuseNoMore()
    now = '2026-03-12T02:00:00.000Z'
    await until(async () => (await isOpen('p-3')) === 1 && (await standing()).failingDeadlines === 0, 30_000)
  })
})

describe('a host killed between two commands of one policy', () => {
  const cancelledFor = (log: Awaited<ReturnType<typeof everything>>) =>
    log.filter(({ type, data }) => type === 'EnrolmentCancelled' && data.offeringId === 'k-1')

  test('everybody is freed of a cancelled class, each once, however often it is gone through', async () => {
    await open('k-1', 9)
    for (const learner of ['kim', 'kit', 'kay']) await post(running.at, enrol('k-1', learner))
    await running.stop()
    // Another host: it appends the cancellation and the first of what follows, and dies.
    const ports = await portsOf()
    const log = followLog(training, ports, { from: 0, inMemory: true })
    const execute = executing(training, log, ports)
    const verdict = await execute(ask('CancelOffering', { offeringId: 'k-1', cause: 'other' }) as never)
    if (isRejected(verdict)) throw new Error(JSON.stringify(verdict.left))
    const event = verdict.right.find(({ type }) => type === 'OfferingCancelled') as never
    const { commands } = training.react(event, (await log.read(training.reactionBoundaryOf(event))).events)
    const freeing = commands.filter(({ type }) => type === 'CancelEnrolment')
    expect(freeing).toHaveLength(3)
    await execute(freeing[0] as C, 'policy')
    await start()
    await until(async () => cancelledFor(await everything()).length === 3)
    await settled()
    const before = await everything()
    const states = project(enrolment, before)
    expect(
      Object.entries(states).filter(([key, { status }]) => /k-1/.test(key) && status === 'enrolled'),
    ).toEqual([])
    // All of it is delivered again, from the beginning.
    await running.stop()
    await database.pool.query('DELETE FROM host_checkpoints')
    await start()
    await settled()
    expect((await everything()).length).toBe(before.length)
  })
})

describe('an event of a newer version', () => {
  const newer = (type: string, tag: string, version = 1) =>
    database.pool.query('INSERT INTO events (type, tags, payload) VALUES ($1, ARRAY[$2], $3)', [
      type,
      tag,
      JSON.stringify({
        data: {},
        metadata: { eventId: `${type}/0`, commandId: type, schemaVersion: version },
      }),
    ])

  test('a decision whose boundary holds it is refused by name; what does not rest on it goes on', async () => {
    await open('n-1', 3)
    await open('n-2', 3)
    await newer('SomethingNew', 'offering:n-1')
    await newer('OfferingConfirmed', 'offering:n-3', 99)
    for (const [offeringId, type] of [
      ['n-1', 'SomethingNew'],
      ['n-3', 'OfferingConfirmed'],
    ] as const) {
      const refused = await post(running.at, ask('ConfirmOffering', { offeringId }))
      expect([refused.status, refused.body]).toMatchObject([
        503,
        { error: 'WrittenByNewerVersion', events: [{ type }] },
      ])
    }
    expect((await post(running.at, enrol('n-2', 'ada'))).body).toMatchObject({
      followed: [{ events: [{ type: 'LearnerEnrolled' }] }],
    })
    expect(await standing()).toMatchObject({ unread: 2 })
    expect((await get(running.at, '/views/seatAllocation/subjects/n-2')).body).toMatchObject({ unread: 2 })
  })

  test('it is set aside for the version that reads it, and no view is put down that has missed it', async () => {
    await until(async () => (await standing()).setAside === 2)
    await running.stop()
    const { rows } = await database.pool.query(
      "SELECT max(position) AS position FROM host_checkpoints WHERE name <> 'what follows'",
    )
    const unread = await database.pool.query(
      "SELECT min(sequence_position) AS position FROM events WHERE type = 'SomethingNew'",
    )
    expect(Number(rows[0].position)).toBeLessThan(Number(unread.rows[0].position))
    await start()
    expect(await standing()).toMatchObject({ unread: 2 })
    await database.pool.query(
      "DELETE FROM events WHERE type = 'SomethingNew' OR tags @> ARRAY['offering:n-3']",
    )
    await running.stop()
    await start()
    expect(await standing()).toMatchObject({ unread: 0 })
  })
})

test('what an older version set aside, or a policy that throws, the next one follows', async () => {
  const events = defineEvents({
    BellRung: event({ bellId: z.string() }),
    DoorOpened: event({ bellId: z.string() }),
  })
  const { RingBell, OpenDoor } = defineCommands({
    RingBell: { bellId: z.string() },
    OpenDoor: { bellId: z.string() },
  })
  const ring = defineDecision({
    command: RingBell,
    reads: {},
    decide: ({ bellId }) => accepted(events.make.BellRung({ bellId })),
  })
  const openDoor = defineDecision({
    command: OpenDoor,
    reads: {},
    decide: ({ bellId }) => accepted(events.make.DoorOpened({ bellId })),
  })
  const answering = (isBroken: boolean) =>
    policies<EventsOf<typeof events>>()({
      name: 'aBellIsAnswered',
      when: 'BellRung',
      reads: {},
      react: ({ bellId }) => {
        if (isBroken && bellId === 'back') throw new Error('nobody is at the back door')
        return [intent(OpenDoor, { bellId })]
      },
    })
  const house = (isBroken: boolean) =>
    assemble(
      [
        defineModule({
          name: 'house',
          events,
          decisions: [ring, openDoor],
          policies: [answering(isBroken)],
        }),
      ],
      {},
      { trusted: true },
    )
  const own = url === undefined ? await inFolder() : onServer()
  const other = await own.open()
  try {
    const started = async (system: ReturnType<typeof house>) => {
      const ports = await openPorts(other.pool, shapeOf(system))
      return { ports, host: await startHost(system, ports) }
    }
    const broken = await started(house(true))
    for (const bellId of ['front', 'back', 'side'])
      await broken.host.execute({
        type: 'RingBell',
        data: { bellId },
        metadata: { commandId: bellId },
      } as never)
    await broken.host.round()
    expect(await broken.ports.quarantine.all()).toMatchObject([
      { type: 'BellRung', reason: expect.stringContaining('nobody is at the back door') },
    ])
    const mended = await started(house(false))
    await mended.host.round()
    expect(await mended.ports.quarantine.all()).toEqual([])
    const opened = (await mended.ports.store.after(0, 100)).filter(({ type }) => type === 'DoorOpened')
    expect(opened.map(({ data }) => (data as { bellId: string }).bellId)).toEqual(['front', 'side', 'back'])
  } finally {
    await other.close()
    await own.drop()
  }
})

describe('one process a folder', () => {
  test('a second one is refused in plain words, and the first goes on', async () => {
    const { folder, open, drop } = await inFolder()
    const first = await open()
    const second = startProcess({ folder })
    await expect(second).rejects.toThrow(`is in use by process ${process.pid} on ${hostname()}`)
    await expect(openDatabase({ folder })).rejects.toThrow('is in use by process')
    expect((await first.pool.query('SELECT 1 AS seat')).rows).toEqual([{ seat: 1 }])
    await first.close()
    await (await openDatabase({ folder })).close()
    await drop()
  })

  test('a lock that a killed process left behind is taken over, whoever has its number now', async () => {
    const { folder, drop } = await inFolder()
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const left = (holder: object) => writeFileSync(`${folder}.lock`, JSON.stringify({ id: 'x', ...holder }))
    left({ pid: dead, host: hostname(), began: '1' })
    lockFolder(folder)()
    left({ pid: process.pid, host: hostname(), began: 'another day' })
    lockFolder(folder)()
    left({ pid: 1, host: 'another-machine', began: '1' })
    expect(() => lockFolder(folder)).toThrow('another-machine')
    const hourAgo = new Date(Date.now() - 3_600_000)
    utimesSync(`${folder}.lock`, hourAgo, hourAgo)
    const unlock = lockFolder(folder)
    expect(JSON.parse(readFileSync(`${folder}.lock`, 'utf8'))).toMatchObject({ pid: process.pid })
    unlock()
    await drop()
  })
})

describe(whyNot('a database that cuts every connection, again and again'), () => {
  test.skipIf(url === undefined)('the process stays, and every command is carried out once', async () => {
    const schema = ownSchema()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const service = await startProcess({ url: url as string, schema })
    onTestFinished(() => service.signal('SIGKILL'))
    let stopped = false
    const answered: string[] = []
    const stream = async (lane: number) => {
      for (let at = 0; !stopped; at++) {
        const resourceId = `room-${lane}-${at}`
        const command = ask('RegisterResource', { resourceId, kind: 'venue', title: 'Room' }, resourceId)
        for (;;) {
          const { status } = await post(service.at, command)
          if (status === 200) break
          if (status !== 503) throw new Error(`it was answered ${status}`)
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        answered.push(resourceId)
      }
    }
    const streams = Promise.all([0, 1, 2, 3].map(stream))
    let cut = 0
    for (let time = 0; time < 8; time++) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      const { rows } = await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
        [`training-ops ${schema}`],
      )
      cut += rows.length
    }
    stopped = true
    await streams
    expect(cut).toBeGreaterThan(8)
    const { rows } = await client.query(`SELECT payload FROM ${schema}.events`)
    const registered = rows.map(({ payload }) => JSON.parse(payload).data.resourceId)
    expect(registered.sort()).toEqual(answered.sort())
    expect((await get(service.at, '/ready')).status).toBe(200)
    service.signal('SIGTERM')
    expect(await service.ended).toBe(0)
    await client.end()
    await dropSchema(schema)
  })
})
