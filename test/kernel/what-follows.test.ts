/**
 * What follows by policy is a function of the log: lives of the delivery room, cut after every append, on the ledger and
 * on a DCB store; with and without somebody else's command in between.
 */
import * as dcbStore from '@dcb-es/event-store'
import fc from 'fast-check'
import {
  type AppendCondition,
  assemble,
  type Command,
  type CommandOf,
  canonical,
  catalog,
  createLedger,
  type Deadline,
  delivery,
  type EventOf,
  isAccepted,
  isRight,
  type Ledger,
  type Query,
  resources,
} from 'training-ops'
import { toDcb } from 'training-ops/interop'
import { stories, universe } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import { monday, offeringId, schedule, tuesday } from '../delivery/an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
type C = CommandOf<typeof training>
type E = EventOf<typeof training>

/** A store as a host has one, now or later. */
type Store = {
  readonly read: (query: Query) => Promise<{ events: readonly E[]; condition: unknown }>
  readonly append: (events: readonly E[], condition: never) => Promise<boolean>
  readonly all: () => Promise<readonly E[]>
}
type Asked = { readonly id: string; readonly content: string }

const onLedger = (): Store => {
  const ledger = createLedger(training)
  return {
    read: async (query) => ledger.read(query),
    append: async (events, condition: AppendCondition) => ledger.append(events, condition),
    all: async () => ledger.events(),
  }
}

const onDcb = (): Store => {
  const store = new dcbStore.MemoryEventStore()
  const dcb = toDcb(training, dcbStore)
  const decoded = (found: readonly dcbStore.SequencedEvent[]) =>
    found.map(({ event }) => {
      const read = dcb.fromStore(event)
      if (!isRight(read)) throw new Error(JSON.stringify(read.left))
      return read.right
    })
  const toQuery = (query: Query): dcbStore.Query =>
    dcbStore.Query.fromItems(
      query.map(({ types, tags }) => ({
        types: [...(types.length === 0 ? training.eventTypes : types)],
        tags: dcbStore.Tags.from([...tags]),
      })),
    )
  return {
    read: async (query) => {
      const found = await dcbStore.streamAllEventsToArray(store.read(toQuery(query)))
      const after = found.at(-1)?.position
      const condition = { failIfEventsMatch: toQuery(query), ...(after === undefined ? {} : { after }) }
      return { events: decoded(found), condition }
    },
    append: async (events, condition) => {
      try {
        await store.append({ events: dcb.toStore(events), condition })
        return true
      } catch (error) {
        if (error instanceof dcbStore.AppendConditionError) return false
        throw error
      }
    },
    all: async () => decoded(await dcbStore.streamAllEventsToArray(store.read(dcbStore.Query.all()))),
  }
}

const killed = new Error('killed')

/** A host as the guide describes one: it follows the log from its beginning, and meets deadlines. */
const createHost = (store: Store, afterAppend: () => Promise<void> = async () => {}) => {
  const agenda = new Map<string, Deadline<C>>()
  const asked: Asked[] = []
  let reached = 0

  const append = async (events: readonly E[], condition: unknown): Promise<boolean> => {
    if (events.length === 0) return true
    const held = await store.append(events, condition as never)
    if (held) await afterAppend()
    return held
  }
  const execute = async (command: C): Promise<void> => {
    for (let tries = 0; tries < 9; tries++) {
      const { events, condition } = await store.read(training.boundaryOf(command))
      const verdict = training.decide(command, events)
      if (!isAccepted(verdict) || (await append(verdict.right, condition))) return
    }
  }
  const answer = async (command: C): Promise<void> => {
    for (let tries = 0; tries < 9; tries++) {
      const { events, condition } = await store.read(training.boundaryOf(command))
      if (await append(training.decideForPolicy(command, events).events, condition)) return
    }
  }
  const follow = async (): Promise<void> => {
    for (let log = await store.all(); reached < log.length; log = await store.all()) {
      const event = log[reached] as E
      const query = training.reactionBoundaryOf(event)
      const { commands, deadlines } = training.react(
        event,
        query.length === 0 ? [] : (await store.read(query)).events,
      )
      for (const deadline of deadlines) agenda.set(deadline.command.metadata.commandId, deadline)
      for (const command of [...commands, ...deadlines.map((later) => later.command)])
        asked.push({ id: command.metadata.commandId, content: canonical([command.type, command.data]) })
      for (const command of commands) await answer(command)
      reached++
    }
  }
  const advanceTo = async (instant: string): Promise<void> => {
    await follow()
    for (;;) {
      const [soonest] = [...agenda.values()]
        .filter(({ dueAt }) => dueAt <= instant)
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))
      if (soonest === undefined) return
      agenda.delete(soonest.command.metadata.commandId)
      await answer(soonest.command)
      await follow()
    }
  }
  return {
    asked,
    execute,
    follow,
    run: async (command: C): Promise<void> => {
      await advanceTo((command.data as { at: string }).at)
      await execute(command)
      await follow()
    },
  }
}

