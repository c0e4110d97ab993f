/** The runtime of a host over ports in memory: what every host has to get right, each fault made on purpose. */

import type { EventsOf } from 'training-ops'
import {
  type AnyEvent,
  assemble,
  createLedger,
  isAccepted,
  isRejected,
  lifecycle,
  projections,
} from 'training-ops'
import {
  type HostOptions,
  isBusy,
  isWrittenByNewer,
  memoryPorts,
  type Ports,
  type StorePort,
  startHost,
} from 'training-ops/host'
import { afterEach, describe, expect, test } from 'vitest'
import { type events, faults, lamp, light, street } from './lamps.ts'

const start = '2026-03-01T01:00:00.000Z'
const clock = { now: start }
const ports = (): Ports => memoryPorts({ now: () => clock.now })
const host = (on: Ports, options: HostOptions = {}) => startHost(street, on, { views: [lamp], ...options })
const logOf = async ({ store }: Ports) =>
  (await store.after(0, 10_000)).map(({ type, data }) => ({ type, data }))
const everything = { failIfEventsMatch: [], after: 0 }
afterEach(() => {
  clock.now = start
  faults.broken = ''
})

const later = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString()

describe.each([
  ['followed in memory', true],
  ['read from the store', false],
])('a host whose log is %s', (_, inMemory) => {
  test('carries out what follows, keeps views, and does what was due, as the ledger does', async () => {
    const on = ports()
    const running = await host(on, { inMemory })
    const commands = [light('a', 'b'), light('c'), light('a')]
    const ledger = createLedger(street)
    for (const command of commands) {
      const outcomes = await running.execute(command)
      expect(outcomes).toEqual(
        ledger.executeWithPolicies(command).map((one) => expect.objectContaining({ command: one.command })),
      )
    }
    clock.now = later(2)
    await running.round()
    ledger.advanceTo(clock.now)
    const bare = ({ type, data }: AnyEvent) => ({ type, data })
    expect(await logOf(on)).toEqual(ledger.events().map(bare))
    await running.catchUp()
    expect(running.views.of(lamp)).toEqual(ledger.project(lamp))
    expect(running.views.look('lamp', 'a')?.state).toEqual({ isLit: false, times: 1 })
    await running.close()
  })

  test('a view goes on from its checkpoint where the log is read in several pages', async () => {
    const on = ports()
    const lit = (lampId: string): AnyEvent => ({ type: 'LampLit', data: { at: start, lampId } })
    const events = Array.from({ length: 5300 }, (_, at) => ({ event: lit(`l-${at % 7}`), tags: [] }))
    await on.store.append(events, everything)
    const first = await host(on, { inMemory })
    const view = first.views.of(lamp)
    await first.close()
    const again = await host(on, { inMemory })
    expect(again.views.of(lamp)).toEqual(view)
    await again.close()
  })

  test('tells which subjects of a view have changed, and who watches one of them that one alone', async () => {
    const running = await host(ports(), { inMemory })
    const [subjects, ofB, ofC]: [string[], unknown[], unknown[]] = [[], [], []]
    let last = 0
    const end = running.views.watchSubjects('lamp', ({ position, subjects: changed }) => {
      expect(position).toBeGreaterThan(last)
      last = position
      if (changed !== 'anew') subjects.push(...changed)
    })
    running.views.watch('lamp', 'b', ({ state }) => ofB.push(state))
    running.views.watch('lamp', 'c', ({ state }) => ofC.push(state))
    await running.execute(light('a', 'b'))
    await running.catchUp()
    expect(subjects).toEqual(['a', 'b'])
    expect([ofB, ofC]).toEqual([[{ isLit: true, times: 1 }], []])
    end()
    await running.execute(light('d'))
    await running.catchUp()
    expect(subjects).toEqual(['a', 'b'])
    await running.close()
  })

  test('does after a crash what the crash cut off, once, however often it starts again', async () => {
    const whole = ports()
    const unharmed = await host(whole, { inMemory })
    const asked = light('a', 'b')
    await unharmed.execute(asked)
    for (let cut = 1; cut <= 2; cut++) {
      const on = ports()
      let left = cut
      const dies: StorePort = {
        ...on.store,
        append: async (events, condition) => {
          if (left-- <= 0) throw new Error('killed')
          return on.store.append(events, condition)
        },
      }
      const dying = await host({ ...on, store: dies }, { inMemory })
      await dying.execute(asked)
      for (let again = 0; again < 3; again++) {
        const next = await host(on, { inMemory })
        await next.round()
      }
      expect(await logOf(on)).toEqual(await logOf(whole))
    }
  })

  test('decides again when others were first, and says so when it never comes through', async () => {
    const on = ports()
    let reads = 0
    const racing: StorePort = {
      ...on.store,
      append: async (events, condition) => (++reads < 3 ? false : on.store.append(events, condition)),
    }
    const running = await host({ ...on, store: racing }, { inMemory })
    const [own] = await running.execute(light('a'))
    expect(own !== undefined && isAccepted(own.verdict)).toBe(true)
    expect(reads).toBe(3)
    const never = await host(
      { ...on, store: { ...on.store, append: async () => false } },
      { inMemory, retries: { most: 3, pause: 1 } },
    )
    const error = await never.execute(light('z')).catch((one: unknown) => one)
    expect(isBusy(error)).toBe(true)
    expect(String(error)).toContain('overtaken 3 times')
  })

  test('sets aside what cannot be followed, tells it, goes on, and tries it again', async () => {
    const on = ports()
    const told: unknown[] = []
    const running = await host(on, { inMemory, complain: (error) => told.push(error) })
    faults.broken = 'a'
    const outcomes = await running.execute(light('a', 'b'))
    expect(outcomes.isUnfinished).toBe(true)
    await running.execute(light('c', 'd'))
    await running.round()
    expect(running.status()).toMatchObject({ setAside: 1, store: 'here' })
    expect((await running.troubles()).events).toMatchObject([{ position: 1, type: 'LampLit', tries: 1 }])
    expect(told.length).toBeGreaterThan(0)
    expect(running.views.look('lamp', 'd')?.state).toMatchObject({ isLit: true })
    await running.round()
    expect((await running.troubles()).events).toMatchObject([{ tries: 1 }])
    faults.broken = ''
    clock.now = '2026-03-01T01:00:05.000Z'
    await running.round()
    await running.catchUp()
    expect(running.status().setAside).toBe(0)
    expect(running.views.look('lamp', 'b')?.state).toMatchObject({ isLit: true })
  })

  test('leaves alone what a newer version wrote, and refuses by name only what rests on it', async () => {
    const on = ports()
    const foreign = { type: 'LampPainted', data: { at: start, lampId: 'a' } } as AnyEvent
    await on.store.append([{ event: foreign, tags: ['lamp:a'] }], everything)
    const running = await host(on, { inMemory })
    const error = await running.execute(light('a')).catch((one: unknown) => one)
    if (inMemory) {
      expect(isWrittenByNewer(error) && error.events.map(({ type, position }) => [type, position])).toEqual([
        ['LampPainted', 1],
      ])
    }
    const [own] = await running.execute(light('b'))
    expect(own !== undefined && isAccepted(own.verdict)).toBe(true)
    await running.round()
    expect(running.status()).toMatchObject({ unread: 1, setAside: 1 })
    await running.close()
    expect(await on.checkpoints.load('lamp')).toBe(undefined)
  })
})

