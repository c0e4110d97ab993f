import {
  assemble,
  catalog,
  createLedger,
  delivery,
  type InvalidCommand,
  type Issue,
  isLeft,
  resources,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { schedule } from '../delivery/an-offering.ts'

const training = assemble([catalog, resources, delivery], {}, { trusted: true })
const envelope = { commandId: 'c-1' }
const command = (data: object, metadata: object = envelope) => ({ type: 'ScheduleOffering', data, metadata })

/** What is said to be wrong, by every door a command can come in through; nothing is thrown, nothing changes. */
const issuesOf = (input: unknown): readonly Issue[] => {
  const ledger = createLedger(training)
  const received = training.receive(input)
  if (!isLeft(received)) throw new Error('it was received')
  expect(training.decide(input as never, [])).toEqual(received)
  expect(ledger.execute(input as never)).toEqual(received)
  expect(ledger.executeWithPolicies(input as never)).toEqual([{ command: input, verdict: received }])
  expect(ledger.events()).toEqual([])
  expect(ledger.agenda()).toEqual([])
  expect(training.boundaryOf(input as never)).toHaveLength(1)
  const refusal: InvalidCommand = received.left
  expect(refusal.code).toBe('InvalidCommand')
  expect(JSON.stringify(refusal).length).toBeLessThan(20_000)
  return refusal.issues
}

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom'
  for (let at = 0; at < depth; at++) value = { deeper: value }
  return value
}

describe('what is no command at all', () => {
  test.each([null, undefined, 1, 'ScheduleOffering', true, [], [command(schedule)], () => 1, Symbol('c')])(
    '%o',
    (input) => {
      expect(issuesOf(input)).toEqual([{ path: [], code: 'NotAnObject' }])
    },
  )
  test.each(['Unheard', '', '__proto__', 'toString', 7, undefined, null, {}])(
    'a type nobody declares: %o',
    (type) => {
      expect(issuesOf({ type, data: {}, metadata: envelope })).toEqual([
        { path: ['type'], code: 'UnknownCommand' },
      ])
    },
  )
  test('an object without a prototype is one all the same', () => {
    const bare = Object.assign(Object.create(null), command(schedule))
    expect(isLeft(training.receive(bare))).toBe(false)
  })
})

describe('a command with something wrong in it is told where and what', () => {
  const { at: _, ...dateless } = schedule
  const [monday, tuesday] = schedule.sessions
  test.each([
    [
      'no data',
      { type: 'ScheduleOffering', metadata: envelope },
      [{ path: ['data'], code: 'MissingKey', expected: 'object' }],
    ],
    [
      'no envelope',
      { type: 'ScheduleOffering', data: schedule },
      [{ path: ['metadata'], code: 'MissingKey', expected: 'object' }],
    ],
    ['a missing key', command(dateless), [{ path: ['data', 'at'], code: 'MissingKey', expected: 'string' }]],
    [
      'a wrong type',
      command({ ...schedule, courseVersion: '1' }),
      [{ path: ['data', 'courseVersion'], code: 'WrongType', expected: 'number' }],
    ],
    [
      'NaN',
      command({ ...schedule, courseVersion: Number.NaN }),
      [{ path: ['data', 'courseVersion'], code: 'WrongType', expected: 'number' }],
    ],
    [
      'infinity',
      command({ ...schedule, courseVersion: Number.POSITIVE_INFINITY }),
      [{ path: ['data', 'courseVersion'], code: 'WrongType', expected: 'number' }],
    ],
    [
      '1e308, which is whole and no count of anything',
      command({ ...schedule, capacity: { min: 1, max: 1e308 } }),
      [{ path: ['data', 'capacity', 'max'], code: 'TooBig', limit: 9007199254740991 }],
    ],
    [
      'a fraction of a seat',
      command({ ...schedule, capacity: { min: 0.5 } }),
      [{ path: ['data', 'capacity', 'min'], code: 'WrongType', expected: 'int' }],
    ],
    [
      'a key nobody knows',
      command({ ...schedule, seats: 3 }),
      [{ path: ['data'], code: 'UnknownKey', keys: ['seats'] }],
    ],
    [
      'a lone surrogate in an id',
      command({ ...schedule, offeringId: 'o-\ud800' }),
      [{ path: ['data', 'offeringId'], code: 'BadFormat', expected: 'text' }],
    ],
    [
      'a lone surrogate in a title',
      command({ ...schedule, title: 'half a \udc00' }),
      [{ path: ['data', 'title'], code: 'BadFormat', expected: 'text' }],
    ],
    [
      'an id that every object inherits',
      command({ ...schedule, offeringId: '__proto__' }),
      [{ path: ['data', 'offeringId'], code: 'BadFormat', expected: 'id' }],
    ],
    [
      'an empty id',
      command({ ...schedule, courseId: '' }),
      [{ path: ['data', 'courseId'], code: 'BadFormat', expected: 'id' }],
    ],
    [
      'a word that is not one of the words',
      command({ ...schedule, approval: 'never' }),
      [{ path: ['data', 'approval'], code: 'NotAllowed', expected: 'required | automatic' }],
    ],
    [
      'an empty list',
      command({ ...schedule, sessions: [] }),
      [{ path: ['data', 'sessions'], code: 'TooSmall', limit: 1 }],
    ],
    [
      'an id twice',
      command({ ...schedule, sessions: [monday, { ...tuesday, sessionId: monday?.sessionId }] }),
      [{ path: ['data', 'sessions', 1], code: 'DuplicateId' }],
    ],
    [
      'an instant of another width',
      command({ ...schedule, at: '2026-03-01T01:00:00Z' }),
      [{ path: ['data', 'at'], code: 'BadFormat', expected: 'instant' }],
    ],
    [
      'an envelope with a stranger in it',
      command(schedule, { commandId: 'c-1', isAdmin: true }),
      [{ path: ['metadata'], code: 'UnknownKey', keys: ['isAdmin'] }],
    ],
    [
      'an empty command id',
      command(schedule, { commandId: '' }),
      [{ path: ['metadata', 'commandId'], code: 'TooSmall', limit: 1 }],
    ],
  ])('%s', (_name, input, issues) => {
    expect(issuesOf(input)).toEqual(expect.arrayContaining(issues))
    expect(issuesOf(input).every(({ path }) => path[0] === issues[0]?.path[0])).toBe(true)
  })

  test('two things wrong are both told', () => {
    expect(
      issuesOf(command({ ...schedule, courseVersion: 0, approval: 'never' })).map(({ path }) =>
        path.join('.'),
      ),
    ).toEqual(['data.courseVersion', 'data.approval'])
  })

  test('of very many things wrong, twenty are told', () => {
    const sessions = Array.from({ length: 500 }, () => ({}))
    expect(issuesOf(command({ ...schedule, sessions }))).toHaveLength(20)
  })
})

