import { assemble, defineEvents, defineModule, event, isRight } from 'training-ops'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const events = defineEvents({
  MinutesLearnt: event(
    {
      at: z.iso.datetime({ precision: 3 }),
      on: z.iso.date(),
      learnerId: z.string(),
      minutes: z.int(),
      code: z.string(),
    },
    {
      version: 3,
      upcasters: {
        1: ({ hours, ...rest }) => ({ ...rest, minutes: hours * 60 }),
        2: (data) => ({ code: 'none', ...data }),
      },
    },
  ),
})
const { decode } = assemble(
  [defineModule({ name: 'learning', events, decisions: [] })],
  {},
  { trusted: true },
)

const stamp = (schemaVersion: number) => ({
  eventId: 'c/0',
  commandId: 'c',
  commandFingerprint: 'f',
  schemaVersion,
})
const today = {
  at: '2026-03-01T08:00:00.000Z',
  on: '2026-03-01',
  learnerId: 'ada',
  minutes: 120,
  code: 'none',
}
const { minutes: _minutes, code: _code, ...aged } = today
const read = (stored: unknown): unknown => {
  const decoded = decode(stored)
  return isRight(decoded) ? decoded.right : decoded.left
}
const stored = (data: unknown, version?: number) => ({
  type: 'MinutesLearnt',
  data,
  ...(version === undefined ? {} : { metadata: stamp(version) }),
})

describe('an event of an earlier version is read as one of today', () => {
  test.each([
    [1, { ...aged, hours: 2 }],
    [2, { ...aged, minutes: 120 }],
    [3, today],
  ])('written by version %i', (version, data) => {
    expect(read(stored(data, version))).toEqual(stored(today, 3))
  })
  test('and read again, is the same', () => {
    const once = read(stored({ ...aged, hours: 2 }, 1))
    expect(read(once)).toEqual(once)
  })
  test('what carries no version is of today', () => {
    expect(read(stored(today))).toEqual(stored(today))
  })
})

describe('what a store revived is turned back', () => {
  test('instants and days that became dates', () => {
    expect(read(stored({ ...today, at: new Date(today.at), on: new Date(today.on) }))).toEqual(stored(today))
  })
  test('numbers and digits that became bigints', () => {
    expect(read(stored({ ...today, minutes: 120n, code: 42n }))).toEqual(stored({ ...today, code: '42' }))
  })
  test('also of an earlier version', () => {
    expect(read(stored({ ...aged, at: new Date(today.at), minutes: 120n }, 2))).toEqual(stored(today, 3))
  })
})

describe('what is no event of this system is told so, and nothing is thrown', () => {
  const issue = (path: readonly string[], code: string, more: object = {}) => ({
    code: 'InvalidEvent',
    issues: [{ path, code, ...more }],
  })
  test.each([
    ['nothing', undefined, issue([], 'NotAnObject')],
    ['a number', 4, issue([], 'NotAnObject')],
    ['a list', [], issue([], 'NotAnObject')],
    ['a type nobody declares', { type: 'Unheard', data: {} }, issue(['type'], 'UnknownEvent')],
    ['a name every object inherits', { type: 'constructor', data: {} }, issue(['type'], 'UnknownEvent')],
    ['a later version', stored(today, 4), issue(['metadata', 'schemaVersion'], 'TooBig', { limit: 3 })],
    ['no data', { type: 'MinutesLearnt' }, issue(['data'], 'MissingKey', { expected: 'object' })],
    ['a missing field', stored(aged), { code: 'InvalidEvent' }],
    [
      'a day that is none',
      stored({ ...today, on: '2026-02-30' }),
      issue(['data', 'on'], 'BadFormat', { expected: 'date' }),
    ],
    ['an invalid date', stored({ ...today, at: new Date(Number.NaN) }), { code: 'InvalidEvent' }],
    ['an older version whose data is nothing', stored(null, 1), issue(['data'], 'RuleBroken')],
    ['an older version whose data is a number', stored(3, 1), { code: 'InvalidEvent' }],
    ['version zero', stored(today, 0), issue(['metadata', 'schemaVersion'], 'TooSmall', { limit: 1 })],
    [
      'half a version',
      stored({ ...aged, hours: 2 }, 1.5),
      issue(['metadata', 'schemaVersion'], 'WrongType', { expected: 'int' }),
    ],
    [
      'a version in words',
      { ...stored(today), metadata: { ...stamp(3), schemaVersion: '1' } },
      { code: 'InvalidEvent' },
    ],
    ['metadata that is null', { ...stored(today), metadata: null }, { type: 'MinutesLearnt', data: today }],
  ])('%s', (_name, input, expected) => {
    expect(read(input)).toMatchObject(expected)
  })
})

test('10,000 deep is too deep', () => {
  let deep: unknown = 'bottom'
  for (let at = 0; at < 10_000; at++) deep = [deep]
  expect(read(stored({ ...today, code: deep }))).toMatchObject({ issues: [{ code: 'TooDeep', limit: 32 }] })
  expect(read(stored({ ...aged, hours: deep }, 1))).toMatchObject({ code: 'InvalidEvent' })
})

test('what is handed in is not changed', () => {
  const input = Object.freeze(stored(Object.freeze({ ...aged, hours: 2 }), 1))
  expect(isRight(decode(input))).toBe(true)
})
