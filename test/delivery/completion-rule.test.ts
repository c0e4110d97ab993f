import fc from 'fast-check'
import { completionRule, moveOnRule } from 'training-ops'
import { describe, expect, test } from 'vitest'
import { unmetCriteria } from '../../src/delivery/enrolment/completion.ts'

const passed = { kind: 'result', instrumentId: 'test', mastery: 700 } as const
const completed = { kind: 'attendance', atLeast: 8000 } as const

const at = '2026-04-06T02:40:00.000Z'
/** One session of 100 minutes. */
const aClass = {
  sessions: [{ sessionId: 'monday', start: '2026-04-06T01:00:00.000Z', end: at, zone: 'Asia/Shanghai' }],
  held: {},
} as unknown as Parameters<typeof unmetCriteria>[1]
const tried = (scaled: number) => ({ tries: { 1: { scaled, at } }, best: scaled, attempts: 1, at })

describe('a moveOn of cmi5', () => {
  const holds = (moveOn: Parameters<typeof moveOnRule>[0], minutes: number, best?: number) =>
    unmetCriteria(
      {
        completionRule: completionRule.parse(moveOnRule(moveOn, { completed, passed })),
        attended: { monday: { minutes, status: 'present', on: '2026-04-06' } },
        results: best === undefined ? {} : { test: tried(best) },
        modules: {},
        responses: {},
        waived: {},
      },
      aClass,
    ).length === 0
  test.each([
    // attended and passed, attended only, passed only, neither
    ['Passed', [true, false, true, false]],
    ['Completed', [true, true, false, false]],
    ['CompletedAndPassed', [true, false, false, false]],
    ['CompletedOrPassed', [true, true, true, false]],
    ['NotApplicable', [true, true, true, true]],
  ] as const)('%s asks for what its name says', (moveOn, expected) => {
    expect([
      holds(moveOn, 80, 700),
      holds(moveOn, 80, 699),
      holds(moveOn, 79, 700),
      holds(moveOn, 79),
    ]).toEqual(expected)
  })
})

test('more minutes, better scores and more done never undo a completion', () => {
  const criterion = fc.oneof(
    fc.record({ kind: fc.constant('attendance' as const), atLeast: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({
      kind: fc.constant('result' as const),
      instrumentId: fc.constantFrom('test', 'case'),
      mastery: fc.integer({ min: -1000, max: 1000 }),
    }),
    fc.record({
      kind: fc.constant('modulesDone' as const),
      modules: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('responseSubmitted' as const),
      instrumentId: fc.constantFrom('test', 'case'),
    }),
  )
  const rule = fc.oneof(
    fc.record({
      require: fc.constantFrom('all', 'any'),
      of: fc.array(criterion, { minLength: 1, maxLength: 5 }),
    }),
    fc.record({
      require: fc.constant('atLeast'),
      count: fc.integer({ min: 1, max: 4 }),
      of: fc.array(criterion, { minLength: 1, maxLength: 5 }),
    }),
  )
  const some = (names: readonly string[]) => fc.subarray([...names])
  const done = fc.record({
    minutes: fc.integer({ min: 0, max: 100 }),
    test: fc.option(fc.integer({ min: -1000, max: 1000 })),
    modules: some(['one', 'two', 'three']),
    responses: some(['test', 'case']),
  })
  const set = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, at]))
  const unmet = (
    of: unknown,
    { minutes, test, modules, responses }: typeof done extends fc.Arbitrary<infer D> ? D : never,
  ) =>
    unmetCriteria(
      {
        completionRule: completionRule.parse(of),
        attended: { monday: { minutes, status: 'present', on: '2026-04-06' } },
        results: test === null ? {} : { test: tried(test) },
        modules: set(modules),
        responses: set(responses),
        waived: {},
      },
      aClass,
    )
  fc.assert(
    fc.property(rule, done, done, (of, before, more) => {
      const after = {
        minutes: Math.max(before.minutes, more.minutes),
        test: before.test === null ? more.test : Math.max(before.test, more.test ?? before.test),
        modules: [...new Set([...before.modules, ...more.modules])],
        responses: [...new Set([...before.responses, ...more.responses])],
      }
      if (unmet(of, before).length === 0) expect(unmet(of, after)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
