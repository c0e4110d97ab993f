import type { Issue } from './rejection.ts'

/** Limits that no ordinary command comes near: looked at before any schema, without recursion beyond what is allowed. */
const deepest = 32
const mostValues = 1_000_000
const longestText = 1_000_000
const mostText = 10_000_000

const mostSmall = 1000
/** U+0000 and halves of a character alone: no store of text keeps them, so what was decided would not be what is read. */
export const unstorable = /[\0\ud800-\udfff]/u

/** A quick check that a value is ordinary, without keeping a path to everything in it. */
const isSmall = (value: object): boolean => {
  let values = 0
  let text = 0
  const within = (inner: object, depth: number): boolean => {
    if (depth > deepest) return false
    const list = Array.isArray(inner)
    if (!list && Object.hasOwn(inner, '__proto__')) return false
    if (list && inner.length > mostSmall) return false
    const keys = Object.keys(inner)
    if (list && keys.length !== inner.length) return false
    for (const key of keys) {
      const part = (inner as Record<string, unknown>)[key]
      if (++values > mostSmall) return false
      if (typeof part === 'string') {
        text += part.length
        if (unstorable.test(part)) return false
      } else if (typeof part === 'object' && part !== null && !within(part, depth + 1)) return false
    }
    return text <= longestText
  }
  return within(value, 0)
}

type Path = readonly (string | number)[]

/** The first way in which a value is out of all bounds; `undefined` for every ordinary one. */
export const outOfBounds = (value: unknown): Issue | undefined => {
  if (value === null || typeof value !== 'object' || isSmall(value)) return undefined
  const pending: { readonly value: object; readonly path: Path }[] = [{ value, path: [] }]
  let values = 0
  let text = 0
  const beyond = (inner: unknown, path: () => Path): Issue | undefined => {
    if (typeof inner === 'string') {
      text += inner.length
      if (inner.length > longestText) return { path: path(), code: 'TooBig', limit: longestText }
      if (text > mostText) return { path: path(), code: 'TooBig', limit: mostText }
      if (unstorable.test(inner)) return { path: path(), code: 'BadFormat', expected: 'text' }
    } else if (inner !== null && typeof inner === 'object') pending.push({ value: inner, path: path() })
    return undefined
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: here, path } = next
    if (path.length > deepest) return { path, code: 'TooDeep', limit: deepest }
    // A list is gone through by its places: one that only says that it is long ends at its first hole.
    const keys = Array.isArray(here) ? undefined : Object.keys(here)
    values += keys?.length ?? (here as readonly unknown[]).length
    if (values > mostValues) return { path, code: 'TooMany', limit: mostValues }
    if (keys === undefined) {
      const list = here as readonly unknown[]
      for (let at = 0; at < list.length; at++) {
        if (!Object.hasOwn(list, at)) return { path: [...path, at], code: 'MissingKey' }
        const found = beyond(list[at], () => [...path, at])
        if (found !== undefined) return found
      }
      continue
    }
    if (Object.hasOwn(here, '__proto__')) return { path, code: 'UnknownKey', keys: ['__proto__'] }
    for (const key of keys) {
      const found = beyond((here as Readonly<Record<string, unknown>>)[key], () => [...path, key])
      if (found !== undefined) return found
    }
  }
  return undefined
}