type Run = {
  readonly log: readonly E[]
  readonly asked: readonly Asked[]
  readonly appends: readonly number[]
}

/** A life on a store. `at` an append the host is killed, or not; somebody else may ask something at that moment. */
const lived = async (
  commands: readonly C[],
  store: Store,
  { at = 0, dies = false, other }: { at?: number; dies?: boolean; other?: C | undefined } = {},
): Promise<Run> => {
  let appended = 0
  const appends: number[] = []
  const host = createHost(store, async () => {
    if (++appended !== at) return
    if (other !== undefined) await createHost(store).execute(other)
    if (dies) throw killed
  })
  let running = host
  for (const command of commands) {
    try {
      await running.run(command)
    } catch (error) {
      if (error !== killed) throw error
      running = createHost(store) // after the restart: it knows nothing but the log
      await running.run(command)
    }
    appends.push(appended)
  }
  return {
    log: await store.all(),
    asked: [...host.asked, ...(running === host ? [] : running.asked)],
    appends,
  }
}

const idsOf = ({ asked }: Run) => [...new Set(asked.map(({ id, content }) => `${id} ${content}`))].sort()

const at = '2026-03-02T09:00:00.000Z'
const lives = stories(training, {
  in: universe({
    offeringId: [offeringId],
    learnerId: ['ada', 'bob', 'cyd'],
    sessionId: [monday.sessionId, tuesday.sessionId],
    'ScheduleOffering.sessions': [schedule.sessions],
    'ScheduleOffering.capacity': [{ min: 0, max: 2 }, { min: 0 }],
    'ScheduleOffering.kind': ['course'],
    modality: ['classroom'],
    courseId: 1,
    courseVersion: [1],
    title: ['Selling'],
    taskId: 1,
  }),
  upTo: 12,
  invalidRatio: 0.1,
  often: { RequestEnrolment: 6, OpenEnrolment: 3, CancelOffering: 0.5, ScheduleOffering: 4 },
  only: [
    'ScheduleOffering',
    'OpenEnrolment',
    'RequestEnrolment',
    'ApproveEnrolment',
    'WithdrawEnrolment',
    'CancelOffering',
    'ConfirmOffering',
    'PlanTask',
    'DeliverSession',
    'CompleteOffering',
  ],
})
/** What the host was asked; its clock runs forward. */
const ofHost = (life: { steps: readonly { by: string; command: Command }[] }): readonly C[] => {
  let now = at
  return life.steps.flatMap(({ by, command }) => {
    if (by !== 'host') return []
    const data = command.data as { at: string }
    if (data.at > now) now = data.at
    return [{ ...command, data: { ...data, at: now } } as unknown as C]
  })
}
const sampled = (numRuns: number, seed: number) => fc.sample(lives, { numRuns, seed }).map(ofHost)

/** A class of three that is called off: the policy that frees them asks for three commands. */
const calledOff: readonly C[] = (
  [
    ['ScheduleOffering', { ...schedule, at, capacity: { min: 0, max: 9 }, approval: 'automatic' }],
    ['OpenEnrolment', { at, offeringId }],
    ...['ada', 'bob', 'cyd'].map((learnerId) => [
      'RequestEnrolment',
      { at, offeringId, learnerId, source: 'self' },
    ]),
    ['CancelOffering', { at, offeringId, cause: 'other' }],
  ] as const
).map(([type, data], nth) => ({ type, data, metadata: { commandId: `c${nth}` } }) as unknown as C)

const others = (commands: readonly C[], nth: number): C => {
  const { type, data } = commands[nth % commands.length] as C
  return { type, data, metadata: { commandId: `other-${nth}` } } as unknown as C
}

const leaving = (nth: number): C => {
  const data = { at, offeringId, learnerId: ['ada', 'bob', 'cyd'][nth % 3] as string }
  return { type: 'WithdrawEnrolment', data, metadata: { commandId: `other-${nth}` } } as unknown as C
}

