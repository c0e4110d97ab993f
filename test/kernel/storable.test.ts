/** Whatever is appended can be read again, and nobody reaches into the log. */
import {
  accepted,
  assemble,
  createLedger,
  type DomainEvent,
  defineCommands,
  defineDecision,
  defineEvents,
  defineModule,
  delivery,
  event,
  isAccepted,
  isRight,
  lifecycle,
  offering,
  project,
  projections,
} from 'training-ops'
import { toDecider } from 'training-ops/interop'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const training = assemble(lifecycle, {}, { trusted: true })
const at = '2025-12-01T00:00:00.000Z'
const open = { type: 'OpenEnrolment', data: { at, offeringId: 'o' }, metadata: { commandId: 'c' } } as const
const session = (number: number) => {
  const year = 2000 + number
  return {
    sessionId: `s-${number}`,
    start: `${year}-01-01T00:00:00.000Z`,
    end: `${year}-12-31T00:00:00.000Z`,
    zone: 'UTC',
  }
}
const schedule = (sessions: readonly ReturnType<typeof session>[]) => ({
  type: 'ScheduleOffering' as const,
  data: {
    at,
    offeringId: 'o',
    courseId: 'c',
    courseVersion: 1,
    title: 'A long course',
    modality: 'classroom',
    sessions: [...sessions],
    capacity: { min: 0 },
    completionRule: { require: 'all' as const, of: [] },
  },
  metadata: { commandId: 'schedule' },
})

describe('what is appended can be read again', () => {
  test('so a command whose events outgrow their bounds is refused, and named by path', () => {
    const ledger = createLedger(training)
    expect(isAccepted(ledger.execute(schedule([session(26), session(27), session(28)])))).toBe(true)
    ledger.execute(open)
    const seat = { at, offeringId: 'o', learnerId: 'ada' }
    ledger.execute({
      type: 'RequestEnrolment',
      data: { ...seat, source: 'self' },
      metadata: { commandId: 'ask' },
    })
    const before = ledger.events().length
    expect(
      ledger.execute({ type: 'ApproveEnrolment', data: seat, metadata: { commandId: 'approve' } }),
    ).toEqual({
      _tag: 'Left',
      left: {
        code: 'InvalidCommand',
        issues: [{ path: ['events', 0, 'data', 'scheduledMinutes'], code: 'TooBig', limit: 527_040 }],
      },
    })
    expect(ledger.events().length).toBe(before)
    expect(createLedger(training, { events: ledger.events() }).events()).toEqual(ledger.events())
  })

  test('so a log that holds an event twice is not gone on from', () => {
    const ledger = createLedger(training)
    ledger.execute(schedule([session(26)]))
    const twice = [...ledger.events(), ...ledger.events()]
    expect(() => createLedger(training, { events: twice })).toThrow(
      'training-ops: createLedger needs every event once, got "schedule/0" again at events[1]',
    )
  })

  test('so what a host appends is checked, and is the log’s own from then on', () => {
    const ledger = createLedger(training)
    const event = { type: 'EnrolmentOpened' as const, data: { at, offeringId: 'o' } }
    ledger.append([event as never])
    event.data.offeringId = 'another'
    expect(ledger.events()[0]?.data).toEqual({ at, offeringId: 'o' })
    for (const bad of [
      { type: 'DoorOpened', data: {} },
      { type: 'EnrolmentOpened', data: null },
    ])
      expect(() => ledger.append([bad as never])).toThrow('training-ops: append needs events of its system')
    expect(ledger.events().length).toBe(1)
  })
})

describe('a −0, which JSON writes as 0,', () => {
  const degrees = { at: z.iso.datetime({ precision: 3 }), readings: z.array(z.number()), least: z.number() }
  const commands = defineCommands({ ReadDegrees: degrees })
  const events = defineEvents({ DegreesRead: event(degrees) })
  const readDegrees = defineDecision({
    command: commands.ReadDegrees,
    reads: {},
    // `least * -0` is the −0 a rule may compute itself
    decide: (command) => accepted(events.make.DegreesRead({ ...command, least: command.least * -0 })),
  })
  const weather = assemble(
    [defineModule({ name: 'weather', events, decisions: [readDegrees] })],
    {},
    { trusted: true },
  )
  const data = { at, readings: [-0, 1, -2], least: -0 }

  test('is 0 in a command that is received', () => {
    const received = weather.receive({ type: 'ReadDegrees', data, metadata: { commandId: 'c' } })
    expect(isRight(received) && received.right.data).toStrictEqual({
      ...data,
      readings: [0, 1, -2],
      least: 0,
    })
    expect(data.readings[0]).toBe(-0)
  })
  test('is 0 in an event that is decided, so that the log is what it reads', () => {
    const ledger = createLedger(weather)
    const asked = { type: 'ReadDegrees' as const, data: { ...data, least: 3 }, metadata: { commandId: 'c' } }
    expect(isAccepted(ledger.execute(asked))).toBe(true)
    expect(ledger.events()[0]?.data).toStrictEqual({ ...data, readings: [0, 1, -2], least: 0 })
    expect(JSON.parse(JSON.stringify(ledger.events()))).toStrictEqual(ledger.events())
  })
  test('is 0 in an event that is read', () => {
    const read = weather.decode(
      JSON.parse(`{"type":"DegreesRead","data":{"at":"${at}","readings":[-0],"least":-0}}`),
    )
    expect(isRight(read) && read.right.data).toStrictEqual({ at, readings: [0], least: 0 })
  })
})