describe('deadlines', () => {
  test('one that fails waits longer each time, and holds up no other', async () => {
    const on = ports()
    let isBroken = true
    const store: StorePort = {
      ...on.store,
      append: async (events, condition) => {
        if (isBroken && events.some(({ event }) => event.type === 'LampWentOut' && event.data.lampId === 'a'))
          throw new Error('no room for it')
        return on.store.append(events, condition)
      },
    }
    const running = await host({ ...on, store })
    await running.execute(light('a'))
    await running.execute(light('b'))
    clock.now = later(1)
    await running.round()
    await running.round()
    await running.catchUp()
    expect(running.views.of(lamp)).toMatchObject({ a: { isLit: true }, b: { isLit: false } })
    expect((await running.troubles()).deadlines).toMatchObject([{ reason: 'no room for it', tries: 1 }])
    isBroken = false
    clock.now = later(1.01)
    await running.round()
    await running.catchUp()
    expect(running.views.look('lamp', 'a')?.state).toMatchObject({ isLit: false })
    expect(running.status().failingDeadlines).toBe(0)
    expect((await logOf(on)).filter(({ type }) => type === 'LampWentOut').length).toBe(2)
  })
})

describe('checkpoints', () => {
  type Count = { lit: number }
  const one = (state: Count) => {
    state.lit += 1
  }
  const ten = (state: Count) => {
    state.lit += 10
  }
  const counted = (name: string, step: 1 | 10) =>
    projections<EventsOf<typeof events>>()({
      name,
      initial: () => ({ lit: 0 }),
      on: { LampLit: step === 1 ? one : ten },
    })
  const lightMany = async (on: Ports) => {
    const running = await startHost(street, on, { views: [counted('lit', 1)] })
    for (let lampAt = 0; lampAt < 50; lampAt++) await running.execute(light(`l-${lampAt}`))
    await running.round()
    await running.close()
  }
  test('a view goes on from where it was put down, and reads no more of the log than came after', async () => {
    const on = ports()
    await lightMany(on)
    const read: number[] = []
    const store: StorePort = {
      ...on.store,
      after: async (position, limit) => {
        read.push(position)
        return on.store.after(position, limit)
      },
    }
    const running = await startHost(street, { ...on, store }, { views: [counted('lit', 1)], inMemory: false })
    await running.execute(light('last'))
    await running.catchUp()
    expect(running.views.look('lit')?.state).toEqual({ lit: 51 })
    expect(Math.min(...read)).toBe(50)
  })
  test('one of another shape, or of another release, is folded afresh and never misread', async () => {
    const on = ports()
    await lightMany(on)
    const changed = await startHost(street, on, { views: [counted('lit', 10)] })
    expect(changed.views.look('lit')?.state).toEqual({ lit: 500 })
    const before = await on.checkpoints.load('lit')
    await on.checkpoints.save('lit', { ...(before as NonNullable<typeof before>), state: { lit: 7 } })
    const same = await startHost(street, on, { views: [counted('lit', 1)] })
    expect(same.views.look('lit')?.state).toEqual({ lit: 7 })
    const released = await startHost(street, on, { views: [counted('lit', 1)], release: '2' })
    expect(released.views.look('lit')?.state).toEqual({ lit: 50 })
  })
})

