import {
  accepted,
  assemble,
  catalog,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  delivery,
  type EventsOf,
  event,
  fold,
  isAccepted,
  keyedBy,
  merge,
  policies,
  projections,
  resources,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { held, offeringId, open, schedule, training } from '../delivery/an-offering.ts'

const events = defineEvents({ BellRung: event({ bellId: z.string() }) })
const { RingBell } = defineCommands({ RingBell: { bellId: z.string() } })
const rings = projections<EventsOf<typeof events>>()({
  name: 'rings',
  by: ['bellId'],
  initial: () => ({ times: 0 }),
  on: {
    BellRung: (state) => {
      state.times++
    },
  },
})
const ringBell = defineDecision({
  command: RingBell,
  reads: { rings },
  decide: (ring) => accepted(events.make.BellRung(ring)),
})
const echoes = policies<EventsOf<typeof events>>()({
  name: 'echoes',
  when: 'BellRung',
  reads: {},
  react: () => [],
})
const bells = defineModule({ name: 'bells', events, decisions: [ringBell], policies: [echoes] })

describe('a system that contradicts itself is not assembled', () => {
  const other = (more: object) => ({
    ...defineModule({ name: 'other', events: defineEvents({}), decisions: [] }),
    ...more,
  })
  test.each([
    ['an event twice', [bells, other({ events })], {}, 'needs every event once, got BellRung twice'],
    [
      'a command twice',
      [bells, other({ decisions: [ringBell] })],
      {},
      'needs every command once, got RingBell twice',
    ],
    [
      'a policy twice',
      [bells, other({ policies: [echoes] })],
      {},
      'needs every policy once, got echoes twice',
    ],
    ['a module twice', [bells, other({ name: 'bells' })], {}, 'needs every module once, got bells twice'],
    ['settings of nobody', [bells], { belles: {} }, 'needs settings of its own modules, got belles'],
    [
      'a projection of an event nobody declares',
      [other({ decisions: [ringBell] })],
      {},
      'needs every event to be declared, got BellRung in projection rings',
    ],
    [
      'a policy on an event nobody declares',
      [other({ policies: [echoes] })],
      {},
      'needs every event to be declared, got BellRung in policy echoes',
    ],
  ])('%s', (_name, modules, settings, message) => {
    expect(() => assemble(modules as never, settings as never, { trusted: true })).toThrow(
      `training-ops: assemble ${message}`,
    )
  })
  test('a module without one that it depends on: the compiler names it, and so does the error', () => {
    const whole = () => assemble([catalog, resources, delivery], {}, { trusted: true })
    expect(whole).not.toThrow()
    // @ts-expect-error: missingModules 'catalog'
    expect(() => assemble([resources, delivery])).toThrow(
      'training-ops: assemble needs the module catalog, got delivery without it',
    )
    const towers = defineModule({
      name: 'towers',
      dependsOn: ['bells'],
      events: defineEvents({}),
      decisions: [],
    })
    // @ts-expect-error: missingModules 'bells'
    expect(() => assemble([towers])).toThrow('needs the module bells, got towers without it')
    expect(() => assemble([towers, bells])).not.toThrow()
  })
  test('a later version without a way to it', () => {
    expect(() =>
      defineEvents({ BellRung: event({}, { version: 3, upcasters: { 1: (data) => data } }) }),
    ).toThrow('training-ops: defineEvents needs an upcaster from version 2 of BellRung, got none')
  })
  test('halves of what does not merge', () => {
    expect(() => merge(rings, { times: 1 }, { times: 2 })).toThrow(
      'training-ops: merge needs a projection that declares one, got rings',
    )
  })
})

test('settings reach the rules and sentences they are for', () => {
  const held2 = held(schedule.sessions[1] as (typeof schedule.sessions)[number], 0)
  const patient = assemble(
    [catalog, resources, delivery],
    { delivery: { closingGraceDays: 30 } },
    { trusted: true },
  )
  const seated = [
    ...open,
    {
      type: 'LearnerEnrolled',
      data: {
        offeringId,
        learnerId: 'ada',
        sessions: [],
        completionRule: schedule.completionRule,
        scheduledMinutes: 0,
      },
    },
  ]
  expect(training.react(held2, seated as never).deadlines.map(({ dueAt }) => dueAt)).toEqual([
    '2026-04-14T09:00:00.000Z',
  ])
  expect(patient.react(held2, seated as never).deadlines.map(({ dueAt }) => dueAt)).toEqual([
    '2026-05-07T09:00:00.000Z',
  ])
})

test('what a decision reads is its boundary, and its own earlier events', () => {
  const system = assemble([bells], {}, { trusted: true })
  const command = { type: 'RingBell', data: { bellId: 'b' }, metadata: { commandId: 'c' } } as const
  expect(system.boundaryOf(command)).toEqual([
    { types: ['BellRung'], tags: ['bell:b'] },
    { types: [], tags: ['command:c'] },
  ])
  const verdict = system.decide(command, [])
  expect(isAccepted(verdict) && verdict.right[0]?.metadata).toMatchObject({
    eventId: 'c/0',
    commandId: 'c',
    schemaVersion: 1,
  })
})

test('a projection can be read under another name', () => {
  const moved = defineDecision({
    command: defineCommands({ MoveBell: { toBellId: z.string() } }).MoveBell,
    reads: { there: keyedBy(rings, { bellId: 'toBellId' }) },
    decide: (_, { there }) => accepted(events.make.BellRung({ bellId: String(there.times) })),
  })
  const system = assemble(
    [defineModule({ name: 'bells', events, decisions: [moved] })],
    {},
    { trusted: true },
  )
  const command = { type: 'MoveBell', data: { toBellId: 'b' }, metadata: { commandId: 'c' } } as const
  const rung = events.make.BellRung({ bellId: 'b' })
  expect(system.decide(command, [rung, events.make.BellRung({ bellId: 'a' }), rung])).toMatchObject({
    right: [{ data: { bellId: '2' } }],
  })
  expect(fold(rings, [rung])).toEqual({ times: 1 })
})
