/** Whatever a function of the public surface is given, it answers, or says by its name what it needs. */
import { derivedId, digestOf, instantInZone, monthsAfter } from 'training-ops'
import * as reports from 'training-ops/reports'
import { describe, expect, test } from 'vitest'

const fail = (): never => {
  throw new Error('trap')
}
const cyclic: Record<string, unknown> = {}
cyclic.itself = cyclic
const circle: unknown[] = []
circle.push(circle)
const deep = Array.from({ length: 10_000 }).reduce<unknown>((inside) => [inside], 'x')
const trap = new Proxy({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail })
const long = '1'.repeat(100_000)
const at = '2026-03-01T01:00:00.000Z'

const hostile: Readonly<Record<string, unknown>> = {
  ...{ nothing: undefined, null: null, zero: 0, noNumber: Number.NaN, infinite: Number.POSITIVE_INFINITY },
  ...{ truth: true, big: 10n, symbol: Symbol('s'), function: fail, text: 'a', long, empty: {}, list: [null] },
  ...{ cyclic, circle, deep, trap, trappedList: new Proxy([], { get: fail }), noDate: new Date(Number.NaN) },
  ...{ prototypeless: Object.create(null), toPrimitive: { [Symbol.toPrimitive]: fail, toJSON: fail } },
  ...{ endless: { length: 1e9 }, revoked: revoked() },
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** An object of which every field is the value, or throws when it is read. */
const everyField = (value: () => unknown): unknown =>
  new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : value()), has: () => true })

const fields = Object.values(hostile).map((value) => everyField(() => value))

const functions: readonly (readonly [string, (...args: never[]) => unknown, readonly unknown[]])[] = [
  ...Object.entries(reports).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, value, ['a', reports.en, 'UTC']] as const] : [],
  ),
  ['derivedId', derivedId, ['a', 'b']],
  ['digestOf', digestOf, [{}]],
  ['instantInZone', instantInZone, ['2026/3/3 9:05', 'Asia/Shanghai']],
  ['monthsAfter', monthsAfter, [at, 1, 'Asia/Shanghai']],
]

const thrownBy = (call: (...args: never[]) => unknown, args: readonly unknown[]): unknown => {
  try {
    Reflect.apply(call, undefined, args)
    return undefined
  } catch (thrown) {
    return thrown
  }
}

describe('nothing is thrown raw', () => {
  test.each(functions)('by %s', (name, call, usual) => {
    const calls = [...Object.values(hostile), ...fields].flatMap((value) =>
      [0, 1, 2].map((place) => Object.assign([...usual], { [place]: value })),
    )
    for (const args of [[], ...calls]) {
      const thrown = thrownBy(call, args)
      if (thrown === undefined) continue
      expect(thrown).toBeInstanceOf(TypeError)
      expect((thrown as TypeError).message).toMatch(new RegExp(`^training-ops: (${name}|a report) needs `))
    }
  })
  test('and no name of a zone is so long that it takes a moment', () => {
    for (const ask of [
      () => monthsAfter(at, 1, `P${long}`),
      () => instantInZone('2026/3/3 9:05', `P${long}`),
      () => reports.explainRejection({ code: 'AttendanceBeforeStart', start: at }, reports.en, `P${long}`),
    ])
      expect(ask).toThrow(/^training-ops: /)
  })
})
