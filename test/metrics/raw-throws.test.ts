import * as metrics from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { type Arguments, callsIn } from './examples.ts'

type Part = (...given: unknown[]) => unknown

/** Every public function by its name, and each part of an accumulator. */
const functions: readonly (readonly [name: string, does: Part])[] = Object.entries(metrics).flatMap(
  ([name, value]) => {
    if (typeof value === 'function') return [[name, value as Part] as const]
    if (!name.endsWith('Accumulator')) return []
    return Object.entries(value).flatMap(([part, does]) =>
      typeof does === 'function' ? [[`${name}.${part}`, does as Part] as const] : [],
    )
  },
)

const throws = (): never => {
  throw new RangeError('a trap')
}
const cyclic: Record<string, unknown> = { length: 2 }
Object.assign(cyclic, { 0: cyclic, before: cyclic, answers: [cyclic] })
const cyclicList: unknown[] = []
cyclicList.push(cyclicList, cyclicList)
const trapped: unknown = new Proxy({}, { get: throws, has: throws, ownKeys: throws })
const hostile: Readonly<Record<string, unknown>> = {
  null: null,
  undefined: undefined,
  'a number': 5,
  'no number': Number.NaN,
  'a text': 'x',
  'an empty object': {},
  'an empty list': [],
  'a list of null': [null],
  'a list of lists of null': [[null, null]],
  'a symbol': Symbol('s'),
  'a whole number of another kind': 7n,
  'what has a length': { length: 1e9 },
  'itself within': cyclic,
  'a list of itself': cyclicList,
  'no prototype': Object.create(null),
  'a getter that throws': Object.defineProperty({}, 'before', { get: throws, enumerable: true }),
  'a proxy that throws': trapped,
  'a proxy that was revoked': (() => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  })(),
}

/** Where it stands in a call: the arguments themselves, and two levels in. */
const changesOf = (given: unknown, deep: number, to: unknown): readonly unknown[] =>
  deep === 0 || typeof given !== 'object' || given === null
    ? [to]
    : [
        to,
        ...Object.keys(given).flatMap((key) =>
          changesOf((given as Readonly<Record<string, unknown>>)[key], deep - 1, to).map((changed) =>
            Array.isArray(given)
              ? given.map((one, at) => (`${at}` === key ? changed : one))
              : { ...given, [key]: changed },
          ),
        ),
      ]

/** What was thrown that is not told by the name of the function. */
const rawOf = (name: string, does: Part, given: Arguments): readonly string[] => {
  try {
    does(...given)
    return []
  } catch (error) {
    return error instanceof TypeError && error.message.startsWith('training-ops: ')
      ? []
      : [`${name}: ${error}`]
  }
}

describe('whatever a public function is given, it answers or says by its name what it needs', () => {
  it('in place of an argument', () => {
    const raw = functions.flatMap(([name, does]) => [
      ...rawOf(name, does, []),
      ...Object.values(hostile).flatMap((one) => [
        ...rawOf(name, does, [one]),
        ...rawOf(name, does, [one, one]),
      ]),
    ])
    expect(raw).toEqual([])
  })

  it('in place of a part of what its example gives', () => {
    const raw = functions.flatMap(([name, does]) =>
      (name.includes('.') ? [] : callsIn(name)).flatMap((given) =>
        Object.values(hostile).flatMap((one) =>
          given.flatMap((argument, at) =>
            changesOf(argument, 3, one).flatMap((changed) =>
              rawOf(
                name,
                does,
                given.map((each, index) => (index === at ? changed : each)),
              ),
            ),
          ),
        ),
      ),
    )
    expect(raw).toEqual([])
  })

  it('is found out where it does not', () => {
    expect(rawOf('raw', ((given: { list: number[] }) => given.list.length) as Part, [null])).toHaveLength(1)
    expect(functions.length).toBeGreaterThan(300)
  })
})