describe('who asks, and when', () => {
  const asGuest = (lampId: string, relations?: readonly string[]) => {
    const command = light(lampId)
    const actor = { id: 'ada', role: 'guest', ...(relations === undefined ? {} : { relations }) }
    return { ...command, metadata: { ...command.metadata, actor } }
  }
  test('relations are what the host finds, whatever a client says of itself', async () => {
    const on = ports()
    const running = await host(on, {
      relations: ({ id }, asked) => asked.filter((one) => id === 'ada' && one === 'owns:mine'),
    })
    const answerTo = async (command: ReturnType<typeof asGuest>) =>
      (await running.execute(command))[0]?.verdict
    expect(await answerTo(asGuest('yours', ['owns:yours']))).toMatchObject({
      left: { code: 'NotAuthorized', field: 'lampId' },
    })
    expect(await answerTo(asGuest('mine'))).toMatchObject({
      right: [{ metadata: { actor: { relations: ['owns:mine'] } } }],
    })
    const strict = await host(ports())
    expect((await strict.execute(asGuest('mine')))[0]?.verdict).toMatchObject({
      left: { code: 'NotAuthorized' },
    })
  })
  test('the host’s clock is the measure; history is not held against it, and a stamp makes asking again one', async () => {
    const on = ports()
    const running = await host(on)
    const [ahead] = await running.execute(light('a', undefined, later(1)))
    expect(ahead !== undefined && isRejected(ahead.verdict) && ahead.verdict.left).toMatchObject({
      code: 'InstantAhead',
    })
    const command = light('b')
    await running.execute(command, { isStamped: true })
    clock.now = later(0.5)
    const [again] = await running.execute(command, { isStamped: true })
    expect(again?.verdict).toMatchObject({ _tag: 'Right', resent: true })
    const old = { ...light('c', undefined, '2019-01-01T00:00:00.000Z') }
    const guest = { ...old, metadata: { ...old.metadata, actor: { id: 'k', role: 'guest' } } }
    const open = await host(ports(), { relations: (_actor, asked) => asked })
    expect((await open.execute(guest))[0]?.verdict).toMatchObject({ left: { code: 'InstantPast' } })
    expect((await open.execute(guest, { isHistory: true }))[0]?.verdict).toMatchObject({ _tag: 'Right' })
  })
  test('every event says when the host learnt of it', async () => {
    const on = ports()
    const running = await host(on)
    await running.execute(light('a', 'b'))
    const stored = await on.store.after(0, 10)
    expect(stored.map(({ metadata }) => (metadata as { recordedAt?: string }).recordedAt)).toEqual([
      start,
      start,
    ])
  })
  test.each([
    [null],
    [undefined],
    [{}],
    [{ type: 'LightLamp' }],
    [{ type: 'Nothing', data: null, metadata: {} }],
  ])('what is no command (%j) gets an answer and changes nothing', async (nonsense) => {
    const on = ports()
    const running = await host(on)
    for (const asking of [{}, { isStamped: true }])
      expect((await running.execute(nonsense as never, asking))[0]?.verdict).toMatchObject({
        left: { code: 'InvalidCommand' },
      })
    expect(await logOf(on)).toEqual([])
  })
})

