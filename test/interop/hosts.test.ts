/** Deciders, queries and reducers in the hands of those they are for: compiled against the real packages, and run. */

import * as castoreCore from '@castore/core'
import { InMemoryEventStorageAdapter as inMemoryAdapter } from '@castore/event-storage-adapter-in-memory'
import * as dcbStore from '@dcb-es/event-store'
import * as emmett from '@event-driven-io/emmett'
import * as fmodel from '@fraktalio/fmodel-ts'
import {
  assemble,
  type CommandOf,
  delivery,
  type EventOf,
  isAccepted,
  isRejected,
  isRight,
  lifecycle,
} from 'training-ops'
import { toCastore, toDcb, toDecider } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'
import { happened, open, schedule } from '../delivery/an-offering.ts'

const at = '2026-03-01T09:00:00.000Z'
const offeringId = 'o-1'
const isAnnouncing = ['AnnounceOffering', 'OpenEnrolment', 'CloseEnrolmentWindow']
const announcing = delivery.decisions.filter(({ command }) => isAnnouncing.includes(command.type))
const announce = { type: 'AnnounceOffering', data: { at, offeringId } } as const
const close = { type: 'CloseEnrolmentWindow', data: { at, offeringId } } as const
const scheduled = open[0] as (typeof open)[number]

describe('Emmett', () => {
  const decider = toDecider(announcing, { rejections: 'throw' })
  test('handles commands with it, one stream an offering', async () => {
    const store = emmett.getInMemoryEventStore()
    const handle = emmett.DeciderCommandHandler(
      decider as never as emmett.Decider<object, emmett.Command, emmett.Event>,
    )
    await store.appendToStream(offeringId, [scheduled])
    const { newEvents } = await handle(store, offeringId, announce)
    expect(newEvents).toEqual([
      happened.OfferingAnnounced({ at, offeringId, channel: 'intranet', audience: {} }),
    ])
    await expect(handle(store, offeringId, close)).rejects.toMatchObject({
      rejection: { code: 'IllegalTransition', from: 'announced' },
    })
    const { events } = await store.readStream(offeringId)
    expect(events.map(({ type }) => type)).toEqual(['OfferingScheduled', 'OfferingAnnounced'])
  })
  test('is given one by type', () => {
    const typed: emmett.Decider<
      ReturnType<typeof decider.initialState>,
      Parameters<typeof decider.decide>[0] & { data: Record<string, unknown> },
      ReturnType<typeof decider.decide>[number]
    > = decider
    expect(typed.initialState()).toEqual(decider.initialState())
  })
})

describe('fmodel', () => {
  test('combines deciders, each fed every command and every event', () => {
    const parts = [
      announcing,
      delivery.decisions.filter(({ command }) => command.type === 'CompleteOffering'),
    ]
    const [one, other] = parts.map((decisions) => {
      const { decide, evolve, initialState } = toDecider(decisions, {
        rejections: 'throw',
        foreignCommands: 'ignore',
      })
      return new fmodel.Decider(decide, evolve, initialState())
    })
    if (one === undefined || other === undefined) throw new Error('two parts')
    const both = one.combine(other)
    const state = both.evolve(both.initialState, scheduled)
    expect(both.decide(announce, state)).toEqual([
      happened.OfferingAnnounced({ at, offeringId, channel: 'intranet', audience: {} }),
    ])
  })
  test('a command of somebody else is a mistake elsewhere', () => {
    const decider = toDecider(announcing, { rejections: 'throw' })
    expect(() => decider.decide({ type: 'Sing', data: {} } as never, decider.initialState())).toThrow(
      'training-ops: decide needs a command of its decisions, got Sing',
    )
  })
})

describe('Castore', () => {
  const decider = toDecider(announcing, { rejections: 'throw' })
  const { reducer, decide } = toCastore(decider)
  test('reduces streams and pushes what was decided', async () => {
    const types = ['OfferingScheduled', 'OfferingAnnounced', 'EnrolmentOpened', 'EnrolmentWindowClosed']
    const store = new castoreCore.EventStore({
      eventStoreId: 'offerings',
      eventTypes: types.map((type) => new castoreCore.EventType({ type })),
      reducer,
      eventStorageAdapter: new inMemoryAdapter(),
    })
    const push = (detail: unknown) => store.pushEvent(detail as never)
    await push({ aggregateId: offeringId, version: 1, type: scheduled.type, payload: scheduled.data })
    const { aggregate } = await store.getAggregate(offeringId)
    for (const detail of decide(offeringId, announce, aggregate)) await push(detail)
    const after = await store.getAggregate(offeringId)
    expect(after.aggregate).toMatchObject({ version: 2, state: { offering: { status: 'announced' } } })
    expect(() => decide(offeringId, close, after.aggregate)).toThrow('refused with IllegalTransition')
  })
})

