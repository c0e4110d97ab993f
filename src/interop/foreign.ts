/** Values from outside: JSON, copied once before it is looked at, so that nothing of it throws or changes later. */
import type { Issue } from '../kernel/index.ts'

export { needing } from '../kernel/index.ts'

const deepest = 64
const mostValues = 100_000
const longestText = 1_000_000

type Copied = { readonly value: unknown } | { readonly issue: Issue }

/**
 * A copy of a JSON value; the first thing in it that is no JSON, or out of all bounds. Keys that hold nothing are left
 * out. It does not throw: a getter or a proxy that does is no JSON.
 */
export const foreignJson = (input: unknown): Copied => {
  let values = 0
  let issue: Issue | undefined
  const path: (string | number)[] = []
  const fail = (found: Omit<Issue, 'path'>): undefined => {
    issue ??= { ...found, path: [...path] } as Issue
    return undefined
  }
  const within = (key: string | number, part: unknown): unknown => {
    path.push(key)
    const copy = copied(part)
    path.pop()
    return copy
  }
  const copied = (value: unknown): unknown => {
    if (issue !== undefined) return undefined
    if (++values > mostValues) return fail({ code: 'TooMany', limit: mostValues })
    if (typeof value === 'string')
      return value.length > longestText ? fail({ code: 'TooBig', limit: longestText }) : value
    if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return value
    if (typeof value !== 'object') return fail({ code: 'WrongType', expected: 'JSON' })
    if (path.length >= deepest) return fail({ code: 'TooDeep', limit: deepest })
    if (Array.isArray(value)) {
      if (value.length > mostValues) return fail({ code: 'TooMany', limit: mostValues })
      return Array.from({ length: value.length }, (_, at) => within(at, value[at]))
    }
    const made = Object.getPrototypeOf(value)
    if (made !== Object.prototype && made !== null) return fail({ code: 'WrongType', expected: 'JSON' })
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return fail({ code: 'UnknownKey', keys: [key] })
      const part = (value as Record<string, unknown>)[key]
      if (part !== undefined) copy[key] = within(key, part)
    }
    return copy
  }
  try {
    const value = copied(input)
    return issue === undefined ? { value } : { issue }
  } catch {
    return { issue: { path: [...path], code: 'WrongType', expected: 'JSON' } }
  }
}