test('a view whose recipe fails holds up no other, and is folded anew once it can be', async () => {
  let isBroken = true
  const fragile = projections<EventsOf<typeof events>>()({
    name: 'fragile',
    by: ['lampId'],
    initial: () => ({ times: 0 }),
    on: {
      LampLit: (state) => {
        if (isBroken) throw new Error('a mistake in a recipe')
        state.times++
      },
    },
  })
  const told: string[] = []
  const complain = (error: unknown) => void told.push(String(error))
  const running = await host(ports(), { views: [fragile, lamp], complain })
  await running.execute(light('a'))
  await running.catchUp()
  expect(told).toContain('Error: a mistake in a recipe')
  expect(running.views.look('lamp', 'a')?.state).toEqual({ isLit: true, times: 1 })
  expect(running.views.look('fragile', 'a')).toBeUndefined()
  isBroken = false
  await running.round()
  expect(running.views.look('fragile', 'a')?.state).toEqual({ times: 1 })
})

test('a view that grows fast is put down each time it has come a tenth further, and when it stands still', async () => {
  const on = ports()
  const saved: number[] = []
  const checkpoints: Ports['checkpoints'] = {
    ...on.checkpoints,
    save: async (name, checkpoint) => {
      if (name === 'lamp') saved.push(checkpoint.position)
    },
  }
  const stops = new AbortController()
  let asked = 0
  /** Each pause is one look at the views: 100 times one more lamp, and then none. */
  const pause = async () => {
    if (asked < 100) await running.execute(light(`lamp-${asked++}`))
    else if (asked++ > 110) stops.abort()
    await Promise.resolve()
  }
  const running = await host(
    { ...on, checkpoints, clock: { ...on.clock, pause } },
    { saveEvery: 1, retries: { most: 1, pause: 0 } },
  )
  const runs = running.run()
  await new Promise((resolve) => stops.signal.addEventListener('abort', resolve))
  await running.close()
  await runs
  expect(saved.at(-1)).toBe((await on.store.after(0, 1000)).at(-1)?.position)
  expect(saved.length).toBeGreaterThan(10)
  expect(saved.length).toBeLessThan(50)
})

test('commands on different subjects do not wait for each other, though all ask who was merged', async () => {
  const on = ports()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const append: StorePort['append'] = async (events, condition) => {
    if (events.some(({ event }) => event.data.resourceId === 'slow')) await held
    return on.store.append(events, condition)
  }
  const running = await startHost(assemble(lifecycle, {}, { trusted: true }), {
    ...on,
    store: { ...on.store, append },
  })
  const room = (resourceId: string) =>
    running.execute({
      type: 'RegisterResource',
      data: { at: start, resourceId, kind: 'venue', title: 'Room' },
      metadata: { commandId: resourceId },
    } as never)
  const [slow, quick] = [room('slow'), room('quick')]
  expect((await quick)[0]?.verdict._tag).toBe('Right')
  letGo()
  expect((await slow)[0]?.verdict._tag).toBe('Right')
})

test('a host that runs meets its deadlines by itself, hears of the store’s absence once, and ends', async () => {
  const on = ports()
  const told: string[] = []
  let isAway = false
  const store: StorePort = {
    ...on.store,
    after: async (position, limit) => {
      if (isAway) throw new Error('away')
      return on.store.after(position, limit)
    },
  }
  const real = {
    now: () => clock.now,
    pause: (ms: number) => new Promise<void>((done) => setTimeout(done, Math.min(ms, 2))),
  }
  const running = await host(
    { ...on, store, clock: real, isAway: (error) => error instanceof Error && error.message === 'away' },
    { everyMs: 1, complain: (error) => told.push(String(error)) },
  )
  const untilTrue = async (holds: () => boolean) => {
    for (let tries = 0; tries < 500 && !holds(); tries++) await real.pause(2)
    expect(holds()).toBe(true)
  }
  const ends = running.run()
  await running.execute(light('a', 'b'))
  clock.now = later(1)
  await untilTrue(() => Object.values(running.views.of(lamp)).every(({ isLit }) => !isLit))
  isAway = true
  await untilTrue(() => running.status().store === 'away')
  isAway = false
  await untilTrue(() => running.status().store === 'here')
  expect(told).toEqual(['Error: training-ops: the store is away: away'])
  await running.close()
  await ends
})
