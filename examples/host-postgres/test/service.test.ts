/** The service from outside: commands in, views out, and what it does by itself. On a server, and on the embedded one. */
import { enrolmentRecord, isRejected, project, seatsOf } from 'training-ops'
import { followLog } from 'training-ops/host'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { openPorts } from '../ports.ts'
import type { E } from '../service.ts'
import { shapeOf } from '../store.ts'
import { training } from '../training.ts'
import { url, whyNot } from './a-database.ts'
import {
  anOffering,
  ask,
  eventsOf,
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

const enrol = (offeringId: string, learnerId: string, commandId?: string) =>
  ask('RequestEnrolment', { offeringId, learnerId, source: 'self' }, commandId)

const serves = (find: () => Promise<Place> | Place) => {
  let place: Place
  let database: Database
  let now = instant
  let running: Running
  const start = () => run(database, { now: () => now, zone: 'Asia/Shanghai' })
  beforeAll(async () => {
    place = await find()
    database = await place.open()
    running = await start()
  })
  afterAll(async () => {
    await running.stop()
    await database.close()
    await place.drop()
  })
  const open = async (offeringId: string, capacity: number) => {
    await post(running.at, anOffering(offeringId, capacity))
    await post(running.at, ask('OpenEnrolment', { offeringId }))
  }
  const everything = async () =>
    (await (
      await openPorts(database.pool, shapeOf(training))
    ).store.after(0, 100_000)) as unknown as readonly E[]

  test('a command is answered with its events, and with what followed by policy', async () => {
    await open('o-1', 1)
    const first = await post(running.at, enrol('o-1', 'ada'))
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      accepted: true,
      events: [{ type: 'EnrolmentRequested' }],
      followed: [
        { command: { type: 'ApproveEnrolment' }, accepted: true, events: [{ type: 'LearnerEnrolled' }] },
      ],
    })
    const second = await post(running.at, enrol('o-1', 'bob'))
    expect(second.body).toMatchObject({ followed: [{ events: [{ type: 'LearnerWaitlisted' }] }] })
  })

  test('a soft rule that was bent is told with the acceptance', async () => {
    const resourceId = 'room-1'
    const hours = { start: '2026-04-06T01:00:00.000Z', end: '2026-04-06T09:00:00.000Z' }
    await post(running.at, ask('RegisterResource', { resourceId, kind: 'venue', title: 'Room 1' }))
    await post(running.at, ask('ReserveSlot', { resourceId, slotId: 'monday', ...hours }))
    const { body } = await post(running.at, ask('SuspendResource', { resourceId, reason: 'repairs' }))
    expect(body).toMatchObject({ accepted: true, events: [{ type: 'ResourceSuspended' }] })
    expect(body.advisories).toEqual([
      expect.objectContaining({ code: 'SlotsHeld', message: expect.any(String) }),
    ])
  })

  test('a rejection is told as data and in the words of who asked', async () => {
    const question = ask('ConfirmOffering', { offeringId: 'nowhere' })
    const english = await post(running.at, question, { 'accept-language': 'de, en;q=0.8, zh;q=0.5' })
    expect([english.status, english.headers.get('content-language')]).toEqual([409, 'en'])
    expect(english.body).toMatchObject({
      accepted: false,
      rejection: { code: 'Unknown', what: 'offering', id: 'nowhere' },
    })
    const chinese = await post(running.at, question, { 'accept-language': 'zh-CN, en;q=0.8' })
    expect(chinese.headers.get('content-language')).toBe('zh-CN')
    expect(chinese.body.message).toMatch(/\p{Script=Han}/u)
    expect(english.body.message).not.toMatch(/\p{Script=Han}/u)
  })

  test.each([
    ['a wrong field', ask('ConfirmOffering', { offeringId: 7 }), [['data', 'offeringId']]],
    ['no such command', ask('Sing', {}), [['type']]],
    ['no object', '[]', [[]]],
    ['no JSON', '{', [[]]],
    ['a metadata that is none', { type: 'ConfirmOffering', data: {}, metadata: 3 }, [['metadata']]],
  ])('%s is a bad request that names the path', async (_, command, paths) => {
    const { status, body } = await post(running.at, command)
    expect(status).toBe(400)
    expect(body).toMatchObject({ rejection: { code: 'InvalidCommand' } })
    const issues = body.issues as readonly { readonly path: readonly string[]; readonly message: string }[]
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(paths))
    expect(issues.every(({ message }) => message.length > 0)).toBe(true)
  })

  test('who asks is what the proxy says, not what the caller claims', async () => {
    const claimed = {
      ...ask('CancelOffering', { offeringId: 'o-1', cause: 'other' }),
      metadata: { commandId: 'claimed', actor: { id: 'eve', role: 'operations' } },
    }
    const headers = { 'x-actor-id': 'eve', 'x-actor-role': 'learner' }
    const answer = await post(running.at, claimed, headers)
    expect([answer.status, answer.body.rejection]).toEqual([403, { code: 'NotAuthorized', role: 'learner' }])
  })

  test('the same command again is the same answer, and appends nothing', async () => {
    const command = enrol('o-1', 'cem', 'only-once')
    const first = await post(running.at, command)
    const before = (await everything()).length
    const again = await Promise.all(Array.from({ length: 5 }, () => post(running.at, command)))
    for (const { body } of again)
      expect(body).toMatchObject({ accepted: true, resent: true, events: first.body.events as never })
    expect((await everything()).length).toBe(before)
    const byHeader = await post(
      running.at,
      { ...enrol('o-1', 'dan'), metadata: {} },
      { 'idempotency-key': 'by-header' },
    )
    expect(byHeader.body.commandId).toBe('by-header')
  })

  test('a view is what the log says, of everybody or of one', async () => {
    const whole = await get(running.at, '/views/enrolmentRecord')
    expect(whole.body.state).toEqual(JSON.parse(JSON.stringify(project(enrolmentRecord, await everything()))))
    const one = await get(running.at, '/views/seatAllocation/subjects/o-1')
    expect(seatsOf(one.body.state as never)).toMatchObject({ enrolled: ['ada'] })
    expect((await get(running.at, '/views/seatAllocation/subjects/o-9')).status).toBe(404)
    expect((await get(running.at, '/views/nothing')).status).toBe(404)
    expect((await get(running.at, '/nowhere')).status).toBe(404)
  })

  test('who subscribes sees the view as it is, and each time it has changed', async () => {
    await open('o-2', 3)
    await post(running.at, enrol('o-2', 'fay'))
    const seen: string[][] = []
    let last = 0
    for await (const { id = 0, data } of eventsOf(running.at, '/views/seatAllocation/subjects/o-2/changes')) {
      expect(id).toBeGreaterThan(last)
      last = id
      seen.push([...seatsOf(data as never).enrolled])
      if (seen.length === 1) await post(running.at, enrol('o-2', 'gus'))
      if (seen.at(-1)?.includes('gus')) break
    }
    expect(seen[0]).toEqual(['fay'])
    expect(seen.at(-1)).toEqual(['fay', 'gus'])
    expect((await get(running.at, '/views/nothing/changes')).status).toBe(404)
  })

  test('a view of many subjects is told whole, then only what changes in it; who comes back is told what they missed', async () => {
    await open('o-5', 9)
    await post(running.at, enrol('o-5', 'hal'))
    const path = '/views/enrolmentRecord/changes'
    type States = Readonly<Record<string, object>>
    let [held, cameTo]: [States, number] = [{}, 0]
    const changed: string[][] = []
    for await (const { id, event, data } of eventsOf(running.at, path)) {
      held = event === 'anew' ? {} : { ...held, ...(data as States) }
      if (id === undefined) continue
      cameTo = id
      changed.push(Object.keys(data as States))
      if (changed.length === 1) await post(running.at, enrol('o-5', 'ivy'))
      else break
    }
    expect(changed[1]).toEqual(['o-5 ivy'])
    const asTold = async () => (await get(running.at, '/views/enrolmentRecord')).body.state
    expect(held).toEqual(await asTold())

    await post(running.at, enrol('o-5', 'joy'))
    await post(running.at, enrol('o-5', 'kit'))
    const missed = () => eventsOf(running.at, path, { 'last-event-id': String(cameTo) })
    for await (const { id = 0, event, data } of missed()) {
      expect(event).toBe('states')
      expect(id).toBeGreaterThan(cameTo)
      held = { ...held, ...(data as States) }
      if ('o-5 kit' in held) break
    }
    expect(held).toEqual(await asTold())
    cameTo = 1_000_000
    for await (const { event } of missed()) {
      expect(event).toBe('anew') // a position of another log
      break
    }
  })

  test('a view is read page by page', async () => {
    const path = '/views/enrolmentRecord'
    const whole = (await get(running.at, path)).body.state as Readonly<Record<string, unknown>>
    let [read, pages]: [object, number] = [{}, 0]
    for (let next = ''; ; pages++) {
      const { status, body } = await get(running.at, `${path}?limit=2&after=${encodeURIComponent(next)}`)
      expect([status, Object.keys(body.state as object).length <= 2]).toEqual([200, true])
      read = { ...read, ...(body.state as object) }
      if (body.next === undefined) break
      next = body.next as string
    }
    expect(read).toEqual(whole)
    expect(pages).toBe(Math.ceil(Object.keys(whole).length / 2) - 1)
    for (const limit of ['0', '-1', '1001', 'x', '1e2', ''])
      expect((await get(running.at, `${path}?limit=${limit}`)).status).toBe(400)
  })

  test('after a restart a view goes on from where it was put down', async () => {
    await running.stop()
    const { rows } = await database.pool.query(
      "SELECT position, state FROM host_checkpoints WHERE name = 'seatAllocation'",
    )
    expect(Number(rows[0].position)).toBeGreaterThan(0)
    // Told apart from a fold of the whole log: what was put down is believed.
    const state = JSON.parse(rows[0].state)
    await database.pool.query("UPDATE host_checkpoints SET state = $1 WHERE name = 'seatAllocation'", [
      JSON.stringify({ ...state, 'put-down': state['o-1'] }),
    ])
    const log = followLog(training, await openPorts(database.pool, shapeOf(training)), {
      from: 0,
      inMemory: false,
    })
    const verdict = training.decide(enrol('o-2', 'eva') as never, await everything())
    await log.append(isRejected(verdict) ? [] : verdict.right, { failIfEventsMatch: [], after: 0 })
    running = await start()
    const view = await until(async () => {
      const { body } = await get(running.at, '/views/seatAllocation')
      const views = body.state as Record<string, never>
      return seatsOf(views['o-2'] as never).enrolled.includes('eva' as never) && views
    })
    expect(Object.keys(view)).toContain('put-down')
  })

  test('what a crash cut off is carried out after the restart: eva has her seat, once', async () => {
    const enrolled = (await everything()).filter(
      ({ type, data }) => type === 'LearnerEnrolled' && data.learnerId === 'eva',
    )
    expect(enrolled).toHaveLength(1)
  })

  test('a deadline is met when it is due, asked for once, and remembered over a restart', async () => {
    const opens = '2026-03-10T01:00:00.000Z'
    await post(running.at, anOffering('o-3', 2, { enrolmentOpens: opens }))
    const opened = async () =>
      (await everything()).filter(({ type, data }) => type === 'EnrolmentOpened' && data.offeringId === 'o-3')
    await running.stop()
    running = await start()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await opened()).toEqual([])
    now = opens
    const [event] = await until(async () => {
      const found = await opened()
      return found.length > 0 && found
    })
    expect(event?.data.at).toBe(opens)
    await running.stop()
    // The agenda is worked out again from the log, from its beginning: what was met is not asked for anew.
    const before = (await everything()).length
    await database.pool.query('DROP TABLE host_deadlines, host_checkpoints')
    running = await start()
    await until(async () => {
      const { rows } = await database.pool.query(
        "SELECT answer FROM host_deadlines WHERE command LIKE '%OpenEnrolment%'",
      )
      return rows.length > 0 && rows.every(({ answer }) => answer === 'Accepted')
    })
    expect((await everything()).length).toBe(before)
  })

  test('when it closes, commands under way are answered and subscriptions end', async () => {
    await open('o-4', 5)
    const isAsked = (event: E) => event.type === 'EnrolmentRequested' && event.data.offeringId === 'o-4'
    const watching = (async () => {
      const seen: unknown[] = []
      for await (const one of eventsOf(running.at, '/views/seatAllocation/changes')) seen.push(one)
      return seen.length
    })()
    await until(async () => running.service.views.look('seatAllocation', 'o-4') !== undefined)
    const answers = Promise.all(
      Array.from({ length: 20 }, (_, at) => post(running.at, enrol('o-4', `l-${at}`)).catch(() => undefined)),
    )
    await until(async () => (await everything()).some(isAsked))
    await running.stop()
    const told = (await answers).filter((one) => one !== undefined)
    expect(told.every(({ status }) => status === 200)).toBe(true)
    expect((await everything()).filter(isAsked)).toHaveLength(told.length)
    expect(await watching).toBeGreaterThan(0)
    running = await start()
  })
}

describe(whyNot('the service on PostgreSQL'), () => {
  describe.skipIf(url === undefined)('', () => serves(onServer))
})
describe('the service on the embedded PostgreSQL', () => serves(inFolder))