describe('a DCB store', () => {
  const training = assemble(lifecycle, {}, { trusted: true })
  type C = CommandOf<typeof training>
  type E = EventOf<typeof training>
  const dcb = toDcb(training, dcbStore)
  const execute = async (store: dcbStore.EventStore, command: C) => {
    for (;;) {
      const query: dcbStore.Query = dcb.boundaryOf(command)
      const found = await dcbStore.streamAllEventsToArray(store.read(query))
      const events = found.map(({ event }) => {
        const read = dcb.fromStore(event)
        if (!isRight(read)) throw new Error(JSON.stringify(read.left))
        return read.right as E
      })
      const verdict = training.decide(command, events)
      if (isRejected(verdict) || verdict.right.length === 0) return verdict
      const after = found.at(-1)?.position
      const condition: dcbStore.AppendCondition = {
        failIfEventsMatch: query,
        ...(after === undefined ? {} : { after }),
      }
      try {
        const toAppend: dcbStore.DcbEvent[] = dcb.toStore(verdict.right)
        await store.append({ events: toAppend, condition })
        return verdict
      } catch (error) {
        if (!(error instanceof dcbStore.AppendConditionError)) throw error
      }
    }
  }
  const ask = (type: string, data: object, commandId: string) =>
    ({ type, data, metadata: { commandId } }) as C

  test('keeps the seats under a race: as many enrolled as there are seats, each learner answered once', async () => {
    const store = new dcbStore.MemoryEventStore()
    await store.append({ events: dcb.toStore(open as readonly E[]) })
    const learners = Array.from({ length: 6 }, (_, at) => `l-${at}`)
    await Promise.all(
      learners.map(async (learnerId) => {
        const data = { at: schedule.at, offeringId, learnerId }
        await execute(store, ask('RequestEnrolment', { ...data, source: 'self' }, `ask-${learnerId}`))
        return execute(store, ask('ApproveEnrolment', data, `ok-${learnerId}`))
      }),
    )
    const all = await dcbStore.streamAllEventsToArray(store.read(dcbStore.Query.all()))
    const count = (type: string) => all.filter(({ event }) => event.type === type).length
    expect([count('EnrolmentRequested'), count('LearnerEnrolled'), count('LearnerWaitlisted')]).toEqual([
      6, 2, 4,
    ])
  })
  test('a command sent again finds what it led to, and appends nothing', async () => {
    const store = new dcbStore.MemoryEventStore()
    await store.append({ events: dcb.toStore(open as readonly E[]) })
    const command = ask(
      'RequestEnrolment',
      { at: schedule.at, offeringId, learnerId: 'ada', source: 'self' },
      'c',
    )
    expect(isAccepted(await execute(store, command))).toBe(true)
    expect(await execute(store, command)).toMatchObject({ resent: true, right: [] })
  })
  test('events carry the tags they are found by', () => {
    const [event] = dcb.toStore([{ ...scheduled, metadata: { commandId: 'c' } } as never])
    expect(event?.tags.values).toEqual(expect.arrayContaining([`offering:${offeringId}`, 'command:c']))
    const closed = happened.EnrolmentWindowClosed({ at, offeringId }) as E
    expect([training.reactionBoundaryOf(closed), dcb.reactionBoundaryOf(closed)]).toEqual([[], undefined])
    const asked = happened.EnrolmentRequested({
      ...{ at, offeringId, learnerId: 'ada', source: 'self', approval: 'automatic', basis: {} },
    })
    expect(dcb.reactionBoundaryOf(asked as E)?.items.length ?? 0).toBe(
      training.reactionBoundaryOf(asked as E).length,
    )
    const items = dcb.boundaryOf(ask('AnnounceOffering', announce.data, 'c')).items
    expect(items.every(({ types, tags }) => types.length > 0 && (tags?.length ?? 0) > 0)).toBe(true)
  })
})
