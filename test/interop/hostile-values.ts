/** Arguments as no caller should give them: a plausible call with one or two of its parts replaced. */

const fail = (): never => {
  throw new Error('trap')
}
const cyclic: Record<string, unknown> = {}
cyclic.itself = cyclic
const deep: unknown = Array.from({ length: 10_000 }).reduce<unknown>(
  (inside, _, at) => (at % 2 ? [inside] : { a: inside }),
  'x',
)

const numbers = [0, -0, -1, 0.1, 1e308, 5e-324, 2 ** 53 + 2, Number.NaN, Number.POSITIVE_INFINITY]
const texts = [
  ...[
    '',
    ' ',
    'a',
    '\0',
    '\ud800',
    '\u202e',
    '=1+1',
    '<script>',
    '__proto__',
    'constructor',
    'Mars/X',
    '0000-00-00',
  ],
  ...[
    '9999-12-31T23:59:60.000Z',
    '275760-09-14T00:00:00Z',
    '1'.repeat(100_000),
    '-a'.repeat(30_000),
    ' '.repeat(30_000),
  ],
]
const others: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 10n,
  () => Symbol('s'),
  () => fail,
  () => new Date(),
  () => new Date(Number.NaN),
  () => new Map(),
  () => /a/,
  () => cyclic,
  () => deep,
  () => [],
  () => ({}),
  () => [null],
  () => [Number.NaN, 1n],
  () => new Array(20),
  () => Object.create(null),
  () => JSON.parse('{"__proto__":{"polluted":1}}'),
  () => ({ toJSON: fail, toString: fail, valueOf: fail }),
  () => ({ [Symbol.toPrimitive]: fail }),
  () => new Proxy({}, { get: fail, ownKeys: fail, getOwnPropertyDescriptor: fail }),
  () => new Proxy([], { get: fail }),
  () => new String('x'),
  () => ({ length: -1 }),
  () => ({ length: 1e9 }),
]
const values = [...[...numbers, ...texts].map((value) => () => value), ...others]

const isPlain = (value: unknown): value is Record<string, unknown> | unknown[] =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)

const copied = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copied)
    : isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]))
      : value

const longestPath = 8

/** A place within a value: itself, or one deeper down. Undefined where there is none, or nobody can look. */
const placeIn = (
  random: () => number,
  root: unknown,
): { readonly parent: Record<string, unknown>; readonly path: readonly string[] } | undefined => {
  let parent = root as Record<string, unknown>
  const path: string[] = []
  try {
    while (path.length < longestPath) {
      const keys = Object.keys(parent)
      const key = keys[Math.floor(random() * keys.length)]
      if (key === undefined) return undefined
      path.push(key)
      const part = parent[key]
      if (!isPlain(part) || Object.keys(part).length === 0 || random() < 0.25) break
      parent = part as Record<string, unknown>
    }
  } catch {
    return undefined // an earlier replacement, which traps who looks at it
  }
  return { parent, path }
}

/** The call with some of its parts replaced, and which: `1.layout := 12`. */
export const mutated = (
  random: () => number,
  call: readonly unknown[],
): { readonly args: readonly unknown[]; readonly how: string } => {
  const args = copied(call) as unknown[]
  const how: string[] = []
  for (let times = 1 + Math.floor(random() * 2); times > 0; times--) {
    const place = placeIn(random, args)
    if (place === undefined) continue
    const { parent, path } = place
    const key = path.at(-1) ?? ''
    const which = Math.floor(random() * values.length)
    if (random() < 0.12 && !Array.isArray(parent)) delete parent[key]
    else parent[key] = values[which]?.()
    how.push(`${path.join('/')} := ${which}`)
  }
  return { args, how: how.join('; ') }
}