describe('what comes near no honest command', () => {
  test('10,000 deep', () => {
    const [issue, ...others] = issuesOf(command({ ...schedule, title: nested(10_000) }))
    expect(others).toEqual([])
    expect(issue).toMatchObject({ code: 'TooDeep', limit: 32 })
    expect(issue?.path.slice(0, 3)).toEqual(['data', 'title', 'deeper'])
  })
  test('a value that holds itself', () => {
    const knot: { self?: unknown } = {}
    knot.self = knot
    expect(issuesOf(command({ ...schedule, title: knot }))[0]).toMatchObject({ code: 'TooDeep' })
  })
  test('10 MB of text', () => {
    expect(issuesOf(command({ ...schedule, title: 'a'.repeat(10_000_000) }))).toEqual([
      { path: ['data', 'title'], code: 'TooBig', limit: 1_000_000 },
    ])
  })
  test('a list of millions', () => {
    expect(issuesOf(command({ ...schedule, sessions: new Array(2_000_000).fill(0) }))).toEqual([
      { path: ['data', 'sessions'], code: 'TooMany', limit: 1_000_000 },
    ])
    expect(issuesOf(command({ ...schedule, sessions: new Array(4_000_000_000) }))).toEqual([
      { path: ['data', 'sessions'], code: 'TooMany', limit: 1_000_000 },
    ])
  })
  test('a key named __proto__, as JSON.parse makes it, and it reaches no prototype', () => {
    const input = JSON.parse(
      `{"type":"AnnounceOffering","data":{"at":"2026-03-01T00:00:00.000Z","offeringId":"o-1","__proto__":{"isAdmin":true}},"metadata":{"commandId":"c-1"}}`,
    )
    expect(issuesOf(input)).toEqual([{ path: ['data'], code: 'UnknownKey', keys: ['__proto__'] }])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
  test('getters that throw, and proxies', () => {
    const trap = Object.defineProperty({}, 'at', {
      enumerable: true,
      get: () => {
        throw new Error('gotcha')
      },
    })
    expect(issuesOf(command(trap))[0]?.path[0] ?? 'data').toBe('data')
  })
})

describe('a command id is asked of once', () => {
  test('the same id with other content is a mistake, and is answered as one', () => {
    const ledger = createLedger(training)
    ledger.execute(command(schedule) as never)
    expect(ledger.execute(command({ ...schedule, title: 'Another' }) as never)).toEqual({
      _tag: 'Left',
      left: {
        code: 'InvalidCommand',
        issues: [{ path: ['metadata', 'commandId'], code: 'CommandIdReused' }],
      },
    })
    expect(ledger.events()).toHaveLength(1)
  })
  test('the same id with the same content, keys in another order, is the same command', () => {
    const ledger = createLedger(training)
    const first = ledger.execute(command(schedule) as never)
    const turned = Object.fromEntries(Object.entries(schedule).reverse())
    expect(ledger.execute(command(turned) as never)).toMatchObject({
      _tag: 'Right',
      resent: true,
      right: (first as { right: unknown }).right,
    })
    expect(ledger.events()).toHaveLength(1)
  })
})
