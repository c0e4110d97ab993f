import type { Issue } from './rejection.ts'

/** What no honest command comes near: looked at before any schema, without recursion beyond what is allowed. */
const deepest = 32
const mostValues = 1_000_000
const longestText = 1_000_000
const mostText = 10_000_000

const mostSmall = 1000
/** What every ordinary value is, told without keeping a path to everything in it. */
const isSmall = (value: object): boolean => {
  let values = 0
  let text = 0
  const within = (inner: object, depth: number): boolean => {
    if (depth > deepest) return false
    const list = Array.isArray(inner)
    if (!list && Object.hasOwn(inner, '__proto__')) return false
    if (list && inner.length > mostSmall) return false
    for (const key of Object.keys(inner)) {
      const part = (inner as Record<string, unknown>)[key]
      if (++values > mostSmall) return false
      if (typeof part === 'string') text += part.length
      else if (typeof part === 'object' && part !== null && !within(part, depth + 1)) return false
    }
    return text <= longestText
  }
  return within(value, 0)
}

/** The first way in which a value is out of all bounds; `undefined` for every ordinary one. */
export const outOfBounds = (value: unknown): Issue | undefined => {
  if (value === null || typeof value !== 'object' || isSmall(value)) return undefined
  const pending: { readonly value: object; readonly path: readonly (string | number)[] }[] = [
    { value, path: [] },
  ]
  let values = 0
  let text = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.path.length > deepest) return { path: next.path, code: 'TooDeep', limit: deepest }
    const inArray = Array.isArray(next.value)
    const keys = Array.isArray(next.value) ? next.value.length : Object.keys(next.value).length
    values += keys
    if (values > mostValues) return { path: next.path, code: 'TooMany', limit: mostValues }
    if (!inArray && Object.hasOwn(next.value, '__proto__'))
      return { path: next.path, code: 'UnknownKey', keys: ['__proto__'] }
    for (const [key, inner] of Object.entries(next.value)) {
      if (typeof inner === 'string') {
        text += inner.length
        if (inner.length > longestText || text > mostText)
          return {
            path: [...next.path, inArray ? Number(key) : key],
            code: 'TooBig',
            limit: inner.length > longestText ? longestText : mostText,
          }
      }
      if (inner !== null && typeof inner === 'object')
        pending.push({ value: inner, path: [...next.path, inArray ? Number(key) : key] })
    }
  }
  return undefined
}