describe('a subject', () => {
  type Counted = DomainEvent<'Counted', { at: string; thingId: string; placeId: string }>
  const counted = (thingId: string, placeId = 'p') => ({ type: 'Counted', data: { at, thingId, placeId } })
  const count = { initial: () => ({ n: 0 }), on: { Counted: (state: { n: number }) => void state.n++ } }
  test('may be called what every object inherits', () => {
    const things = projections<Counted>()({ name: 'things', by: ['thingId'], ...count })
    const view = project(
      things,
      ['constructor', 'toString', '__proto__'].map((id) => counted(id)),
    )
    expect(Object.keys(view)).toEqual(['constructor', 'toString', '__proto__'])
    expect(Object.values(view)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }])
    expect(Object).not.toHaveProperty('n')
  })
  test('of two ids is never taken for another whose ids are cut elsewhere', () => {
    const things = projections<Counted>()({ name: 'things', by: ['thingId', 'placeId'], ...count })
    const view = project(things, [
      counted('a b', 'c'),
      counted('a', 'b c'),
      counted('a\\', 'b'),
      counted('a\\ b', ''),
    ])
    expect(Object.values(view)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 1 }])
  })
})

describe('an instant', () => {
  const ledger = createLedger(training)
  test.each(['garbage', '2026-03-01T09:00:00+08:00', '2026-03-01'])('written %s is not one', (text) => {
    expect(() => ledger.project(offering, { asOf: text })).toThrow(
      'training-ops: project needs asOf as an instant in UTC',
    )
    expect(() => ledger.advanceTo(text)).toThrow('training-ops: advanceTo needs an instant in UTC')
  })
})

describe('ids', () => {
  test('of a host leave room for what policies make of them', () => {
    const verdict = createLedger(training).execute({ ...open, metadata: { commandId: 'x'.repeat(501) } })
    expect(verdict).toEqual({
      _tag: 'Left',
      left: {
        code: 'InvalidCommand',
        issues: [{ path: ['metadata', 'commandId'], code: 'TooBig', limit: 500 }],
      },
    })
  })
  test('that flood a command are cut and counted', () => {
    const verdict = createLedger(training).execute({
      ...open,
      data: { ...open.data, ['k'.repeat(100_000)]: 1 },
    } as never)
    expect(JSON.stringify(verdict).length).toBeLessThan(400)
    const many = Array.from({ length: 30 }, () => 'x'.repeat(900_000))
    expect(createLedger(training).execute({ ...open, data: { ...open.data, many } } as never)).toMatchObject({
      left: { issues: [{ code: 'TooBig', limit: 10_000_000 }] },
    })
  })
})

test('a key that would be a prototype is refused wherever it stands, in open records too', () => {
  const note = JSON.parse('{ "code": "A", "__proto__": 1 }') as never
  const result = { status: 'ok' as const, value: 1, n: 1, unit: 'ratio', notes: [note] }
  const data = { at, evaluationId: 'e', calculatorVersion: 'x', figures: [{ figure: 'f', level: 1, result }] }
  expect(
    createLedger(training).execute({
      type: 'PublishEvaluationReport',
      data: data as never,
      metadata: { commandId: 'p' },
    }),
  ).toMatchObject({
    left: {
      code: 'InvalidCommand',
      issues: [
        { path: ['data', 'figures', 0, 'result', 'notes', 0], code: 'UnknownKey', keys: ['__proto__'] },
      ],
    },
  })
})

describe('a classic decider', () => {
  const opening = delivery.decisions.filter(({ command }) => command.type === 'OpenEnrolment')
  test('answers bad input as the system does, thrown or returned', () => {
    const bad = { type: 'OpenEnrolment', data: { at } } as never
    const returning = toDecider(opening, { rejections: 'return' })
    expect(returning.decide(bad, returning.initialState())).toEqual({
      _tag: 'Left',
      left: {
        code: 'InvalidCommand',
        issues: [{ path: ['data', 'offeringId'], code: 'MissingKey', expected: 'string' }],
      },
    })
    const throwing = toDecider(opening, { rejections: 'throw' })
    expect(() => throwing.decide(bad, throwing.initialState())).toThrow(
      'training-ops: refused with InvalidCommand',
    )
  })
  test('needs decisions that read under the same keys', () => {
    const spanning = delivery.decisions.filter(({ command }) => command.type === 'ApproveEnrolment')
    expect(() => toDecider(spanning, { rejections: 'throw' })).toThrow(
      'training-ops: toDecider needs decisions that read under the same keys',
    )
  })
})
