/** Rows as no tool writes them: what a reader of files or an attacker may hand over. */

/** Numbers from 0 to 1, the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const fail = (): never => {
  throw new Error('trap')
}
const trap: object = new Proxy({}, { get: fail, ownKeys: fail, has: fail, getOwnPropertyDescriptor: fail })
const listTrap: object = new Proxy([], { get: fail })
const cyclic: Record<string, unknown> = {}
cyclic.itself = cyclic

const cells: readonly (() => unknown)[] = [
  ...[
    '',
    ' ',
    '5',
    '５',
    '5分',
    '“5”',
    '非常满意',
    'A5',
    '(跳过)',
    '-3',
    '99',
    '安全┋沟通',
    '沟通',
    '1',
    '3.25',
    '1e9',
  ],
  ...[
    '2026/3/3 9:05',
    '3/4/2026 9:05',
    '2026年3月3日 下午 1:05',
    '46230.8',
    '2016-12-31T23:59:60Z',
    '0000-00-00',
    '13:05',
  ],
  ...[
    'p1',
    'p2',
    'Li Lei',
    '__proto__',
    'constructor',
    '=1+1',
    '<script>',
    '\ud800',
    '\u202e5',
    '\0',
    '\ufeff',
  ],
  ...['9'.repeat(400), 'x'.repeat(5000), ' '.repeat(30_000), ';'.repeat(30_000), '1,'.repeat(15_000)],
  ...[
    0,
    -0,
    5,
    -3,
    46_230.8,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    2 ** 53 + 2,
    true,
    false,
    null,
    undefined,
  ],
].map((value) => () => value)
const odd: readonly (() => unknown)[] = [
  () => 10n,
  () => Symbol('s'),
  () => fail,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map(),
  () => cyclic,
  () => trap,
  () => listTrap,
  () => [],
  () => ({ toString: fail, valueOf: fail, toJSON: fail }),
  () => ({ [Symbol.toPrimitive]: fail }),
  () => Object.create(null),
  () => new String('5'),
]
const odder: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => 7,
  () => 'row',
  () => trap,
  () => listTrap,
  () => cyclic,
  () => new Date(0),
  () => new Array(20),
  () => [1, 2, 3],
  () => ({
    get t() {
      return fail()
    },
  }),
  () => JSON.parse('{"__proto__":{"polluted":1},"t":"2026-03-03"}'),
]

/** A row with the columns `t`, `who`, `A` to `E`, most of them plausible, some not, some missing; or none at all. */
export const hostileRow = (random: () => number): unknown => {
  const pick = (of: readonly (() => unknown)[]) => of[Math.floor(random() * of.length)]?.()
  if (random() < 0.03) return pick(odder)
  const row: Record<string, unknown> = {}
  for (const column of ['t', 'who', 'A', 'B', 'C', 'D', 'E'])
    if (random() > 0.02)
      row[column] =
        random() < 0.06
          ? pick(odd)
          : column === 't' && random() < 0.7
            ? '2026-03-03 09:05'
            : column === 'who' && random() < 0.7
              ? `p${Math.floor(random() * 1e6)}`
              : column !== 't' && column !== 'who' && random() < 0.5
                ? ''
                : pick(cells)
  return row
}