describe.each([
  ['a ledger', onLedger, 6],
  ['a DCB store', onDcb, 2],
] as const)('on %s, wherever the host is killed', (_, storeOf, runs) => {
  const all = [calledOff, ...sampled(runs, 7)]
  test('policies ask for the same, and the log ends the same', async () => {
    for (const commands of all) {
      const store = storeOf()
      const whole = await lived(commands, store)
      const late = createHost(store)
      await late.follow()
      expect(late.asked).toEqual(whole.asked)
      for (let cut = 1; cut <= (whole.appends.at(-1) ?? 0); cut++) {
        const cutOff = await lived(commands, storeOf(), { at: cut, dies: true })
        expect(cutOff.log).toEqual(whole.log)
        expect(idsOf(cutOff)).toEqual(idsOf(whole))
      }
    }
  })
  test('and somebody else asks something meanwhile, it is as if nobody had been killed', async () => {
    for (const [nth, commands] of all.entries()) {
      const { appends } = await lived(commands, storeOf())
      for (let cut = 1; cut <= (appends.at(-1) ?? 0); cut++) {
        const other = nth === 0 ? leaving(cut) : others(commands, cut)
        const whole = await lived(commands, storeOf(), { at: cut, other })
        const cutOff = await lived(commands, storeOf(), { at: cut, other, dies: true })
        expect(cutOff.log).toEqual(whole.log)
        expect(idsOf(cutOff)).toEqual(idsOf(whole))
      }
    }
  })
})

/** A log, append by append. */
const appendsOf = (log: readonly E[]): readonly (readonly E[])[] => {
  const appends: E[][] = []
  for (const event of log) {
    const last = appends.at(-1)
    if (last?.[0]?.metadata?.commandId === event.metadata?.commandId) last?.push(event)
    else appends.push([event])
  }
  return appends
}

const stands = (ledger: Ledger<C, E, unknown>) => ({
  agenda: ledger.agenda(),
  unanswered: ledger.unanswered(),
})

describe('a ledger', () => {
  const lived = (commands: readonly C[], ledger = createLedger(training)) => {
    for (const command of commands) {
      ledger.advanceTo((command.data as { at: string }).at)
      ledger.executeWithPolicies(command)
    }
    return ledger
  }
  test('has the same before it after a restart, for every beginning of every life', () => {
    for (const commands of [calledOff, ...sampled(12, 11)]) {
      const log = JSON.parse(JSON.stringify(lived(commands).events())) as readonly E[]
      const growing = createLedger(training)
      let length = 0
      for (const events of appendsOf(log)) {
        growing.append(events)
        length += events.length
        expect(stands(createLedger(training, { events: log.slice(0, length) }))).toEqual(stands(growing))
      }
      expect(stands(growing)).toEqual(stands(lived(commands)))
    }
  })
  test('goes on from every beginning to the same end', () => {
    for (const commands of [calledOff, ...sampled(8, 13)]) {
      const ledger = createLedger(training)
      const lengths = commands.map((command) => lived([command], ledger).events().length)
      const log = ledger.events()
      let length = 0
      for (const events of appendsOf(log)) {
        length += events.length
        const from = lengths.findIndex((end) => end >= length)
        const again = createLedger(training, { events: log.slice(0, length) })
        expect(lived(commands.slice(from), again).events()).toEqual(log)
      }
    }
  })
  test('answers a command of a policy once, though it was refused and would be accepted today', () => {
    const ledger = lived(calledOff.slice(0, 3))
    const [asked] = training.react(ledger.events().at(-2) as E, ledger.events()).commands
    const [cancelled] = [...calledOff.slice(5)]
    const late = createLedger(training, { events: ledger.events().slice(0, -1) }) // ada has asked, and has no seat yet
    late.execute(cancelled as C)
    expect(late.unanswered()).toContainEqual(asked)
    expect(late.executeForPolicy(asked as C)).toMatchObject({ _tag: 'Left' })
    expect(late.events().at(-1)).toMatchObject({
      type: 'PolicyCommandAnswered',
      data: { command: asked?.type, answer: 'refused', code: 'IllegalTransition' },
      metadata: { commandId: asked?.metadata.commandId, causationId: asked?.metadata.causationId },
    })
    const length = late.events().length
    expect(late.executeForPolicy(asked as C)).toMatchObject({ _tag: 'Right', resent: true })
    expect(late.execute(asked as C)).toEqual({
      _tag: 'Left',
      left: { code: 'InvalidCommand', issues: [{ path: ['metadata', 'commandId'], code: 'ReservedId' }] },
    })
    expect(late.events()).toHaveLength(length)
    expect(late.unanswered()).not.toContainEqual(asked)
  })
})
